"""What the seeds loader put into this database."""

from django.db import models


class LoadedSeed(models.Model):
    """One row of a fixture as it was loaded, to tell later who changed it.

    ``digest`` is of the row's content at loading time: while the row still has it,
    a newer fixture may replace it; once an officer has changed it, it is theirs.
    """

    model = models.CharField(max_length=100)
    key = models.JSONField()
    digest = models.CharField(max_length=64)
    loaded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["model", "key"], name="seeds_loadedseed_row_is_loaded_once"
            )
        ]

    def __str__(self) -> str:
        """Return the row's model and key."""
        return f"{self.model} {self.key}"
