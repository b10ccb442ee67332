"""What a step of relations rests on in this room."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from chancery.history import recorded
from chancery.models.record import Part
from engagements.models.agreement import Agreement
from engagements.models.meeting import Meeting
from partners.models import RelationStep


@recorded
class RelationBasis(Part):
    """The meeting or agreement by which two partners took a step of relations.

    It stands here because the partners' room does not know meetings or agreements.
    """

    scope_paths: ClassVar[tuple[str, ...]] = ("step", "meeting", "agreement")
    natural_fields: ClassVar[tuple[str, ...]] = ("step",)
    history_parents: ClassVar[tuple[str, ...]] = ("step",)

    step = models.OneToOneField(
        RelationStep,
        models.CASCADE,
        related_name="basis",
        verbose_name=_("step of relations"),
    )
    meeting = models.ForeignKey(
        Meeting,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="relation_bases",
        verbose_name=_("meeting"),
    )
    agreement = models.ForeignKey(
        Agreement,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="relation_bases",
        verbose_name=_("agreement"),
    )

    class Meta:
        verbose_name = _("basis of a step of relations")
        verbose_name_plural = _("bases of steps of relations")
        constraints: ClassVar = [
            models.CheckConstraint(
                name="engagements_relationbasis_rests_on_something",
                condition=models.Q(meeting__isnull=False)
                | models.Q(agreement__isnull=False),
                violation_error_message=_("Name a meeting or an agreement."),
            )
        ]

    def __str__(self) -> str:
        """Return what it rests on."""
        return str(self.agreement or self.meeting)
