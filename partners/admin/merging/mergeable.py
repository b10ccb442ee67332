"""What the admin of a kind of record that can be merged has besides."""

from typing import Any, ClassVar

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery import actions
from chancery.admin import rights
from chancery.admin.deeds import Deed
from chancery.admin.display import badge
from chancery.admin.pages import Panel, Tool
from chancery.admin.record import RecordAdmin
from chancery.admin.sight import sighted, visible
from chancery.admin.typed import Row
from chancery.refusals import NotFound
from partners.actions.merging import merge_of, survivor_of
from partners.admin.merging.pages import MergePages
from partners.models import Merge

# In an address: show the record itself, not where it leads.
AS_MERGED = ("as", "merged")
# A record that more were merged into is told of the newest.
_MOST = 20


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
                site.admin_view(pages.undo),
                name=f"{name}_undo_merge",
            ),
            *super().get_urls(),
        ]

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
