"""Agreements, their parties, links and the home state's own procedure."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from chancery.admin import rights
from chancery.admin.display import choice_badge, choice_column, date_words
from chancery.admin.inlines import PartInline
from chancery.admin.pages import Panel, Tile, Tool
from chancery.admin.record import RecordAdmin
from chancery.admin.sight import sighted, visible
from chancery.admin.typed import Form
from chancery.admin.writing.saving import Rows
from chancery.models import User
from engagements.actions.agreements import enter_agreement, tick_procedure_step
from engagements.admin.common import (
    AGREEMENT_TONES,
    AGREEMENTS,
    COMMITMENT_TONES,
    CitationInline,
    PartnerRows,
    joined,
)
from engagements.admin.filters import AgreementPartnerFilter, AgreementViewFilter
from engagements.models import (
    Agreement,
    AgreementEvent,
    AgreementLink,
    AgreementParty,
    Commitment,
    ProcedureStep,
)
from seeds.admin import Cited


class PartiesOfAgreement(PartnerRows):
    """Who is bound."""

    model = AgreementParty
    fields = ("partner", "institution")
    verbose_name = _("party")
    verbose_name_plural = _("parties")


class Links(PartInline):
    """How it bears on other agreements."""

    model = AgreementLink
    fk_name = "agreement"
    fields = ("kind", "other")


class Procedure(PartInline):
    """The domestic checklist."""

    model = ProcedureStep
    fields = ("step", "is_required", "done_date", "note")
    classes = ("collapse",)

    def add_row(
        self,
        parent: Agreement,
        values: Mapping[str, Any],
        *,
        by: User,
        at: datetime,
    ) -> ProcedureStep:
        """Tick one item off."""
        rest = dict(values)
        return tick_procedure_step(parent, rest.pop("step"), by=by, at=at, values=rest)


@admin.register(Agreement)
class AgreementAdmin(Cited, RecordAdmin):
    """Treaties, declarations, memoranda, plans; their events say how they stand."""

    section = AGREEMENTS
    icon = "document"
    list_display = (
        "title",
        choice_column("status", _("status"), AGREEMENT_TONES),
        choice_column("instrument_type", _("type of instrument")),
        "party_names",
        "desk",
        "reference",
    )
    list_with = ("parties__partner",)
    list_filter = (
        AgreementViewFilter,
        "status",
        "instrument_type",
        AgreementPartnerFilter,
        "is_binding",
        "desk",
    )
    search_fields = (
        "title",
        "short_title",
        "title_ko",
        "treaty_number",
        "registration_number",
        "reference",
    )
    ordering = ("-updated_at", "-pk")
    inlines = (PartiesOfAgreement, Links, Procedure, CitationInline)
    cited_through = ("agreement", "agreement_event__agreement")
    adding_verb = "enter_agreement"
    verbs: ClassVar = {
        "enter_agreement": _("Entered"),
        "record_event": _("Recorded what happened"),
        "void_event": _("Took an event back"),
        "tick_procedure_step": _("Ticked off"),
    }
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "title",
                    ("short_title", "title_ko"),
                    ("instrument_type", "is_binding"),
                    "subject",
                )
            },
        ),
        (
            _("Terms"),
            {
                "fields": (
                    ("languages", "depositary"),
                    "entry_into_force_clause",
                    ("duration_months", "notice_months"),
                    ("treaty_number", "registration_number"),
                )
            },
        ),
        (_("Keeping"), {"fields": (("desk", "owner", "classification"),)}),
    )

    @admin.display(description=_("parties"), empty_value="–")
    def party_names(self, row: Agreement) -> SafeString:
        """Return the partners in a line."""
        return joined(dict.fromkeys(party.partner for party in row.parties.all()))

    def describe(self, row: Agreement) -> str:
        """Tell agreements of one title apart."""
        return f"{row} · {row.reference}"

    def add_record(
        self, form: Form, rows: Rows, *, by: User, at: datetime
    ) -> Agreement:
        """Enter it with its parties."""
        return enter_agreement(
            by=by,
            at=at,
            values=self.new_values(form),
            parties=[
                (row["partner"], row["institution"])
                for row in rows.take(AgreementParty)
            ],
        )

    def tools(self, request: HttpRequest, record: Agreement) -> list[Tool]:
        """Lead to the page on which an event is recorded."""
        if not rights.user_of(request).has_perm("engagements.add_agreementevent"):
            return []
        address = reverse("admin:engagements_agreementevent_add")
        return [
            Tool(
                _("Record what happened"),
                f"{address}?agreement={record.reference}",
                "primary",
            )
        ]

    def heading(self, record: Agreement) -> str:
        """Return the whole title: the short one stands in the lists."""
        return record.title

    def badges(self, record: Agreement) -> list[SafeString]:
        """Show how it stands."""
        status = choice_badge(record, "status", AGREEMENT_TONES)
        return [status, *super().badges(record)]

    def panels(self, request: HttpRequest, record: Agreement) -> list[Panel]:
        """Show what happened, in order, and what was promised about it."""
        panel = Panel(
            "admin/engagements/agreement.html",
            {
                "tiles": _tiles(request, record),
                "events": _events(request, record),
                "commitments": _commitments(request, record),
                "agreement": record,
            },
        )
        return [panel, *super().panels(request, record)]


def _tiles(request: HttpRequest, agreement: Agreement) -> list[Tile]:
    rows = visible(AgreementParty, request.user).filter(agreement=agreement)
    parties = sighted(rows, request.user, ["partner", "institution"]).order_by("pk")
    binding = {True: _("Yes"), False: _("No"), None: _("Not judged")}
    return [
        Tile(_("Parties"), joined(dict.fromkeys(map(str, parties))) or "–"),
        Tile(_("Type of instrument"), agreement.get_instrument_type_display()),
        Tile(_("Legally binding"), binding[agreement.is_binding]),
        Tile(_("Desk"), agreement.desk),
    ]


def _events(request: HttpRequest, agreement: Agreement) -> list[dict[str, Any]]:
    rows = sighted(
        visible(AgreementEvent, request.user).filter(agreement=agreement),
        request.user,
        ["party", "meeting", "event_places__place"],
    ).order_by("position", "pk")
    return [
        {
            "event": row,
            "date": date_words(
                row.action_date, is_inferred=row.action_date_is_inferred
            ),
            "effective": date_words(row.effective_date),
            "places": [item.place for item in row.event_places.all()],
        }
        for row in rows
    ]


def _commitments(request: HttpRequest, agreement: Agreement) -> list[dict[str, Any]]:
    rows = visible(Commitment, request.user).filter(
        about_agreement=agreement, archived_at=None
    )
    return [
        {"commitment": row, "status": choice_badge(row, "status", COMMITMENT_TONES)}
        for row in rows.order_by("reference")[:50]
    ]
