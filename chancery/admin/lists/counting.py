"""Counts for people: exact while they are small, "1,000+" where they are not.

Counting a million rows costs as much as reading them, and nobody acts on the number.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.utils.formats import number_format

from chancery.admin.sight import AnyRows

MOST: Final = 1_000


@dataclass(frozen=True)
class Count:
    """How many rows there are; ``is_exact`` is false for "at least so many"."""

    number: int
    is_exact: bool = True

    def __str__(self) -> str:
        """Return the number as people read it."""
        shown = number_format(self.number, force_grouping=True)
        return shown if self.is_exact else f"{shown}+"

    def __bool__(self) -> bool:
        """Tell whether there is any."""
        return bool(self.number)


def counted(rows: AnyRows, most: int = MOST) -> Count:
    """Count rows, and stop where it no longer matters how many more there are."""
    return at_most(rows.order_by().values("pk")[: most + 1].count(), most)


def at_most(number: int, most: int = MOST) -> Count:
    """Return a count of which no more than ``most`` and one were looked at."""
    return Count(min(number, most), is_exact=number <= most)


def counted_together(
    lists: Mapping[str, AnyRows], most: int = MOST
) -> dict[str, Count]:
    """Count several lists, each as ``counted`` does, in one query."""
    found = dict.fromkeys(lists, Count(0))
    columns: dict[str, tuple[str, tuple[Any, ...]]] = {}
    for name, rows in lists.items():
        try:
            sql = rows.order_by().values("pk")[: most + 1].query.sql_with_params()
        except EmptyResultSet:
            continue  # nothing can be in it, so there is nothing to ask
        columns[name] = sql
    if not columns:
        return found
    # Django counts a cut list only on its own; the statements are all its own.
    asked = ", ".join(
        f"(SELECT count(*) FROM ({sql}) AS cut)"  # noqa: S608 - see above
        for sql, _given in columns.values()
    )
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {asked}",
            [value for _sql, given in columns.values() for value in given],
        )
        numbers = cursor.fetchone() or ()
    for name, number in zip(columns, numbers, strict=True):
        found[name] = at_most(number, most)
    return found
