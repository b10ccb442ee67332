"""psql for ``manage.py dbshell``: the bundled one, when the server is."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.db.backends.postgresql.client import DatabaseClient as BaseClient

from chancery.postgres.programs import bundled_program
from chancery.postgres.server import EmbeddedServer


class DatabaseClient(BaseClient):
    """Opens a shell on the database."""

    @classmethod
    def settings_to_cmd_args_env(
        cls, settings_dict: dict[str, Any], parameters: Iterable[str]
    ) -> tuple[list[str], dict[str, str] | None]:
        """Return the command and the environment to run it in."""
        arguments, environment = super().settings_to_cmd_args_env(
            settings_dict, parameters
        )
        home = settings_dict.get("EMBEDDED")
        if home:
            EmbeddedServer(Path(home)).start()
            arguments = [str(bundled_program(cls.executable_name)), *arguments[1:]]
        return arguments, environment
