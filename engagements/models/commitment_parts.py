"""Who stands in a commitment, who works on it, and what money it speaks of."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chancery.history import recorded
from chancery.models.record import Part, known
from engagements.models.commitment import Commitment
from engagements.models.initiative import Amount
from engagements.vocabulary import (
    InstitutionRole,
    Side,
)
from partners.models import Institution, Partner


@recorded
class CommitmentParty(Part):
    """Who promises, or to whom: a partner, or somebody who is no partner at all."""

    scope_paths: ClassVar[tuple[str, ...]] = ("commitment", "partner")
    natural_fields: ClassVar[tuple[str, ...]] = (
        "commitment",
        "side",
        "partner",
        "label",
    )
    history_parents: ClassVar[tuple[str, ...]] = ("commitment",)

    commitment = models.ForeignKey(Commitment, models.CASCADE, related_name="parties")
    side = models.CharField(_("side"), max_length=8, choices=Side.choices)
    partner = models.ForeignKey(
        Partner,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="commitment_parties",
        verbose_name=_("partner"),
    )
    label = models.CharField(
        _("or who else"), max_length=200, blank=True, help_text=_("No partner of ours.")
    )

    class Meta:
        verbose_name = _("side of a commitment")
        verbose_name_plural = _("sides of a commitment")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["commitment", "side", "partner", "label"],
                nulls_distinct=False,
                name="engagements_commitmentparty_is_entered_once",
                violation_error_message=_(
                    "This is entered already: change that row instead."
                ),
            ),
            models.CheckConstraint(
                name="engagements_commitmentparty_is_a_partner_or_a_label",
                condition=(Q(partner=None) & ~Q(label=""))
                | Q(partner__isnull=False, label=""),
                violation_error_message=_("Name a partner, or say who else it is."),
            ),
            known("side", Side),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["partner", "side", "commitment"],
                name="engagements_cmtparty_partner",
            )
        ]

    def __str__(self) -> str:
        """Return who it is."""
        return str(self.partner or self.label)


@recorded
class CommitmentInstitution(Part):
    """An institution that leads or supports the work on a commitment."""

    scope_paths: ClassVar[tuple[str, ...]] = ("commitment", "institution")
    natural_fields: ClassVar[tuple[str, ...]] = ("commitment", "institution")
    history_parents: ClassVar[tuple[str, ...]] = ("commitment",)

    commitment = models.ForeignKey(
        Commitment, models.CASCADE, related_name="commitment_institutions"
    )
    institution = models.ForeignKey(
        Institution,
        models.PROTECT,
        related_name="commitment_institutions",
        verbose_name=_("institution"),
    )
    role = models.CharField(
        _("role"),
        max_length=7,
        choices=InstitutionRole.choices,
        default=InstitutionRole.LEAD,
    )

    class Meta:
        verbose_name = _("institution at work")
        verbose_name_plural = _("institutions at work")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["commitment", "institution"],
                name="engagements_commitmentinstitution_is_entered_once",
                violation_error_message=_(
                    "This is entered already: change that row instead."
                ),
            ),
            known("role", InstitutionRole),
        ]

    def __str__(self) -> str:
        """Return the institution."""
        return str(self.institution)


@recorded
class CommitmentAmount(Amount):
    """Money that a commitment speaks of."""

    scope_paths: ClassVar[tuple[str, ...]] = ("commitment",)
    natural_fields: ClassVar[tuple[str, ...]] = ("commitment", "role", "currency")
    history_parents: ClassVar[tuple[str, ...]] = ("commitment",)

    commitment = models.ForeignKey(Commitment, models.CASCADE, related_name="amounts")

    class Meta(Amount.Meta):
        abstract = False
        verbose_name = _("amount")
        verbose_name_plural = _("amounts")
        constraints: ClassVar = [
            *Amount.Meta.constraints,
            models.UniqueConstraint(
                fields=["commitment", "role", "currency"],
                name="engagements_commitmentamount_is_entered_once",
                violation_error_message=_(
                    "This is entered already: change that row instead."
                ),
            ),
        ]
