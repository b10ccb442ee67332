"""The database wrapper, under the module name that Django asks for."""

from pathlib import Path
from typing import Any

import psycopg
from django.db.backends.postgresql import base
from django.db.backends.postgresql.features import DatabaseFeatures as BaseFeatures
from django.db.utils import OperationalError

from chancery.env import SettingError
from chancery.postgres.backend.client import DatabaseClient
from chancery.postgres.server import EmbeddedServer

OLDEST_SERVER = (15,)


class DatabaseUnreachableError(SettingError, OperationalError):
    """No connection: both what Django expects then, and a line to stop with."""


class DatabaseFeatures(BaseFeatures):
    """What the database must be able to do."""

    minimum_database_version = OLDEST_SERVER


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection to the one database, embedded or not."""

    client_class = DatabaseClient
    features_class = DatabaseFeatures
    _was_up = False

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:  # noqa: ANN401 - psycopg's generic connection, as in Django
        """Connect; raise ``DatabaseUnreachableError`` with one line when it fails.

        The embedded server is started before the first connection of a process, and
        again whenever it turns out to be gone.
        """
        home = self.settings_dict.get("EMBEDDED")
        if home and not DatabaseWrapper._was_up:
            EmbeddedServer(Path(home)).start()
            DatabaseWrapper._was_up = True
        try:
            return self._connect(conn_params)
        except DatabaseUnreachableError:
            if not home or not EmbeddedServer(Path(home)).start():
                raise
        return self._connect(conn_params)

    def _connect(self, conn_params: dict[str, Any]) -> Any:  # noqa: ANN401 - as above
        try:
            return super().get_new_connection(conn_params)
        except psycopg.OperationalError as error:
            raise DatabaseUnreachableError(self._explained(error)) from error

    def check_database_version_supported(self) -> None:
        """Refuse an old server in one line."""
        found = self.get_database_version()
        if found < OLDEST_SERVER:
            message = (
                f"DATABASE_URL leads to PostgreSQL {found[0]}.{found[1]}, but Chancery"
                f" needs {OLDEST_SERVER[0]} or newer."
            )
            raise SettingError(message)

    def _explained(self, error: psycopg.OperationalError) -> str:
        settings = self.settings_dict
        words = str(error).strip().splitlines() or [type(error).__name__]
        reason = words[0].rpartition("failed: ")[2]
        if settings.get("EMBEDDED"):
            return f"Embedded PostgreSQL: no connection ({reason})."
        where = settings["HOST"] or "this machine"
        return (
            f"DATABASE_URL: no connection to database {settings['NAME']!r} at {where}"
            f"{':' if settings['PORT'] else ''}{settings['PORT']}: {reason}"
        )
