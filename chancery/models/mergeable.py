"""A record that may turn out to be another one, entered twice."""

from typing import TYPE_CHECKING, ClassVar, Self

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chancery.models.record import Record
from chancery.text import Text
from chancery.triggers import refuse, update_of


class Mergeable(Record):
    """A record that can be merged into another of its kind.

    The one that goes is archived and leads to the one that stays: straight, so that
    whoever follows a reference arrives after one step.
    """

    # The fields that name the record, each with the kind of name that it becomes on
    # the record that stays. Only for models that have a table of names.
    names_kept: ClassVar[dict[str, str]] = {}

    if TYPE_CHECKING:
        merged_into_id: int | None

    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged_from",
        verbose_name=_("merged into"),
    )

    class Meta(Record.Meta):
        abstract = True
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_merged_into_another_is_archived",
                condition=Q(merged_into=None)
                | (Q(archived_at__isnull=False) & ~Q(merged_into=F("pk"))),
                violation_error_message=_(
                    "It was merged into another record. Undo the merge instead."
                ),
            ),
        ]

    def apart_from(self, other: Self) -> list[Text]:  # noqa: ARG002 - for subclasses
        """Return why this record cannot go and the other stay; nothing if it can."""
        return []


def leads_straight(model: type[models.Model]) -> pgtrigger.Trigger:
    """Refuse to merge into what was merged, or to merge what others were merged into.

    Two mergers at once take turns at the rows, so neither misses the other's.
    """
    table = model._meta.db_table
    gone = refuse(
        "That record was itself merged into another one.",
        hint="Merge into the record that stayed.",
    )
    chain = refuse(
        "Other records were merged into this one.",
        hint="Lead them to the record that stays first.",
    )
    return pgtrigger.Trigger(
        name="merged_into_leads_straight",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | update_of("merged_into_id"),
        condition=pgtrigger.Q(new__merged_into__isnull=False),
        func=(
            f"PERFORM 1 FROM {table} WHERE id = NEW.merged_into_id FOR SHARE;"  # noqa: S608 - our own names
            f" IF EXISTS (SELECT 1 FROM {table} WHERE id = NEW.merged_into_id"
            f" AND merged_into_id IS NOT NULL) THEN {gone} END IF;"
            f" IF EXISTS (SELECT 1 FROM {table} WHERE merged_into_id = NEW.id)"
            f" THEN {chain} END IF; RETURN NEW;"
        ),
    )
