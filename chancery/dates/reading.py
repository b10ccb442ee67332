"""Read a date as people write it: EDTF, English, Korean, numbers with strokes or dots.

`read` never guesses. It collects every way in which a text can be meant; one way is
understood, several are asked, none is refused with what may be written instead. What
depends on the day it is said ("yesterday", "last August") is no date here. The words of
`words.in_words` are read back to the date that they say.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Final

from django.utils.translation import gettext as _

from chancery.dates import lexicon
from chancery.dates.drafts import Draft, drafts_of, years_mask
from chancery.dates.edtf import EdtfError, Fault, PartialDate
from chancery.dates.words import in_words

# Characters that a person may type; the longest words of a date are about 120.
MAX_TYPED: Final = 160
# Centuries that a two-digit year may be of, the likelier first.
_CENTURIES: Final = ("20", "19")
_MAX_CHOICES: Final = 6
_LIKE_EDTF: Final = re.compile(r"[0-9xX~?%/.\-]+")
# What EDTF says better than "not understood" about text in its own shape.
_TELLING: Final = frozenset(Fault) - {Fault.MALFORMED, Fault.DAY_FIRST, Fault.TOO_LONG}

_REFUSED_WORDS: Final = (
    (lexicon.RELATIVE, Fault.RELATIVE),
    (lexicon.TIME, Fault.WITH_TIME),
    (lexicon.SEASON, Fault.SEASON),
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text was understood as: one of a date, choices and a problem.

    All three are empty where nothing was written. `edtf` is canonical; `choices` are
    canonical dates of which the writer must pick one; `problem` is a sentence in the
    active language that says what may be typed, and `fault` its code.
    """

    edtf: str = ""
    choices: tuple[str, ...] = ()
    problem: str = ""
    fault: str = ""

    def words(self, language: str) -> str:
        """Say the date that was understood in words; '' where none was."""
        return in_words(self.edtf, language)

    def choices_in_words(self, language: str) -> tuple[str, ...]:
        """Say each of the choices in words."""
        return tuple(in_words(edtf, language) for edtf in self.choices)


def read(text: str) -> Reading:
    """Understand what somebody wrote, ask, or say what may be typed. Raises nothing."""
    given = text.strip()
    if not given:
        return Reading()
    if len(given) > MAX_TYPED:
        return _refused(Fault.TOO_LONG, length=len(given), limit=MAX_TYPED)
    strict = _as_edtf(given)
    if isinstance(strict, str):
        return Reading(edtf=strict)
    written = lexicon.plain(given)
    if "\0" in written or "@" in written:
        return _refused(Fault.NOT_READ, given=given)
    found = _Findings()
    for century in _CENTURIES:
        for edtf, weekdays in _candidates(written, century):
            found.add(edtf, weekdays)
    return found.reading(given, written, strict)


@dataclass
class _Findings:
    """The dates that a text can mean, and the first reason why another is none."""

    dates: list[str] = field(default_factory=list)
    reason: EdtfError | None = None
    is_wrong_weekday: bool = False

    def add(self, edtf: str, weekdays: tuple[int | None, int | None]) -> None:
        """Keep a date, if there is such a day and it is of the weekday written."""
        try:
            parsed = PartialDate.parse(edtf)
        except EdtfError as error:
            self.reason = self.reason or error
            return
        for point, weekday in zip((parsed.start, parsed.end), weekdays, strict=True):
            if weekday is None or point is None:
                continue
            day = point.earliest
            if day is None or day != point.latest or day.weekday() != weekday:
                self.is_wrong_weekday = True
                return
        if parsed.edtf not in self.dates:
            self.dates.append(parsed.edtf)

    def reading(self, given: str, written: str, strict: EdtfError) -> Reading:
        """Judge what was found."""
        if len(self.dates) == 1:
            return Reading(edtf=self.dates[0])
        if self.dates:
            return Reading(choices=tuple(self.dates[:_MAX_CHOICES]))
        error = self._error(given, written, strict)
        return _refused(error.fault, **{**error.params, "given": given})

    def _error(self, given: str, written: str, strict: EdtfError) -> EdtfError:
        """Choose what tells most about a text that is no date."""
        if self.is_wrong_weekday:
            return EdtfError(Fault.WRONG_WEEKDAY)
        for pattern, fault in _REFUSED_WORDS:
            if pattern.search(written):
                return EdtfError(fault)
        if strict.fault in _TELLING and _LIKE_EDTF.fullmatch(given):
            return strict
        return self.reason or EdtfError(Fault.NOT_READ)


def _as_edtf(given: str) -> str | EdtfError:
    """Give canonical EDTF, or why it is none."""
    try:
        return PartialDate.parse(given.upper()).edtf
    except EdtfError as error:
        return error


def _refused(fault: Fault, **params: str | int) -> Reading:
    error = EdtfError(fault, **params)
    return Reading(problem=str(error), fault=fault.value)


