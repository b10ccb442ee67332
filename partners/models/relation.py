"""How two partners stand to each other, in words and in figures."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest, Least
from django.utils.translation import gettext_lazy as _

from chancery.dates.fields import (
    EarliestField,
    LatestField,
    PartialDateField,
    valid_edtf,
)
from chancery.history import recorded
from chancery.models.record import Record, known
from chancery.text import in_korean_or
from partners.models.desk import OwnedRecord
from partners.models.partner import Partner
from partners.querysets import RelationStepQuerySet
from partners.vocabulary import Direction, Exactness, Measure, TierKind


@recorded
class RelationTier(OwnedRecord):
    """A rung of the installation's ladder of relations, or a way of falling off it."""

    prefix: ClassVar[str] = "TIR"

    name = models.CharField(_("name"), max_length=200, unique=True)
    name_ko = models.CharField(_("name in Korean"), max_length=200, blank=True)
    kind = models.CharField(
        _("kind"), max_length=12, choices=TierKind.choices, default=TierKind.RUNG
    )
    rank = models.PositiveSmallIntegerField(
        _("rank"), null=True, blank=True, help_text=_("Counted upwards from 1.")
    )

    class Meta(OwnedRecord.Meta):
        abstract = False
        verbose_name = _("tier of relations")
        verbose_name_plural = _("tiers of relations")
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                name="partners_relationtier_rung_has_a_rank",
                condition=~Q(kind="rung") | Q(rank__isnull=False, rank__gte=1),
                violation_error_message=_("A rung of the ladder needs its rank."),
            ),
            known("kind", TierKind),
        ]

    def __str__(self) -> str:
        """Return the name."""
        return in_korean_or(self.name, self.name_ko)


@recorded
class RelationStep(OwnedRecord):
    """Two partners, ourselves or third parties, came to stand on a tier."""

    prefix: ClassVar[str] = "REL"
    scope_paths: ClassVar[tuple[str, ...]] = ("", "first", "second")

    first = models.ForeignKey(
        Partner,
        models.PROTECT,
        related_name="relation_steps_as_first",
        verbose_name=_("one side"),
    )
    second = models.ForeignKey(
        Partner,
        models.PROTECT,
        related_name="relation_steps_as_second",
        verbose_name=_("other side"),
    )
    tier = models.ForeignKey(
        RelationTier, models.PROTECT, related_name="steps", verbose_name=_("tier")
    )
    date = PartialDateField(_("date"), blank=True)
    date_earliest = EarliestField("date")
    date_latest = LatestField("date")
    date_is_inferred = models.BooleanField(_("date inferred"), default=False)
    instrument = models.CharField(_("instrument"), max_length=300, blank=True)
    note = models.TextField(_("note"), blank=True)

    objects = RelationStepQuerySet.as_manager()  # type: ignore[misc]

    class Meta(OwnedRecord.Meta):
        abstract = False
        verbose_name = _("step of relations")
        verbose_name_plural = _("steps of relations")
        constraints: ClassVar = [
            *Record.Meta.constraints,
            valid_edtf("date", "partners_relationstep_date_is_edtf"),
            models.CheckConstraint(
                name="partners_relationstep_is_between_two",
                condition=~Q(first=F("second")),
                violation_error_message=_("Relations are between two partners."),
            ),
            models.UniqueConstraint(
                Least("first", "second"),
                Greatest("first", "second"),
                "tier",
                "date",
                name="partners_relationstep_is_entered_once",
                violation_error_message=_(
                    "This step between the two partners is entered already."
                ),
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["date_earliest", "date_latest"],
                name="partners_relationstep_date",
            )
        ]

    def __str__(self) -> str:
        """Return the pair and the tier."""
        return f"{self.first} – {self.second}: {self.tier}"


@recorded
class Indicator(OwnedRecord):
    """A figure that a briefing quotes: what was measured, between whom, for when."""

    prefix: ClassVar[str] = "IND"
    scope_paths: ClassVar[tuple[str, ...]] = ("", "first", "second")

    measure = models.CharField(_("measure"), max_length=16, choices=Measure.choices)
    first = models.ForeignKey(
        Partner,
        models.PROTECT,
        related_name="indicators_as_first",
        verbose_name=_("one side"),
    )
    second = models.ForeignKey(
        Partner,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="indicators_as_second",
        verbose_name=_("other side"),
    )
    direction = models.CharField(
        _("direction"), max_length=8, choices=Direction.choices, default=Direction.BOTH
    )
    period = PartialDateField(_("period"), blank=True)
    period_earliest = EarliestField("period")
    period_latest = LatestField("period")
    period_is_inferred = models.BooleanField(_("period inferred"), default=False)
    value = models.DecimalField(_("value"), max_digits=20, decimal_places=4)
    exactness = models.CharField(
        _("exactness"),
        max_length=8,
        choices=Exactness.choices,
        default=Exactness.EXACT,
    )
    unit = models.CharField(
        _("unit"), max_length=40, help_text=_("persons, place, currency…")
    )
    currency = models.CharField(
        _("currency"), max_length=3, blank=True, help_text=_("ISO 4217, e.g. USD.")
    )
    note = models.TextField(_("note"), blank=True)

    class Meta(OwnedRecord.Meta):
        abstract = False
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        constraints: ClassVar = [
            *Record.Meta.constraints,
            valid_edtf("period", "partners_indicator_period_is_edtf"),
            models.CheckConstraint(
                name="partners_indicator_is_between_two_or_of_one",
                condition=Q(second=None, direction="one")
                | (
                    Q(second__isnull=False, direction__in=["both", "outward"])
                    & ~Q(second=F("first"))
                ),
                violation_error_message=_(
                    "Name two different partners, or one with the direction 'of the"
                    " first alone'."
                ),
            ),
            models.CheckConstraint(
                name="partners_indicator_currency_is_iso_4217",
                condition=Q(currency="") | Q(currency__regex=r"^[A-Z]{3}$"),
                violation_error_message=_("A currency is three capitals, e.g. USD."),
            ),
            known("measure", Measure),
            known("direction", Direction),
            known("exactness", Exactness),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["period_earliest", "period_latest"],
                name="partners_indicator_period",
            )
        ]

    def __str__(self) -> str:
        """Return the measure, the pair and the value."""
        pair = f"{self.first} – {self.second}" if self.second_id else str(self.first)
        return f"{self.get_measure_display()}, {pair}: {self.value.normalize():f}"
