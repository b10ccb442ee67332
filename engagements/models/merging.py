"""What becomes of this room's relations when two records of another are merged."""

from chancery.merging.policies import MOVE, MOVE_OR_DROP, Clash, Policy, declare
from engagements.models.agreement import Agreement, AgreementParty
from engagements.models.agreement_event import AgreementEvent
from engagements.models.commitment_parts import CommitmentInstitution, CommitmentParty
from engagements.models.initiative import Initiative, InitiativePartner
from engagements.models.meeting import Meeting
from engagements.models.participation import MeetingPartner, Participation
from engagements.models.series import SeriesParty

declare(
    {
        Meeting: {"host": MOVE},
        MeetingPartner: {"partner": MOVE_OR_DROP},
        Participation: {
            "person": MOVE_OR_DROP,
            "post": MOVE_OR_DROP,
            "stands_in_for": MOVE,
            "partner": MOVE,
        },
        SeriesParty: {"partner": MOVE_OR_DROP},
        Agreement: {"depositary": MOVE},
        AgreementParty: {"partner": MOVE_OR_DROP, "institution": MOVE_OR_DROP},
        AgreementEvent: {"party": MOVE},
        Initiative: {"owner_partner": MOVE, "implementing_institution": MOVE},
        InitiativePartner: {"partner": MOVE_OR_DROP},
        # Nobody promises anything to himself.
        CommitmentParty: {
            "partner": Policy(clash=Clash.DROP, once_per="commitment"),
        },
        CommitmentInstitution: {"institution": MOVE_OR_DROP},
    }
)
