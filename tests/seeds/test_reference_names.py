"""Names of the reference partners: which library's, in which language and form."""

import re
from functools import cache

import pytest
from babel import Locale

from seeds.reference import ReferencePartner, reference_partners
from seeds.reference.territories import KOREAN_OFFICIAL_REFUSED

HANGUL_SYLLABLE = re.compile(r"[\uac00-\ud7a3]")


@cache
def by_code() -> dict[str, ReferencePartner]:
    return {partner.code: partner for partner in reference_partners()}


def name(code: str, language: str, form: str) -> str:
    found = [
        each.text
        for each in by_code()[code].names
        if (each.language, each.form) == (language, form)
    ]
    return found[0] if found else ""


def states() -> set[str]:
    return {each.code for each in reference_partners() if each.kind == "state"}


def test_every_partner_has_a_short_name_in_both_languages() -> None:
    wanted = {("en", "short"), ("ko", "short")}
    lacking = [
        partner.code
        for partner in reference_partners()
        if not wanted <= {(each.language, each.form) for each in partner.names}
    ]
    assert lacking == []


def test_names_are_one_for_each_language_and_form() -> None:
    doubled = [
        partner.code
        for partner in reference_partners()
        if len({(each.language, each.form) for each in partner.names})
        != len(partner.names)
    ]
    assert doubled == []


def test_korean_names_are_hangul_and_english_names_are_not() -> None:
    names = [each for partner in reference_partners() for each in partner.names]
    wrong = [
        each
        for each in names
        if bool(HANGUL_SYLLABLE.search(each.text)) != (each.language == "ko")
        or each.script != {"en": "Latn", "ko": "Hang"}[each.language]
        or each.text != each.text.strip()
    ]
    assert wrong == []


def test_every_state_has_an_english_official_name() -> None:
    assert {code for code in states() if not name(code, "en", "official")} == set()


def test_states_without_a_korean_official_name_are_known() -> None:
    lacking = {code for code in states() if not name(code, "ko", "official")}
    # The second set: the translator gave the short name for the long one.
    assert lacking == set(KOREAN_OFFICIAL_REFUSED) | {
        "AUS", "ISR", "KWT", "LBY", "QAT", "USA", "WSM",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("KOR", ("Republic of Korea", "South Korea", "대한민국", "대한민국")),
        (
            "PRK",
            (
                "Democratic People's Republic of Korea",
                "North Korea",
                "조선민주주의인민공화국",
                "북한",
            ),
        ),
        ("MNG", ("Mongolia", "Mongolia", "몽골", "몽골")),
        ("KGZ", ("Kyrgyz Republic", "Kyrgyzstan", "키르기스 공화국", "키르기스스탄")),
        ("RUS", ("Russian Federation", "Russia", "러시아 연방", "러시아")),
        ("CHN", ("People's Republic of China", "China", "중화인민공화국", "중국")),
        (
            "COD",
            (
                "Democratic Republic of the Congo",
                "Democratic Republic of the Congo",
                "콩고 민주 공화국",
                "콩고 민주 공화국",
            ),
        ),
        ("COG", ("Republic of the Congo", "Congo", "콩고 공화국", "콩고")),
        (
            "CIV",
            (
                "Republic of Côte d'Ivoire",
                "Côte d'Ivoire",
                "코트디부아르 공화국",
                "코트디부아르",
            ),
        ),
        ("VAT", ("Holy See", "Holy See", "교황청", "교황청")),
        ("HUN", ("Hungary", "Hungary", "헝가리", "헝가리")),
        (
            "CPV",
            ("Republic of Cabo Verde", "Cabo Verde", "카보베르데 공화국", "카보베르데"),
        ),
        ("UN", ("United Nations", "UN", "국제연합", "유엔")),
        ("HKG", ("", "Hong Kong", "", "홍콩")),
        ("FLK", ("", "Falkland Islands (Malvinas)", "", "포클랜드 제도 (말비나스)")),
        (
            "SHN",
            (
                "",
                "Saint Helena, Ascension and Tristan da Cunha",
                "",
                "세인트헬레나",
            ),
        ),
    ],
)
def test_names_are_those_of_the_chosen_library(
    code: str, names: tuple[str, str, str, str]
) -> None:
    assert names == (
        name(code, "en", "official"),
        name(code, "en", "short"),
        name(code, "ko", "official"),
        name(code, "ko", "short"),
    )


@pytest.mark.parametrize("code", ["EU", "UN"])
def test_typed_names_equal_cldr_where_cldr_has_them(code: str) -> None:
    assert name(code, "en", "official") == Locale("en").territories[code]
    korean = Locale("ko").territories[code]
    assert name(code, "ko", "official") == korean.replace(" ", "")
