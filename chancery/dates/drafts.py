"""One date as someone wrote it: which of its parts are said, and in which order.

`drafts_of` reads one end of what was written, in every way that it can be meant; what
is no day of the calendar is found later, when a draft is made into EDTF.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from chancery.dates import lexicon


@dataclass(frozen=True, slots=True)
class Draft:
    """One date, before what the other end of a range tells about it.

    `part` is a month or the EDTF number of a quarter or half-year. `loose` are one or
    two numbers whose units only the other end can tell. `unsaid` names what was
    written to be unknown, `order` how numbers stood ("ymd", "dmy", "mdy", else "").
    """

    year: str = ""
    part: int | None = None
    day: int | None = None
    loose: tuple[int, ...] = ()
    about: bool = False
    doubted: bool = False
    unsaid: lexicon.Unsaid = frozenset()
    weekday: int | None = None
    order: str = ""

    @property
    def edtf(self) -> str:
        """Write it as EDTF, whether or not there is such a day."""
        year = self.year or "XXXX"
        pieces = [year]
        if self.part is not None:
            pieces.append(f"{self.part:02d}")
        elif self.unsaid & {"month"}:
            pieces.append("XX")
        if self.day is not None:
            pieces.append(f"{self.day:02d}")
        elif "day" in self.unsaid:
            pieces.append("XX")
        mark = "%" if self.about and self.doubted else ""
        mark = mark or ("~" if self.about else "?" if self.doubted else "")
        return "-".join(pieces) + mark

    @property
    def contradicts_itself(self) -> bool:
        """Whether it gives what it calls unknown, or lacks what must stand between."""
        said = {
            "year": bool(self.year),
            "month": self.part is not None,
            "day": self.day is not None,
        }
        return (
            any(said.get(name, True) for name in self.unsaid)
            or (self.unsaid == {"day"} and not said["month"])
            or (said["day"] and not said["month"])
            or bool(self.loose)
        )


_S: Final = r"[ ./-]*"
_D: Final = r"(?P<d>[0-9]{1,2})"
_M: Final = r"(?P<m>[0-9]{1,2})"
_N: Final = r"@(?P<n>[0-9]{2})"
_Y: Final = r"(?P<y>[0-9]{4})"
_YEAR: Final = r"(?:(?P<y>[0-9]{4})|'?(?P<yy>[0-9]{2}))"
_TICKED: Final = r"'(?P<yy>[0-9]{2})"
_A, _B = r" ?(?P<s>[./-]) ?", r" ?(?P=s) ?"


def _all(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)


# What a date may look like wherever it stands; the groups say what each number is.
_ANYWHERE: Final = _all(
    _Y,
    # With the name of the month.
    rf"{_D}{_S}{_N}(?:{_S}{_YEAR})?",
    rf"{_N}{_S}{_D}[ ./-]+{_YEAR}",
    rf"{_N}{_S}{_D}",
    rf"{_N}{_S}{_Y}",
    rf"{_N}{_S}{_TICKED}",
    rf"{_Y}{_S}{_N}(?:{_S}{_D})?",
    _N,
    # In numbers.
    rf"(?P<ymd>){_Y}{_A}{_M}{_B}{_D} ?\.?",
    rf"(?P<ymd>){_Y}{_A}{_M} ?\.?",
    rf"(?P<dmy>){_D}{_A}{_M}{_B}{_Y} ?\.?",
    rf"(?P<mdy>){_M}{_A}{_D}{_B}{_Y} ?\.?",
    rf"{_M}{_A}{_Y}",
    r"(?P<ymd>)(?P<y>(?:19|20)[0-9]{2})(?P<m>[0-9]{2})(?P<d>[0-9]{2})",
    rf"(?P<ymd>){_TICKED}{_A}{_M}(?:{_B}{_D})? ?\.?",
    rf"(?P<dmy>){_D}{_A}{_M}{_B}'?(?P<yy>[0-9]{{2}}) ?\.?",
    rf"(?P<mdy>){_M}{_A}{_D}{_B}'?(?P<yy>[0-9]{{2}}) ?\.?",
    rf"(?P<ymd>)(?P<yy>[0-9]{{2}}){_A}{_M}{_B}{_D} ?\.?",
    # Quarters, half-years, decades.
    rf"(?:q ?(?P<q>[1-4])|h ?(?P<h>[12])){_S}{_Y}",
    rf"{_Y}{_S}(?:q ?(?P<q>[1-4])|h ?(?P<h>[12]))",
    r"(?P<tens>[0-9]{3})0'?s",
    # In Korean.
    rf"(?P<ymd>)(?:{_YEAR}(?: ?년 ?| ))?{_M} ?월(?: ?{_D} ?일)?",
    rf"(?P<ymd>){_YEAR} ?년도?",
    rf"{_YEAR} ?년도? ?(?:제 ?)?(?P<q>[1-4])(?: ?/ ?4)? ?분기",
    rf"{_YEAR} ?년도? ?(?:(?P<h1>상반기|전반기)|하반기|후반기)(?P<half>)",
    r"(?P<tens>[0-9]{3})0 ?년대",
)
# Only alone: beside another end the number is a day.
_ALONE: Final = _all(rf"{_N}{_S}(?P<yy>[0-9]{{2}})")
# Only at one end of a range, whose other end tells what is missing.
_AT_AN_END: Final = _all(
    r"(?P<loose>[0-9]{1,2})\.?",
    r"(?P<loose>[0-9]{1,2}) ?[./-] ?(?P<loose2>[0-9]{1,2}) ?\.?",
    # June 26–28 2023.
    r"(?P<loose>[0-9]{1,2}) (?P<y>[0-9]{4})",
    r"(?P<d>[0-9]{1,2}) ?일",
    r"(?P<ymd>)(?P<y>[0-9]{4}) ?년 ?(?P<loose>[0-9]{1,2})",
    rf"(?P<ymd>)(?:{_YEAR} ?년 ?)?{_M} ?월 ?(?P<loose>[0-9]{{1,2}})",
)
# Years that only the first and the last of them say: a whole decade or century. Alone
# and without "about" or doubt, such words are an interval.
_SPAN: Final = re.compile(
    r"([0-9]{4})(?: ?[\u2013-] ?([0-9]{4})|년? ?~ ?([0-9]{4}) ?년)"
)
_QUARTER: Final = re.compile(
    r"(?:(first|1st)|(second|2nd)|(third|3rd)|(fourth|4th))[ -](quarter|half)"
    r"|quarter ([1-4])|([1-4]) ?q(?![a-z])|([1-4])(?:st|nd|rd|th)? quarter"
)


def drafts_of(
    text: str, century: str, *, at_an_end: bool = False, inside: bool = False
) -> Iterator[Draft]:
    """Give every way to read one date; two-digit years are of the given century.

    `at_an_end` of a range lets the other end tell units; `inside` words such as "by"
    lets a decade be said by its first and last year.
    """
    core, base = _qualified(text)
    core, base = _without_weekday(core, base)
    if base.about or base.doubted or inside:
        mask = span_mask(core)
        if mask:
            yield replace(base, year=mask)
            return
    core = _tokens(core)
    patterns = _ANYWHERE + (_AT_AN_END if at_an_end else _ALONE)
    for pattern in patterns:
        match = pattern.fullmatch(core)
        if match:
            draft = _filled(base, match, century)
            yield draft
            if draft.year.endswith("0X"):
                # "2000s" is a decade to some and a century to others.
                yield replace(draft, year=f"{draft.year[:2]}XX")


def _qualified(text: str) -> tuple[str, Draft]:
    """Take "about", doubt and what is unknown off a text, from both its ends."""
    base = Draft()
    while True:
        before = text = text.strip(" ,")
        if note := lexicon.NOTE.search(text):
            base = replace(base, unsaid=base.unsaid | lexicon.parts_of(note))
            text = text[: note.start()]
        for pattern in lexicon.DOUBT:
            if match := pattern.search(text):
                base = replace(base, doubted=True)
                text = text[: match.start()] + text[match.end() :]
        for pattern in lexicon.ABOUT:
            if match := pattern.search(text):
                base = replace(base, about=True)
                text = text[: match.start()] + text[match.end() :]
        text = text.removeprefix("the ")
        if text == before:
            return text, base


def _without_weekday(text: str, base: Draft) -> tuple[str, Draft]:
    """Take the day of the week off, to be checked when the day is known."""
    match = lexicon.WEEKDAY_NAME.search(text)
    if not match:
        return text, base
    text = f"{text[: match.start()]} {text[match.end() :]}".strip(" ,")
    return text, replace(base, weekday=lexicon.WEEKDAYS[match[1]])


def _tokens(text: str) -> str:
    """Write names of months as @06, quarters as q2, and leave filling words out."""
    text = _QUARTER.sub(_grouping, text)
    text = lexicon.ORDINAL.sub("", text)
    text = lexicon.MONTH_NAME.sub(
        lambda found: f"@{lexicon.MONTHS[found[1]]:02d}", text
    )
    return " ".join(lexicon.FILLER.sub(" ", text).split())


def _grouping(match: re.Match[str]) -> str:
    ordinals = match.groups()[:4]
    number = next((n for n, found in enumerate(ordinals, 1) if found), 0)
    if match[5] == "half":
        # There is no third half: left as it stands, it is not understood.
        return f"h{number}" if number <= 2 else match[0]  # noqa: PLR2004 - of two
    return f"q{number or match[6] or match[7] or match[8]}"


def _filled(base: Draft, match: re.Match[str], century: str) -> Draft:
    """Make a draft of what the groups of a pattern found."""
    found = match.groupdict()

    def number(name: str) -> int | None:
        return int(found[name]) if found.get(name) else None

    year = found.get("y") or ""
    if found.get("yy"):
        year = century + found["yy"]
    if found.get("tens"):
        year = f"{found['tens']}X"
    part = number("m") or number("n")
    if found.get("q"):
        part = 32 + int(found["q"])
    if found.get("h"):
        part = 39 + int(found["h"])
    if found.get("half") is not None:
        part = 40 if found["h1"] else 41
    loose = tuple(
        value for name in ("loose", "loose2") if (value := number(name)) is not None
    )
    order = next((name for name in ("ymd", "dmy", "mdy") if name in found), "")
    return replace(
        base,
        year=year,
        # Zero is no month, and must not pass for none said.
        part=0 if found.get("m") and not part else part,
        day=number("d"),
        loose=loose,
        order=order,
    )


def span_mask(text: str) -> str:
    """Give 200X or 20XX for its first and last year; '' for any other text."""
    match = _SPAN.fullmatch(text)
    return years_mask(match[1], match[2] or match[3]) if match else ""


def years_mask(first: str, last: str) -> str:
    """Give the decade or century from one year to another; '' if there is none."""
    if first.endswith("00") and last == f"{first[:3]}9":
        return f"{first[:3]}X"
    if first.endswith("00") and last == f"{first[:2]}99":
        return f"{first[:2]}XX"
    return ""
