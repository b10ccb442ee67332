"""A database that exists only while fixtures are built."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from django.core.management import call_command
from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.db.utils import ProgrammingError
from psycopg import errors, sql

# PostgreSQL cuts names after 63 bytes; the name tells what it was made from.
_LONGEST_NAME: Final = 50
_OURS: Final = "Scratch database of build_fixtures; dropped when it ends."
# Any number will do, if nothing else on the server locks the same.
_LOCK: Final = 5_420_318
_SETTINGS: Final = {
    # Nobody needs it after a crash.
    "synchronous_commit": "off",
    # Whether a citation may be written is asked of every kind of record that it might
    # cite: twenty joins, which take long to plan and no time to run.
    "join_collapse_limit": "1",
    "jit": "off",
}


class ScratchError(Exception):
    """No scratch database can be had; says why and what to do."""


def migrate() -> None:
    """Make the tables of an empty database."""
    call_command("migrate", verbosity=0, interactive=False)


@contextmanager
def scratch_database(prepare: Callable[[], None] = migrate) -> Iterator[None]:
    """Work on an empty, prepared database beside the configured one, then drop it.

    Inside, the default connection leads to the scratch database and to nothing else;
    nothing of the configured one is read or written. Raises ``ScratchError``.
    """
    settings = connection.settings_dict
    configured = settings["NAME"]
    scratch = f"{configured[:_LONGEST_NAME]}_build"
    with connection._nodb_cursor() as cursor:  # noqa: SLF001 - as Django's test runner
        _create(cursor, scratch, user=settings["USER"])
        try:
            connection.close()
            settings["NAME"] = scratch
            prepare()
            yield
        finally:
            connection.close()
            settings["NAME"] = configured
            _drop(cursor, scratch)


def _create(cursor: CursorWrapper, name: str, *, user: str) -> None:
    cursor.execute("SELECT pg_try_advisory_lock(%s, hashtext(%s))", [_LOCK, name])
    if not cursor.fetchone()[0]:
        raise ScratchError("Fixtures are being built already. Wait until that ends.")
    cursor.execute(
        "SELECT shobj_description(oid, 'pg_database') FROM pg_database"
        " WHERE datname = %s",
        [name],
    )
    leftover = cursor.fetchone()
    if leftover is not None and leftover[0] != _OURS:
        raise ScratchError(
            f"There is a database {name!r}, which fixtures would be built in, and it is"
            " not ours to drop. Rename it, or build with another DATABASE_URL."
        )
    if leftover is not None:  # of a build that was killed
        _drop(cursor, name)
    identifier = sql.Identifier(name)
    try:
        cursor.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'").format(
                identifier
            )
        )
    except ProgrammingError as error:
        if not isinstance(error.__cause__, errors.InsufficientPrivilege):
            raise
        raise ScratchError(
            f"Fixtures are built in a database of their own, but {user!r} may not"
            f" create one. Let it (ALTER ROLE {user} CREATEDB), or unset DATABASE_URL"
            " and build on the embedded server."
        ) from error
    cursor.execute(
        sql.SQL("COMMENT ON DATABASE {} IS {}").format(identifier, sql.Literal(_OURS))
    )
    for setting in _SETTINGS:
        cursor.execute(
            sql.SQL("ALTER DATABASE {} SET {} TO {}").format(
                identifier, sql.Identifier(setting), sql.Literal(_SETTINGS[setting])
            )
        )


def _drop(cursor: CursorWrapper, name: str) -> None:
    cursor.execute(
        sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
    )
