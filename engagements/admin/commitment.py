"""Commitments: who owes what to whom, and its line from meeting to meeting."""

from datetime import datetime
from functools import partial
from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from chancery.admin import rights
from chancery.admin.display import choice_badge, choice_column, date_words
from chancery.admin.lists.bulk import BulkDeed
from chancery.admin.lists.rows import RowField, word_field
from chancery.admin.pages import Panel, Tool
from chancery.admin.record import RecordAdmin
from chancery.admin.typed import Anything, Form, Options, Row
from chancery.admin.writing.deeds import Deed, reason_field
from chancery.admin.writing.saving import Rows
from chancery.dates.forms import PartialDateFormField
from chancery.models import User
from engagements.actions.commitments import (
    ask_due_date_change,
    make_commitment,
    set_due_date,
    step_commitment,
)
from engagements.admin.bulk import (
    desk_deed,
    field_deeds,
    no_owner_deed,
    owner_deed,
    owner_in_list,
    priority_deed,
    workflow_deeds,
)
from engagements.admin.commitment_page import commitment_panel, is_overdue
from engagements.admin.commitment_parts import (
    Amounts,
    Institutions,
    MentionsOfCommitment,
    Parties,
    Successors,
)
from engagements.admin.common import (
    COMMITMENT_TONES,
    COMMITMENTS,
    WORDING_TONES,
    CitationInline,
    overdue_badge,
    sides,
)
from engagements.admin.filters import (
    VIEW_LABELS,
    CommitmentPartnerFilter,
    CommitmentViewFilter,
    MineFilter,
)
from engagements.admin.steps import step_deeds
from engagements.models import (
    Commitment,
    CommitmentParty,
)
from engagements.vocabulary import OPEN_STATUSES
from engagements.workflow import COMMITMENT
from seeds.admin import Cited


