"""Which rows go into which fixture, and which of their columns."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from graphlib import TopologicalSorter
from typing import Any, Final

from django.db import models

from engagements import models as engagements
from partners import models as partners
from seeds.models import Source

Model = type[models.Model]
# A row as a fixture has it: field names to JSON values, relations as natural keys.
Content = dict[str, Any]
Key = tuple[Any, ...]

FILES: Final[dict[str, tuple[Model, ...]]] = {
    "sources": (Source,),
    "desks": (partners.Desk,),
    "partners": (partners.Partner, partners.PartnerName, partners.GroupMembership),
    "places": (partners.Place, partners.PlaceName),
    "institutions": (
        partners.Institution,
        partners.InstitutionName,
        partners.Post,
    ),
    "people": (partners.Person, partners.PersonName, partners.Tenure),
    "relations": (
        partners.RelationTier,
        partners.RelationStep,
        engagements.RelationBasis,
        partners.Indicator,
    ),
    "initiatives": (
        engagements.Initiative,
        engagements.InitiativePartner,
        engagements.InitiativeAmount,
    ),
    "agreements": (
        engagements.Agreement,
        engagements.AgreementParty,
        engagements.AgreementLink,
        engagements.AgreementEvent,
        engagements.AgreementEventPlace,
        engagements.ProcedureStep,
    ),
    "meetings": (
        engagements.MeetingSeries,
        engagements.SeriesParty,
        engagements.Meeting,
        engagements.MeetingPartner,
        engagements.Participation,
        engagements.MeetingStatusChange,
    ),
    "commitments": (
        engagements.Commitment,
        engagements.CommitmentParty,
        engagements.CommitmentInstitution,
        engagements.CommitmentAmount,
        engagements.Mention,
        engagements.Succession,
        engagements.ProgressUpdate,
    ),
    "citations": (partners.PartnersCitation, engagements.EngagementsCitation),
}
# What belongs to an installation, and what its database derives by itself.
_INSTALLATION: Final = frozenset({"version", "created_at", "updated_at", "merged_into"})
_DERIVED: Final[dict[Model, str]] = {
    engagements.Agreement: "status",
    partners.Tenure: "is_exclusive",
}


def label(model: Model) -> str:
    """Return what a fixture calls a model."""
    return model._meta.label_lower


@cache
def loading_order() -> tuple[Model, ...]:
    """Return all models of the fixtures, each after those that it refers to."""
    listed = [model for group in FILES.values() for model in group]
    sorter = TopologicalSorter(
        {
            model: sorted(
                (
                    target
                    for field in columns(model)
                    if (target := field.related_model) in listed and target != model
                ),
                key=listed.index,
            )
            for model in listed
        }
    )
    return tuple(sorter.static_order())


@cache
def columns(model: Model) -> "tuple[models.Field[Any, Any], ...]":
    """Return the fields that a fixture holds, in the model's order."""
    return tuple(
        field
        for field in model._meta.concrete_fields
        if not field.primary_key
        and not isinstance(field, models.GeneratedField)
        and field.name not in _INSTALLATION
        and field.name != _DERIVED.get(model)
    )


@cache
def natural_fields(model: Model) -> tuple[str, ...]:
    """Return the names of the fields that name a row."""
    names: tuple[str, ...] = model.natural_fields  # type: ignore[attr-defined]
    return names


def key_of(model: Model, content: Content) -> Key:
    """Return what names a row; a relation stands in it by its own name."""
    return tuple(
        value[0] if isinstance(value := content[name], list) else value
        for name in natural_fields(model)
    )


def sorting(key: Key) -> str:
    """Return by what rows are put in order, whatever the types in their keys.

    Counted things sort as numbers: the tenth place comes after the ninth.
    """
    return json.dumps(
        [f"{part:08d}" if isinstance(part, int) else part or "" for part in key],
        ensure_ascii=False,
    )


def defaults(model: Model) -> Content:
    """Return what a fixture leaves unsaid."""
    return {
        field.name: None if field.is_relation else plain(field.get_default())
        for field in columns(model)
    }


def plain(value: Any) -> Any:  # noqa: ANN401 - any column's value
    """Return a column's value as JSON has it."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, Decimal):
        return str(value)
    return value


def name_of(target: Model) -> str:
    """Return the field by which a fixture names rows of a model it refers to."""
    return "reference" if hasattr(target, "natural_fields") else "username"


def rows(queryset: "models.QuerySet[Any]") -> Iterator[tuple[int, Content]]:
    """Yield every row's primary key and content, in one query."""
    model: Model = queryset.model
    fields = columns(model)
    paths = [_path(field) for field in fields]
    for pk, *values in queryset.order_by().values_list("pk", *paths):
        pairs = zip(fields, values, strict=True)
        yield pk, {field.name: _shown(field, value) for field, value in pairs}


def _path(field: "models.Field[Any, Any]") -> str:
    target = field.related_model
    if isinstance(target, type):
        return f"{field.name}__{name_of(target)}"
    return field.attname


def _shown(field: "models.Field[Any, Any]", value: Any) -> Any:  # noqa: ANN401
    if value is None:
        return None
    return [value] if field.is_relation else plain(value)


def without_defaults(model: Model, content: Content) -> Content:
    """Return a row's content without what goes without saying."""
    unsaid = defaults(model)
    return {name: value for name, value in content.items() if value != unsaid[name]}
