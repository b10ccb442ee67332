"""Meetings that may be the one about to be entered."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date as _day
from datetime import timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q
from rapidfuzz import fuzz

from chancery.dates.edtf import EdtfError, PartialDate
from chancery.scope import AnyUser
from engagements.models import Meeting, MeetingPartner, MeetingSeries
from partners.models import Partner

# Of 100: "7th Korea–Mongolia Joint Committee" and "Joint Committee with Mongolia, 7th
# session" are 74; two visits of different ministers to one country seldom reach 60.
ALIKE = 65
_MOST_CANDIDATES = 200
_SHOWN = 5
# Travel and time zones: one calendar says the 26th, the other the 27th.
_MARGIN = timedelta(days=1)


@dataclass(frozen=True)
class Draft:
    """What is known so far of a meeting that is being entered."""

    title: str = ""
    date: str = ""
    partners: Collection[Partner] = ()
    series: MeetingSeries | None = None
    ordinal: int | None = None


def similar_meetings(draft: Draft, *, user: AnyUser) -> list[Meeting]:
    """Return the visible meetings that may be the same, the likeliest first.

    The same are a session with that number in the series; or a meeting whose date can
    be the same, at which one of the foreign partners took part, with a title alike.
    """
    rows: Any = Meeting.objects.visible_to(user).current()
    found: dict[int, tuple[float, Meeting]] = {}
    if draft.series is not None and draft.ordinal is not None:
        for row in rows.filter(series=draft.series, ordinal=draft.ordinal)[:_SHOWN]:
            found[row.pk] = (101.0, row)
    for row in _same_days(rows, draft, user):
        score = fuzz.token_set_ratio(row.title.casefold(), draft.title.casefold())
        if score >= ALIKE:
            found.setdefault(row.pk, (score, row))
    ranked = sorted(found.values(), key=lambda pair: (-pair[0], pair[1].pk))
    return [row for _score, row in ranked[:_SHOWN]]


def _same_days(rows: Any, draft: Draft, user: AnyUser) -> list[Meeting]:  # noqa: ANN401 - a queryset
    foreign = [partner.pk for partner in draft.partners if not partner.is_home]
    if not (foreign and draft.title and draft.date):
        return []
    try:
        date = PartialDate.parse(draft.date)
    except EdtfError:
        return []
    if not date.has_year:
        return []
    together = Q()
    if date.latest is not None:
        last = date.latest + min(_MARGIN, _day.max - date.latest)
        together &= Q(date_earliest=None) | Q(date_earliest__lte=last)
    if date.earliest is not None:
        first = date.earliest - min(_MARGIN, date.earliest - _day.min)
        together &= Q(date_latest=None) | Q(date_latest__gte=first)
    present = MeetingPartner.objects.visible_to(user).filter(
        meeting=OuterRef("pk"), partner__in=foreign
    )
    dated = rows.filter(together, Exists(present)).exclude(date="")
    return list(dated.order_by("-date_latest", "-pk")[:_MOST_CANDIDATES])
