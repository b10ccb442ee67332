"""What becomes of every relation to a record that is merged into another.

Each room declares it for its own models, beside them. There is no default: a relation
that nobody has thought about stops a merge, and a test finds it before that.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Final

from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.db import models
from pghistory.models import Event


class Clash(StrEnum):
    """What becomes of a row that cannot move because the other record has its like.

    ``REFUSE``: a person has to settle it first; an archived row stays where it is.
    ``LEAVE``: it stays with the record that goes, where it can still be read.
    ``DROP``: it is taken off, if it says nothing that the other row does not say.
    """

    REFUSE = "refuse"
    LEAVE = "leave"
    DROP = "drop"


@dataclass(frozen=True)
class Policy:
    """What becomes of the rows of one relation.

    ``once_per`` names a relation of the row: of one such record, two rows must not
    come to name the same record by a merge (the two sides of one undertaking).
    """

    moves: bool = True
    clash: Clash = Clash.REFUSE
    once_per: str = ""


MOVE: Final = Policy()
MOVE_OR_LEAVE: Final = Policy(clash=Clash.LEAVE)
MOVE_OR_DROP: Final = Policy(clash=Clash.DROP)
STAY: Final = Policy(moves=False)

_POLICIES: dict[tuple[type[models.Model], str], Policy] = {}


def declare(policies: Mapping[type[models.Model], Mapping[str, Policy]]) -> None:
    """Say for models of a room what becomes of their relations."""
    for model, fields in policies.items():
        for name, policy in fields.items():
            _POLICIES[model, name] = policy


def declared() -> set[tuple[type[models.Model], str]]:
    """Return every relation that something was declared for."""
    return set(_POLICIES)


@dataclass(frozen=True)
class Relation:
    """A column of some table that leads to a record."""

    model: type[models.Model]
    name: str

    @property
    def policy(self) -> Policy:
        """What was declared for it; ``ImproperlyConfigured`` where nothing was."""
        try:
            return _POLICIES[self.model, self.name]
        except KeyError:
            label = f"{self.model._meta.label}.{self.name}"
            raise ImproperlyConfigured(
                f"What becomes of {label} when records are merged? Declare a policy."
            ) from None

    @property
    def field(self) -> Any:  # noqa: ANN401 - a relation of any kind
        """The column itself."""
        return self.model._meta.get_field(self.name)

    def rows(self, keys: object = None, **where: object) -> Any:  # noqa: ANN401 - rows of any model
        """Return the rows under these conditions, or with these keys."""
        rows = self.model._default_manager.filter(**where)
        return rows if keys is None else rows.filter(pk__in=keys)


@cache
def relations_to(model: type[models.Model]) -> tuple[Relation, ...]:
    """Return every relation that leads to the model, in whatever room.

    Past states are none: what was written then was about the record of then.
    """
    return tuple(_relations_to(model))


def _relations_to(model: type[models.Model]) -> Iterator[Relation]:
    for other in apps.get_models(include_auto_created=True):
        if issubclass(other, Event):
            continue
        for field in other._meta.local_fields:
            if field.is_relation and field.related_model is model:
                yield Relation(other, field.name)
