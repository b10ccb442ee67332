"""How each language says a partial date: one `Phrases` a language, checked by a test.

Patterns are those of CLDR (https://cldr.unicode.org, "Date Format Patterns"); Babel
fills them in, so that month names come from its data. A new language is a new entry
of LANGUAGES.
"""

from dataclasses import dataclass
from typing import Final

from chancery.dates.points import Precision

# Left pattern, what stands between, right pattern.
Range = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words and patterns of one language.

    `single` and `ranges` are keyed by precision and by what is shared or missing:
    `ranges` by (precision, has a year, the widest part both ends share or "").
    `within` wraps a quarter, half-year or decade inside a longer phrase.
    """

    locale: str
    single: dict[tuple[Precision, bool], str]
    ranges: dict[tuple[Precision, bool, str], Range]
    quarters: tuple[str, str, str, str]
    halves: tuple[str, str]
    decade: str
    years: str
    between: str
    within: str
    about: str
    doubtful: str
    since: str
    until: str
    span: str
    note: str
    note_join: str
    parts: dict[str, str]


_DAY, _MONTH, _YEAR = Precision.DAY, Precision.MONTH, Precision.YEAR

ENGLISH: Final = Phrases(
    locale="en_GB",
    single={
        (_DAY, True): "d MMMM y",
        (_DAY, False): "d MMMM",
        (_MONTH, True): "MMMM y",
        (_MONTH, False): "LLLL",
        (_YEAR, True): "y",
    },
    ranges={
        (_DAY, True, "month"): ("d", "–", "d MMMM y"),
        (_DAY, True, "year"): ("d MMMM", " – ", "d MMMM y"),
        (_DAY, True, ""): ("d MMMM y", " – ", "d MMMM y"),
        (_DAY, False, "month"): ("d", "–", "d MMMM"),
        (_DAY, False, ""): ("d MMMM", " – ", "d MMMM"),
        (_MONTH, True, "year"): ("LLLL", "–", "MMMM y"),
        (_MONTH, True, ""): ("MMMM y", " – ", "MMMM y"),
        (_MONTH, False, ""): ("LLLL", "–", "LLLL"),
        (_YEAR, True, ""): ("y", "–", "y"),
    },
    quarters=(
        "first quarter of {year}",
        "second quarter of {year}",
        "third quarter of {year}",
        "fourth quarter of {year}",
    ),
    halves=("first half of {year}", "second half of {year}"),
    decade="{year}s",
    years="{first}–{last}",
    between="between {first} and {last}",
    within="the {text}",
    about="about {text}",
    doubtful="{text}?",
    since="{start} or later",
    until="by {end}",
    span="from {start} to {end}",
    note="{text} ({parts} not known)",
    note_join=" and ",
    parts={
        "year": "year",
        "month": "month",
        "day": "day",
        "start": "start",
        "end": "end",
    },
)

KOREAN: Final = Phrases(
    locale="ko",
    single={
        (_DAY, True): "y년 M월 d일",
        (_DAY, False): "M월 d일",
        (_MONTH, True): "y년 M월",
        (_MONTH, False): "M월",
        (_YEAR, True): "y년",
    },
    ranges={
        (_DAY, True, "month"): ("y년 M월 d일", "~", "d일"),
        (_DAY, True, "year"): ("y년 M월 d일", " ~ ", "M월 d일"),
        (_DAY, True, ""): ("y년 M월 d일", " ~ ", "y년 M월 d일"),
        (_DAY, False, "month"): ("M월 d일", "~", "d일"),
        (_DAY, False, ""): ("M월 d일", " ~ ", "M월 d일"),
        (_MONTH, True, "year"): ("y년 M월", "~", "M월"),
        (_MONTH, True, ""): ("y년 M월", " ~ ", "y년 M월"),
        (_MONTH, False, ""): ("M월", "~", "M월"),
        (_YEAR, True, ""): ("y년", "~", "y년"),
    },
    quarters=("{year}년 1분기", "{year}년 2분기", "{year}년 3분기", "{year}년 4분기"),
    halves=("{year}년 상반기", "{year}년 하반기"),
    decade="{year}년대",
    years="{first}~{last}년",
    between="{first}년에서 {last}년 사이",
    within="{text}",
    about="{text}경",
    doubtful="{text}?",
    since="{start} 이후",
    until="{end}까지",
    span="{start}부터 {end}까지",
    note="{text}({parts} 미상)",
    note_join="·",
    parts={
        "year": "연도",
        "month": "월",
        "day": "일",
        "start": "시작 시점",
        "end": "종료 시점",
    },
)

LANGUAGES: Final = {"en": ENGLISH, "ko": KOREAN}
