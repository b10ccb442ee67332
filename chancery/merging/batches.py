"""Leading many rows over at once, and finding the few that the database refuses."""

from collections.abc import Sequence
from dataclasses import dataclass

import psycopg
from django.db import DatabaseError, transaction

from chancery.merging.policies import Relation
from chancery.refusals import sentence

# Broken constraints, and what triggers raise; see chancery.refusals.
_REFUSALS = ("23", "P0001")


@dataclass(frozen=True)
class Stuck:
    """A row that the database does not let go, why, and by which constraint."""

    key: int
    reason: str
    constraint: str


def lead(relation: Relation, keys: Sequence[int], target: int) -> list[Stuck]:
    """Lead these rows to the record with the key ``target``; return what is stuck.

    All in one statement; where that is refused, in halves, so that one stuck row among
    thousands costs a dozen statements and not thousands.
    """
    if not keys:
        return []
    try:
        with transaction.atomic():
            relation.rows(keys).update(**{relation.field.attname: target})
    except DatabaseError as error:
        cause = error.__cause__
        state = getattr(cause, "sqlstate", None) or ""
        if not isinstance(cause, psycopg.Error) or not state.startswith(_REFUSALS):
            raise
        if len(keys) == 1:
            name = cause.diag.constraint_name or ""
            return [Stuck(keys[0], sentence(cause), name)]
        middle = len(keys) // 2
        return [
            *lead(relation, keys[:middle], target),
            *lead(relation, keys[middle:], target),
        ]
    return []
