"""Bodies that meet again and again."""

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chancery.admin.display import choice_badge, choice_column, date_words
from chancery.admin.pages import Panel
from chancery.admin.record import RecordAdmin
from chancery.admin.sight import visible
from engagements.admin.common import (
    MEETING_TONES,
    MEETINGS,
    CitationInline,
    PartnerRows,
)
from engagements.models import Meeting, MeetingSeries, SeriesParty
from engagements.sessions import sessions
from seeds.admin import Cited


class PartiesOfSeries(PartnerRows):
    """Whom the sessions bring together."""

    model = SeriesParty
    fields = ("partner", "role")


@admin.register(MeetingSeries)
class MeetingSeriesAdmin(Cited, RecordAdmin):
    """Joint committees, forums, dialogues."""

    section = MEETINGS
    icon = "series"
    list_display = (
        "name",
        choice_column("kind", _("kind of meeting")),
        "cadence_months",
        "desk",
        "reference",
    )
    list_filter = ("kind", "desk")
    search_fields = ("name", "name_ko", "reference")
    ordering = ("name", "pk")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("name", "name_ko"),
                    ("kind", "cadence_months"),
                    ("title_pattern", "founding_agreement"),
                    "note",
                )
            },
        ),
        (_("Keeping"), {"fields": (("desk", "owner", "classification"),)}),
    )
    inlines = (PartiesOfSeries, CitationInline)
    cited_through = ("series",)

    def panels(self, request: HttpRequest, record: MeetingSeries) -> list[Panel]:
        """Show the sessions, the gaps between them and what is due."""
        rows = visible(Meeting, request.user).filter(series=record, archived_at=None)
        held = [
            {
                "meeting": row,
                "date": date_words(row.date, is_inferred=row.date_is_inferred),
                "status": choice_badge(row, "status", MEETING_TONES),
            }
            for row in rows.order_by("-ordinal", "-date_latest", "-pk")
        ]
        standing = sessions(record, user=request.user, today=timezone.localdate())
        panel = Panel(
            "admin/engagements/series.html",
            {"sessions": held, "standing": standing, "series": record},
        )
        return [panel, *super().panels(request, record)]
