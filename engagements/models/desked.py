"""A record that some desk must own."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from chancery.models.record import Record
from partners.models import Desk, Officer


class DeskRecord(Record):
    """A record of what passes between partners: it always has a desk."""

    desk = models.ForeignKey(
        Desk, models.PROTECT, related_name="+", verbose_name=_("desk")
    )
    owner = models.ForeignKey(
        Officer,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("officer in charge"),
    )

    class Meta(Record.Meta):
        abstract = True
