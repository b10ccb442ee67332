"""How a commitment goes: progress, evidence, and wishes to move its date."""

from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chancery.dates.fields import (
    EarliestField,
    LatestField,
    PartialDateField,
    valid_edtf,
)
from chancery.dates.words import in_words
from chancery.history import recorded
from chancery.models.record import NamedPart, Part, known
from chancery.triggers import append_only, never_deleted
from engagements.models import commitment_triggers
from engagements.models.commitment import Commitment
from engagements.models.meeting import Meeting
from engagements.vocabulary import Decision, Health


@recorded
class ProgressUpdate(NamedPart):
    """What an officer reported on a commitment; append-only."""

    prefix: ClassVar[str] = "UPD"
    scope_paths: ClassVar[tuple[str, ...]] = ("commitment", "meeting")
    history_parents: ClassVar[tuple[str, ...]] = ("commitment",)

    commitment = models.ForeignKey(
        Commitment, models.PROTECT, related_name="updates", verbose_name=_("commitment")
    )
    date = PartialDateField(_("date"))
    date_earliest = EarliestField("date")
    date_latest = LatestField("date")
    health = models.CharField(
        _("how it goes"), max_length=8, choices=Health.choices, blank=True
    )
    done = models.TextField(_("what was done"), blank=True)
    next_step = models.TextField(_("next step"), blank=True)
    next_step_date = PartialDateField(_("next step by"), blank=True)
    next_step_date_earliest = EarliestField("next_step_date")
    next_step_date_latest = LatestField("next_step_date")
    obstacle = models.TextField(_("obstacle"), blank=True)
    help_needed = models.TextField(_("help needed"), blank=True)
    verb = models.CharField(
        _("step taken"), max_length=20, blank=True, help_text=_("Of the workflow.")
    )
    meeting = models.ForeignKey(
        Meeting,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="progress_updates",
        verbose_name=_("reported at"),
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        editable=False,
        related_name="+",
        verbose_name=_("author"),
    )
    written_at = models.DateTimeField(_("written at"), editable=False)

    class Meta:
        verbose_name = _("progress update")
        verbose_name_plural = _("progress updates")
        constraints: ClassVar = [
            valid_edtf("date", "engagements_progressupdate_date_is_edtf"),
            valid_edtf(
                "next_step_date", "engagements_progressupdate_next_step_date_is_edtf"
            ),
            models.CheckConstraint(
                name="engagements_progressupdate_has_a_date",
                violation_error_message=_("Say of which day the report is."),
                condition=~Q(date=""),
            ),
            models.CheckConstraint(
                name="engagements_progressupdate_says_something",
                condition=~Q(
                    health="",
                    done="",
                    next_step="",
                    obstacle="",
                    help_needed="",
                    verb="",
                ),
                violation_error_message=_("Say at least one thing."),
            ),
            known("health", Health, or_empty=True),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["commitment", "date_latest", "id"],
                name="engagements_progress_latest",
            )
        ]
        triggers: ClassVar = [append_only()]

    def __str__(self) -> str:
        """Return date and health."""
        return f"{self.date} {self.get_health_display()}".strip()


@recorded
class ProgressEvidence(Part):
    """What shows that something was done: an address, or a document by its hash."""

    scope_paths: ClassVar[tuple[str, ...]] = ("update",)
    natural_fields: ClassVar[tuple[str, ...]] = ("update", "url", "sha256")
    history_parents: ClassVar[tuple[str, ...]] = ("update",)

    update = models.ForeignKey(ProgressUpdate, models.PROTECT, related_name="evidence")
    title = models.CharField(_("title"), max_length=200, blank=True)
    url = models.URLField(_("address"), max_length=500, blank=True)
    sha256 = models.CharField(_("SHA-256"), max_length=64, blank=True)

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        constraints: ClassVar = [
            models.CheckConstraint(
                name="engagements_progressevidence_is_an_address_or_a_hash",
                condition=~Q(url="") | Q(sha256__regex=r"^[0-9a-f]{64}$"),
                violation_error_message=_("Give an address or a document's SHA-256."),
            ),
            models.UniqueConstraint(
                fields=["update", "url", "sha256"],
                name="engagements_progressevidence_is_entered_once",
                violation_error_message=_(
                    "This is entered already: change that row instead."
                ),
            ),
        ]
        triggers: ClassVar = [append_only()]

    def __str__(self) -> str:
        """Return the title or the address."""
        return self.title or self.url or self.sha256


