"""Strategies that draw partial dates: valid ones, broken ones, and anything."""

import calendar
from datetime import date

from hypothesis import strategies as st

from chancery.dates.edtf import PartialDate

_ALPHABET = "0123456789Xx~?%/.-QH Tü年٣\n"


def _last_day(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


_years = st.integers(1, 9999).map("{:04d}".format)
_months = st.integers(1, 12).map("{:02d}".format)
_days = st.dates(date(1, 1, 1)).map(date.isoformat)
_whole_months = st.builds("{}-{}".format, _years, _months)
_qualifiers = st.sampled_from(["", "", "", "~", "?", "%"])

_dated = st.one_of(
    _days,
    _whole_months,
    _years,
    st.integers(1, 999).map("{:03d}X".format),
    st.integers(1, 99).map("{:02d}XX".format),
    st.builds("{}-XX".format, _years),
    st.builds("{}-XX-XX".format, _years),
    st.builds("{}-XX".format, _whole_months),
    st.builds("{}-{}".format, _years, st.sampled_from([33, 34, 35, 36, 40, 41])),
)
_yearless = st.one_of(
    st.dates(date(2000, 1, 1), date(2000, 12, 31)).map(lambda d: f"XXXX{d:-%m-%d}"),
    _months.map("XXXX-{}".format),
    _months.map("XXXX-{}-XX".format),
)
_dated_points = st.builds("{}{}".format, _dated, _qualifiers)
_yearless_points = st.builds("{}{}".format, _yearless, _qualifiers)
_points = _dated_points | _yearless_points


def _in_order(ends: tuple[str, str]) -> str:
    first, second = sorted(ends, key=lambda text: PartialDate.parse(text).order_key)
    return f"{first}/{second}"


canonical_dates = st.one_of(
    _points,
    st.tuples(_dated_points, _dated_points).map(_in_order),
    st.builds("{}/{}".format, _yearless_points, _yearless_points),
    st.builds("{}/{}".format, _points, st.sampled_from(["", ".."])),
    st.builds("{}/{}".format, st.sampled_from(["", ".."]), _points),
)


@st.composite
def mutated_dates(draw: st.DrawFn) -> str:
    """Draw a valid date and change a few of its characters."""
    text = draw(canonical_dates)
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.integers(0, len(text)))
        width = draw(st.integers(0, 1))
        piece = draw(st.sampled_from(["", *_ALPHABET]))
        text = text[:place] + piece + text[place + width :]
    return text


@st.composite
def plausible_dates(draw: st.DrawFn) -> str:
    """Draw text of the right shape whose numbers mean nothing in particular."""
    number = st.sampled_from(["XX", "00", "13", "31", "29", "33", "40", "21"]) | (
        st.integers(0, 99).map("{:02d}".format)
    )
    year = st.sampled_from(["XXXX", "0000", "000X", "201X", "1900"]) | _years

    def point() -> str:
        pieces = [draw(year), *draw(st.lists(number, max_size=3))]
        return "-".join(pieces) + draw(_qualifiers)

    return "/".join(point() for _ in range(draw(st.integers(1, 3))))


# NUL cannot reach PostgreSQL in a text, so only Python meets it.
any_text = st.text(st.characters(codec="utf-8", exclude_characters="\0"))
