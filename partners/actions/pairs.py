"""Two records that are, or were, one: rights, locks and where they lead."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from django.db import models, transaction

from chancery import actions
from chancery.models import User
from chancery.models.mergeable import Mergeable
from chancery.refusals import NotFound
from partners.models.merge import Merge

M = TypeVar("M", bound=Mergeable)


def require_merging(model: type[models.Model], by: User) -> None:
    """Stop unless the role lets the user change such records and put them away."""
    actions.require(by, actions.permission_of(model, "change"))
    actions.require(by, actions.permission_of(model, "delete"))


def comparable(model: type[models.Model]) -> "list[models.Field[Any, Any]]":
    """Return the fields in which two records can differ."""
    return [
        field
        for field in model._meta.concrete_fields
        if field.editable
        and not field.primary_key
        and not isinstance(field, models.GeneratedField)
    ]


@contextmanager
def rolled_back() -> Iterator[None]:
    """Do it, and take all of it back: what was seen on the way is a preview."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def locked(
    first: M, second: M, *, by: User, versions: tuple[int, int] | None
) -> tuple[M, M]:
    """Lock both, always in the same order: two mergers then wait for each other."""
    seen = versions or (None, None)
    pairs = sorted(((first, seen[0]), (second, seen[1])), key=lambda pair: pair[0].pk)
    rows = {
        record.pk: actions.lock(record, by=by, version=version, archived_too=True)
        for record, version in pairs
    }
    return rows[first.pk], rows[second.pk]


def column_of(record: models.Model, name: str) -> str:
    """Return the name of a field's own column."""
    attname: str = record._meta.get_field(name).attname  # type: ignore[union-attr]
    return attname


def merge_of(merged: Mergeable, *, by: User) -> Merge | None:
    """Return the merge by which a record went, where the user may see it."""
    rows = Merge.objects.visible_to(by).filter(undone_at=None)
    kind = merged._meta.model_name
    return rows.filter(**{f"merged_{kind}": merged}).order_by("-pk").first()


def survivor_of(merged: Mergeable, *, by: User) -> Mergeable:
    """Return the record that a merged one leads to; ``NotFound`` where it is hidden."""
    rows: Any = type(merged)._default_manager
    found: Mergeable | None = (
        rows.nameable_by(by).filter(pk=merged.merged_into_id).first()
    )
    if found is None:
        raise NotFound
    return found
