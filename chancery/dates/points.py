"""One date of a partial date: its grammar, its calendar and its bounds."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from chancery.dates.errors import EdtfError, Fault

# ISO 8601-2 numbers of groupings of months, with the first month of each.
QUARTERS: Final = {33: 1, 34: 4, 35: 7, 36: 10}
HALVES: Final = {40: 1, 41: 7}
_SEASONS: Final = range(21, 33)
_MONTHS: Final = range(1, 13)
_TYPED: Final = {
    "Q1": "33",
    "Q2": "34",
    "Q3": "35",
    "Q4": "36",
    "H1": "40",
    "H2": "41",
}
# A leap year stands in for a missing one: 29 February may exist.
_SOME_YEAR: Final = 2000

_POINT: Final = re.compile(
    r"""
    (?P<year> [0-9]{4} | [0-9]{3}X | [0-9]{2}XX | XXXX )
    (?: - (?P<part> [0-9]{2} | XX | Q[1-4] | H[12] )
        (?: - (?P<day> [0-9]{2} | XX ) )? )?
    (?P<qualifier> [~?%]? )
    """,
    re.VERBOSE,
)
_DAY_FIRST: Final = re.compile(r"[0-9]{1,2}([./-])[0-9]{1,2}\1[0-9]{2,4}\.?")
_WITH_TIME: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9].*", re.DOTALL)


class Precision(StrEnum):
    """How narrowly a date is known; an interval is told apart, however narrow."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True)
class Point:
    """One date as far as it is known: alone, or one end of an interval.

    `year` is the first year of a decade or century, `month` the first month of a
    quarter or half-year. `unsaid` names what was written as X. `earliest` and
    `latest` are its bounds, None when the year is not known. A qualifier (`~` about,
    `?` uncertain, `%` both) never widens them: nobody said by how much.
    """

    text: str
    precision: Precision
    qualifier: str
    year: int | None
    month: int | None = None
    day: int | None = None
    unsaid: tuple[str, ...] = ()
    earliest: date | None = None
    latest: date | None = None

    @property
    def is_approximate(self) -> bool:
        """Whether the source gives it as "about"."""
        return self.qualifier in {"~", "%"}

    @property
    def is_uncertain(self) -> bool:
        """Whether the source itself doubts it."""
        return self.qualifier in {"?", "%"}


@dataclass(frozen=True, slots=True)
class _Written:
    """The pieces of a date as written; `given` is the whole text, for messages."""

    given: str
    year: str
    part: str | None
    day: str | None
    qualifier: str

    @property
    def text(self) -> str:
        """The canonical spelling."""
        pieces = (self.year, self.part, self.day)
        return "-".join(piece for piece in pieces if piece) + self.qualifier

    def refuse(self, fault: Fault, **params: int) -> EdtfError:
        """Build the error that names the whole text."""
        return EdtfError(fault, given=self.given, **params)

    def first_year(self) -> int:
        """Give the year, or the first one its digits can mean; there is no year 0."""
        year = int(self.year.replace("X", "0"))
        if year == 0:
            raise self.refuse(Fault.YEAR_ZERO)
        return year


def parse_point(text: str, given: str) -> Point:
    """Read one date; `given` is the whole text, for the message of an EdtfError."""
    match = _POINT.fullmatch(text)
    if match is None:
        raise _malformed(given)
    part = match["part"]
    written = _Written(
        given=given,
        year=match["year"],
        part=_TYPED.get(part, part) if part else None,
        day=match["day"],
        qualifier=match["qualifier"],
    )
    if written.part is None:
        return _years(written)
    if written.year != "XXXX" and "X" in written.year:
        raise written.refuse(Fault.VAGUE_YEAR)
    if written.part == "XX" or int(written.part) in _MONTHS:
        return _month_or_day(written)
    return _grouping(written, int(written.part))


def _years(written: _Written) -> Point:
    """Make a year, decade (201X) or century (20XX)."""
    if written.year == "XXXX":
        raise written.refuse(Fault.NOTHING_KNOWN)
    first = written.first_year()
    last = int(written.year.replace("X", "9"))
    precisions = (Precision.YEAR, Precision.DECADE, Precision.CENTURY)
    return Point(
        text=written.text,
        precision=precisions[written.year.count("X")],
        qualifier=written.qualifier,
        year=first,
        earliest=date(first, 1, 1),
        latest=date(last, 12, 31),
    )


def _month_or_day(written: _Written) -> Point:
    """Make a month or a day; any of year, month and day may be written as X."""
    year = None if written.year == "XXXX" else written.first_year()
    month, day = _number(written.part), _number(written.day)
    if month is None and day is not None:
        raise written.refuse(Fault.MONTH_MISSING)
    if month is None and year is None:
        raise written.refuse(Fault.NOTHING_KNOWN)
    length = calendar.monthrange(year or _SOME_YEAR, month or 12)[1]
    if day is not None and not 1 <= day <= length:
        raise written.refuse(Fault.NO_SUCH_DAY, length=length)
    spelled = (("year", written.year), ("month", written.part), ("day", written.day))
    return Point(
        text=written.text,
        precision=(
            Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
        ),
        qualifier=written.qualifier,
        year=year,
        month=month,
        day=day,
        unsaid=tuple(name for name, piece in spelled if piece and "X" in piece),
        earliest=date(year, month or 1, day or 1) if year else None,
        latest=date(year, month or 12, day or length) if year else None,
    )


def _grouping(written: _Written, number: int) -> Point:
    """Make a quarter or a half-year; refuse seasons and numbers that mean nothing."""
    if number in _SEASONS:
        raise written.refuse(Fault.SEASON)
    first = QUARTERS.get(number) or HALVES.get(number)
    if first is None:
        raise written.refuse(Fault.NO_SUCH_MONTH)
    if written.year == "XXXX" or written.day is not None:
        raise written.refuse(Fault.LOOSE_GROUPING)
    year = written.first_year()
    is_quarter = number in QUARTERS
    last = first + (2 if is_quarter else 5)
    return Point(
        text=written.text,
        precision=Precision.QUARTER if is_quarter else Precision.HALF,
        qualifier=written.qualifier,
        year=year,
        month=first,
        earliest=date(year, first, 1),
        latest=date(year, last, calendar.monthrange(year, last)[1]),
    )


def _number(text: str | None) -> int | None:
    """Read digits; None where nothing or X is written."""
    return int(text) if text and text != "XX" else None


def _malformed(given: str) -> EdtfError:
    """Say what most likely went wrong with a text of the wrong shape."""
    if _DAY_FIRST.fullmatch(given):
        return EdtfError(Fault.DAY_FIRST, given=given)
    if _WITH_TIME.fullmatch(given):
        return EdtfError(Fault.WITH_TIME, given=given)
    return EdtfError(Fault.MALFORMED, given=given)
