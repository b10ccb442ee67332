"""A wrong setting stops the start with one line, however it is started."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

WRONG_KIND = (
    "DATABASE_URL does not begin with postgresql://, the only kind of database that"
    " Chancery works with. Its form is postgresql://user:password@host:5432/name.\n"
)
UNREACHABLE = (
    "DATABASE_URL: no connection to database 'name' at 127.0.0.1:1:"
    " Connection refused\n"
)
SHORT = (
    "CHANCERY_SECRET_KEY is too short: use at least 32 random characters, such as"
    ' python3 -c "import secrets; print(secrets.token_urlsafe(50))" prints.\n'
)


def start(*arguments: str, **variables: str) -> tuple[int, str, str]:
    """Run Python in the checkout; return its exit code, output and errors."""
    plain = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}
    }
    ended = subprocess.run(
        [sys.executable, *arguments],
        cwd=settings.BASE_DIR,
        env={**plain, **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    return ended.returncode, ended.stdout, ended.stderr


@pytest.mark.parametrize(
    ("variables", "line"),
    [
        ({"DATABASE_URL": "mysql://user:S3CRET@host/name"}, WRONG_KIND),
        ({"DATABASE_URL": "postgresql://user:S3CRET@127.0.0.1:1/name"}, UNREACHABLE),
        ({"CHANCERY_SECRET_KEY": "short"}, SHORT),
    ],
)
def test_wrong_setting_stops_a_command(variables: dict[str, str], line: str) -> None:
    assert start("manage.py", "migrate", "--check", **variables) == (1, "", line)


def test_wrong_setting_stops_the_tests() -> None:
    tests = ("-m", "pytest", "tests/chancery/test_preflight.py")
    assert start(*tests, DATABASE_URL="nonsense") == (1, "", WRONG_KIND)


def test_wrong_setting_stops_a_served_process() -> None:
    code, output, errors = start(
        "-c", "import chancery.wsgi", DATABASE_URL="postgresql://db.example/records"
    )
    assert (code, output) == (1, "")
    assert errors.splitlines()[-1] == (
        "chancery.env.SettingError: CHANCERY_SECRET_KEY is not set: give it a value"
        " (see docs/operations.md)."
    )


def test_help_needs_no_database(tmp_path: Path) -> None:
    data = tmp_path / "data"
    code, _output, errors = start(
        "manage.py", "migrate", "--help", CHANCERY_DATA_DIR=str(data)
    )
    assert (code, errors) == (0, "")
    assert not (data / "postgres").exists()
