"""Partners and their groups."""

from typing import ClassVar, Self

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
from chancery.models.mergeable import Mergeable
from chancery.models.record import NamedPart, known
from chancery.text import Text
from chancery.words import WordsField, words_index
from partners.models.desk import OwnedRecord
from partners.models.names import Name, called, said_once
from partners.querysets import PartnerQuerySet
from partners.vocabulary import MembershipRole, NameForm, PartnerKind


@recorded
class Partner(Mergeable, OwnedRecord):
    """A state, organisation, group or other actor that we deal with, or ourselves."""

    prefix: ClassVar[str] = "PTR"
    names_kept: ClassVar[dict[str, str]] = {
        "short_name": NameForm.ALIAS,
        "official_name": NameForm.OFFICIAL,
    }

    kind = models.CharField(_("kind"), max_length=12, choices=PartnerKind.choices)
    is_home = models.BooleanField(
        _("our own state"),
        default=False,
        help_text=_("The state whose ministry this is; exactly one partner."),
    )
    short_name = models.CharField(_("short name"), max_length=200)
    official_name = models.CharField(_("official name"), max_length=300, blank=True)
    iso_alpha2 = models.CharField(
        _("ISO 3166 two-letter code"), max_length=2, null=True, blank=True, unique=True
    )
    iso_alpha3 = models.CharField(
        _("ISO 3166 three-letter code"),
        max_length=3,
        null=True,
        blank=True,
        unique=True,
    )
    iso_numeric = models.CharField(
        _("ISO 3166 number"), max_length=3, null=True, blank=True, unique=True
    )
    region = models.CharField(_("region"), max_length=100, blank=True)
    successor = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        verbose_name=_("succeeded by"),
    )
    note = models.TextField(_("note"), blank=True)
    words = WordsField(
        "short_name", "official_name", "iso_alpha2", "iso_alpha3", "region"
    )

    objects = PartnerQuerySet.as_manager()  # type: ignore[misc]

    class Meta(OwnedRecord.Meta):
        abstract = False
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        constraints: ClassVar = [
            *Mergeable.Meta.constraints,
            models.UniqueConstraint(
                fields=["is_home"],
                condition=Q(is_home=True),
                name="partners_partner_home_is_only_one",
                violation_error_message=_("There is a home state already."),
            ),
            models.CheckConstraint(
                name="partners_partner_iso_codes_are_well_formed",
                condition=(
                    (Q(iso_alpha2=None) | Q(iso_alpha2__regex=r"^[A-Z]{2}$"))
                    & (Q(iso_alpha3=None) | Q(iso_alpha3__regex=r"^[A-Z]{3}$"))
                    & (Q(iso_numeric=None) | Q(iso_numeric__regex=r"^[0-9]{3}$"))
                ),
                violation_error_message=_(
                    "ISO 3166 codes are two capitals, three capitals, three digits."
                ),
            ),
            models.CheckConstraint(
                name="partners_partner_does_not_succeed_itself",
                violation_error_message=_(
                    "A partner cannot succeed itself: choose another."
                ),
                condition=Q(successor=None) | ~Q(successor=F("pk")),
            ),
            models.CheckConstraint(
                name="partners_partner_has_a_name",
                violation_error_message=_("Give the partner a short name."),
                condition=~Q(short_name=""),
            ),
            known("kind", PartnerKind),
        ]
        indexes: ClassVar = [words_index()]

    def __str__(self) -> str:
        """Return the short name, in the reader's language where it is known."""
        return called(self, self.short_name, PartnerName, [NameForm.SHORT])

    def apart_from(self, other: Self) -> list[Text]:
        """Keep the home state, and states that have codes of their own."""
        reasons: list[Text] = []
        if self.is_home:
            reasons.append(_("Our own state stays; merge the other one into it."))
        codes = ("iso_alpha2", "iso_alpha3", "iso_numeric")
        if any(
            getattr(self, name)
            and getattr(other, name)
            and getattr(self, name) != getattr(other, name)
            for name in codes
        ):
            reasons.append(
                _("Each has an ISO 3166 code of its own: they are two different ones.")
            )
        return reasons


@recorded
class PartnerName(Name):
    """A name of a partner in some language and script."""

    scope_paths: ClassVar[tuple[str, ...]] = ("partner",)
    natural_fields: ClassVar[tuple[str, ...]] = ("partner", "text", "language", "form")
    history_parents: ClassVar[tuple[str, ...]] = ("partner",)

    partner = models.ForeignKey(
        Partner, models.CASCADE, related_name="names", verbose_name=_("partner")
    )

    class Meta(Name.Meta):
        abstract = False
        verbose_name = _("name of a partner")
        verbose_name_plural = _("names of partners")
        constraints: ClassVar = [*Name.Meta.constraints, said_once("partner")]


@recorded
class GroupMembership(NamedPart):
    """A partner belongs to a group or organisation, for a time."""

    prefix: ClassVar[str] = "MEM"
    scope_paths: ClassVar[tuple[str, ...]] = ("group", "member")
    history_parents: ClassVar[tuple[str, ...]] = ("group", "member")

    group = models.ForeignKey(
        Partner,
        models.PROTECT,
        related_name="memberships_in_it",
        verbose_name=_("group"),
    )
    member = models.ForeignKey(
        Partner, models.PROTECT, related_name="memberships", verbose_name=_("member")
    )
    role = models.CharField(
        _("role"),
        max_length=10,
        choices=MembershipRole.choices,
        default=MembershipRole.MEMBER,
    )
    since = PartialDateField(_("since"), blank=True)
    since_earliest = EarliestField("since")
    since_latest = LatestField("since")
    until = PartialDateField(_("until"), blank=True)
    until_earliest = EarliestField("until")
    until_latest = LatestField("until")

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints: ClassVar = [
            valid_edtf("since", "partners_groupmembership_since_is_edtf"),
            valid_edtf("until", "partners_groupmembership_until_is_edtf"),
            models.CheckConstraint(
                name="partners_groupmembership_not_of_itself",
                condition=~Q(group=F("member")),
                violation_error_message=_("A group is not a member of itself."),
            ),
            models.CheckConstraint(
                name="partners_groupmembership_ends_after_it_starts",
                violation_error_message=_(
                    "It ends before it starts: check the two dates."
                ),
                condition=Q(since_earliest=None)
                | Q(until_latest=None)
                | Q(until_latest__gte=F("since_earliest")),
            ),
            models.UniqueConstraint(
                fields=["group", "member", "role", "since"],
                name="partners_groupmembership_is_entered_once",
                violation_error_message=_(
                    "This is entered already: change that row instead."
                ),
            ),
            known("role", MembershipRole),
        ]

    def __str__(self) -> str:
        """Return member and group."""
        return f"{self.member} in {self.group}"
