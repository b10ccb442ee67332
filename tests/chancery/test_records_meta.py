"""What every model of the domain has, so that a new one cannot forget it."""

import re
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import EmptyResultSet
from django.db import models
from django.db.models.constraints import BaseConstraint
from pghistory.models import Event

from chancery.dates.fields import (
    EarliestField,
    EdtfIsValid,
    LatestField,
    PartialDateField,
)
from chancery.models.record import NamedPart, Part, Record
from chancery.scope import Scoped, ScopedQuerySet
from seeds.models import LoadedSeed
from tests.domain import (
    MAKE,
    MODELS,
    NAMED,
    PARTS,
    RECORDS,
    ROOMS,
    history_of,
    label,
)

each_model = pytest.mark.parametrize("model", MODELS, ids=label)
each_part = pytest.mark.parametrize("model", PARTS, ids=label)


def constraints_of(model: type[models.Model]) -> list[BaseConstraint]:
    return list(model._meta.constraints)


def names_in(condition: object) -> Iterator[str]:
    """Yield the fields that a condition or an expression speaks of."""
    if isinstance(condition, models.Q):
        for child in condition.children:
            yield from names_in(child)
    elif isinstance(condition, tuple):
        yield str(condition[0]).split("__")[0]
        yield from names_in(condition[1])
    elif isinstance(condition, models.F):
        yield str(vars(condition)["name"])
    elif isinstance(condition, models.Func):
        for source in condition.get_source_expressions():
            yield from names_in(source)


def checked_together(model: type[models.Model], *fields: str) -> bool:
    return any(
        set(fields) <= set(names_in(constraint.condition))
        for constraint in constraints_of(model)
        if isinstance(constraint, models.CheckConstraint)
    )


def test_domain_has_no_model_outside_the_choke_point() -> None:
    others = {
        model
        for model in apps.get_models()
        if model._meta.app_label in ROOMS
        and not issubclass(model, Scoped)
        and not issubclass(model, Event)
    }
    assert others == {LoadedSeed}


def test_every_model_has_a_builder() -> None:
    assert set(MAKE) == set(MODELS)


@each_model
def test_model_is_a_record_or_a_part(model: type[Scoped]) -> None:
    assert issubclass(model, Record) != issubclass(model, Part)


@each_model
def test_model_is_read_through_a_scoped_queryset(model: type[Scoped]) -> None:
    assert isinstance(model._default_manager.all(), ScopedQuerySet)
    assert model._default_manager.auto_created is False
    assert [manager.name for manager in model._meta.managers] == ["objects"]


@each_model
def test_scope_paths_lead_to_models_with_a_scope_of_their_own(
    model: type[Scoped],
) -> None:
    # That each of them hides the row is tried out in test_scope.
    assert len(set(model.scope_paths)) == len(model.scope_paths) > 0
    for path in filter(None, model.scope_paths):
        target = model._meta.get_field(path).related_model
        assert isinstance(target, type)
        assert issubclass(target, Scoped)
    if issubclass(model, Record):
        assert model.scope_paths[0] == ""


@each_model
def test_model_shows_nothing_to_the_unknown(model: type[Scoped]) -> None:
    rows = model._default_manager.visible_to(AnonymousUser())
    with pytest.raises(EmptyResultSet):
        str(rows.query)


@each_model
def test_desk_field_names_a_desk(model: type[Scoped]) -> None:
    if "" in model.scope_paths and model.desk_field is not None:
        field = model._meta.get_field(model.desk_field)
        assert field.related_model is apps.get_model("partners", "Desk")


@each_model
def test_natural_key_is_unique(model: type[Scoped]) -> None:
    wanted = set(model.natural_fields)
    assert wanted
    single = [{f.name} for f in model._meta.local_fields if f.unique]
    several = [
        set(constraint.fields)
        for constraint in model._meta.total_unique_constraints
        if constraint.nulls_distinct is False
        or not any(model._meta.get_field(name).null for name in constraint.fields)
    ]
    assert any(fields <= wanted for fields in [*single, *several])


