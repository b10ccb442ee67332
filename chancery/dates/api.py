"""Partial dates over the API: EDTF text in and out, bounds as read-only days.

Serialisers built on `PartialDateModelSerializer` need say nothing more: they name the
date and, where wanted, its bounds among their fields.
"""

from typing import Any, Final, TypeVar

from django.db import models
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from chancery.dates.edtf import MAX_LENGTH, EdtfError, normalise
from chancery.dates.fields import BoundField, PartialDateField

M = TypeVar("M", bound=models.Model)

SCHEMA: Final = {
    "type": "string",
    "format": "edtf",
    "maxLength": MAX_LENGTH,
    "description": (
        "Partial date as EDTF (ISO 8601-2): a day 2023-06-26, month 2023-06, year "
        "2023, range 2021-08-16/2021-08-17, open range 2023-06/.., quarter 2023-34 "
        "(2023-Q2 is accepted), half-year 2023-40, about 2011~, uncertain 2011?, "
        "decade 201X, year not known XXXX-10-28; empty when nothing is known."
    ),
    "example": "2023-06",
}


@extend_schema_field(SCHEMA)
class PartialDateSerializerField(serializers.CharField):
    """Takes EDTF and Q1-Q4/H1-H2, gives canonical EDTF."""

    def to_internal_value(self, data: Any) -> str:  # noqa: ANN401 - whatever the client sent
        """Give canonical text; raises ValidationError saying what to write."""
        text = super().to_internal_value(data)
        try:
            return normalise(text)
        except EdtfError as error:
            raise serializers.ValidationError(
                str(error), code=error.fault.value
            ) from error


class BoundSerializerField(serializers.DateField):
    """The first or last day of a partial date: read-only, null where there is none."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 - Django's options
        """Take DateField's options."""
        super().__init__(**{"read_only": True, "allow_null": True, **kwargs})


class PartialDateModelSerializer(serializers.ModelSerializer[M]):
    """A model serialiser that knows partial dates and their bounds."""

    serializer_field_mapping = {
        **serializers.ModelSerializer.serializer_field_mapping,
        PartialDateField: PartialDateSerializerField,
    }

    def build_property_field(
        self, field_name: str, model_class: type[M]
    ) -> tuple[Any, dict[str, Any]]:
        """Build bounds, which the framework takes for properties, as days."""
        fields = {field.name: field for field in model_class._meta.concrete_fields}
        if isinstance(fields.get(field_name), BoundField):
            return BoundSerializerField, {}
        return super().build_property_field(field_name, model_class)
