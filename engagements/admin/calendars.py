"""Meetings as calendar files (iCalendar, RFC 5545): of one, or of a filtered list.

What the file says is what a calendar on somebody's telephone may say: title, time,
place, who meets, and the address of the record. Summary and outcome stay here.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from icalendar import Calendar, Event

from chancery.admin.addresses import site_page
from chancery.admin.lists.exporting import ExportFormat, rows_in_chunks
from chancery.admin.pages import Tool
from chancery.admin.sight import sighted, visible
from chancery.admin.typed import Admin, Anything
from chancery.dates.edtf import EdtfError, PartialDate
from chancery.dates.words import in_words
from engagements.models import Meeting
from engagements.vocabulary import MeetingStatus

CALENDAR_TYPE: Final = "text/calendar; charset=utf-8"
# Calendars grow slow with more, and a file is made whole before it is sent.
MAX_EVENTS: Final = 5_000
_SHOWN: Final = ("meeting_partners__partner", "place__country", "venue", "host")
_STATUS: Final = {
    MeetingStatus.PROPOSED: "TENTATIVE",
    MeetingStatus.SCHEDULED: "CONFIRMED",
    MeetingStatus.HELD: "CONFIRMED",
    MeetingStatus.POSTPONED: "TENTATIVE",
    MeetingStatus.CANCELLED: "CANCELLED",
}


@site_page("engagements/meeting/<str:reference>/calendar.ics", "meeting_calendar")
def meeting_calendar(request: HttpRequest, reference: str) -> HttpResponse:
    """Hand out one meeting; one without any date has no place in a calendar."""
    known = reference.replace("\0", "")
    rows = visible(Meeting, request.user).filter(reference=known)
    meeting = sighted(rows, request.user, _SHOWN).first()
    events = list(_events(request, [meeting])) if meeting is not None else []
    if not events:
        raise Http404(_("There is no such meeting, or it has no date."))
    return _answer(events, name=reference)


def _of_list(request: HttpRequest, _admin: Admin, listed: Anything) -> HttpResponse:
    # What the list shows and what a calendar says are loaded differently.
    rows = listed.queryset.prefetch_related(None)
    listed.queryset = sighted(rows, request.user, _SHOWN)
    events = islice(_events(request, rows_in_chunks(listed)), MAX_EVENTS)
    return _answer(events, name=f"meetings-{timezone.localdate().isoformat()}")


CALENDAR_FORMAT: Final = ExportFormat(gettext_lazy("calendar (.ics)"), _of_list)


def calendar_tools(meeting: Meeting) -> list[Tool]:
    """Offer a meeting's calendar file, where it has a time."""
    if meeting.starts_at is None and _days(meeting.date) is None:
        return []
    address = reverse("admin:meeting_calendar", args=[meeting.reference])
    return [Tool(gettext_lazy("Calendar file"), address, is_for_readers=True)]


def _answer(events: Iterable[Event], *, name: str) -> HttpResponse:
    calendar = Calendar()
    calendar.add("prodid", "-//Chancery//Meetings//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for event in events:
        calendar.add_component(event)
    calendar.add_missing_timezones()
    return HttpResponse(
        calendar.to_ical(),
        content_type=CALENDAR_TYPE,
        headers={"Content-Disposition": f'attachment; filename="{name}.ics"'},
    )


def _events(request: HttpRequest, rows: Iterable[Meeting]) -> Iterator[Event]:
    for meeting in rows:
        event = Event()
        title = meeting.title
        if meeting.starts_at is not None:
            _at_an_instant(event, meeting)
        else:
            days = _days(meeting.date)
            if days is None:
                continue
            first, last, is_exact = days
            event.add("dtstart", first)
            # The end is the first day after it, RFC 5545 section 3.6.1; the last day
            # of all has none after it.
            if last < date.max:
                event.add("dtend", last + timedelta(days=1))
            event.add("transp", "TRANSPARENT")
            if not is_exact:
                title = _("%s (date approximate)") % title
        event.add("uid", f"{meeting.reference}@chancery")
        event.add("dtstamp", meeting.updated_at.astimezone(UTC))
        event.add("last-modified", meeting.updated_at.astimezone(UTC))
        event.add("sequence", meeting.version)
        event.add("summary", title)
        event.add("status", _STATUS[MeetingStatus(meeting.status)])
        if meeting.classification:
            event.add("class", "CONFIDENTIAL")
        _around(event, meeting, request)
        yield event


def _around(event: Event, meeting: Meeting, request: HttpRequest) -> None:
    page = reverse("admin:engagements_meeting_change", args=[meeting.reference])
    address = request.build_absolute_uri(page)
    places = [str(place) for place in (meeting.venue, meeting.place) if place]
    if meeting.place is not None and meeting.place.country is not None:
        places.append(str(meeting.place.country))
    if places:
        event.add("location", ", ".join(places))
    partners = [str(item.partner) for item in meeting.meeting_partners.all()]
    lines = [
        f"{meeting.get_kind_display()} · {meeting.get_status_display()}",
        ", ".join(partners),
        in_words(meeting.date, "en") if meeting.date else "",
        f"{meeting.reference} · {address}",
    ]
    event.add("description", "\n".join(line for line in lines if line))
    event.add("url", address)


def _at_an_instant(event: Event, meeting: Meeting) -> None:
    starts = meeting.starts_at
    assert starts is not None  # noqa: S101 - asked by the caller
    event.add("dtstart", _there(starts, meeting.time_zone))
    if meeting.ends_at is not None:
        event.add("dtend", _there(meeting.ends_at, meeting.time_zone))


def _there(at: datetime, zone: str) -> datetime:
    try:
        return at.astimezone(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError):
        return at.astimezone(UTC)


def _days(edtf: str) -> tuple[date, date, bool] | None:
    """Return the first and last day a date can be, and whether it is no guess.

    An open range shows on the day that is known; a date without a year is nowhere.
    """
    if not edtf:
        return None
    try:
        found = PartialDate.parse(edtf)
    except EdtfError:
        return None
    first, last = found.earliest or found.latest, found.latest or found.earliest
    if first is None or last is None:
        return None
    return first, last, _is_exact(found)


def _is_exact(found: PartialDate) -> bool:
    points: list[Any] = [found.start, found.end]
    whole_days = all(
        point is not None and point.earliest == point.latest for point in points
    )
    return whole_days and not (found.is_approximate or found.is_uncertain)
