"""What postponing or calling off a meeting leaves as it is, said before it is done."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Final

from django.utils.functional import lazy
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from chancery.admin.display import date_words
from chancery.admin.writing.deeds import Deed
from chancery.models import User
from chancery.templatetags.desk import link
from engagements.models import Meeting
from engagements.open_items import in_order, open_items
from engagements.vocabulary import OPEN_STATUSES

_MOVING: Final = frozenset({"postpone", "cancel"})
# What falls due so long before a meeting is due for that meeting.
_BEFORE: Final = timedelta(days=31)
_SHOWN = 8


def explained(deeds: Iterable[Deed], meeting: Meeting, user: User) -> list[Deed]:
    """Say on the pages of steps that move a meeting what does not move with it.

    The sentence is put together when it is read, so other pages pay nothing for it.
    """

    def explanation() -> str:
        return _explanation(meeting, user)

    said = lazy(explanation, str)()
    return [
        replace(deed, explain=said) if deed.verb in _MOVING else deed for deed in deeds
    ]


def _explanation(meeting: Meeting, user: User) -> str:
    stays = _(
        "Only this meeting's own status and date change, and the old date stays on its"
        " page. Due dates and other meetings stay as they are: a due date moves only"
        " when a supervisor agrees to it."
    )
    first, last = meeting.date_earliest, meeting.date_latest
    if first is None or last is None:
        return stays
    rows = list(
        in_order(
            open_items(meeting, user).filter(
                status__in=OPEN_STATUSES,
                due_date_latest__gte=first - _BEFORE,
                due_date_earliest__lte=last,
            )
        )[: _SHOWN + 1]
    )
    if not rows:
        return stays
    listed = format_html_join(
        "; ",
        "{} ({})",
        ((link(row), date_words(row.due_date)) for row in rows[:_SHOWN]),
    )
    tail = "…" if len(rows) > _SHOWN else "."
    return format_html(
        "{} {} {}{}", stays, _("Due by then, and still so:"), listed, tail
    )
