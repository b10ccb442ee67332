"""Previewing and doing a deed for many rows."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import IncorrectLookupParameters
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.admin import rights
from chancery.admin.display import NOTHING
from chancery.admin.sight import sighted
from chancery.admin.typed import Admin, Anything, Row
from chancery.admin.writing.saving import REFUSALS, as_error
from chancery.history import acting
from chancery.meanwhile import moved_since
from chancery.refusals import spoken

# More rows than this are no longer a choice that a person has looked at.
MOST: Final = 10_000
# How many rows are named, of those that go and of each kind that stays out.
_NAMED, _NAMED_OUT = 20, 5
# A preview is good for an hour; what was done is remembered for as many forms.
_HOUR, _REMEMBERED = 3600, 20
_DONE: Final = "chancery.bulk_done"
Keys = list[tuple[int, int]]


@dataclass
class _Sorted:
    """The chosen rows: those that go, and those that stay out by the reason why."""

    going: list[Row] = field(default_factory=list)
    out: dict[str, list[Row]] = field(default_factory=dict)


class _RefusedError(Exception):
    """The deed was not done; carries sentences that say why."""

    def __init__(self, sentences: list[str]) -> None:
        """Keep the sentences."""
        super().__init__(*sentences)
        self.sentences = sentences


class BulkView:
    """The address of all deeds for many rows of one list."""

    def __init__(self, model_admin: Admin) -> None:
        """Serve the rows of one admin."""
        self.admin = model_admin

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Preview what was chosen, or do what was previewed."""
        if not self.admin.has_view_or_change_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return self._back(request)
        verb = request.POST.get("bulk", "")
        deed = next(
            (one for one in self.admin.bulk_deeds(request) if one.verb == verb), None
        )
        if deed is None:
            return self._back(request, _("Choose what to do with the rows."))
        if "chosen" in request.POST:
            return self._confirmed(request, deed)
        keys = self._keys(request)
        if not keys:
            return self._back(request, _("Choose some rows first."))
        if len(keys) > MOST:
            return self._back(
                request,
                _("These are more than %d rows: narrow the list down first.") % MOST,
            )
        return self._preview(request, deed, keys, self._form(request, deed))

    def _back(self, request: HttpRequest, why: str = "") -> HttpResponse:
        if why:
            messages.warning(request, why)
        return HttpResponseRedirect(self._list(request))

    def _list(self, request: HttpRequest) -> str:
        opts = self.admin.opts
        address = reverse(
            f"admin:{opts.app_label}_{opts.model_name}_changelist",
            current_app=self.admin.admin_site.name,
        )
        query = request.META.get("QUERY_STRING", "")
        return f"{address}?{query}" if query else address

    def _keys(self, request: HttpRequest) -> list[int]:
        """Return the keys of the chosen rows, one more than allowed at most."""
        if request.POST.get("all"):
            try:
                listed = self.admin.get_changelist_instance(request)
            except IncorrectLookupParameters:
                return []  # no list, so no rows of it
            found = listed.get_queryset(request)
            rows = found.prefetch_related(None).order_by("pk")
            return list(rows.values_list("pk", flat=True)[: MOST + 1])
        typed = request.POST.getlist(ACTION_CHECKBOX_NAME)[: MOST + 1]
        return [int(key) for key in typed if key.isdecimal() and len(key) < _NAMED]

    def _form(
        self, request: HttpRequest, deed: Anything, data: Anything = None
    ) -> forms.Form:
        made = type("BulkForm", (forms.Form,), dict(deed.asks(request)))
        form: forms.Form = made(data)
        return form

    def _sort(
        self, request: HttpRequest, deed: Anything, keys: Iterable[int]
    ) -> _Sorted:
        """Sort visible rows; a key of any other is as good as none."""
        rows = self.admin.get_queryset(request).filter(pk__in=list(keys))
        own = self._own(request, keys)
        found = _Sorted()
        for row in rows:
            why = (
                str(deed.leaves_out(row)) if row.pk in own else _("not yours to change")
            )
            if why:
                found.out.setdefault(why, []).append(row)
            else:
                found.going.append(row)
        return found

    def _own(self, request: HttpRequest, keys: Iterable[int]) -> set[int]:
        rows = self.admin.model._default_manager.editable_by(rights.user_of(request))
        return set(rows.filter(pk__in=list(keys)).values_list("pk", flat=True))

    def _preview(
        self,
        request: HttpRequest,
        deed: Anything,
        keys: Iterable[int],
        form: forms.Form,
        refused: Iterable[str] = (),
    ) -> HttpResponse:
        chosen = self._sort(request, deed, keys)
        named = [*chosen.going[:_NAMED]]
        for rows in chosen.out.values():
            named += rows[:_NAMED_OUT]
        names = self._named(request, named)
        context = {
            **self.admin.admin_site.each_context(request),
            "opts": self.admin.opts,
            "title": deed.label,
            "subtitle": capfirst(str(self.admin.opts.verbose_name_plural)),
            "deed": deed,
            "form": form,
            "refused": list(refused),
            "count": len(chosen.going),
            "going": [names[row.pk] for row in chosen.going[:_NAMED]],
            "more": max(0, len(chosen.going) - _NAMED),
            "out": [
                {
                    "why": why,
                    "count": len(rows),
                    "rows": [names[row.pk] for row in rows[:_NAMED_OUT]],
                    "more": max(0, len(rows) - _NAMED_OUT),
                }
                for why, rows in chosen.out.items()
            ],
            "chosen": self._seal(request, deed, chosen.going),
            "list_address": self._list(request),
        }
        return TemplateResponse(request, "admin/bulk.html", context)

    def _named(self, request: HttpRequest, rows: list[Row]) -> dict[int, Row]:
        keys = [row.pk for row in rows]
        found = self.admin.get_queryset(request).filter(pk__in=keys)
        found = sighted(found, request.user, self.admin.names_with)
        return {row.pk: row for row in found}

    def _salt(self, request: HttpRequest, deed: Anything) -> str:
        return f"bulk:{self.admin.opts.label}:{deed.verb}:{request.user.pk}"

    def _seal(self, request: HttpRequest, deed: Anything, rows: list[Row]) -> str:
        rows_now = [(row.pk, row.version) for row in rows]
        sheet = {"once": secrets.token_hex(8), "rows": rows_now}
        return signing.dumps(sheet, salt=self._salt(request, deed), compress=True)

    def _confirmed(self, request: HttpRequest, deed: Anything) -> HttpResponse:
        salt = self._salt(request, deed)
        try:
            sheet = signing.loads(request.POST["chosen"], salt=salt, max_age=_HOUR)
        except signing.BadSignature:
            return self._back(
                request, _("This preview is no longer good: choose the rows again.")
            )
        if sheet["once"] in request.session.get(_DONE, []):
            return self._back(
                request, _("That was done already; nothing was done twice.")
            )
        keys: Keys = [(key, version) for key, version in sheet["rows"]]
        form = self._form(request, deed, request.POST)
        if not form.is_valid():
            return self._preview(request, deed, dict(keys), form)
        try:
            self._do(request, deed, keys, form.cleaned_data)
        except _RefusedError as refused:
            rights.forget(request)
            return self._preview(request, deed, dict(keys), form, refused.sentences)
        rights.forget(request)
        done = [*request.session.get(_DONE, []), sheet["once"]]
        request.session[_DONE] = done[-_REMEMBERED:]
        messages.success(
            request,
            ngettext(
                "Done: %(deed)s – %(count)d row.",
                "Done: %(deed)s – %(count)d rows.",
                len(keys),
            )
            % {"deed": deed.label, "count": len(keys)},
        )
        return HttpResponseRedirect(self._list(request))

    def _do(
        self, request: HttpRequest, deed: Anything, keys: Keys, answers: dict[str, Any]
    ) -> None:
        """Do the deed for every row in one transaction, signed once for each row."""
        by, at = rights.user_of(request), timezone.now()
        verb, reason = deed.signed_as or deed.verb, str(answers.get("reason", ""))
        row = None
        try:
            with spoken(), acting(by, at=at, verb=verb, reason=reason):
                for row in self._locked(request, keys):
                    deed.do(row, by=by, at=at, **answers)
        except REFUSALS as error:
            texts = as_error(error).messages
            raise _RefusedError(
                [f"{row}: {text}" if row else text for text in texts]
            ) from error

    def _locked(self, request: HttpRequest, keys: Keys) -> list[Row]:
        """Return the rows as previewed, locked in one order; refuse where one moved."""
        manager = self.admin.model._default_manager
        rows = list(
            manager.select_for_update(of=("self",))
            .filter(pk__in=[key for key, _version in keys])
            .order_by("pk")
        )
        now = {row.pk: row.version for row in rows}
        own = self._own(request, [key for key, _version in keys])
        moved = [
            (key, version)
            for key, version in keys
            if now.get(key) != version or key not in own
        ]
        if moved:
            raise _RefusedError(self._moved(request, moved))
        return rows

    def _moved(self, request: HttpRequest, moved: Keys) -> list[str]:
        """Say which rows changed since the preview, and how."""
        seen = {
            row.pk: row
            for row in self.admin.get_queryset(request).filter(
                pk__in=[key for key, _version in moved]
            )
        }
        said = [
            _(
                "Nothing was done, as rows changed since the preview. Below is how they"
                " stand now."
            )
        ]
        for key, version in [one for one in moved if one[0] in seen][:_NAMED_OUT]:
            changes = "; ".join(
                f"{one.label}: {one.was or NOTHING} → {one.now or NOTHING}"
                for one in moved_since(seen[key], version, user=request.user)
            )
            said.append(f"{seen[key]}: {changes or _('it is no longer yours')}")
        gone = sum(key not in seen for key, _version in moved)
        if gone:
            said.append(
                ngettext(
                    "%d row is no longer there.", "%d rows are no longer there.", gone
                )
                % gone
            )
        return said
