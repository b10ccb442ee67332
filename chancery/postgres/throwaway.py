"""Run a command beside a throw-away PostgreSQL server, made from what is installed.

``python -m chancery.postgres.throwaway pytest`` sets DATABASE_URL for the command and
removes the server when it has ended, however it ended.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import psycopg

from chancery.env import SettingError
from chancery.postgres.location import Account, account_for
from chancery.postgres.programs import run

_OLDEST = 15
_PROGRAMS = ("pg_ctl", "initdb", "postgres")
# Where packages put the programs without putting them on the PATH.
_PLACES = (
    "usr/lib/postgresql/*/bin",
    "usr/pgsql-*/bin",
    "usr/local/pgsql/bin",
    "opt/homebrew/opt/postgresql*/bin",
)
# The data is worth nothing, so nothing waits for the disk.
_OPTIONS = "-c listen_addresses='' -c fsync=off -c full_page_writes=off"


def main() -> NoReturn:
    """Run the command of the command line; exit as it does."""
    # So that a polite end passes through the clean-up below.
    signal.signal(signal.SIGTERM, lambda *_signal: sys.exit(128 + signal.SIGTERM))
    try:
        with server() as url:
            environment = {**os.environ, "DATABASE_URL": url}
            code = subprocess.run(  # noqa: S603 - the caller's own command
                sys.argv[1:], check=False, env=environment
            ).returncode
    except SettingError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)
    sys.exit(code)


@contextmanager
def server() -> Iterator[str]:
    """Yield the address of an empty database on a server that ends with the block."""
    programs = find_programs(os.environ.get("PATH", ""), Path("/"))
    # /tmp, since the path of a socket must be short; the name is not predictable.
    home = Path(tempfile.mkdtemp(prefix="chancery-", dir="/tmp"))
    account = account_for(home)
    account.own(home)
    try:
        _make(programs, home, account)
        _must(
            programs / "pg_ctl",
            *("start", "--wait", "--pgdata", str(home / "data")),
            *("--log", str(home / "log"), "--options", f"-k {home} -p 5432 {_OPTIONS}"),
            account=account,
        )
        try:
            yield _create_database(home)
        finally:
            run(
                programs / "pg_ctl",
                *("stop", "--mode=immediate", "--pgdata", str(home / "data")),
                account=account,
            )
    finally:
        shutil.rmtree(home)


def find_programs(path: str, root: Path) -> Path:
    """Return the folder of PostgreSQL's server programs, 15 or newer.

    The first complete one of the PATH, links followed; else the newest below ``root``
    where packages put them. A lone ``pg_ctl`` may be somebody's wrapper: it counts only
    beside ``initdb`` and ``postgres``.
    """
    for directory in filter(None, path.split(os.pathsep)):
        folder = (Path(directory) / "pg_ctl").resolve().parent
        if _version(folder) >= _OLDEST:
            return folder
    found = {
        folder: _version(folder) for place in _PLACES for folder in root.glob(place)
    }
    newest = max(found, key=lambda folder: found[folder], default=None)
    if newest is None or found[newest] < _OLDEST:
        message = (
            f"No PostgreSQL server of version {_OLDEST} or newer was found: put its"
            " pg_ctl on the PATH (on Debian: apt install postgresql)."
        )
        raise SettingError(message)
    return newest


def _version(folder: Path) -> int:
    """Return the major version of the programs in a folder; 0 if any is missing."""
    if not all(os.access(folder / name, os.X_OK) for name in _PROGRAMS):
        return 0
    found = subprocess.run(  # noqa: S603 - a program found, without a shell
        [folder / "postgres", "--version"], capture_output=True, text=True, check=False
    )
    number = re.search(r"\) (\d+)", found.stdout)
    return int(number[1]) if number else 0


def _make(programs: Path, home: Path, account: Account) -> None:
    for locale in ("C.UTF-8", "C"):  # the second where a system has no other
        result = run(
            programs / "initdb",
            *("--pgdata", str(home / "data"), "--username=postgres", "--no-sync"),
            *("--auth=trust", "--encoding=UTF8", f"--locale={locale}"),
            account=account,
        )
        if result.returncode == 0:
            return
    raise SettingError(_failed(programs / "initdb", result))


def _create_database(home: Path) -> str:
    with psycopg.connect(
        host=str(home), port=5432, user="postgres", dbname="postgres", autocommit=True
    ) as session:
        session.execute("CREATE ROLE chancery LOGIN CREATEDB")
        session.execute("CREATE DATABASE chancery OWNER chancery TEMPLATE template0")
    return f"postgresql://chancery@/chancery?host={home}&port=5432"


def _must(program: Path, *arguments: str, account: Account) -> None:
    result = run(program, *arguments, account=account)
    if result.returncode != 0:
        raise SettingError(_failed(program, result))


def _failed(program: Path, result: subprocess.CompletedProcess[str]) -> str:
    words = (result.stderr or result.stdout).strip().splitlines() or ["no reason given"]
    return f"{program} failed: {words[-1]}"


if __name__ == "__main__":
    main()
