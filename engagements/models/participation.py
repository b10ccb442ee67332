"""Who took part in a meeting, and how its dates moved."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chancery.history import recorded
from chancery.models.record import NamedPart, Part, known
from chancery.triggers import append_only
from engagements.models.meeting import Meeting
from engagements.vocabulary import (
    Capacity,
    MeetingStatus,
    ParticipantRole,
    PartnerRole,
)
from partners.models import Partner, Person, Post


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
    is_written_by_database: ClassVar[bool] = True

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
