import signal
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from django.db.utils import OperationalError

from chancery.env import SettingError
from chancery.postgres.backend.base import DatabaseUnreachableError, DatabaseWrapper
from chancery.postgres.server import EmbeddedServer


def test_backend_starts_the_embedded_server_for_the_first_connection_and_again(
    server: EmbeddedServer, wrapper: DatabaseWrapper
) -> None:
    assert server.running() is None
    wrapper.ensure_connection()
    process = server.running()
    assert process
    psutil.Process(process.pid).send_signal(signal.SIGKILL)
    while server.running():
        assert server.data.exists()
    wrapper.close()
    with wrapper.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)


def test_backend_says_in_one_line_that_a_server_is_unreachable(
    make_wrapper: Callable[..., DatabaseWrapper],
) -> None:
    connection = make_wrapper(
        NAME="records",
        USER="user",
        PASSWORD="S3CRET",
        HOST="127.0.0.1",
        PORT="1",
        EMBEDDED=None,
    )
    with pytest.raises(DatabaseUnreachableError) as error:
        connection.ensure_connection()
    assert str(error.value) == (
        "DATABASE_URL: no connection to database 'records' at 127.0.0.1:1:"
        " Connection refused"
    )
    assert isinstance(error.value, OperationalError)
    assert isinstance(error.value, SettingError)


def test_backend_says_in_one_line_that_a_database_does_not_exist(
    wrapper: DatabaseWrapper,
) -> None:
    wrapper.settings_dict["NAME"] = "none"
    with pytest.raises(DatabaseUnreachableError) as error:
        wrapper.ensure_connection()
    assert str(error.value) == (
        'Embedded PostgreSQL: no connection (FATAL:  database "none" does not exist).'
    )


def test_backend_refuses_an_old_server(
    make_wrapper: Callable[..., DatabaseWrapper],
) -> None:
    connection = make_wrapper()
    vars(connection)["pg_version"] = 140012
    with pytest.raises(SettingError) as error:
        connection.check_database_version_supported()
    assert str(error.value) == (
        "DATABASE_URL leads to PostgreSQL 14.12, but Chancery needs 15 or newer."
    )


def test_backend_offers_the_bundled_psql_beside_an_embedded_server(
    server: EmbeddedServer, wrapper: DatabaseWrapper
) -> None:
    command, _environment = wrapper.client.settings_to_cmd_args_env(
        wrapper.settings_dict, []
    )
    assert Path(command[0]).parts[-3:] == ("pginstall18", "bin", "psql")
    assert command[1:] == [
        *("-U", "chancery", "-h", str(server.sockets), "-p", "5432", "chancery")
    ]
    assert server.running()
