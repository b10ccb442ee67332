"""What is read as a partial date, what it means, and what is refused how."""

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.dates.edtf import EdtfError, Fault, PartialDate, Precision, normalise
from chancery.dates.errors import MESSAGES
from tests.chancery.dates.strategies import (
    any_text,
    canonical_dates,
    mutated_dates,
    plausible_dates,
)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2023-06-26", date(2023, 6, 26), date(2023, 6, 26), "day"),
        ("2023-06", date(2023, 6, 1), date(2023, 6, 30), "month"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2100-02", date(2100, 2, 1), date(2100, 2, 28), "month"),
        ("2000-02-29", date(2000, 2, 29), date(2000, 2, 29), "day"),
        ("2023", date(2023, 1, 1), date(2023, 12, 31), "year"),
        ("0001", date(1, 1, 1), date(1, 12, 31), "year"),
        ("9999-12-31", date(9999, 12, 31), date(9999, 12, 31), "day"),
        ("201X", date(2010, 1, 1), date(2019, 12, 31), "decade"),
        ("20XX", date(2000, 1, 1), date(2099, 12, 31), "century"),
        ("2004-XX", date(2004, 1, 1), date(2004, 12, 31), "year"),
        ("1985-04-XX", date(1985, 4, 1), date(1985, 4, 30), "month"),
        ("1985-XX-XX", date(1985, 1, 1), date(1985, 12, 31), "year"),
        ("2023-33", date(2023, 1, 1), date(2023, 3, 31), "quarter"),
        ("2023-34", date(2023, 4, 1), date(2023, 6, 30), "quarter"),
        ("2023-35", date(2023, 7, 1), date(2023, 9, 30), "quarter"),
        ("2023-36", date(2023, 10, 1), date(2023, 12, 31), "quarter"),
        ("2023-40", date(2023, 1, 1), date(2023, 6, 30), "half"),
        ("2023-41", date(2023, 7, 1), date(2023, 12, 31), "half"),
        ("2021-08-16/2021-08-17", date(2021, 8, 16), date(2021, 8, 17), "interval"),
        ("2022-12/2023", date(2022, 12, 1), date(2023, 12, 31), "interval"),
        ("2023-06-26/2023-06", date(2023, 6, 26), date(2023, 6, 30), "interval"),
        ("../2023-06", None, date(2023, 6, 30), "interval"),
        ("/2023-06", None, date(2023, 6, 30), "interval"),
        ("2023-06/..", date(2023, 6, 1), None, "interval"),
        ("2023-06/", date(2023, 6, 1), None, "interval"),
        ("2011~/2012?", date(2011, 1, 1), date(2012, 12, 31), "interval"),
        ("XXXX-10-28", None, None, "day"),
        ("XXXX-02-29", None, None, "day"),
        ("XXXX-10", None, None, "month"),
        ("XXXX-10-XX", None, None, "month"),
        ("XXXX-12-30/XXXX-01-02", None, None, "interval"),
    ],
)
def test_date_has_exact_bounds(
    text: str, earliest: date | None, latest: date | None, precision: str
) -> None:
    parsed = PartialDate.parse(text)
    assert parsed.edtf == text
    assert (parsed.earliest, parsed.latest) == (earliest, latest)
    assert parsed.precision == Precision(precision)
    assert parsed.has_year == (earliest is not None or latest is not None)


