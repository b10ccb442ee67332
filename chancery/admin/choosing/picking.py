"""Choosing a record by typing words of it: the box, the field and the search behind.

The box is one text input. With scripts it offers what fits while one types; without,
the words are looked up when the page is sent. Records travel by their reference. Only
what the user may see is offered or taken: anything else looks as if it did not exist.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.apps import apps
from django.contrib import admin
from django.contrib.admin.exceptions import NotRegistered
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.utils import flatatt
from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from chancery.admin import rights
from chancery.admin.addresses import site_page
from chancery.admin.sight import AnyRows, sighted, visible
from chancery.admin.typed import Anything, Options, Row
from chancery.dates.forms import PartialDateFormField
from chancery.scope import Scoped

# A list that opens under a box is read at a glance.
MOST_OFFERED = 12
_MOST_CANDIDATES = 4
# More letters than any name has; the rest of a longer text is no question.
_LONGEST = 200


@dataclass(frozen=True)
class Picked:
    """What a box sent: the reference that was chosen and the words that it shows.

    ``words`` is None where only a reference came, as from a link.
    """

    reference: str = ""
    words: str | None = None

    def __bool__(self) -> bool:
        """Tell whether anything was chosen or typed."""
        return bool(self.reference if self.words is None else self.words)


class Finder:
    """Finds records for one request, each only once, and gives them their names."""

    def __init__(self, request: HttpRequest) -> None:
        """Find what this user may see."""
        self.request = request
        self.user = rights.user_of(request)
        self._known: dict[tuple[type[models.Model], bool], dict[str, Row]] = {}
        # What boxes with a way of their own found, for the next that asks the same.
        self.found: dict[Any, Any] = {}

    def rows(self, model: type[models.Model], *, own: bool = False) -> AnyRows:
        """Return what may be chosen: current rows, one's own desks' where ``own``."""
        rows = visible(model, self.user)
        if hasattr(model, "archived_at"):
            rows = rows.filter(archived_at=None)
        if own and issubclass(model, Scoped):
            rows = rows.filter(pk__in=model.objects.editable_by(self.user).values("pk"))
        return sighted(rows, self.user, getattr(admin_of(model), "names_with", ()))

    def preload(self, all_forms: Iterable[forms.BaseForm]) -> None:
        """Load what many boxes chose with one query for each kind of record."""
        wanted: dict[tuple[type[models.Model], bool], set[str]] = {}
        for form in all_forms:
            for name, field in form.fields.items():
                if isinstance(field, RecordField):
                    picked: Picked = form[name].data
                    if picked.reference and "\0" not in picked.reference:
                        wanted.setdefault((field.model, field.own), set()).add(
                            picked.reference[:_LONGEST]
                        )
        for (model, own), references in wanted.items():
            found = self.rows(model, own=own).filter(reference__in=references)
            known = {row.reference: row for row in found}
            self._known[model, own] = dict.fromkeys(references) | known

    def get(
        self, model: type[models.Model], reference: str, *, own: bool = False
    ) -> Row:
        """Return the record of that reference, None where there is none to choose."""
        known = self._known.setdefault((model, own), {})
        if reference not in known:
            known[reference] = (
                None
                if "\0" in reference
                else self.rows(model, own=own).filter(reference=reference).first()
            )
        return known[reference]

    def search(
        self, model: type[models.Model], words: str, *, own: bool = False
    ) -> list[Row]:
        """Return the first rows in which every word is found, else near spellings."""
        text = words.replace("\0", " ")[:_LONGEST].strip()
        model_admin = admin_of(model)
        rows = self.rows(model, own=own)
        ordering = model_admin.get_ordering(self.request) or ("pk",)
        found, _many = model_admin.get_search_results(
            self.request, rows.order_by(*ordering), text
        )
        offered = list(found[:MOST_OFFERED])
        near = getattr(model_admin, "near", None)
        if not offered and text and near is not None:
            keys = near(self.user, text)
            offered = list(rows.filter(pk__in=keys).order_by("pk")[:MOST_OFFERED])
        return offered

    def label(self, row: Row) -> str:
        """Return the words by which a record is known in a box."""
        describe = getattr(admin_of(type(row)), "describe", str)
        return str(describe(row))

    def facts(self, rows: list[Row]) -> Mapping[int, Mapping[str, Any]]:
        """Return what else a box may say of each row, by key."""
        tell = getattr(admin_of(type(rows[0])), "facts", None) if rows else None
        return tell(self.request, rows) if tell is not None else {}


def admin_of(model: type[models.Model]) -> Anything:
    """Return the admin of a model."""
    return admin.site.get_model_admin(model)


class RecordBox(forms.Widget):
    """One text input, with the chosen reference beside it."""

    model: type[models.Model]
    own = False
    finder: Finder

    class Media:
        js = ("chancery/js/choosing.js",)
        css = {"all": ("chancery/css/choosing.css",)}

    def value_from_datadict(
        self, data: Mapping[str, Any], files: Anything, name: str
    ) -> Picked:
        """Return reference and words."""
        del files
        return Picked(data.get(name) or "", data.get(f"{name}-words"))

    def value_omitted_from_data(
        self, data: Mapping[str, Any], files: Anything, name: str
    ) -> bool:
        """Tell whether the page had no such box."""
        del files
        return name not in data and f"{name}-words" not in data

    def render(
        self,
        name: str,
        value: Anything,
        attrs: dict[str, Any] | None = None,
        renderer: Anything = None,
    ) -> SafeString:
        """Draw the box."""
        del renderer
        picked = self._shown(value)
        box = {
            **self.attrs,
            **(attrs or {}),
            "type": "text",
            "name": f"{name}-words",
            "value": picked.words or "",
            "autocomplete": "off",
            "spellcheck": "false",
            "data-choosing": reverse("admin:find_record"),
            "data-model": self.model._meta.label_lower,
        }
        if self.own:
            box["data-own"] = "1"
        return format_html(
            '<span class="choosing"><input type="hidden" name="{}" value="{}"'
            " data-choosing-reference><input{}></span>",
            name,
            picked.reference,
            flatatt(box),
        )

    def _shown(self, value: Anything) -> Picked:
        if isinstance(value, models.Model):
            reference: str = value.reference  # type: ignore[attr-defined]
            return Picked(reference, self.finder.label(value))
        if isinstance(value, Picked):
            if value.words is None and value.reference:
                row = self.finder.get(self.model, value.reference, own=self.own)
                return self._shown(row) if row is not None else Picked()
            return value
        return Picked()


class RecordField(forms.Field):
    """A record that is chosen by typing; ``own`` keeps to the user's desks."""

    widget = RecordBox

    def __init__(
        self, model: type[models.Model], *, own: bool = False, **options: Options
    ) -> None:
        """Choose among the current records of a model."""
        options.setdefault("required", False)
        super().__init__(**options)
        self.model, self.own = model, own
        self.widget.model, self.widget.own = model, own

    def look_with(self, finder: Finder) -> None:
        """Find through one request's eyes."""
        self.finder = self.widget.finder = finder

    def clean(self, value: Anything) -> Row:
        """Return the record; ValidationError when nothing, or too much, fits."""
        picked = value if isinstance(value, Picked) else Picked()
        if not picked:
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return None
        row = self.finder.get(self.model, picked.reference, own=self.own)
        if picked.words is None:
            if row is None:
                raise ValidationError(_("There is no such record."), code="unknown")
            return row
        if row is not None and self.finder.label(row) == picked.words.strip():
            return row
        return self._by_words(picked.words.strip())

    def _by_words(self, words: str) -> Row:
        if (exact := self.finder.get(self.model, words, own=self.own)) is not None:
            return exact
        rows = self.finder.search(self.model, words, own=self.own)
        same = [row for row in rows if str(row).casefold() == words.casefold()]
        if len(rows) == 1 or len(same) == 1:
            return (same or rows)[0]
        if not rows:
            raise ValidationError(
                _("Nothing fits “%(words)s”. Write fewer words, or a reference."),
                code="unknown",
                params={"words": words},
            )
        shown = "; ".join(
            f"{self.finder.label(row)} ({row.reference})"
            for row in rows[:_MOST_CANDIDATES]
        )
        raise ValidationError(
            _("Several fit “%(words)s”: %(found)s. Choose one, or write a reference."),
            code="several",
            params={"words": words, "found": shown},
        )

    def has_changed(self, initial: Anything, data: Anything) -> bool:
        """Tell whether another record, or other words, were sent."""
        if not isinstance(data, Picked) or not data:
            return isinstance(initial, models.Model) or bool(initial)
        if isinstance(initial, models.Model):
            reference: str = initial.reference  # type: ignore[attr-defined]
            return data.reference != reference
        return bool(data != initial)


