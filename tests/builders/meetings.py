"""Meetings and agreements."""

from collections.abc import Iterable
from typing import Any

from engagements.models import (
    Agreement,
    AgreementEvent,
    AgreementEventPlace,
    AgreementLink,
    AgreementParty,
    Meeting,
    MeetingPartner,
    MeetingSeries,
    MeetingStatusChange,
    Participation,
    ProcedureStep,
    RelationBasis,
    SeriesParty,
)
from partners.models import Partner
from tests.builders.base import made, number
from tests.builders.house import make_desk
from tests.builders.who import make_partner, make_place, make_relation_step


def make_series(**values: Any) -> MeetingSeries:  # noqa: ANN401 - fields of the model, as below
    """Make a joint committee."""
    name = f"Committee {number()}"
    return made(
        MeetingSeries, values, desk=make_desk, name=name, kind="joint_committee"
    )


def make_series_party(**values: Any) -> SeriesParty:  # noqa: ANN401
    """Make a partner a party of a series."""
    return made(SeriesParty, values, series=make_series, partner=make_partner)


def make_meeting(*, partners: Iterable[Partner] = (), **values: Any) -> Meeting:  # noqa: ANN401
    """Make a proposed meeting; ``status="held"`` asks for a date."""
    meeting = made(
        Meeting, values, desk=make_desk, title="Consultations", kind="working_level"
    )
    for partner in partners:
        make_meeting_partner(meeting=meeting, partner=partner)
    return meeting


def make_meeting_partner(**values: Any) -> MeetingPartner:  # noqa: ANN401
    """Bring a partner to a meeting."""
    return made(MeetingPartner, values, meeting=make_meeting, partner=make_partner)


def make_participation(**values: Any) -> Participation:  # noqa: ANN401
    """Bring somebody without a name to a meeting."""
    return made(Participation, values, meeting=make_meeting, label="An ambassador")


def make_status_change(*, meeting: Meeting | None = None) -> MeetingStatusChange:
    """Move a proposed meeting and return what the database writes down about it."""
    meeting = meeting or make_meeting()
    Meeting.objects.filter(pk=meeting.pk).update(status="scheduled", date="2023-06-26")
    return MeetingStatusChange.objects.filter(meeting=meeting).latest("position")


def make_agreement(
    *,
    parties: Iterable[Partner] = (),
    **values: Any,  # noqa: ANN401
) -> Agreement:
    """Make an agreement to which nothing has happened."""
    agreement = made(
        Agreement,
        values,
        desk=make_desk,
        title="Agreement",
        instrument_type="agreement",
    )
    for partner in parties:
        make_agreement_party(agreement=agreement, partner=partner)
    return agreement


def make_agreement_party(**values: Any) -> AgreementParty:  # noqa: ANN401
    """Make a partner a party."""
    return made(AgreementParty, values, agreement=make_agreement, partner=make_partner)


def make_agreement_link(**values: Any) -> AgreementLink:  # noqa: ANN401
    """Put one agreement under another."""
    return made(
        AgreementLink,
        values,
        agreement=make_agreement,
        other=make_agreement,
        kind="under",
    )


def make_event(
    *,
    agreement: Agreement | None = None,
    **values: Any,  # noqa: ANN401
) -> AgreementEvent:
    """Let an agreement be signed, or what ``kind`` says, after all that happened."""
    agreement = agreement or make_agreement()
    after = AgreementEvent.objects.filter(agreement=agreement).count() + 1
    values["agreement"] = agreement
    return made(AgreementEvent, values, kind="signed", position=after)


def make_event_place(**values: Any) -> AgreementEventPlace:  # noqa: ANN401
    """Say where an agreement was signed."""
    return made(AgreementEventPlace, values, event=make_event, place=make_place)


def make_procedure_step(**values: Any) -> ProcedureStep:  # noqa: ANN401
    """Make an item of the domestic checklist."""
    return made(ProcedureStep, values, agreement=make_agreement, step="state_council")


def make_relation_basis(**values: Any) -> RelationBasis:  # noqa: ANN401
    """Rest a step of relations on a meeting, or on the agreement that is given."""
    if "agreement" not in values:
        values.setdefault("meeting", make_meeting())
    return made(RelationBasis, values, step=make_relation_step)
