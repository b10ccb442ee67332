"""Policies, programmes and projects."""

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from chancery.admin.display import choice_badge, choice_column, date_column
from chancery.admin.inlines import PartInline
from chancery.admin.pages import Panel
from chancery.admin.record import RecordAdmin
from chancery.admin.sight import visible
from engagements.admin.common import (
    AGREEMENTS,
    COMMITMENT_TONES,
    CitationInline,
    PartnerRows,
)
from engagements.models import (
    Commitment,
    Initiative,
    InitiativeAmount,
    InitiativePartner,
)
from seeds.admin import Cited


class PartnersOfInitiative(PartnerRows):
    """With, for or about whom it is."""

    model = InitiativePartner
    fields = ("partner",)


class AmountsOfInitiative(PartInline):
    """The money for it."""

    model = InitiativeAmount
    fields = ("role", "exactness", "value", "currency")


@admin.register(Initiative)
class InitiativeAdmin(Cited, RecordAdmin):
    """Undertakings that last."""

    section = AGREEMENTS
    icon = "target"
    list_display = (
        "name",
        choice_column("kind", _("kind")),
        "owner_partner",
        choice_column("activity_status", _("activity status")),
        date_column("start", _("from")),
        "reference",
    )
    list_filter = ("kind", "activity_status", "desk")
    search_fields = ("name", "name_ko", "description", "reference")
    ordering = ("name", "pk")
    inlines = (PartnersOfInitiative, AmountsOfInitiative, CitationInline)
    cited_through = ("initiative",)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("name", "name_ko"),
                    ("kind", "activity_status"),
                    ("owner_partner", "implementing_institution"),
                    ("start", "end"),
                    "description",
                )
            },
        ),
        (_("Keeping"), {"fields": (("desk", "owner", "classification"),)}),
    )

    def panels(self, request: HttpRequest, record: Initiative) -> list[Panel]:
        """Show what was promised under it."""
        rows = visible(Commitment, request.user).filter(
            initiative=record, archived_at=None
        )
        shown = [
            {"commitment": row, "status": choice_badge(row, "status", COMMITMENT_TONES)}
            for row in rows.order_by("reference")[:50]
        ]
        panel = [Panel("admin/engagements/initiative.html", {"commitments": shown})]
        return [*(panel if shown else []), *super().panels(request, record)]
