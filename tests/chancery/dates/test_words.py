"""How partial dates are said to people."""

import pytest
from hypothesis import given

from chancery.dates.edtf import EdtfError, PartialDate
from chancery.dates.phrases import LANGUAGES
from chancery.dates.words import in_words
from tests.chancery.dates.strategies import canonical_dates


@pytest.mark.parametrize(
    ("edtf", "english", "korean"),
    [
        ("", "", ""),
        ("2023-06-26", "26 June 2023", "2023년 6월 26일"),
        ("2023-06", "June 2023", "2023년 6월"),
        ("2023", "2023", "2023년"),
        ("2021-08-16/2021-08-17", "16–17 August 2021", "2021년 8월 16일~17일"),
        (
            "2021-08-30/2021-09-02",
            "30 August – 2 September 2021",
            "2021년 8월 30일 ~ 9월 2일",
        ),
        (
            "2021-12-30/2022-01-02",
            "30 December 2021 – 2 January 2022",
            "2021년 12월 30일 ~ 2022년 1월 2일",
        ),
        ("2023-06/2023-08", "June–August 2023", "2023년 6월~8월"),
        (
            "2022-12/2023-02",
            "December 2022 – February 2023",
            "2022년 12월 ~ 2023년 2월",
        ),
        ("2021/2023", "2021–2023", "2021년~2023년"),
        ("2023-06/2023-06", "June 2023", "2023년 6월"),
        (
            "2023-06-26/2023-08",
            "from 26 June 2023 to August 2023",
            "2023년 6월 26일부터 2023년 8월까지",
        ),
        ("../2023-06", "by June 2023", "2023년 6월까지"),
        (
            "/2023-06",
            "by June 2023 (start not known)",
            "2023년 6월까지(시작 시점 미상)",
        ),
        ("2023/..", "2023 or later", "2023년 이후"),
        ("2023/", "2023 or later (end not known)", "2023년 이후(종료 시점 미상)"),
        ("2011~", "about 2011", "2011년경"),
        ("2011?", "2011?", "2011년?"),
        ("2011%", "about 2011?", "2011년경?"),
        ("2010~/2015", "from about 2010 to 2015", "2010년경부터 2015년까지"),
        ("2023-34", "second quarter of 2023", "2023년 2분기"),
        ("2023-36?", "fourth quarter of 2023?", "2023년 4분기?"),
        ("2023-40", "first half of 2023", "2023년 상반기"),
        ("2023-41~", "about the second half of 2023", "2023년 하반기경"),
        ("2023-33/..", "the first quarter of 2023 or later", "2023년 1분기 이후"),
        ("201X", "2010s", "2010년대"),
        ("../201X", "by the 2010s", "2010년대까지"),
        ("200X", "between 2000 and 2009", "2000년에서 2009년 사이"),
        ("20XX", "between 2000 and 2099", "2000년에서 2099년 사이"),
        ("20XX~", "about 2000–2099", "2000~2099년경"),
        ("2004-XX", "2004 (month not known)", "2004년(월 미상)"),
        ("1985-04-XX", "April 1985 (day not known)", "1985년 4월(일 미상)"),
        ("1985-XX-XX", "1985 (month and day not known)", "1985년(월·일 미상)"),
        ("1985-04-XX?", "April 1985? (day not known)", "1985년 4월?(일 미상)"),
        ("XXXX-10-28", "28 October (year not known)", "10월 28일(연도 미상)"),
        ("XXXX-02-29", "29 February (year not known)", "2월 29일(연도 미상)"),
        ("XXXX-10", "October (year not known)", "10월(연도 미상)"),
        ("XXXX-10-XX", "October (year and day not known)", "10월(연도·일 미상)"),
        (
            "XXXX-08-16/XXXX-08-17",
            "16–17 August (year not known)",
            "8월 16일~17일(연도 미상)",
        ),
        (
            "XXXX-12-30/XXXX-01-02",
            "30 December – 2 January (year not known)",
            "12월 30일 ~ 1월 2일(연도 미상)",
        ),
    ],
)
def test_date_is_said_no_more_exactly_than_known(
    edtf: str, english: str, korean: str
) -> None:
    assert (in_words(edtf, "en"), in_words(edtf, "ko")) == (english, korean)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "June 2023"),
        ("en-gb", "June 2023"),
        ("en_US", "June 2023"),
        ("ko-KR", "2023년 6월"),
        ("KO", "2023년 6월"),
        ("tlh", "June 2023"),
        ("", "June 2023"),
    ],
)
def test_language_variants_are_understood_and_unknown_ones_get_english(
    language: str, said: str
) -> None:
    assert in_words("2023-06", language) == said


def test_text_that_is_no_date_is_refused() -> None:
    with pytest.raises(EdtfError):
        in_words("2023-02-30", "en")


@given(canonical_dates)
def test_every_date_has_words_in_every_language(text: str) -> None:
    for language in LANGUAGES:
        words = in_words(text, language)
        assert words == words.strip() != ""
        assert "None" not in words
        assert not {"{", "}", "X"} & set(words)


@given(canonical_dates)
def test_words_never_add_a_year_that_is_not_known(text: str) -> None:
    if not PartialDate.parse(text).has_year:
        words = in_words(text, "en")
        assert "year" in words
        assert "2000" not in words
