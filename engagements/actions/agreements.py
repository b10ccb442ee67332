"""Recording what happens to agreements."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _

from chancery import actions
from chancery.dates.edtf import EdtfError, PartialDate
from chancery.history import acting
from chancery.models import User
from chancery.references import year_of
from chancery.refusals import Refused, spoken
from engagements.models import (
    Agreement,
    AgreementEvent,
    AgreementEventPlace,
    AgreementParty,
    ProcedureStep,
)
from engagements.vocabulary import AgreementEventKind
from engagements.workflow import AGREEMENT
from partners.models import Institution, Partner, Place

# Of two events that may fall on the same days, the one earlier in the table is first.
_RANK = {rule.kind: rank for rank, rule in enumerate(AGREEMENT)}


def enter_agreement(
    *,
    by: User,
    at: datetime,
    values: Mapping[str, Any],
    parties: Sequence[tuple[Partner, Institution | None]] = (),
    year: int | None = None,
) -> Agreement:
    """Enter an agreement with its parties; what happened to it follows as events."""
    with spoken(), acting(by, at=at, verb="enter_agreement"):
        agreement = actions.add(
            Agreement, by=by, at=at, values=values, year=year or at.year
        )
        for partner, institution in parties:
            actions.add(
                AgreementParty,
                by=by,
                at=at,
                values={
                    "agreement": agreement,
                    "partner": partner,
                    "institution": institution,
                },
            )
    return agreement


def record_event(
    agreement: Agreement,
    *,
    by: User,
    at: datetime,
    values: Mapping[str, Any],
    places: Sequence[Place] = (),
) -> AgreementEvent:
    """Record that something happened; the agreement's status follows from it.

    An event that is learnt of late takes its place by date among the others, unless
    ``position`` says otherwise.
    """
    kind = values.get("kind")
    if kind not in AgreementEventKind.values:
        raise Refused(_("There is no event “%s”.") % kind, "unknown_event")
    with spoken(), acting(by, at=at, verb="record_event", reason=str(kind)):
        current = actions.lock(agreement, by=by)
        event = AgreementEvent(agreement=current, **values)
        position = event.position or _position(event)
        later = AgreementEvent.objects.filter(agreement=current, position__gte=position)
        # One statement at the end of which all positions are distinct again; the
        # constraint is deferred because PostgreSQL checks it row by row.
        later.update(position=F("position") + 1)
        event = actions.add(
            AgreementEvent,
            by=by,
            at=at,
            values={**values, "agreement": current, "position": position},
            year=year_of(event.action_date) or at.year,
        )
        for place in places:
            actions.add(
                AgreementEventPlace,
                by=by,
                at=at,
                values={"event": event, "place": place},
            )
    agreement.refresh_from_db()
    return event


def void_event(
    event: AgreementEvent, *, by: User, at: datetime, reason: str
) -> AgreementEvent:
    """Take back an event that was entered by mistake; it stays visible as such."""
    if not reason.strip():
        raise Refused(_("Say why the event is taken back."), "reason")
    with spoken(), acting(by, at=at, verb="void_event", reason=reason):
        current = actions.lock(event, by=by)
        if current.voided_at is not None:
            raise Refused(_("This event has been taken back already."), "voided")
        return actions.change(
            current,
            by=by,
            at=at,
            values={"voided_at": at, "voided_by": by, "void_reason": reason.strip()},
            ruled=("voided_at", "voided_by", "void_reason"),
        )


def tick_procedure_step(
    agreement: Agreement,
    step: str,
    *,
    by: User,
    at: datetime,
    values: Mapping[str, Any],
) -> ProcedureStep:
    """Enter or update one item of the home state's domestic checklist."""
    with spoken(), acting(by, at=at, verb="tick_procedure_step", reason=step):
        actions.lock(agreement, by=by)
        existing = ProcedureStep.objects.filter(agreement=agreement, step=step).first()
        if existing is not None:
            return actions.change(existing, by=by, at=at, values=values)
        return actions.add(
            ProcedureStep,
            by=by,
            at=at,
            values={"agreement": agreement, "step": step, **values},
        )


def _position(event: AgreementEvent) -> int:
    """Return where an event belongs by its date, counted from 1."""
    event.position = 0
    own = _bounds(event)
    position = 1
    for other in AgreementEvent.objects.filter(agreement=event.agreement).order_by(
        "position"
    ):
        earliest, latest = other.action_date_earliest, other.action_date_latest
        certainly_before = latest is not None and own[0] is not None and latest < own[0]
        certainly_after = (
            earliest is not None and own[1] is not None and earliest > own[1]
        )
        if certainly_before or (
            not certainly_after and _RANK[other.kind] <= _RANK[event.kind]
        ):
            position = other.position + 1
    return position


def _bounds(event: AgreementEvent) -> tuple[date | None, date | None]:
    try:
        parsed = PartialDate.parse(event.action_date)
    except EdtfError:
        # Nothing is known; what is no date at all is refused when it is written.
        return None, None
    return parsed.earliest, parsed.latest
