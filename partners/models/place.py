"""Where things happen."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chancery.history import recorded
from chancery.models.record import Record, known
from chancery.triggers import NoCycle
from chancery.words import WordsField, words_index
from chancery.zones import validate_time_zone
from partners.models.desk import OwnedRecord
from partners.models.names import Name, called, said_once
from partners.models.partner import Partner
from partners.vocabulary import NameForm, PlaceKind

# A place may be called by any name that is in use now and not romanised.
_SHOWN = (NameForm.SHORT, NameForm.ORIGINAL, NameForm.OFFICIAL, NameForm.ALIAS)


@recorded
class Place(OwnedRecord):
    """A city, a site or a building where meetings are held and papers signed."""

    prefix: ClassVar[str] = "PLC"

    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(
        _("kind"), max_length=8, choices=PlaceKind.choices, default=PlaceKind.CITY
    )
    country = models.ForeignKey(
        Partner,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="places",
        verbose_name=_("country"),
    )
    within = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="places_in_it",
        verbose_name=_("in"),
    )
    time_zone = models.CharField(
        _("time zone"),
        max_length=64,
        blank=True,
        validators=[validate_time_zone],
        help_text=_("IANA name, such as Asia/Ulaanbaatar."),
    )
    words = WordsField("name")

    class Meta(OwnedRecord.Meta):
        abstract = False
        verbose_name = _("place")
        verbose_name_plural = _("places")
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["country", "within", "name"],
                nulls_distinct=False,
                condition=Q(archived_at=None),
                name="partners_place_is_entered_once",
                violation_error_message=_("This place is entered already."),
            ),
            models.CheckConstraint(
                name="partners_place_is_not_within_itself",
                violation_error_message=_(
                    "A place cannot lie within itself: choose another."
                ),
                condition=Q(within=None) | ~Q(within=F("pk")),
            ),
            models.CheckConstraint(
                name="partners_place_has_a_name",
                violation_error_message=_("Give the place a name."),
                condition=~Q(name=""),
            ),
            known("kind", PlaceKind),
        ]
        indexes: ClassVar = [words_index()]
        triggers: ClassVar = [
            NoCycle(
                field="within",
                message="A place cannot lie within a place inside it.",
            )
        ]

    def __str__(self) -> str:
        """Return the name, in the reader's language where it is known."""
        return called(self, self.name, PlaceName, _SHOWN)


@recorded
class PlaceName(Name):
    """A name of a place, with the time in which it was used."""

    scope_paths: ClassVar[tuple[str, ...]] = ("place",)
    natural_fields: ClassVar[tuple[str, ...]] = ("place", "text", "language", "form")
    history_parents: ClassVar[tuple[str, ...]] = ("place",)

    place = models.ForeignKey(
        Place, models.CASCADE, related_name="names", verbose_name=_("place")
    )

    class Meta(Name.Meta):
        abstract = False
        verbose_name = _("name of a place")
        verbose_name_plural = _("names of places")
        constraints: ClassVar = [*Name.Meta.constraints, said_once("place")]
