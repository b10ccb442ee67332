"""Where things happen."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from chancery.admin.display import choice_column
from chancery.admin.record import RecordAdmin
from partners.admin.parts import PEOPLE, CitationInline, PlaceNameInline
from partners.models import Place
from seeds.admin import Cited


@admin.register(Place)
class PlaceAdmin(Cited, RecordAdmin):
    """Cities, sites and venues."""

    section = PEOPLE
    icon = "place"
    list_display = (
        "name",
        choice_column("kind", _("kind")),
        "country",
        "within",
        "time_zone",
        "reference",
    )
    list_filter = ("kind", "desk")
    search_fields = ("name", "names__text", "reference", "country__short_name")
    ordering = ("name", "pk")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("name", "kind"),
                    ("country", "within"),
                    ("time_zone", "desk", "classification"),
                )
            },
        ),
    )
    inlines = (PlaceNameInline, CitationInline)
    cited_through = ("place",)
    names_with = ("country",)

    def describe(self, row: Place) -> str:
        """Tell towns of one name apart."""
        return f"{row.name} · {row.country}" if row.country else row.name

    def facts(
        self, request: HttpRequest, places: list[Place]
    ) -> dict[int, dict[str, Any]]:
        """Tell the time zone of each."""
        del request
        return {place.pk: {"time_zone": place.time_zone} for place in places}
