"""Two records become one, with all that refers to them, and two again."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import models
from pghistory.models import Event

from chancery.merging.policies import declared, relations_to
from chancery.models import User
from chancery.models.mergeable import Mergeable
from partners.actions.merging import merge
from partners.actions.unmerging import undo_merge
from partners.models import Merge
from tests.builders import AT, make_merge, make_user
from tests.domain import MAKE, MODELS

pytestmark = pytest.mark.django_db

KINDS: list[type[Mergeable]] = [
    model for model in MODELS if issubclass(model, Mergeable)
]
# What counts up whenever a row is touched, and says nothing of it.
BOOKKEEPING = {"version", "updated_at"}


def every_relation() -> Iterator[Any]:
    for model in KINDS:
        for relation in relations_to(model):
            name = f"{relation.model.__name__}.{relation.name}-{model.__name__}"
            yield pytest.param(model, relation.model, relation.name, id=name)


def row_that_names(model: type[models.Model], name: str, record: Mergeable) -> Any:  # noqa: ANN401
    """Make a row of the model that leads to the record by one of its relations."""
    given: dict[str, Any] = {name: record}
    if model is Merge:
        return make_merge(**given)
    if name == "stands_in_for":
        given["capacity"] = "standing_in"
    elif name == "merged_into":
        given |= {"archived_at": AT, "archived_by": make_user(), "archive_reason": "!"}
    return MAKE[model](**given)


def related(model: type[models.Model]) -> list[Any]:
    fields = model._meta.get_fields(include_hidden=True)
    return [one for one in fields if one.auto_created and not one.concrete]


def stored(row: models.Model) -> dict[str, Any]:
    (values,) = type(row)._default_manager.filter(pk=row.pk).values()
    return {name: one for name, one in values.items() if name not in BOOKKEEPING}


def test_every_relation_has_a_policy_and_every_policy_a_relation() -> None:
    there = {
        (relation.model, relation.name)
        for model in KINDS
        for relation in relations_to(model)
    }
    assert declared() == there


def test_every_relation_that_django_knows_is_found() -> None:
    for model in KINDS:
        known = {
            (found.related_model, found.field.name)
            for found in related(model)
            if not found.many_to_many and not issubclass(found.related_model, Event)
        }
        assert {(one.model, one.name) for one in relations_to(model)} == known


@pytest.mark.parametrize(("kind", "model", "name"), [*every_relation()])
def test_relation_is_led_over_and_back(
    kind: type[Mergeable], model: type[models.Model], name: str, dana: User
) -> None:
    survivor, merged = MAKE[kind](), MAKE[kind]()
    row = row_that_names(model, name, merged)
    before = [stored(one) for one in (survivor, merged, row)]
    done = merge(survivor, merged, by=dana, at=AT, reason="The same.")
    target = merged if model is Merge else survivor
    assert stored(row) == {**before[2], f"{name}_id": target.pk}
    assert stored(merged)["merged_into_id"] == survivor.pk
    returned = undo_merge(done, by=dana, at=AT)
    assert (returned.stays, returned.lost, returned.fields) == ([], [], [])
    assert [stored(one) for one in (survivor, merged, row)] == before
