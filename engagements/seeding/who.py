"""Writing who there is: desks, partners, institutions, people, places, relations."""

from datetime import datetime
from typing import Any

from django.db import models

from chancery import actions
from engagements.models import RelationBasis
from engagements.seeding.seeder import Seeder
from partners import models as partners
from seeds.dossier.entries import Dossier, Entry
from seeds.dossier.shapes import who
from seeds.models import Source

# Kind of record → its model, and its model of names with the relation to the owner.
PLAIN: dict[str, type[models.Model]] = {
    "desk": partners.Desk,
    "tier": partners.RelationTier,
    "partner": partners.Partner,
    "membership": partners.GroupMembership,
    "place": partners.Place,
    "institution": partners.Institution,
    "post": partners.Post,
    "person": partners.Person,
    "tenure": partners.Tenure,
    "relation_step": partners.RelationStep,
    "indicator": partners.Indicator,
}
NAMES: dict[str, type[models.Model]] = {
    "partner": partners.PartnerName,
    "place": partners.PlaceName,
    "institution": partners.InstitutionName,
    "person": partners.PersonName,
}
_PARAGRAPHS = {
    "printed": "Paragraphs are cited by the numbers that the document prints.",
    "body": (
        "Paragraphs are cited by their place in the body of the text, counted from 1;"
        " headline, menus, captions and bylines are not counted."
    ),
}


def write_source(seeder: Seeder, dossier: Dossier) -> None:
    """Write the document that a dossier is about."""
    shape = dossier.source
    if shape is None:
        return
    entry = Entry("source", shape, dossier, ("source",))
    with seeder.writing(entry):
        values = shape.model_dump(
            exclude={"key", "paragraphs", "accepted_on", "note"}, exclude_none=True
        )
        note = " ".join(filter(None, (shape.note, _PARAGRAPHS[shape.paragraphs])))
        reference = seeder.reference(f"source {shape.key}", Source.prefix)
        seeder.sources[shape.key] = seeder.add(
            Source, at=entry.at, reference=reference, note=note, **values
        )


def write_plain(seeder: Seeder, entry: Entry) -> None:
    """Write a record that is one row, its names and its citations."""
    with seeder.writing(entry):
        model: Any = PLAIN[entry.kind]
        values = seeder.values(
            entry.shape, without=("basis_meeting", "basis_agreement")
        )
        values["reference"] = (
            partner_reference(entry.key)
            if model is partners.Partner
            else seeder.reference(f"{entry.kind} {entry.key}", model.prefix)
        )
        record = seeder.add(model, at=entry.at, **values)
        seeder.records[entry.kind, entry.key] = record
        if entry.kind in NAMES:
            seeder.add_names(NAMES[entry.kind], {entry.kind: record}, entry)
        seeder.cite(entry.kind, record, entry, getattr(entry.shape, "cite", ()))


def update_partner(seeder: Seeder, entry: Entry) -> None:
    """Add to a partner of the reference list what our house or a document knows."""
    shape = entry.shape
    assert isinstance(shape, who.PartnerUpdate)  # noqa: S101 - the kind's shape
    with seeder.writing(entry):
        partner = seeder.find("partner", shape.of)
        values = seeder.values(shape, without=("kind", "of"))
        if values:
            partner = actions.change(partner, by=seeder.by, at=entry.at, values=values)
            seeder.records["partner", shape.of] = partner
        seeder.add_names(partners.PartnerName, {"partner": partner}, entry)
        seeder.cite("partner", partner, entry, shape.cite)


def write_basis(seeder: Seeder, entry: Entry) -> None:
    """Tie a step of relations to the meeting or agreement that it rests on."""
    shape = entry.shape
    assert isinstance(shape, who.RelationStep)  # noqa: S101 - the kind's shape
    meeting, agreement = shape.basis_meeting, shape.basis_agreement
    if meeting is None and agreement is None:
        return
    with seeder.writing(entry):
        seeder.add(
            RelationBasis,
            at=entry.at,
            step=seeder.find("relation_step", entry.key),
            meeting=meeting and seeder.find("meeting", meeting),
            agreement=agreement and seeder.find("agreement", agreement),
        )


def cite_again(seeder: Seeder, entry: Entry) -> None:
    """Cite a record that another dossier defined."""
    shape: Any = entry.shape
    with seeder.writing(entry):
        kind, key = shape.target
        seeder.cite(kind, seeder.find(kind, key), entry, shape.cite)


def partner_reference(code: str) -> str:
    """Return the reference of a partner: its code, in capitals and digits."""
    return "PTR-" + "".join(letter for letter in code.upper() if letter.isalnum())


def write_library_source(
    seeder: Seeder, key: str, *, at: datetime, **values: object
) -> Source:
    """Write a source that no dossier is about: a library of reference data."""
    reference = seeder.reference(f"source {key}", Source.prefix)
    source: Source = seeder.add(Source, at=at, reference=reference, **values)
    return source
