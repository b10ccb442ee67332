"""Round anniversaries of relations, as protocol keeps them."""

from collections.abc import Iterable
from dataclasses import dataclass

from chancery.dates.edtf import PartialDate
from partners.models import RelationStep


@dataclass(frozen=True)
class Anniversary:
    """A step of relations becomes a round number of years old.

    ``date`` is EDTF, as exact as the step's own: 1990 gives a year, not a day.
    """

    step: RelationStep
    years: int
    date: str


def anniversaries(
    steps: Iterable[RelationStep], *, year: int, every: int = 5
) -> list[Anniversary]:
    """Return the anniversaries that fall in a year, in the order of their dates.

    Only steps whose year is known for certain have one; ``every`` is how many years
    make a round number.
    """
    found = []
    for step in steps:
        if not step.date:
            continue
        first = PartialDate.parse(step.date)
        if first.earliest is None or first.latest is None:
            continue
        if first.earliest.year != first.latest.year:
            continue
        age = year - first.earliest.year
        if age > 0 and age % every == 0:
            found.append(Anniversary(step, age, _moved(step.date, year)))
    return sorted(found, key=lambda item: (item.date, item.step.pk))


def _moved(edtf: str, year: int) -> str:
    """Return the same date in another year; 29 February becomes its month."""
    moved = f"{year:04d}{edtf[4:10]}"
    try:
        return PartialDate.parse(moved).edtf
    except ValueError:
        return moved[:7]
