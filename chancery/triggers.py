"""Database triggers shared by every recorded table.

What must never be bypassed stands in PostgreSQL, so that the shell, bulk updates
and raw SQL keep to it too.
"""

from typing import Any

import pgtrigger
from django.db import models


def stored_fields(model: type[models.Model]) -> list[str]:
    """Return the names of the columns that are written, not generated."""
    return [
        field.name
        for field in model._meta.concrete_fields
        if not isinstance(field, models.GeneratedField)
    ]


def update_of(*columns: str) -> pgtrigger.Operation:
    """Return the operation "one of these columns is written", by column name."""
    return pgtrigger.UpdateOf(*columns)  # type: ignore[no-untyped-call]


def refuse(message: str, *, hint: str = "") -> str:
    """Return the SQL that stops the statement as a broken check would.

    The message reaches people: it says what is wrong; ``hint`` says what to do.
    """
    text = message.replace("'", "''")
    hint = hint.replace("'", "''")
    tail = f", HINT = '{hint}'" if hint else ""
    return (
        f"RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = '{text}'{tail};"
    )


class Bump(pgtrigger.Trigger):
    """Count the version up and stamp the row whenever something in it changed."""

    when = pgtrigger.Before
    operation = pgtrigger.Update

    def get_condition(self, model: Any) -> pgtrigger.Condition:  # noqa: ANN401 - pgtrigger calls an instance what is a class
        """Fire only on a real change: saving unchanged is no new version."""
        names = [
            name
            for name in stored_fields(model)
            if name not in {"version", "updated_at"}
        ]
        return pgtrigger.AnyChange(*names)

    def get_func(self, model: Any) -> str:  # noqa: ANN401 - as above
        """Return the function's body."""
        columns = {field.name for field in model._meta.concrete_fields}
        stamp = "NEW.updated_at := now(); " if "updated_at" in columns else ""
        return f"NEW.version := OLD.version + 1; {stamp}RETURN NEW;"


def ceiling() -> pgtrigger.Trigger:
    """Refuse a classification above what the site may hold."""
    message = refuse(
        "The classification is above the ceiling of this site.",
        hint="Such material may not be entered here; lower the level or leave it out.",
    )
    return pgtrigger.Trigger(
        name="ceiling_holds",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | update_of("classification"),
        func=(
            "IF NEW.classification > (SELECT classification_ceiling"
            f" FROM chancery_installation WHERE id = 1) THEN {message} END IF;"
            " RETURN NEW;"
        ),
    )


class NoCycle(pgtrigger.Trigger):
    """Refuse a row that would hang, however far up, on itself."""

    when = pgtrigger.Before
    operation = pgtrigger.Update

    def __init__(self, *, field: str, message: str) -> None:
        """Watch the relation ``field`` from the model to itself."""
        self.field, self.message = field, message
        super().__init__(name=f"{field}_goes_in_no_circle")

    def get_condition(self, model: Any) -> pgtrigger.Condition:  # noqa: ANN401, ARG002
        """Fire only when the relation moves."""
        return pgtrigger.AnyChange(self.field)

    def get_func(self, model: Any) -> str:  # noqa: ANN401 - as above
        """Return the function's body: walk up from the new place, look for oneself."""
        table = model._meta.db_table
        column = model._meta.get_field(self.field).column
        circle = refuse(self.message, hint="Choose another one, or none.")
        return (
            "IF EXISTS (WITH RECURSIVE up AS ("
            f" SELECT id, {column} FROM {table} WHERE id = NEW.{column}"
            f" UNION SELECT above.id, above.{column} FROM {table} above"
            f" JOIN up ON above.id = up.{column})"
            f" SELECT 1 FROM up WHERE id = NEW.id) THEN {circle} END IF; RETURN NEW;"
        )


def reference_never_changes() -> pgtrigger.Trigger:
    """Refuse to rename a record."""
    return pgtrigger.ReadOnly(name="reference_never_changes", fields=["reference"])


def never_deleted() -> pgtrigger.Trigger:
    """Refuse to delete: records are archived, append-only rows stay."""
    return pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)


def append_only() -> pgtrigger.Trigger:
    """Refuse to change or delete a row once written."""
    return pgtrigger.Protect(
        name="append_only", operation=pgtrigger.Update | pgtrigger.Delete
    )
