"""What all writers of seeds share: finding, naming, citing and telling what failed."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db import models, transaction

from chancery import actions
from chancery.classification import scheme
from chancery.models import User
from chancery.refusals import spoken
from engagements.models import EngagementsCitation
from engagements.seeding.register import Register
from partners.models import PartnersCitation
from seeds.dossier.entries import Entry
from seeds.dossier.faults import Fault
from seeds.dossier.shapes.base import Cite, Name, Record, Shape
from seeds.models import Source
from seeds.models.citation import Citation

# Where a dossier's word is not the model's: `kind` is taken by the kind of record.
MODEL_NAMES: Final = {"type": "kind"}
_DOSSIER_NAMES: Final = {name: word for word, name in MODEL_NAMES.items()}
# Kinds of record whose citations call them something else.
_ARCS: Final = {"progress": "progress_update"}


class MissingError(Exception):
    """A record that this one needs was refused; that one's fault is told already."""


@dataclass
class Seeder:
    """Writes records through the actions and remembers them by kind and key."""

    by: User
    register: Register
    records: dict[tuple[str, str], Any] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def find(self, kind: str, key: str) -> Any:  # noqa: ANN401 - a model of that kind
        """Return a record that was written before."""
        try:
            return self.records[kind, key]
        except KeyError:
            raise MissingError from None

    def reference(self, name: str, prefix: str, year: int | None = None) -> str:
        """Return the reference that a record keeps from build to build."""
        return self.register.reference(name, prefix, year)

    def values(self, shape: Shape, *, without: Iterable[str] = ()) -> dict[str, Any]:
        """Return the fields that a record gives, as its model has them.

        Lists are left out: they are rows of their own.
        """
        left_out = {"cite", *without}
        if isinstance(shape, Record):
            left_out |= {"kind", "key"}
        values: dict[str, Any] = {}
        for name in shape.model_fields_set - left_out:
            value = getattr(shape, name)
            if isinstance(value, tuple):
                continue
            if value is not None and name in shape.relations:
                value = self.find(shape.relations[name], value)
            if name == "classification" and value is not None:
                value = scheme().level(value)
            values[MODEL_NAMES.get(name, name)] = value
        return values

    @contextmanager
    def writing(self, entry: Entry, *path: str | int) -> Iterator[list[bool]]:
        """Write one thing wholly or not at all; a refusal becomes a fault of a line.

        Gives a list that is filled once the thing is written.
        """
        written: list[bool] = []
        try:
            with spoken(), transaction.atomic():
                yield written
            written.append(True)
        except MissingError:
            if not self.faults:
                raise  # nothing was refused, so the order of writing is wrong
        except ValidationError as error:
            self.faults += _faults(error, entry, path)

    def add(self, model: type[models.Model], *, at: datetime, **values: object) -> Any:  # noqa: ANN401
        """Write one row that no action of this room is about."""
        return actions.add(model, by=self.by, at=at, values=values)  # type: ignore[type-var]

    def add_names(
        self, model: type[models.Model], owner: Mapping[str, object], entry: Entry
    ) -> None:
        """Write a record's further names."""
        names: tuple[Name, ...] = getattr(entry.shape, "names", ())
        for place, name in enumerate(names):
            with self.writing(entry, "names", place):
                self.add(model, at=entry.at, **owner, **self.values(name))

    def cite(
        self,
        kind: str,
        record: models.Model,
        entry: Entry,
        cites: Iterable[Cite],
        *path: str | int,
    ) -> None:
        """Write where a record stands in the dossier's document."""
        document = entry.dossier.source
        if document is None:
            return
        for place, cite in enumerate(cites):
            with self.writing(entry, *path, "cite", place):
                values = {name: getattr(cite, name) for name in cite.model_fields_set}
                values["field"] = MODEL_NAMES.get(cite.field, cite.field)
                source = self.sources[document.key]
                self.add_citation(kind, record, source, at=entry.at, **values)

    def add_citation(
        self,
        kind: str,
        record: models.Model,
        source: Source,
        *,
        at: datetime,
        **values: object,
    ) -> None:
        """Write one citation, accepted by whoever writes."""
        arc = _ARCS.get(kind, kind)
        model: type[Citation] = (
            PartnersCitation if arc in PartnersCitation.CITED else EngagementsCitation
        )
        self.add(
            model,
            at=at,
            source=source,
            accepted_by=self.by,
            accepted_at=at,
            **{arc: record},
            **values,
        )


def _faults(
    error: ValidationError, entry: Entry, path: tuple[str | int, ...]
) -> Iterator[Fault]:
    """Yield what was refused, at the field that it is about where that is known."""
    if not hasattr(error, "error_dict"):
        yield entry.fault(" ".join(error.messages), *path)
        return
    for name, messages in error.message_dict.items():
        word = _DOSSIER_NAMES.get(name, name)
        is_field = name != "__all__" and name in _fields(entry.shape, path)
        place = (*path, word) if is_field else path
        yield entry.fault(" ".join(messages), *place)


def _fields(shape: Shape, path: tuple[str | int, ...]) -> set[str]:
    inner: Any = shape
    for part in path:
        inner = inner[part] if isinstance(part, int) else getattr(inner, part)
    return {MODEL_NAMES.get(name, name) for name in type(inner).model_fields}
