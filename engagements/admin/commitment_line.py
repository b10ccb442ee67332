"""A commitment's line as a picture: when it was spoken of, reported on and due.

Everything is placed by hundredths of the picture's width, so that it needs no script
and no style of its own, and reads on a phone as on a desk.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.dates.words import in_words
from engagements.models import Commitment, Mention
from engagements.vocabulary import CommitmentStatus, MentionKind

# Shapes on a square of 14 around the middle; kinds differ by shape, colour only adds.
SHAPES: Final = {
    MentionKind.MADE: "M-7 0A7 7 0 1 0 7 0A7 7 0 1 0 -7 0Z",
    MentionKind.RAISED: "M0 -7L7 6L-7 6Z",
    MentionKind.REAFFIRMED: "M-6 -6H6V6H-6Z",
    MentionKind.REVISED: "M0 -8L8 0L0 8L-8 0Z",
    MentionKind.REPORTED: "M-6 -6H6L0 7Z",
    MentionKind.FULFILLED: "M-7 0L-2 5L7 -6L7 -2L-2 9L-7 4Z",
    MentionKind.WITHDRAWN: (
        "M-7 -5L-5 -7L0 -2L5 -7L7 -5L2 0L7 5L5 7L0 2L-5 7L-7 5L-2 0Z"
    ),
}
# The edges stay free, so that nothing is cut off.
_LEFT, _RIGHT = 5.0, 95.0
# Points nearer than this, in hundredths, stand above each other; so many deep.
_NEAR, _DEPTH, _STEP = 4.5, 4, 18
_AXIS = 84
_MOST_TICKS = 5
_MOST_STATES = 200


@dataclass(frozen=True)
class Point:
    """One mark: where, which shape, what it says and where it leads."""

    x: str
    y: int
    kind: str
    label: str
    path: str = ""
    url: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True)
class Picture:
    """All that the template draws."""

    points: list[Point]
    reports: list[Point]
    changes: list[Point]
    dues: list[Point]
    ticks: list[tuple[str, int]]
    today: str
    axis: int
    legend: list[tuple[str, str, str]]


class _Scale:
    """Where a day stands."""

    def __init__(self, days: Sequence[date]) -> None:
        self.first, self.last = min(days), max(days)
        self.span = max((self.last - self.first).days, 1)

    def place(self, day: date) -> float:
        share = (day - self.first).days / self.span
        return _LEFT + (_RIGHT - _LEFT) * min(max(share, 0.0), 1.0)

    def at(self, day: date) -> str:
        return f"{self.place(day):.2f}%"

    def ticks(self) -> list[tuple[str, int]]:
        years = range(self.first.year + 1, self.last.year + 1)
        step = len(years) // _MOST_TICKS + 1
        return [(self.at(date(year, 1, 1)), year) for year in years[::step]]


def picture(
    commitment: Commitment,
    mentions: Iterable[Mention],
    updates: Iterable[Any],
    addresses: dict[int, str],
) -> Picture | None:
    """Return the picture of a line; None where there is no more than one date to it.

    ``mentions`` and ``updates`` are what the user may see; ``addresses`` has the pages
    of the meetings by key.
    """
    spoken = [
        (one, one.meeting.date_earliest, one.meeting.date_latest)
        for one in mentions
        if one.meeting.date_earliest and one.meeting.date_latest
    ]
    reported = [(one, one.date_latest) for one in updates if one.date_latest]
    states = _states(commitment)
    dues = _dues(commitment)
    today = timezone.localdate()
    days = [day for _one, *bounds in spoken for day in bounds]
    days += [day for _one, day in reported] + [day for day, _text in states]
    days += [day for day, *_rest in dues]
    if not spoken or len(set(days)) == 1:
        return None
    scale = _Scale([*days, today] if _is_near(days, today) else days)
    return Picture(
        points=_points(scale, spoken, addresses),
        reports=[
            Point(
                scale.at(day),
                _AXIS + 17,
                one.health or "none",
                _("Report, %(date)s: %(text)s")
                % {
                    "date": _words(one.date),
                    "text": one.get_health_display() or one.done[:80],
                },
            )
            for one, day in reported
        ],
        changes=[Point(scale.at(day), _AXIS, "status", text) for day, text in states],
        dues=[
            Point(scale.at(day), 14, "first" if is_first else "now", text)
            for day, is_first, text in dues
        ],
        ticks=scale.ticks(),
        today=scale.at(today) if scale.first <= today <= scale.last else "",
        axis=_AXIS,
        legend=[
            (kind.value, SHAPES[kind], str(kind.label))
            for kind in SHAPES
            if any(one.kind == kind for one, *_bounds in spoken)
        ],
    )


def _is_near(days: Sequence[date], today: date) -> bool:
    """Tell whether showing today leaves the rest of the line most of the room."""
    span = (max(days) - min(days)).days
    return (today - max(days)).days <= span


def _points(
    scale: _Scale,
    spoken: Sequence[tuple[Mention, date, date]],
    addresses: dict[int, str],
) -> list[Point]:
    points: list[Point] = []
    taken: list[float] = [-100.0] * _DEPTH
    middles = sorted(
        (
            ((scale.place(first) + scale.place(last)) / 2, one, first, last)
            for one, first, last in spoken
            if one.kind in SHAPES
        ),
        key=lambda found: (found[0], found[1].pk),
    )
    for x, one, first, last in middles:
        free = [level for level in range(_DEPTH) if x - taken[level] >= _NEAR]
        level = free[0] if free else _DEPTH - 1
        taken[level] = x
        is_vague = first != last
        points.append(
            Point(
                x=f"{x:.2f}%",
                y=_AXIS - 14 - level * _STEP,
                kind=one.kind,
                label=f"{one.get_kind_display()} · {_words(one.meeting.date)} ·"
                f" {one.meeting.title}",
                path=SHAPES[MentionKind(one.kind)],
                url=addresses.get(one.meeting_id, ""),
                since=scale.at(first) if is_vague else "",
                until=scale.at(last) if is_vague else "",
            )
        )
    return points


def _dues(commitment: Commitment) -> list[tuple[date, bool, str]]:
    """Return the current due day and, where it differs, the original one."""
    found = []
    now, first = commitment.due_date, commitment.original_due_date
    if first and first != now and commitment.original_due_date_latest:
        words = _("Originally due %s") % _words(first)
        found.append((commitment.original_due_date_latest, True, words))
    if commitment.due_date_latest:
        words = _("Due %s") % _words(now)
        found.append((commitment.due_date_latest, False, words))
    return found


def _states(commitment: Commitment) -> list[tuple[date, str]]:
    """Return the days on which its status changed, by its history."""
    history: Any = Commitment._meta.get_field("history").related_model
    rows = (
        history.objects.filter(pgh_obj=commitment)
        .order_by("pgh_id")
        .values_list("status", "pgh_created_at")[:_MOST_STATES]
    )
    found: list[tuple[date, str]] = []
    before = None
    for status, at in rows:
        if before is not None and status != before:
            day = timezone.localdate(at)
            label = CommitmentStatus(status).label
            found.append((day, f"{label} · {_words(day.isoformat())}"))
        before = status
    return found


def _words(edtf: str) -> str:
    return in_words(edtf, get_language() or "en")
