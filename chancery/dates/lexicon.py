"""The words in which people write dates, in English and Korean, as patterns.

Names of months and days of the week are those of CLDR, by Babel. All patterns are for
text that went through `plain`.
"""

import re
import unicodedata
from typing import Final

from babel import Locale

_DASHES: Final = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2212\ufe63", "-"),
        **dict.fromkeys("\u2014\u2015", "\u2013"),
        **dict.fromkeys("\u301c\u223c\u223d", "~"),
        **dict.fromkeys("\u2018\u2019\u02bc`\u00b4", "'"),
        **dict.fromkeys("\u00b7\u30fb\u318d", ","),
    }
)


def plain(text: str) -> str:
    """Give text in one spelling: narrow digits, small letters, single blanks."""
    # Dashes first: NFKC would break some of them up.
    text = unicodedata.normalize("NFKC", text.translate(_DASHES)).casefold()
    return " ".join(text.translate(_DASHES).split())


def _names(kind: str) -> dict[str, int]:
    """Collect the names that CLDR has for months or days of the week in English."""
    found: dict[str, int] = {}
    for code in ("en", "en_GB"):
        widths = getattr(Locale.parse(code), kind)
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in widths[context][width].items():
                    found[plain(name).rstrip(".")] = number
    return found


MONTHS: Final = {**_names("months"), "sept": 9}
WEEKDAYS: Final = {
    **_names("days"),
    "tues": 1,
    "thur": 3,
    "thurs": 3,
    # In Korean with its ending or in brackets only: alone they are units and numbers.
    **{
        shape.format(day): number
        for number, day in enumerate("월화수목금토일")
        for shape in ("{}요일", "({})", "({}요일)")
    },
}


def _any_of(words: "dict[str, int]") -> str:
    """Write a pattern for any of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


MONTH_NAME: Final = re.compile(rf"(?<![a-z])({_any_of(MONTHS)})(?![a-z])\.?")
WEEKDAY_NAME: Final = re.compile(
    rf"\(?(?<![a-z])({_any_of(WEEKDAYS)})(?![a-z])\.?\)?,?"
)
ORDINAL: Final = re.compile(r"(?<=[0-9])(?:st|nd|rd|th)(?![a-z])")
# Words that carry nothing, and commas.
FILLER: Final = re.compile(r"(?<![a-z])(?:the|of|in|on)(?![a-z])|,")

# What depends on when it was said; seasons; times of day: refused, each in its words.
RELATIVE: Final = re.compile(
    r"(?<![a-z])(?:yesterday|today|tomorrow|tonight|now|last|next|this|ago|previous"
    r"|current|recent|recently|coming|past|same|day after|day before)(?![a-z])"
    r"|어제|그제|그저께|오늘|내일|모레|지난|다음|이번|작년|재작년|올해|금년|내년|내후년"
    r"|전년|금월|전월|익월|당월|지난달|이달|금일|명일|전날|이듬해|최근|현재|방금|동년"
)
SEASON: Final = re.compile(
    r"(?<![a-z])(?:spring|summer|autumn|fall|winter)(?![a-z])"
    r"|봄|여름|가을|겨울|춘계|하계|추계|동계"
)
TIME: Final = re.compile(
    r"[0-9]{1,2}:[0-9]{2}|[0-9] ?[ap]\.?m(?![a-z])|오전|오후|정오|[0-9] ?시|[0-9]t[0-9]"
    r"|(?<![a-z])(?:noon|midnight)(?![a-z])"
)

# Which part is not known, after the date it belongs to.
_PART_KEYS: Final = {
    "year": "year",
    "month": "month",
    "day": "day",
    "start": "start",
    "end": "end",
    "연도": "year",
    "년도": "year",
    "연": "year",
    "월": "month",
    "일": "day",
    "시작 시점": "start",
    "종료 시점": "end",
}
_PART: Final = "|".join(sorted(_PART_KEYS, key=len, reverse=True))
_PARTS: Final = rf"(?:{_PART})(?:(?: and |,| ?, ?)(?:{_PART}))*"
NOTE: Final = re.compile(
    rf"[ ,]*(?P<open>\()?(?P<parts>{_PARTS}) ?"
    r"(?:is )?(?:not known|unknown|missing|미상|불명|모름)(?(open)\))$"
)


Unsaid = frozenset[str]


def parts_of(note: re.Match[str]) -> Unsaid:
    """Name the parts that a note calls unknown."""
    return frozenset(_PART_KEYS[found] for found in re.findall(_PART, note["parts"]))


# "About" is all that can be kept of "early", "mid" and "late".
ABOUT: Final = (
    re.compile(
        r"^(?:~|(?:about|around|circa|ca\.?|c\.|approximately|approx\.?|roughly"
        r"|early(?: in)?|late(?: in)?|mid|(?:the )?(?:beginning|start|middle|end) of"
        r"|sometime in|some time in|약|대략)(?:[ -]|(?=[0-9])))"
    ),
    re.compile(r"(?:~| ?(?:경|쯤|무렵|께|초순?|중순|중반|하순|말)에?)$"),
)
DOUBT: Final = (
    re.compile(r"^(?:probably|perhaps|possibly|maybe|아마도?) "),
    re.compile(r"\?$"),
)

# Intervals with words around them. `left` and `right` are dates.
FROM_TO: Final = (
    re.compile(r"from (?P<left>.+) (?:to|until|till|through) (?P<right>.+)"),
    re.compile(r"(?P<left>.+)(?:부터|에서) ?(?P<right>.+)까지"),
)
BETWEEN: Final = (
    re.compile(r"between (?P<left>[0-9]{4}) and (?P<right>[0-9]{4})"),
    re.compile(r"(?P<left>[0-9]{4})년?(?:에서|과|와) ?(?P<right>[0-9]{4})년 사이"),
)
SINCE: Final = (
    re.compile(r"(?P<left>.+) (?:or later|onwards?|and later)"),
    re.compile(r"(?:since|from|starting) (?P<left>.+?)(?: on| onwards?)?"),
    re.compile(r"(?P<left>.+?) ?(?:이후|부터)"),
    re.compile(r"(?P<left>.+) ?~"),
)
UNTIL: Final = (
    re.compile(
        r"(?:by|until|till|up to|no later than)(?: the end of| end of)? (?P<left>.+)"
    ),
    re.compile(r"(?P<left>.+?)(?: ?말)?까지"),
    re.compile(r"~ ?(?P<left>.+)"),
)
# What may stand between the two ends of a range.
BETWEEN_ENDS: Final = re.compile(
    r" (?:to|until|till|through) | ?\u2013 ?| ?~ ?| ?- ?| / |(?<=[0-9])/(?=[0-9])"
)
