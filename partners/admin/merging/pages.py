"""The pages on which two records become one: pick, compare, preview."""

import re
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.admin import rights
from chancery.admin.choosing.choices import ScopedAutocomplete, ScopedChoiceField
from chancery.admin.sight import sighted, visible
from chancery.admin.typed import Row
from chancery.admin.writing.deeds import reason_field
from chancery.admin.writing.saving import REFUSALS, as_error
from chancery.refusals import Stale
from partners.actions.merging import merge, preview_merge
from partners.admin.merging.around import Pages
from partners.admin.merging.comparing import (
    PREFIX,
    choices,
    compare,
    groups,
    taken_off,
)
from partners.admin.merging.stale import changes_since
from partners.likeness import alike


class MergeForm(forms.Form):
    """What the last step asks, with the versions that were compared."""

    kept_version = forms.IntegerField(widget=forms.HiddenInput)
    merged_version = forms.IntegerField(widget=forms.HiddenInput)
    reason = reason_field(gettext_lazy("Why are they one?"))


class MergePages(Pages):
    """The three steps."""

    def pick(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Ask for the other record; offer those that are called alike."""
        record = self._own(request, object_id)
        if isinstance(record, HttpResponse):
            return record
        form = self._pick_form(request, record)
        if form.is_bound and form.is_valid():
            other = form.cleaned_data["other"] or form.cleaned_data["reference"]
            return HttpResponseRedirect(
                self.admin.merge_address(record, other.reference)
            )
        return self.page(
            request,
            "admin/merge/pick.html",
            record,
            step=1,
            title=_("Merge: pick the other one"),
            form=form,
            likes=[
                (like, self.admin.merge_address(record, like.record.reference))
                for like in alike(record, by=request.user)
            ],
            media=form.media,
        )

    def compare(
        self, request: HttpRequest, object_id: str, other_id: str
    ) -> HttpResponse:
        """Show both side by side; then what would move; then do it."""
        record = self._own(request, object_id)
        if isinstance(record, HttpResponse):
            return record
        other = self._own(request, other_id)
        if isinstance(other, HttpResponse):
            return other
        if record == other:
            messages.error(request, _("Choose two different records of one kind."))
            return HttpResponseRedirect(self.admin.merge_address(record))
        asked = request.POST if request.method == "POST" else request.GET
        lines, same = compare(record, other, asked)
        context: dict[str, Any] = {
            "other": other,
            "lines": lines,
            "same": same,
            "prefix": PREFIX,
            "swap": self.admin.merge_address(other, record.reference),
            "here": self.admin.merge_address(record, other.reference),
        }
        if request.method == "POST" or "preview" in request.GET:
            return self._preview(request, record, other, context)
        return self.page(
            request,
            "admin/merge/compare.html",
            record,
            step=2,
            title=_("Merge: compare field by field"),
            **context,
        )

    def _preview(
        self, request: HttpRequest, record: Row, other: Row, context: dict[str, Any]
    ) -> HttpResponse:
        user, fields = rights.user_of(request), choices(context["lines"])
        initial = {"kept_version": record.version, "merged_version": other.version}
        form = MergeForm(request.POST or None, initial=initial)
        if request.method == "POST" and form.is_valid():
            answer = self._merge(request, record, other, fields, form)
            if answer is not None:
                return answer
        ledger = None
        try:
            ledger = preview_merge(
                record, other, by=user, at=timezone.now(), fields=fields
            )
        except REFUSALS as error:
            context["refusals"] = as_error(error).messages
        if ledger is not None:
            context |= {
                "moved": groups(ledger.moved, self.admin, request),
                "left": groups(ledger.left, self.admin, request),
                "taken": taken_off(ledger),
                "names": len(ledger.added),
            }
        return self.page(
            request,
            "admin/merge/preview.html",
            record,
            step=3,
            title=_("Merge: preview"),
            form=form,
            **context,
        )

    def _merge(
        self,
        request: HttpRequest,
        record: Row,
        other: Row,
        fields: dict[str, str],
        form: MergeForm,
    ) -> HttpResponse | None:
        """Merge and go to the record that stays; None where it was refused."""
        answers = form.cleaned_data
        versions = (answers["kept_version"], answers["merged_version"])
        user = rights.user_of(request)
        try:
            done = merge(
                record,
                other,
                by=user,
                at=timezone.now(),
                reason=answers["reason"],
                fields=fields,
                versions=versions,
            )
        except Stale:
            pairs = zip((record, other), versions, strict=True)
            texts = [changes_since(one, version, user) for one, version in pairs]
            messages.error(
                request,
                _("Nothing was merged. Somebody changed meanwhile: %s. Compare again.")
                % "; ".join(text for text in texts if text),
            )
            here = self.admin.merge_address(record, other.reference)
            return HttpResponseRedirect(here)
        except REFUSALS as error:
            form.add_error(None, as_error(error).messages)
            return None
        rights.forget(request)
        messages.success(
            request,
            format_html(
                '{} <a href="{}">{}</a>',
                _("“%(other)s” was merged into “%(record)s”.")
                % {"other": other, "record": record},
                self.admin.undo_address(record, done.reference),
                _("Undo"),
            ),
        )
        return HttpResponseRedirect(self.admin.address(record))

    def _own(self, request: HttpRequest, object_id: str) -> Any:  # noqa: ANN401 - a row, or the answer instead
        """Return a record that the user may merge, or where to go instead."""
        record = self.admin.get_object(request, object_id)
        if record is None:
            return self.admin.missing(request, object_id)
        if record.merged_into_id is not None:
            return self.admin.onward(request, record)
        self.require_rights(request, record)
        if record.archived_at is not None:
            messages.error(request, _("“%s” is archived. Restore it first.") % record)
            return HttpResponseRedirect(self.admin.address(record))
        return record

    def _pick_form(self, request: HttpRequest, record: Row) -> forms.Form:
        own = self.admin.model._default_manager.editable_by(request.user)
        rows = visible(self.admin.model, request.user).filter(
            pk__in=own.values("pk"), archived_at=None
        )
        rows = sighted(rows.exclude(pk=record.pk), request.user, self.admin.names_with)
        field: Any = self.admin.model._meta.get_field("merged_into")

        class PickForm(forms.Form):
            other = ScopedChoiceField(
                rows,
                label=_("The other record"),
                required=False,
                widget=ScopedAutocomplete(
                    field,
                    self.admin.admin_site,
                    attrs={"aria-label": _("The other record")},
                ),
            )
            reference = ScopedChoiceField(
                rows,
                label=_("Or its reference"),
                required=False,
                to_field_name="reference",
                widget=forms.TextInput(attrs={"placeholder": record.reference}),
            )

            def clean(self) -> dict[str, Any]:
                found = super().clean() or {}
                if not self.errors and not any(found.values()):
                    raise forms.ValidationError(_("Pick the other record."))
                return found

        if not {"other", "reference"} & set(request.GET):
            return PickForm()
        asked = request.GET.copy()
        if not re.fullmatch(r"[0-9]{1,18}", asked.get("other", "")):
            asked["other"] = ""  # no key; the box would stumble over it
        return PickForm(asked)
