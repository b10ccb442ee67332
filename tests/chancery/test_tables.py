"""What PostgreSQL really has of what the models declare."""

import re

import pytest
from django.db import connection

from chancery.models.record import NamedPart, Record
from tests.domain import MODELS

pytestmark = pytest.mark.django_db

# Bits of pg_trigger.tgtype, catalog/pg_trigger.h of PostgreSQL.
_ROW, _BEFORE, _INSERT, _DELETE, _UPDATE = 1, 2, 4, 8, 16


def triggers_in_database() -> dict[str, dict[str, int]]:
    """Return each table's live triggers with their type."""
    found: dict[str, dict[str, int]] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname, tgname, tgtype FROM pg_trigger"
            " JOIN pg_class ON pg_class.oid = tgrelid"
            " WHERE NOT tgisinternal AND tgenabled = 'O'"
        )
        for table, name, kind in cursor.fetchall():
            # pgtrigger calls it pgtrigger_<name>_<hash of 5>.
            short = re.sub(r"^pgtrigger_(.+)_[0-9a-f]{5}$", r"\1", name)
            found.setdefault(table, {})[short] = kind
    return found


def test_every_table_is_recorded_by_statement_and_append_only() -> None:
    triggers = triggers_in_database()
    recording = {
        "insert_insert": _INSERT,
        "update_update": _UPDATE,
        "delete_delete": _DELETE,
    }
    found = {
        model._meta.db_table: {
            name: triggers[model._meta.db_table].get(name) for name in recording
        }
        for model in MODELS
    }
    assert found == {model._meta.db_table: recording for model in MODELS}
    fixed = {
        table: kinds["append_only"]
        for table, kinds in triggers.items()
        if table.endswith("history")
    }
    histories = {f"{model._meta.db_table}history" for model in MODELS}
    assert fixed == dict.fromkeys(histories, _ROW | _BEFORE | _UPDATE | _DELETE)


def test_every_table_has_the_triggers_its_kind_asks_for() -> None:
    triggers = triggers_in_database()
    wanted: dict[str, set[str]] = {}
    for model in MODELS:
        names = {"bumps_version"}
        if issubclass(model, Record | NamedPart):
            names.add("reference_never_changes")
        if issubclass(model, Record):
            names |= {"never_deleted", "ceiling_holds"}
        wanted[model._meta.db_table] = names
    missing = {table: names - set(triggers[table]) for table, names in wanted.items()}
    assert missing == {table: set() for table in wanted}


def test_database_has_every_constraint_that_the_models_declare() -> None:
    declared = {c.name for model in MODELS for c in model._meta.constraints}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conname FROM pg_constraint UNION SELECT relname FROM pg_class"
            " WHERE relkind = 'i'"
        )
        present = {name for (name,) in cursor.fetchall()}
    assert declared - present == set()
