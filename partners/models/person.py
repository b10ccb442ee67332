"""People and the posts they held."""

from typing import ClassVar

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
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
from chancery.models.mergeable import Mergeable
from chancery.models.record import Record, known
from chancery.words import WordsField, words_index
from partners.models.desk import OwnedRecord
from partners.models.institution import Post
from partners.models.names import Name, said_once
from partners.models.partner import Partner
from partners.querysets import TenureQuerySet
from partners.vocabulary import NameForm, NameOrder


@recorded
class Person(Mergeable, OwnedRecord):
    """Somebody on one of the sides."""

    prefix: ClassVar[str] = "PER"
    names_kept: ClassVar[dict[str, str]] = {"name": NameForm.ALIAS}

    name = models.CharField(
        _("name"), max_length=200, help_text=_("In full, as it is usually written.")
    )
    family_name = models.CharField(_("family name"), max_length=100, blank=True)
    given_name = models.CharField(_("given name"), max_length=100, blank=True)
    name_order = models.CharField(
        _("name order"),
        max_length=12,
        choices=NameOrder.choices,
        default=NameOrder.GIVEN_FIRST,
    )
    partner = models.ForeignKey(
        Partner,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="people",
        verbose_name=_("partner"),
        help_text=_("The side the person usually speaks for."),
    )
    note = models.TextField(_("note"), blank=True)
    words = WordsField("name", "family_name", "given_name")

    class Meta(OwnedRecord.Meta):
        abstract = False
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints: ClassVar = [
            *Mergeable.Meta.constraints,
            models.CheckConstraint(
                name="partners_person_has_a_name",
                violation_error_message=_("Type the person's name."),
                condition=~Q(name=""),
            ),
            known("name_order", NameOrder),
        ]
        indexes: ClassVar = [words_index()]

    def __str__(self) -> str:
        """Return the name in full."""
        return self.name


@recorded
class PersonName(Name):
    """A spelling of a person's name: original script, romanisations, aliases."""

    scope_paths: ClassVar[tuple[str, ...]] = ("person",)
    natural_fields: ClassVar[tuple[str, ...]] = ("person", "text", "language", "form")
    history_parents: ClassVar[tuple[str, ...]] = ("person",)

    person = models.ForeignKey(
        Person, models.CASCADE, related_name="names", verbose_name=_("person")
    )

    class Meta(Name.Meta):
        abstract = False
        verbose_name = _("name of a person")
        verbose_name_plural = _("names of people")
        constraints: ClassVar = [*Name.Meta.constraints, said_once("person")]


@recorded
class Tenure(OwnedRecord):
    """A person holds a post over a time, fully or as acting."""

    prefix: ClassVar[str] = "TEN"
    scope_paths: ClassVar[tuple[str, ...]] = ("", "person", "post")

    person = models.ForeignKey(
        Person, models.PROTECT, related_name="tenures", verbose_name=_("person")
    )
    post = models.ForeignKey(
        Post, models.PROTECT, related_name="tenures", verbose_name=_("post")
    )
    start = PartialDateField(_("from"), blank=True)
    start_earliest = EarliestField("start")
    start_latest = LatestField("start")
    start_is_inferred = models.BooleanField(_("start inferred"), default=False)
    end = PartialDateField(_("to"), blank=True)
    end_earliest = EarliestField("end")
    end_latest = LatestField("end")
    end_is_inferred = models.BooleanField(_("end inferred"), default=False)
    is_acting = models.BooleanField(_("acting"), default=False)
    is_exclusive = models.BooleanField(default=False, editable=False)

    objects = TenureQuerySet.as_manager()  # type: ignore[misc]

    class Meta(OwnedRecord.Meta):
        abstract = False
        verbose_name = _("tenure")
        verbose_name_plural = _("tenures")
        constraints: ClassVar = [
            *Record.Meta.constraints,
            valid_edtf("start", "partners_tenure_start_is_edtf"),
            valid_edtf("end", "partners_tenure_end_is_edtf"),
            models.CheckConstraint(
                name="partners_tenure_ends_after_it_starts",
                condition=Q(start_earliest=None)
                | Q(end_latest=None)
                | Q(end_latest__gte=F("start_earliest")),
                violation_error_message=_("The tenure ends before it starts."),
            ),
            # The post stands in a one-number range: a plain integer would need the
            # btree_gist extension, and no extension may be required.
            ExclusionConstraint(
                name="partners_tenure_full_holders_do_not_overlap",
                expressions=[
                    (
                        Func(
                            F("post"),
                            F("post"),
                            template="int8range(%(expressions)s, '[]')",
                        ),
                        "&&",
                    ),
                    (
                        Func(
                            F("start_latest"),
                            F("end_earliest"),
                            template="partners_certain_period(%(expressions)s)",
                        ),
                        "&&",
                    ),
                ],
                condition=Q(is_exclusive=True),
                violation_error_message=_(
                    "Somebody else holds this post at that time. End that tenure"
                    " first, or mark this one as acting."
                ),
            ),
        ]
        triggers: ClassVar = [
            pgtrigger.Trigger(
                name="knows_if_exclusive",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=(
                    "NEW.is_exclusive := NOT NEW.is_acting AND NEW.archived_at IS NULL"
                    " AND (SELECT has_one_holder FROM partners_post"
                    " WHERE id = NEW.post_id); RETURN NEW;"
                ),
            )
        ]

    def __str__(self) -> str:
        """Return person and post."""
        return f"{self.person} · {self.post}"
