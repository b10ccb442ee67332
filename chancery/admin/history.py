"""The page that shows what happened to a record."""

from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.admin.typed import Admin, Row
from chancery.text import Text
from chancery.timeline import MOST, Entry, timeline

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

    Rows of one transaction bear one instant, so an act is the entries that share
    instant, person, verb and reason.
    """
    found = []
    for key, group in groupby(
        entries, key=lambda entry: (entry.at, entry.actor, entry.verb, entry.reason)
    ):
        at, actor, verb, reason = key
        shown = verbs.get(verb) or _VERBS.get(verb) or capfirst(verb.replace("_", " "))
        found.append(Act(at, actor, shown, reason, tuple(reversed(list(group)))))
    return found


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
