"""Meetings: logging them, their participants and what was spoken of."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import F
from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from chancery.admin import rights
from chancery.admin.display import choice_badge, choice_column, date_column
from chancery.admin.inlines import PartCards, PartInline
from chancery.admin.lists.bulk import BulkDeed
from chancery.admin.lists.rows import RowField
from chancery.admin.pages import Panel, Tool
from chancery.admin.record import PartAdmin, RecordAdmin
from chancery.admin.typed import Anything, Form, Options, Row
from chancery.admin.writing.deeds import Deed
from chancery.admin.writing.saving import Rows
from chancery.models import User
from engagements.actions.commitments import mention
from engagements.actions.meetings import add_participant, log_meeting, step_meeting
from engagements.admin import completing
from engagements.admin.bulk import (
    desk_deed,
    field_deeds,
    no_owner_deed,
    owner_deed,
    owner_in_list,
)
from engagements.admin.calendars import CALENDAR_FORMAT, calendar_tools
from engagements.admin.common import (
    MEETING_TONES,
    MEETINGS,
    CitationInline,
    PartnerRows,
    joined,
)
from engagements.admin.filters import MeetingPartnerFilter, MeetingViewFilter
from engagements.admin.meeting_forms import MeetingForm, NewMeetingForm
from engagements.admin.meeting_page import meeting_panel
from engagements.admin.moving import explained
from engagements.admin.steps import step_deeds
from engagements.models import Meeting, MeetingPartner, Mention, Participation
from engagements.workflow import MEETING
from seeds.admin import Cited


class PartnersOfMeeting(PartnerRows):
    """Who takes part, and as what."""

    model = MeetingPartner
    fields = ("partner", "role")


class Participants(PartCards):
    """Who was there: a person, only a post, or only a description."""

    model = Participation
    fields = (
        ("person", "post"),
        ("partner", "role", "capacity"),
        ("title_then", "label", "stands_in_for"),
    )
    order: ClassVar[tuple[str, ...]] = ("position", "pk")
    new_rows = 1

    def add_row(
        self,
        parent: Meeting,
        values: Mapping[str, Any],
        *,
        by: User,
        at: datetime,
    ) -> Participation:
        """Add somebody after those who are there already."""
        last = parent.participations.order_by("-position").first()
        position = last.position + 1 if last else 1
        return add_participant(
            parent, by=by, at=at, values={"position": position, **values}
        )


class MentionsAtMeeting(PartInline):
    """Commitments that were spoken of."""

    model = Mention
    fields = ("commitment", "kind", "note", "text_after")
    verbose_name = _("commitment spoken of")
    verbose_name_plural = _("commitments spoken of")
    classes = ("collapse",)

    def add_row(
        self,
        parent: Meeting,
        values: Mapping[str, Any],
        *,
        by: User,
        at: datetime,
    ) -> Mention:
        """Add a point to the commitment's line."""
        rest = dict(values)
        commitment, kind = rest.pop("commitment"), rest.pop("kind")
        return mention(commitment, parent, kind, by=by, at=at, **rest)


