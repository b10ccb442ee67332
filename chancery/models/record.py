"""What all records have in common: reference, classification, version, archive."""

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from chancery.classification import classification_choices
from chancery.scope import Scoped

if TYPE_CHECKING:
    _CharField = models.CharField[str, str]
else:
    _CharField = models.CharField


def known(
    field: str, choices: type[models.TextChoices], *, or_empty: bool = False
) -> models.CheckConstraint:
    """Return the check that a field holds a word of its vocabulary."""
    words = [*choices.values, ""] if or_empty else choices.values
    return models.CheckConstraint(
        name=f"%(app_label)s_%(class)s_{field}_is_known",
        condition=Q(**{f"{field}__in": words}),
        violation_error_message=_("This is not one of the possible choices."),
    )


class ReferenceField(_CharField):
    """The human name of a record (``MTG-2023-0007``), given once and never changed."""

    def __init__(self, **options: object) -> None:
        """Fix what every reference has in common."""
        options |= {"max_length": 32, "editable": False}
        options.setdefault("verbose_name", _("reference"))
        super().__init__(**options)  # type: ignore[arg-type]


class Part(Scoped):
    """A row that lives inside a record: scoped, versioned and recorded through it.

    ``history_parents`` are the relations whose timelines show this row's changes.
    """

    history_parents: ClassVar[tuple[str, ...]] = ()

    version = models.PositiveIntegerField(_("version"), default=1, editable=False)

    class Meta:
        abstract = True


class NamedPart(Part):
    """A part that is cited and spoken of on its own, so it has a reference."""

    prefix: ClassVar[str]
    natural_fields: ClassVar[tuple[str, ...]] = ("reference",)

    reference = ReferenceField(unique=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        """Return the reference where a model has nothing better."""
        return self.reference


class Record(Scoped):
    """A thing with a name of its own that is never deleted, only archived."""

    prefix: ClassVar[str]
    history_parents: ClassVar[tuple[str, ...]] = ()
    natural_fields: ClassVar[tuple[str, ...]] = ("reference",)

    reference = ReferenceField(unique=True)
    classification = models.PositiveSmallIntegerField(
        _("classification"), choices=classification_choices, default=0
    )
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    created_at = models.DateTimeField(_("created at"), db_default=Now(), editable=False)
    updated_at = models.DateTimeField(_("updated at"), db_default=Now(), editable=False)
    archived_at = models.DateTimeField(
        _("archived at"), null=True, blank=True, editable=False
    )
    archived_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("archived by"),
    )
    archive_reason = models.TextField(
        _("reason for archiving"), blank=True, editable=False
    )

    class Meta:
        abstract = True
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_archive_has_author_and_reason",
                condition=Q(archived_at=None, archived_by=None, archive_reason="")
                | (
                    Q(archived_at__isnull=False, archived_by__isnull=False)
                    & ~Q(archive_reason="")
                ),
                violation_error_message=_("Say why the record is archived."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_reference_is_well_formed",
                violation_error_message=_(
                    "A reference is three capitals and a number, like MTG-2023-0007."
                ),
                condition=Q(reference__regex=r"^[A-Z]{3}-[A-Z0-9]+(-[0-9]+)?$"),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = []

    def __str__(self) -> str:
        """Return the reference where a model has nothing better."""
        return self.reference
