"""Which open commitments a meeting takes up from the meetings before it."""

from collections.abc import Callable
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
from engagements.models import Commitment, CommitmentParty, Meeting, Mention
from engagements.vocabulary import OPEN_STATUSES, CommitmentStatus, MentionKind

WE_OWE, THEY_OWE, TOGETHER, NOTED = 0, 1, 2, 3
# What was asked, proposed or hoped for is followed from meeting to meeting as well,
# though nobody owes it until it is accepted.
_FOLLOWED = (*OPEN_STATUSES, CommitmentStatus.NOTED)
# Undated things come after all dated ones.
_NEVER = date.max
# How a column of the meeting is spoken of, so many queries deep inside its own; None
# where the meeting has no such thing and a condition on it can never hold.
This = Callable[[str, int], Any]


def open_items(meeting: Meeting, user: AnyUser) -> QuerySet[Commitment]:
    """Return what is open between those who meet, and what was dealt with already.

    Open commitments that were made or spoken of at earlier meetings of the series, or
    whose sides are two of the meeting's partners, whichever promised; so are things
    that were only noted. What was made here or later is not carried over. What has been
    chosen for this meeting stays on the list though it be closed since, so that the
    choice can be corrected.
    """

    def this(name: str, _depth: int) -> Any:  # noqa: ANN401 - a column's value
        return getattr(meeting, name)

    rows = Commitment.objects.visible_to(user).filter(archived_at=None)
    owed = _taken_up(rows.filter(status__in=_FOLLOWED), this, user)
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


def has_open_items(user: AnyUser) -> Q:
    """Return the condition on meetings that the user has items to deal with there."""

    def this(name: str, depth: int) -> Any:  # noqa: ANN401 - a reference, depth deep
        reference: Any = name
        for _ in range(depth):
            reference = OuterRef(reference)
        return reference

    rows = Commitment.objects.editable_by(user).open()
    owed = _taken_up(rows, this, user).exclude(origin_meeting=OuterRef("pk"))
    done = dealt_with(OuterRef(OuterRef("pk")))
    return Q(Exists(owed.filter(~Exists(done))))


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


def _taken_up(rows: QuerySet[Any], this: This, user: AnyUser) -> QuerySet[Any]:
    """Keep the commitments that the meeting takes up."""
    found = [
        said.values("commitment")
        for said in (*_of_series(this, user), _between(this, user))
    ]
    return rows.filter(_not_later(this), pk__in=found[0].union(*found[1:]))


def _of_series(this: This, user: AnyUser) -> list[QuerySet[Any]]:
    """Return the points of lines that lie at earlier meetings of the series."""
    if this("series_id", 2) is None:
        return []
    before = Q(meeting__date_earliest__lt=_until(this, 2))
    if (ordinal := this("ordinal", 2)) is not None:
        before |= Q(meeting__ordinal__lt=ordinal)
    return [
        Mention.objects.visible_to(user).filter(
            before, meeting__series=this("series_id", 2)
        )
    ]


def _between(this: This, user: AnyUser) -> QuerySet[Any]:
    """Return sides of commitments in which two of the meeting's partners stand."""
    here = this("pk", 2)
    other = "commitment__parties__partner"
    return CommitmentParty.objects.visible_to(user).filter(
        **{
            "partner__meeting_partners__meeting": here,
            f"{other}__meeting_partners__meeting": here,
            f"{other}__gt": F("partner"),
        }
    )


def _not_later(this: This) -> Q:
    """Leave out what was made at a later meeting."""
    return (
        Q(origin_meeting=None)
        | Q(origin_meeting__date_earliest=None)
        | Q(origin_meeting__date_earliest__lte=_until(this, 1))
    )


def _until(this: This, depth: int) -> Any:  # noqa: ANN401 - a day or a reference to one
    last = this("date_latest", depth)
    if last is None or isinstance(last, date):
        return last or _NEVER
    return Coalesce(last, Value(_NEVER), output_field=DateField())
