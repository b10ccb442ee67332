"""A house of two desks and one document, with something of every kind."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

from django.db import connection

from engagements.seeding.build import (
    checked_dossiers,
    fixtures,
    group_fixture,
    write_records,
)
from engagements.seeding.register import Register
from seeds.reference import (
    ReferenceMembership,
    ReferencePartner,
    reference_partners,
)

_DOSSIERS: Final = Path(__file__).with_name("dossiers")
HOUSE: Final = (_DOSSIERS / "00-house.yaml").read_text(encoding="utf-8")
TALKS: Final = (_DOSSIERS / "01-talks.yaml").read_text(encoding="utf-8")
CODES: Final = ("CIS", "KOR", "MNG", "RUS")
MEMBERSHIPS: Final = (ReferenceMembership("CIS", "RUS", "1991"),)


@cache
def partners() -> list[ReferencePartner]:
    """Return the few reference partners that these documents need."""
    return [partner for partner in reference_partners() if partner.code in CODES]


def write_dossiers(folder: Path, *, house: str = HOUSE, talks: str = TALKS) -> Path:
    """Put the dossiers into a folder of their own."""
    dossiers = folder / "dossiers"
    dossiers.mkdir(exist_ok=True)
    (dossiers / "00-house.yaml").write_text(house, encoding="utf-8")
    (dossiers / "01-talks.yaml").write_text(talks, encoding="utf-8")
    return dossiers


def write(
    dossiers: Path,
    *,
    given: dict[str, str] | None = None,
    memberships: Iterable[ReferenceMembership] = MEMBERSHIPS,
) -> Register:
    """Write the dossiers of a folder into the test's database."""
    with connection.cursor() as cursor:
        # As in the scratch database.
        cursor.execute("SET LOCAL join_collapse_limit = 1")
    checked = checked_dossiers(dossiers, partners(), shown_as="dossiers")
    return write_records(checked, partners(), memberships, given=given or {})


def build(dossiers: Path, folder: Path, *, given: dict[str, str] | None = None) -> Path:
    """Build fixtures into a folder; what was written is the caller's to roll back."""
    folder.mkdir(exist_ok=True)
    groups = [("Rider", ["partners.view_partner", "partners.view_desk"])]
    files = fixtures(write(dossiers, given=given))
    for name, content in {**files, "groups.json": group_fixture(groups)}.items():
        (folder / name).write_bytes(content)
    return folder
