"""Policies, programmes and projects."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chancery.dates.fields import (
    EarliestField,
    LatestField,
    PartialDateField,
    valid_edtf,
)
from chancery.history import recorded
from chancery.models.record import Part, Record, known
from chancery.text import in_korean_or
from chancery.words import WordsField, words_index
from engagements.models.desked import DeskRecord
from engagements.vocabulary import ActivityStatus, AmountRole, InitiativeKind
from partners.models import Institution, Partner
from partners.vocabulary import Exactness


@recorded
class Initiative(DeskRecord):
    """A policy, programme or project of one or more partners."""

    prefix: ClassVar[str] = "INI"

    name = models.CharField(_("name"), max_length=300)
    name_ko = models.CharField(_("name in Korean"), max_length=300, blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=InitiativeKind.choices)
    owner_partner = models.ForeignKey(
        Partner,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="initiatives_owned",
        verbose_name=_("whose initiative"),
    )
    implementing_institution = models.ForeignKey(
        Institution,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="initiatives_implemented",
        verbose_name=_("implementing institution"),
    )
    activity_status = models.CharField(
        _("activity status"),
        max_length=1,
        choices=ActivityStatus.choices,
        blank=True,
        help_text=_("IATI's terms; empty where not known."),
    )
    start = PartialDateField(_("from"), blank=True)
    start_earliest = EarliestField("start")
    start_latest = LatestField("start")
    end = PartialDateField(_("to"), blank=True)
    end_earliest = EarliestField("end")
    end_latest = LatestField("end")
    description = models.TextField(_("description"), blank=True)
    words = WordsField("name", "name_ko", "description")

    class Meta(DeskRecord.Meta):
        abstract = False
        verbose_name = _("initiative")
        verbose_name_plural = _("initiatives")
        constraints: ClassVar = [
            *Record.Meta.constraints,
            valid_edtf("start", "engagements_initiative_start_is_edtf"),
            valid_edtf("end", "engagements_initiative_end_is_edtf"),
            models.UniqueConstraint(
                fields=["name"],
                condition=Q(archived_at=None),
                name="engagements_initiative_name_is_unique",
                violation_error_message=_(
                    "There is an initiative of this name already."
                ),
            ),
            models.CheckConstraint(
                name="engagements_initiative_ends_after_it_starts",
                condition=Q(start_earliest=None)
                | Q(end_latest=None)
                | Q(end_latest__gte=F("start_earliest")),
                violation_error_message=_("The initiative ends before it starts."),
            ),
            known("kind", InitiativeKind),
            known("activity_status", ActivityStatus, or_empty=True),
        ]
        indexes: ClassVar = [words_index()]

    def __str__(self) -> str:
        """Return the name."""
        return in_korean_or(self.name, self.name_ko)


@recorded
class InitiativePartner(Part):
    """A partner that an initiative is with, for or about."""

    scope_paths: ClassVar[tuple[str, ...]] = ("initiative", "partner")
    natural_fields: ClassVar[tuple[str, ...]] = ("initiative", "partner")
    history_parents: ClassVar[tuple[str, ...]] = ("initiative",)

    initiative = models.ForeignKey(
        Initiative, models.CASCADE, related_name="initiative_partners"
    )
    partner = models.ForeignKey(
        Partner,
        models.PROTECT,
        related_name="initiative_partners",
        verbose_name=_("partner"),
    )

    class Meta:
        verbose_name = _("partner of an initiative")
        verbose_name_plural = _("partners of an initiative")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["initiative", "partner"],
                name="engagements_initiativepartner_is_entered_once",
                violation_error_message=_(
                    "This is entered already: change that row instead."
                ),
            )
        ]

    def __str__(self) -> str:
        """Return the partner."""
        return str(self.partner)


class Amount(Part):
    """A sum of money: value, currency, what it stands for and how exact it is."""

    value = models.DecimalField(_("value"), max_digits=20, decimal_places=2)
    currency = models.CharField(
        _("currency"), max_length=3, help_text=_("ISO 4217, e.g. USD.")
    )
    role = models.CharField(_("role"), max_length=10, choices=AmountRole.choices)
    exactness = models.CharField(
        _("exactness"),
        max_length=8,
        choices=Exactness.choices,
        default=Exactness.EXACT,
    )

    class Meta:
        abstract = True
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_currency_is_iso_4217",
                condition=Q(currency__regex=r"^[A-Z]{3}$"),
                violation_error_message=_("A currency is three capitals, e.g. USD."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_is_positive",
                violation_error_message=_("An amount is more than nothing."),
                condition=Q(value__gt=0),
            ),
            known("role", AmountRole),
            known("exactness", Exactness),
        ]

    def __str__(self) -> str:
        """Return value and currency."""
        return f"{self.value:,} {self.currency}"


@recorded
class InitiativeAmount(Amount):
    """Money that an initiative was promised, allotted or paid."""

    scope_paths: ClassVar[tuple[str, ...]] = ("initiative",)
    natural_fields: ClassVar[tuple[str, ...]] = ("initiative", "role", "currency")
    history_parents: ClassVar[tuple[str, ...]] = ("initiative",)

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="amounts")

    class Meta(Amount.Meta):
        abstract = False
        verbose_name = _("amount")
        verbose_name_plural = _("amounts")
        constraints: ClassVar = [
            *Amount.Meta.constraints,
            models.UniqueConstraint(
                fields=["initiative", "role", "currency"],
                name="engagements_initiativeamount_is_entered_once",
                violation_error_message=_(
                    "This is entered already: change that row instead."
                ),
            ),
        ]
