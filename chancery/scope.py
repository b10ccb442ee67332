"""The one choke point for who may see and who may write what.

Every domain queryset is a ``ScopedQuerySet``; every face starts from
``visible_to(user)`` and every write from ``editable_by(user)``. What the user is
to the house (clearance, desks) is answered by ``settings.CHANCERY_SCOPE``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, Self, TypeVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.module_loading import import_string

from chancery.classification import scheme

AnyUser = AbstractBaseUser | AnonymousUser
M = TypeVar("M", bound=models.Model)


@dataclass(frozen=True)
class Scope:
    """What one user may see and write.

    ``clearance`` is the highest classification level the user may read, -1 for none;
    ``desk_ids`` are the desks whose records the user may write, all of them (and
    the records of no desk) where ``all_desks`` is true.
    """

    clearance: int = -1
    desk_ids: frozenset[int] = frozenset()
    all_desks: bool = False


def scope_of(user: AnyUser) -> Scope:
    """Return the user's scope, asked once per user object (so once per request)."""
    if getattr(user, "is_system", False):
        return Scope(clearance=scheme().ceiling_level, all_desks=True)
    if not user.is_authenticated or not user.is_active:
        return Scope()
    scope: Scope | None = getattr(user, "_chancery_scope", None)
    if scope is None:
        scope = import_string(settings.CHANCERY_SCOPE)(user)
        user._chancery_scope = scope  # type: ignore[attr-defined]  # noqa: SLF001 - kept on the user, who lives as long as the request
    return scope


class ScopedQuerySet(models.QuerySet[M]):
    """A queryset that knows how to keep to what a user may see or write."""

    def visible_to(self, user: AnyUser) -> Self:
        """Keep the rows whose every classified record the user is cleared for."""
        return self.filter(scope_q(self.model, scope_of(user)))

    def nameable_by(self, user: AnyUser) -> Self:
        """Keep the visible rows whose names speak of nothing that is hidden.

        A row that cannot be without another record (a post without its partner) is
        called by it, so it is left out where that record is.
        """
        return self.visible_to(user).filter(_needed_q(self.model, scope_of(user)))

    def editable_by(self, user: AnyUser) -> Self:
        """Keep the visible rows that belong to a desk the user writes for."""
        return self.visible_to(user).filter(desk_q(self.model, scope_of(user)))

    def current(self) -> Self:
        """Leave archived records out."""
        return self.filter(archived_at=None)

    def get_by_natural_key(self, *key: Any) -> M:  # noqa: ANN401
        """Return the row that a fixture or a URL names."""
        names = self.model.natural_fields  # type: ignore[attr-defined]
        lookups: dict[str, Any] = {}
        for name, value in zip(names, key, strict=True):
            path = name
            if self.model._meta.get_field(name).is_relation:
                path = f"{name}__isnull" if value is None else f"{name}__reference"
            lookups[path] = True if path.endswith("__isnull") else value
        return self.get(**lookups)


class Scoped(models.Model):
    """A model under the choke point.

    ``scope_paths`` are the relations that lead to the classified records a row
    speaks of; ``""`` is the row itself. All of them must be visible for the row to
    be. The first one that is set owns the row: its desk decides who may write.
    """

    scope_paths: ClassVar[tuple[str, ...]] = ("",)
    desk_field: ClassVar[str | None] = "desk"
    natural_fields: ClassVar[tuple[str, ...]] = ()
    # True where triggers write the rows and no person ever does.
    is_written_by_database: ClassVar[bool] = False

    objects = ScopedQuerySet.as_manager()

    class Meta:
        abstract = True

    def natural_key(self) -> tuple[Any, ...]:
        """Return what names this row in fixtures: values, relations by reference."""
        key = []
        for name in self.natural_fields:
            value = getattr(self, name)
            key.append(getattr(value, "reference", value))
        return tuple(key)


def _target(model: type[models.Model], path: str) -> type[models.Model]:
    for step in filter(None, path.split("__")):
        related = model._meta.get_field(step).related_model
        assert isinstance(related, type)  # noqa: S101 - a scope path names relations
        model = related
    return model


def _join(*parts: str) -> str:
    return "__".join(part for part in parts if part)


def _is_nullable(model: type[models.Model], path: str) -> bool:
    if not path:
        return False
    first, _, rest = path.partition("__")
    field = model._meta.get_field(first)
    return bool(field.null) or _is_nullable(_target(model, first), rest)


def _is_plain(model: type[models.Model], path: str) -> bool:
    """Tell whether a scope path ends at a record that stands for itself alone."""
    return not path or _target(model, path).scope_paths == ("",)  # type: ignore[attr-defined]


def _exists(
    target: type[models.Model],
    condition: Callable[[type[models.Model], Scope], Q],
    scope: Scope,
    path: str,
) -> Q:
    """Return the condition on a related row that itself speaks of other records.

    A sub-query, because joins would multiply: a citation may lead to any of nine
    kinds of rows and through them to sixty tables, which PostgreSQL took 180 ms to
    plan; so it plans nine small queries and runs the one that applies.
    """
    rows = target._default_manager.filter(condition(target, scope))
    return Q(Exists(rows.filter(pk=OuterRef(f"{path}_id"))))


# An empty Q is neutral, not true: ``nothing | Q()`` would still be nothing.
_NOTHING = Q(pk__in=[])
_EVERYTHING = ~_NOTHING


def scope_q(model: type[models.Model], scope: Scope, prefix: str = "") -> Q:
    """Return the condition under which rows of ``model`` are visible."""
    if scope.clearance < 0:
        return _NOTHING
    condition = Q()
    for path in model.scope_paths:  # type: ignore[attr-defined]
        own = _join(prefix, path)
        if _is_plain(model, path):
            visible = Q(**{_join(own, "classification__lte"): scope.clearance})
        else:
            visible = _exists(_target(model, path), scope_q, scope, own)
        if _is_nullable(model, path):
            visible |= Q(**{_join(own, "isnull"): True})
        condition &= visible
    return condition


def desk_q(model: type[models.Model], scope: Scope, prefix: str = "") -> Q:
    """Return the condition under which visible rows of ``model`` may be written."""
    if scope.all_desks:
        return _EVERYTHING
    condition = _NOTHING
    taken = _EVERYTHING
    for path in model.scope_paths:  # type: ignore[attr-defined]
        own = _join(prefix, path)
        desk: str | None = model.desk_field  # type: ignore[attr-defined]
        if path and _is_plain(model, path):
            writable = desk_q(_target(model, path), scope, own)
        elif path:
            writable = _exists(_target(model, path), desk_q, scope, own)
        elif desk is None:
            writable = _EVERYTHING
        else:
            writable = Q(**{f"{_join(own, desk)}__in": scope.desk_ids})
        if not _is_nullable(model, path):
            return condition | (taken & writable)
        is_set = Q(**{_join(own, "isnull"): False})
        condition |= taken & is_set & writable
        taken &= ~is_set
    return condition


def _needed_q(model: type[models.Model], scope: Scope, prefix: str = "") -> Q:
    """Return the condition under which all that a row cannot be without is visible."""
    condition = Q()
    for field in model._meta.concrete_fields:
        target = field.related_model
        if field.null or not (isinstance(target, type) and issubclass(target, Scoped)):
            continue
        path = _join(prefix, field.name)
        condition &= scope_q(target, scope, path) & _needed_q(target, scope, path)
    return condition
