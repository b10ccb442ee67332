"""A model of one partial date, outside the project's registry of models."""

from typing import ClassVar

from django.db import models
from django.test.utils import isolate_apps

from chancery.dates.fields import (
    EarliestField,
    LatestField,
    PartialDateField,
    valid_edtf,
)

with isolate_apps():

    class Diary(models.Model):
        """An entry with the day it is about."""

        date = PartialDateField(blank=True)
        date_earliest = EarliestField("date")
        date_latest = LatestField("date")

        # Declared, because the type checker does not look into isolated models.
        objects: ClassVar[models.Manager["Diary"]] = models.Manager()

        class Meta:
            app_label = "diary"
            constraints: ClassVar[list[models.BaseConstraint]] = [
                valid_edtf("date", name="diary_date_is_edtf")
            ]

        def __str__(self) -> str:
            return self.date
