"""Say a partial date to a person, no more exactly than it is known."""

from datetime import date
from functools import lru_cache

from babel.dates import format_date

from chancery.dates.edtf import PartialDate, Point, Precision
from chancery.dates.phrases import ENGLISH, LANGUAGES, Phrases

_GROUPED = frozenset({Precision.QUARTER, Precision.HALF, Precision.DECADE})
# Only used to fill patterns that leave the year out; a leap year knows 29 February.
_SOME_YEAR = 2000


@lru_cache(maxsize=4096)
def in_words(edtf: str, language: str) -> str:
    """Say EDTF text in a language ("en", "ko", "ko-KR"), in English where unknown.

    '' gives ''. Raises EdtfError for text that is no date; stored text always is one.
    """
    if not edtf:
        return ""
    parsed = PartialDate.parse(edtf)
    code = language.replace("_", "-").partition("-")[0].lower()
    phrases = LANGUAGES.get(code, ENGLISH)
    if parsed.start is None or parsed.end is None:
        return _open_interval(parsed, phrases)
    if parsed.start == parsed.end:
        return _alone(parsed.start, phrases)
    return _closed_interval(parsed.start, parsed.end, phrases)


def _open_interval(parsed: PartialDate, phrases: Phrases) -> str:
    """Say an interval with one end; tell an unknown other end from an open one."""
    if parsed.start:
        text = phrases.since.format(start=_inside(parsed.start, phrases))
    elif parsed.end:
        text = phrases.until.format(end=_inside(parsed.end, phrases))
    else:  # pragma: no cover - the parser refuses it
        raise AssertionError(parsed)
    if ".." in parsed.edtf:
        return text
    return _noted(text, ("end" if parsed.start else "start",), phrases)


def _closed_interval(start: Point, end: Point, phrases: Phrases) -> str:
    """Say an interval, in its short form where both ends are alike and plain."""
    is_plain = not (start.qualifier or end.qualifier)
    unsaid = tuple(name for name in start.unsaid if name == "year")
    if is_plain and start.unsaid == end.unsaid == unsaid:
        key = (start.precision, start.year is not None, _shared(start, end))
        if start.precision == end.precision and key in phrases.ranges:
            left, between, right = phrases.ranges[key]
            first, last = _fill(start, left, phrases), _fill(end, right, phrases)
            return _noted(first + between + last, unsaid, phrases)
    return phrases.span.format(start=_inside(start, phrases), end=_inside(end, phrases))


def _shared(start: Point, end: Point) -> str:
    """Name the widest part that both ends share and that need be said once."""
    if start.year != end.year or start.precision is Precision.YEAR:
        return ""
    if start.precision is Precision.DAY and start.month == end.month:
        return "month"
    return "year" if start.year is not None else ""


def _alone(point: Point, phrases: Phrases) -> str:
    """Say one date that stands alone."""
    if _is_span(point) and not point.qualifier:
        return phrases.between.format(**_span(point))
    if point.is_approximate:
        return _inside(point, phrases)
    return _qualified(_core(point, phrases), point, phrases)


def _inside(point: Point, phrases: Phrases) -> str:
    """Say one date inside a longer phrase."""
    core = _core(point, phrases)
    if point.precision in _GROUPED and not _is_span(point):
        core = phrases.within.format(text=core)
    return _qualified(core, point, phrases)


def _qualified(core: str, point: Point, phrases: Phrases) -> str:
    """Add "about", the question mark and what is not known."""
    if point.is_approximate:
        core = phrases.about.format(text=core)
    if point.is_uncertain:
        core = phrases.doubtful.format(text=core)
    return _noted(core, point.unsaid, phrases)


def _core(point: Point, phrases: Phrases) -> str:
    """Say what is known of one date and nothing else."""
    if _is_span(point):
        return phrases.years.format(**_span(point))
    if point.precision is Precision.DECADE:
        return phrases.decade.format(year=point.year)
    month = point.month or 1
    if point.precision is Precision.QUARTER:
        return phrases.quarters[month // 3].format(year=point.year)
    if point.precision is Precision.HALF:
        return phrases.halves[month // 6].format(year=point.year)
    pattern = phrases.single[point.precision, point.year is not None]
    return _fill(point, pattern, phrases)


def _is_span(point: Point) -> bool:
    """Whether only first and last year say it: "2000s" is a decade and a century."""
    if point.precision is Precision.DECADE:
        return (point.year or 0) % 100 == 0
    return point.precision is Precision.CENTURY


def _span(point: Point) -> dict[str, int]:
    """Give the first and last year of a decade or century."""
    first = point.year or 0
    length = 10 if point.precision is Precision.DECADE else 100
    return {"first": first, "last": first + length - 1}


def _fill(point: Point, pattern: str, phrases: Phrases) -> str:
    """Fill a pattern, which must not ask for more than the point knows."""
    day = date(point.year or _SOME_YEAR, point.month or 1, point.day or 1)
    return format_date(day, format=pattern, locale=phrases.locale)


def _noted(text: str, unsaid: tuple[str, ...], phrases: Phrases) -> str:
    """Add what is not known, in words."""
    if not unsaid:
        return text
    parts = phrases.note_join.join(phrases.parts[name] for name in unsaid)
    return phrases.note.format(text=text, parts=parts)
