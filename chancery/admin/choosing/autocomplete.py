"""Searching for a record to relate to."""

from typing import Any

from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.db import models
from django.http import HttpRequest

from chancery.admin.sight import sighted
from chancery.admin.typed import Row
from chancery.scope import Scoped


class ScopedAutocompleteView(AutocompleteJsonView):
    """Finds current records that the user may see, each with what tells it apart."""

    def process_request(self, request: HttpRequest) -> Any:  # noqa: ANN401 - Django's tuple
        """Take out a character that no text can hold."""
        term, *others = super().process_request(request)
        return (term.replace("\0", ""), *others)

    def get_queryset(self) -> models.QuerySet[Any]:
        """Leave archived records out and load what names are made of."""
        rows: models.QuerySet[Any] = super().get_queryset()
        if not issubclass(rows.model, Scoped):
            return rows
        if hasattr(rows.model, "archived_at"):
            rows = rows.filter(archived_at=None)
        names: tuple[str, ...] = getattr(self.model_admin, "names_with", ())
        return sighted(rows, self.request.user, names)

    def serialize_result(self, obj: Row, to_field_name: str) -> dict[str, str]:
        """Show the name and, where it has one, the reference."""
        found: dict[str, str] = super().serialize_result(obj, to_field_name)
        describe = getattr(self.model_admin, "describe", None)
        if describe is not None:
            found["text"] = str(describe(obj))
        return found
