"""The sessions of a series: which are missing and which is late."""

from dataclasses import dataclass
from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser

from engagements.models import Meeting, MeetingSeries
from engagements.vocabulary import MeetingStatus


@dataclass(frozen=True)
class Sessions:
    """What a series shows at a glance.

    ``missing`` are ordinals of which no session is on record between the first and the
    last that are; ``next_ordinal`` is what the next session will be; ``due`` is the day
    by which the cadence would have it, None without a cadence or a dated session.
    """

    missing: tuple[int, ...]
    next_ordinal: int
    last_held: Meeting | None
    due: date | None
    is_late: bool


def sessions(
    series: MeetingSeries, *, user: AbstractBaseUser | AnonymousUser, today: date
) -> Sessions:
    """Return how a series' sessions stand, as far as the user may see them."""
    rows = list(
        Meeting.objects.visible_to(user)
        .filter(series=series, archived_at=None)
        .exclude(status=MeetingStatus.CANCELLED)
        .order_by("ordinal", "pk")
    )
    ordinals = [row.ordinal for row in rows if row.ordinal is not None]
    known = set(ordinals)
    missing = tuple(
        number
        for number in range(min(known, default=1), max(known, default=0) + 1)
        if number not in known
    )
    held = [
        row
        for row in rows
        if row.status == MeetingStatus.HELD and row.date_latest is not None
    ]
    last = max(held, key=lambda row: (row.date_latest, row.pk), default=None)
    due = None
    if last is not None and last.date_latest and series.cadence_months:
        due = months_after(last.date_latest, series.cadence_months)
    planned = any(row.status == MeetingStatus.SCHEDULED for row in rows)
    return Sessions(
        missing=missing,
        next_ordinal=max(known, default=0) + 1,
        last_held=last,
        due=due,
        is_late=due is not None and due < today and not planned,
    )


def months_after(day: date, months: int) -> date:
    """Return the first day of the month after that many months: a month's grace."""
    number = day.year * 12 + day.month - 1 + months + 1
    return date(number // 12, number % 12 + 1, 1)