@admin.register(Commitment)
class CommitmentAdmin(Cited, RecordAdmin):
    """What was promised, asked or hoped, by whom, to whom."""

    section = COMMITMENTS
    icon = "promise"
    list_display = (
        "title",
        "who",
        choice_column("wording", _("wording"), WORDING_TONES),
        choice_column("status", _("status"), COMMITMENT_TONES),
        "due",
        choice_column("sector", _("sector")),
        "reference",
    )
    list_with = ("parties__partner",)
    list_filter = (
        CommitmentViewFilter,
        MineFilter,
        "status",
        "wording",
        CommitmentPartnerFilter,
        "sector",
        "kind",
        "priority",
        "desk",
        "owner",
    )
    search_fields = (
        "title",
        "as_worded",
        "reference",
        "parties__partner__short_name",
        "parties__partner__names__text",
    )
    search_help_text = _("Words of what was promised, a partner, or a reference.")
    ordering = ("due_date_latest", "pk")
    inlines = (
        Parties,
        Institutions,
        Amounts,
        MentionsOfCommitment,
        Successors,
        CitationInline,
    )
    cited_through = (
        "commitment",
        "mention__commitment",
        "progress_update__commitment",
    )
    adding_verb = "make_commitment"
    verbs: ClassVar = {
        "make_commitment": _("Entered"),
        "set_due_date": _("Gave a due date"),
        "ask_due_date_change": _("Asked for another due date"),
        "approve_due_date_change": _("Approved another due date"),
        "refuse_due_date_change": _("Refused another due date"),
        "report_progress": _("Reported"),
        **{step.verb: step.label for step in COMMITMENT.steps},
    }
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "title",
                    ("wording", "kind", "sector"),
                    "as_worded",
                    "conditions",
                )
            },
        ),
        (
            _("Where it comes from"),
            {
                "fields": (
                    ("origin_meeting", "origin_agreement"),
                    ("about_agreement", "initiative"),
                )
            },
        ),
        (
            _("When and who"),
            {
                "fields": (
                    ("due_date", "recurrence_months"),
                    ("waiting_on", "priority"),
                    ("desk", "owner", "classification"),
                )
            },
        ),
    )

    @admin.display(description=_("who"), empty_value="–")
    def who(self, row: Commitment) -> SafeString:
        """Return who promises what to whom."""
        return sides(row.parties.all(), row.wording)

    @admin.display(description=_("due"), ordering="due_date_latest", empty_value="–")
    def due(self, row: Commitment) -> SafeString:
        """Return the current due date, marked where it has passed."""
        shown = date_words(row.due_date)
        if is_overdue(row, timezone.localdate()):
            return format_html("{} {}", shown, overdue_badge())
        return shown

    def sidebar_links(self, request: HttpRequest) -> list[tuple[Any, str]]:  # noqa: ARG002 - asked of every admin
        """Offer the views that a day begins with."""
        address = reverse("admin:engagements_commitment_changelist")
        names = ("overdue", "due_soon", "waiting_on_us", "waiting_on_them")
        return [(VIEW_LABELS[name], f"{address}?view={name}") for name in names]

    def describe(self, row: Commitment) -> str:
        """Tell commitments of one title apart."""
        return f"{row.title} · {row.reference}"

    def get_readonly_fields(self, request: HttpRequest, obj: Row = None) -> Anything:  # noqa: ARG002 - Django's signature
        """Where it was made is fixed, and its due date moves by decision only."""
        return ("origin_meeting", "due_date") if obj is not None else ()

    def get_inlines(self, request: HttpRequest, obj: Row) -> Anything:  # noqa: ARG002 - Django's signature
        """A new commitment begins its line with the meeting it is made at."""
        if obj is None:
            return (Parties, Institutions, Amounts, CitationInline)
        return self.inlines

    def add_record(
        self, form: Form, rows: Rows, *, by: User, at: datetime
    ) -> Commitment:
        """Enter it with its sides."""
        values = self.new_values(form)
        if "classification" not in form.changed_data:
            # Nobody chose it: the action takes the meeting's.
            del values["classification"]
        return make_commitment(
            by=by, at=at, values=values, parties=rows.take(CommitmentParty)
        )

    def deeds(self, request: HttpRequest, record: Commitment) -> list[Deed]:
        """Offer the steps of its lifecycle and what may be done about its due date."""
        user = rights.user_of(request)

        def take(commitment: Commitment, verb: str, **answers: Options) -> Commitment:
            return step_commitment(commitment, verb, **answers)

        steps = step_deeds(record, workflow=COMMITMENT, take=take, by=user)
        date = _date_deed(record) if user.has_perm(_ASK) else []
        return [*steps, *date, *super().deeds(request, record)]

    def row_fields(self, request: HttpRequest) -> list[RowField]:
        """Let priority and officer in charge be chosen in the list."""
        return [word_field(Commitment, "priority"), owner_in_list(request)]

    def bulk_deeds(self, request: HttpRequest) -> list[BulkDeed]:
        """Offer to give many to somebody, and the steps of their lifecycle."""
        fields = [owner_deed(), no_owner_deed(), priority_deed(), desk_deed()]
        steps = workflow_deeds(
            rights.user_of(request),
            model=Commitment,
            workflow=COMMITMENT,
            take=step_commitment,
        )
        return [
            *field_deeds(request, Commitment, fields),
            *steps,
            *super().bulk_deeds(request),
        ]

    def tools(self, request: HttpRequest, record: Commitment) -> list[Tool]:
        """Lead to the page on which progress is reported."""
        if not rights.user_of(request).has_perm("engagements.add_progressupdate"):
            return []
        address = reverse("admin:engagements_progressupdate_add")
        return [Tool(_("Report progress"), f"{address}?commitment={record.reference}")]

    def badges(self, record: Commitment) -> list[SafeString]:
        """Show how it was said, how it stands and whether it is late."""
        shown = [
            choice_badge(record, "status", COMMITMENT_TONES),
            choice_badge(record, "wording", WORDING_TONES),
        ]
        if is_overdue(record, timezone.localdate()):
            shown.append(overdue_badge())
        return [*shown, *super().badges(record)]

    def panels(self, request: HttpRequest, record: Commitment) -> list[Panel]:
        """Show its line, its reports and its dates above the form."""
        return [commitment_panel(request, record), *super().panels(request, record)]


_ASK = "engagements.add_duedatechange"


def _date_deed(record: Commitment) -> list[Deed]:
    if record.status not in OPEN_STATUSES or record.archived_at is not None:
        return []
    if not record.due_date:
        return [
            Deed(
                "set_due_date",
                _("Set a due date"),
                partial(set_due_date, record),
                asks={"due_date": PartialDateFormField(label=_("Due"))},
                explain=_("It stays on record as the original date."),
            )
        ]
    return [
        Deed(
            "ask_due_date",
            _("Ask for another due date"),
            partial(ask_due_date_change, record),
            asks={
                "new_date": PartialDateFormField(label=_("New due date")),
                "reason": reason_field(_("Why should it change?")),
            },
            tone="more",
            explain=_("A supervisor decides; until then nothing moves."),
        )
    ]
