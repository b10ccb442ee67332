"""Documents that say something."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chancery.dates.fields import (
    EarliestField,
    LatestField,
    PartialDateField,
    valid_edtf,
)
from chancery.history import recorded
from chancery.models.record import Record, known
from chancery.words import WordsField, words_index
from seeds.vocabulary import SourceKind


@recorded
class Source(Record):
    """A document that facts are taken from; its text stays outside."""

    prefix: ClassVar[str] = "SRC"
    desk_field: ClassVar[str | None] = None

    title = models.CharField(_("title"), max_length=300)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=SourceKind.choices)
    language = models.CharField(
        _("language"), max_length=12, default="en", help_text=_("BCP 47, e.g. en, ko.")
    )
    url = models.URLField(_("address"), max_length=500, blank=True)
    published = PartialDateField(_("published"), blank=True)
    published_earliest = EarliestField("published")
    published_latest = LatestField("published")
    published_is_inferred = models.BooleanField(
        _("publication date inferred"), default=False
    )
    sha256 = models.CharField(
        _("SHA-256 of the text"), max_length=64, blank=True, editable=True
    )
    note = models.TextField(_("note"), blank=True)
    words = WordsField("title", "publisher", "url", "note")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        constraints: ClassVar = [
            *Record.Meta.constraints,
            valid_edtf("published", "seeds_source_published_is_edtf"),
            models.CheckConstraint(
                name="seeds_source_sha256_is_a_digest",
                condition=Q(sha256="") | Q(sha256__regex=r"^[0-9a-f]{64}$"),
                violation_error_message=_("A SHA-256 has 64 hexadecimal digits."),
            ),
            models.UniqueConstraint(
                fields=["sha256"],
                condition=~Q(sha256=""),
                name="seeds_source_text_is_entered_once",
                violation_error_message=_(
                    "A source with this very text is on record already: use that one."
                ),
            ),
            known("kind", SourceKind),
        ]
        indexes: ClassVar = [words_index()]

    def __str__(self) -> str:
        """Return title and publisher."""
        return f"{self.title} ({self.publisher})" if self.publisher else self.title
