"""In which orders a list can be shown: any while it is short, indexed ones always."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from django.db import models
from django.db.models import F
from django.db.models.expressions import Col, OrderBy
from django.db.models.sql.where import AND

from chancery.admin.sight import AnyRows
from chancery.keyset import Order, can_be_sorted_by, field_at

# Questions that no row without a value answers.
_NEEDS_A_VALUE: Final = frozenset({"exact", "in", "lt", "lte", "gt", "gte", "range"})


def order_by(model: type[models.Model], terms: Iterable[Any]) -> Order | None:
    """Return the order that Django's ordering terms mean, None if it cannot be.

    The first term says in which direction all of them go.
    """
    columns: list[str] = []
    descends = False
    for term in terms:
        name, down = _read(term)
        if not columns:
            descends = down
        if name in {"pk", "id"}:
            break
        if not can_be_sorted_by(model, name):
            return None
        columns.append(_column(model, name))
    sign = "-" if descends else ""
    return Order(f"{sign}{','.join(columns) or 'pk'}", model, tuple(columns))


def is_indexed(order: Order) -> bool:
    """Tell whether the table has an index whose entries stand in this order."""
    if not order.columns:
        return True
    first = order.terms[0]
    field = field_at(order.model, order.columns[0])
    if isinstance(first, F) and "__" not in order.columns[0]:
        if field.unique or field.db_index:
            return True
        first = F(field.name)
    beginnings = (
        index.expressions[0] if index.expressions else F(index.fields[0].lstrip("-"))
        for index in order.model._meta.indexes
        if index.condition is None
    )
    return any(beginning == first for beginning in beginnings)


def known_to_be_filled(rows: AnyRows, order: Order) -> Order:
    """Return the order without provisions for rows that the filters leave out.

    What is asked for by its date has one; the plain index on the date then serves
    both question and order.
    """
    table = rows.model._meta.db_table
    filled = {
        lookup.lhs.target.name
        for lookup in _all_of(rows.query.where)
        if isinstance(getattr(lookup, "lhs", None), Col)
        and lookup.lhs.alias == table
        and lookup.lookup_name in _NEEDS_A_VALUE
    }
    columns = filled.intersection(order.columns)
    return Order(order.name, order.model, order.columns, frozenset(columns))


def _all_of(node: Any) -> Iterator[Any]:  # noqa: ANN401 - a node of a query
    """Yield the conditions that all hold."""
    if node.connector != AND or node.negated:
        return
    for child in node.children:
        if hasattr(child, "connector"):
            yield from _all_of(child)
        else:
            yield child


def _read(term: Any) -> tuple[str, bool]:  # noqa: ANN401 - one of Django's ordering terms
    """Return the column of a term and whether the greatest comes first."""
    if isinstance(term, OrderBy):
        name, _down = _read(term.expression)
        return name, bool(term.descending)
    if isinstance(term, F):
        return str(vars(term)["name"]), False
    text = str(term)
    return text.removeprefix("-"), text.startswith("-")


def _column(model: type[models.Model], name: str) -> str:
    """Return a relation as its key."""
    field = field_at(model, name)
    if field.is_relation:
        return f"{name.removesuffix(field.name)}{field.attname}"
    return name