@recorded
class DueDateChange(NamedPart):
    """A wish to move a due date, with its reason and a supervisor's decision."""

    prefix: ClassVar[str] = "DDC"
    scope_paths: ClassVar[tuple[str, ...]] = ("commitment",)
    history_parents: ClassVar[tuple[str, ...]] = ("commitment",)

    commitment = models.ForeignKey(
        Commitment,
        models.PROTECT,
        related_name="due_date_changes",
        verbose_name=_("commitment"),
    )
    old_date = PartialDateField(_("due until now"), blank=True, editable=False)
    old_date_earliest = EarliestField("old_date")
    old_date_latest = LatestField("old_date")
    new_date = PartialDateField(_("new due date"))
    new_date_earliest = EarliestField("new_date")
    new_date_latest = LatestField("new_date")
    reason = models.TextField(_("reason"))
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        editable=False,
        related_name="+",
        verbose_name=_("asked by"),
    )
    requested_at = models.DateTimeField(_("asked at"), editable=False)
    decision = models.CharField(
        _("decision"),
        max_length=8,
        choices=Decision.choices,
        default=Decision.PENDING,
        editable=False,
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("decided by"),
    )
    decided_at = models.DateTimeField(null=True, blank=True, editable=False)
    decision_note = models.TextField(
        _("note on the decision"), blank=True, editable=False
    )

    class Meta:
        verbose_name = _("change of due date")
        verbose_name_plural = _("changes of due dates")
        permissions: ClassVar = [
            ("decide_duedatechange", "Can decide changes of due dates")
        ]
        constraints: ClassVar = [
            valid_edtf("old_date", "engagements_duedatechange_old_date_is_edtf"),
            valid_edtf("new_date", "engagements_duedatechange_new_date_is_edtf"),
            models.CheckConstraint(
                name="engagements_duedatechange_asks_for_a_date",
                condition=~Q(new_date="") & ~Q(new_date=F("old_date")),
                violation_error_message=_("Give the new date; it must differ."),
            ),
            models.CheckConstraint(
                name="engagements_duedatechange_has_a_reason",
                condition=~Q(reason=""),
                violation_error_message=_("Say why the date should change."),
            ),
            models.CheckConstraint(
                name="engagements_duedatechange_decision_has_an_author",
                violation_error_message=_("Say who decided and when."),
                condition=Q(decision="pending", decided_at=None, decided_by=None)
                | (
                    ~Q(decision="pending")
                    & Q(decided_at__isnull=False, decided_by__isnull=False)
                ),
            ),
            models.CheckConstraint(
                name="engagements_duedatechange_decided_by_another",
                condition=Q(decided_by=None) | ~Q(decided_by=F("requested_by")),
                violation_error_message=_("Nobody decides on their own request."),
            ),
            models.UniqueConstraint(
                fields=["commitment"],
                condition=Q(decision="pending"),
                name="engagements_duedatechange_one_at_a_time",
                violation_error_message=_("A request for this one waits already."),
            ),
            known("decision", Decision),
        ]
        triggers: ClassVar = [
            commitment_triggers.decided_once(),
            pgtrigger.ReadOnly(
                name="request_is_fixed",
                fields=[
                    "commitment",
                    "old_date",
                    "new_date",
                    "reason",
                    "requested_by",
                    "requested_at",
                ],
            ),
            never_deleted(),
        ]

    def __str__(self) -> str:
        """Return the move."""
        language = get_language() or "en"
        old, new = (
            in_words(date, language) if date else "–"
            for date in (self.old_date, self.new_date)
        )
        return f"{old} → {new}"
