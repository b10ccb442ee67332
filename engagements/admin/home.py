"""The home page, commitments: what is due, what waits for a decision, what changed."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.db.models import (
    Case,
    IntegerField,
    Q,
    QuerySet,
    Value,
    When,
)
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chancery.admin import rights
from chancery.admin.display import badge, choice_badge, date_words
from chancery.admin.home import on_home
from chancery.admin.lists.counting import counted_together
from chancery.admin.pages import Panel
from chancery.admin.sight import AnyRows, sighted, visible
from chancery.admin.typed import Anything
from chancery.models import User
from engagements.admin.common import AGREEMENT_TONES, COMMITMENT_TONES, MEETING_TONES
from engagements.admin.filters import VIEW_LABELS
from engagements.models import Agreement, Commitment, DueDateChange, Meeting
from engagements.querysets import COMMITMENT_VIEWS
from engagements.vocabulary import AgreementStatus, CommitmentStatus, MeetingStatus

# The numbers on top, in this order: a named view and how loud it is when not nought.
_NUMBERS = (
    ("open", "neutral"),
    ("overdue", "bad"),
    ("due_soon", "warn"),
    ("waiting_on_us", "info"),
    ("unverified", "info"),
)
_DUE, _ASKED, _CHANGED = 5, 2, 3


def mine(model: Anything, request: HttpRequest) -> AnyRows:
    """Return the records of the user's desks; all, for who writes for none."""
    user = rights.user_of(request)
    rows: AnyRows = model.objects.visible_to(user).filter(archived_at=None)
    if rights.writes_for_a_desk(user):
        rows = rows.editable_by(user)  # type: ignore[attr-defined]
    return rows


@on_home
def numbers(request: HttpRequest) -> Panel:
    """Return how many commitments stand in each view that matters, in one query."""
    today, user = timezone.localdate(), rights.user_of(request)
    address = reverse("admin:engagements_commitment_changelist")
    rows = mine(Commitment, request)
    own = "&mine=1" if rights.writes_for_a_desk(user) else ""
    asked: dict[str, AnyRows] = {
        name: COMMITMENT_VIEWS[name](rows, today)  # type: ignore[arg-type]
        for name, _tone in _NUMBERS
    }
    decides = user.has_perm("engagements.decide_duedatechange")
    if decides:
        asked["to_decide"] = _to_decide(user)
    found = counted_together(asked)
    shown = [
        {
            "label": VIEW_LABELS[name],
            "count": found[name],
            "tone": tone,
            "url": f"{address}?view={name}{own}",
        }
        for name, tone in _NUMBERS
    ]
    if decides:
        changes = reverse("admin:engagements_duedatechange_changelist")
        shown.append(
            {
                "label": _("Date changes to decide"),
                "count": found["to_decide"],
                "tone": "warn",
                "url": f"{changes}?decision__exact=pending",
            }
        )
    context = {"numbers": shown, "begin": _beginnings(request)}
    return Panel("admin/engagements/home_numbers.html", context)


@on_home
def due(request: HttpRequest) -> Panel:
    """Return what is late or falls due soon: one's own first, then the desks'."""
    today, user = timezone.localdate(), rights.user_of(request)
    rows: Any = mine(Commitment, request)
    late_or_soon = Q(pk__in=COMMITMENT_VIEWS["due_soon"](rows, today).values("pk")) | Q(
        pk__in=COMMITMENT_VIEWS["overdue"](rows, today).values("pk")
    )
    found = (
        rows.filter(late_or_soon)
        .annotate(
            rank=Case(
                When(owner__user=user, then=Value(0)),
                default=Value(1),
                output_field=IntegerField(),
            )
        )
        .order_by("rank", "due_date_latest", "pk")[:_DUE]
    )
    shown = [
        {
            "commitment": row,
            "due": date_words(row.due_date),
            "is_overdue": row.due_date_latest < today,
            "is_mine": row.rank == 0,
            "status": choice_badge(row, "status", COMMITMENT_TONES),
        }
        for row in found
    ]
    address = reverse("admin:engagements_commitment_changelist")
    own = "&mine=1" if rights.writes_for_a_desk(user) else ""
    context = {
        "rows": shown,
        "is_own": bool(own),
        "overdue_url": f"{address}?view=overdue{own}",
        "soon_url": f"{address}?view=due_soon{own}",
        "days": settings.CHANCERY_SOON_DAYS,
    }
    return Panel("admin/engagements/home_due.html", context, "left", order=10)


@on_home
def date_changes(request: HttpRequest) -> Panel | None:
    """Return the requests that the user may decide, and those the user waits for."""
    user = rights.user_of(request)
    wanted = Q(requested_by=user)
    if user.has_perm("engagements.decide_duedatechange"):
        wanted |= Q(pk__in=_to_decide(user).values("pk"))
    rows = list(
        sighted(
            visible(DueDateChange, user).filter(wanted, decision="pending"),
            user,
            ["commitment"],
        ).order_by("requested_at", "pk")[: _ASKED + 1]
    )
    if not rows:
        return None
    shown = [
        {
            "change": row,
            "old": date_words(row.old_date),
            "new": date_words(row.new_date),
            "is_own": row.requested_by_id == user.pk,
        }
        for row in rows[:_ASKED]
    ]
    address = reverse("admin:engagements_duedatechange_changelist")
    return Panel(
        "admin/engagements/home_dates.html",
        {
            "rows": shown,
            "more": len(rows) > _ASKED,
            "url": f"{address}?decision__exact=pending",
        },
        "left",
        order=20,
    )


@on_home
def changed(request: HttpRequest) -> Panel:
    """Return what was changed last in the user's desks, of every kind, in one query."""
    kinds = (
        (Meeting, MeetingStatus, MEETING_TONES),
        (Commitment, CommitmentStatus, COMMITMENT_TONES),
        (Agreement, AgreementStatus, AGREEMENT_TONES),
    )
    parts = [
        mine(model, request)
        .order_by("-updated_at", "-pk")
        .values_list(Value(number), "reference", "title", "status", "updated_at")[
            :_CHANGED
        ]
        for number, (model, _status, _tones) in enumerate(kinds)
    ]
    first, *others = parts
    shown = []
    for number, reference, title, status, at in first.union(*others, all=True).order_by(
        "-updated_at", "reference"
    )[:_CHANGED]:
        model, words, tones = kinds[number]
        name = f"admin:engagements_{model._meta.model_name}_change"
        shown.append(
            {
                "title": title,
                "url": reverse(name, args=[reference]),
                "reference": reference,
                "kind": model._meta.verbose_name,
                "status": badge(words(status).label, tones.get(status, "neutral")),
                "at": at,
            }
        )
    return Panel("admin/engagements/home_changed.html", {"rows": shown}, "left", 30)


def _to_decide(user: User) -> QuerySet[DueDateChange]:
    """Return the requests that wait for this user: nobody decides on their own."""
    rows: QuerySet[DueDateChange] = DueDateChange.objects.editable_by(user)
    return rows.filter(decision="pending").exclude(requested_by=user)


def _beginnings(request: HttpRequest) -> Sequence[tuple[Any, str]]:
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
