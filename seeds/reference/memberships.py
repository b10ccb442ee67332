"""Who belongs to what, from country_converter's columns where they are whole.

Groups absent here (WTO, NATO, BRICS, ...) have no members recorded: no library at
hand has them complete, and a partial list would read as a complete one.
"""

from typing import TYPE_CHECKING

from seeds.reference.classifications import classifications
from seeds.reference.records import ReferenceMembership

if TYPE_CHECKING:
    from collections.abc import Iterator

CENTRAL_ASIA = "Central Asia"  # UN M49 sub-region 143

# Columns that hold the year of accession, and columns that only mark members.
DATED_COLUMNS = {"UN": "UNmember", "OECD": "OECD"}
MARKED_COLUMNS = {"APEC": "APEC", "CIS": "CIS", "COE": "CoE", "G7": "G7"}

# country_converter has a column for the Union after each enlargement: the first
# that names a state dates its accession (EU treaties; the twelve count from the
# Union's creation by the Maastricht treaty, not from the earlier Communities).
EU_WAVES = (
    ("EU12", "1993-11-01"),
    ("EU15", "1995-01-01"),
    ("EU25", "2004-05-01"),
    ("EU27_2007", "2007-01-01"),
    ("EU28", "2013-07-01"),
)

# TYPED, for want of a library. ASEAN: accession dates as the ASEAN Secretariat
# gives them (asean.org), eleven members as of 2025-10-26.
# CIS: country_converter omits Kyrgyzstan, a member under the CIS Charter
# (cis.minsk.by); Turkmenistan is an associate and rightly absent.
# G20: the two unions that sit as members (G20 New Delhi declaration for the AU).
TYPED_MEMBERSHIPS = (
    ReferenceMembership("ASEAN", "BRN", "1984-01-07"),
    ReferenceMembership("ASEAN", "IDN", "1967-08-08"),
    ReferenceMembership("ASEAN", "KHM", "1999-04-30"),
    ReferenceMembership("ASEAN", "LAO", "1997-07-23"),
    ReferenceMembership("ASEAN", "MMR", "1997-07-23"),
    ReferenceMembership("ASEAN", "MYS", "1967-08-08"),
    ReferenceMembership("ASEAN", "PHL", "1967-08-08"),
    ReferenceMembership("ASEAN", "SGP", "1967-08-08"),
    ReferenceMembership("ASEAN", "THA", "1967-08-08"),
    ReferenceMembership("ASEAN", "TLS", "2025-10-26"),
    ReferenceMembership("ASEAN", "VNM", "1995-07-28"),
    ReferenceMembership("CIS", "KGZ", ""),
    ReferenceMembership("G20", "AU", "2023-09"),
    ReferenceMembership("G20", "EU", ""),
)


def reference_memberships() -> tuple[ReferenceMembership, ...]:
    """Return every membership, ordered by group and member.

    Both codes are codes of ``reference_partners()``. Raises
    ReferenceLibraryError when country_converter is missing or has changed shape.
    """
    # A set: a typed correction may since have reached the library as well.
    return tuple(sorted({*_from_columns(), *TYPED_MEMBERSHIPS}))


def _from_columns() -> "Iterator[ReferenceMembership]":
    for code, row in classifications().items():
        for group, column in DATED_COLUMNS.items():
            if row[column]:
                yield ReferenceMembership(group, code, row[column])
        for group, column in MARKED_COLUMNS.items():
            if row[column]:
                yield ReferenceMembership(group, code, "")
        if row["UNregion"] == CENTRAL_ASIA:
            yield ReferenceMembership("CA5", code, "")
        if row["EU"]:
            since = next((day for column, day in EU_WAVES if row[column]), "")
            yield ReferenceMembership("EU", code, since)
        # The library counts every EU state as G20; by itself a seat there has
        # only a state outside the Union, or one that is also in the G7.
        if row["G20"] and (row["G7"] or not row["EU"]):
            yield ReferenceMembership("G20", code, "")
