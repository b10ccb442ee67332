"""Carrying open commitments over to a meeting: what became of each of them there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from chancery import actions
from chancery.history import acting
from chancery.models import User
from chancery.refusals import NotFound, Refused, Stale, spoken
from engagements.actions.commitments import mention, step_commitment
from engagements.models import Commitment, Meeting, Mention
from engagements.open_items import open_items
from engagements.vocabulary import MeetingStatus, MentionKind
from engagements.workflow import COMMITMENT

# What may be said of an open commitment, in the order in which it is offered.
KINDS: Final = (
    MentionKind.RAISED,
    MentionKind.REAFFIRMED,
    MentionKind.REVISED,
    MentionKind.REPORTED,
    MentionKind.FULFILLED,
    MentionKind.WITHDRAWN,
    MentionKind.NOT_RAISED,
)
# With these the commitment may be reported done in the same breath.
REPORTING: Final = frozenset({MentionKind.REPORTED, MentionKind.FULFILLED})


@dataclass(frozen=True)
class Choice:
    """What became of one commitment at the meeting.

    ``kind`` is one of KINDS, or "" to take back what was chosen before. ``version`` is
    that of the commitment looked at, ``seen`` what stood chosen then (``stand_of``).
    """

    commitment: Commitment
    kind: str
    note: str = ""
    text_after: str = ""
    version: int | None = None
    seen: str = ""
    changes_text: bool = False
    reports_done: bool = False


def current_text(commitment: Commitment) -> str:
    """Return how a commitment is worded: as the record puts it, or what it is."""
    return commitment.as_worded or commitment.title


def stand_of(mentions: Sequence[Mention]) -> str:
    """Return in a word what stands chosen for a commitment at a meeting."""
    return ",".join(f"{one.pk}.{one.version}" for one in mentions)


def can_be_reported_done(commitment: Commitment) -> bool:
    """Tell whether reporting it done follows from where it stands."""
    return commitment.status in COMMITMENT.step("report_done").sources


def carry_over(
    meeting: Meeting, choices: Sequence[Choice], *, by: User, at: datetime
) -> int:
    """Write down what became of open commitments at a meeting; return how many.

    All or nothing. ``Refused`` holds a dictionary from a commitment's reference to why
    it was refused; ``NotFound`` is raised for a commitment that is not among the
    meeting's open items, whether it exists or not.
    """
    actions.require(by, actions.permission_of(Mention, "add"))
    refused: dict[str, list[str]] = {}
    with spoken(), acting(by, at=at, verb="carry_over"):
        current = actions.lock(meeting, by=by)
        if current.archived_at is not None or current.status == MeetingStatus.CANCELLED:
            raise Refused(
                _("This meeting is archived or was called off."), "not_carried_over"
            )
        keys = {choice.commitment.pk for choice in choices}
        known = open_items(current, by).filter(pk__in=keys).values_list("pk", flat=True)
        if keys != set(known):
            raise NotFound(_("There is no such open item."))
        for choice in choices:
            try:
                _carry(current, choice, by=by, at=at)
            except (Refused, NotFound, PermissionDenied, ProtectedError) as error:
                refused[choice.commitment.reference] = _said(error)
        if refused:
            raise Refused(refused)
    return len(choices)


def _carry(meeting: Meeting, choice: Choice, *, by: User, at: datetime) -> None:
    commitment = actions.lock(choice.commitment, by=by, version=choice.version)
    standing = list(
        Mention.objects.filter(commitment=commitment, meeting=meeting)
        .exclude(kind=MentionKind.MADE)
        .order_by("pk")
    )
    if stand_of(standing) != choice.seen:
        raise Stale(
            _("Somebody else changed this meanwhile. Reload and compare."), "stale"
        )
    if len(standing) > 1:
        raise Refused(
            _("It was spoken of in several ways here: correct it on its own page."),
            "several",
        )
    if not choice.kind:
        for one in standing:
            actions.remove(one, by=by, at=at)
        return
    if choice.kind not in KINDS:
        raise Refused(_("This is not one of the possible choices."), "kind")
    _say(meeting, commitment, standing, choice, by=by, at=at)
    if choice.kind == MentionKind.REVISED and choice.changes_text:
        text = choice.text_after.strip()
        if text != current_text(commitment):
            actions.change(commitment, by=by, at=at, values={"as_worded": text})
    if choice.kind in REPORTING and choice.reports_done:
        step_commitment(commitment, "report_done", by=by, at=at)


def _say(
    meeting: Meeting,
    commitment: Commitment,
    standing: Sequence[Mention],
    choice: Choice,
    *,
    by: User,
    at: datetime,
) -> None:
    """Add the point to the line, or correct the one that stands."""
    is_revised = choice.kind == MentionKind.REVISED
    values: dict[str, Any] = {
        "note": choice.note.strip(),
        "text_after": choice.text_after.strip() if is_revised else "",
    }
    if not is_revised:
        values["text_before"] = ""
    elif not (standing and standing[0].text_before):
        # Once the wording has been taken over, the old one stands here only.
        values["text_before"] = current_text(commitment)
    if is_revised and not values["text_after"]:
        raise Refused(_("Give the revised wording."), "revised_text")
    if standing:
        values["kind"] = choice.kind
        actions.change(standing[0], by=by, at=at, values=values)
    else:
        mention(commitment, meeting, choice.kind, by=by, at=at, **values)


def _said(error: Exception) -> list[str]:
    if isinstance(error, Refused):
        return list(error.messages)
    if isinstance(error, ProtectedError):
        return [_("A source is cited for it: correct it on its own page.")]
    return [str(error)]