@each_part
def test_part_shows_on_the_timeline_of_its_record(model: type[Part]) -> None:
    # A change of status is itself the database's note of a change to the meeting.
    if model.__name__ == "MeetingStatusChange":
        assert model.history_parents == ()
        return
    assert model.scope_paths[0] in model.history_parents
    for name in model.history_parents:
        target = model._meta.get_field(name).related_model
        assert isinstance(target, type)
        assert issubclass(target, Scoped)


@each_part
def test_part_dies_only_with_a_record_on_whose_timeline_it_is(
    model: type[Part],
) -> None:
    owners = {
        field.name
        for field in model._meta.local_fields
        if isinstance(field, models.ForeignKey)
        and field.remote_field.on_delete is models.CASCADE
    }
    assert owners <= set(model.history_parents)


@pytest.mark.parametrize("model", RECORDS, ids=label)
def test_record_is_never_deleted_along_with_another(model: type[Record]) -> None:
    for field in model._meta.local_fields:
        if isinstance(field, models.ForeignKey):
            assert field.remote_field.on_delete is models.PROTECT


@pytest.mark.parametrize("model", NAMED, ids=label)
def test_named_model_has_a_prefix_of_its_own(
    model: type[Record] | type[NamedPart],
) -> None:
    same = [other for other in NAMED if other.prefix == model.prefix]
    assert same == [model]
    assert re.fullmatch(r"[A-Z]{3}", model.prefix)


@each_model
def test_partial_date_has_its_bounds_and_its_check(model: type[Scoped]) -> None:
    for date in model._meta.local_fields:
        if not isinstance(date, PartialDateField):
            continue
        earliest = model._meta.get_field(f"{date.name}_earliest")
        latest = model._meta.get_field(f"{date.name}_latest")
        assert isinstance(earliest, EarliestField)
        assert isinstance(latest, LatestField)
        assert {earliest.source, latest.source} == {date.name}
        checks = [
            constraint
            for constraint in constraints_of(model)
            if isinstance(constraint, models.CheckConstraint)
            and isinstance(constraint.condition, EdtfIsValid)
            and list(names_in(constraint.condition)) == [date.name]
        ]
        assert [check.name for check in checks] == [
            f"{model._meta.app_label}_{model._meta.model_name}_{date.name}_is_edtf"
        ]


@each_model
def test_instant_and_its_author_stand_or_fall_together(model: type[Scoped]) -> None:
    fields = {field.name: field for field in model._meta.local_fields}
    for name, at in fields.items():
        by = fields.get(name.removesuffix("_at") + "_by")
        if not name.endswith("_at") or by is None:
            continue
        if (model.__name__, name) == ("MeetingStatusChange", "changed_at"):
            # Raw SQL may come unsigned, and is written down all the same.
            assert not at.null
            continue
        assert (not at.null and not by.null) or checked_together(model, name, by.name)


@each_model
def test_constraint_is_named_as_a_sentence(model: type[Scoped]) -> None:
    for constraint in constraints_of(model):
        name = constraint.name
        assert re.fullmatch(rf"{model._meta.app_label}(_[a-z0-9]+){{3,}}", name)
        # PostgreSQL cuts longer names off.
        assert len(name) <= 63


def test_constraint_names_are_distinct() -> None:
    names = [c.name for model in MODELS for c in constraints_of(model)]
    assert len(names) == len(set(names))


@each_model
def test_history_keeps_every_column_that_is_written(model: type[Scoped]) -> None:
    kept = {field.name for field in history_of(model)._meta.local_fields}
    written = {
        field.name
        for field in model._meta.local_fields
        if not isinstance(field, models.GeneratedField)
    }
    assert written <= kept
    assert {"pgh_id", "pgh_obj", "pgh_label", "pgh_created_at", "pgh_context"} <= kept


@pytest.mark.parametrize("model", RECORDS, ids=label)
def test_record_is_archived_with_author_and_reason_only(model: type[Record]) -> None:
    assert checked_together(model, "archived_at", "archived_by", "archive_reason")
