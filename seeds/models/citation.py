"""Where a fact is said: the abstract citation that each room makes concrete."""

from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chancery.models.record import Part, known
from seeds.models.source import Source
from seeds.vocabulary import CitationBasis

# What tells two citations of one record apart.
PLACE_IN_SOURCE = ("source", "field", "paragraph", "char_start")


class Citation(Part):
    """One place in one source that bears on one record, or on one field of it.

    A room's concrete citation has one nullable relation per kind of record that can
    be cited (``CITED``) and exactly one of them is set: an exclusive arc, so that
    every link is a real foreign key.
    """

    CITED: ClassVar[tuple[str, ...]] = ()

    source = models.ForeignKey(
        Source,
        models.PROTECT,
        related_name="%(app_label)s_citations",
        verbose_name=_("source"),
    )
    field = models.CharField(
        _("field"),
        max_length=60,
        blank=True,
        help_text=_("The field of the record that it bears on; empty for all of it."),
    )
    paragraph = models.PositiveSmallIntegerField(
        _("paragraph"), null=True, blank=True, help_text=_("Counted from 1.")
    )
    char_start = models.PositiveIntegerField(_("from character"), null=True, blank=True)
    char_end = models.PositiveIntegerField(_("to character"), null=True, blank=True)
    quote = models.CharField(
        _("short quote"),
        max_length=200,
        blank=True,
        help_text=_("A dozen words at most, where the wording itself matters."),
    )
    basis = models.CharField(
        _("basis"),
        max_length=10,
        choices=CitationBasis.choices,
        default=CitationBasis.STATED,
    )
    source_says = models.CharField(
        _("what the source says"),
        max_length=300,
        blank=True,
        help_text=_("Where it differs from the record, or is less exact."),
    )
    note = models.TextField(_("note"), blank=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("accepted by"),
    )
    accepted_at = models.DateTimeField(
        _("accepted at"), null=True, blank=True, editable=False
    )

    class Meta:
        abstract = True
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="%(app_label)s_citation_span_is_whole_and_forward",
                condition=Q(char_start=None, char_end=None)
                | Q(
                    char_start__isnull=False,
                    char_end__isnull=False,
                    char_end__gt=F("char_start"),
                ),
                violation_error_message=_("Give both ends of the span, in order."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_citation_paragraph_counts_from_one",
                violation_error_message=_("Paragraphs are counted from 1."),
                condition=Q(paragraph=None) | Q(paragraph__gte=1),
            ),
            models.CheckConstraint(
                name="%(app_label)s_citation_accepted_at_has_accepted_by",
                violation_error_message=_("Say both who accepted it and when."),
                condition=Q(accepted_at=None, accepted_by=None)
                | Q(accepted_at__isnull=False, accepted_by__isnull=False),
            ),
            known("basis", CitationBasis),
        ]

    def __str__(self) -> str:
        """Return the place in the source."""
        place = f" ¶{self.paragraph}" if self.paragraph else ""
        return f"{self.source.reference}{place}"

    @property
    def record(self) -> models.Model:
        """The record that is cited."""
        cited: models.Model = next(
            getattr(self, name)
            for name in self.CITED
            if getattr(self, f"{name}_id") is not None
        )
        return cited


def cited(model: type[models.Model]) -> "models.ForeignKey[Any, Any]":
    """Return the relation to one kind of record that may be cited."""
    return models.ForeignKey(
        model, models.CASCADE, null=True, blank=True, related_name="citations"
    )


def exclusive_arc(app_label: str, cited: Sequence[str]) -> list[models.BaseConstraint]:
    """Return the constraints of a room's citations: one record, each place once."""
    one_of = [
        Q(**{f"{name}__isnull": name != chosen for name in cited}) for chosen in cited
    ]
    return [
        models.CheckConstraint(
            name=f"{app_label}_citation_cites_exactly_one_record",
            condition=reduce(or_, one_of),
            violation_error_message=_("A citation belongs to exactly one record."),
        ),
        models.UniqueConstraint(
            fields=[*cited, *PLACE_IN_SOURCE],
            nulls_distinct=False,
            name=f"{app_label}_citation_is_entered_once",
            violation_error_message=_("This place is cited for this field already."),
        ),
    ]
