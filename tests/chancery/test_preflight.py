import socket

import pytest

from chancery.preflight import database_problem, port_problem


def test_port_problem_says_that_a_port_is_in_use_and_names_another() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert port_problem("127.0.0.1", str(port)) == (
            f"PORT {port} at 127.0.0.1 cannot be used (Address already in use): stop"
            f" what uses it, or choose another one, such as PORT={port + 1}."
        )


def test_port_problem_finds_none_with_a_free_port() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert port_problem("127.0.0.1", str(port)) == ""


@pytest.mark.parametrize("port", ["http", "0", "65536", "-1", "80 80", ""])
def test_port_problem_refuses_what_is_no_port(port: str) -> None:
    assert port_problem("127.0.0.1", port) == (
        f"PORT is {port!r}: set it to a number from 1 to 65535."
    )


def test_database_problem_keeps_the_demo_off_a_real_server(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://somewhere/chancery")
    assert database_problem() == (
        "DATABASE_URL is set: the demo puts users with known passwords into its own"
        " embedded database only. Unset DATABASE_URL."
    )


def test_database_problem_finds_none_when_it_is_empty(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DATABASE_URL", "")
    assert database_problem() == ""
