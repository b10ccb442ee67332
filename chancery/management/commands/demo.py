"""``manage.py demo``: everything between an empty database and a log-in page."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import Protocol

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, connections
from django.utils import timezone
from django.utils.module_loading import import_string

from chancery.preflight import database_problem, port_problem

_WORKERS_MAX = 4
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class DemoLogin(Protocol):
    """A user of the demo, as whoever knows roles and desks hands it over."""

    @property
    def username(self) -> str:
        """What to log in with."""

    @property
    def password(self) -> str:
        """In clear: the demo prints it."""

    @property
    def role(self) -> str:
        """What the user may do, in words."""

    @property
    def display_name(self) -> str:
        """The person played."""


class Command(BaseCommand):
    """Prepares the demo and serves it."""

    help = (
        "Migrate and seed the embedded database, create a user for each role and serve"
        " (only with CHANCERY_DEMO=1)."
    )
    # The database may not be there yet; migrate runs the checks that matter.
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare where to serve."""
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", default="8000")
        parser.add_argument(
            "--prepare", action="store_true", help="prepare only, serve nothing"
        )

    def handle(
        self, *, host: str, port: str, prepare: bool, **_options: object
    ) -> None:
        """Prepare, print the log-ins, and serve until interrupted."""
        problem = self._problem() or ("" if prepare else port_problem(host, port))
        if problem:
            raise CommandError(problem)
        with self._step("Starting the database"):
            connection.ensure_connection()
        with self._step("Migrating"):
            call_command("migrate", verbosity=0, interactive=False)
        with self._step("Seeding"):
            call_command("seed", verbosity=0)
        with self._step("Creating users"):
            logins = self._create_users()
        connections.close_all()
        self._print(logins)
        if not prepare:
            self._serve(host, port)

    def _problem(self) -> str:
        if not settings.DEMO:
            return (
                "CHANCERY_DEMO is not set to 1: users with printed passwords are"
                " created in demo mode only. Use make demo."
            )
        return database_problem()

    def _create_users(self) -> Sequence[DemoLogin]:
        # Named in the settings, since it lives in a room that imports this one.
        create: Callable[..., Sequence[DemoLogin]]
        create = import_string(settings.CHANCERY_DEMO_USERS)
        return create(today=timezone.localdate())

    @contextmanager
    def _step(self, title: str) -> Iterator[None]:
        """Show what is being done, and how long it took."""
        self.stdout.write(f"{title} ... ", ending="")
        self.stdout.flush()
        begun = monotonic()
        try:
            yield
        except BaseException:
            self.stdout.write("failed")
            raise
        self.stdout.write(f"{monotonic() - begun:.1f} s")

    def _print(self, logins: Sequence[DemoLogin]) -> None:
        rows = [("user", "password", "role", "")]
        rows += [
            (login.username, login.password, login.role, login.display_name)
            for login in logins
        ]
        widths = [max(len(row[column]) for row in rows) for column in range(4)]
        self.stdout.write("")
        for row in rows:
            cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            self.stdout.write(f"  {'  '.join(cells)}".rstrip())
        self.stdout.write("")

    def _serve(self, host: str, port: str) -> None:
        shown = f"[{host}]" if ":" in host else host
        self.stdout.write(
            f"Chancery is at http://{shown}:{port}/\n"
            "Ctrl-C ends it. The database keeps the records and runs on; to stop it:\n"
            ".venv/bin/python manage.py postgres stop\n"
        )
        if host not in _LOOPBACK:
            self.stdout.write(
                "Whoever reaches this machine can log in as any of these."
            )
            everywhere = host in {"0.0.0.0", "::"}  # noqa: S104 - as the caller asked
            os.environ.setdefault(
                "CHANCERY_ALLOWED_HOSTS", "*" if everywhere else shown
            )
        self.stdout.flush()
        code = _run_server(host, port)
        if code:
            message = f"The server ended by itself, with exit code {code}."
            raise CommandError(message)
        self.stdout.write("Ended.")


def _run_server(host: str, port: str) -> int:
    """Run the server until it ends or we are told to end it; return its exit code."""
    workers = min(os.cpu_count() or 1, _WORKERS_MAX)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.default_int_handler)
    jobs = _run_worker()
    server = subprocess.Popen(  # noqa: S603 - our own interpreter, no shell
        [
            *(sys.executable, "-m", "granian", "chancery.wsgi:application"),
            *("--interface", "wsgi", "--host", host, "--port", port),
            *("--workers", str(workers), "--blocking-threads", "1"),
            *("--workers-kill-timeout", "5", "--log-level", "warning"),
        ],
        # A Ctrl-C of the terminal would reach the workers too, and they hang when they
        # are told twice, by the terminal and by their parent.
        process_group=0,
    )
    try:
        return server.wait()
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        server.send_signal(signal.SIGINT)
        server.wait()
        return 0
    finally:
        jobs.terminate()
        jobs.wait()


def _run_worker() -> subprocess.Popen[bytes]:
    """Start what does long work beside the server; it ends the job at hand first."""
    return subprocess.Popen(  # noqa: S603 - as below
        [
            *(sys.executable, str(settings.BASE_DIR / "manage.py"), "procrastinate"),
            *("worker", "--concurrency", "1", "--shutdown-graceful-timeout", "10"),
        ],
        process_group=0,
    )
