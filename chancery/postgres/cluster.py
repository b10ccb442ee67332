"""PostgreSQL's data directory: made whole or not at all, discarded in one step."""

import os
import shutil
from pathlib import Path

from chancery.postgres.location import Account
from chancery.postgres.programs import VERSION, run
from chancery.postgres.settings import DATABASE, ROLE

# Built under this name and renamed when whole: what bears it was never served, so it
# holds no data and may go.
_DRAFT = "cluster.new"
_DISCARDED = "cluster.old"
_OPTIONS = {
    "listen_addresses": "",  # the socket only: nothing to guard on the network
    "unix_socket_permissions": "0700",
    "log_checkpoints": "off",
}
# Trust is safe on a socket in a folder that only the server's user (and root) can
# enter. The locale is built in, so that sorting does not depend on the system.
_INITDB = (
    "--username=postgres",
    "--auth-local=trust",
    "--auth-host=reject",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
)
# Single-user mode takes one statement a line.
_SQL = f"""\
CREATE ROLE {ROLE} LOGIN CREATEDB;
CREATE DATABASE {DATABASE} OWNER {ROLE} TEMPLATE template0 ENCODING 'UTF8' \
LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8';
"""


def make(home: Path, programs: Path, account: Account, lock: int) -> str:
    """Make the data directory with our role and database; return what went wrong.

    The programs keep the lock open: should we be killed, it stays held until they
    have ended too, so that nobody sweeps the folder under them.
    """
    draft = home / _DRAFT
    draft.mkdir(mode=0o700)
    account.own(draft)
    options = [f"--set={name}={value}" for name, value in _OPTIONS.items()]
    result = run(
        programs / "initdb",
        *("--pgdata", str(draft), *_INITDB, *options),
        account=account,
        keep_open=[lock],
    )
    if result.returncode == 0:
        result = run(
            programs / "postgres",
            *("--single", "-D", str(draft), "-c", "exit_on_error=true", "postgres"),
            account=account,
            text=_SQL,
            keep_open=[lock],
        )
    if result.returncode != 0:
        sweep(home)
        words = result.stderr.strip().splitlines() or ["no reason given"]
        return f"the data directory {home} could not be made: {_reason(words)}"
    draft.rename(home / "cluster")
    _flush(home)
    return ""


def sweep(home: Path) -> None:
    """Remove what an interrupted ``make`` or ``discard`` left."""
    for leftover in (home / _DRAFT, home / _DISCARDED):
        if leftover.exists():
            shutil.rmtree(leftover)


def discard(home: Path) -> None:
    """Delete the data directory; interrupted, the next start finishes it."""
    sweep(home)
    if (home / "cluster").exists():
        (home / "cluster").rename(home / _DISCARDED)
    sweep(home)


def defect(data: Path) -> str:
    """Return why a data directory cannot be served; empty if nothing is seen."""
    try:
        version = (data / "PG_VERSION").read_text(encoding="ascii").strip()
    except (FileNotFoundError, NotADirectoryError):
        version = ""
    if not version or not (data / "global" / "pg_control").is_file():
        return (
            f"{data} is damaged (PG_VERSION or global/pg_control is missing): put back"
            " a backup, or delete all data with manage.py postgres reset."
        )
    if version != VERSION:
        return (
            f"{data} was made by PostgreSQL {version}, but {VERSION} is installed: dump"
            " it with the old one and load it with the new (see docs/operations.md)."
        )
    return ""


def _reason(words: list[str]) -> str:
    """Return the line that says what failed, without the program's name."""
    line = next((word for word in words if "error:" in word or "FATAL:" in word), "")
    return line or words[-1]


def _flush(home: Path) -> None:
    """Make the renaming last, or a crash could bring back the name that is swept."""
    descriptor = os.open(home, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
