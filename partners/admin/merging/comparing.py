"""Two records field by field, and what a merge would move, as pages show it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.db import models
from django.http import HttpRequest, QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from chancery.admin.sight import relations, sighted, visible
from chancery.admin.typed import Admin
from chancery.merging.ledger import Ledger, Shift, model_of
from chancery.models.mergeable import Mergeable
from chancery.text import Text
from partners.actions.merging import OURS, THEIRS
from partners.actions.pairs import comparable

# How the choice for a field is called in addresses and forms.
PREFIX: Final = "take_"
# Rows of one kind that are named; the rest is a number.
_NAMED: Final = 8


@dataclass(frozen=True)
class Side:
    """A value as people read it, and what choosing it is called."""

    whose: str
    shown: Text
    is_chosen: bool


@dataclass(frozen=True)
class Line:
    """One field of the two records; ``sides`` are ours and theirs."""

    name: str
    label: str
    sides: tuple[Side, Side]


def compare(
    ours: Mergeable, theirs: Mergeable, chosen: QueryDict
) -> tuple[list[Line], list[tuple[str, Text]]]:
    """Return the fields that differ, and (label, value) of those that are filled alike.

    A relation to a record that the user may not see is no choice: both were loaded
    with visible relations only.
    """
    lines, same = [], []
    for field in comparable(type(ours)):
        if _is_hidden(field, ours) or _is_hidden(field, theirs):
            continue
        own, other = getattr(ours, field.name), getattr(theirs, field.name)
        label = capfirst(str(field.verbose_name))
        if own == other:
            if own not in {None, "", False}:
                same.append((label, _shown(field, ours)))
        elif other != ours and own != theirs:
            asked = chosen.get(f"{PREFIX}{field.name}")
            whose = asked if asked in {OURS, THEIRS} else _suggested(field, own, other)
            sides = (
                Side(OURS, _shown(field, ours), whose == OURS),
                Side(THEIRS, _shown(field, theirs), whose == THEIRS),
            )
            lines.append(Line(field.name, label, sides))
    return lines, same


def choices(lines: Iterable[Line]) -> dict[str, str]:
    """Return what was chosen for each field, as the action takes it."""
    return {
        line.name: next(side.whose for side in line.sides if side.is_chosen)
        for line in lines
    }


def _is_hidden(field: Any, record: models.Model) -> bool:  # noqa: ANN401 - any field
    return (
        field.is_relation
        and getattr(record, field.attname) is not None
        and getattr(record, field.name) is None
    )


def _suggested(field: Any, own: Any, other: Any) -> str:  # noqa: ANN401 - as above
    if field.name == "classification":
        return THEIRS if other > own else OURS
    return THEIRS if own in {None, ""} else OURS


def _shown(field: Any, record: models.Model) -> Text:  # noqa: ANN401 - as above
    value = getattr(record, field.name)
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if field.choices:
        return str(getattr(record, f"get_{field.name}_display")())
    return str(value)


@dataclass(frozen=True)
class Group:
    """Rows of one kind that lead to the record by one relation."""

    label: str
    relation: Text
    count: int
    rows: list[Any]

    @property
    def more(self) -> int:
        """How many are not named."""
        return self.count - len(self.rows)


def groups(
    shifts: Iterable[Shift], model_admin: Admin, request: HttpRequest
) -> list[Group]:
    """Return what a ledger moved or left, by kind; only visible rows are named."""
    return [
        Group(
            capfirst(str(model_of(shift.model)._meta.verbose_name_plural)),
            model_of(shift.model)._meta.get_field(shift.name).verbose_name,  # type: ignore[union-attr]
            len(shift.keys),
            named(shift.model, shift.keys[:_NAMED], model_admin, request),
        )
        for shift in shifts
    ]


def named(
    label: str, keys: Iterable[int], model_admin: Admin, request: HttpRequest
) -> list[Any]:
    """Return rows with all that their names are made of, so far as they may be seen.

    A part without a page of its own stands for itself beside what it belongs to.
    """
    model = model_of(label)
    paths = [
        path
        for field in relations(model)
        for path in model_admin.names_of(field.related_model, field.name)
    ]
    rows = visible(model, request.user).filter(pk__in=keys).order_by("pk")
    return [
        {"row": row, "owner": _owner(row)} for row in sighted(rows, request.user, paths)
    ]


def _owner(row: Any) -> Any:  # noqa: ANN401 - rows of any model
    """Return the record that a part belongs to, None for a record."""
    for path in row.scope_paths:
        if not path:
            return None
        if (owner := getattr(row, path)) is not None:
            return owner
    return None


def taken_off(ledger: Ledger) -> list[tuple[str, int]]:
    """Return how many rows of each kind are there twice and taken off once."""
    counts: dict[str, int] = {}
    for one in ledger.taken:
        label = capfirst(str(model_of(one.model)._meta.verbose_name_plural))
        counts[label] = counts.get(label, 0) + 1
    return sorted(counts.items())
