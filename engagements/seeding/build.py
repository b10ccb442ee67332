"""From dossiers and reference partners to the content of every fixture."""

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from engagements.seeding import agreements, commitments, layout, meetings, who
from engagements.seeding.library import write_library
from engagements.seeding.register import FILE, Register
from engagements.seeding.seeder import Seeder
from engagements.seeding.system import system_user
from engagements.seeding.vocabulary import vocabulary_faults
from seeds.dossier import DossierFaults, Dossiers, read_dossiers
from seeds.dossier.entries import HOUSE_ACCEPTED_ON
from seeds.reference import ReferenceMembership, ReferencePartner

# Kind of record → its writers, in an order in which they can be written: an agreement
# is there before the meetings, what happened to it after them.
_WRITERS = (
    *((kind, who.write_plain) for kind in ("desk", "tier", "partner")),
    ("partner_update", who.update_partner),
    *(
        (kind, who.write_plain)
        for kind in (
            "membership",
            "place",
            "institution",
            "post",
            "person",
            "tenure",
            "indicator",
        )
    ),
    ("initiative", agreements.write_initiative),
    ("agreement", agreements.write_agreement),
    ("series", meetings.write_series),
    ("meeting", meetings.write_meeting),
    ("agreement", agreements.write_agreement_story),
    ("relation_step", who.write_plain),
    ("relation_step", who.write_basis),
    ("commitment", commitments.write_commitment),
    ("commitment", commitments.write_successions),
    ("mention", commitments.write_mention),
    ("progress", commitments.write_progress),
    ("citation", who.cite_again),
)


def checked_dossiers(
    folder: Path, partners: Iterable[ReferencePartner], *, shown_as: str = ""
) -> Dossiers:
    """Read the dossiers; raises ``DossierFaults`` with all that is wrong in them."""
    codes = {partner.code for partner in partners}
    dossiers = read_dossiers(folder, partners=codes, shown_as=shown_as)
    faults = list(vocabulary_faults(dossiers))
    if faults:
        raise DossierFaults(faults)
    return dossiers


def write_records(
    dossiers: Dossiers,
    partners: Iterable[ReferencePartner],
    memberships: Iterable[ReferenceMembership],
    *,
    given: Mapping[str, str],
) -> Register:
    """Write everything into an empty database, through the actions.

    Returns the references by what they were given to; ``given`` are those of earlier
    builds. Raises ``DossierFaults`` with every record that the actions refused.
    """
    seeder = Seeder(by=system_user(), register=Register(given))
    house = datetime.combine(HOUSE_ACCEPTED_ON, time(), tzinfo=UTC)
    write_library(seeder, partners, memberships, at=house)
    for dossier in dossiers.files:
        who.write_source(seeder, dossier)
    for kind, write in _WRITERS:
        for entry in dossiers.of_kind(kind):
            write(seeder, entry)
    if seeder.faults:
        raise DossierFaults(seeder.faults)
    return seeder.register


def fixtures(register: Register) -> dict[str, bytes]:
    """Return the content of every fixture by its file's name."""
    files = {
        f"{name}.json": _json(
            [row for model in models for row in _rows(model)],
        )
        for name, models in layout.FILES.items()
    }
    files[FILE] = _json(dict(sorted(register.given.items())))
    return files


def group_fixture(groups: Iterable[tuple[str, Iterable[str]]]) -> bytes:
    """Return the content of the fixture of roles."""
    return _json(
        [
            {"name": name, "permissions": sorted(permissions)}
            for name, permissions in sorted(groups)
        ]
    )


def _rows(model: layout.Model) -> list[dict[str, Any]]:
    found = [content for _pk, content in layout.rows(model._base_manager.all())]
    found.sort(key=lambda content: layout.sorting(layout.key_of(model, content)))
    return [
        {
            "model": layout.label(model),
            "fields": layout.without_defaults(model, content),
        }
        for content in found
    ]


def _json(content: object) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
