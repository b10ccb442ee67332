"""One deed for many rows of a list: previewed, then done for all of them or for none.

The preview says how many rows go, which stay out and why, and asks what the deed needs.
It carries the rows with their versions, signed: what changed between preview and
confirmation refuses the whole, and a form that is sent twice does its work once.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import IS_POPUP_VAR
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from chancery.admin.lists.bulk_view import BulkView
from chancery.admin.typed import ModelAdmin, Row
from chancery.text import Text

Asks = Callable[[HttpRequest], Mapping[str, forms.Field]]


def _nothing(_request: HttpRequest) -> dict[str, forms.Field]:
    return {}


@dataclass(frozen=True)
class BulkDeed:
    """One thing to do to many rows.

    ``do`` is an action that takes a row, by, at and what ``asks`` names.
    ``leaves_out`` says of a row why the deed does not apply to it, '' where it does.
    ``signed_as`` is how the history calls it, where that differs from ``verb``.
    """

    verb: str
    label: Text
    do: Callable[..., object]
    leaves_out: Callable[[Row], Text] = lambda _row: ""
    asks: Asks = _nothing
    tone: str = "primary"
    explain: Text = ""
    signed_as: str = ""


def _never(*_arguments: object) -> None:
    """Do nothing: deeds have an address of their own."""


class BulkDeeds(ModelAdmin):
    """A list from which rows may be chosen for a deed."""

    def bulk_deeds(self, request: HttpRequest) -> list[BulkDeed]:  # noqa: ARG002 - for subclasses
        """Return what this user may do to rows of the list."""
        return []

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Let Django's list draw the boxes for choosing; the deeds are ours."""
        if IS_POPUP_VAR in request.GET or not self.bulk_deeds(request):
            return {}
        return {"bulk": (_never, "bulk", "")}

    def action_checkbox(self, obj: Row) -> SafeString:
        """Return the box that chooses a row."""
        return format_html(
            '<input type="checkbox" class="bulk-one" name="{}" value="{}"'
            ' aria-label="{}">',
            ACTION_CHECKBOX_NAME,
            obj.pk,
            _("Choose %s") % obj,
        )

    def bulk_address(self) -> str:
        """Return where deeds for many rows are previewed and done."""
        return reverse(
            f"admin:{self.opts.app_label}_{self.opts.model_name}_bulk",
            current_app=self.admin_site.name,
        )

    def get_urls(self) -> list[URLPattern]:
        """Add the preview."""
        view = self.admin_site.admin_view(BulkView(self))
        name = f"{self.opts.app_label}_{self.opts.model_name}_bulk"
        return [path("bulk/", view, name=name), *super().get_urls()]
