"""Orders in which no two rows are equal, and the rows that come after one of them.

A page begins after the last row of the one before it: the database compares whole
rows, ``(date, id) > (…, …)``, and finds the place in an index, however deep it is.
Rows without a value come last in either direction.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final

from django.core import signing
from django.db import models
from django.db.models import F, Value
from django.db.models.fields.tuple_lookups import (
    Tuple,
    TupleGreaterThan,
    TupleLessThan,
)
from django.db.models.functions import Coalesce

Key = tuple[Any, ...]

# What stands in for no value when counting up and when counting down: (last, first).
_ENDS: "Final[dict[type[models.Field[Any, Any]], tuple[Any, Any]]]" = {
    models.DateTimeField: (
        datetime.max.replace(tzinfo=UTC),
        datetime.min.replace(tzinfo=UTC),
    ),
    models.DateField: (date.max, date.min),
    models.CharField: ("\U0010ffff", ""),
    models.SmallIntegerField: (2**15 - 1, -(2**15)),
    models.IntegerField: (2**31 - 1, -(2**31)),
}


class BadCursorError(ValueError):
    """A cursor that was not given out for these rows in this order."""


@dataclass(frozen=True)
class Cursor:
    """A place between two rows; ``backwards`` looks at what lies before it."""

    key: Key
    backwards: bool = False


@dataclass(frozen=True)
class Order:
    """Rows of ``model`` by ``columns``, then by their key; all in one direction.

    ``name`` is what the client asked for, such as ``-date``.
    """

    name: str
    model: type[models.Model]
    columns: tuple[str, ...]
    # Columns that have a value in all rows at hand, though not in all of the table.
    filled: frozenset[str] = frozenset()

    @property
    def descends(self) -> bool:
        """Whether the greatest comes first."""
        return self.name.startswith("-")

    def sort(
        self, rows: models.QuerySet[Any], *, backwards: bool = False
    ) -> models.QuerySet[Any]:
        """Return the rows in this order, or in exactly the opposite one."""
        down = self.descends != backwards
        return rows.order_by(
            *(term.desc() if down else term.asc() for term in self.terms)
        )

    def after(self, rows: models.QuerySet[Any], cursor: Cursor) -> models.QuerySet[Any]:
        """Return the rows on the far side of the cursor."""
        key = [
            self._end(name) if value is None else value
            for name, value in zip((*self.columns, "pk"), cursor.key, strict=True)
        ]
        down = self.descends != cursor.backwards
        compare = TupleLessThan if down else TupleGreaterThan
        return rows.filter(compare(Tuple(*self.terms), key))

    def key(self, row: Any) -> Key:  # noqa: ANN401 - any row of the model
        """Return what a row is sorted by."""
        return (*(_value(row, name) for name in self.columns), row.pk)

    def write(self, cursor: Cursor) -> str:
        """Return a cursor as text, signed so that only this API can make one."""
        key = [_text(value) for value in cursor.key]
        return self._signer.sign_object({"b": cursor.backwards, "k": key})

    def read(self, text: str) -> Cursor:
        """Return the cursor of a text; ``BadCursorError`` if it is not this order's."""
        try:
            content = self._signer.unsign_object(text)
        except signing.BadSignature as error:
            raise BadCursorError(text) from error
        names = (*self.columns, "pk")
        key = tuple(
            None if value is None else self._field(name).to_python(value)
            for name, value in zip(names, content["k"], strict=True)
        )
        return Cursor(key, backwards=content["b"])

    @property
    def _signer(self) -> signing.Signer:
        return signing.Signer(salt=f"chancery.api:{self.model._meta.label}:{self.name}")

    def _field(self, name: str) -> Any:  # noqa: ANN401 - a model field
        return field_at(self.model, name)

    @property
    def terms(self) -> list[Any]:
        """What is compared, as SQL; an index serves the order if it begins so."""
        return [*(self._term(name) for name in self.columns), F("pk")]

    def _term(self, name: str) -> Any:  # noqa: ANN401 - an expression
        field = self._field(name)
        if not _may_be_null(self.model, name) or name in self.filled:
            return F(name)
        return filled_up(name, field, descends=self.descends)

    def _end(self, name: str) -> Any:  # noqa: ANN401 - a value of the column
        return _end(self._field(name), descends=self.descends)


def field_at(model: type[models.Model], path: str) -> Any:  # noqa: ANN401 - a model field
    """Return the field at the end of a path; of a generated one, what it holds."""
    *steps, name = path.split("__")
    for step in steps:
        related: Any = model._meta.get_field(step).related_model
        model = related
    field = model._meta.pk if name == "pk" else model._meta.get_field(name)
    return getattr(field, "output_field", None) or field


def can_be_sorted_by(model: type[models.Model], path: str) -> bool:
    """Tell whether rows can be put in this order, those without a value included."""
    field = field_at(model, path)
    return not _may_be_null(model, path) or any(
        isinstance(field, kind) for kind in _ENDS
    )


def filled_up(name: str, field: Any, *, descends: bool) -> Coalesce:  # noqa: ANN401 - a model field
    """Return a column with what sorts last in place of no value; for indexes too."""
    end = Value(_end(field, descends=descends), output_field=type(field)())
    return Coalesce(F(name), end)


def _may_be_null(model: type[models.Model], path: str) -> bool:
    for step in path.split("__"):
        field: Any = model._meta.pk if step == "pk" else model._meta.get_field(step)
        if getattr(field, "null", False):
            return True
        if isinstance(getattr(field, "related_model", None), type):
            model = field.related_model
    return False


def _value(row: Any, path: str) -> Any:  # noqa: ANN401 - of any field of any row
    for step in path.split("__"):
        row = getattr(row, step, None)
    return row


def _end(field: Any, *, descends: bool) -> Any:  # noqa: ANN401 - as above
    for kind, (last, first) in _ENDS.items():
        if isinstance(field, kind):
            return first if descends else last
    raise TypeError(f"{field}: no order for its kind.")


def _text(value: object) -> str | None:
    if value is None:
        return None
    return value.isoformat() if isinstance(value, date) else str(value)
