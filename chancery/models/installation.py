"""Single facts of the installation."""

from django.db import models
from django.db.models import Q


class Installation(models.Model):
    """The one row that tells triggers what this site may hold."""

    classification_ceiling = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="chancery_installation_is_a_single_row", condition=Q(pk=1)
            )
        ]

    def __str__(self) -> str:
        """Return the ceiling in figures."""
        return f"ceiling {self.classification_ceiling}"


class ReferenceCounter(models.Model):
    """The last number given out within a series of references (``MTG-2023``)."""

    series = models.CharField(max_length=24, primary_key=True)
    last = models.PositiveIntegerField()

    def __str__(self) -> str:
        """Return the series and where it stands."""
        return f"{self.series}: {self.last}"
