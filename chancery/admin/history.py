"""The page that shows what happened to a record."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.admin.typed import Admin, Row
from chancery.text import Text
from chancery.timeline import MOST, Entry, timeline

_MOMENT = timedelta(seconds=2)
_VERBS: dict[str, Text] = {
    "add": gettext_lazy("Added"),
    "change": gettext_lazy("Changed"),
    "remove": gettext_lazy("Removed"),
    "archive": gettext_lazy("Archived"),
    "restore": gettext_lazy("Restored"),
    "seed": gettext_lazy("Loaded from the seeds"),
}


@dataclass(frozen=True)
class Act:
    """What one person did at one instant: all rows it wrote, in the order written."""

    at: datetime
    actor: str
    verb: Text
    reason: str
    entries: tuple[Entry, ...]


def acts(entries: list[Entry], verbs: dict[str, Text]) -> list[Act]:
    """Return a timeline's entries grouped into acts, the newest first.

    An act writes its rows within moments, signed by one person with one verb and one
    reason; what is so signed and so close belongs together.
    """
    groups: list[list[Entry]] = []
    for entry in entries:
        last = groups[-1][-1] if groups else None
        if last is not None and _belong_together(last, entry):
            groups[-1].append(entry)
        else:
            groups.append([entry])
    return [_act(group[::-1], verbs) for group in groups]


def _belong_together(later: Entry, earlier: Entry) -> bool:
    signed_alike = (later.actor, later.verb, later.reason) == (
        earlier.actor,
        earlier.verb,
        earlier.reason,
    )
    return signed_alike and later.at - earlier.at < _MOMENT


def _act(group: list[Entry], verbs: dict[str, Text]) -> Act:
    first = group[0]
    shown = verbs.get(first.verb) or _VERBS.get(first.verb)
    return Act(
        first.at,
        first.actor,
        shown or capfirst(first.verb.replace("_", " ")),
        first.reason,
        tuple(group),
    )


def _brief(entries: list[Entry], record: Row) -> list[Entry]:
    """Leave out that a part of the record belongs to the record."""
    name = str(record)
    return [
        replace(entry, changes=tuple(one for one in entry.changes if one.after != name))
        if entry.kind == "insert" and record.reference not in entry.subject
        else entry
        for entry in entries
    ]


def timeline_page(
    model_admin: Admin, request: HttpRequest, record: Row
) -> HttpResponse:
    """Return the page."""
    entries = timeline(record, user=request.user)
    return TemplateResponse(
        request,
        "admin/timeline.html",
        {
            **model_admin.admin_site.each_context(request),
            "opts": model_admin.opts,
            "section": model_admin.section,
            "title": _("History"),
            "subtitle": str(record),
            "original": record,
            "address": model_admin.address(record),
            "acts": acts(_brief(entries, record), getattr(model_admin, "verbs", {})),
            "is_cut": len(entries) >= MOST,
        },
    )
