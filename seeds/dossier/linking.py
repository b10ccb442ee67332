"""All dossiers together: keys that are unique, names that lead somewhere, an order."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from seeds.dossier.entries import Dossier, Entry, read_dossier
from seeds.dossier.faults import DossierFaults, Fault, listing
from seeds.dossier.marked import Trail
from seeds.dossier.shapes import KINDS, Citation, Shape

_SUGGESTIONS = 3


@dataclass(frozen=True)
class Dossiers:
    """The dossiers of a folder, checked against each other."""

    files: tuple[Dossier, ...]
    entries: tuple[Entry, ...]

    def of_kind(self, kind: str) -> Iterator[Entry]:
        """Yield the records of a kind, what others need first, else as in the files."""
        return (entry for entry in self.entries if entry.kind == kind)


def read_dossiers(
    folder: Path, *, partners: Collection[str], shown_as: str = ""
) -> Dossiers:
    """Read every ``*.yaml`` of a folder; raises ``DossierFaults`` with all faults.

    ``partners`` are the codes of the reference partners, which every dossier may
    name; ``shown_as`` is what faults call the folder.
    """
    label = shown_as or str(folder)
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        raise DossierFaults([Fault(label, 1, "", "there is no dossier (*.yaml) here")])
    faults: list[Fault] = []
    files: list[Dossier] = []
    for path in paths:
        try:
            files.append(read_dossier(path, name=f"{label}/{path.name}"))
        except DossierFaults as error:
            faults += error.faults
    if faults:
        raise DossierFaults(faults)
    entries = [entry for dossier in files for entry in dossier.entries]
    faults += _doubles(files, entries, partners)
    faults += _dangling(entries, partners)
    if faults:
        raise DossierFaults(faults)
    return Dossiers(tuple(files), tuple(_in_order(entries)))


def references(shape: Shape, trail: Trail = ()) -> Iterator[tuple[Trail, str, str]]:
    """Yield every (path, kind, key) by which a record names another."""
    if isinstance(shape, Citation):
        kind, key = shape.target
        yield ("of", kind), kind, key
    for name in type(shape).model_fields:
        value = getattr(shape, name)
        values = value if isinstance(value, tuple) else (value,)
        for place, item in enumerate(values):
            path = (*trail, name, place) if isinstance(value, tuple) else (*trail, name)
            if isinstance(item, Shape):
                yield from references(item, path)
            elif name in shape.relations and item:
                yield path, shape.relations[name], item


def _doubles(
    files: list[Dossier], entries: list[Entry], partners: Collection[str]
) -> Iterator[Fault]:
    first: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        if not entry.key:
            continue
        if entry.kind == "partner" and entry.key in partners:
            yield entry.fault(
                "the reference list has this partner: use kind: partner_update", "key"
            )
        earlier = first.setdefault((entry.kind, entry.key), entry)
        if earlier is not entry:
            there = earlier.fault("", "key")
            yield entry.fault(
                f"this key is taken by {there.file}:{there.line}: choose another, or"
                " use kind: citation to cite that record",
                "key",
            )
    sources: dict[str, Dossier] = {}
    for dossier in files:
        if dossier.source is None:
            continue
        earlier_file = sources.setdefault(dossier.source.key, dossier)
        if earlier_file is not dossier:
            line = dossier.marked.line("source", "key")
            message = f"this key is taken by {earlier_file.marked.file}"
            yield Fault(dossier.marked.file, line, "source.key", message)


def _dangling(entries: list[Entry], partners: Collection[str]) -> Iterator[Fault]:
    known: dict[str, set[str]] = {kind: set() for kind in KINDS}
    known["partner"] |= set(partners)
    for entry in entries:
        known[entry.kind].add(entry.key)
    for entry in entries:
        for path, kind, key in references(entry.shape):
            if key not in known[kind]:
                near = get_close_matches(key, known[kind], n=_SUGGESTIONS)
                hint = f"; did you mean {listing(near)}?" if near else ""
                yield entry.fault(f"there is no {kind} {key!r}{hint}", *path)


def _in_order(entries: list[Entry]) -> Iterator[Entry]:
    """Yield the kinds in their order, and within one a record after what it needs.

    The order is otherwise that of the files, so that a record which is added at the
    end changes nothing before it.
    """
    for kind in KINDS:
        of_kind = [entry for entry in entries if entry.kind == kind]
        places = {entry.key: place for place, entry in enumerate(of_kind) if entry.key}
        needs = {
            place: {
                places[key]
                for path, wanted, key in references(entry.shape)
                if wanted == kind and len(path) == 1 and key in places
            }
            for place, entry in enumerate(of_kind)
        }
        sorter = TopologicalSorter(needs)
        try:
            sorter.prepare()
        except CycleError as error:
            entry = of_kind[min(error.args[1])]
            message = f"this {kind} is, by way of others, part of itself"
            raise DossierFaults([entry.fault(message)]) from error
        while sorter.is_active():
            ready = sorted(sorter.get_ready())
            yield from (of_kind[place] for place in ready)
            sorter.done(*ready)
