"""What happened to a row since somebody read it: the ground for merging two edits.

Read from the history by version, under the rules of ``chancery.timeline``: nothing from
before a record came down to the user's clearance, no name of what is hidden.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.text import capfirst

from chancery.models.user import User
from chancery.scope import AnyUser, Scoped, scope_of
from chancery.timeline import (
    MOST,
    SILENT,
    Names,
    actor_of,
    history_of,
    open_since,
    seen_paths,
    signature_of,
)


@dataclass(frozen=True)
class Signature:
    """Who wrote a state, when and why."""

    who: str
    at: datetime
    why: str


@dataclass(frozen=True)
class Moved:
    """One field that somebody else changed: what it was, what it is, and who."""

    label: str
    was: str
    now: str
    signed: Signature | None


def states_since(row: Scoped, version: int, *, user: AnyUser) -> list[Any]:
    """Return a row's states from a version on, oldest first, as far as one may read."""
    model = type(row)
    rows = _readable(model, user).filter(pgh_obj_id=row.pk, version__gte=version)
    since = open_since(row, user)
    if since is not None:
        rows = rows.filter(pgh_created_at__gte=since)
        if "" in model.scope_paths:
            rows = rows.filter(classification__lte=scope_of(user).clearance)
    return list(rows.exclude(pgh_label="delete").order_by("pgh_id")[:MOST])


def removal(
    model: type[Scoped], key: object, *, of: models.Model, by: str, user: AnyUser
) -> Any:  # noqa: ANN401 - a state, of a model made at run time
    """Return the last state of a part that was taken off its record ``of``, or None.

    ``by`` is the relation that tied them. A key that never was such a part, or of one
    that the user may not read, gives None as well.
    """
    if not str(key).isdecimal():
        return None
    rows = _readable(model, user).filter(pgh_obj_id=int(str(key)))
    since = open_since(of, user) if isinstance(of, Scoped) else None
    if since is not None:
        rows = rows.filter(pgh_created_at__gte=since)
    last = rows.order_by("-pgh_id").first()
    if last is None or last.pgh_label != "delete" or getattr(last, f"{by}_id") != of.pk:
        return None
    return last


def _readable(model: type[Scoped], user: AnyUser) -> models.QuerySet[Any]:
    """Return the states that speak of nothing hidden."""
    rows = history_of(model)._default_manager.select_related("pgh_context")
    for path, seen in seen_paths(model, user).items():
        rows = rows.filter(Q(**{f"{path}_id": None}) | Q(**{f"{path}_id__in": seen}))
    found: models.QuerySet[Any] = rows
    return found


class Reader:
    """Says in words what states hold and who wrote them; asks for each name once."""

    def __init__(self, user: AnyUser, states: Iterable[Any]) -> None:
        """Look up the names that the states, or rows, speak of."""
        known = [state for state in states if state is not None]
        self.names = Names(user)
        self.names.collect(known)
        written = [state for state in known if hasattr(state, "pgh_context")]
        self._people = User.objects.in_bulk(
            {signature_of(state).get("user") for state in written} - {None}
        )

    def signature(self, state: Any) -> Signature:  # noqa: ANN401 - a state
        """Return who wrote a state, when and why."""
        signed = signature_of(state)
        person = self._people.get(signed.get("user") or 0)
        return Signature(
            actor_of(person, signed), state.pgh_created_at, signed.get("reason", "")
        )

    def last_change(self, field: Any, states: list[Any]) -> Signature | None:  # noqa: ANN401
        """Return who last gave a field another value in a row's states."""
        found = None
        for before, state in pairwise(states):
            if getattr(before, field.attname) != getattr(state, field.attname):
                found = state
        return self.signature(found) if found is not None else None

    def moved(
        self,
        row: Any,  # noqa: ANN401 - a row of any domain model
        states: list[Any],
        *,
        but: Iterable[str] = (),
    ) -> list[Moved]:
        """Return what differs between the first of the states and the row."""
        if not states:
            return []
        left_out = {*SILENT, *but}
        return [
            Moved(
                capfirst(str(field.verbose_name)),
                self.names.shown(field, states[0]),
                self.names.shown(field, row),
                self.last_change(field, states),
            )
            for field in tracked(type(row))
            if field.name not in left_out
            and self.names.shown(field, states[0]) != self.names.shown(field, row)
        ]


def tracked(model: type[models.Model]) -> list[Any]:
    """Return the fields whose past the history keeps."""
    kept = {field.name for field in history_of(model)._meta.concrete_fields}
    return [field for field in model._meta.concrete_fields if field.name in kept]


def moved_since(row: Scoped, version: int, *, user: AnyUser) -> list[Moved]:
    """Return what others changed in a row since somebody read that version of it."""
    now = type(row)._default_manager.visible_to(user).filter(pk=row.pk).first()
    if now is None:
        return []
    states = states_since(now, version, user=user)
    if not states or states[0].version != version:
        return []
    return Reader(user, [*states, now]).moved(now, states)
