"""What a page may load: rows and their relations, each through ``visible_to``.

``select_related`` would join records the user may not see. Relations are prefetched
through the choke point instead, so that such a record is as good as absent, and the
number of queries depends on the relations shown, never on the rows.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import models
from django.db.models import Prefetch, prefetch_related_objects

from chancery.scope import AnyUser, Scoped

AnyRows = models.QuerySet[Any]


def visible(model: type[models.Model], user: AnyUser) -> AnyRows:
    """Return the rows that the user may see and that can be named to the user.

    A row that cannot be without another record (a post without its partner) cannot be
    shown without naming it, so it is left out where that record is.
    """
    if not issubclass(model, Scoped):
        return model._default_manager.all()
    rows: AnyRows = model._default_manager.nameable_by(user)
    return rows


def sighted(rows: AnyRows, user: AnyUser, paths: Iterable[str]) -> AnyRows:
    """Load the relations at the ends and along the way of ``paths``, visible ones only.

    An optional relation to a record that the user may not see reads as None; a
    many-valued one leaves such rows out.
    """
    loads = _loads(rows.model, user, paths)
    return rows.prefetch_related(*loads) if loads else rows


def load(rows: Sequence[Any], user: AnyUser, paths: Iterable[str]) -> None:
    """Load the same for rows at hand, all of one model."""
    if rows:
        prefetch_related_objects(rows, *_loads(type(rows[0]), user, paths))


def _loads(of: type[models.Model], user: AnyUser, paths: Iterable[str]) -> list[Any]:
    done: set[str] = set()
    loads: list[Any] = []
    for path in paths:
        model, so_far = of, ""
        for step in path.split("__"):
            target = model._meta.get_field(step).related_model
            assert isinstance(target, type)  # noqa: S101 - a path names relations
            so_far = f"{so_far}__{step}" if so_far else step
            if so_far not in done:
                done.add(so_far)
                found = visible(target, user).order_by("pk")
                loads.append(Prefetch(so_far, queryset=found))
            model = target
    return loads


def relations(model: type[models.Model]) -> list[models.ForeignKey[Any, Any]]:
    """Return a model's relations to one row of another."""
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey)
    ]
