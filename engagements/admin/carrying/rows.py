"""The open items of one page, each with what happened since it was last spoken of."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from chancery.admin.display import choice_badge, date_words
from chancery.admin.sight import sighted
from chancery.models import User
from chancery.text import Text
from engagements.actions.carrying import can_be_reported_done, stand_of
from engagements.admin.carrying.forms import ItemForm
from engagements.admin.commitment_page import is_overdue
from engagements.admin.common import COMMITMENT_TONES, HEALTH_TONES, sides
from engagements.models import Commitment, DueDateChange, Meeting, Mention
from engagements.open_items import (
    NOTED,
    THEY_OWE,
    TOGETHER,
    WE_OWE,
    after,
    in_order,
)
from engagements.vocabulary import Decision, MentionKind

HEADINGS: dict[int, Text] = {
    WE_OWE: _("We owe"),
    THEY_OWE: _("They owe"),
    TOGETHER: _("Mutual and third"),
    NOTED: _("Asked, proposed or hoped for"),
}
PAGE = 100
_LOADED = (
    "parties__partner",
    "desk",
    "mentions__meeting",
    "updates",
    "due_date_changes",
)
# More news than this is read on the commitment's own page.
_NEWS = 3


@dataclass(frozen=True)
class ItemRow:
    """One item as the page shows it; ``form`` is None where it is not one's own."""

    commitment: Commitment
    side: int
    form: ItemForm | None
    who: SafeString
    due: SafeString
    first_due: SafeString
    is_overdue: bool
    status: SafeString
    health: SafeString
    last: Mention | None
    last_date: SafeString
    times: int
    news: list[tuple[SafeString, str]]
    chosen: list[Mention] = field(default_factory=list)
    can_be_reported: bool = False


def page_of(
    rows: QuerySet[Commitment], last: str, user: User
) -> tuple[list[Commitment], str]:
    """Return one page of items after the one named, and from where the next goes on."""
    ordered = in_order(rows)
    if last and (seen := ordered.filter(reference=last).first()) is not None:
        ordered = after(ordered, seen)
    found = list(sighted(ordered, user, _LOADED)[: PAGE + 1])
    onward = found[PAGE - 1].reference if len(found) > PAGE else ""
    return found[:PAGE], onward


def rows_of(
    items: Iterable[Commitment],
    meeting: Meeting,
    own: set[int],
    data: Any = None,  # noqa: ANN401 - what was posted, if anything
) -> list[ItemRow]:
    """Return the items ready to show; the user writes those whose key is in ``own``."""
    today = timezone.localdate()
    return [_row(item, meeting, item.pk in own, data, today) for item in items]


def _row(
    item: Commitment,
    meeting: Meeting,
    is_own: bool,  # noqa: FBT001 - called once, above
    data: Any,  # noqa: ANN401 - as above
    today: date,
) -> ItemRow:
    mentions = list(item.mentions.all())
    chosen = [
        one
        for one in mentions
        if one.meeting_id == meeting.pk and one.kind != MentionKind.MADE
    ]
    spoken = _earlier(mentions, meeting)
    last = spoken[-1] if spoken else None
    since = last.meeting.date_latest if last else None
    form = None
    if is_own and len(chosen) <= 1:
        form = ItemForm(item, chosen[0] if chosen else None, stand_of(chosen), data)
    updates = sorted(
        item.updates.all(), key=lambda one: (one.date_latest or date.min, one.pk)
    )
    moved = item.original_due_date not in {"", item.due_date}
    return ItemRow(
        commitment=item,
        side=item.side,  # type: ignore[attr-defined]
        form=form,
        who=sides(item.parties.all(), item.wording),
        due=date_words(item.due_date),
        first_due=date_words(item.original_due_date if moved else ""),
        is_overdue=is_overdue(item, today),
        status=choice_badge(item, "status", COMMITMENT_TONES),
        health=choice_badge(updates[-1], "health", HEALTH_TONES)
        if updates
        else SafeString(""),
        last=last,
        last_date=date_words(last.meeting.date) if last else SafeString(""),
        times=len({one.meeting_id for one in spoken}),
        news=_news(item, updates, since),
        chosen=chosen,
        can_be_reported=can_be_reported_done(item),
    )


def _earlier(mentions: list[Mention], meeting: Meeting) -> list[Mention]:
    """Return where it was spoken of before this meeting, in order."""
    until = meeting.date_latest or date.max
    return sorted(
        (
            one
            for one in mentions
            if one.meeting_id != meeting.pk
            and one.kind != MentionKind.NOT_RAISED
            and (one.meeting.date_earliest or date.min) <= until
        ),
        key=lambda one: (one.meeting.date_latest or date.min, one.pk),
    )


def _news(
    item: Commitment, updates: list[Any], since: date | None
) -> list[tuple[SafeString, str]]:
    """Return what was reported and moved since it was last spoken of, newest first."""
    start = since or date.min
    news: list[tuple[date, SafeString, str]] = [
        (
            one.date_latest or date.min,
            date_words(one.date),
            " ".join(text for text in (one.done, one.next_step, one.obstacle) if text)
            or one.get_health_display(),
        )
        for one in updates
        if (one.date_latest or date.min) >= start
    ]
    news += [
        (asked, date_words(asked.isoformat()), _moved(one))
        for one in item.due_date_changes.all()
        if (asked := timezone.localdate(one.requested_at)) >= start
    ]
    newest = sorted(news, key=lambda one: one[0], reverse=True)[:_NEWS]
    return [(shown, text) for _day, shown, text in newest]


def _moved(change: DueDateChange) -> str:
    if change.decision == Decision.PENDING:
        return str(_("Another due date is asked for: %s.") % change)
    return f"{_('Due date')} {change}: {change.get_decision_display()}"
