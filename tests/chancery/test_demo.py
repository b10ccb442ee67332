import socket

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings


def refusal(*arguments: str) -> str:
    with pytest.raises(CommandError) as error:
        call_command("demo", *arguments)
    return str(error.value)


def test_demo_is_refused_outside_demo_mode() -> None:
    assert refusal("--prepare") == (
        "CHANCERY_DEMO is not set to 1: users with printed passwords are created in"
        " demo mode only. Use make demo."
    )


def test_demo_is_refused_beside_a_real_database(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.DEMO = True
    monkeypatch.setenv("DATABASE_URL", "postgresql://db.example/records")
    assert refusal("--prepare") == (
        "DATABASE_URL is set: the demo puts users with known passwords into its own"
        " embedded database only. Unset DATABASE_URL."
    )


def test_demo_is_refused_at_a_port_in_use(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.DEMO = True
    monkeypatch.delenv("DATABASE_URL", raising=False)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert refusal("--port", str(port)) == (
            f"PORT {port} at 127.0.0.1 cannot be used (Address already in use): stop"
            f" what uses it, or choose another one, such as PORT={port + 1}."
        )
