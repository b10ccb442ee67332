from collections.abc import Callable, Iterator
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connections

from chancery.postgres.backend.base import DatabaseWrapper
from chancery.postgres.server import EmbeddedServer


@pytest.fixture
def as_default() -> Iterator[Callable[[DatabaseWrapper], None]]:
    """Return what puts a connection in the place of the project's own."""
    own = connections["default"]

    def put(wrapper: DatabaseWrapper) -> None:
        connections["default"] = wrapper

    yield put
    connections["default"] = own


def postgres(*arguments: str) -> list[str]:
    output = StringIO()
    call_command("postgres", *arguments, stdout=output)
    return output.getvalue().splitlines()


def description(server: EmbeddedServer) -> list[str]:
    return [
        f"data     {server.home}",
        f"socket   {server.home}/run",
        f"runs as  {server.account.name}",
        f"log      {server.home}/server.log",
    ]


def test_postgres_start_status_and_stop_say_how_it_is(
    server: EmbeddedServer,
    wrapper: DatabaseWrapper,
    as_default: Callable[[DatabaseWrapper], None],
) -> None:
    as_default(wrapper)
    started = postgres("start")
    process = server.running()
    assert process
    assert started[0] == "Started."
    assert started[1] == f"server   PostgreSQL 18.4, process {process.pid}"
    assert started[3:] == description(server)
    assert postgres("start") == ["It is running already.", *started[1:]]
    assert postgres("status") == started[1:]
    assert postgres("stop") == ["Stopped."]
    assert postgres("stop") == ["It was not running."]


def test_postgres_status_fails_when_it_is_down(
    unmade: EmbeddedServer,
    make_wrapper: Callable[..., DatabaseWrapper],
    as_default: Callable[[DatabaseWrapper], None],
) -> None:
    as_default(make_wrapper(EMBEDDED=str(unmade.home)))
    output = StringIO()
    with pytest.raises(CommandError) as error:
        call_command("postgres", "status", stdout=output)
    assert str(error.value) == "The embedded PostgreSQL is not running."
    assert error.value.returncode == 3
    assert output.getvalue().splitlines() == description(unmade)
    assert not unmade.home.exists()


def test_postgres_psql_hands_its_arguments_on(
    wrapper: DatabaseWrapper,
    as_default: Callable[[DatabaseWrapper], None],
    capfd: pytest.CaptureFixture[str],
) -> None:
    as_default(wrapper)
    postgres("psql", "--", "-Atc", "SELECT current_user")
    assert capfd.readouterr().out == "chancery\n"
    with pytest.raises(SystemExit) as ended:
        postgres("psql", "--", "-c", "nonsense")
    assert ended.value.code == 1


def test_postgres_reset_deletes_only_when_told_to(
    server: EmbeddedServer,
    wrapper: DatabaseWrapper,
    as_default: Callable[[DatabaseWrapper], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    as_default(wrapper)
    postgres("start")
    monkeypatch.setattr("sys.stdin", StringIO("no\n"))
    with pytest.raises(CommandError) as error:
        postgres("reset")
    assert str(error.value) == "Nothing was deleted."
    assert server.running()
    assert postgres("reset", "--noinput") == [
        "Deleted. manage.py migrate makes an empty database."
    ]
    assert not server.data.exists()
    assert postgres("reset", "--noinput") == ["There was nothing to delete."]


def test_postgres_command_leaves_a_real_server_alone(
    make_wrapper: Callable[..., DatabaseWrapper],
    as_default: Callable[[DatabaseWrapper], None],
) -> None:
    as_default(make_wrapper(EMBEDDED=None))
    with pytest.raises(CommandError) as error:
        postgres("stop")
    assert str(error.value) == (
        "DATABASE_URL is set, so there is no embedded server: look after that database"
        " with its own tools, or unset DATABASE_URL."
    )
