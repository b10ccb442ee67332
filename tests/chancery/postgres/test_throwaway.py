import os
import subprocess
import sys
from pathlib import Path

import pytest

from chancery.env import SettingError
from chancery.postgres.throwaway import find_programs

SHOW = """
import os, psycopg
with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
    print(connection.info.user, connection.info.dbname, connection.info.host)
raise SystemExit(7)
"""


def install(folder: Path, version: str, *names: str) -> Path:
    """Make programs that say that they are of a version of PostgreSQL."""
    folder.mkdir(parents=True)
    for name in names or ("pg_ctl", "initdb", "postgres"):
        program = folder / name
        program.write_text(f"#!/bin/sh\necho 'postgres (PostgreSQL) {version}'\n")
        program.chmod(0o755)
    return folder


def test_find_programs_takes_those_on_the_path(tmp_path: Path) -> None:
    first = install(tmp_path / "own", "15.1")
    install(tmp_path / "usr/lib/postgresql/17/bin", "17.2")
    assert find_programs(f"/nowhere:{first}", tmp_path) == first


def test_find_programs_follows_a_link_to_its_folder(tmp_path: Path) -> None:
    real = install(tmp_path / "real", "16.4")
    (tmp_path / "links").mkdir()
    (tmp_path / "links" / "pg_ctl").symlink_to(real / "pg_ctl")
    assert find_programs(str(tmp_path / "links"), tmp_path) == real


def test_find_programs_passes_over_a_wrapper_and_an_old_version(tmp_path: Path) -> None:
    wrapper = install(tmp_path / "wrapper", "16.4", "pg_ctl")
    old = install(tmp_path / "old", "14.9")
    install(tmp_path / "usr/lib/postgresql/9.6/bin", "9.6.24")
    newest = install(tmp_path / "usr/lib/postgresql/16/bin", "16.4")
    install(tmp_path / "usr/lib/postgresql/15/bin", "15.18 (Debian 15.18-0+deb12u1)")
    assert find_programs(f"{wrapper}{os.pathsep}{old}", tmp_path) == newest


def test_find_programs_says_what_to_do_when_there_are_none(tmp_path: Path) -> None:
    install(tmp_path / "usr/lib/postgresql/14/bin", "14.9")
    with pytest.raises(SettingError) as error:
        find_programs("", tmp_path)
    assert str(error.value) == (
        "No PostgreSQL server of version 15 or newer was found: put its pg_ctl on the"
        " PATH (on Debian: apt install postgresql)."
    )


def test_throwaway_runs_a_command_beside_a_server_and_removes_it() -> None:
    try:
        find_programs(os.environ["PATH"], Path("/"))
    except SettingError:
        pytest.skip("no PostgreSQL is installed here")
    ended = subprocess.run(
        [
            *(sys.executable, "-m", "chancery.postgres.throwaway"),
            *(sys.executable, "-c", SHOW),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    user, database, folder = ended.stdout.split()
    assert (ended.returncode, ended.stderr) == (7, "")
    assert (user, database) == ("chancery", "chancery")
    assert not Path(folder).exists()
