from pathlib import Path

import pytest

from chancery.env import SettingError
from chancery.postgres import database_settings

UNREADABLE = (
    "DATABASE_URL cannot be understood. Its form is"
    " postgresql://user:password@host:5432/name; write special characters in a"
    " password as %XX."
)
WRONG_KIND = (
    "DATABASE_URL does not begin with postgresql://, the only kind of database that"
    " Chancery works with. Its form is postgresql://user:password@host:5432/name."
)


def test_database_settings_read_an_address(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(
        "DATABASE_URL",
        "postgresql://us%65r:p%40ss@db.example:6543/records?sslmode=require",
    )
    assert database_settings(tmp_path) == {
        "ENGINE": "chancery.postgres.backend",
        "NAME": "records",
        "USER": "user",
        "PASSWORD": "p@ss",
        "HOST": "db.example",
        "PORT": "6543",
        "OPTIONS": {
            "application_name": "chancery",
            "connect_timeout": 5,
            "sslmode": "require",
        },
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,
        "TEST": {"TEMPLATE": "template0"},
    }


def test_database_settings_let_the_address_decide_its_options(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(
        "DATABASE_URL", "postgresql:///records?host=/run/pg&application_name=desk"
    )
    settings = database_settings(tmp_path)
    assert (settings["HOST"], settings["USER"], settings["PORT"]) == ("/run/pg", "", "")
    assert settings["OPTIONS"] == {"application_name": "desk", "connect_timeout": 5}


def test_database_settings_pool_connections_of_a_served_process_only(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://db.example/records")
    assert "pool" not in database_settings(tmp_path)["OPTIONS"]
    monkeypatch.setenv("CHANCERY_SERVED", "1")
    settings = database_settings(tmp_path)
    assert settings["OPTIONS"]["pool"] == {"min_size": 1, "max_size": 4, "timeout": 5}
    assert settings["CONN_MAX_AGE"] == 0


def test_database_settings_without_address_are_embedded_and_start_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("CHANCERY_DATA_DIR", str(tmp_path / "data"))
    settings = database_settings(tmp_path)
    home = tmp_path / "data" / "postgres"
    assert settings["EMBEDDED"] == str(home)
    assert (settings["NAME"], settings["USER"]) == ("chancery", "chancery")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("mysql://user:S3CRET@host/name", WRONG_KIND),
        ("postgres://user:S3CRET@host/name", WRONG_KIND),
        ("S3CRET", WRONG_KIND),
        ("postgresql://user:S3CRET@host", UNREADABLE),
        ("postgresql://user:S3CRET@host:54x2/name", UNREADABLE),
        ("postgresql://user:S3CRET%zz@host/name", UNREADABLE),
        ("postgresql://user:S3C@RET@host/name", UNREADABLE),
        ("postgresql://user:12/S3CRET@host/name", UNREADABLE),
        ("postgresql://user:S3/CRET@host/name", UNREADABLE),
        ("postgresql://user:S3CRET@host/name?color=red", UNREADABLE),
        ("postgresql://[::1/name", UNREADABLE),
    ],
)
def test_database_settings_refuse_a_wrong_address_without_showing_it(
    url: str, expected: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    with pytest.raises(SettingError) as error:
        database_settings(tmp_path)
    assert str(error.value) == expected
