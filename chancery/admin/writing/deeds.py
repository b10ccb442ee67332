"""Deeds: what a user may do to one record besides editing its fields.

Steps of a workflow, archiving, deciding a request. A deed that asks for nothing is a
button; one that asks for something has a small page first. Both are plain POST forms.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from chancery.admin import rights
from chancery.admin.display import NOTHING
from chancery.admin.forms import VersionField
from chancery.admin.typed import Admin, Row
from chancery.admin.writing.drafts import mark_saved
from chancery.admin.writing.saving import REFUSALS, as_error
from chancery.meanwhile import moved_since
from chancery.refusals import Stale
from chancery.text import Text


@dataclass(frozen=True)
class Deed:
    """One thing to do. ``do`` is an action that takes by, at and what ``asks`` names.

    ``tone`` is primary or plain (buttons), or more or danger (in a menu). ``explain``
    is shown on the page that asks. ``takes_version`` is true where the action refuses a
    record that moved on.
    """

    verb: str
    label: Text
    do: Callable[..., object]
    asks: Mapping[str, forms.Field] = field(default_factory=dict)
    tone: str = "plain"
    explain: Text = ""
    takes_version: bool = False

    @property
    def is_in_menu(self) -> bool:
        """Whether it is needed too seldom for a button of its own."""
        return self.tone in {"more", "danger"}


def reason_field(label: Text, *, is_required: bool = True) -> forms.Field:
    """Return the box that asks why."""
    return forms.CharField(
        label=label,
        required=is_required,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
    )


def deed_form(deed: Deed) -> type[forms.Form]:
    """Return the form of a deed's page."""
    fields: dict[str, Any] = {"version": VersionField(), **deed.asks}
    return type("DeedForm", (forms.Form,), fields)


class DeedView:
    """The address of one deed of one record: asks on GET, does on POST."""

    def __init__(self, model_admin: Admin) -> None:
        """Serve the records of one admin."""
        self.admin = model_admin

    def __call__(self, request: HttpRequest, object_id: str, verb: str) -> HttpResponse:
        """Answer; what may not be seen or does not follow looks like nothing."""
        record = self.admin.get_object(request, object_id)
        if record is None:
            response: HttpResponse = self.admin.missing(request, object_id)
            return response
        if not rights.may_edit(request, record):
            raise PermissionDenied
        deed = next(
            (one for one in self.admin.deeds(request, record) if one.verb == verb), None
        )
        if deed is None:
            messages.error(
                request,
                _("That cannot be done now: it does not follow from how it stands."),
            )
            return HttpResponseRedirect(self.admin.address(record))
        form_class = deed_form(deed)
        if request.method != "POST":
            form = form_class(initial={"version": record.version})
            return self._page(request, record, deed, form)
        form = form_class(request.POST)
        if form.is_valid():
            if self._do(request, record, deed, form):
                messages.success(
                    request,
                    _("Done: %(deed)s – %(record)s.")
                    % {"deed": deed.label, "record": record},
                )
                onward = HttpResponseRedirect(self.admin.address(record))
                return mark_saved(request, onward)
            if not deed.asks:
                for text in form.non_field_errors():
                    messages.error(request, str(text))
                return HttpResponseRedirect(self.admin.address(record))
        return self._page(request, record, deed, form)

    def _compare(
        self, request: HttpRequest, record: Row, form: forms.Form, version: int
    ) -> None:
        """Say what others changed meanwhile, and let the page stand on what is now."""
        found = moved_since(record, version, user=request.user)
        who = {one.signed.who for one in found if one.signed is not None}
        form.add_error(
            None,
            _(
                "Nothing was done: %(who)s changed this meanwhile (%(what)s). Look"
                " again, then decide."
            )
            % {
                "who": ", ".join(sorted(who)) or _("somebody else"),
                "what": "; ".join(
                    f"{one.label}: {one.was or NOTHING} → {one.now or NOTHING}"
                    for one in found
                )
                or _("more than you may see here"),
            },
        )
        form.data = form.data.copy()  # type: ignore[attr-defined]
        form.data["version"] = str(record.version)  # type: ignore[index]

    def _do(
        self, request: HttpRequest, record: Row, deed: Deed, form: forms.Form
    ) -> bool:
        answers = dict(form.cleaned_data)
        version = answers.pop("version")
        if deed.takes_version:
            answers["version"] = version
        try:
            deed.do(by=rights.user_of(request), at=timezone.now(), **answers)
        except Stale:
            self._compare(request, record, form, version)
            return False
        except REFUSALS as error:
            form.add_error(None, as_error(error).messages)
            return False
        rights.forget(request)
        return True

    def _page(
        self,
        request: HttpRequest,
        record: Row,
        deed: Deed,
        form: forms.Form,
    ) -> HttpResponse:
        return TemplateResponse(
            request,
            "admin/deed.html",
            {
                **self.admin.admin_site.each_context(request),
                "opts": self.admin.opts,
                "section": self.admin.section,
                "title": deed.label,
                "subtitle": str(record),
                "original": record,
                "address": self.admin.address(record),
                "deed": deed,
                "form": form,
            },
        )
