"""The page on which a merge is taken back."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.admin import rights
from chancery.admin.sight import sighted, visible
from chancery.admin.typed import Row
from chancery.admin.writing.deeds import reason_field
from chancery.admin.writing.saving import REFUSALS, as_error
from partners.actions.unmerging import preview_undo, undo_merge
from partners.admin.merging.around import Pages
from partners.admin.merging.comparing import named
from partners.models import Merge


class UndoForm(forms.Form):
    """What the undo asks."""

    reason = reason_field(gettext_lazy("Why is it undone?"), is_required=False)


class UndoPage(Pages):
    """What returns and what stays; then the undo."""

    def undo(self, request: HttpRequest, object_id: str, merge_id: str) -> HttpResponse:
        """Say what returns and what stays, then take the merge back."""
        record = self.admin.get_object(request, object_id)
        done = None if record is None else self._merge_of(request, record, merge_id)
        if record is None or done is None:
            answer: HttpResponse = self.admin.missing(request, object_id)
            return answer
        user = rights.user_of(request)
        self.require_rights(request, record)
        form = UndoForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            try:
                undo_merge(
                    done, by=user, at=timezone.now(), reason=form.cleaned_data["reason"]
                )
            except REFUSALS as error:
                form.add_error(None, as_error(error).messages)
            else:
                rights.forget(request)
                messages.success(
                    request,
                    _("“%(other)s” and “%(record)s” are two again.")
                    % {"other": done.merged, "record": done.kept},
                )
                return HttpResponseRedirect(self.admin.address(done.merged))
        context: dict[str, Any] = {}
        try:
            told = preview_undo(done, by=user, at=timezone.now())
        except REFUSALS as error:
            context["refusals"] = as_error(error).messages
        else:
            context |= {
                "count": told.moved,
                "stays": [
                    found
                    for label in dict.fromkeys(label for label, _key in told.stays)
                    for found in named(
                        label,
                        [key for one, key in told.stays if one == label],
                        self.admin,
                        request,
                    )
                ],
                "changed": [
                    self.admin.opts.get_field(name).verbose_name for name in told.fields
                ],
                "lost": len(told.lost),
            }
        return self.page(
            request,
            "admin/merge/undo.html",
            done.kept,
            step=0,
            title=_("Undo the merge"),
            form=form,
            done=done,
            merged_address=self.admin.address(done.merged),
            **context,
        )

    def _merge_of(
        self, request: HttpRequest, record: Row, reference: str
    ) -> Merge | None:
        if "\0" in reference:
            return None
        kind = self.admin.opts.model_name
        rows = visible(Merge, request.user).filter(reference=reference)
        paths = [
            path
            for end in ("kept", "merged")
            for path in self.admin.names_of(self.admin.model, f"{end}_{kind}")
        ]
        found: Merge | None = sighted(rows, request.user, paths).first()
        ends = (None,) if found is None else (found.kept, found.merged)
        return None if None in ends or record not in ends else found
