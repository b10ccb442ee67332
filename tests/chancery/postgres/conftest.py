"""Scratch servers: each in a folder of its own, stopped and removed at the end."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connections
from pytest_django import DjangoDbBlocker

from chancery.postgres.backend.base import DatabaseWrapper
from chancery.postgres.server import EmbeddedServer


@contextmanager
def scratch_folder() -> Iterator[Path]:
    # Not tmp_path: pytest closes that to all but its owner, and as root the server is
    # run by somebody else.
    path = Path(tempfile.mkdtemp(prefix="chancery-test-", dir="/tmp"))
    if os.geteuid() == 0:
        path.chmod(0o711)
    try:
        yield path
    finally:
        shutil.rmtree(path)


@pytest.fixture
def scratch() -> Iterator[Path]:
    """Return a folder with a short path, into which the server's user may go."""
    with scratch_folder() as path:
        yield path


@pytest.fixture
def unmade(scratch: Path) -> Iterator[EmbeddedServer]:
    """Return a server that has no folder yet."""
    server = EmbeddedServer(scratch / "postgres")
    yield server
    server.stop()


@pytest.fixture(scope="session")
def made() -> Iterator[Path]:
    """Return the folder of a server that was made, started and stopped."""
    with scratch_folder() as path:
        server = EmbeddedServer(path / "postgres")
        server.start()
        server.stop()
        yield server.home


@pytest.fixture
def server(made: Path, unmade: EmbeddedServer) -> EmbeddedServer:
    """Return a server that is made but down; copying is faster than making."""
    subprocess.run(["cp", "-a", made, unmade.home], check=True)
    return unmade


@pytest.fixture
def make_wrapper(
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[Callable[..., DatabaseWrapper]]:
    """Return what makes a connection like the project's own, with other settings."""
    made: list[DatabaseWrapper] = []

    def make(**changes: object) -> DatabaseWrapper:
        plain = connections["default"].settings_dict
        made.append(DatabaseWrapper({**plain, **changes}, alias="scratch"))
        return made[-1]

    with django_db_blocker.unblock():
        yield make
        for connection in made:
            connection.close()


@pytest.fixture
def wrapper(
    server: EmbeddedServer, make_wrapper: Callable[..., DatabaseWrapper]
) -> DatabaseWrapper:
    """Return a connection to the scratch server."""
    return make_wrapper(
        NAME="chancery",
        USER="chancery",
        PASSWORD="",
        HOST=str(server.sockets),
        PORT="5432",
        EMBEDDED=str(server.home),
    )