@admin.register(Meeting)
class MeetingAdmin(Cited, RecordAdmin):
    """Meetings held, planned, hoped for or put off."""

    section = MEETINGS
    icon = "meeting"
    form = MeetingForm
    export_formats: ClassVar = {**RecordAdmin.export_formats, "ics": CALENDAR_FORMAT}
    further_imports = (
        (_("Meeting from an invitation"), "admin:meeting_from_invitation"),
    )
    list_display = (
        "title",
        date_column("date", _("date")),
        choice_column("status", _("status"), MEETING_TONES),
        choice_column("kind", _("kind")),
        "partner_names",
        "place",
        "reference",
    )
    list_with = ("meeting_partners__partner",)
    list_filter = (
        MeetingViewFilter,
        "status",
        "kind",
        "level",
        MeetingPartnerFilter,
        "series",
        "desk",
    )
    search_fields = (
        "title",
        "reference",
        "place__name",
        "agenda",
        "outcome",
        "meeting_partners__partner__short_name",
        "meeting_partners__partner__names__text",
    )
    search_help_text = _("Words of title, agenda or outcome, a place, or a reference.")
    ordering = (F("date_latest").desc(nulls_last=True), "-date_earliest", "-pk")
    inlines = (PartnersOfMeeting, Participants, MentionsAtMeeting, CitationInline)
    cited_through = ("meeting", "participation__meeting", "mention__meeting")
    adding_verb = "log_meeting"
    verbs: ClassVar = {
        "log_meeting": _("Logged"),
        **{step.verb: step.label for step in MEETING.steps},
        **completing.VERBS,
    }
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "title",
                    ("kind", "level", "mode"),
                    ("series", "ordinal"),
                )
            },
        ),
        (
            _("When and where"),
            {
                "fields": (
                    ("date", "date_is_inferred"),
                    ("place", "venue", "host"),
                    ("starts_at", "ends_at", "time_zone"),
                )
            },
        ),
        (_("What was said"), {"fields": ("agenda", "summary", "outcome")}),
        (
            _("Keeping"),
            {
                "fields": (
                    ("desk", "owner", "classification"),
                    ("parent", "parent_relation"),
                )
            },
        ),
    )

    @admin.display(description=_("partners"), empty_value="–")
    def partner_names(self, row: Meeting) -> SafeString:
        """Return who takes part, in a line."""
        return joined(item.partner for item in row.meeting_partners.all())

    @property
    def first_links(self) -> list[tuple[Any, str]]:
        """Lead from the list to the page that logs a whole meeting."""
        return [(_("Log a meeting"), reverse("admin:engagements_meeting_log"))]

    def sidebar_links(self, request: HttpRequest) -> list[tuple[Any, str]]:  # noqa: ARG002 - asked of every admin
        """Offer what lies ahead."""
        address = reverse("admin:engagements_meeting_changelist")
        return [(_("Ahead"), f"{address}?view=ahead")]

    def describe(self, row: Meeting) -> str:
        """Tell meetings of one title apart."""
        return f"{row.title} · {row.date or '–'} · {row.reference}"

    def get_form(
        self,
        request: HttpRequest,
        obj: Row = None,
        change: bool = False,  # noqa: FBT001, FBT002 - as above
        **options: Options,
    ) -> Anything:
        """Ask of a new meeting how far it has come; afterwards it takes steps."""
        if obj is None:
            options["form"] = NewMeetingForm
        return super().get_form(request, obj, change, **options)

    def get_fieldsets(self, request: HttpRequest, obj: Row = None) -> Anything:
        """Show the beginning status on a new page only."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None:
            (name, options), *rest = fieldsets
            fields = [*options["fields"], "begins_as"]
            return [(name, {**options, "fields": fields}), *rest]
        return fieldsets

    def add_record(self, form: Form, rows: Rows, *, by: User, at: datetime) -> Meeting:
        """Log the meeting with who took part."""
        return log_meeting(
            by=by,
            at=at,
            values={**self.new_values(form), "status": form.cleaned_data["begins_as"]},
            partners=[
                (row["partner"], row["role"]) for row in rows.take(MeetingPartner)
            ],
            participants=rows.take(Participation),
        )

    def deeds(self, request: HttpRequest, record: Meeting) -> list[Deed]:
        """Offer the steps of its lifecycle."""

        def take(meeting: Meeting, verb: str, **answers: Options) -> Meeting:
            return step_meeting(meeting, verb, **answers)

        steps = step_deeds(
            record, workflow=MEETING, take=take, by=rights.user_of(request)
        )
        steps = explained(steps, record, rights.user_of(request))
        completes = completing.completing_deeds(request, record)
        return [*steps, *completes, *super().deeds(request, record)]

    def tools(self, request: HttpRequest, record: Meeting) -> list[Tool]:
        """Lead to the open items that the meeting takes up."""
        return [
            *completing.carrying_tools(request, record),
            *calendar_tools(record),
            *super().tools(request, record),
        ]

    def row_fields(self, request: HttpRequest) -> list[RowField]:
        """Let the officer in charge be chosen in the list."""
        return [owner_in_list(request)]

    def bulk_deeds(self, request: HttpRequest) -> list[BulkDeed]:
        """Offer to give many to somebody."""
        fields = [owner_deed(), no_owner_deed(), desk_deed()]
        fields = field_deeds(request, Meeting, fields)
        return [*fields, *super().bulk_deeds(request)]

    def badges(self, record: Meeting) -> list[SafeString]:
        """Show how far it has come."""
        status = choice_badge(record, "status", MEETING_TONES)
        record_is = completing.completeness_badges(record)
        return [status, *record_is, *super().badges(record)]

    def panels(self, request: HttpRequest, record: Meeting) -> list[Panel]:
        """Show the meeting as one reads of it, above the form."""
        return [
            *completing.completeness_panels(request, record),
            meeting_panel(request, record),
            *super().panels(request, record),
        ]


@admin.register(Participation)
class ParticipationAdmin(Cited, PartAdmin):
    """Somebody at a meeting, for the citations."""

    section = MEETINGS
    list_display = (
        "reference",
        "meeting",
        "person",
        "post",
        "label",
        choice_column("role", _("role")),
    )
    list_filter = ("role", "capacity")
    search_fields = ("person__name", "person__names__text", "label", "reference")
    ordering = ("-pk",)
    names_with = ("person", "post__partner")
    fields = (
        ("meeting", "position"),
        ("person", "post"),
        ("partner", "role", "capacity"),
        ("title_then", "label", "stands_in_for"),
    )
    readonly_fields = ("meeting",)
    inlines = (CitationInline,)
    cited_through = ("participation",)

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002 - Django's signature
        """Participants are entered on the meeting's page."""
        return False
