"""The contender: what Django's admin does when nobody thinks about a million rows."""

from typing import Any

from django.contrib.admin import AdminSite, display
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path

from chancery import urls
from chancery.admin.typed import ModelAdmin
from engagements.models import Commitment


class StockCommitments(ModelAdmin):
    """The same columns, filters and search fields, with Django's defaults."""

    list_display = (
        "title",
        "who",
        "wording",
        "status",
        "due_date_latest",
        "sector",
        "reference",
    )
    list_filter = ("status", "wording", "sector", "kind", "priority", "desk", "owner")
    search_fields = (
        "title",
        "as_worded",
        "reference",
        "parties__partner__short_name",
        "parties__partner__names__text",
    )
    ordering = ("due_date_latest", "pk")

    @display(description="who")
    def who(self, row: Commitment) -> str:
        """Return who stands in it."""
        return ", ".join(str(party) for party in row.parties.all())

    def get_queryset(self, request: HttpRequest) -> Any:  # noqa: ANN401 - a queryset
        """Load what the columns show, as one would after a day of use."""
        return super().get_queryset(request).prefetch_related("parties__partner")

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:  # noqa: ARG002 - Django's signature
        """Let a partner be asked for."""
        return True

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:  # noqa: ANN401 - Django's signature
        """Draw the page with Django's templates, not with ours."""
        response = super().changelist_view(request, extra_context)
        if isinstance(response, TemplateResponse):
            response.using = "stock"
        return response


stock = AdminSite(name="stock")
stock.register(Commitment, StockCommitments)

ours: Any = urls.urlpatterns
urlpatterns: list[URLPattern | URLResolver] = [*ours, path("stock/", stock.urls)]
