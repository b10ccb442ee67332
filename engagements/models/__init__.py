"""Models of the engagements room."""

from engagements.models.agreement import Agreement, AgreementLink, AgreementParty
from engagements.models.agreement_event import (
    AgreementEvent,
    AgreementEventPlace,
    ProcedureStep,
)
from engagements.models.citation import EngagementsCitation
from engagements.models.commitment import (
    Commitment,
    CommitmentAmount,
    CommitmentInstitution,
    CommitmentParty,
)
from engagements.models.follow_up import (
    DueDateChange,
    Mention,
    ProgressEvidence,
    ProgressUpdate,
    Succession,
)
from engagements.models.initiative import (
    Initiative,
    InitiativeAmount,
    InitiativePartner,
)
from engagements.models.meeting import (
    Meeting,
    MeetingPartner,
    MeetingStatusChange,
    Participation,
)
from engagements.models.relation_basis import RelationBasis
from engagements.models.series import MeetingSeries, SeriesParty

__all__ = [
    "Agreement",
    "AgreementEvent",
    "AgreementEventPlace",
    "AgreementLink",
    "AgreementParty",
    "Commitment",
    "CommitmentAmount",
    "CommitmentInstitution",
    "CommitmentParty",
    "DueDateChange",
    "EngagementsCitation",
    "Initiative",
    "InitiativeAmount",
    "InitiativePartner",
    "Meeting",
    "MeetingPartner",
    "MeetingSeries",
    "MeetingStatusChange",
    "Mention",
    "Participation",
    "ProcedureStep",
    "ProgressEvidence",
    "ProgressUpdate",
    "RelationBasis",
    "SeriesParty",
    "Succession",
]
