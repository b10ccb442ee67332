"""Partial dates through serialisers and the OpenAPI description."""

from datetime import date

import pytest
from django_filters import FilterSet
from django_filters.rest_framework import DjangoFilterBackend
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema
from rest_framework import serializers, viewsets
from rest_framework.renderers import JSONRenderer
from rest_framework.routers import SimpleRouter

from chancery.dates.api import (
    SCHEMA,
    PartialDateModelSerializer,
    PartialDateSerializerField,
)
from chancery.dates.filters import PeriodFilter
from tests.chancery.dates.diary import Diary


class DiarySerializer(PartialDateModelSerializer[Diary]):
    class Meta:
        model = Diary
        fields = ("date", "date_earliest", "date_latest")


class DiaryFilters(FilterSet):
    date = PeriodFilter("date")

    class Meta:
        model = Diary
        fields: tuple[str, ...] = ()


class DiaryViewSet(viewsets.ModelViewSet[Diary]):
    schema = AutoSchema()
    serializer_class = DiarySerializer
    queryset = Diary.objects.all()
    filter_backends = (DjangoFilterBackend,)
    filterset_class = DiaryFilters


def test_model_serialiser_uses_the_partial_date_field() -> None:
    fields = DiarySerializer().fields
    assert isinstance(fields["date"], PartialDateSerializerField)
    assert [name for name, field in fields.items() if field.read_only] == [
        "date_earliest",
        "date_latest",
    ]


def test_edtf_goes_in_and_canonical_edtf_comes_out(diary: type[Diary]) -> None:
    serializer = DiarySerializer(data={"date": " 2023-Q2 "})
    assert serializer.is_valid()
    serializer.save()
    assert JSONRenderer().render(serializer.data) == (
        b'{"date":"2023-34","date_earliest":"2023-04-01","date_latest":"2023-06-30"}'
    )
    assert diary.objects.get().date == "2023-34"


def test_empty_date_goes_in_and_out(diary: type[Diary]) -> None:
    serializer = DiarySerializer(data={"date": ""})
    assert serializer.is_valid()
    serializer.save()
    assert serializer.data == {"date": "", "date_earliest": None, "date_latest": None}
    assert diary.objects.count() == 1


def test_required_field_refuses_an_empty_date() -> None:
    field = PartialDateSerializerField()
    with pytest.raises(serializers.ValidationError) as refusal:
        field.run_validation("")
    assert refusal.value.get_codes() == ["blank"]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("2023-02-30", "no_such_day"),
        ("2023-06-26/2023-06-01", "ends_before_start"),
        ("9" * 10_000, "too_long"),
        ("\x00", "malformed"),
        (None, "null"),
        ([2023], "invalid"),
        (True, "invalid"),
    ],
)
def test_bad_date_is_a_validation_error(given: object, code: str) -> None:
    serializer = DiarySerializer(data={"date": given})
    assert serializer.is_valid() is False
    codes = {
        name: [error.code for error in errors]
        for name, errors in serializer.errors.items()
    }
    assert codes == {"date": [code]}


def test_bounds_sent_by_a_client_are_ignored(diary: type[Diary]) -> None:
    serializer = DiarySerializer(data={"date": "2023", "date_earliest": "1999-01-01"})
    assert serializer.is_valid()
    serializer.save()
    assert diary.objects.get().date_earliest == date(2023, 1, 1)


def test_other_properties_are_serialised_as_usual() -> None:
    class NamedSerializer(PartialDateModelSerializer[Diary]):
        class Meta:
            model = Diary
            fields = ("date", "__str__")

    assert NamedSerializer(Diary(date="2023")).data == {
        "date": "2023",
        "__str__": "2023",
    }


def test_openapi_describes_edtf() -> None:
    router = SimpleRouter()
    router.register("diary", DiaryViewSet)
    generator = SchemaGenerator(patterns=router.urls)  # type: ignore[no-untyped-call]
    schema = generator.get_schema(public=True)  # type: ignore[no-untyped-call]
    properties = schema["components"]["schemas"]["Diary"]["properties"]
    bound = {"type": ["string", "null"], "format": "date", "readOnly": True}
    # The framework writes "or empty" as an alternative of its own.
    description = {"description": SCHEMA["description"]}
    text = {key: SCHEMA[key] for key in SCHEMA if key != "description"}
    empty = {"type": "string", "maxLength": 0}
    assert properties == {
        "date": {**description, "oneOf": [text, empty]},
        "date_earliest": bound,
        "date_latest": bound,
    }
    parameters = schema["paths"]["/diary/"]["get"]["parameters"]
    assert [item for item in parameters if item["name"] == "date"] == [
        {
            "in": "query",
            "name": "date",
            "description": (
                "May fall in this period, such as 2023-06 or 2023-06-01/2023-09."
            ),
            "schema": {"type": "string", "format": "edtf", "example": "2023-06"},
        }
    ]
