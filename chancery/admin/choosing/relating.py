"""How forms relate records: what may be chosen, and which boxes choose it."""

from typing import Any, ClassVar

from django.contrib.admin.exceptions import NotRegistered
from django.contrib.admin.utils import flatten
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import models
from django.http import HttpRequest

from chancery.admin import rights
from chancery.admin.choosing.choices import ScopedAutocomplete, ScopedChoiceField
from chancery.admin.sight import relations, sighted, visible
from chancery.admin.typed import Anything, BaseModelAdmin, Options
from chancery.scope import Scoped, scope_of
from chancery.text import label_of


def desk_field(model: type[models.Model]) -> str | None:
    """Return the relation to the desk that owns a record; parts have none."""
    if issubclass(model, Scoped) and "" in model.scope_paths:
        return model.desk_field
    return None


class ScopedRelations(BaseModelAdmin):
    """Every relation of a form offers and takes only what the user may see.

    ``names_with`` are the relations without which a row cannot say its name; pages that
    relate to it load them along.
    """

    names_with: ClassVar[tuple[str, ...]] = ()

    def get_autocomplete_fields(self, request: HttpRequest) -> list[str]:  # noqa: ARG002 - Django's signature
        """Search every relation by typing, except to desks: those are few."""
        return [
            field.name
            for field in relations(self.opts.model)
            if field.name != desk_field(self.opts.model)
            and self._searches(field.related_model)
        ]

    def _searches(self, model: type[models.Model]) -> bool:
        return bool(getattr(self._admin_of(model), "search_fields", ()))

    def _admin_of(self, model: type[models.Model]) -> Anything:
        try:
            return self.admin_site.get_model_admin(model)
        except NotRegistered:
            return None

    def names_of(self, model: type[models.Model], path: str) -> list[str]:
        """Return the relations to load so that what ``path`` leads to can be named."""
        nested = getattr(self._admin_of(model), "names_with", ())
        return [path, *(f"{path}__{name}" for name in nested)]

    def form_paths(self) -> list[str]:
        """Return the relations that a form or a read-only page shows."""
        shown = set(flatten(self.fields or ()))
        return [
            path
            for field in relations(self.opts.model)
            if not shown or field.name in shown or field.name in self.names_with
            for path in self.names_of(field.related_model, field.name)
        ]

    def formfield_for_foreignkey(
        self,
        db_field: models.ForeignKey[Any, Any],
        request: HttpRequest,
        **options: Options,
    ) -> Anything:
        """Build the field over what may be chosen."""
        target = db_field.related_model
        rows = visible(target, request.user)
        rows = sighted(
            rows, request.user, getattr(self._admin_of(target), "names_with", ())
        )
        if self._is_owner(db_field):
            rows = self._own(rows, db_field, request)
        options.setdefault("form_class", ScopedChoiceField)
        options["queryset"] = rows
        if db_field.name in self.get_autocomplete_fields(request):
            options["widget"] = ScopedAutocomplete(db_field, self.admin_site)
        made = super().formfield_for_foreignkey(db_field, request, **options)
        scope = scope_of(request.user)
        if made is not None and db_field.name == desk_field(self.opts.model):
            made.required = made.required or not scope.all_desks
        return made

    def _is_owner(self, db_field: models.ForeignKey[Any, Any]) -> bool:
        """Tell whether this relation decides who may write the row."""
        model = self.opts.model
        if not issubclass(model, Scoped):
            return False
        return db_field.name == (model.scope_paths[0] or model.desk_field)

    def _own(
        self,
        rows: models.QuerySet[Any],
        db_field: models.ForeignKey[Any, Any],
        request: HttpRequest,
    ) -> models.QuerySet[Any]:
        user = rights.user_of(request)
        if db_field.name == desk_field(self.opts.model):
            scope = scope_of(user)
            return rows if scope.all_desks else rows.filter(pk__in=scope.desk_ids)
        target = db_field.related_model
        own: Any = target._default_manager
        return rows.filter(pk__in=own.editable_by(user).values("pk"))

    def formfield_for_dbfield(
        self,
        db_field: "models.Field[Any, Any]",
        request: HttpRequest | None,
        **options: Options,
    ) -> Anything:
        """Name every box for screen readers, and leave out links nobody needs here."""
        if isinstance(db_field, models.URLField):
            options.setdefault("assume_scheme", "https")
        options.setdefault("label", label_of(db_field))
        made = super().formfield_for_dbfield(db_field, request, **options)  # type: ignore[arg-type]
        if made is not None:
            widget = made.widget
            if isinstance(widget, RelatedFieldWidgetWrapper):
                widget.can_delete_related = False
                widget.can_change_related = False
                if db_field.name == desk_field(self.opts.model):
                    widget.can_add_related = False
                widget = widget.widget
            widget.attrs.setdefault("aria-label", str(made.label))
        return made
