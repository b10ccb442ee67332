"""Meetings, who took part, and how their dates moved."""

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
from chancery.models.record import NamedPart, Part, Record, known
from chancery.triggers import NoCycle, append_only
from engagements.models import meeting_triggers
from engagements.models.desked import DeskRecord
from engagements.models.series import MeetingSeries
from engagements.querysets import MeetingQuerySet
from engagements.vocabulary import (
    Capacity,
    Level,
    MeetingKind,
    MeetingStatus,
    Mode,
    ParentRelation,
    ParticipantRole,
    PartnerRole,
)
from engagements.workflow import MEETING
from partners.models import Partner, Person, Place, Post


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
                name="engagements_meeting_has_a_title", condition=~Q(title="")
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
                condition=Q(parent=None) | ~Q(parent=F("pk")),
            ),
            known("kind", MeetingKind),
            known("level", Level),
            known("mode", Mode),
            known("status", MeetingStatus),
            known("parent_relation", ParentRelation, or_empty=True),
        ]
        indexes: ClassVar = [
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


@recorded
class MeetingPartner(Part):
    """A partner takes part in a meeting."""

    scope_paths: ClassVar[tuple[str, ...]] = ("meeting", "partner")
    natural_fields: ClassVar[tuple[str, ...]] = ("meeting", "partner")
    history_parents: ClassVar[tuple[str, ...]] = ("meeting",)

    meeting = models.ForeignKey(
        Meeting, models.CASCADE, related_name="meeting_partners"
    )
    partner = models.ForeignKey(
        Partner,
        models.PROTECT,
        related_name="meeting_partners",
        verbose_name=_("partner"),
    )
    role = models.CharField(
        _("role"),
        max_length=8,
        choices=PartnerRole.choices,
        default=PartnerRole.MEMBER,
    )

    class Meta:
        verbose_name = _("partner at a meeting")
        verbose_name_plural = _("partners at a meeting")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["meeting", "partner"],
                name="engagements_meetingpartner_is_entered_once",
                violation_error_message=_("This partner is listed already."),
            ),
            known("role", PartnerRole),
        ]

    def __str__(self) -> str:
        """Return the partner."""
        return str(self.partner)


@recorded
class Participation(NamedPart):
    """Somebody at a meeting: a person, only a post, or only a description."""

    prefix: ClassVar[str] = "PTC"
    scope_paths: ClassVar[tuple[str, ...]] = (
        "meeting",
        "person",
        "post",
        "partner",
        "stands_in_for",
    )
    history_parents: ClassVar[tuple[str, ...]] = ("meeting", "person")

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="participations")
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("person"),
    )
    post = models.ForeignKey(
        Post,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("post held then"),
    )
    label = models.CharField(
        _("description"),
        max_length=200,
        blank=True,
        help_text=_("Where no name is known: 'Ambassador of Kazakhstan'."),
    )
    title_then = models.CharField(
        _("title as then"),
        max_length=200,
        blank=True,
        help_text=_("As the source gives it, where it differs from the post."),
    )
    partner = models.ForeignKey(
        Partner,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("on whose side"),
    )
    role = models.CharField(
        _("role"),
        max_length=10,
        choices=ParticipantRole.choices,
        default=ParticipantRole.MEMBER,
    )
    capacity = models.CharField(
        _("capacity"), max_length=12, choices=Capacity.choices, default=Capacity.OWN
    )
    stands_in_for = models.ForeignKey(
        Post,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="stand_ins",
        verbose_name=_("stands in for"),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("participant")
        verbose_name_plural = _("participants")
        constraints: ClassVar = [
            models.CheckConstraint(
                name="engagements_participation_says_who",
                condition=Q(person__isnull=False)
                | Q(post__isnull=False)
                | ~Q(label=""),
                violation_error_message=_(
                    "Name a person, a post, or describe who it was."
                ),
            ),
            models.CheckConstraint(
                name="engagements_participation_stand_in_says_for_whom",
                condition=Q(stands_in_for=None) | Q(capacity="standing_in"),
                violation_error_message=_(
                    "Only somebody standing in stands in for another post."
                ),
            ),
            models.UniqueConstraint(
                fields=["meeting", "person", "post"],
                condition=Q(person__isnull=False),
                nulls_distinct=False,
                name="engagements_participation_is_entered_once",
                violation_error_message=_(
                    "This person is listed with the same post already."
                ),
            ),
            known("role", ParticipantRole),
            known("capacity", Capacity),
        ]

    def __str__(self) -> str:
        """Return who it was."""
        return str(self.person or self.label or self.post)

    @property
    def title(self) -> str:
        """The title held then: as the source gives it, or the post's."""
        return self.title_then or (self.post.title if self.post else "")


@recorded
class MeetingStatusChange(Part):
    """How a meeting's status or date moved; written by the database, never changed."""

    scope_paths: ClassVar[tuple[str, ...]] = ("meeting",)
    natural_fields: ClassVar[tuple[str, ...]] = ("meeting", "position")
    history_parents: ClassVar[tuple[str, ...]] = ()

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="status_changes")
    position = models.PositiveIntegerField(_("position"))
    from_status = models.CharField(
        _("status before"), max_length=10, choices=MeetingStatus.choices
    )
    to_status = models.CharField(
        _("status after"), max_length=10, choices=MeetingStatus.choices
    )
    old_date = models.CharField(_("date before"), max_length=64, blank=True)
    new_date = models.CharField(_("date after"), max_length=64, blank=True)
    changed_at = models.DateTimeField(_("changed at"))
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("changed by"),
    )
    reason = models.TextField(_("reason"), blank=True)

    class Meta:
        verbose_name = _("change of status or date")
        verbose_name_plural = _("changes of status or date")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["meeting", "position"],
                name="engagements_meetingstatuschange_position_is_unique",
            ),
            known("from_status", MeetingStatus),
            known("to_status", MeetingStatus),
        ]
        triggers: ClassVar = [append_only()]

    def __str__(self) -> str:
        """Return the move in a line."""
        return f"{self.from_status} → {self.to_status}"
