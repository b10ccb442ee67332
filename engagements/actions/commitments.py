"""Making commitments, following them from meeting to meeting, and settling them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from chancery import actions
from chancery.history import acting
from chancery.models import User
from chancery.references import year_of
from chancery.refusals import Refused, spoken
from engagements.actions.steps import take_step
from engagements.models import (
    Commitment,
    CommitmentParty,
    DueDateChange,
    Meeting,
    Mention,
    ProgressEvidence,
    ProgressUpdate,
)
from engagements.vocabulary import (
    TRACKED_WORDINGS,
    CommitmentStatus,
    Decision,
    MentionKind,
)
from engagements.workflow import COMMITMENT


def make_commitment(
    *,
    by: User,
    at: datetime,
    values: Mapping[str, Any],
    parties: Sequence[Mapping[str, Any]],
    made: Mapping[str, Any] | None = None,
) -> Commitment:
    """Enter what was promised, asked or noted, with who promises and to whom.

    Decided, pledged and offered things are tracked from the start; everything weaker
    is noted until a person accepts it. The original due date is fixed here. A
    commitment takes at least the classification of the meeting it was made at, and
    that meeting is the first point of its line; ``made`` has further fields of that
    mention.
    """
    if not any(party.get("side") == "promisor" for party in parties):
        raise Refused(_("Say who promises, or who is asked to."), "no_promisor")
    meeting: Meeting | None = values.get("origin_meeting")
    tracked = values.get("wording") in TRACKED_WORDINGS
    filled = {
        "classification": meeting.classification if meeting else 0,
        **values,
        "status": CommitmentStatus.NOT_STARTED if tracked else CommitmentStatus.NOTED,
        "original_due_date": values.get("due_date", ""),
    }
    with spoken(), acting(by, at=at, verb="make_commitment"):
        commitment = actions.add(
            Commitment,
            by=by,
            at=at,
            values=filled,
            year=(year_of(meeting.date) if meeting else None) or at.year,
            ruled=("status", "original_due_date"),
        )
        for party in parties:
            actions.add(
                CommitmentParty,
                by=by,
                at=at,
                values={"commitment": commitment, **party},
            )
        if meeting is not None:
            mention(commitment, meeting, MentionKind.MADE, by=by, at=at, **(made or {}))
    return commitment


def mention(
    commitment: Commitment,
    meeting: Meeting,
    kind: str,
    *,
    by: User,
    at: datetime,
    **values: Any,  # noqa: ANN401 - fields of the mention
) -> Mention:
    """Add a point to a commitment's line: a meeting at which it was spoken of."""
    return actions.add(
        Mention,
        by=by,
        at=at,
        values={
            "commitment": commitment,
            "meeting": meeting,
            "kind": kind,
            **values,
        },
        year=year_of(meeting.date) or at.year,
    )


def step_commitment(
    commitment: Commitment,
    verb: str,
    *,
    by: User,
    at: datetime,
    reason: str = "",
    version: int | None = None,
) -> Commitment:
    """Accept, start, report done, verify, close or reopen a commitment.

    Nobody verifies their own report: the database refuses it too.
    """
    values: dict[str, Any] = {}
    if verb == "report_done":
        values = {"reported_by": by, "reported_at": at}
    elif verb == "send_back":
        values = {"reported_by": None, "reported_at": None}
    elif verb == "verify":
        values = {"verified_by": by, "verified_at": at}
    elif verb in {"close_partly", "lapse", "withdraw", "supersede"}:
        values = {"close_reason": reason.strip()}
    elif verb == "reopen":
        values = {
            "close_reason": "",
            "reported_by": None,
            "reported_at": None,
            "verified_by": None,
            "verified_at": None,
        }
    return take_step(
        commitment,
        verb,
        workflow=COMMITMENT,
        by=by,
        at=at,
        reason=reason,
        version=version,
        **values,
    )


def report_progress(
    commitment: Commitment,
    *,
    by: User,
    at: datetime,
    values: Mapping[str, Any],
    evidence: Sequence[Mapping[str, Any]] = (),
    verb: str = "",
) -> ProgressUpdate:
    """Write down how a commitment goes, for good, with a step where one follows."""
    with spoken(), acting(by, at=at, verb="report_progress"):
        if verb:
            step_commitment(commitment, verb, by=by, at=at)
        update = actions.add(
            ProgressUpdate,
            by=by,
            at=at,
            values={
                **values,
                "commitment": commitment,
                "author": by,
                "written_at": at,
                "verb": verb,
            },
            year=at.year,
            ruled=("author", "written_at"),
        )
        for item in evidence:
            actions.add(
                ProgressEvidence, by=by, at=at, values={"update": update, **item}
            )
    return update


def set_due_date(
    commitment: Commitment, due_date: str, *, by: User, at: datetime
) -> Commitment:
    """Give a commitment its first due date; later changes are asked for."""
    with spoken(), acting(by, at=at, verb="set_due_date"):
        current = actions.lock(commitment, by=by)
        if current.due_date:
            raise Refused(
                _("It has a due date already: ask for a change of date."), "has_date"
            )
        return actions.change(
            current,
            by=by,
            at=at,
            values={"due_date": due_date, "original_due_date": due_date},
            ruled=("original_due_date",),
        )


def ask_due_date_change(
    commitment: Commitment, *, new_date: str, reason: str, by: User, at: datetime
) -> DueDateChange:
    """Ask a supervisor to move a due date; nothing moves until it is decided."""
    with spoken(), acting(by, at=at, verb="ask_due_date_change", reason=reason):
        current = actions.lock(commitment, by=by)
        return actions.add(
            DueDateChange,
            by=by,
            at=at,
            values={
                "commitment": current,
                "old_date": current.due_date,
                "new_date": new_date,
                "reason": reason.strip(),
                "requested_by": by,
                "requested_at": at,
            },
            year=at.year,
            ruled=("old_date", "requested_by", "requested_at"),
        )


def decide_due_date_change(
    request: DueDateChange,
    *,
    approve: bool,
    by: User,
    at: datetime,
    note: str = "",
) -> DueDateChange:
    """Approve or refuse a change of date; approval moves the current date only."""
    actions.require(by, "engagements.decide_duedatechange")
    verb = "approve_due_date_change" if approve else "refuse_due_date_change"
    with spoken(), acting(by, at=at, verb=verb, reason=note):
        current = actions.lock(request, by=by)
        commitment = actions.lock(current.commitment, by=by)
        if current.decision != Decision.PENDING:
            raise Refused(_("This request has been decided already."), "decided")
        current.decision = Decision.APPROVED if approve else Decision.REFUSED
        current.decided_by, current.decided_at = by, at
        current.decision_note = note.strip()
        actions.write(current, by=by)
        if approve:
            commitment.due_date = current.new_date
            commitment.original_due_date = (
                commitment.original_due_date or current.new_date
            )
            actions.write(commitment, by=by)
        current.refresh_from_db()
    return current
