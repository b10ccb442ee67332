"""One dossier: a file's records, each typed and each knowing its lines."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from seeds.dossier.faults import DossierFaults, Fault, listing
from seeds.dossier.marked import Marked, Trail, read_marked
from seeds.dossier.sentences import sentence
from seeds.dossier.shapes import KINDS, Shape, Source

# When our own desks and tiers, which no document tells of, were entered.
HOUSE_ACCEPTED_ON: Final = date(2026, 11, 21)
_TOP: Final = ("source", "records")


@dataclass(frozen=True)
class Entry:
    """One record of a dossier, before it is a row."""

    kind: str
    shape: Shape
    dossier: "Dossier"
    trail: Trail

    @property
    def key(self) -> str:
        """The key by which others name it; empty for what only adds to a record."""
        return str(getattr(self.shape, "key", ""))

    @property
    def at(self) -> datetime:
        """The fixed instant at which all of its dossier was accepted."""
        return self.dossier.at

    def fault(self, message: str, *path: str | int) -> Fault:
        """Return what is wrong with a field of it."""
        line = self.dossier.marked.line(*self.trail, *path)
        name = f"{self.kind} {self.key}".strip()
        where = ".".join([name, *map(str, path)])
        return Fault(self.dossier.marked.file, line, where, message)


@dataclass
class Dossier:
    """One file: its document, none for our own house, and its records."""

    marked: Marked
    source: Source | None
    entries: list[Entry]

    @property
    def at(self) -> datetime:
        """The fixed instant at which it was accepted: midnight UTC."""
        day = (
            date.fromisoformat(self.source.accepted_on)
            if self.source
            else HOUSE_ACCEPTED_ON
        )
        return datetime(day.year, day.month, day.day, tzinfo=UTC)


def read_dossier(path: Path, *, name: str) -> Dossier:
    """Read one file; raises ``DossierFaults`` with all that its shape lacks."""
    marked = read_marked(path, name=name)
    content = marked.content
    if not isinstance(content, dict) or not set(content) <= set(_TOP):
        raise DossierFaults([_not_a_dossier(marked)])
    faults: list[Fault] = []
    dossier = Dossier(marked, None, [])
    if "source" in content:
        shape = _shaped(Source, content["source"], ("source",), marked, faults)
        dossier.source = shape if isinstance(shape, Source) else None
    records = content.get("records", [])
    if not isinstance(records, list):
        message = "this must be a list of records, each beginning with - kind: …"
        raise DossierFaults([Fault(name, marked.line("records"), "records", message)])
    for place, record in enumerate(records):
        trail: Trail = ("records", place)
        kind = _kind(record, trail, marked, faults)
        if kind is None:
            continue
        shape = _shaped(KINDS[kind], record, trail, marked, faults)
        if shape is not None:
            dossier.entries.append(Entry(kind, shape, dossier, trail))
    if "source" not in content:
        faults += _cited_in_vain(dossier)
    if faults:
        raise DossierFaults(faults)
    return dossier


def _not_a_dossier(marked: Marked) -> Fault:
    content = marked.content
    unknown = (
        next((key for key in content if key not in _TOP), "")
        if isinstance(content, dict)
        else ""
    )
    wrong = f"there is no field {unknown!r} here" if unknown else "this is no dossier"
    line = marked.line(unknown) if unknown else 1
    message = f"{wrong}; a dossier has the fields {listing(_TOP)}"
    return Fault(marked.file, line, unknown, message)


def _kind(
    record: object, trail: Trail, marked: Marked, faults: list[Fault]
) -> str | None:
    kind = record.get("kind") if isinstance(record, dict) else None
    if isinstance(kind, str) and kind in KINDS:
        return kind
    wrong = f"there is no kind {kind!r}" if kind else "a record begins with its kind"
    line = marked.line(*trail, "kind")
    message = f"{wrong}; accepted are {listing(KINDS)}"
    faults.append(Fault(marked.file, line, "kind", message))
    return None


def _cited_in_vain(dossier: Dossier) -> Iterator[Fault]:
    for entry in dossier.entries:
        if getattr(entry.shape, "cite", ()):
            yield entry.fault(
                "this file has no source that could be cited; add one, or leave this"
                " record to a dossier that has",
                "cite",
            )


def _shaped(
    shape: type[Shape],
    content: object,
    trail: Trail,
    marked: Marked,
    faults: list[Fault],
) -> Shape | None:
    try:
        return shape.model_validate(content)
    except ValidationError as error:
        name = _name(content)
        details = error.errors(include_url=False)
        for detail in details:
            path = tuple(part for part in detail["loc"] if part != "[key]")
            if detail["type"] == "too_short" and _has_more(path, details):
                continue  # what is wrong with its items made it look empty
            where = ".".join(filter(None, (name, *map(str, path))))
            line = marked.line(*trail, *path)
            faults.append(Fault(marked.file, line, where, sentence(detail, shape)))
        return None


def _has_more(path: Trail, details: list[ErrorDetails]) -> bool:
    inside = len(path)
    return any(
        detail["loc"][:inside] == path and len(detail["loc"]) > inside
        for detail in details
    )


def _name(content: object) -> str:
    if not isinstance(content, Mapping):
        return ""
    return f"{content.get('kind', 'source')} {content.get('key', '')}".strip()
