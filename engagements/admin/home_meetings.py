"""The home page, meetings: what to finish, this week's, and what comes next."""

from datetime import date, timedelta
from typing import Any, Final

from django.db.models import Exists, Max, OuterRef, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from chancery.admin import rights
from chancery.admin.display import choice_badge, date_words
from chancery.admin.home import on_home
from chancery.admin.pages import Panel
from engagements import completeness
from engagements.admin.common import MEETING_TONES
from engagements.admin.completing import mending_address
from engagements.admin.home import mine
from engagements.models import Meeting, MeetingSeries
from engagements.sessions import months_after
from engagements.vocabulary import MeetingStatus

_UNCLEAR, _DRAFTS, _WEEK, _LATER = 2, 3, 3, 3
# How far ahead a session that is not scheduled yet is worth a line.
_SOON: Final = timedelta(days=180)
_MOST_SERIES = 200


@on_home
def unfinished(request: HttpRequest) -> Panel | None:
    """Return meetings whose record wants something: each with what, and where."""
    user, today = rights.user_of(request), timezone.localdate()
    if not rights.writes_for_a_desk(user):
        return None
    rows: Any = mine(Meeting, request)
    newest = ("-date_latest", "-pk")
    drafts = list(rows.incomplete().order_by(*newest)[: _DRAFTS + 1])
    unclear = list(rows.unclear(today).order_by(*newest)[: _UNCLEAR + 1])
    lacking = completeness.missing(drafts[:_DRAFTS], user)
    address = reverse("admin:engagements_meeting_changelist")
    return Panel(
        "admin/engagements/home_unfinished.html",
        {
            "drafts": [
                {
                    "meeting": row,
                    "date": date_words(row.date),
                    "missing": [
                        (item.short, mending_address(row, item))
                        for item in lacking.get(row.pk, [])
                    ],
                    "complete_url": reverse(
                        "admin:engagements_meeting_deed",
                        args=[row.reference, "complete"],
                    ),
                }
                for row in drafts[:_DRAFTS]
            ],
            "unclear": [
                {
                    "meeting": row,
                    "date": date_words(row.date),
                    "hold_url": reverse(
                        "admin:engagements_meeting_deed", args=[row.reference, "hold"]
                    ),
                }
                for row in unclear[:_UNCLEAR]
            ],
            "drafts_url": f"{address}?view=incomplete" if len(drafts) > _DRAFTS else "",
            "unclear_url": f"{address}?view=unclear" if len(unclear) > _UNCLEAR else "",
        },
        "right",
        order=20,
    )


@on_home
def meetings(request: HttpRequest) -> Panel:
    """Return this week's meetings, the next ones, and sessions that are due."""
    today = timezone.localdate()
    monday = today - timedelta(days=today.weekday())
    sunday = monday + timedelta(days=6)
    rows = list(
        mine(Meeting, request)
        .filter(
            Q(date_latest__gte=monday),
            status__in=[
                MeetingStatus.PROPOSED,
                MeetingStatus.SCHEDULED,
                MeetingStatus.HELD,
            ],
        )
        .order_by("date_latest", "date_earliest", "pk")[: _WEEK + _LATER + 1]
    )
    week = [row for row in rows if _is_in(row, monday, sunday)]
    later = [
        row for row in rows if row not in week and row.status != MeetingStatus.HELD
    ]
    address = reverse("admin:engagements_meeting_changelist")
    return Panel(
        "admin/engagements/home_meetings.html",
        {
            "week": [_dated(row) for row in week[:_WEEK]],
            "later": [_dated(row) for row in later[:_LATER]],
            "sessions": _sessions(request, today)[: max(_LATER - len(later), 1)],
            "url": f"{address}?view=ahead",
            "more": len(week) > _WEEK or len(later) > _LATER,
        },
        "right",
        order=10,
    )


def _is_in(meeting: Meeting, first: date, last: date) -> bool:
    """Tell whether a meeting begins or ends in these days; a mere year does neither."""
    bounds = (meeting.date_earliest, meeting.date_latest)
    return any(day is not None and first <= day <= last for day in bounds)


def _sessions(request: HttpRequest, today: date) -> list[dict[str, Any]]:
    """Return series whose next session is due, or soon will be, and is not planned."""
    seen = Meeting.objects.visible_to(rights.user_of(request)).filter(archived_at=None)
    planned = seen.filter(
        series=OuterRef("pk"),
        status__in=[MeetingStatus.SCHEDULED, MeetingStatus.PROPOSED],
        date_latest__gte=today,
    )
    rows = (
        mine(MeetingSeries, request)
        .filter(~Exists(planned), cadence_months__isnull=False)
        .annotate(
            last=Max(
                "meetings__date_latest",
                filter=Q(
                    meetings__status=MeetingStatus.HELD,
                    meetings__pk__in=seen.values("pk"),
                ),
            )
        )
        .filter(last__isnull=False)
        .order_by("-last", "pk")[:_MOST_SERIES]
    )
    found = [
        {"series": row, "due": due, "is_late": due < today}
        for row in rows
        if (due := months_after(row.last, row.cadence_months)) <= today + _SOON
    ]
    # A series that has slept for long is no news; what fell due last is.
    return sorted(found, key=lambda item: item["due"], reverse=True)


def _dated(row: Meeting) -> dict[str, Any]:
    return {
        "meeting": row,
        "date": date_words(row.date, is_inferred=row.date_is_inferred),
        "status": choice_badge(row, "status", MEETING_TONES),
    }