def ambiguous(reading: Reading, language: str) -> str:
    """Ask, in a sentence, which of the choices is meant."""
    said = [f"“{words}”" for words in reading.choices_in_words(language)]
    return _("This can mean %(choices)s. Write the one you mean.") % {
        "choices": " / ".join(said)
    }


Candidate = tuple[str, tuple[int | None, int | None]]


def _candidates(written: str, century: str) -> Iterator[Candidate]:
    """Give every way to read the whole text."""
    for pattern in lexicon.FROM_TO:
        if match := pattern.fullmatch(written):
            yield from _ranges(match["left"], match["right"], century, is_framed=True)
            return
    for pattern in lexicon.BETWEEN:
        if match := pattern.fullmatch(written):
            mask = years_mask(match["left"], match["right"])
            if mask:
                yield mask, (None, None)
            return
    whole = [*_open(written, century), *_alone(written, century)]
    yield from whole
    if not whole:
        for match in lexicon.BETWEEN_ENDS.finditer(written):
            left, right = written[: match.start()], written[match.end() :]
            yield from _ranges(left, right, century, is_framed=False)


def _alone(written: str, century: str) -> Iterator[Candidate]:
    """Read one date that stands alone."""
    for draft in drafts_of(written, century):
        if not draft.contradicts_itself:
            yield draft.edtf, (draft.weekday, draft.weekday)


def _open(written: str, century: str) -> Iterator[Candidate]:
    """Read an interval with one end; a note says that the other is not known."""
    unknown: lexicon.Unsaid = frozenset()
    note = lexicon.NOTE.search(written)
    if note and lexicon.parts_of(note) <= {"start", "end"}:
        unknown, written = lexicon.parts_of(note), written[: note.start()]
    for patterns, missing in ((lexicon.SINCE, "end"), (lexicon.UNTIL, "start")):
        if not unknown <= {missing}:
            continue
        other = "" if unknown else ".."
        for pattern in patterns:
            match = pattern.fullmatch(written)
            if not match:
                continue
            for draft in drafts_of(match["left"], century, inside=True):
                if draft.contradicts_itself:
                    continue
                if missing == "end":
                    yield f"{draft.edtf}/{other}", (draft.weekday, None)
                else:
                    yield f"{other}/{draft.edtf}", (None, draft.weekday)


def _ranges(
    left: str, right: str, century: str, *, is_framed: bool
) -> Iterator[Candidate]:
    """Read an interval; each end may lack what the other one says.

    Framed by words ("from … to …") a qualifier is of one end; around a dash it may be
    of one or of both.
    """
    starts = list(drafts_of(left, century, at_an_end=True, inside=is_framed))
    ends = list(drafts_of(right, century, at_an_end=True, inside=is_framed))
    for start, end in product(starts, ends):
        if start.order and end.order and start.order != end.order:
            continue
        if not is_framed and _is_short_year(start, end):
            # 2010–12 is three years to some and December to others.
            (number,) = end.loose
            if number > int(start.year[2:]):
                year = f"{start.year[:2]}{number:02d}"
                yield (
                    f"{start.edtf}/{replace(end, year=year, loose=()).edtf}",
                    (
                        None,
                        None,
                    ),
                )
            yield replace(start, part=number).edtf, (None, None)
            continue
        first, last = _settled(start, end), _settled(end, start)
        if first is None or last is None:
            continue
        first, last = _shared(first, last), _shared(last, first)
        if first.contradicts_itself or last.contradicts_itself:
            continue
        weekdays = (first.weekday, last.weekday)
        yield f"{first.edtf}/{last.edtf}", weekdays
        if not is_framed and (first.about, first.doubted) != (last.about, last.doubted):
            about, doubted = first.about or last.about, first.doubted or last.doubted
            first = replace(first, about=about, doubted=doubted)
            last = replace(last, about=about, doubted=doubted)
            yield f"{first.edtf}/{last.edtf}", weekdays


def _is_short_year(start: Draft, end: Draft) -> bool:
    """Whether a range is written like 2010–12."""
    is_year = start.year.isdigit() and start.part is None and not start.loose
    return is_year and len(end.loose) == 1 and not end.year


def _settled(draft: Draft, other: Draft) -> Draft | None:
    """Give loose numbers the units that the other end has; None where it has none."""
    if not draft.loose:
        return draft
    if len(draft.loose) == 2:  # noqa: PLR2004 - a day and a month
        if other.day is None:
            return None
        month, day = draft.loose if other.order != "dmy" else draft.loose[::-1]
        return replace(draft, part=month, day=day, loose=())
    (number,) = draft.loose
    if other.day is not None:
        return replace(draft, day=number, loose=())
    if other.part is not None and other.order == "ymd" and draft.part is None:
        return replace(draft, part=number, loose=())
    return None


def _shared(draft: Draft, other: Draft) -> Draft:
    """Give an end the month and the year that only the other one says."""
    if draft.part is None and draft.day is not None:
        draft = replace(draft, part=other.part)
    if not draft.year and "year" not in draft.unsaid | other.unsaid:
        draft = replace(draft, year=other.year)
    return draft
