"""Institutions of a partner and the posts in them."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chancery.history import recorded
from chancery.models.mergeable import Mergeable
from chancery.models.record import known
from chancery.text import in_korean_or
from chancery.triggers import NoCycle, update_of
from chancery.words import WordsField, words_index
from partners.models.desk import OwnedRecord
from partners.models.names import Name, said_once
from partners.models.partner import Partner
from partners.vocabulary import InstitutionKind, NameForm


@recorded
class Institution(Mergeable, OwnedRecord):
    """A ministry, agency, office, mission or legislature of a partner."""

    prefix: ClassVar[str] = "INS"
    names_kept: ClassVar[dict[str, str]] = {"name": NameForm.ALIAS}

    partner = models.ForeignKey(
        Partner,
        models.PROTECT,
        related_name="institutions",
        verbose_name=_("partner"),
    )
    name = models.CharField(_("name"), max_length=300)
    kind = models.CharField(_("kind"), max_length=14, choices=InstitutionKind.choices)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("part of"),
    )
    note = models.TextField(_("note"), blank=True)
    words = WordsField("name")

    class Meta(OwnedRecord.Meta):
        abstract = False
        verbose_name = _("institution")
        verbose_name_plural = _("institutions")
        constraints: ClassVar = [
            *Mergeable.Meta.constraints,
            models.UniqueConstraint(
                fields=["partner", "name"],
                condition=Q(archived_at=None),
                name="partners_institution_is_entered_once",
                violation_error_message=_(
                    "This partner has an institution of that name already."
                ),
            ),
            models.CheckConstraint(
                name="partners_institution_is_not_part_of_itself",
                violation_error_message=_(
                    "An institution cannot be part of itself: choose another."
                ),
                condition=Q(parent=None) | ~Q(parent=F("pk")),
            ),
            models.CheckConstraint(
                name="partners_institution_has_a_name",
                violation_error_message=_("Give the institution a name."),
                condition=~Q(name=""),
            ),
            known("kind", InstitutionKind),
        ]
        indexes: ClassVar = [words_index()]
        triggers: ClassVar = [
            NoCycle(
                field="parent",
                message="An institution cannot be part of one of its own parts.",
            )
        ]

    def __str__(self) -> str:
        """Return the name."""
        return self.name


@recorded
class InstitutionName(Name):
    """A name of an institution in some language and script."""

    scope_paths: ClassVar[tuple[str, ...]] = ("institution",)
    natural_fields: ClassVar[tuple[str, ...]] = (
        "institution",
        "text",
        "language",
        "form",
    )
    history_parents: ClassVar[tuple[str, ...]] = ("institution",)

    institution = models.ForeignKey(
        Institution,
        models.CASCADE,
        related_name="names",
        verbose_name=_("institution"),
    )

    class Meta(Name.Meta):
        abstract = False
        verbose_name = _("name of an institution")
        verbose_name_plural = _("names of institutions")
        constraints: ClassVar = [*Name.Meta.constraints, said_once("institution")]


@recorded
class Post(Mergeable, OwnedRecord):
    """An office that a person holds; it exists while it is vacant."""

    prefix: ClassVar[str] = "PST"

    partner = models.ForeignKey(
        Partner, models.PROTECT, related_name="posts", verbose_name=_("partner")
    )
    institution = models.ForeignKey(
        Institution,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="posts",
        verbose_name=_("institution"),
    )
    title = models.CharField(_("title"), max_length=200)
    title_ko = models.CharField(_("title in Korean"), max_length=200, blank=True)
    accredited_to = models.ForeignKey(
        Partner,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="accredited_posts",
        verbose_name=_("accredited to"),
        help_text=_("For ambassadors and other envoys."),
    )
    has_one_holder = models.BooleanField(
        _("one holder at a time"),
        default=True,
        help_text=_("Two full holders then may not overlap; acting ones may."),
    )
    words = WordsField("title", "title_ko")

    class Meta(OwnedRecord.Meta):
        abstract = False
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        constraints: ClassVar = [
            *Mergeable.Meta.constraints,
            models.UniqueConstraint(
                fields=["partner", "institution", "title"],
                nulls_distinct=False,
                condition=Q(archived_at=None),
                name="partners_post_is_entered_once",
                violation_error_message=_("This post is entered already."),
            ),
            models.CheckConstraint(
                name="partners_post_has_a_title",
                violation_error_message=_("Give the post a title."),
                condition=~Q(title=""),
            ),
        ]
        indexes: ClassVar = [words_index()]
        triggers: ClassVar = [
            # Tenures carry a copy for their exclusion constraint; it follows the post
            # here, and the constraint then judges the tenures there are.
            pgtrigger.Trigger(
                name="tenures_follow_holders",
                when=pgtrigger.After,
                operation=update_of("has_one_holder"),
                condition=pgtrigger.AnyChange("has_one_holder"),
                func=(
                    "UPDATE partners_tenure SET is_exclusive ="
                    " (NEW.has_one_holder AND NOT is_acting AND archived_at IS NULL)"
                    " WHERE post_id = NEW.id; RETURN NULL;"
                ),
            )
        ]

    def __str__(self) -> str:
        """Return title and partner."""
        return f"{in_korean_or(self.title, self.title_ko)}, {self.partner}"
