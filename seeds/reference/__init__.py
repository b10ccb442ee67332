"""Reference partners: states, territories, main organisations and groups.

Codes, names and classifications come from maintained libraries (pycountry,
Babel/CLDR, country_converter); what no library carries stands in small tables
in ``organisations`` and ``memberships`` with the authority for each row.
What counts as a state, and why, is in ``docs/decisions/0005-reference-partners.md``.
"""

from seeds.reference.classifications import ReferenceLibraryError
from seeds.reference.memberships import reference_memberships
from seeds.reference.organisations import organisations
from seeds.reference.records import (
    Kind,
    ReferenceMembership,
    ReferenceName,
    ReferencePartner,
)
from seeds.reference.territories import territories

__all__ = (
    "Kind",
    "ReferenceLibraryError",
    "ReferenceMembership",
    "ReferenceName",
    "ReferencePartner",
    "reference_memberships",
    "reference_partners",
)


def reference_partners() -> tuple[ReferencePartner, ...]:
    """Return every reference partner, ordered by code.

    Raises ReferenceLibraryError when a library that carries the data is missing
    or no longer has the expected columns.
    """
    partners = (*territories(), *organisations())
    return tuple(sorted(partners, key=lambda partner: partner.code))
