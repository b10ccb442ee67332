"""Reading an invitation: a calendar file (iCalendar, RFC 5545) with one event."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from icalendar import Calendar

from chancery.imports.tables import FileRefusedError

MAX_BYTES: Final = 1024 * 1024
MAX_ATTENDEES: Final = 100
_LONGEST: Final = 300
_MARKS: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True)
class Invitation:
    """What an invitation says; times as told, in the zone they are told in.

    ``zone`` is "" where the file gives a time of day without saying where.
    """

    uid: str
    title: str
    date: str
    starts: datetime | None
    ends: datetime | None
    zone: str
    place: str
    text: str
    people: tuple[str, ...]


def read_invitation(content: bytes) -> Invitation:
    """Read the one event of a calendar file; FileRefusedError in words otherwise."""
    if len(content) > MAX_BYTES:
        raise FileRefusedError(_("The file is larger than 1 MB: it is no invitation."))
    bare = content
    for mark in _MARKS:
        bare = bare.removeprefix(mark)
    if not bare.lstrip()[:15].upper() == b"BEGIN:VCALENDAR":
        raise FileRefusedError(
            _("This is no calendar file. Save the invitation as .ics and choose that.")
        )
    try:
        return _invitation(_only_event(Calendar.from_ical(bare.decode("utf-8"))))
    except UnicodeDecodeError as error:
        raise FileRefusedError(
            _("The file is not readable text: byte %d does not fit.")
            % (error.start + 1)
        ) from error
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
        raise FileRefusedError(
            _("The calendar file cannot be read: it is damaged. Ask for it again.")
        ) from error


def _only_event(calendar: Any) -> Any:  # noqa: ANN401 - icalendar's components
    if str(calendar.get("METHOD", "")).upper() == "CANCEL":
        raise FileRefusedError(
            _("This calls a meeting off. Open the meeting and choose “Call off”.")
        )
    events = calendar.events
    if not events:
        raise FileRefusedError(_("The calendar file holds no event."))
    if len(events) > 1:
        raise FileRefusedError(
            _("The calendar file holds %d events. Save the one that is meant.")
            % len(events)
        )
    (event,) = events
    if any(name in event for name in ("RRULE", "RDATE")):
        raise FileRefusedError(
            _("The event recurs. Save the one occurrence that is meant.")
        )
    return event


def _invitation(event: Any) -> Invitation:  # noqa: ANN401 - as above
    if "DTSTART" not in event:
        raise FileRefusedError(_("The event does not say when it is."))
    start, end = event.start, event.end
    starts = ends = None
    zone = ""
    if isinstance(start, datetime):
        zone = _zone(start)
        starts = _told_in(start, zone)
        if isinstance(end, datetime) and end > start:
            ends = _told_in(end, zone)
        days = starts.date().isoformat()
    else:
        days = _days(start, end)
    return Invitation(
        uid=_text(event.get("UID")),
        title=_text(event.get("SUMMARY")),
        date=days,
        starts=starts,
        ends=ends,
        zone=zone,
        place=_text(event.get("LOCATION")),
        text=_text(event.get("DESCRIPTION"), limit=5_000),
        people=_people(event),
    )


def _days(first: date, after: date) -> str:
    last = after - timedelta(days=1) if after > first else first
    if last <= first:
        return first.isoformat()
    return f"{first.isoformat()}/{last.isoformat()}"


def _zone(at: datetime) -> str:
    if at.tzinfo is None:
        return ""
    return str(getattr(at.tzinfo, "key", "") or "UTC")


def _told_in(at: datetime, zone: str) -> datetime:
    """Return the time without its zone, as the clock there shows it."""
    if not zone:
        return at
    there = at.astimezone(UTC if zone == "UTC" else ZoneInfo(zone))
    return there.replace(tzinfo=None)


def _people(event: Any) -> tuple[str, ...]:  # noqa: ANN401 - as above
    """Return the organiser and those who are asked, each once, by name or address."""
    found: dict[str, None] = {}
    for name in ("ORGANIZER", "ATTENDEE"):
        given = event.get(name, [])
        for one in given if isinstance(given, list) else [given]:
            params = getattr(one, "params", {})
            if str(params.get("CUTYPE", "")).upper() in {"ROOM", "RESOURCE"}:
                continue
            address = str(one).removeprefix("mailto:").removeprefix("MAILTO:")
            found[_text(params.get("CN")) or _text(address)] = None
    return tuple(name for name in found if name)[:MAX_ATTENDEES]


def _text(value: object, *, limit: int = _LONGEST) -> str:
    if value is None:
        return ""
    text = str(value).replace("\0", "").strip()
    return text[:limit] if limit > _LONGEST else " ".join(text.split())[:limit]
