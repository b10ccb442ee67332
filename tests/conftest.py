"""What every test stands on: one line for a wrong setting, a database, no network."""

import os
import socket
import sys
from collections.abc import Iterator
from typing import Any

import django
import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connections
from django.utils import translation
from pytest_django import DjangoDbBlocker

from tests.database import prepare_database

# Tests run as on a machine where nobody set anything; only the database is chosen.
for _name in [name for name in os.environ if name.startswith("CHANCERY_")]:
    if _name != "CHANCERY_DATA_DIR":
        del os.environ[_name]
# The test client speaks plain HTTP.
os.environ["CHANCERY_SECURE"] = "0"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chancery.settings")

try:
    # A fast hash: no test is about the hash.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    # Look a static file up when it is asked for; else each client lists them all.
    settings.WHITENOISE_AUTOREFRESH = True
    # Plugins and the conftests below may import models.
    django.setup()
except ImproperlyConfigured as error:
    sys.exit(str(error))

pytest_plugins = ["tests.cast"]


class NetworkError(AssertionError):
    """A test tried to leave this machine."""


@pytest.fixture(autouse=True, scope="session")
def _loopback_only() -> Iterator[None]:
    """Let sockets connect within this machine only."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:  # noqa: ANN401 - as in socket
        inside = self.family == socket.AF_UNIX or address[0] in {
            "127.0.0.1",
            "::1",
            "localhost",
        }
        if not inside:
            message = f"a test tried to connect to {address!r}"
            raise NetworkError(message)
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded)
        yield


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Let no answer in another language speak on in the next test."""
    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None,  # noqa: ARG001 - pytest-django's
    django_db_blocker: DjangoDbBlocker,
) -> None:
    """Give this run a database of its own, cloned from a migrated one."""
    with django_db_blocker.unblock():
        try:
            prepare_database()
        except ImproperlyConfigured as error:
            pytest.exit(str(error), returncode=1)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which PostgreSQL the tests ran on."""
    connection = connections["default"]
    version = vars(connection).get("pg_version")
    if version:
        kind = "embedded" if connection.settings_dict.get("EMBEDDED") else "server"
        terminalreporter.write_line(
            f"PostgreSQL {version // 10000}.{version % 10000} ({kind})"
        )
