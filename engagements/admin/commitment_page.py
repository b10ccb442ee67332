"""What a commitment's page says above the form: its line, reports and dates."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from chancery.admin.display import NOTHING, choice_badge, date_words
from chancery.admin.pages import Panel, Tile
from chancery.admin.sight import sighted, visible
from chancery.templatetags.desk import url
from engagements.admin.commitment_line import picture
from engagements.admin.common import (
    COMMITMENT_TONES,
    DECISION_TONES,
    HEALTH_TONES,
    sides,
)
from engagements.models import (
    Commitment,
    CommitmentParty,
    DueDateChange,
    Mention,
    ProgressUpdate,
    Succession,
)
from engagements.vocabulary import OPEN_STATUSES, SPOKEN


def is_overdue(commitment: Commitment, today: date) -> bool:
    """Tell whether an open commitment's last possible due day has passed."""
    last = commitment.due_date_latest
    is_open = commitment.status in OPEN_STATUSES and commitment.archived_at is None
    return is_open and last is not None and last < today


def commitment_panel(request: HttpRequest, commitment: Commitment) -> Panel:
    """Return the facts, the line as picture and list, reports, asked-for dates."""
    updates = _updates(request, commitment)
    line = _line(request, commitment)
    return Panel(
        "admin/engagements/commitment.html",
        {
            "tiles": _tiles(request, commitment, updates),
            "line": line,
            "picture": picture(
                commitment,
                [point["mention"] for point in line],
                [row["update"] for row in updates],
                {point["meeting"].pk: url(point["meeting"]) for point in line},
            ),
            "updates": updates,
            "date_changes": _date_changes(request, commitment),
            "origins": _successions(request, commitment, "predecessor"),
            "successors": _successions(request, commitment, "successor"),
            "commitment": commitment,
        },
    )


def _tiles(
    request: HttpRequest, commitment: Commitment, updates: list[dict[str, Any]]
) -> list[Tile]:
    parties = sighted(
        visible(CommitmentParty, request.user).filter(commitment=commitment),
        request.user,
        ["partner"],
    )
    tiles = [
        Tile(_("Who"), sides(parties, commitment.wording) or NOTHING),
        _due(commitment),
    ]
    if updates:
        tiles.append(Tile(_("How it goes"), updates[0]["health"] or NOTHING))
    if commitment.waiting_on:
        tiles.append(Tile(_("Waiting on"), commitment.get_waiting_on_display()))
    tiles += [
        Tile(_("Sector"), commitment.get_sector_display()),
        Tile(_("Desk"), commitment.desk),
    ]
    if commitment.owner is not None:
        tiles.append(Tile(_("Officer in charge"), commitment.owner))
    if commitment.close_reason:
        tiles.append(Tile(_("Reason for closing"), commitment.close_reason))
    return tiles


def _due(commitment: Commitment) -> Tile:
    now, first = commitment.due_date, commitment.original_due_date
    shown: SafeString | str = date_words(now) or NOTHING
    if first and first != now:
        shown = format_html(
            '{} <span class="quiet">({} {})</span>',
            shown,
            _("originally"),
            date_words(first),
        )
    return Tile(_("Due"), shown)


def _line(request: HttpRequest, commitment: Commitment) -> list[dict[str, Any]]:
    rows = sighted(
        visible(Mention, request.user).filter(commitment=commitment, kind__in=SPOKEN),
        request.user,
        ["meeting__place", "citations__source"],
    ).order_by("meeting__date_earliest", "meeting__date_latest", "pk")
    return [
        {
            "mention": row,
            "meeting": row.meeting,
            "places": [place for place in row.citations.all() if place.paragraph],
            "date": date_words(
                row.meeting.date, is_inferred=row.meeting.date_is_inferred
            ),
        }
        for row in rows
    ]


def _updates(request: HttpRequest, commitment: Commitment) -> list[dict[str, Any]]:
    rows = sighted(
        visible(ProgressUpdate, request.user).filter(commitment=commitment),
        request.user,
        ["author", "evidence"],
    ).order_by("-date_latest", "-pk")
    return [
        {
            "update": row,
            "date": date_words(row.date),
            "next_date": date_words(row.next_step_date),
            "health": choice_badge(row, "health", HEALTH_TONES),
        }
        for row in rows
    ]


def _date_changes(request: HttpRequest, commitment: Commitment) -> list[dict[str, Any]]:
    rows = sighted(
        visible(DueDateChange, request.user).filter(commitment=commitment),
        request.user,
        ["requested_by", "decided_by"],
    ).order_by("-requested_at", "-pk")
    return [
        {
            "change": row,
            "old": date_words(row.old_date),
            "new": date_words(row.new_date),
            "decision": choice_badge(row, "decision", DECISION_TONES),
        }
        for row in rows
    ]


def _successions(
    request: HttpRequest, commitment: Commitment, other: str
) -> list[dict[str, Any]]:
    """Return the commitments at the ``other`` end: predecessors or successors."""
    mine = "successor" if other == "predecessor" else "predecessor"
    rows = visible(Succession, request.user).filter(**{mine: commitment})
    return [
        {
            "row": row,
            "commitment": getattr(row, other),
            "status": choice_badge(getattr(row, other), "status", COMMITMENT_TONES),
        }
        for row in sighted(rows, request.user, [other]).order_by("pk")
    ]
