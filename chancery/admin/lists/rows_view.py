"""The page on which rows of a list are edited together."""

import re
from typing import Any, Final

from django.contrib import messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.templatetags.admin_list import (
    items_for_result,
    result_headers,
)
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery import actions
from chancery.admin import rights
from chancery.admin.sight import sighted
from chancery.admin.typed import Admin, Anything, Row
from chancery.admin.writing.colliding import (
    Collision,
    Part,
    compare,
    is_stale,
    other_changes,
    settle,
    stale,
)
from chancery.admin.writing.drafts import mark_saved
from chancery.admin.writing.saving import REFUSALS, as_error
from chancery.history import acting
from chancery.meanwhile import Reader
from chancery.refusals import spoken

_VERSION = re.compile(r"row-(\d{1,18})-seen_version")
# More rows than a page of a list shows.
_MOST: Final = 200


class _RefusedError(Exception):
    """Nothing was saved; says which row met what."""


class RowsView:
    """The address at which one list is edited."""

    def __init__(self, model_admin: Admin, form: Anything, entry: Anything) -> None:
        """Serve the rows of one admin."""
        self.admin = model_admin
        self.form = form
        self.entry = entry

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Show the rows of a page of the list, or save what was chosen."""
        if not self.admin.may_edit_rows(request):
            raise PermissionDenied
        if any("\0" in value for value in request.GET.values()):
            return HttpResponseRedirect(request.path)
        try:
            changelist = self.admin.get_changelist_instance(request)
        except IncorrectLookupParameters:
            return HttpResponseRedirect(request.path)
        if request.method == "POST":
            return self._saved(request, changelist)
        keys = [row.pk for row in changelist.result_list][:_MOST]
        return self._page(request, changelist, self._entries(request, keys))

    def _list(self, request: HttpRequest) -> str:
        opts = self.admin.opts
        address = reverse(
            f"admin:{opts.app_label}_{opts.model_name}_changelist",
            current_app=self.admin.admin_site.name,
        )
        query = request.META.get("QUERY_STRING", "")
        return f"{address}?{query}" if query else address

    def _entries(
        self, request: HttpRequest, keys: list[int], data: QueryDict | None = None
    ) -> list[Any]:
        """Return visible rows in the order of their keys, with forms where editable."""
        offered = self.admin.row_fields(request)
        names = [
            nested
            for one in offered
            if one.records is not None
            for nested in self.admin.names_of(
                self.admin.opts.get_field(one.name).related_model, one.name
            )
        ]
        rows = self.admin.get_queryset(request).filter(pk__in=keys)
        paths = [*self.admin.list_paths(request), *names]
        found = {row.pk: row for row in sighted(rows, request.user, paths)}
        manager = self.admin.model._default_manager
        own = manager.editable_by(rights.user_of(request)).filter(pk__in=keys)
        own_keys = set(own.values_list("pk", flat=True))
        entries = []
        for key in keys:
            if (row := found.get(key)) is None:
                continue
            may = key in own_keys and not actions.is_put_away(row)
            form = self.form(row, offered, data) if may else None
            plain = [self._shown(row, one) for one in offered]
            entries.append(self.entry(row, form, plain=plain))
        return entries

    def _shown(self, row: Row, one: Anything) -> str:
        if one.records is not None:
            return str(getattr(row, one.name) or "–")
        return str(dict(one.choices).get(one.value(row), "–"))

    def _page(
        self,
        request: HttpRequest,
        changelist: Anything,
        entries: list[Any],
        refused: tuple[str, ...] = (),
        collision: Collision | None = None,
    ) -> HttpResponse:
        offered = [one.name for one in self.admin.row_fields(request)]
        changelist.list_display = [
            name
            for name in changelist.list_display
            if name != "action_checkbox" and name not in offered
        ]
        headers = [one["text"] for one in result_headers(changelist)]
        for entry in entries:
            entry.cells = list(items_for_result(changelist, entry.row, None))
            entry.others = list(zip(entry.cells, headers, strict=True))[1:]
        labels = [self.admin.opts.get_field(name).verbose_name for name in offered]
        context = {
            **self.admin.admin_site.each_context(request),
            "opts": self.admin.opts,
            "title": _("Edit in the list"),
            "cl": changelist,
            "headers": headers,
            "labels": labels,
            "entries": entries,
            "refused": refused,
            "collision": collision,
            "list_address": self._list(request),
        }
        return TemplateResponse(request, "admin/rows.html", context)

    def _saved(self, request: HttpRequest, changelist: Anything) -> HttpResponse:
        settle(request)
        keys = [
            int(found[1])
            for name in request.POST
            if (found := _VERSION.fullmatch(name))
        ][:_MOST]
        entries = self._entries(request, keys, request.POST)
        forms = [entry.form for entry in entries if entry.form is not None]
        refused = self._strays(keys, entries)
        for form in forms:
            for errors in form.errors.values():
                refused += [f"{form.instance}: {text}" for text in errors]
        if refused:
            return self._page(request, changelist, entries, tuple(refused))
        if moved := [one for one in forms if one.changed_values() and is_stale(one)]:
            return self._collided(request, changelist, keys, moved)
        changed = [one for one in forms if one.changed_values()]
        try:
            self._write(request, changed)
        except _RefusedError as error:
            return self._page(request, changelist, entries, (str(error),))
        messages.success(
            request,
            ngettext("%d row was changed.", "%d rows were changed.", len(changed))
            % len(changed),
        )
        return mark_saved(request, HttpResponseRedirect(self._list(request)))

    def _strays(self, keys: list[int], entries: list[Any]) -> list[str]:
        """Return what is said of rows that are not there, or not the user's."""
        said = [
            _("%s: it is not yours to change, or archived.") % entry.row
            for entry in entries
            if entry.form is None
        ]
        if len(entries) < len(set(keys)):
            said.append(_("A row is no longer there. Reload the list."))
        return said

    def _collided(
        self,
        request: HttpRequest,
        changelist: Anything,
        keys: list[int],
        moved: list[Any],
    ) -> HttpResponse:
        """Show the rows as merged so far, with both versions of those that collided."""
        for form in moved:
            form.apply()
        every = [stale(one, user=request.user, prefix=one.prefix) for one in moved]
        reader = Reader(
            request.user,
            [
                *(state for one in every for state in (*one.states, one.now)),
                *(one.form.instance for one in every),
            ],
        )
        post = request.POST.copy()
        parts = []
        for one in every:
            last = one.states[-1] if len(one.states) > 1 else None
            parts.append(
                Part(
                    "row",
                    str(one.form.instance),
                    reader.signature(last) if last is not None else None,
                    compare(one, reader, post),
                    other_changes(one, reader),
                )
            )
        was = {}
        for one in every:
            name = f"{one.prefix}-seen_version"
            was[name] = str(one.form.cleaned_data.get("seen_version") or 0)
            post[name] = str(one.now.version)
        said = _(
            "Somebody else changed this while you were editing. Nothing is saved yet:"
            " compare both versions, then save again."
        )
        entries = self._entries(request, keys, post)
        return self._page(
            request, changelist, entries, (said,), Collision(parts, post, was)
        )

    def _write(self, request: HttpRequest, changed: list[Any]) -> None:
        """Change the rows through their action, in one order, signed as one act."""
        by, at = rights.user_of(request), timezone.now()
        reason = request.POST.get("change_reason", "").replace("\0", "")[:500]
        form = None
        try:
            with spoken(), acting(by, at=at, verb="change", reason=reason):
                for form in sorted(changed, key=lambda one: one.instance.pk):
                    actions.change(
                        form.instance,
                        by=by,
                        at=at,
                        values=form.changed_values(),
                        version=form.cleaned_data.get("seen_version"),
                    )
        except REFUSALS as error:
            text = " ".join(as_error(error).messages)
            raise _RefusedError(f"{form.instance}: {text}" if form else text) from error
