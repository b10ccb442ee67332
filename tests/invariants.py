"""How tests try to break what the database holds to, past every line of Python.

A test says with ``@breaks`` which constraints (by name) and triggers (by their URI,
``engagements.Meeting:keeps_old_dates``) it has tried to break; a test of its own makes
sure that none is left out.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import psycopg
import pytest
from django.db import DatabaseError, connection, models, transaction

from tests.builders import number

F = TypeVar("F", bound=Callable[..., object])


def breaks(*names: str) -> Callable[[F], F]:
    """Mark a test as one that tries to break these constraints and triggers."""

    def mark(test: F) -> F:
        vars(test)["breaks"] = frozenset(names)
        return test

    return mark


def update(row: models.Model, **columns: object) -> None:
    """Set columns of a row in raw SQL."""
    setting = ", ".join(f'"{name}" = %s' for name in columns)
    statement = f'UPDATE "{row._meta.db_table}" SET {setting} WHERE {_key(row)} = %s'  # noqa: S608 - our own names
    _execute(statement, [*columns.values(), row.pk])


def delete(row: models.Model) -> None:
    """Delete a row in raw SQL."""
    statement = f'DELETE FROM "{row._meta.db_table}" WHERE {_key(row)} = %s'  # noqa: S608 - as above
    _execute(statement, [row.pk])


def copy(row: models.Model, **columns: object) -> None:
    """Insert a row once more in raw SQL, with some columns changed.

    A copy gets a reference of its own, so that the row's other rules are what it meets,
    and a key of its own unless ``id`` is given.
    """
    if hasattr(row, "reference"):
        columns.setdefault("reference", f"{row.reference[:3]}-C{number()}")
    names = [
        field.column
        for field in row._meta.local_fields
        if (not field.primary_key or field.column in columns)
        and not isinstance(field, models.GeneratedField)
    ]
    values = ", ".join("%s" if name in columns else f'"{name}"' for name in names)
    table, listed = row._meta.db_table, ", ".join(f'"{name}"' for name in names)
    statement = f'INSERT INTO "{table}" ({listed}) SELECT {values} FROM "{table}"'  # noqa: S608 - as above
    given = [columns[name] for name in names if name in columns]
    _execute(f"{statement} WHERE {_key(row)} = %s", [*given, row.pk])


def hang_on_itself(row: models.Model, **columns: str) -> None:
    """Insert a row whose relation ``column=""`` leads to the row itself."""
    own = row.pk + 1_000_000
    copy(row, id=own, **dict.fromkeys(columns, own))


def _key(row: models.Model) -> str:
    return str(row._meta.pk.column)


def _execute(statement: str, parameters: list[Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)


@contextmanager
def refused_by(constraint: str) -> Iterator[None]:
    """Expect that the database refuses because of this constraint and no other."""
    with _refusal() as found:
        yield
    assert found[0].constraint_name == constraint


@contextmanager
def refused_saying(message: str) -> Iterator[None]:
    """Expect that a trigger refuses with this sentence."""
    with _refusal() as found:
        yield
    assert found[0].message_primary == message


@contextmanager
def _refusal() -> Iterator[list[Any]]:
    found: list[Any] = []
    with pytest.raises(DatabaseError) as refusal, transaction.atomic():  # noqa: PT012 - the test's own block runs in it
        yield found
        # What is deferred to the end of the transaction is judged here.
        _execute("SET CONSTRAINTS ALL IMMEDIATE", [])
    cause = refusal.value.__cause__
    assert isinstance(cause, psycopg.Error)
    found.append(cause.diag)