@pytest.mark.parametrize(
    ("text", "is_approximate", "is_uncertain"),
    [
        ("2011", False, False),
        ("2011~", True, False),
        ("2011?", False, True),
        ("2011%", True, True),
        ("2023-06-26~", True, False),
        ("2023-34?", False, True),
        ("2011~/2012?", True, True),
        ("../2012?", False, True),
    ],
)
def test_qualifier_marks_the_date_and_keeps_its_bounds(
    text: str,
    is_approximate: bool,
    is_uncertain: bool,
) -> None:
    parsed = PartialDate.parse(text)
    plain = PartialDate.parse(text.translate(dict.fromkeys(map(ord, "~?%"))))
    assert (parsed.is_approximate, parsed.is_uncertain) == (
        is_approximate,
        is_uncertain,
    )
    assert (parsed.earliest, parsed.latest) == (plain.earliest, plain.latest)


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("  2023-06 ", "2023-06"),
        ("2023-06-26\n", "2023-06-26"),
        ("2023-Q1", "2023-33"),
        ("2023-Q2", "2023-34"),
        ("2023-Q3?", "2023-35?"),
        ("2023-Q4", "2023-36"),
        ("2023-H1", "2023-40"),
        ("2023-H2~", "2023-41~"),
        ("2023-Q1/2023-H2", "2023-33/2023-41"),
        ("", ""),
        (" \t", ""),
    ],
)
def test_typed_date_becomes_canonical(typed: str, canonical: str) -> None:
    assert normalise(typed) == canonical


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", Fault.EMPTY),
        ("   ", Fault.EMPTY),
        ("2" * 10_000, Fault.TOO_LONG),
        ("2023/" * 20, Fault.TOO_LONG),
        ("tomorrow", Fault.MALFORMED),
        ("2023-6-26", Fault.MALFORMED),
        ("20230626", Fault.MALFORMED),
        ("201x", Fault.MALFORMED),
        ("2023-q2", Fault.MALFORMED),
        ("2023 - 06", Fault.MALFORMED),
        ("2023-06-26/27", Fault.MALFORMED),
        ("2021/2022/2023", Fault.MALFORMED),
        ("-2023", Fault.MALFORMED),
        ("12023", Fault.MALFORMED),
        ("2023~?", Fault.MALFORMED),
        ("~2023", Fault.MALFORMED),
        ("1XXX", Fault.MALFORMED),
        ("..", Fault.MALFORMED),
        ("2023-06\x00", Fault.MALFORMED),
        ("２０２３", Fault.MALFORMED),  # noqa: RUF001 - full-width digits on purpose
        ("٢٠٢٣", Fault.MALFORMED),
        ("26.6.2023", Fault.DAY_FIRST),
        ("01/12/2026", Fault.DAY_FIRST),
        ("1-12-26", Fault.DAY_FIRST),
        ("2023-06-26T10:00:00+09:00", Fault.WITH_TIME),
        ("2023-06-26 10:00", Fault.WITH_TIME),
        ("0000", Fault.YEAR_ZERO),
        ("0000-01-01", Fault.YEAR_ZERO),
        ("000X", Fault.YEAR_ZERO),
        ("00XX", Fault.YEAR_ZERO),
        ("201X-06", Fault.VAGUE_YEAR),
        ("20XX-XX-XX", Fault.VAGUE_YEAR),
        ("XXXX", Fault.NOTHING_KNOWN),
        ("XXXX-XX", Fault.NOTHING_KNOWN),
        ("XXXX-XX-XX", Fault.NOTHING_KNOWN),
        ("2023-XX-05", Fault.MONTH_MISSING),
        ("XXXX-XX-05", Fault.MONTH_MISSING),
        ("2023-13", Fault.NO_SUCH_MONTH),
        ("2023-00", Fault.NO_SUCH_MONTH),
        ("2023-37", Fault.NO_SUCH_MONTH),
        ("2023-42", Fault.NO_SUCH_MONTH),
        ("2023-02-30", Fault.NO_SUCH_DAY),
        ("2023-02-29", Fault.NO_SUCH_DAY),
        ("1900-02-29", Fault.NO_SUCH_DAY),
        ("2023-06-31", Fault.NO_SUCH_DAY),
        ("2023-06-00", Fault.NO_SUCH_DAY),
        ("XXXX-02-30", Fault.NO_SUCH_DAY),
        ("2023-21", Fault.SEASON),
        ("2023-32", Fault.SEASON),
        ("2023-34-01", Fault.LOOSE_GROUPING),
        ("XXXX-Q2", Fault.LOOSE_GROUPING),
        ("/", Fault.NO_END_KNOWN),
        ("../..", Fault.NO_END_KNOWN),
        ("/..", Fault.NO_END_KNOWN),
        ("2023/XXXX-10", Fault.ONE_YEAR_MISSING),
        ("2023-06-26/2023-06-01", Fault.ENDS_BEFORE_START),
        ("2023/2022-12", Fault.ENDS_BEFORE_START),
    ],
)
def test_bad_date_is_refused_with_its_fault(text: str, fault: Fault) -> None:
    with pytest.raises(EdtfError) as refusal:
        PartialDate.parse(text)
    assert refusal.value.fault == fault


def test_refusal_names_the_text_and_shows_an_accepted_one() -> None:
    with pytest.raises(EdtfError) as refusal:
        PartialDate.parse(" 2023-02-30 ")
    assert str(refusal.value) == (
        "“2023-02-30” is no day of the calendar: that month has 28 days. Check the "
        "day, or write only the month, such as 2023-06."
    )


def test_refusal_of_long_text_does_not_repeat_it() -> None:
    with pytest.raises(EdtfError) as refusal:
        PartialDate.parse("9" * 10_000)
    assert str(refusal.value) == (
        "This is too long for a date: 10000 characters, at most 64. Write for example "
        "2023-06-26 or 2021-08-16/2021-08-17."
    )


def test_every_fault_has_a_message() -> None:
    assert set(MESSAGES) == set(Fault)


def test_order_key_sorts_by_first_day_and_puts_unknown_last() -> None:
    texts = ["XXXX-10-28", "2023", "../2022", "2023-06", "2023-01-01", "2022-06/.."]
    in_order = sorted(texts, key=lambda text: PartialDate.parse(text).order_key)
    assert in_order == [
        "2022-06/..",
        "2023-01-01",
        "2023",
        "2023-06",
        "../2022",
        "XXXX-10-28",
    ]


@given(canonical_dates)
def test_canonical_text_parses_to_itself(text: str) -> None:
    assert PartialDate.parse(text).edtf == text


@given(canonical_dates)
def test_first_day_is_never_after_last_day(text: str) -> None:
    parsed = PartialDate.parse(text)
    if parsed.earliest and parsed.latest:
        assert parsed.earliest <= parsed.latest


@given(st.one_of(any_text, mutated_dates(), plausible_dates(), st.text()))
def test_any_text_is_read_or_refused_with_a_sentence(text: str) -> None:
    try:
        said = PartialDate.parse(text).edtf
    except EdtfError as refusal:
        said = str(refusal)
    assert said != ""


@given(st.one_of(mutated_dates(), plausible_dates()))
def test_canonical_text_of_what_is_accepted_is_stable(text: str) -> None:
    with contextlib.suppress(EdtfError):
        parsed = PartialDate.parse(text)
        assert PartialDate.parse(parsed.edtf) == parsed
