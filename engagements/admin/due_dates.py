"""Wishes to move a due date, and who decides on them."""

from functools import partial
from typing import ClassVar

from django.contrib import admin
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from chancery.admin import rights
from chancery.admin.display import choice_badge, choice_column, date_column
from chancery.admin.record import PartAdmin
from chancery.admin.typed import Row
from chancery.admin.writing.deeds import Deed, reason_field
from engagements.actions.commitments import decide_due_date_change
from engagements.admin.common import COMMITMENTS, DECISION_TONES
from engagements.models import DueDateChange
from engagements.vocabulary import Decision


@admin.register(DueDateChange)
class DueDateChangeAdmin(PartAdmin):
    """Asked on the commitment's page, decided here by somebody else."""

    section = COMMITMENTS
    icon = "clock"
    is_in_sidebar = True
    list_display = (
        "commitment",
        date_column("old_date", _("due until now")),
        date_column("new_date", _("new due date")),
        choice_column("decision", _("decision"), DECISION_TONES),
        "requested_by",
        "requested_at",
        "reference",
    )
    list_filter = ("decision",)
    search_fields = ("commitment__title", "reason", "reference")
    ordering = ("-requested_at", "-pk")
    names_with = ("commitment",)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "commitment",
                    ("old_date", "new_date"),
                    "reason",
                    ("requested_by", "requested_at"),
                )
            },
        ),
        (
            _("Decision"),
            {"fields": (("decision", "decided_by", "decided_at"), "decision_note")},
        ),
    )
    verbs: ClassVar = {
        "ask_due_date_change": _("Asked"),
        "approve_due_date_change": _("Approved"),
        "refuse_due_date_change": _("Refused"),
    }

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002 - Django's signature
        """Asking begins on the commitment's page."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Row = None) -> bool:  # noqa: ARG002 - as above
        """What was asked stays as it was; it is decided by a deed."""
        return False

    def badges(self, record: DueDateChange) -> list[SafeString]:
        """Show the decision."""
        return [choice_badge(record, "decision", DECISION_TONES)]

    def deeds(self, request: HttpRequest, record: DueDateChange) -> list[Deed]:
        """Offer the decision to those who may take it and did not ask themselves."""
        user = rights.user_of(request)
        may = user.has_perm("engagements.decide_duedatechange")
        if (
            not may
            or record.decision != Decision.PENDING
            or record.requested_by == user
        ):
            return []
        note = {"note": reason_field(_("Note"), is_required=False)}
        return [
            Deed(
                "approve",
                _("Approve"),
                partial(decide_due_date_change, record, approve=True),
                asks=note,
                tone="primary",
                explain=_("The current due date moves; the original one stays."),
            ),
            Deed(
                "refuse",
                _("Refuse"),
                partial(decide_due_date_change, record, approve=False),
                asks=note,
                explain=_("The due date stays as it is."),
            ),
        ]
