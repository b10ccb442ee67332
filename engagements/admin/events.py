"""What happens to agreements: recorded on a page that knows what may follow."""

from datetime import datetime
from functools import partial
from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from chancery import actions
from chancery.admin import rights
from chancery.admin.display import badge, choice_column, date_column
from chancery.admin.forms import RecordForm
from chancery.admin.inlines import PartInline
from chancery.admin.record import PartAdmin
from chancery.admin.sight import visible
from chancery.admin.typed import Anything, Options, Row
from chancery.admin.writing.deeds import Deed, reason_field
from chancery.admin.writing.saving import Rows
from chancery.models import User
from engagements.actions.agreements import record_event, void_event
from engagements.admin.common import AGREEMENTS, CitationInline
from engagements.models import Agreement, AgreementEvent, AgreementEventPlace
from engagements.vocabulary import AgreementEventKind
from engagements.workflow import kinds_from
from seeds.admin import Cited


class PlacesOfEvent(PartInline):
    """Where it took place; one signing may be in two cities."""

    model = AgreementEventPlace
    fields = ("place",)
    verbose_name_plural = _("places")
    verbose_name = _("place")


@admin.register(AgreementEvent)
class AgreementEventAdmin(Cited, PartAdmin):
    """One event; the agreement's status follows from all of them."""

    section = AGREEMENTS
    icon = "event"
    is_in_sidebar = True
    list_display = (
        "agreement",
        choice_column("kind", _("what happened")),
        date_column("action_date", _("date of the act")),
        "party",
        "meeting",
        "reference",
    )
    list_filter = ("kind",)
    search_fields = ("agreement__title", "instrument", "note", "reference")
    ordering = ("-action_date_latest", "-pk")
    names_with = ("agreement",)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "agreement",
                    ("kind", "party"),
                    ("action_date", "action_date_is_inferred"),
                    ("effective_date", "meeting"),
                    "instrument",
                    "note",
                )
            },
        ),
    )
    inlines = (PlacesOfEvent, CitationInline)
    cited_through = ("agreement_event",)
    adding_verb = "record_event"
    verbs: ClassVar = {
        "record_event": _("Recorded"),
        "void_event": _("Taken back"),
    }

    def get_readonly_fields(self, request: HttpRequest, obj: Row = None) -> Anything:  # noqa: ARG002 - Django's signature
        """An event stays with its agreement."""
        return ("agreement",) if obj is not None else ()

    def get_fieldsets(self, request: HttpRequest, obj: Row = None) -> Anything:
        """A new event finds its place by its date; later it may be corrected."""
        fieldsets = list(super().get_fieldsets(request, obj))
        if obj is not None:
            fieldsets.append((_("Place in the order"), {"fields": ("position",)}))
        return fieldsets

    def formfield_for_choice_field(
        self,
        db_field: Anything,
        request: HttpRequest,
        **options: Options,
    ) -> Anything:
        """Put first what may follow from where the agreement stands."""
        made = super().formfield_for_choice_field(db_field, request, **options)
        named = request.GET.get("agreement", "")
        if db_field.name == "kind" and made is not None and named:
            agreement = visible(Agreement, request.user).filter(reference=named).first()
            if agreement is not None:
                made.choices = _kinds(agreement.status)
        return made

    def has_change_permission(self, request: HttpRequest, obj: Row = None) -> bool:
        """What was taken back stays as it was."""
        is_void = obj is not None and obj.voided_at is not None
        return not is_void and super().has_change_permission(request, obj)

    def add_record(
        self, form: RecordForm, rows: Rows, *, by: User, at: datetime
    ) -> AgreementEvent:
        """Record the event with its places."""
        values = self.new_values(form)
        return record_event(
            values.pop("agreement"),
            by=by,
            at=at,
            values=values,
            places=[row["place"] for row in rows.take(AgreementEventPlace)],
        )

    def response_post_save_add(
        self,
        request: HttpRequest,  # noqa: ARG002 - Django's signature
        obj: AgreementEvent,
    ) -> HttpResponseRedirect:
        """Go back to the agreement."""
        address = reverse(
            "admin:engagements_agreement_change", args=[obj.agreement.reference]
        )
        return HttpResponseRedirect(address)

    def badges(self, record: AgreementEvent) -> list[SafeString]:
        """Show what was taken back."""
        return [badge(_("Taken back"), "bad")] if record.voided_at else []

    def deeds(self, request: HttpRequest, record: AgreementEvent) -> list[Deed]:
        """Offer to take back what was entered by mistake."""
        may = rights.user_of(request).has_perm(
            actions.permission_of(AgreementEvent, "change")
        )
        if not may or record.voided_at is not None:
            return []
        return [
            Deed(
                "void",
                _("Take back"),
                partial(void_event, record),
                asks={"reason": reason_field(_("Why was it a mistake?"))},
                tone="danger",
                explain=_(
                    "It stays visible as taken back; the status follows from the rest."
                ),
            )
        ]


def _kinds(status: str) -> list[tuple[Any, Any]]:
    following = set(kinds_from(status))
    choices = AgreementEventKind.choices
    return [
        ("", "---------"),
        (_("May follow now"), [pair for pair in choices if pair[0] in following]),
        (
            _("Learnt of late, takes its place by date"),
            [pair for pair in choices if pair[0] not in following],
        ),
    ]
