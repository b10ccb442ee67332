"""The field's own terms for where facts come from."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SourceKind(models.TextChoices):
    """What sort of document it is."""

    OFFICIAL = "official", _("Official text")
    PRESS_RELEASE = "press_release", _("Press release")
    NEWS = "news", _("News report")
    CABLE = "cable", _("Cable or memo")
    RECORD = "record", _("Record of a meeting")
    OTHER = "other", _("Other")


class CitationBasis(models.TextChoices):
    """Whether the source says it, or we worked it out from what it says."""

    STATED = "stated", _("Stated")
    INFERRED = "inferred", _("Inferred")
