"""Draft or complete: badge, checklist and deeds on a meeting's page."""

from functools import partial
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.admin import rights
from chancery.admin.display import badge
from chancery.admin.pages import Panel, Tool
from chancery.admin.writing.deeds import Deed, reason_field
from engagements import completeness
from engagements.actions.meetings import complete_record, reopen_record
from engagements.completeness import OPEN_ITEMS, Item
from engagements.models import Meeting
from engagements.open_items import not_dealt_with
from engagements.vocabulary import MeetingStatus

_OVER = frozenset({MeetingStatus.HELD, MeetingStatus.CANCELLED})
_AHEAD = frozenset({MeetingStatus.PROPOSED, MeetingStatus.SCHEDULED})
VERBS = {
    "complete_record": gettext_lazy("Marked complete"),
    "reopen_record": gettext_lazy("Reopened the record"),
}


def is_draft(meeting: Meeting) -> bool:
    """Tell whether a meeting is over and its record not called complete."""
    return meeting.status in _OVER and meeting.completed_at is None


def is_unclear(meeting: Meeting) -> bool:
    """Tell whether a meeting should have taken place, and nothing says it did."""
    last = meeting.date_latest
    return (
        meeting.status in _AHEAD
        and meeting.archived_at is None
        and last is not None
        and last < timezone.localdate()
    )


def completeness_badges(meeting: Meeting) -> list[SafeString]:
    """Return what is said of the record beside the heading."""
    if meeting.completed_at is not None:
        return [badge(_("Complete"), "good")]
    if is_draft(meeting):
        return [badge(_("Draft"), "warn")]
    if is_unclear(meeting):
        return [badge(_("Was it held?"), "warn")]
    return []


def mending_address(meeting: Meeting, item: Item) -> str:
    """Return where a missing item is mended: a field of the page, or another page."""
    if item.key == OPEN_ITEMS:
        return carrying_address(meeting)
    page = reverse("admin:engagements_meeting_change", args=[meeting.reference])
    return f"{page}#{item.anchor}"


def carrying_address(meeting: Meeting) -> str:
    """Return where the open items of a meeting are gone through."""
    return reverse("admin:engagements_meeting_carry_over", args=[meeting.reference])


def completeness_panels(request: HttpRequest, meeting: Meeting) -> list[Panel]:
    """Return the checklist of a draft, or the question whether it was held at all."""
    if meeting.archived_at is not None or not (
        is_draft(meeting) or is_unclear(meeting) or meeting.completed_at
    ):
        return []
    if not rights.may_edit(request, meeting):
        return []
    context: dict[str, Any] = {"meeting": meeting}
    if is_unclear(meeting):
        context["steps"] = [
            (label, _deed_address(meeting, verb))
            for verb, label in (
                ("hold", _("It was held")),
                ("postpone", _("It was put off")),
                ("cancel", _("It was called off")),
            )
        ]
    else:
        lacking = completeness.lacking(meeting, request.user)
        context["items"] = [
            (item, item in lacking, mending_address(meeting, item))
            for item in completeness.items_of(meeting)
        ]
        context["lacking"] = len(lacking)
        context["address"] = _deed_address(meeting, "complete")
    return [Panel("admin/engagements/completeness.html", context)]


def carrying_tools(request: HttpRequest, meeting: Meeting) -> list[Tool]:
    """Lead to the open items, with how many are still to be gone through."""
    if meeting.status == MeetingStatus.CANCELLED:
        return []
    left = not_dealt_with(meeting, rights.user_of(request)).count()
    label = _("Open items (%d)") % left if left else _("Open items")
    return [Tool(label, carrying_address(meeting))]


def completing_deeds(request: HttpRequest, meeting: Meeting) -> list[Deed]:
    """Offer to call the record complete, or to reopen it."""
    user = rights.user_of(request)
    if meeting.archived_at is not None or not user.has_perm(
        "engagements.change_meeting"
    ):
        return []
    if meeting.completed_at is not None:
        return [
            Deed(
                "reopen_record",
                _("Reopen the record"),
                partial(reopen_record, meeting),
                asks={"reason": reason_field(_("Why?"), is_required=False)},
                tone="more",
                explain=_("It becomes a draft again; nothing else changes."),
                takes_version=True,
            )
        ]
    if not is_draft(meeting):
        return []
    lacking = completeness.lacking(meeting, user)
    return [
        Deed(
            "complete",
            _("Mark complete"),
            partial(complete_record, meeting),
            asks={"reason": reason_field(_("Why is it complete without this?"))}
            if lacking
            else {},
            tone="plain" if lacking else "primary",
            explain=_("Still missing: %s.")
            % "; ".join(str(item.label) for item in lacking)
            if lacking
            else "",
            takes_version=True,
        )
    ]


def _deed_address(meeting: Meeting, verb: str) -> str:
    return reverse("admin:engagements_meeting_deed", args=[meeting.reference, verb])