def understood(text: str) -> str:
    """Return the EDTF of a date as somebody typed it, '' where it is not plain."""
    try:
        edtf: str = PartialDateFormField(required=False).clean(text)
    except ValidationError:
        return ""
    return edtf


@site_page("find/", "find_record")
def find_record(request: HttpRequest) -> JsonResponse:
    """Answer what fits the words typed into a box, as far as the user may see it."""
    asked = request.GET
    try:
        model = apps.get_model(asked.get("model", "").replace("\0", ""))
        model_admin = admin_of(model)
    except (LookupError, ValueError, NotRegistered):
        return JsonResponse({"results": []}, status=404)
    if not (
        issubclass(model, Scoped)
        and bool(getattr(model_admin, "search_fields", None))
        and model_admin.has_view_permission(request)
    ):
        return JsonResponse({"results": []}, status=404)
    finder = Finder(request)
    if reference := asked.get("reference"):
        row = finder.get(model, reference[:_LONGEST])
        rows = [row] if row is not None else []
    else:
        rows = finder.search(model, asked.get("term", ""), own=bool(asked.get("own")))
    facts = finder.facts(rows)
    results = [
        {
            "id": row.reference,
            "text": finder.label(row),
            **facts.get(row.pk, {}),
        }
        for row in rows
    ]
    return JsonResponse({"results": results})
