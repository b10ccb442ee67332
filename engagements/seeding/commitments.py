"""Writing commitments and their lines."""

from typing import Any

from chancery.references import year_of
from engagements.actions import commitments as actions
from engagements.models import (
    Commitment,
    CommitmentAmount,
    CommitmentInstitution,
    Meeting,
    Mention,
    ProgressUpdate,
    Succession,
)
from engagements.seeding.seeder import Seeder
from engagements.vocabulary import MentionKind, Side
from seeds.dossier.entries import Entry
from seeds.dossier.shapes import commitments as shapes
from seeds.dossier.shapes.base import Cite


def write_commitment(seeder: Seeder, entry: Entry) -> None:
    """Write a commitment; the meeting it was made at is cited as the commitment is."""
    shape = entry.shape
    assert isinstance(shape, shapes.Commitment)  # noqa: S101 - the kind's shape
    with seeder.writing(entry):
        values = seeder.values(shape)
        meeting: Meeting | None = values.get("origin_meeting")
        year = _year(meeting, entry)
        values["reference"] = seeder.reference(
            f"commitment {entry.key}", Commitment.prefix, year
        )
        made = {}
        if shape.origin_meeting:
            name = f"mention {entry.key} {shape.origin_meeting} {MentionKind.MADE}"
            made["reference"] = seeder.reference(name, Mention.prefix, year)
        commitment = actions.make_commitment(
            by=seeder.by,
            at=entry.at,
            values=values,
            parties=_parties(seeder, shape),
            made=made,
        )
        seeder.records["commitment", entry.key] = commitment
        seeder.cite("commitment", commitment, entry, shape.cite)
        for mention in commitment.mentions.all():
            seeder.cite("mention", mention, entry, _places(shape.cite))
        _write_parts(seeder, entry, commitment, shape)
        for place, said in enumerate(shape.mentions):
            _write_mention(seeder, entry, commitment, said, place)


def write_successions(seeder: Seeder, entry: Entry) -> None:
    """Write which commitments came out of this one, once all are there."""
    shape = entry.shape
    assert isinstance(shape, shapes.Commitment)  # noqa: S101 - the kind's shape
    for place, succession in enumerate(shape.successions):
        with seeder.writing(entry, "successions", place):
            seeder.add(
                Succession,
                at=entry.at,
                predecessor=seeder.find("commitment", entry.key),
                **seeder.values(succession),
            )


def write_mention(seeder: Seeder, entry: Entry) -> None:
    """Write that a later document speaks of a commitment again."""
    shape = entry.shape
    assert isinstance(shape, shapes.MentionElsewhere)  # noqa: S101 - the kind's shape
    with seeder.writing(entry):
        values = seeder.values(shape, without=("kind", "commitment"))
        meeting: Meeting = values.pop("meeting")
        kind: str = values.pop("kind")
        name = f"mention {shape.commitment} {shape.meeting} {kind}"
        mention = actions.mention(
            seeder.find("commitment", shape.commitment),
            meeting,
            kind,
            by=seeder.by,
            at=entry.at,
            reference=seeder.reference(name, Mention.prefix, _year(meeting, entry)),
            **values,
        )
        seeder.cite("mention", mention, entry, shape.cite)


def write_progress(seeder: Seeder, entry: Entry) -> None:
    """Write what a document says of how a commitment went."""
    shape = entry.shape
    assert isinstance(shape, shapes.Progress)  # noqa: S101 - the kind's shape
    with seeder.writing(entry):
        values = seeder.values(shape, without=("commitment",))
        values["reference"] = seeder.reference(
            f"progress {entry.key}",
            ProgressUpdate.prefix,
            year_of(shape.date) or entry.at.year,
        )
        update = actions.report_progress(
            seeder.find("commitment", shape.commitment),
            by=seeder.by,
            at=entry.at,
            values=values,
        )
        seeder.records["progress", entry.key] = update
        seeder.cite("progress", update, entry, shape.cite)


def _write_mention(
    seeder: Seeder,
    entry: Entry,
    commitment: Commitment,
    shape: shapes.Mention,
    place: int,
) -> None:
    path = ("mentions", place)
    with seeder.writing(entry, *path):
        values = seeder.values(shape)
        meeting: Meeting = values.pop("meeting")
        kind: str = values.pop("kind")
        name = f"mention {entry.key} {shape.meeting} {kind}"
        reference = seeder.reference(name, Mention.prefix, _year(meeting, entry))
        mention = actions.mention(
            commitment,
            meeting,
            kind,
            by=seeder.by,
            at=entry.at,
            reference=reference,
            **values,
        )
        seeder.cite("mention", mention, entry, shape.cite, *path)


def _write_parts(
    seeder: Seeder, entry: Entry, commitment: Commitment, shape: shapes.Commitment
) -> None:
    for field, model in (
        ("institutions", CommitmentInstitution),
        ("amounts", CommitmentAmount),
    ):
        for place, part in enumerate(getattr(shape, field)):
            with seeder.writing(entry, field, place):
                seeder.add(
                    model, at=entry.at, commitment=commitment, **seeder.values(part)
                )


def _parties(seeder: Seeder, shape: shapes.Commitment) -> list[dict[str, Any]]:
    sides = ((Side.PROMISOR, shape.promisors), (Side.PROMISEE, shape.promisees))
    return [
        {"side": side, **seeder.values(party)} for side, each in sides for party in each
    ]


def _places(cites: tuple[Cite, ...]) -> list[Cite]:
    """Return the paragraphs in which a commitment is said, each once and whole."""
    places: dict[int | None, str] = {}
    for cite in cites:
        if places.get(cite.paragraph) != "stated":
            places[cite.paragraph] = cite.basis
    return [Cite(paragraph=place, basis=basis) for place, basis in places.items()]


def _year(meeting: Meeting | None, entry: Entry) -> int:
    """Return the year of the meeting, or that in which the document was published."""
    source = entry.dossier.source
    days = [meeting.date if meeting else "", source.published if source else ""]
    return next(filter(None, map(year_of, days)), entry.at.year)
