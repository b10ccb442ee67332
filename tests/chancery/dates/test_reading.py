"""Dates as people write them: understood, asked or refused, and never guessed."""

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from chancery.dates.edtf import PartialDate
from chancery.dates.phrases import LANGUAGES
from chancery.dates.reading import Reading, ambiguous, read
from chancery.dates.words import in_words
from tests.chancery.dates.strategies import any_text, canonical_dates, mutated_dates


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        # EDTF, also in small letters and with digits of full width.
        ("2023-06-26", "2023-06-26"),
        (" 2023-q2 ", "2023-34"),
        ("xxxx-10-28", "XXXX-10-28"),
        ("2021-08-16/2021-08-17", "2021-08-16/2021-08-17"),
        ("2021/2023", "2021/2023"),
        ("\uff12\uff10\uff12\uff13-06", "2023-06"),
        # English.
        ("2023", "2023"),
        ("June 2023", "2023-06"),
        ("jun. 2023", "2023-06"),
        ("SEPT 2023", "2023-09"),
        ("26 Jun 2023", "2023-06-26"),
        ("26\u00a0June\u00a02023", "2023-06-26"),
        ("26th June, 2023", "2023-06-26"),
        ("the 26th of June 2023", "2023-06-26"),
        ("June 26, 2023", "2023-06-26"),
        ("26-Jun-2023", "2023-06-26"),
        ("2023 June 26", "2023-06-26"),
        ("28 October (year unknown)", "XXXX-10-28"),
        ("28 October", "XXXX-10-28"),
        ("June", "XXXX-06"),
        ("Q2 2023", "2023-34"),
        ("2nd quarter of 2023", "2023-34"),
        ("first half 2023", "2023-40"),
        ("the 2010s", "201X"),
        ("about June 2023", "2023-06~"),
        ("early June 2023", "2023-06~"),
        ("mid-June 2023", "2023-06~"),
        ("c. 2011", "2011~"),
        ("probably 2011", "2011?"),
        ("about 2011?", "2011%"),
        # Ranges.
        ("26–28 June 2023", "2023-06-26/2023-06-28"),
        ("26-28 June 2023", "2023-06-26/2023-06-28"),
        ("26 to 28 June 2023", "2023-06-26/2023-06-28"),
        ("26/27 June 2023", "2023-06-26/2023-06-27"),
        ("June 26–28, 2023", "2023-06-26/2023-06-28"),
        ("26 June – 2 July 2023", "2023-06-26/2023-07-02"),
        ("from 26 June to 2 July 2023", "2023-06-26/2023-07-02"),
        ("2023-06-26 to 2023-06-28", "2023-06-26/2023-06-28"),
        ("26-28/06/2023", "2023-06-26/2023-06-28"),
        ("June–August 2023", "2023-06/2023-08"),
        ("2023–24", "2023/2024"),
        ("since June 2023", "2023-06/.."),
        ("by the end of June 2023", "../2023-06"),
        ("June 26 – July 2 (year not known)", "XXXX-06-26/XXXX-07-02"),
        # Korean.
        ("2023년 6월 26일", "2023-06-26"),
        ("2023년6월26일", "2023-06-26"),
        ("\uff12\uff10\uff12\uff13년 6월", "2023-06"),
        ("2023. 6. 26.", "2023-06-26"),
        ("2023.6.26", "2023-06-26"),
        ("2023. 6.", "2023-06"),
        ("2023년", "2023"),
        ("6월 26일", "XXXX-06-26"),
        ("2023년 2분기", "2023-34"),
        ("2023년 2/4분기", "2023-34"),
        ("2023년 상반기", "2023-40"),
        ("2011년경", "2011~"),
        ("2023년 6월 말", "2023-06~"),
        ("2021년 8월 16일~17일", "2021-08-16/2021-08-17"),
        ("2023. 6. 26. ~ 7. 2.", "2023-06-26/2023-07-02"),
        ("2023년 6~8월", "2023-06/2023-08"),
        ("2021~2023년", "2021/2023"),
        ("2023년 6월부터 2023년 8월까지", "2023-06/2023-08"),
        ("2023년 6월 말까지", "../2023-06"),
        # In numbers.
        ("2023/06/26", "2023-06-26"),
        ("2023/6", "2023-06"),
        ("2023-6-26", "2023-06-26"),
        ("20230626", "2023-06-26"),
        ("26/06/2023", "2023-06-26"),
        ("06/26/2023", "2023-06-26"),
        ("26.06.2023", "2023-06-26"),
        ("05/05/2026", "2026-05-05"),
        ("06/2023", "2023-06"),
        # The day of the week is checked, and decides where it can.
        ("Monday, 26 June 2023", "2023-06-26"),
        ("26 June 2023 (Mon)", "2023-06-26"),
        ("2023. 6. 26.(월)", "2023-06-26"),
        ("2023년 6월 26일 월요일", "2023-06-26"),
        ("Mon 26 – Wed 28 June 2023", "2023-06-26/2023-06-28"),
        ("Tuesday 01/12/2026", "2026-12-01"),
        # Nothing is fine too.
        ("", ""),
        ("  ", ""),
    ],
)
def test_date_as_people_write_it_is_understood(text: str, edtf: str) -> None:
    assert read(text) == Reading(edtf=edtf)


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("01/12/2026", ("1 December 2026", "12 January 2026")),
        ("1.12.2026", ("1 December 2026", "12 January 2026")),
        ("'23.6.26", ("26 June 2023", "26 June 1923")),
        ("26 June 23", ("26 June 2023", "26 June 1923")),
        ("23년 6월", ("June 2023", "June 1923")),
        ("June 23", ("23 June (year not known)", "June 2023", "June 1923")),
        ("2010–12", ("2010–2012", "December 2010")),
        ("2000s", ("between 2000 and 2009", "between 2000 and 2099")),
        ("~2023", ("by 2023", "about 2023")),
        (
            "about 2010–2015",
            ("from about 2010 to 2015", "from about 2010 to about 2015"),
        ),
        (
            "01/12/26",
            (
                "1 December 2026",
                "12 January 2026",
                "26 December 2001",
                "1 December 1926",
                "12 January 1926",
                "26 December 1901",
            ),
        ),
    ],
)
def test_ambiguous_date_is_asked(text: str, choices: tuple[str, ...]) -> None:
    reading = read(text)
    assert (reading.edtf, reading.choices_in_words("en")) == ("", choices)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("yesterday", "relative"),
        ("last August", "relative"),
        ("Last year", "relative"),
        ("지난 8월", "relative"),
        ("어제", "relative"),
        ("spring 2023", "season"),
        ("2023년 봄", "season"),
        ("2023-06-26 14:00", "with_time"),
        ("26 June 2023 at 3 pm", "with_time"),
        ("2023년 6월 26일 14시", "with_time"),
        ("Tuesday 26 June 2023", "wrong_weekday"),
        ("2023. 6. 26.(화)", "wrong_weekday"),
        ("Monday 26 June", "wrong_weekday"),
        ("31 June 2023", "no_such_day"),
        ("2023-02-30", "no_such_day"),
        ("2023-13", "no_such_month"),
        ("13/13/2023", "no_such_month"),
        ("2 July – 26 June 2023", "ends_before_start"),
        ("26 December – 2 January 2023", "ends_before_start"),
        ("26", "not_read"),
        ("6/26", "not_read"),
        ("before 2023", "not_read"),
        ("after June 2023", "not_read"),
        ("between 2010 and 2015", "not_read"),
        ("third half of 2023", "not_read"),
        ("2023 (year not known)", "not_read"),
        ("0월 2023", "not_read"),
        ("June 2023 and July 2023", "not_read"),
        ("TBD", "not_read"),
        ("@06", "not_read"),
        ("2023\0-06", "not_read"),
        ("٢٠٢٣", "not_read"),
        ("<script>alert(1)</script>", "not_read"),
        ("2" * 10_000, "too_long"),
    ],
)
def test_what_is_no_date_is_refused(text: str, fault: str) -> None:
    reading = read(text)
    assert (reading.edtf, reading.choices, reading.fault) == ("", (), fault)
    assert reading.problem.endswith(".")


