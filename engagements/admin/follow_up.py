"""What followed a commitment: mentions and reports, each with a page of its own."""

from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chancery.admin.display import choice_column, date_column
from chancery.admin.forms import RecordForm
from chancery.admin.inlines import PartInline
from chancery.admin.record import PartAdmin
from chancery.admin.typed import Anything, Options, Row
from chancery.admin.writing.saving import Rows
from chancery.models import User
from engagements.actions.commitments import report_progress
from engagements.admin.common import COMMITMENTS, HEALTH_TONES, CitationInline
from engagements.models import Mention, ProgressEvidence, ProgressUpdate
from engagements.workflow import COMMITMENT
from seeds.admin import Cited


@admin.register(ProgressUpdate)
class ProgressUpdateAdmin(Cited, PartAdmin):
    """Reports: written once, never changed."""

    class EvidenceInline(PartInline):
        """What shows that something was done."""

        model = ProgressEvidence
        fields = ("title", "url", "sha256")
        show_change_link = False

        def has_change_permission(self, request: HttpRequest, obj: Row = None) -> bool:  # noqa: ARG002 - Django's signature
            """Evidence stands as it was given."""
            return False

        def has_delete_permission(self, request: HttpRequest, obj: Row = None) -> bool:  # noqa: ARG002 - as above
            """As above."""
            return False

        def has_add_permission(self, request: HttpRequest, obj: Row = None) -> bool:
            """It comes with the report."""
            return obj is None and super().has_add_permission(request, obj)

    section = COMMITMENTS
    icon = "progress"
    is_in_sidebar = True
    list_display = (
        "commitment",
        date_column("date", _("date")),
        choice_column("health", _("how it goes"), HEALTH_TONES),
        "done",
        "author",
        "reference",
    )
    list_filter = ("health",)
    search_fields = ("done", "next_step", "obstacle", "commitment__title", "reference")
    ordering = ("-written_at", "-pk")
    names_with = ("commitment",)
    fieldsets = (
        (None, {"fields": ("commitment", ("date", "health", "verb"), "done")}),
        (_("What comes next"), {"fields": (("next_step", "next_step_date"),)}),
        (_("What stands in the way"), {"fields": ("obstacle", "help_needed")}),
        (_("Where it was reported"), {"fields": ("meeting",)}),
    )
    inlines = (EvidenceInline, CitationInline)
    cited_through = ("progress_update",)
    adding_verb = "report_progress"
    verbs: ClassVar = {"report_progress": _("Reported")}

    def formfield_for_dbfield(
        self,
        db_field: Anything,
        request: HttpRequest | None,
        **options: Options,
    ) -> Anything:
        """Offer the steps that need nothing but a report."""
        if db_field.name == "verb":
            return forms.ChoiceField(
                label=_("Step taken with it"),
                required=False,
                choices=[
                    ("", _("None")),
                    *(
                        (step.verb, step.label)
                        for step in COMMITMENT.steps
                        if not step.needs_reason
                        and step.permission == "change_commitment"
                    ),
                ],
            )
        return super().formfield_for_dbfield(db_field, request, **options)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Begin with today: most reports say how things stand now."""
        today = timezone.localdate().isoformat()
        return {"date": today, **super().get_changeform_initial_data(request)}

    def has_change_permission(self, request: HttpRequest, obj: Row = None) -> bool:
        """A report stands as it was written."""
        return obj is None and super().has_change_permission(request, obj)

    def add_record(
        self, form: RecordForm, rows: Rows, *, by: User, at: datetime
    ) -> ProgressUpdate:
        """Report, with the evidence and the step that follows."""
        values = self.new_values(form)
        commitment, verb = values.pop("commitment"), values.pop("verb")
        return report_progress(
            commitment,
            by=by,
            at=at,
            values=values,
            evidence=rows.take(ProgressEvidence),
            verb=verb,
        )

    def response_post_save_add(
        self,
        request: HttpRequest,  # noqa: ARG002 - Django's signature
        obj: ProgressUpdate,
    ) -> HttpResponseRedirect:
        """Go back to the commitment."""
        address = reverse(
            "admin:engagements_commitment_change", args=[obj.commitment.reference]
        )
        return HttpResponseRedirect(address)


@admin.register(Mention)
class MentionAdmin(Cited, PartAdmin):
    """One point of a commitment's line, for its citations."""

    section = COMMITMENTS
    list_display = (
        "reference",
        "commitment",
        "meeting",
        choice_column("kind", _("how")),
    )
    list_filter = ("kind",)
    search_fields = ("commitment__title", "meeting__title", "note", "reference")
    ordering = ("-pk",)
    names_with = ("commitment", "meeting")
    fields = (("commitment", "meeting"), "kind", ("text_before", "text_after"), "note")
    readonly_fields = ("commitment", "meeting")
    inlines = (CitationInline,)
    cited_through = ("mention",)

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002 - Django's signature
        """Mentions are entered on the commitment's or the meeting's page."""
        return False
