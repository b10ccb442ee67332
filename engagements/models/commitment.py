"""What was promised, asked or hoped, by whom, to whom."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chancery.dates.fields import (
    EarliestField,
    LatestField,
    PartialDateField,
    valid_edtf,
)
from chancery.history import recorded
from chancery.models.record import Record, known
from chancery.words import WordsField
from engagements.models import commitment_triggers
from engagements.models.agreement import Agreement
from engagements.models.commitment_indexes import COMMITMENT_INDEXES
from engagements.models.desked import DeskRecord
from engagements.models.initiative import Initiative
from engagements.models.meeting import Meeting
from engagements.querysets import CommitmentQuerySet
from engagements.vocabulary import (
    SIDE_EXITS,
    CommitmentKind,
    CommitmentStatus,
    Priority,
    Sector,
    WaitingOn,
    Wording,
)
from engagements.workflow import COMMITMENT


@recorded
class Commitment(DeskRecord):
    """One undertaking, request or shared view, followed from meeting to meeting.

    Whether it is overdue or stale is derived when it is read, never stored.
    """

    prefix: ClassVar[str] = "CMT"

    title = models.CharField(_("what"), max_length=300)
    wording = models.CharField(
        _("wording"),
        max_length=12,
        choices=Wording.choices,
        help_text=_("How it was said, strongest first."),
    )
    as_worded = models.TextField(
        _("as worded"), blank=True, help_text=_("How the record puts it.")
    )
    conditions = models.TextField(_("conditions"), blank=True)
    kind = models.CharField(_("type"), max_length=20, choices=CommitmentKind.choices)
    sector = models.CharField(_("sector"), max_length=18, choices=Sector.choices)
    priority = models.CharField(
        _("priority"), max_length=6, choices=Priority.choices, default=Priority.NORMAL
    )
    status = models.CharField(
        _("status"),
        max_length=16,
        choices=CommitmentStatus.choices,
        default=CommitmentStatus.NOTED,
        editable=False,
    )
    waiting_on = models.CharField(
        _("waiting on"), max_length=5, choices=WaitingOn.choices, blank=True, default=""
    )
    origin_meeting = models.ForeignKey(
        Meeting,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="commitments_made",
        verbose_name=_("made at"),
    )
    origin_agreement = models.ForeignKey(
        Agreement,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="commitments",
        verbose_name=_("made in"),
    )
    about_agreement = models.ForeignKey(
        Agreement,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="commitments_about",
        verbose_name=_("about the agreement"),
    )
    initiative = models.ForeignKey(
        Initiative,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="commitments",
        verbose_name=_("initiative"),
    )
    due_date = PartialDateField(_("due"), blank=True)
    due_date_earliest = EarliestField("due_date")
    due_date_latest = LatestField("due_date")
    original_due_date = PartialDateField(
        _("originally due"), blank=True, editable=False
    )
    original_due_date_earliest = EarliestField("original_due_date")
    original_due_date_latest = LatestField("original_due_date")
    recurrence_months = models.PositiveSmallIntegerField(
        _("recurs every … months"), null=True, blank=True
    )
    reported_at = models.DateTimeField(null=True, blank=True, editable=False)
    reported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("reported done by"),
    )
    verified_at = models.DateTimeField(null=True, blank=True, editable=False)
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("verified by"),
    )
    close_reason = models.TextField(_("reason for closing"), blank=True, editable=False)
    words = WordsField("title", "as_worded", "conditions")

    objects = CommitmentQuerySet.as_manager()  # type: ignore[misc]

    class Meta(DeskRecord.Meta):
        abstract = False
        verbose_name = _("commitment")
        verbose_name_plural = _("commitments")
        permissions: ClassVar = [
            ("accept_commitment", "Can accept a noted request as tracked"),
            ("verify_commitment", "Can verify what was reported done"),
            ("close_commitment", "Can close or reopen a commitment"),
        ]
        constraints: ClassVar = [
            *Record.Meta.constraints,
            valid_edtf("due_date", "engagements_commitment_due_date_is_edtf"),
            valid_edtf(
                "original_due_date", "engagements_commitment_original_due_date_is_edtf"
            ),
            models.CheckConstraint(
                name="engagements_commitment_says_what",
                violation_error_message=_("Say what was promised, asked or noted."),
                condition=~Q(title=""),
            ),
            models.CheckConstraint(
                name="engagements_commitment_due_date_keeps_its_original",
                violation_error_message=_(
                    "A due date keeps its original beside it: ask for a change of date."
                ),
                condition=Q(due_date="") | ~Q(original_due_date=""),
            ),
            models.CheckConstraint(
                name="engagements_commitment_reported_at_has_reported_by",
                violation_error_message=_("Say both who reported it done and when."),
                condition=Q(reported_at=None, reported_by=None)
                | Q(reported_at__isnull=False, reported_by__isnull=False),
            ),
            models.CheckConstraint(
                name="engagements_commitment_reported_done_has_a_reporter",
                violation_error_message=_("Say who reports it done."),
                condition=~Q(status="reported_done") | Q(reported_by__isnull=False),
            ),
            models.CheckConstraint(
                name="engagements_commitment_verified_at_has_verified_by",
                violation_error_message=_("Say both who verified it and when."),
                condition=Q(verified_at=None, verified_by=None)
                | Q(verified_at__isnull=False, verified_by__isnull=False),
            ),
            models.CheckConstraint(
                name="engagements_commitment_verified_by_another_than_reporter",
                condition=~Q(status="fulfilled")
                | (
                    Q(verified_by__isnull=False, reported_by__isnull=False)
                    & ~Q(verified_by=models.F("reported_by"))
                ),
                violation_error_message=_(
                    "Somebody other than the reporter must verify it."
                ),
            ),
            models.CheckConstraint(
                name="engagements_commitment_closed_with_a_reason",
                condition=~Q(status__in=[str(s) for s in SIDE_EXITS])
                | ~Q(close_reason=""),
                violation_error_message=_("Say why it is closed."),
            ),
            models.CheckConstraint(
                name="engagements_commitment_recurrence_is_positive",
                violation_error_message=_(
                    "Say after how many months it recurs: 1 or more."
                ),
                condition=Q(recurrence_months=None) | Q(recurrence_months__gte=1),
            ),
            known("wording", Wording),
            known("kind", CommitmentKind),
            known("sector", Sector),
            known("priority", Priority),
            known("status", CommitmentStatus),
            known("waiting_on", WaitingOn),
        ]
        indexes: ClassVar = COMMITMENT_INDEXES
        triggers: ClassVar = [
            COMMITMENT.fsm(),
            commitment_triggers.original_due_date_is_kept(),
            commitment_triggers.due_date_moves_by_decision(),
            commitment_triggers.as_classified_as_its_meeting(),
        ]

    def __str__(self) -> str:
        """Return what it is."""
        return self.title
