"""What a meeting's page says above the form."""

from datetime import datetime, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from chancery.admin.display import NOTHING, choice_badge, date_words
from chancery.admin.pages import Panel, Tile
from chancery.admin.sight import sighted, visible
from chancery.admin.typed import Anything
from engagements.admin.common import COMMITMENT_TONES, MEETING_TONES, sides
from engagements.models import (
    AgreementEvent,
    Meeting,
    MeetingPartner,
    MeetingStatusChange,
    Mention,
    Participation,
)
from engagements.vocabulary import SPOKEN, Level, Mode
from partners.models import Tenure


def meeting_panel(request: HttpRequest, meeting: Meeting) -> Panel:
    """Return when and where, who was there, what was spoken of, how dates moved."""
    return Panel(
        "admin/engagements/meeting.html",
        {
            "tiles": _tiles(meeting),
            "sides": _sides(request, meeting),
            "spoken_of": _spoken_of(request, meeting),
            "events": _events(request, meeting),
            "parts": _parts(request, meeting),
            "moves": _moves(request, meeting),
            "meeting": meeting,
        },
    )


def _tiles(meeting: Meeting) -> list[Tile]:
    session = ""
    if meeting.series is not None:
        session = f"{meeting.series} · {meeting.ordinal or NOTHING}"
    tiles = [
        Tile(
            _("Date"),
            date_words(meeting.date, is_inferred=meeting.date_is_inferred) or NOTHING,
        ),
        Tile(
            _("Place"),
            ", ".join(str(place) for place in (meeting.venue, meeting.place) if place)
            or NOTHING,
        ),
        Tile(_("Kind"), meeting.get_kind_display()),
    ]
    if meeting.mode != Mode.UNKNOWN:
        tiles.append(Tile(_("Mode"), meeting.get_mode_display()))
    if meeting.level != Level.UNKNOWN:
        tiles.append(Tile(_("Level"), meeting.get_level_display()))
    tiles += _clocks(meeting)
    if session:
        tiles.append(Tile(_("Session"), session))
    if meeting.parent is not None:
        tiles.append(Tile(meeting.get_parent_relation_display(), meeting.parent))
    tiles.append(Tile(_("Desk"), meeting.desk))
    if meeting.owner is not None:
        tiles.append(Tile(_("Officer in charge"), meeting.owner))
    return tiles


