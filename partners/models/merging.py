"""What becomes of this room's relations when one record is merged into another."""

from chancery.merging.policies import MOVE, MOVE_OR_DROP, MOVE_OR_LEAVE, STAY, declare
from partners.models.citation import PartnersCitation
from partners.models.institution import Institution, InstitutionName, Post
from partners.models.merge import KINDS, Merge
from partners.models.partner import GroupMembership, Partner, PartnerName
from partners.models.person import Person, PersonName, Tenure
from partners.models.place import Place
from partners.models.relation import Indicator, RelationStep

declare(
    {
        # A name or a citation that the other has as well can still be read where it is.
        PartnerName: {"partner": MOVE_OR_LEAVE},
        InstitutionName: {"institution": MOVE_OR_LEAVE},
        PersonName: {"person": MOVE_OR_LEAVE},
        PartnersCitation: dict.fromkeys(KINDS, MOVE_OR_LEAVE),
        # Earlier redirects lead on to the record that stays.
        Partner: {"successor": MOVE, "merged_into": MOVE},
        Institution: {"partner": MOVE, "parent": MOVE, "merged_into": MOVE},
        Post: {
            "partner": MOVE,
            "accredited_to": MOVE,
            "institution": MOVE,
            "merged_into": MOVE,
        },
        Person: {"partner": MOVE, "merged_into": MOVE},
        # Seen from the group's page too: twice the same member would be wrong there.
        GroupMembership: {"group": MOVE_OR_DROP, "member": MOVE_OR_DROP},
        Tenure: {"person": MOVE, "post": MOVE},
        Place: {"country": MOVE},
        RelationStep: {"first": MOVE, "second": MOVE},
        Indicator: {"first": MOVE, "second": MOVE},
        # What was merged then, was merged then.
        Merge: {f"{end}_{kind}": STAY for kind in KINDS for end in ("kept", "merged")},
    }
)
