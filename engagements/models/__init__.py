"""Models of the engagements room."""

from engagements.models import merging  # noqa: F401 - declares, is not used
from engagements.models.agreement import Agreement, AgreementLink, AgreementParty
from engagements.models.agreement_event import (
    AgreementEvent,
    AgreementEventPlace,
    ProcedureStep,
)
from engagements.models.citation import EngagementsCitation
from engagements.models.commitment import Commitment
from engagements.models.commitment_parts import (
    CommitmentAmount,
    CommitmentInstitution,
    CommitmentParty,
)
from engagements.models.initiative import (
    Initiative,
    InitiativeAmount,
    InitiativePartner,
)
from engagements.models.line import Mention, Succession
from engagements.models.meeting import Meeting
from engagements.models.participation import (
    MeetingPartner,
    MeetingStatusChange,
    Participation,
)
from engagements.models.progress import (
    DueDateChange,
    ProgressEvidence,
    ProgressUpdate,
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
