"""Meetings."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from chancery.dates.fields import (
    EarliestField,
    LatestField,
    PartialDateField,
    valid_edtf,
)
from chancery.history import recorded
from chancery.keyset import filled_up
from chancery.models.record import Record, known
from chancery.triggers import NoCycle
from chancery.words import WordsField, words_index
from chancery.zones import validate_time_zone
from engagements.models import meeting_triggers
from engagements.models.desked import DeskRecord
from engagements.models.series import MeetingSeries
from engagements.querysets import MeetingQuerySet
from engagements.vocabulary import (
    Level,
    MeetingKind,
    MeetingStatus,
    Mode,
    ParentRelation,
)
from engagements.workflow import MEETING
from partners.models import Partner, Place


@recorded
class Meeting(DeskRecord):
    """One meeting, held, planned, hoped for or put off."""

    prefix: ClassVar[str] = "MTG"

    title = models.CharField(_("title"), max_length=300)
    kind = models.CharField(_("kind"), max_length=16, choices=MeetingKind.choices)
    level = models.CharField(
        _("level"), max_length=16, choices=Level.choices, default=Level.UNKNOWN
    )
    mode = models.CharField(
        _("mode"), max_length=10, choices=Mode.choices, default=Mode.UNKNOWN
    )
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=MeetingStatus.choices,
        default=MeetingStatus.PROPOSED,
        editable=False,
    )
    series = models.ForeignKey(
        MeetingSeries,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="meetings",
        verbose_name=_("series"),
    )
    ordinal = models.PositiveSmallIntegerField(
        _("ordinal"), null=True, blank=True, help_text=_("7 for the 7th session.")
    )
    date = PartialDateField(_("date"), blank=True)
    date_earliest = EarliestField("date")
    date_latest = LatestField("date")
    date_is_inferred = models.BooleanField(_("date inferred"), default=False)
    starts_at = models.DateTimeField(_("starts at"), null=True, blank=True)
    ends_at = models.DateTimeField(_("ends at"), null=True, blank=True)
    time_zone = models.CharField(
        _("time zone of the place"),
        max_length=64,
        blank=True,
        validators=[validate_time_zone],
        help_text=_("IANA name, e.g. Asia/Ulaanbaatar."),
    )
    place = models.ForeignKey(
        Place,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="meetings",
        verbose_name=_("place"),
    )
    venue = models.ForeignKey(
        Place,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="meetings_at_venue",
        verbose_name=_("venue"),
    )
    host = models.ForeignKey(
        Partner,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="meetings_hosted",
        verbose_name=_("host"),
    )
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="meetings_in_it",
        verbose_name=_("belongs to"),
    )
    parent_relation = models.CharField(
        _("how it belongs"), max_length=8, choices=ParentRelation.choices, blank=True
    )
    agenda = models.TextField(_("agenda"), blank=True)
    summary = models.TextField(_("summary"), blank=True)
    outcome = models.TextField(_("outcome"), blank=True)
    completed_at = models.DateTimeField(
        _("record complete since"), null=True, blank=True, editable=False
    )
    completed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("marked complete by"),
    )
    words = WordsField("title", "agenda", "summary", "outcome")

    objects = MeetingQuerySet.as_manager()  # type: ignore[misc]

    class Meta(DeskRecord.Meta):
        abstract = False
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        permissions: ClassVar = [
            ("correct_meeting", "Can undo that a meeting was held")
        ]
        constraints: ClassVar = [
            *Record.Meta.constraints,
            valid_edtf("date", "engagements_meeting_date_is_edtf"),
            models.CheckConstraint(
                name="engagements_meeting_has_a_title",
                violation_error_message=_("Give the meeting a title."),
                condition=~Q(title=""),
            ),
            models.UniqueConstraint(
                fields=["series", "ordinal"],
                condition=Q(archived_at=None) & ~Q(status="cancelled"),
                name="engagements_meeting_ordinal_is_unique_in_series",
                violation_error_message=_(
                    "This series has a session with that number already. Open it, or"
                    " give this one the next number."
                ),
            ),
            models.CheckConstraint(
                name="engagements_meeting_ordinal_belongs_to_a_series",
                condition=Q(ordinal=None) | Q(series__isnull=False, ordinal__gte=1),
                violation_error_message=_("A session number needs its series."),
            ),
            models.CheckConstraint(
                name="engagements_meeting_held_has_a_date",
                condition=~Q(status="held") | ~Q(date=""),
                violation_error_message=_(
                    "A meeting that was held needs a date, if only the year."
                ),
            ),
            models.CheckConstraint(
                name="engagements_meeting_scheduled_has_a_date",
                condition=~Q(status="scheduled") | ~Q(date=""),
                violation_error_message=_("A scheduled meeting needs a date."),
            ),
            models.CheckConstraint(
                name="engagements_meeting_ends_after_it_starts",
                condition=Q(ends_at=None)
                | Q(starts_at__isnull=False, ends_at__gt=F("starts_at")),
                violation_error_message=_("The meeting ends before it starts."),
            ),
            models.CheckConstraint(
                name="engagements_meeting_time_has_a_zone",
                condition=Q(starts_at=None) | ~Q(time_zone=""),
                violation_error_message=_("A time of day needs the place's time zone."),
            ),
            models.CheckConstraint(
                name="engagements_meeting_time_lies_on_its_date",
                condition=Q(starts_at=None)
                | Q(
                    Func(
                        F("time_zone"),
                        F("starts_at"),
                        F("date_earliest"),
                        F("date_latest"),
                        function="engagements_lies_on",
                        output_field=models.BooleanField(),
                    )
                ),
                violation_error_message=_(
                    "The time of day lies outside the date, seen in the place's zone."
                ),
            ),
            models.CheckConstraint(
                name="engagements_meeting_parent_has_a_relation",
                condition=Q(parent=None, parent_relation="")
                | (Q(parent__isnull=False) & ~Q(parent_relation="")),
                violation_error_message=_(
                    "Say whether it is part of the other meeting or on its margins."
                ),
            ),
            models.CheckConstraint(
                name="engagements_meeting_does_not_belong_to_itself",
                violation_error_message=_(
                    "A meeting cannot belong to itself: choose another."
                ),
                condition=Q(parent=None) | ~Q(parent=F("pk")),
            ),
            models.CheckConstraint(
                name="engagements_meeting_completed_at_has_completed_by",
                condition=Q(completed_at=None, completed_by=None)
                | Q(completed_at__isnull=False, completed_by__isnull=False),
            ),
            models.CheckConstraint(
                name="engagements_meeting_complete_was_held_or_called_off",
                condition=Q(completed_at=None) | Q(status__in=["held", "cancelled"]),
                violation_error_message=_(
                    "Its record is marked complete. Reopen the record first."
                ),
            ),
            known("kind", MeetingKind),
            known("level", Level),
            known("mode", Mode),
            known("status", MeetingStatus),
            known("parent_relation", ParentRelation, or_empty=True),
        ]
        indexes: ClassVar = [
            words_index(),
            # The list, newest first and the other way round, undated ones last.
            *(
                models.Index(
                    filled_up("date_latest", models.DateField(), descends=descends),
                    filled_up("date_earliest", models.DateField(), descends=descends),
                    "id",
                    name=f"engagements_meeting_{name}",
                )
                for name, descends in (("newest", True), ("oldest", False))
            ),
            models.Index(
                fields=["date_latest", "date_earliest", "id"],
                name="engagements_meeting_date",
            ),
            models.Index(
                fields=["date_earliest", "date_latest"],
                name="engagements_meeting_period",
            ),
            models.Index(fields=["updated_at", "id"], name="engagements_meeting_sync"),
        ]
        triggers: ClassVar = [
            MEETING.fsm(),
            NoCycle(
                field="parent",
                message="A meeting cannot belong to one of its own parts.",
            ),
            meeting_triggers.not_held_in_the_future(),
            meeting_triggers.keeps_old_dates(),
            meeting_triggers.commitments_stay_as_classified(),
        ]

    def __str__(self) -> str:
        """Return the title."""
        return self.title
