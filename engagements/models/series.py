"""Bodies that meet again and again."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chancery.history import recorded
from chancery.models.record import Part, Record, known
from chancery.text import in_korean_or
from chancery.words import WordsField, words_index
from engagements.models.desked import DeskRecord
from engagements.vocabulary import MeetingKind, PartnerRole
from partners.models import Partner


@recorded
class MeetingSeries(DeskRecord):
    """A joint committee, a forum, a dialogue: what its sessions have in common."""

    prefix: ClassVar[str] = "SER"

    name = models.CharField(_("name"), max_length=200)
    name_ko = models.CharField(_("name in Korean"), max_length=200, blank=True)
    kind = models.CharField(
        _("kind of meeting"), max_length=16, choices=MeetingKind.choices
    )
    cadence_months = models.PositiveSmallIntegerField(
        _("months between sessions"), null=True, blank=True
    )
    title_pattern = models.CharField(
        _("title pattern"),
        max_length=200,
        blank=True,
        help_text=_("{ordinal} stands for the session: '{ordinal} Joint Committee'."),
    )
    founding_agreement = models.ForeignKey(
        "engagements.Agreement",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="founded_series",
        verbose_name=_("founding instrument"),
    )
    note = models.TextField(_("note"), blank=True)
    words = WordsField("name", "name_ko", "note")

    class Meta(DeskRecord.Meta):
        abstract = False
        verbose_name = _("meeting series")
        verbose_name_plural = _("meeting series")
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["name"],
                condition=Q(archived_at=None),
                name="engagements_meetingseries_name_is_unique",
                violation_error_message=_("There is a series of this name already."),
            ),
            models.CheckConstraint(
                name="engagements_meetingseries_cadence_is_positive",
                violation_error_message=_(
                    "Say after how many months the next session is due: 1 or more."
                ),
                condition=Q(cadence_months=None) | Q(cadence_months__gte=1),
            ),
            known("kind", MeetingKind),
        ]
        indexes: ClassVar = [words_index()]

    def __str__(self) -> str:
        """Return the name."""
        return in_korean_or(self.name, self.name_ko)


@recorded
class SeriesParty(Part):
    """A partner that the sessions of a series bring together."""

    scope_paths: ClassVar[tuple[str, ...]] = ("series", "partner")
    natural_fields: ClassVar[tuple[str, ...]] = ("series", "partner")
    history_parents: ClassVar[tuple[str, ...]] = ("series",)

    series = models.ForeignKey(MeetingSeries, models.CASCADE, related_name="parties")
    partner = models.ForeignKey(
        Partner,
        models.PROTECT,
        related_name="series_parties",
        verbose_name=_("partner"),
    )
    role = models.CharField(
        _("role"),
        max_length=8,
        choices=PartnerRole.choices,
        default=PartnerRole.MEMBER,
    )

    class Meta:
        verbose_name = _("party of a series")
        verbose_name_plural = _("parties of a series")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["series", "partner"],
                name="engagements_seriesparty_is_entered_once",
                violation_error_message=_(
                    "This is entered already: change that row instead."
                ),
            ),
            known("role", PartnerRole),
        ]

    def __str__(self) -> str:
        """Return the partner."""
        return str(self.partner)
