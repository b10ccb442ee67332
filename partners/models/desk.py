"""Our own side: desks and officers."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chancery.classification import classification_choices
from chancery.history import recorded
from chancery.models.record import Part, Record, known
from chancery.text import in_korean_or
from chancery.triggers import NoCycle
from chancery.zones import default_time_zone, validate_time_zone
from partners.vocabulary import Digest


@recorded
class Desk(Record):
    """A unit of our ministry that looks after partners."""

    prefix: ClassVar[str] = "DSK"
    desk_field: ClassVar[str | None] = None

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=200)
    name_ko = models.CharField(_("name in Korean"), max_length=200, blank=True)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="units",
        verbose_name=_("part of"),
    )

    class Meta(Record.Meta):
        abstract = False
        verbose_name = _("desk")
        verbose_name_plural = _("desks")
        permissions: ClassVar = [
            ("supervise_desks", "Sees and decides for the desks under their own"),
            ("administer_desks", "Writes the records of every desk and of none"),
        ]
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                name="partners_desk_is_not_part_of_itself",
                violation_error_message=_(
                    "A desk cannot be part of itself: choose another."
                ),
                condition=Q(parent=None) | ~Q(parent=F("pk")),
            ),
        ]
        triggers: ClassVar = [
            NoCycle(
                field="parent", message="A desk cannot be part of one of its own units."
            )
        ]

    def __str__(self) -> str:
        """Return the desk's name."""
        return in_korean_or(self.name, self.name_ko)


class OwnedRecord(Record):
    """A record that a desk owns; without one it is shared reference data.

    Shared reference data is read by all and written by administrators only.
    """

    desk = models.ForeignKey(
        Desk,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("desk"),
    )

    class Meta(Record.Meta):
        abstract = True


@recorded
class Officer(Record):
    """What the house knows of a user: desks, clearance, language, digests."""

    prefix: ClassVar[str] = "OFC"
    desk_field: ClassVar[str | None] = None

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="officer",
        verbose_name=_("user"),
    )
    clearance = models.PositiveSmallIntegerField(
        _("clearance"),
        choices=classification_choices,
        default=0,
        help_text=_("The highest classification the officer may read."),
    )
    language = models.CharField(
        _("language"), max_length=8, choices=settings.LANGUAGES, default="en"
    )
    time_zone = models.CharField(
        _("time zone"),
        max_length=64,
        default=default_time_zone,
        validators=[validate_time_zone],
        help_text=_("IANA name, such as Asia/Seoul."),
    )
    digest = models.CharField(
        _("digest"), max_length=10, choices=Digest.choices, default=Digest.DAILY
    )
    desks = models.ManyToManyField(Desk, through="OfficerDesk", related_name="officers")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = _("officer")
        verbose_name_plural = _("officers")
        constraints: ClassVar = [
            *Record.Meta.constraints,
            known("digest", Digest),
        ]

    def __str__(self) -> str:
        """Return the person's name, or the account's where none is given."""
        return self.user.get_full_name() or self.user.get_username()


@recorded
class OfficerDesk(Part):
    """An officer works at a desk."""

    scope_paths: ClassVar[tuple[str, ...]] = ("officer", "desk")
    natural_fields: ClassVar[tuple[str, ...]] = ("officer", "desk")
    history_parents: ClassVar[tuple[str, ...]] = ("officer",)

    officer = models.ForeignKey(Officer, models.CASCADE, related_name="officer_desks")
    desk = models.ForeignKey(
        Desk, models.PROTECT, related_name="officer_desks", verbose_name=_("desk")
    )

    class Meta:
        verbose_name = _("desk of an officer")
        verbose_name_plural = _("desks of officers")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["officer", "desk"],
                name="partners_officer_sits_at_a_desk_once",
                violation_error_message=_("The officer sits at this desk already."),
            )
        ]

    def __str__(self) -> str:
        """Return officer and desk."""
        return f"{self.officer} · {self.desk}"
