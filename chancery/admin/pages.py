"""What a record's page shows besides its form."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib.admin.utils import quote
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from chancery import actions
from chancery.admin import rights
from chancery.admin.display import badge
from chancery.admin.typed import ModelAdmin, Row
from chancery.text import Text


@dataclass(frozen=True)
class Panel:
    """A block above the form or on the home page: a template with what it needs.

    ``column`` is where it stands on the home page: left, right or "" for all of it;
    in its column the lowest ``order`` comes first.
    """

    template: str
    context: Mapping[str, Any] = field(default_factory=dict)
    column: str = ""
    order: int = 0


@dataclass(frozen=True)
class Tool:
    """A link beside the deeds, to where more is done than a deed can ask for.

    ``is_for_readers`` shows it to those, too, who may not change the record.
    """

    label: Text
    url: str
    tone: str = "plain"
    is_for_readers: bool = False


@dataclass(frozen=True)
class Tile:
    """Facts at the top of a page: a label and what is known."""

    label: Text
    value: Any


class RecordPages(ModelAdmin):
    """The page around the form: heading, badges, deeds, panels."""

    def panels(self, request: HttpRequest, record: Row) -> list[Panel]:  # noqa: ARG002 - for subclasses
        """Return what is shown above the form, in order."""
        return []

    def tools(self, request: HttpRequest, record: Row) -> list[Tool]:  # noqa: ARG002 - for subclasses
        """Return links to further pages of the record."""
        return []

    def heading(self, record: Row) -> str:
        """Return what the page is called."""
        return str(record)

    def badges(self, record: Row) -> list[SafeString]:
        """Return what is said beside the heading."""
        shown = []
        if getattr(record, "archived_at", None) is not None:
            shown.append(badge(_("Archived"), "quiet"))
        if hasattr(record, "classification"):
            shown.append(badge(record.get_classification_display(), "quiet"))
        return shown

    def render_change_form(  # noqa: PLR0917 - Django's signature
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,  # noqa: FBT001, FBT002 - Django's signature
        change: bool = False,  # noqa: FBT001, FBT002 - as above
        form_url: str = "",
        obj: Row = None,
    ) -> HttpResponse:
        """Add heading, badges, deeds, tools and panels to Django's page."""
        context["section"] = self.section  # type: ignore[attr-defined]
        if obj is None:
            context["title"] = _("New %s") % self.opts.verbose_name
        else:
            context |= self._around(request, obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _around(self, request: HttpRequest, record: Row) -> dict[str, Any]:
        admin: Any = self
        own = rights.may_edit(request, record)
        may_change = admin.has_change_permission(request, record)
        deeds = [
            (deed, self.deed_address(record, deed.verb))
            for deed in (self._deeds(request, record) if own else [])
        ]
        return {
            "title": self.heading(record),
            "subtitle": None,
            "eyebrow": capfirst(str(self.opts.verbose_name)),
            "badges": self.badges(record),
            "deeds": deeds,
            "has_menu": any(deed.is_in_menu for deed, _address in deeds),
            "tools": [
                tool
                for tool in self.tools(request, record)
                if may_change or tool.is_for_readers
            ],
            "history_url": self._address("history", record.reference),
            "panels": self.panels(request, record),
            "is_own": own,
        }

    def _deeds(self, request: HttpRequest, record: Row) -> list[Any]:
        """Return what may be done; to a part of what is archived, nothing."""
        admin: Any = self
        is_part = not hasattr(record, "archived_at")
        if is_part and actions.is_put_away(record):
            return []
        offered: list[Any] = admin.deeds(request, record)
        return offered

    def deed_address(self, record: Row, verb: str) -> str:
        """Return where a deed is done."""
        return self._address("deed", record.reference, verb)

    def _address(self, view: str, reference: str, *verb: str) -> str:
        # Django takes a reference's special letters out and puts them back; a verb
        # stands in the address as it is.
        return reverse(
            f"admin:{self.opts.app_label}_{self.opts.model_name}_{view}",
            args=[quote(reference), *verb],
            current_app=self.admin_site.name,
        )

    def response_add(
        self,
        request: HttpRequest,
        obj: Row,
        post_url_continue: str | None = None,
    ) -> HttpResponse:
        """Go on at the record's reference, not at its key."""
        onward = post_url_continue or self._address("change", obj.reference)
        return super().response_add(request, obj, onward)
