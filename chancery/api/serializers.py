"""How records are shown, and how all that is shown of them is fetched.

What is fetched follows from what is shown: ``prepared`` walks a serializer's fields
and fetches every relation through the choke point, in one query each, however many
rows there are. A serializer cannot show a relation that was not fetched so.
"""

from collections.abc import Iterable, Mapping, MutableMapping
from datetime import date
from functools import cache
from typing import Any, ClassVar

from django.db import models
from django.db.models import Prefetch
from rest_framework import serializers

from chancery.api.briefs import briefs
from chancery.api.fields import InstantField, LevelField, Related, RelatedList
from chancery.api.permissions import seen
from chancery.dates.api import PartialDateModelSerializer
from chancery.models.record import Record
from chancery.scope import AnyUser
from chancery.words import WordsField

# What all records carry; it comes last.
_BOOKKEEPING = (
    "classification",
    "version",
    "created_at",
    "updated_at",
    "archived_at",
    "archived_by",
    "archive_reason",
)
_LEVELS = frozenset({"classification", "clearance"})
# Fields that fetch for themselves, past ``prepared``.
_REACHING_OUT = (
    serializers.BaseSerializer,
    serializers.RelatedField,
    serializers.ManyRelatedField,
    serializers.SerializerMethodField,
    serializers.ModelField,
)


def columns(
    model: type[models.Model], *, without: Iterable[str] = ()
) -> tuple[str, ...]:
    """Return the names of what a row holds: its reference, its own, the bookkeeping.

    Integer keys stay inside.
    """
    names = [
        field.name
        for field in model._meta.concrete_fields
        if not field.primary_key
        and not isinstance(field, WordsField)
        and field.name not in {*without}
    ]
    return (
        *(name for name in names if name == "reference"),
        *(name for name in names if name not in {"reference", *_BOOKKEEPING}),
        *(name for name in names if name in _BOOKKEEPING),
    )


