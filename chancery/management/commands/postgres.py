"""``manage.py postgres``: look after the embedded server by hand."""

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from chancery.env import SettingError
from chancery.postgres.location import embedded_home
from chancery.postgres.server import EmbeddedServer

_NOT_RUNNING = 3  # the exit code that pg_ctl and the init scripts use, too


class Command(BaseCommand):
    """One subcommand for each thing that can be done with the server."""

    help = (
        "Start, stop or show the embedded PostgreSQL, open psql on it, or delete its"
        " data. It starts by itself whenever it is needed."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the subcommands."""
        commands = parser.add_subparsers(
            dest="subcommand", metavar="{start,stop,status,psql,reset}", required=True
        )
        commands.add_parser("start", help="start the server")
        commands.add_parser("stop", help="stop the server; the data stays")
        commands.add_parser("status", help="show where it is and whether it runs")
        psql = commands.add_parser("psql", help="open a shell on the database")
        psql.add_argument(
            "parameters", nargs="*", help="handed on to psql; write -- before options"
        )
        reset = commands.add_parser("reset", help="delete the database and all data")
        reset.add_argument(
            "--noinput", action="store_false", dest="interactive", help="do not ask"
        )

    def handle(
        self,
        *,
        subcommand: str,
        parameters: list[str] | None = None,
        interactive: bool = True,
        **_options: object,
    ) -> None:
        """Do what was asked; a refusal is one line."""
        server = self._server()
        actions: dict[str, Callable[[], None]] = {
            "start": lambda: self._start(server),
            "stop": lambda: self._stop(server),
            "status": lambda: self._status(server),
            "psql": lambda: self._psql(parameters or []),
            "reset": lambda: self._reset(server, interactive=interactive),
        }
        try:
            actions[subcommand]()
        except SettingError as error:
            raise CommandError(error) from error

    def _server(self) -> EmbeddedServer:
        home = connection.settings_dict.get("EMBEDDED")
        if not home:
            message = (
                "DATABASE_URL is set, so there is no embedded server: look after that"
                " database with its own tools, or unset DATABASE_URL."
            )
            raise CommandError(message)
        return EmbeddedServer(Path(home))

    def _start(self, server: EmbeddedServer) -> None:
        started = server.start()
        self.stdout.write("Started." if started else "It is running already.")
        self._describe(server)

    def _stop(self, server: EmbeddedServer) -> None:
        self.stdout.write("Stopped." if server.stop() else "It was not running.")

    def _status(self, server: EmbeddedServer) -> None:
        self._describe(server)
        if not server.running():
            message = "The embedded PostgreSQL is not running."
            raise CommandError(message, returncode=_NOT_RUNNING)

    def _describe(self, server: EmbeddedServer) -> None:
        process = server.running()
        if process:
            version = ".".join(map(str, connection.get_database_version()))
            since = datetime.fromtimestamp(process.started, tz=UTC)
            self._line("server", f"PostgreSQL {version}, process {process.pid}")
            self._line("since", f"{since:%Y-%m-%d %H:%M:%S} UTC")
        self._line("data", str(server.home))
        place = embedded_home(settings.BASE_DIR)
        if place.reason and place.path == server.home:
            self._line("", f"not in the checkout, since {place.reason}")
        self._line("socket", str(server.sockets))
        self._line("runs as", server.account.name)
        self._line("log", str(server.log))

    def _line(self, label: str, text: str) -> None:
        self.stdout.write(f"{label:<8} {text}")

    def _psql(self, parameters: list[str]) -> None:
        try:
            connection.client.runshell(parameters)
        except subprocess.CalledProcessError as error:
            sys.exit(error.returncode)  # psql has said why itself

    def _reset(self, server: EmbeddedServer, *, interactive: bool) -> None:
        if interactive:
            self.stdout.write(f"This deletes every record in {server.home}.")
            if not self._agreed():
                message = "Nothing was deleted."
                raise CommandError(message)
        connection.close()
        if server.reset():
            self.stdout.write("Deleted. manage.py migrate makes an empty database.")
        else:
            self.stdout.write("There was nothing to delete.")

    def _agreed(self) -> bool:
        try:
            return input("Type yes to go on: ") == "yes"
        except EOFError:
            return False  # nobody is there to ask: --noinput is meant for that
