"""Counts for people: exact while they are small, "1,000+" where they are not.

Counting a million rows costs as much as reading them, and nobody acts on the number.
"""

from dataclasses import dataclass
from typing import Final

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