class ScopedSerializer(PartialDateModelSerializer[Any]):
    """A row with its relations in brief; for reading only.

    ``Meta.order`` sorts the rows where they are parts of another. ``Meta.hidden_with``
    names fields that make no sense without a relation, (relation, value instead): they
    are hidden where it is, so that nothing points at what the user may not see.
    """

    serializer_field_mapping: ClassVar[Any] = {
        **PartialDateModelSerializer.serializer_field_mapping,
        models.DateTimeField: InstantField,
        # An address may be empty, which is none.
        models.URLField: serializers.CharField,
    }

    @classmethod
    def derived(
        cls,
        *,
        user: AnyUser,  # noqa: ARG003 - for subclasses, as below
        today: date,  # noqa: ARG003
    ) -> Mapping[str, Any]:
        """Return annotations: fields that the database works out when it reads."""
        return {}

    def get_extra_kwargs(self) -> dict[str, Any]:
        """Make every field read-only: writing is the actions' business."""
        return {name: {"read_only": True} for name in self.Meta.fields}

    def get_uniqueness_extra_kwargs(
        self,
        field_names: Any,  # noqa: ANN401, ARG002 - DRF's signature
        declared_fields: Any,  # noqa: ANN401, ARG002 - as above
        extra_kwargs: dict[str, Any],
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """Add nothing: DRF prepares fields for checks that writing would need."""
        return extra_kwargs, {}

    def build_standard_field(
        self,
        field_name: str,
        model_field: Any,  # noqa: ANN401 - DRF's signature
    ) -> tuple[Any, Any]:
        """Show levels by code, and let choices be empty where the column may be."""
        if field_name in _LEVELS:
            return LevelField, {}
        kind, options = super().build_standard_field(field_name, model_field)
        if "choices" in options and model_field.blank:
            options["choices"] = [("", "–"), *dict(options["choices"]).items()]
        return kind, options

    def build_relational_field(
        self,
        field_name: str,  # noqa: ARG002 - DRF's signature, as below
        relation_info: Any,  # noqa: ANN401
    ) -> tuple[Any, Any]:
        """Show relations in brief: one, or the list of those that point here."""
        kind = RelatedList if relation_info.to_many else Related
        return kind, {"model": relation_info.related_model}

    def include_extra_kwargs(
        self, kwargs: MutableMapping[str, Any], extra_kwargs: MutableMapping[str, Any]
    ) -> MutableMapping[str, Any]:
        """Leave relations alone: they are read-only by nature."""
        if "model" in kwargs:
            return kwargs
        return super().include_extra_kwargs(kwargs, extra_kwargs)

    def to_representation(self, instance: Any) -> dict[str, Any]:  # noqa: ANN401 - a row
        """Show the row, less what only points at something hidden."""
        shown: dict[str, Any] = super().to_representation(instance)
        hidden_with = getattr(self.Meta, "hidden_with", {})
        for name, (relation, instead) in hidden_with.items():
            if shown.get(relation) is None:
                shown[name] = instead
        return shown


def parts(
    serializer: type[ScopedSerializer],
    *,
    inside: str | Iterable[str],
    source: str | None = None,
) -> ScopedSerializer:
    """Return the field that shows a record's parts, without their way back to it."""
    left_out = frozenset({inside} if isinstance(inside, str) else inside)
    options: dict[str, Any] = {} if source is None else {"source": source}
    return _inside(serializer, left_out)(many=True, read_only=True, **options)


@cache
def _inside(
    serializer: type[ScopedSerializer], left_out: frozenset[str]
) -> type[ScopedSerializer]:
    """Return the serializer less some fields; the same one however often asked."""
    meta: Any = serializer.Meta
    kept = tuple(name for name in meta.fields if name not in left_out)
    owner = "_".join(left_out) if len(left_out) == 1 else "record"
    name = serializer.__name__.removesuffix("Serializer")
    kind: Any = type(serializer)
    nested: type[ScopedSerializer] = kind(
        f"{name}In{owner.title().replace('_', '')}",
        (serializer,),
        {
            "Meta": type("Meta", (meta,), {"fields": kept}),
            "__doc__": serializer.__doc__,
            "__module__": serializer.__module__,
        },
    )
    return nested


def prepared(
    rows: models.QuerySet[Any],
    serializer: ScopedSerializer,
    *,
    user: AnyUser,
    today: date,
) -> models.QuerySet[Any]:
    """Return the rows with all that the serializer shows of them and around them."""
    rows = rows.annotate(**serializer.derived(user=user, today=today))
    return rows.prefetch_related(
        *(
            Prefetch(str(field.source), queryset=related)
            for field in serializer.fields.values()
            if (related := _related(field, user=user, today=today)) is not None
        )
    )


def _related(
    field: Any,  # noqa: ANN401 - a DRF field
    *,
    user: AnyUser,
    today: date,
) -> models.QuerySet[Any] | None:
    """Return what a field shows of other rows; None where it shows a plain value."""
    if isinstance(field, Related):
        return briefs(field.model, user)
    if isinstance(field, RelatedList):
        # Django tells by this column which row each belongs to.
        owner: Any = field.parent
        relation = owner.Meta.model._meta.get_field(str(field.source))
        back = relation.field.name
        rows = briefs(field.model, user).only("reference", back)
        return _current(rows).order_by("reference")
    many = isinstance(field, serializers.ListSerializer)
    nested = field.child if many else field
    if isinstance(nested, ScopedSerializer):
        meta: Any = nested.Meta
        rows = seen(meta.model, user)
        if many:
            rows = _current(rows).order_by(*getattr(meta, "order", ()), "pk")
        return prepared(rows, nested, user=user, today=today)
    reaches_out = isinstance(nested, _REACHING_OUT) or "." in str(field.source)
    if reaches_out:
        raise TypeError(f"“{field.field_name}” shows rows past the choke point.")
    return None


def _current(rows: models.QuerySet[Any]) -> models.QuerySet[Any]:
    """Leave out archived records where they are shown inside another."""
    return rows.filter(archived_at=None) if issubclass(rows.model, Record) else rows
