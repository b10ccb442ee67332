"""Editing a few fields of many rows in their list: all of them or none.

Each row carries the version it was read at, so that two people who edit one list, or a
list and a page, collide and merge as they do on the page.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django import forms
from django.db import models
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse

from chancery import actions
from chancery.admin.forms import VersionField
from chancery.admin.lists.rows_view import RowsView
from chancery.admin.typed import ModelAdmin, Row

NOTHING_CHOSEN: Final = "–"


@dataclass(frozen=True)
class RowField:
    """A field that may be chosen in the list.

    ``choices`` are (value, label); ``records`` are what the values stand for, where
    they are keys of records. All rows share them, so they cost one query together.
    """

    name: str
    choices: tuple[tuple[str, str], ...]
    records: Mapping[str, Any] | None = None
    required: bool = True

    @classmethod
    def of_records(cls, name: str, rows: Iterable[Any]) -> "RowField":
        """Return a field that takes one of the records, or none."""
        records = {str(row.pk): row for row in rows}
        choices = [("", NOTHING_CHOSEN)]
        choices += [(key, str(row)) for key, row in records.items()]
        return cls(name, tuple(choices), records, required=False)

    def value(self, row: Row) -> Any:  # noqa: ANN401 - any field's value
        """Return what stands in a row, as a browser would send it."""
        column = row._meta.get_field(self.name)
        found = getattr(row, column.attname)
        return "" if found is None else str(found)


@dataclass
class RowEntry:
    """A row of the page: its form, or None where the user may not change it."""

    row: Row
    form: "RowForm | None" = None
    cells: list[Any] = field(default_factory=list)
    others: list[tuple[Any, Any]] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)


class RowForm(forms.Form):
    """The boxes of one row, under a prefix of its key."""

    seen_version = VersionField()

    def __init__(self, row: Row, offered: Iterable[RowField], data: Any = None) -> None:  # noqa: ANN401 - a form's answers
        """Offer what all rows are offered, and what stands in this one."""
        self.instance = row
        self.offered = {one.name: one for one in offered}
        initial = {one.name: one.value(row) for one in self.offered.values()}
        super().__init__(
            data,
            prefix=f"row-{row.pk}",
            initial={**initial, "seen_version": row.version},
        )
        for one in self.offered.values():
            self.fields[one.name] = self._box(one, initial[one.name])

    def _box(self, one: RowField, now: str) -> forms.ChoiceField:
        column = self.instance._meta.get_field(one.name)
        choices = list(one.choices)
        if now not in dict(choices):
            # It was put away or hidden meanwhile: it may stay, it is not on offer.
            loaded = getattr(self.instance, one.name) if one.records else now
            choices.append((now, str(loaded or NOTHING_CHOSEN)))
        box = forms.ChoiceField(
            choices=choices, required=one.required, label=str(column.verbose_name)
        )
        box.widget.attrs["aria-label"] = f"{column.verbose_name}: {self.instance}"
        return box

    def changed_values(self) -> dict[str, Any]:
        """Return the fields that were chosen anew."""
        return {
            name: self._meant(name)
            for name in self.changed_data
            if name in self.offered
        }

    def _meant(self, name: str) -> Any:  # noqa: ANN401 - any field's value
        value = self.cleaned_data[name]
        records = self.offered[name].records
        if records is None:
            return value
        return records.get(value)

    def apply(self) -> None:
        """Let the row hold what was chosen, for comparing."""
        for name, value in self.changed_values().items():
            setattr(self.instance, name, value)


class RowEditing(ModelAdmin):
    """A list whose rows may be edited in place."""

    def row_fields(self, request: HttpRequest) -> list[RowField]:  # noqa: ARG002 - for subclasses
        """Return the fields that may be edited in the list."""
        return []

    def may_edit_rows(self, request: HttpRequest) -> bool:
        """Tell whether the list offers its editing to this user."""
        is_overridden = type(self).row_fields is not RowEditing.row_fields
        may = actions.permission_of(self.model, "change")
        user: Any = request.user
        return is_overridden and user.has_perm(may)

    def rows_address(self) -> str:
        """Return where the list is edited."""
        return reverse(
            f"admin:{self.opts.app_label}_{self.opts.model_name}_rows",
            current_app=self.admin_site.name,
        )

    def get_urls(self) -> list[URLPattern]:
        """Add the editing."""
        view = self.admin_site.admin_view(RowsView(self, RowForm, RowEntry))
        name = f"{self.opts.app_label}_{self.opts.model_name}_rows"
        return [path("rows/", view, name=name), *super().get_urls()]


def word_field(model: type[models.Model], name: str) -> RowField:
    """Return a field that takes one of the words of its vocabulary."""
    column: Any = model._meta.get_field(name)
    return RowField(name, tuple((str(key), str(text)) for key, text in column.choices))
