"""Records of this room in a line, where another one speaks of them."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from django.db.models import Exists, OuterRef
from rest_framework.serializers import BooleanField

from chancery.api.serializers import ScopedSerializer
from chancery.scope import AnyUser
from engagements.models import Agreement, Commitment, Meeting
from engagements.querysets import COMMITMENT_VIEWS


class MeetingShort(ScopedSerializer):
    """A meeting in a line."""

    class Meta:
        model = Meeting
        fields: ClassVar[tuple[str, ...]] = (
            "reference",
            "title",
            "kind",
            "status",
            "date",
            "date_earliest",
            "date_latest",
        )
        order: ClassVar[tuple[str, ...]] = ("date_earliest", "date_latest")


class AgreementShort(ScopedSerializer):
    """An agreement in a line."""

    class Meta:
        model = Agreement
        fields: ClassVar[tuple[str, ...]] = (
            "reference",
            "title",
            "instrument_type",
            "status",
        )


class CommitmentShort(ScopedSerializer):
    """A commitment in a line."""

    is_overdue = BooleanField(read_only=True)

    class Meta:
        model = Commitment
        fields: ClassVar[tuple[str, ...]] = (
            "reference",
            "title",
            "wording",
            "status",
            "due_date",
            "due_date_earliest",
            "due_date_latest",
            "is_overdue",
        )
        order: ClassVar[tuple[str, ...]] = ("due_date_latest",)

    @classmethod
    def derived(cls, *, user: AnyUser, today: date) -> Mapping[str, Any]:  # noqa: ARG003 - for subclasses
        """Return whether it stands in the view "overdue"."""
        return {"is_overdue": stands_in("overdue", today)}


def stands_in(view: str, today: date) -> Exists:
    """Return whether a commitment stands in a named view."""
    rows = COMMITMENT_VIEWS[view](Commitment.objects.all(), today)
    return Exists(rows.filter(pk=OuterRef("pk")))
