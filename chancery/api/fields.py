"""How single values are shown: relations in brief, instants in UTC, levels by code."""

from datetime import UTC
from typing import TYPE_CHECKING, Any

from django.db import models
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from chancery.api.briefs import TITLE
from chancery.classification import scheme

if TYPE_CHECKING:
    _Field = serializers.Field[Any, Any, Any, Any]
else:
    _Field = serializers.Field


class Brief(serializers.Serializer[Any]):
    """Another record, as far as is needed to name it and to look it up."""

    reference = serializers.CharField()
    title = serializers.CharField(allow_blank=True)


@extend_schema_field(Brief)
class Related(_Field):
    """A relation in brief; null where there is none that the user may see.

    The viewset has fetched what is visible (``serializers.prepared``); what is not
    stands as None on the row.
    """

    def __init__(self, *, model: type[models.Model], **options: Any) -> None:  # noqa: ANN401 - DRF's options
        """Lead to ``model``."""
        self.model = model
        super().__init__(read_only=True, allow_null=True, **options)

    def to_representation(self, value: Any) -> dict[str, str]:  # noqa: ANN401 - a row
        """Return reference and title."""
        return {"reference": value.reference, "title": getattr(value, TITLE)}


@extend_schema_field(Brief(many=True))
class RelatedList(_Field):
    """Several rows in brief, those that the user may see."""

    def __init__(self, *, model: type[models.Model], **options: Any) -> None:  # noqa: ANN401 - DRF's options
        """Lead to rows of ``model``."""
        self.model = model
        super().__init__(read_only=True, **options)

    def to_representation(self, value: Any) -> list[dict[str, str]]:  # noqa: ANN401 - a manager
        """Return reference and title of each."""
        return [
            {"reference": row.reference, "title": getattr(row, TITLE)}
            for row in value.all()
        ]


class InstantField(serializers.DateTimeField):
    """An instant in UTC to the microsecond: ``2023-07-03T09:00:00.000000Z``."""

    def to_representation(self, value: Any) -> str:  # noqa: ANN401 - a datetime
        """Return the text."""
        text: str = value.astimezone(UTC).isoformat(timespec="microseconds")
        return text.replace("+00:00", "Z")


class LevelField(serializers.ChoiceField):
    """A level of the classification scheme by its code, not by its place."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - DRF's options
        """Take the installation's levels as choices."""
        options["choices"] = list(scheme().levels)
        super().__init__(**options)

    def to_representation(self, value: Any) -> str:  # noqa: ANN401 - a level's number
        """Return the code."""
        return scheme().code(value)