def test_refusal_says_what_to_type() -> None:
    assert read("last August").problem == (
        "“last August” depends on the day it is said. Write the date itself, as far as "
        "it is known, such as 26 June 2023, June 2023 or 2023."
    )


def test_question_names_the_choices() -> None:
    assert ambiguous(read("01/12/2026"), "en") == (
        "This can mean “1 December 2026” / “12 January 2026”. Write the one you mean."
    )


def _plain(edtf: str) -> str:
    """Give one text for the same date: an interval within one date is that date."""
    parsed = PartialDate.parse(edtf)
    return parsed.start.text if parsed.start == parsed.end and parsed.start else edtf


def _is_modern(edtf: str) -> bool:
    """Whether its years have four digits to be told apart by."""
    return all(not end.startswith("0") for end in edtf.split("/"))


@given(canonical_dates.filter(_is_modern), st.sampled_from(sorted(LANGUAGES)))
def test_words_of_a_date_are_read_back(edtf: str, language: str) -> None:
    words = in_words(edtf, language)
    assert read(words).edtf == _plain(edtf), words


# "January 1" is a day to everyone, whatever the year 1 was.
@given(
    canonical_dates.filter(
        lambda edtf: "00" not in {edtf[:2], edtf.partition("/")[2][:2]}
    ),
    st.sampled_from(sorted(LANGUAGES)),
)
def test_words_of_an_old_year_are_never_read_as_another(
    edtf: str, language: str
) -> None:
    assert read(in_words(edtf, language)).edtf in {"", _plain(edtf)}


@given(canonical_dates)
def test_edtf_is_read_as_itself(edtf: str) -> None:
    assert read(edtf) == Reading(edtf=edtf)


_PIECES = st.sampled_from(
    [
        *(
            "26",
            "6",
            "12",
            "31",
            "2023",
            "23",
            "1923",
            "Jun",
            "october",
            "may",
            "(year",
        ),
        *("from", "to", "by", "since", "about", "s", "th", "q2", "half", "first"),
        *(
            "월",
            "일",
            "년",
            "(일)",
            "경",
            "말",
            "부터",
            "까지",
            "(연도",
            "미상)",
            "월요일",
        ),
        *"'?~–-/.,",
    ]
)


@given(
    any_text
    | mutated_dates()
    | st.lists(_PIECES, max_size=8).map(" ".join)
    | st.lists(_PIECES, max_size=8).map("".join)
)
def test_any_text_is_understood_asked_or_refused(text: str) -> None:
    reading = read(text)
    said = [bool(reading.edtf), bool(reading.choices), bool(reading.problem)]
    assert sum(said) == (1 if text.strip() else 0)
    for edtf in (reading.edtf, *reading.choices):
        assert edtf == "" or PartialDate.parse(edtf).edtf == edtf
    assert len(reading.choices) != 1


def test_refusal_speaks_the_language_of_the_reader() -> None:
    with translation.override("ko"):
        assert "last August" in read("last August").problem
