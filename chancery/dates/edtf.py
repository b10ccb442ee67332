"""Read partial dates written as EDTF (ISO 8601-2, Extended Date/Time Format).

The rules follow https://www.loc.gov/standards/datetime/ level 1 without times, seasons
and years outside 0001-9999, plus three things of level 2: quarters (33-36), half-years
(40-41) and dates whose year is not known (`XXXX-10-28`). `sql.py` holds the same rules
for PostgreSQL; whatever changes here changes there, and a property test compares them.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from chancery.dates.errors import EdtfError, Fault
from chancery.dates.points import Point, Precision, parse_point

__all__ = [
    "MAX_LENGTH",
    "EdtfError",
    "Fault",
    "PartialDate",
    "Point",
    "Precision",
    "normalise",
]

MAX_LENGTH: Final = 64


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A partial date. Build it with `PartialDate.parse`.

    `edtf` is the canonical text. `start` and `end` are the same point unless it is an
    interval; there an open (`..`) or unknown (nothing) end is None.
    """

    edtf: str
    start: Point | None
    end: Point | None

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read EDTF text; blanks around it, Q1-Q4 and H1-H2 are made canonical.

        Raises EdtfError when the text is empty, malformed or impossible.
        """
        given = text.strip()
        if not given:
            raise EdtfError(Fault.EMPTY)
        if len(given) > MAX_LENGTH:
            raise EdtfError(Fault.TOO_LONG, length=len(given), limit=MAX_LENGTH)
        first, slash, second = given.partition("/")
        if not slash:
            point = parse_point(given, given)
            return cls(point.text, point, point)
        start, end = _parse_end(first, given), _parse_end(second, given)
        _check_interval(start, end, given)
        edtf = f"{start.text if start else first}/{end.text if end else second}"
        return cls(edtf, start, end)

    @property
    def earliest(self) -> date | None:
        """The first day it can be; None when it has no first day or no year."""
        return self.start.earliest if self.start else None

    @property
    def latest(self) -> date | None:
        """The last day it can be; None when it has no last day or no year."""
        return self.end.latest if self.end else None

    @property
    def is_interval(self) -> bool:
        """Whether it was written with a start and an end."""
        return "/" in self.edtf

    @property
    def precision(self) -> Precision:
        """How narrowly it is known."""
        if self.is_interval or self.start is None:
            return Precision.INTERVAL
        return self.start.precision

    @property
    def is_approximate(self) -> bool:
        """Whether any end of it is "about"."""
        return any(point.is_approximate for point in (self.start, self.end) if point)

    @property
    def is_uncertain(self) -> bool:
        """Whether any end of it is doubted."""
        return any(point.is_uncertain for point in (self.start, self.end) if point)

    @property
    def has_year(self) -> bool:
        """Whether it can be placed in time at all."""
        return self.earliest is not None or self.latest is not None

    @property
    def order_key(self) -> tuple[bool, date, bool, date, str]:
        """Sort as `ORDER BY earliest, latest, edtf COLLATE "C"` does: unknown last."""
        return (
            self.earliest is None,
            self.earliest or date.max,
            self.latest is None,
            self.latest or date.max,
            self.edtf,
        )

    def __str__(self) -> str:
        """Give the canonical text."""
        return self.edtf


def normalise(text: str) -> str:
    """Give the canonical text; nothing but blanks means unknown and gives ''.

    Raises EdtfError as `PartialDate.parse` does.
    """
    return PartialDate.parse(text).edtf if text.strip() else ""


def _parse_end(text: str, given: str) -> Point | None:
    """Read one end of an interval; None for an open or unknown one."""
    return None if text in {"", ".."} else parse_point(text, given)


def _check_interval(start: Point | None, end: Point | None, given: str) -> None:
    """Refuse an interval that says nothing, mixes, or certainly ends too early."""
    if start is None and end is None:
        raise EdtfError(Fault.NO_END_KNOWN, given=given)
    if start is None or end is None:
        return
    if (start.year is None) != (end.year is None):
        raise EdtfError(Fault.ONE_YEAR_MISSING, given=given)
    if start.earliest and end.latest and end.latest < start.earliest:
        raise EdtfError(Fault.ENDS_BEFORE_START, given=given)
