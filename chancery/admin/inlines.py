"""The parts of a record on its page: scoped, versioned, written through actions."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, final

from django.db import models
from django.forms.models import _get_foreign_key
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from chancery import actions
from chancery.admin import rights
from chancery.admin.choosing.relating import ScopedRelations
from chancery.admin.forms import ScopedForm
from chancery.admin.sight import AnyRows, sighted, visible
from chancery.admin.typed import (
    Anything,
    Form,
    InlineModelAdmin,
    Options,
    Row,
    StackedInline,
    TabularInline,
)
from chancery.admin.writing.formsets import PartFormSet
from chancery.admin.writing.saving import (
    REFUSAL,
    is_crossed_out,
    refusals_at,
    typed_forms,
)
from chancery.models import User
from chancery.refusals import NotFound
from chancery.scope import Scoped


class ScopedInline(ScopedRelations, InlineModelAdmin):
    """What all inlines have in common; derive from PartInline or PartCards.

    Rows are added, changed and removed through ``chancery.actions``; an inline whose
    room has its own action overrides ``add_row``.
    """

    form = ScopedForm
    formset = PartFormSet
    extra = 0
    show_change_link = True
    # How many empty rows a new record's page begins with.
    new_rows: ClassVar[int] = 0
    # Rows the room's own actions write: shown, linked, never typed here.
    is_read_only: ClassVar[bool] = False
    order: ClassVar[tuple[str, ...]] = ("pk",)

    @final
    def get_queryset(self, request: HttpRequest) -> AnyRows:
        """Return the visible rows with the relations that a form shows."""
        rows = visible(self.model, request.user)
        if not self.has_view_or_change_permission(request):
            rows = rows.none()
        parent = self.fk(self.model, self.parent_model).name
        paths = [path for path in self.form_paths() if path.split("__")[0] != parent]
        return sighted(rows, request.user, paths).order_by(*self.order)

    def fk(self, model: Anything, parent: Row) -> models.ForeignKey[Any, Any]:
        """Return the relation that ties a row to the page's record."""
        found: models.ForeignKey[Any, Any] = _get_foreign_key(
            parent, model, fk_name=self.fk_name
        )
        return found

    def get_formset(
        self,
        request: HttpRequest,
        obj: Row = None,
        **options: Options,
    ) -> Anything:
        """Return the formset class, knowing its inline and the page's refusal."""
        made: Any = super().get_formset(request, obj, **options)
        made.inline = self
        made.form.refusal = request.META.get(REFUSAL)
        return made

    def get_extra(
        self,
        request: HttpRequest,  # noqa: ARG002 - Django's signature
        obj: Row = None,
        **options: Options,  # noqa: ARG002 - as above
    ) -> int:
        """Begin a new record with empty rows, an old one with none."""
        return self.extra if obj is not None else self.new_rows

    def get_fieldsets(self, request: HttpRequest, obj: Row = None) -> Anything:
        """Let each editable row carry its version."""
        fieldsets: list[tuple[Any, dict[str, Any]]] = [
            (name, {**options}) for name, options in super().get_fieldsets(request, obj)
        ]
        if self.has_change_permission(request, obj):
            fields = list(fieldsets[-1][1]["fields"])
            if "seen_version" not in fields:
                fieldsets[-1][1]["fields"] = (*fields, "seen_version")
        else:
            for _name, options in fieldsets:
                options["fields"] = [
                    f for f in options["fields"] if f != "seen_version"
                ]
        return fieldsets

    def has_add_permission(self, request: HttpRequest, obj: Row = None) -> bool:
        """Rows are added to records that the user may write."""
        return self._may(request, obj) and super().has_add_permission(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Row = None) -> bool:
        """As for adding."""
        return self._may(request, obj) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Row = None) -> bool:
        """Parts are removed; records are archived on their own page."""
        is_part = not hasattr(self.model, "archived_at")
        may = is_part and self._may(request, obj)
        return may and super().has_delete_permission(request, obj)

    def _may(self, request: HttpRequest, obj: Row) -> bool:
        if self.is_read_only:
            return False
        if obj is None or obj.pk is None:
            return True
        return not actions.is_put_away(obj) and rights.may_edit(request, obj)

    def save_rows(self, formset: Form, *, by: User, at: datetime) -> None:
        """Write what changed: what goes first, so that what comes finds room."""
        present = list(formset.initial_forms)
        for form in present:
            if form.instance.pk is None:
                with refusals_at(form.prefix):
                    raise NotFound(_("This row is no longer there. Reload the page."))
        gone = [form for form in present if is_crossed_out(formset, form)]
        for form in gone:
            # A crossed-out row is not shown as an error of its own form.
            with refusals_at(None):
                actions.remove(form.instance, by=by, at=at)
        for form in present:
            if form not in gone and (values := form.changed_values()):
                with refusals_at(form.prefix):
                    actions.change(
                        form.instance,
                        by=by,
                        at=at,
                        values=values,
                        version=form.cleaned_data.get("seen_version"),
                    )
        for form in typed_forms(formset):
            with refusals_at(form.prefix):
                self.add_row(formset.instance, form.all_values(), by=by, at=at)

    def add_row(
        self,
        parent: Row,
        values: Mapping[str, Any],
        *,
        by: User,
        at: datetime,
    ) -> Scoped:
        """Add one row to the page's record."""
        link = self.fk(self.model, self.parent_model).name
        row: Scoped = actions.add(
            self.model, by=by, at=at, values={link: parent, **values}
        )
        return row


class PartInline(ScopedInline, TabularInline):
    """Parts in a table: for those with few fields."""

    template = "admin/edit_inline/rows.html"

    def formfield_for_dbfield(
        self, db_field: Anything, request: HttpRequest | None, **options: Options
    ) -> Anything:
        """Name each box by its column: a table has no labels."""
        field = super().formfield_for_dbfield(db_field, request, **options)
        if field is not None:
            name = capfirst(str(field.label or db_field.verbose_name))
            field.widget.attrs.setdefault("aria-label", name)
        return field


class PartCards(ScopedInline, StackedInline):
    """Parts as cards that fold: for those with many fields."""

    template = "admin/edit_inline/cards.html"
