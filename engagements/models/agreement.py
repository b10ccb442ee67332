"""Agreements, their parties and how they bear on each other."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chancery.history import recorded
from chancery.models.record import Part, Record, known
from chancery.text import in_korean_or
from chancery.words import WordsField, words_index
from engagements.models import agreement_triggers
from engagements.models.desked import DeskRecord
from engagements.querysets import AgreementQuerySet
from engagements.vocabulary import (
    AgreementLinkKind,
    AgreementStatus,
    InstrumentType,
)
from partners.models import Institution, Partner


@recorded
class Agreement(DeskRecord):
    """A treaty, declaration, memorandum or plan between states or agencies.

    ``status`` is derived by the database from the agreement's events.
    """

    prefix: ClassVar[str] = "AGR"

    title = models.CharField(_("title"), max_length=300)
    short_title = models.CharField(_("short title"), max_length=100, blank=True)
    title_ko = models.CharField(_("title in Korean"), max_length=300, blank=True)
    instrument_type = models.CharField(
        _("type of instrument"), max_length=20, choices=InstrumentType.choices
    )
    is_binding = models.BooleanField(
        _("legally binding"),
        null=True,
        blank=True,
        help_text=_("Whatever the title says; unknown where nobody has judged."),
    )
    status = models.CharField(
        _("status"),
        max_length=12,
        choices=AgreementStatus.choices,
        default=AgreementStatus.NONE,
        editable=False,
    )
    subject = models.TextField(_("subject"), blank=True)
    languages = models.CharField(
        _("languages"), max_length=100, blank=True, help_text=_("e.g. ko, mn, en")
    )
    depositary = models.ForeignKey(
        Partner,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="agreements_deposited",
        verbose_name=_("depositary"),
    )
    entry_into_force_clause = models.TextField(_("entry-into-force clause"), blank=True)
    duration_months = models.PositiveSmallIntegerField(
        _("duration in months"), null=True, blank=True, help_text=_("Empty: unlimited.")
    )
    notice_months = models.PositiveSmallIntegerField(
        _("notice period in months"), null=True, blank=True
    )
    treaty_number = models.CharField(_("treaty number"), max_length=60, blank=True)
    registration_number = models.CharField(
        _("UN registration number"), max_length=60, blank=True
    )
    words = WordsField(
        "title",
        "short_title",
        "title_ko",
        "subject",
        "treaty_number",
        "registration_number",
    )

    objects = AgreementQuerySet.as_manager()  # type: ignore[misc]

    class Meta(DeskRecord.Meta):
        abstract = False
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                name="engagements_agreement_has_a_title",
                violation_error_message=_("Give the agreement a title."),
                condition=~Q(title=""),
            ),
            models.UniqueConstraint(
                fields=["treaty_number"],
                condition=~Q(treaty_number=""),
                name="engagements_agreement_treaty_number_is_unique",
                violation_error_message=_("Another agreement has this treaty number."),
            ),
            known("instrument_type", InstrumentType),
            known("status", AgreementStatus),
        ]
        indexes: ClassVar = [
            words_index(),
            models.Index(
                fields=["updated_at", "id"], name="engagements_agreement_sync"
            ),
        ]
        triggers: ClassVar = [
            agreement_triggers.status_starts_empty(),
            agreement_triggers.status_is_derived(),
        ]

    def __str__(self) -> str:
        """Return the short title, or the whole one."""
        return in_korean_or(self.short_title or self.title, self.title_ko)


@recorded
class AgreementParty(Part):
    """A state or an agency that is, or is to be, bound by an agreement."""

    scope_paths: ClassVar[tuple[str, ...]] = ("agreement", "partner", "institution")
    natural_fields: ClassVar[tuple[str, ...]] = ("agreement", "partner", "institution")
    history_parents: ClassVar[tuple[str, ...]] = ("agreement",)

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="parties")
    partner = models.ForeignKey(
        Partner,
        models.PROTECT,
        related_name="agreement_parties",
        verbose_name=_("partner"),
    )
    institution = models.ForeignKey(
        Institution,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="agreement_parties",
        verbose_name=_("agency"),
        help_text=_("Where an agency of the partner is the party."),
    )

    class Meta:
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["agreement", "partner", "institution"],
                nulls_distinct=False,
                name="engagements_agreementparty_is_entered_once",
                violation_error_message=_(
                    "This is entered already: change that row instead."
                ),
            )
        ]

    def __str__(self) -> str:
        """Return the party."""
        return str(self.institution or self.partner)


@recorded
class AgreementLink(Part):
    """One agreement was made under, amends or supersedes another."""

    scope_paths: ClassVar[tuple[str, ...]] = ("agreement", "other")
    natural_fields: ClassVar[tuple[str, ...]] = ("agreement", "other", "kind")
    history_parents: ClassVar[tuple[str, ...]] = ("agreement", "other")

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="links")
    kind = models.CharField(_("how"), max_length=10, choices=AgreementLinkKind.choices)
    other = models.ForeignKey(
        Agreement,
        models.PROTECT,
        related_name="links_to_it",
        verbose_name=_("other agreement"),
    )

    class Meta:
        verbose_name = _("link to another agreement")
        verbose_name_plural = _("links to other agreements")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["agreement", "other", "kind"],
                name="engagements_agreementlink_is_entered_once",
                violation_error_message=_(
                    "This is entered already: change that row instead."
                ),
            ),
            models.CheckConstraint(
                name="engagements_agreementlink_is_to_another",
                condition=~Q(agreement=F("other")),
                violation_error_message=_("An agreement cannot refer to itself."),
            ),
            known("kind", AgreementLinkKind),
        ]

    def __str__(self) -> str:
        """Return kind and target."""
        return f"{self.get_kind_display()} {self.other}"
