"""Which open commitments a meeting takes up from the meetings before it."""

from datetime import date
from typing import Any

from django.db.models import (
    Case,
    DateField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from chancery.scope import AnyUser
from engagements.models import (
    Commitment,
    CommitmentParty,
    Meeting,
    MeetingPartner,
    Mention,
)
from engagements.vocabulary import OPEN_STATUSES, CommitmentStatus, MentionKind

WE_OWE, THEY_OWE, TOGETHER, NOTED = 0, 1, 2, 3
# What was asked, proposed or hoped for is followed from meeting to meeting as well,
# though nobody owes it until it is accepted.
_FOLLOWED = (*OPEN_STATUSES, CommitmentStatus.NOTED)
# Undated things come after all dated ones.
_NEVER = date.max


def open_items(meeting: Meeting, user: AnyUser) -> QuerySet[Commitment]:
    """Return what is open between those who meet, and what was dealt with already.

    Open commitments that were made or spoken of at earlier meetings of the series, or
    whose sides are two of the meeting's partners, whichever promised; so are things
    that were only noted. What was made here or later is not carried over. What has been
    chosen for this meeting stays on the list though it be closed since, so that the
    choice can be corrected.
    """
    rows = Commitment.objects.visible_to(user).filter(archived_at=None)
    owed = rows.filter(
        _not_later(meeting),
        status__in=_FOLLOWED,
        pk__in=_between(meeting, user).union(_of_series(meeting, user)),
    )
    chosen = Mention.objects.filter(meeting=meeting).exclude(kind=MentionKind.MADE)
    # Sets of keys rather than conditions joined by "or": those are found by index.
    keys = owed.values("pk").union(chosen.values("commitment"))
    return rows.filter(pk__in=keys).exclude(origin_meeting=meeting)


def dealt_with(meeting: Any) -> QuerySet[Mention]:  # noqa: ANN401 - a key or a reference to one
    """Return what says of an outer commitment what became of it at a meeting."""
    return Mention.objects.filter(commitment=OuterRef("pk"), meeting=meeting).exclude(
        kind=MentionKind.MADE
    )


def not_dealt_with(meeting: Meeting, user: AnyUser) -> QuerySet[Commitment]:
    """Return the open items that the user may write and has not dealt with here.

    What was only noted may be passed over in silence.
    """
    own = Commitment.objects.editable_by(user)
    return open_items(meeting, user).filter(
        ~Exists(dealt_with(meeting.pk)),
        status__in=OPEN_STATUSES,
        pk__in=own.values("pk"),
    )


def in_order(rows: QuerySet[Commitment]) -> QuerySet[Commitment]:
    """Return what we owe, they owe, the rest, the noted; each by due date.

    Undated things come last. A row carries ``side`` and ``due`` to go on from.
    """
    ours, theirs = (
        Exists(
            CommitmentParty.objects.filter(
                commitment=OuterRef("pk"), side="promisor", partner__is_home=is_home
            )
        )
        for is_home in (True, False)
    )
    side = Case(
        When(status=CommitmentStatus.NOTED, then=Value(NOTED)),
        When(ours & ~theirs, then=Value(WE_OWE)),
        When(theirs & ~ours, then=Value(THEY_OWE)),
        default=Value(TOGETHER),
    )
    due = Coalesce("due_date_latest", Value(_NEVER), output_field=DateField())
    return rows.annotate(side=side, due=due).order_by("side", "due", "pk")


def after(
    rows: QuerySet[Commitment],
    last: Any,  # noqa: ANN401 - an annotated row
) -> QuerySet[Commitment]:
    """Return the ordered rows that come after one of them."""
    return rows.filter(
        Q(side__gt=last.side)
        | Q(side=last.side, due__gt=last.due)
        | Q(side=last.side, due=last.due, pk__gt=last.pk)
    )


def _of_series(meeting: Meeting, user: AnyUser) -> QuerySet[Any, Any]:
    """Return the commitments that were spoken of at earlier meetings of the series."""
    lines = Mention.objects.visible_to(user).values_list("commitment")
    if meeting.series_id is None:
        return lines.none()
    before = Q(meeting__date_earliest__lt=_until(meeting))
    if meeting.ordinal is not None:
        before |= Q(meeting__ordinal__lt=meeting.ordinal)
    return lines.filter(before, meeting__series=meeting.series_id)


def _between(meeting: Meeting, user: AnyUser) -> QuerySet[Any, Any]:
    """Return the commitments whose sides are two of the meeting's partners."""
    partners = dict(
        MeetingPartner.objects.filter(meeting=meeting).values_list(
            "partner", "partner__is_home"
        )
    )
    # Our own state is a side of nearly everything, so the search begins at the others.
    others = [key for key, is_home in partners.items() if not is_home]
    side = "commitment__parties__partner"
    return (
        CommitmentParty.objects.visible_to(user)
        .filter(
            Q(**{f"{side}__lt": F("partner")}) | Q(**{f"{side}__gt": F("partner")}),
            partner__in=others,
            **{f"{side}__in": list(partners)},
        )
        .values_list("commitment")
    )


def _not_later(meeting: Meeting) -> Q:
    """Leave out what was made at a later meeting."""
    return (
        Q(origin_meeting=None)
        | Q(origin_meeting__date_earliest=None)
        | Q(origin_meeting__date_earliest__lte=_until(meeting))
    )


def _until(meeting: Meeting) -> date:
    return meeting.date_latest or _NEVER
