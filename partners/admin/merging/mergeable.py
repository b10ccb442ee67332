"""What the admin of a kind of record that can be merged has besides."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, ClassVar

from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.utils import unquote
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery import actions
from chancery.admin import rights
from chancery.admin.display import badge
from chancery.admin.lists.bulk import BulkDeed
from chancery.admin.lists.bulk_view import BulkView
from chancery.admin.pages import Panel, Tool
from chancery.admin.record import RecordAdmin
from chancery.admin.sight import sighted, visible
from chancery.admin.typed import Row
from chancery.admin.writing.deeds import Deed
from chancery.refusals import NotFound
from chancery.text import Text
from partners.actions.pairs import merge_of, survivor_of
from partners.admin.merging.pages import MergePages
from partners.admin.merging.undoing import UndoPage
from partners.models import Merge

# In an address: show the record itself, not where it leads.
AS_MERGED = ("as", "merged")
# A record that more were merged into is told of the newest.
_MOST = 20
_MERGE, _CHOSEN = "merge", 2


def _elsewhere(*_arguments: object, **_options: object) -> None:
    """Do nothing: two rows are merged on pages of their own."""


def _unless_merged(leaves_out: Callable[[Row], Text]) -> Callable[[Row], Text]:
    def judge(row: Row) -> Text:
        if row.merged_into_id is not None:
            return _("it was merged: that can be undone on its page")
        return leaves_out(row)

    return judge


class MergeableAdmin(RecordAdmin):
    """A merged record leads on to the one that stayed; ``?as=merged`` shows it."""

    verbs: ClassVar = {
        "merge": gettext_lazy("Merged"),
        "undo_merge": gettext_lazy("Undid the merge"),
    }

    def get_urls(self) -> list[URLPattern]:
        """Add the three steps and the undo."""
        pages, site = MergePages(self), self.admin_site
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        return [
            path("bulk/", site.admin_view(self.bulk_view), name=f"{name}_bulk"),
            path(
                "<path:object_id>/merge/",
                site.admin_view(pages.pick),
                name=f"{name}_merge",
            ),
            path(
                "<path:object_id>/merge/<str:other_id>/",
                site.admin_view(pages.compare),
                name=f"{name}_merge_with",
            ),
            path(
                "<path:object_id>/undo-merge/<str:merge_id>/",
                site.admin_view(UndoPage(self).undo),
                name=f"{name}_undo_merge",
            ),
            *super().get_urls(),
        ]

    def bulk_deeds(self, request: HttpRequest) -> list[BulkDeed]:
        """Offer to merge two; leave merged records out of what is restored."""
        shown = [
            replace(deed, leaves_out=_unless_merged(deed.leaves_out))
            for deed in super().bulk_deeds(request)
        ]
        if shown:  # who may put records away
            shown.append(BulkDeed(_MERGE, _("Merge the two"), _elsewhere))
        return shown

    def bulk_view(self, request: HttpRequest) -> HttpResponse:
        """Go on with the two chosen rows to their comparison; the older one stays."""
        if request.POST.get("bulk") != _MERGE:
            return BulkView(self)(request)
        keys = request.POST.getlist(ACTION_CHECKBOX_NAME)[: _CHOSEN + 1]
        known = [key for key in keys if re.fullmatch(r"[0-9]{1,18}", key)]
        rows = list(visible(self.model, request.user).filter(pk__in=known))
        if request.POST.get("all") or len(keys) != _CHOSEN or len(rows) != _CHOSEN:
            messages.warning(request, _("Choose the two rows that are one."))
            return HttpResponseRedirect(self._list_address())
        first, second = sorted(rows, key=lambda row: row.pk)
        return HttpResponseRedirect(self.merge_address(first, second.reference))

    def _list_address(self) -> str:
        return reverse(
            f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist",
            current_app=self.admin_site.name,
        )

    def merge_address(self, record: Row, other: str | None = None) -> str:
        """Return where a record is merged, with another one where that is picked."""
        if other is None:
            return self._address("merge", record.reference)
        return self._address("merge_with", record.reference, other)

    def undo_address(self, record: Row, merge: str) -> str:
        """Return where a merge is undone."""
        return self._address("undo_merge", record.reference, merge)

    def onward(self, request: HttpRequest, record: Row) -> HttpResponse:
        """Lead to the record that stayed, and say so; a hidden one is no record."""
        user = rights.user_of(request)
        try:
            survivor = survivor_of(record, by=user)
        except NotFound:
            return self.missing(request, record.reference)
        messages.info(
            request,
            format_html(
                '{} <a href="{}?as=merged">{}</a>',
                _("“%(record)s” (%(reference)s) was merged into this record.")
                % {"record": record, "reference": record.reference},
                self.address(record),
                _("Show the old record"),
            ),
        )
        return HttpResponseRedirect(self.address(survivor))

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show a record, or where it leads."""
        answer = self._onward(request, object_id)
        return answer or super().change_view(
            request, object_id, form_url, extra_context
        )

    def history_view(
        self,
        request: HttpRequest,
        object_id: str,
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show who changed what, here or where it leads."""
        answer = self._onward(request, object_id)
        return answer or super().history_view(request, object_id, extra_context)

    def _onward(self, request: HttpRequest, object_id: str) -> HttpResponse | None:
        name, value = AS_MERGED
        wanted = unquote(object_id)
        if "\0" in wanted:
            return None  # no text in the database can hold it
        key = "pk" if wanted.isdecimal() else "reference"
        gone = visible(self.model, request.user).filter(merged_into__isnull=False)
        record = gone.filter(**{key: wanted}).first()
        if record is None:
            return None
        if request.GET.get(name) == value and self._leads_in_sight(request, record):
            return None
        return self.onward(request, record)

    def _leads_in_sight(self, request: HttpRequest, record: Row) -> bool:
        rows = visible(self.model, request.user)
        return rows.filter(pk=record.merged_into_id).exists()

    def _around(self, request: HttpRequest, record: Row) -> dict[str, Any]:
        around = super()._around(request, record)
        if record.merged_into_id is not None:
            around["history_url"] += "?as=merged"
        return around

    def deeds(self, request: HttpRequest, record: Row) -> list[Deed]:
        """Offer nothing on a merged record: its merge can be undone."""
        if record.merged_into_id is not None:
            return []
        return super().deeds(request, record)

    def tools(self, request: HttpRequest, record: Row) -> list[Tool]:
        """Offer to merge it, to who may put such records away."""
        shown = super().tools(request, record)
        if rights.user_of(request).has_perm(
            actions.permission_of(self.model, "delete")
        ):
            shown.append(Tool(_("Merge…"), self.merge_address(record)))
        return shown

    def badges(self, record: Row) -> list[SafeString]:
        """Say that a record went into another."""
        shown = super().badges(record)
        if record.merged_into_id is not None:
            shown.insert(0, badge(_("Merged"), "warn"))
        return shown

    def panels(self, request: HttpRequest, record: Row) -> list[Panel]:
        """Show into what it was merged, or what was merged into it."""
        kind = self.opts.model_name
        found = []
        if record.merged_into_id is not None:
            merge = merge_of(record, by=rights.user_of(request))
            found = [merge] if merge is not None else []
        else:
            rows = visible(Merge, request.user).filter(
                **{f"kept_{kind}": record}, undone_at=None
            )
            paths = [
                "merged_by",
                f"kept_{kind}",
                *self.names_of(self.model, f"merged_{kind}"),
            ]
            newest = sighted(rows, request.user, paths).order_by("-pk")[:_MOST]
            found = [merge for merge in newest if merge.merged is not None]
        if not found:
            return super().panels(request, record)
        own = rights.may_edit(request, record)
        merges = [
            {
                "merge": merge,
                "merged": f"{self.address(merge.merged)}?as=merged",
                "kept": self.address(merge.kept),
                "undo": self.undo_address(record, merge.reference) if own else "",
            }
            for merge in found
        ]
        panel = Panel(
            "admin/merge/panel.html",
            {"merges": merges, "is_gone": record.merged_into_id is not None},
        )
        return [panel, *super().panels(request, record)]
