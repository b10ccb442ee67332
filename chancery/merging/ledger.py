"""What a merge did, written down so that it can be taken back."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models


@dataclass(frozen=True)
class Shift:
    """Rows of one table whose relation led to ``old`` and was led to ``new``.

    Where they stayed as they were, ``new`` is ``old``.
    """

    model: str
    name: str
    old: int
    new: int
    keys: list[int]


@dataclass(frozen=True)
class Taken:
    """A row that was taken off, whole, and the key of the like that remained."""

    model: str
    values: dict[str, Any]
    like: int


@dataclass(frozen=True)
class Added:
    """A row that the merge made, and its version when it did."""

    model: str
    key: int
    version: int


@dataclass
class Ledger:
    """All that one merge did.

    ``moved`` are relations led over, ``left`` rows that stayed with the record that
    went, ``taken`` rows taken off, ``added`` rows made. ``fields`` are the staying
    record's columns that were set, with the value before and after; ``given`` the
    columns that the going record gave up, with the value before.
    """

    moved: list[Shift] = field(default_factory=list)
    left: list[Shift] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)
    added: list[Added] = field(default_factory=list)
    fields: dict[str, list[Any]] = field(default_factory=dict)
    given: dict[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Return it as a column can hold it."""
        plain: dict[str, Any] = json.loads(
            json.dumps(asdict(self), cls=DjangoJSONEncoder)
        )
        return plain

    @classmethod
    def of_json(cls, plain: Mapping[str, Any]) -> "Ledger":
        """Return what ``as_json`` wrote."""
        return cls(
            moved=[Shift(**one) for one in plain["moved"]],
            left=[Shift(**one) for one in plain["left"]],
            taken=[Taken(**one) for one in plain["taken"]],
            added=[Added(**one) for one in plain["added"]],
            fields=dict(plain["fields"]),
            given=dict(plain["given"]),
        )


def model_of(label: str) -> type[models.Model]:
    """Return the model that a ledger speaks of."""
    return apps.get_model(label)


def columns(row: models.Model) -> dict[str, Any]:
    """Return what is stored of a row, as JSON can hold it."""
    kept = {
        one.attname: getattr(row, one.attname)
        for one in row._meta.concrete_fields
        if not isinstance(one, models.GeneratedField)
    }
    plain: dict[str, Any] = json.loads(json.dumps(kept, cls=DjangoJSONEncoder))
    return plain


def restored(model: type[models.Model], values: Mapping[str, Any]) -> models.Model:
    """Return the row that ``columns`` wrote down, not yet stored."""
    return model(**{name: python_of(model, name, one) for name, one in values.items()})


def python_of(model: type[models.Model], attname: str, value: Any) -> Any:  # noqa: ANN401 - any column's value
    """Return a column's value as it was before it became JSON."""
    column: Any = next(
        one for one in model._meta.concrete_fields if one.attname == attname
    )
    return column.to_python(value)


def count(shifts: Iterable[Shift]) -> int:
    """Return how many rows were shifted."""
    return sum(len(one.keys) for one in shifts)