def _clocks(meeting: Meeting) -> list[Tile]:
    """Return the hours as the clocks of the place show them, and one's own clock."""
    if meeting.starts_at is None:
        return []
    here = timezone.get_current_timezone()
    try:
        there = ZoneInfo(meeting.time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        # PostgreSQL knows some zones that this machine does not.
        return [Tile(_("Time for you"), _hours(meeting, here))]
    tiles = [Tile(_("Time there"), _hours(meeting, there))]
    if _offset(meeting.starts_at, there) != _offset(meeting.starts_at, here):
        tiles.append(Tile(_("Time for you"), _hours(meeting, here)))
    return tiles


def _offset(moment: datetime, zone: tzinfo) -> timedelta | None:
    """Return how far the zone is from UTC then; None in years that no clock shows."""
    try:
        return moment.astimezone(zone).utcoffset()
    except OverflowError:
        return None


def _hours(meeting: Meeting, zone: tzinfo) -> str:
    """Return from when to when; days only where they are not the meeting's one day."""
    said = meeting.date_earliest
    if said != meeting.date_latest:
        said = None
    words = []
    for moment in filter(None, (meeting.starts_at, meeting.ends_at)):
        try:
            local = moment.astimezone(zone)
        except OverflowError:
            # What was typed and refused may lie beyond the last year there is.
            local = moment
        day = "" if local.date() == said else f"{date_format(local.date())}, "
        said = local.date()
        words.append(f"{day}{local:%H:%M}")
    return f"{'–'.join(words)} ({zone})"


def _sides(request: HttpRequest, meeting: Meeting) -> list[dict[str, Any]]:
    """Return the partners with their participants; last, those of no listed partner."""
    user = request.user
    partners = sighted(
        visible(MeetingPartner, user).filter(meeting=meeting), user, ["partner"]
    ).order_by("pk")
    people = list(
        sighted(
            visible(Participation, user).filter(meeting=meeting),
            user,
            ["person", "post__partner", "partner", "stands_in_for__partner"],
        ).order_by("position", "pk")
    )
    held = _posts_held(request, meeting, people)
    rows = [
        {"item": item, "title": _title_then(item, held), "partner_id": item.partner_id}
        for item in people
    ]
    listed = [
        {
            "partner": one.partner,
            "role": one.get_role_display(),
            "people": [row for row in rows if row["partner_id"] == one.partner_id],
        }
        for one in partners
    ]
    known = {one.partner_id for one in partners}
    others = [row for row in rows if row["partner_id"] not in known]
    if others:
        listed.append({"partner": None, "role": "", "people": others})
    return listed


def _title_then(item: Participation, held: dict[int, Any]) -> Anything:
    """Return the title as the source gives it, the post, or the one held that day."""
    if item.title_then:
        return item.title_then
    return item.post or held.get(item.person_id or 0, "")


def _posts_held(
    request: HttpRequest, meeting: Meeting, people: list[Participation]
) -> dict[int, Any]:
    """Return the post each person without a title held on the meeting's day."""
    wanted = {
        item.person_id
        for item in people
        if item.person_id and not item.title_then and not item.post_id
    }
    if not wanted or meeting.date_earliest is None:
        return {}
    tenures = sighted(
        visible(Tenure, request.user).filter(
            pk__in=Tenure.objects.held_on(meeting.date_earliest).values("pk"),
            person__in=wanted,
            archived_at=None,
        ),
        request.user,
        ["post__partner"],
    ).order_by("start_earliest", "pk")
    return {tenure.person_id: tenure.post for tenure in tenures}


def _spoken_of(request: HttpRequest, meeting: Meeting) -> list[dict[str, Any]]:
    rows = sighted(
        visible(Mention, request.user).filter(meeting=meeting, kind__in=SPOKEN),
        request.user,
        ["commitment", "commitment__parties__partner", "citations__source"],
    ).order_by("kind", "commitment__reference")
    return [
        {
            "mention": row,
            "commitment": row.commitment,
            "status": choice_badge(row.commitment, "status", COMMITMENT_TONES),
            "places": [place for place in row.citations.all() if place.paragraph],
            "sides": sides(row.commitment.parties.all(), row.commitment.wording),
        }
        for row in rows
    ]


def _events(request: HttpRequest, meeting: Meeting) -> list[AgreementEvent]:
    rows = visible(AgreementEvent, request.user).filter(meeting=meeting, voided_at=None)
    return list(sighted(rows, request.user, ["agreement"]).order_by("pk"))


def _parts(request: HttpRequest, meeting: Meeting) -> list[dict[str, Any]]:
    """Return the meetings inside this one and on its margins."""
    rows = visible(Meeting, request.user).filter(parent=meeting, archived_at=None)
    return [
        {
            "meeting": row,
            "date": date_words(row.date, is_inferred=row.date_is_inferred),
            "status": choice_badge(row, "status", MEETING_TONES),
        }
        for row in rows.order_by("date_earliest", "pk")
    ]


def _moves(request: HttpRequest, meeting: Meeting) -> list[dict[str, Any]]:
    rows = sighted(
        visible(MeetingStatusChange, request.user).filter(meeting=meeting),
        request.user,
        ["changed_by"],
    ).order_by("position")
    return [
        {
            "row": row,
            "old": date_words(row.old_date),
            "new": date_words(row.new_date),
            "from": row.get_from_status_display(),
            "to": row.get_to_status_display(),
        }
        for row in rows
    ]
