"""Logging meetings and keeping them current."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from chancery import actions
from chancery.history import acting
from chancery.models import User
from chancery.references import year_of
from chancery.refusals import Refused, spoken
from engagements import completeness
from engagements.actions.steps import take_step
from engagements.models import Meeting, MeetingPartner, Participation
from engagements.vocabulary import MeetingStatus
from engagements.workflow import MEETING
from partners.models import Partner


def log_meeting(
    *,
    by: User,
    at: datetime,
    values: Mapping[str, Any],
    partners: Sequence[tuple[Partner, str]] = (),
    participants: Sequence[Mapping[str, Any]] = (),
) -> Meeting:
    """Enter a meeting with its partners (and their roles) and its participants.

    It starts proposed, scheduled or held; everything after that is a step.
    """
    status = values.get("status", "proposed")
    if status not in MEETING.initial:
        raise Refused(_("A meeting cannot begin as “%s”.") % status, "initial_status")
    with spoken(), acting(by, at=at, verb="log_meeting"):
        meeting = actions.add(
            Meeting,
            by=by,
            at=at,
            values=values,
            year=year_of(values.get("date", "")) or at.year,
            ruled=("status",),
        )
        for partner, role in partners:
            add_partner(meeting, partner, role, by=by, at=at)
        for position, participant in enumerate(participants, start=1):
            add_participant(
                meeting, by=by, at=at, values={"position": position, **participant}
            )
    return meeting


def add_partner(
    meeting: Meeting, partner: Partner, role: str, *, by: User, at: datetime
) -> MeetingPartner:
    """Enter a partner at a meeting, in a role."""
    return actions.add(
        MeetingPartner,
        by=by,
        at=at,
        values={"meeting": meeting, "partner": partner, "role": role},
    )


def add_participant(
    meeting: Meeting, *, by: User, at: datetime, values: Mapping[str, Any]
) -> Participation:
    """Enter somebody at a meeting: a person, a post, or a description."""
    return actions.add(
        Participation,
        by=by,
        at=at,
        values={"meeting": meeting, **values},
        year=year_of(meeting.date) or at.year,
    )


def step_meeting(
    meeting: Meeting,
    verb: str,
    *,
    by: User,
    at: datetime,
    reason: str = "",
    version: int | None = None,
    **values: Any,  # noqa: ANN401 - fields of the meeting
) -> Meeting:
    """Schedule, hold, postpone, cancel… ; a new date may come with the step."""
    return take_step(
        meeting,
        verb,
        workflow=MEETING,
        by=by,
        at=at,
        reason=reason,
        version=version,
        **values,
    )


def complete_record(
    meeting: Meeting,
    *,
    by: User,
    at: datetime,
    reason: str = "",
    version: int | None = None,
) -> Meeting:
    """Call the record of a meeting complete; with a reason where something is missing.

    ``Refused`` while the meeting is not over, or when something is missing without a
    word why.
    """
    actions.require(by, actions.permission_of(Meeting, "change"))
    with spoken(), acting(by, at=at, verb="complete_record", reason=reason):
        current = actions.lock(meeting, by=by, version=version)
        if current.completed_at is not None:
            raise Refused(_("The record is marked complete already."), "complete")
        if current.status not in {MeetingStatus.HELD, MeetingStatus.CANCELLED}:
            raise Refused(
                _("Record first that it was held, or call it off."), "not_over"
            )
        lacking = completeness.lacking(current, by)
        if lacking and not reason.strip():
            listed = ", ".join(str(item.label) for item in lacking)
            raise Refused(
                _("Say why it is complete without this: %s.") % listed, "reason"
            )
        current.completed_at, current.completed_by = at, by
        actions.write(current, by=by)
        current.refresh_from_db()
    return current


def reopen_record(
    meeting: Meeting,
    *,
    by: User,
    at: datetime,
    reason: str = "",
    version: int | None = None,
) -> Meeting:
    """Make the record of a meeting a draft again."""
    actions.require(by, actions.permission_of(Meeting, "change"))
    with spoken(), acting(by, at=at, verb="reopen_record", reason=reason):
        current = actions.lock(meeting, by=by, version=version)
        if current.completed_at is None:
            raise Refused(_("The record is a draft already."), "draft")
        current.completed_at = current.completed_by = None
        actions.write(current, by=by)
        current.refresh_from_db()
    return current
