"""The parts of a commitment on its page."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from chancery.admin.inlines import PartCards, PartInline
from chancery.models import User
from engagements.actions.commitments import mention
from engagements.models import (
    Commitment,
    CommitmentAmount,
    CommitmentInstitution,
    CommitmentParty,
    Mention,
    Succession,
)


class Parties(PartInline):
    """Who promises, and to whom."""

    model = CommitmentParty
    fields = ("side", "partner", "label")
    new_rows = 2
    verbose_name = _("side")
    verbose_name_plural = _("who promises what to whom")


class Institutions(PartInline):
    """Who works on it."""

    model = CommitmentInstitution
    fields = ("institution", "role")


class Amounts(PartInline):
    """The money it speaks of."""

    model = CommitmentAmount
    fields = ("role", "exactness", "value", "currency")


class MentionsOfCommitment(PartCards):
    """The meetings at which it was spoken of."""

    model = Mention
    fields = (("meeting", "kind"), ("text_before", "text_after"), "note")
    classes = ("collapse",)

    def add_row(
        self,
        parent: Commitment,
        values: Mapping[str, Any],
        *,
        by: User,
        at: datetime,
    ) -> Mention:
        """Add a point to the line."""
        rest = dict(values)
        meeting, kind = rest.pop("meeting"), rest.pop("kind")
        return mention(parent, meeting, kind, by=by, at=at, **rest)


class Successors(PartInline):
    """What became of it."""

    model = Succession
    fk_name = "predecessor"
    fields = ("kind", "successor")
    verbose_name = _("successor")
    verbose_name_plural = _("what became of it")
