"""A database for each run of the tests, cloned from one that is migrated already.

Cloning takes a tenth of the time of migrating, and a database of its own lets several
runs go on at once. The migrated one is kept on the server and named after the content
of all migrations, so a changed migration makes a new one.
"""

import hashlib
import inspect
import os
import re
import sys
from typing import Final

import psutil
from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import RunSQL

_TEMPLATE: Final = "chancery_template_"
_TEMPLATES_KEPT: Final = 3
# Any number will do, if nothing else on the server locks the same.
_LOCK: Final = 5_420_317


def prepare_database() -> None:
    """Tell Django to clone this run's database from the migrated one."""
    # A wrong address is met here, before Django wraps it in a warning.
    connection.ensure_connection()
    connection.close()
    test = connection.settings_dict["TEST"]
    template = _TEMPLATE + _fingerprint()
    with connection._nodb_cursor() as cursor:  # noqa: SLF001 - as Django's own runner
        cursor.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
        names = _databases(cursor)
        _drop_leftovers(cursor, names)
        if template not in names:
            _make_template(cursor, template, template=test["TEMPLATE"])
            _drop_old_templates(cursor, [*names, template])
        cursor.execute("SELECT pg_advisory_unlock(%s)", [_LOCK])
    test["NAME"] = f"{_prefix()}{os.getpid()}"
    test["TEMPLATE"] = template


def _make_template(cursor: CursorWrapper, name: str, *, template: str) -> None:
    """Migrate an empty database; it bears its name only when it is complete."""
    settings, test = connection.settings_dict, connection.settings_dict["TEST"]
    own_name = settings["NAME"]
    test["NAME"] = f"{_prefix()}{os.getpid()}"
    test["TEMPLATE"] = template
    draft = connection.creation.create_test_db(verbosity=0, serialize=False)
    connection.close()
    settings["NAME"] = own_name
    cursor.execute(f'ALTER DATABASE "{draft}" RENAME TO "{name}"')


def _databases(cursor: CursorWrapper) -> list[str]:
    """Return the names of the server's databases, the newest last."""
    cursor.execute("SELECT datname FROM pg_database ORDER BY oid")
    return [name for (name,) in cursor.fetchall()]


def _drop_leftovers(cursor: CursorWrapper, names: list[str]) -> None:
    """Drop what killed runs left: databases that carry the number of a dead process."""
    for name in names:
        number = re.fullmatch(re.escape(_prefix()) + r"(\d+)", name)
        if number and not psutil.pid_exists(int(number[1])):
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _drop_old_templates(cursor: CursorWrapper, names: list[str]) -> None:
    templates = [name for name in names if name.startswith(_TEMPLATE)]
    for name in templates[:-_TEMPLATES_KEPT]:
        cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _prefix() -> str:
    return f"test_{connection.settings_dict['NAME'][:40]}_"


def _fingerprint() -> str:
    """Return a short name for the content of every migration of every app.

    Some take their SQL from the modules beside the models, so that counts too.
    """
    loader = MigrationLoader(None, ignore_no_migrations=True)
    digest = hashlib.sha256()
    for key in sorted(loader.disk_migrations):
        migration = loader.disk_migrations[key]
        module = sys.modules[migration.__module__]
        digest.update(inspect.getsource(module).encode())
        for operation in migration.operations:
            if isinstance(operation, RunSQL):
                digest.update(str(operation.sql).encode())
    return digest.hexdigest()[:16]
