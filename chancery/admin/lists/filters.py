"""Filters beside lists: they offer and answer only what the user may see."""

from typing import Any

from django.contrib.admin import (
    FieldListFilter,
    RelatedFieldListFilter,
    SimpleListFilter,
)
from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from chancery.admin.sight import sighted, visible
from chancery.admin.typed import Admin, Anything
from chancery.scope import Scoped


class ScopedRelatedFilter(RelatedFieldListFilter):
    """Choose by a relation; Django's own would list every row there is."""

    def field_choices(
        self,
        field: Anything,
        request: HttpRequest,
        model_admin: Admin,
    ) -> list[Any]:
        """Offer the current records that the user may see."""
        target = field.related_model
        related = model_admin.admin_site._registry.get(target)  # noqa: SLF001 - no public way
        rows = visible(target, request.user).filter(archived_at=None)
        rows = sighted(rows, request.user, getattr(related, "names_with", ()))
        ordering = self.field_admin_ordering(field, request, model_admin)
        return [(row.pk, str(row)) for row in rows.order_by(*ordering or ("pk",))]

    def queryset(
        self, request: HttpRequest, queryset: models.QuerySet[Any]
    ) -> models.QuerySet[Any] | None:
        """Answer for visible records only; a hidden one counts as none at all."""
        seen = visible(self.field.related_model, request.user)  # type: ignore[arg-type]
        among_seen = Q(**{f"{self.field_path}__in": seen.values("pk")})
        if self.lookup_val_isnull:
            self.used_parameters.pop(self.lookup_kwarg_isnull, None)
            is_none = str(self.lookup_val_isnull).lower() in {"1", "true"}
            return queryset.filter(~among_seen if is_none else among_seen)
        rows = super().queryset(request, queryset)
        if rows is not None and self.lookup_val is not None:
            rows = rows.filter(among_seen)
        return rows


class ArchivedFilter(SimpleListFilter):
    """Archived records are out of the way unless asked for."""

    title = _("archived")
    parameter_name = "archived"

    def lookups(
        self,
        request: HttpRequest,  # noqa: ARG002 - Django's signature
        model_admin: Admin,  # noqa: ARG002 - Django's signature
    ) -> list[tuple[str, Any]]:
        """Offer the two departures from what is shown by default."""
        return [("only", _("Archived only")), ("all", _("All"))]

    def queryset(
        self,
        request: HttpRequest,  # noqa: ARG002 - Django's signature
        queryset: models.QuerySet[Any],
    ) -> models.QuerySet[Any]:
        """Keep current records, archived ones or both."""
        if self.value() == "all":
            return queryset
        return queryset.filter(archived_at__isnull=self.value() != "only")

    def choices(self, changelist: Anything) -> Anything:
        """Call the default what it is."""
        first, *rest = super().choices(changelist)
        yield {**first, "display": _("Current")}
        yield from rest


def _is_scoped(field: Anything) -> bool:
    target = getattr(field, "related_model", None)
    return isinstance(target, type) and issubclass(target, Scoped)


FieldListFilter.register(_is_scoped, ScopedRelatedFilter, take_priority=True)
