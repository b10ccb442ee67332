"""What is shown was fetched through the choke point, or is not shown at all."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import models
from rest_framework import serializers

from chancery.api.fields import InstantField, LevelField
from chancery.api.permissions import seen
from chancery.api.registry import collection, collections
from chancery.api.serializers import ScopedSerializer, prepared
from chancery.models import User
from partners.models import Partner, PartnerName
from tests.builders import make_partner, make_partner_name


class Unscoped(serializers.ModelSerializer[Any]):
    class Meta:
        model = PartnerName
        fields = ("text",)


def serializer(field: Any) -> ScopedSerializer:  # noqa: ANN401 - any field
    meta = type("Meta", (), {"model": Partner, "fields": ("reference", "sly")})
    kind: Any = type(ScopedSerializer)
    made: ScopedSerializer = kind(
        "Sly", (ScopedSerializer,), {"Meta": meta, "sly": field}
    )()
    return made


@pytest.mark.parametrize(
    "field",
    [
        Unscoped(many=True, source="names", read_only=True),
        serializers.SlugRelatedField(
            slug_field="text", many=True, source="names", read_only=True
        ),
        serializers.SerializerMethodField(),
        serializers.CharField(source="desk.name", read_only=True),
    ],
    ids=["serializer", "related field", "method", "path"],
)
def test_field_that_fetches_for_itself_is_refused(field: Any, carol: User) -> None:  # noqa: ANN401 - as above
    rows = Partner.objects.all()
    with pytest.raises(TypeError, match="“sly” shows rows past the choke point"):
        prepared(rows, serializer(field), user=carol, today=date(2023, 7, 3))


def test_model_that_is_not_scoped_is_never_seen(carol: User) -> None:
    with pytest.raises(TypeError, match=r"chancery\.User is not scoped"):
        seen(User, carol)


def test_role_that_does_not_read_the_parts_is_shown_none(carol: User) -> None:
    make_partner_name()
    assert seen(PartnerName, carol).count() == 1
    group = carol.groups.get()
    group.permissions.remove(*group.permissions.filter(codename="view_partnername"))
    assert seen(PartnerName, User.objects.get(pk=carol.pk)).count() == 0


def test_one_model_has_one_collection() -> None:
    _name, viewset = collections()[Partner]
    with pytest.raises(TypeError, match="Partner has a collection already"):
        collection("partners-again")(viewset)


def test_instants_are_shown_in_utc() -> None:
    instant = datetime(2023, 7, 3, 9, 0, tzinfo=UTC)
    field = InstantField()
    assert field.to_representation(instant) == "2023-07-03T09:00:00.000000Z"


def test_levels_are_shown_by_code() -> None:
    assert [LevelField().to_representation(level) for level in range(3)] == [
        "public",
        "internal",
        "restricted",
    ]


def test_fetching_takes_one_query_for_each_relation(
    carol: User,
    django_assert_num_queries: Any,  # noqa: ANN401 - pytest-django's
) -> None:
    for _ in range(3):
        make_partner_name(partner=make_partner())
    _name, viewset = collections()[PartnerName]
    kind: Any = viewset.serializer_class
    rows: models.QuerySet[Any] = prepared(
        seen(PartnerName, carol), kind(), user=carol, today=date(2023, 7, 3)
    )
    with django_assert_num_queries(2):
        assert len(kind(rows, many=True).data) == 3
