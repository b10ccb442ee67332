"""The home page: what is late, what is coming, what changed."""

from itertools import chain
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chancery.admin import rights
from chancery.admin.display import choice_badge, date_words
from chancery.admin.home import on_home
from chancery.admin.pages import Panel
from chancery.admin.sight import AnyRows, sighted, visible
from chancery.admin.typed import Anything
from engagements.admin.common import (
    AGREEMENT_TONES,
    COMMITMENT_TONES,
    MEETING_TONES,
    joined,
    sides,
)
from engagements.admin.filters import VIEW_LABELS
from engagements.models import Agreement, Commitment, DueDateChange, Meeting
from engagements.querysets import COMMITMENT_VIEWS
from engagements.vocabulary import Decision

# The numbers on top, in this order: a named view and how loud it is when not nought.
_NUMBERS = (
    ("open", "neutral"),
    ("overdue", "bad"),
    ("due_soon", "warn"),
    ("waiting_on_us", "info"),
    ("unverified", "info"),
)
_SHOWN = 6


def _mine(model: Anything, request: HttpRequest) -> AnyRows:
    """Return the records of the user's desks; all, for who writes for none."""
    user = rights.user_of(request)
    rows = visible(model, user).filter(archived_at=None)
    if rights.writes_for_a_desk(user):
        rows = rows.filter(pk__in=model.objects.editable_by(user).values("pk"))
    return rows


@on_home
def numbers(request: HttpRequest) -> Panel:
    """Return how many commitments stand in each view that matters."""
    today = timezone.localdate()
    address = reverse("admin:engagements_commitment_changelist")
    rows = _mine(Commitment, request)
    mine = "&mine=1" if rights.writes_for_a_desk(rights.user_of(request)) else ""
    shown = [
        {
            "label": VIEW_LABELS[name],
            "count": COMMITMENT_VIEWS[name](rows, today).count(),  # type: ignore[arg-type]
            "tone": tone,
            "url": f"{address}?view={name}{mine}",
        }
        for name, tone in _NUMBERS
    ]
    asked = DueDateChange.objects.editable_by(rights.user_of(request)).filter(
        decision=Decision.PENDING
    )
    if rights.user_of(request).has_perm("engagements.decide_duedatechange"):
        changes = reverse("admin:engagements_duedatechange_changelist")
        shown.append(
            {
                "label": _("Date changes to decide"),
                "count": asked.count(),
                "tone": "warn",
                "url": f"{changes}?decision__exact=pending",
            }
        )
    context = {"numbers": shown, "begin": _beginnings(request)}
    return Panel("admin/engagements/home_numbers.html", context)


@on_home
def due(request: HttpRequest) -> Panel:
    """Return the open commitments that fall due first, late ones included."""
    today = timezone.localdate()
    rows = sighted(
        COMMITMENT_VIEWS["open"](_mine(Commitment, request), today).filter(  # type: ignore[arg-type]
            due_date_latest__isnull=False
        ),
        request.user,
        ["parties__partner"],
    ).order_by("due_date_latest", "pk")[:_SHOWN]
    shown = [
        {
            "commitment": row,
            "sides": sides(row.parties.all(), row.wording),
            "due": date_words(row.due_date),
            "is_overdue": row.due_date_latest < today,
            "status": choice_badge(row, "status", COMMITMENT_TONES),
        }
        for row in rows
    ]
    return Panel("admin/engagements/home_due.html", {"rows": shown}, "left")


@on_home
def meetings(request: HttpRequest) -> Panel:
    """Return the meetings ahead, nearest first, and those held last."""
    today = timezone.localdate()
    rows = _mine(Meeting, request)
    ahead = rows.ahead(today).order_by("date_earliest", "pk")[:_SHOWN]  # type: ignore[attr-defined]
    held = rows.held().order_by("-date_latest", "-pk")[:_SHOWN]  # type: ignore[attr-defined]
    return Panel(
        "admin/engagements/home_meetings.html",
        {"ahead": _dated(ahead, request), "held": _dated(held, request)},
        "right",
    )


@on_home
def changed(request: HttpRequest) -> Panel:
    """Return what was changed last, of every kind."""
    kinds = (
        (Meeting, MEETING_TONES),
        (Commitment, COMMITMENT_TONES),
        (Agreement, AGREEMENT_TONES),
    )
    found = chain.from_iterable(
        (
            {
                "record": row,
                "kind": row._meta.verbose_name,
                "status": choice_badge(row, "status", tones),
            }
            for row in _mine(model, request).order_by("-updated_at", "-pk")[:_SHOWN]
        )
        for model, tones in kinds
    )
    newest = sorted(found, key=lambda item: item["record"].updated_at, reverse=True)
    return Panel(
        "admin/engagements/home_changed.html", {"rows": newest[:_SHOWN]}, "left"
    )


def _beginnings(request: HttpRequest) -> list[tuple[Any, str]]:
    """Return what the user may enter, with where."""
    offers = (
        (Meeting, _("Log a meeting"), "log"),
        (Commitment, _("Enter a commitment"), "add"),
        (Agreement, _("Enter an agreement"), "add"),
    )
    user = rights.user_of(request)
    return [
        (label, reverse(f"admin:engagements_{model._meta.model_name}_{page}"))
        for model, label, page in offers
        if rights.writes_for_a_desk(user)
        and user.has_perm(f"engagements.add_{model._meta.model_name}")
    ]


def _dated(rows: AnyRows, request: HttpRequest) -> list[dict[str, Any]]:
    return [
        {
            "meeting": row,
            "date": date_words(row.date, is_inferred=row.date_is_inferred),
            "status": choice_badge(row, "status", MEETING_TONES),
            "partners": joined(item.partner for item in row.meeting_partners.all()),
        }
        for row in sighted(rows, request.user, ["meeting_partners__partner"])
    ]
