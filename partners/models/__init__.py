"""Models of the partners room."""

from partners.models import merging  # noqa: F401 - declares, is not used
from partners.models.citation import PartnersCitation
from partners.models.desk import Desk, Officer, OfficerDesk
from partners.models.institution import Institution, InstitutionName, Post
from partners.models.merge import Merge
from partners.models.partner import GroupMembership, Partner, PartnerName
from partners.models.person import Person, PersonName, Tenure
from partners.models.place import Place, PlaceName
from partners.models.relation import Indicator, RelationStep, RelationTier

__all__ = [
    "Desk",
    "GroupMembership",
    "Indicator",
    "Institution",
    "InstitutionName",
    "Merge",
    "Officer",
    "OfficerDesk",
    "Partner",
    "PartnerName",
    "PartnersCitation",
    "Person",
    "PersonName",
    "Place",
    "PlaceName",
    "Post",
    "RelationStep",
    "RelationTier",
    "Tenure",
]
