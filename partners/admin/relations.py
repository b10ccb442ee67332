"""How partners stand to each other, in words and in figures."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from chancery.admin.display import choice_column, date_column
from chancery.admin.record import RecordAdmin
from partners.admin.parts import PEOPLE, CitationInline
from partners.models import Indicator, RelationStep, RelationTier
from seeds.admin import Cited


@admin.register(RelationStep)
class RelationStepAdmin(Cited, RecordAdmin):
    """Steps on the ladder of relations, of any pair."""

    section = PEOPLE
    icon = "relation"
    list_display = (
        "first",
        "second",
        "tier",
        date_column("date", _("date")),
        "reference",
    )
    list_filter = ("tier", "desk")
    search_fields = (
        "first__short_name",
        "second__short_name",
        "tier__name",
        "instrument",
        "reference",
    )
    ordering = ("-date_latest", "-pk")
    names_with = ("first", "second", "tier")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("first", "second"),
                    "tier",
                    ("date", "date_is_inferred"),
                    "instrument",
                    ("desk", "classification"),
                    "note",
                )
            },
        ),
    )
    inlines = (CitationInline,)
    cited_through = ("relation_step",)


@admin.register(Indicator)
class IndicatorAdmin(Cited, RecordAdmin):
    """Figures that a briefing quotes."""

    section = PEOPLE
    icon = "chart"
    list_display = (
        choice_column("measure", _("measure")),
        "first",
        "second",
        date_column("period", _("period")),
        "figure",
        "reference",
    )
    list_filter = ("measure", "desk")
    search_fields = ("first__short_name", "second__short_name", "unit", "reference")
    ordering = ("-period_latest", "-pk")
    names_with = ("first", "second")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("measure", "direction"),
                    ("first", "second"),
                    ("period", "period_is_inferred"),
                    ("value", "exactness", "unit", "currency"),
                    ("desk", "classification"),
                    "note",
                )
            },
        ),
    )
    inlines = (CitationInline,)
    cited_through = ("indicator",)

    @admin.display(description=_("value"), ordering="value")
    def figure(self, row: Indicator) -> str:
        """Return the value as a briefing would say it."""
        exactness = "" if row.exactness == "exact" else row.get_exactness_display()
        parts = (exactness, f"{row.value.normalize():,f}", row.unit, row.currency)
        return " ".join(str(part) for part in parts if part)


@admin.register(RelationTier)
class RelationTierAdmin(RecordAdmin):
    """The rungs of the ladder."""

    icon = "ladder"
    list_display = ("name", "name_ko", choice_column("kind", _("kind")), "rank")
    list_filter = ("kind",)
    search_fields = ("name", "name_ko", "reference")
    ordering = ("rank", "pk")
    fields = (("name", "name_ko"), ("kind", "rank"), ("desk", "classification"))
