"""Readers of settings from the environment; each stops the start when it is wrong.

An empty variable counts as unset, since compose files and CI systems cannot unset one.
"""

import os
import secrets
from enum import Enum
from pathlib import Path
from typing import Final, TypeVar

from django.core.exceptions import ImproperlyConfigured


class SettingError(ImproperlyConfigured):
    """A setting is missing or wrong: one line that names it and says what to do."""


class _Unset(Enum):
    """Tell "no default was given" from a default of None."""

    TOKEN = 0


_T = TypeVar("_T")
_UNSET: Final = _Unset.TOKEN
_TRUE = ("1", "true", "yes", "on")
_FALSE = ("0", "false", "no", "off")
_SECRET_MIN_LENGTH = 32


def env_str(name: str, default: str | _Unset = _UNSET) -> str:
    """Return a variable without surrounding blanks; it must be set if no default is."""
    value = os.environ.get(name, "").strip()
    return value or _default(name, default)


def env_bool(name: str, default: bool | _Unset = _UNSET) -> bool:  # noqa: FBT001 - the value itself is a truth value
    """Return a switch: 1/true/yes/on or 0/false/no/off in any letter case."""
    value = env_str(name, "").lower()
    if not value:
        return _default(name, default)
    if value in _TRUE:
        return True
    if value in _FALSE:
        return False
    message = f"{name} is {value!r}: set it to 1 (on) or 0 (off)."
    raise SettingError(message)


def env_int(
    name: str,
    default: int | _Unset = _UNSET,
    *,
    minimum: int | None = None,
    maximum: int | None = None,
) -> int:
    """Return a whole number between the two bounds, both included."""
    value = env_str(name, "")
    if not value:
        return _default(name, default)
    try:
        number = int(value)
    except ValueError:
        message = f"{name} is {value!r}: set it to a whole number."
        raise SettingError(message) from None
    if minimum is not None and number < minimum:
        message = f"{name} is {number}: the least it may be is {minimum}."
        raise SettingError(message)
    if maximum is not None and number > maximum:
        message = f"{name} is {number}: the most it may be is {maximum}."
        raise SettingError(message)
    return number


def env_list(name: str, default: list[str] | _Unset = _UNSET) -> list[str]:
    """Return the parts between commas, without blanks and without empty parts."""
    value = env_str(name, "")
    if not value:
        return _default(name, default)
    return [part.strip() for part in value.split(",") if part.strip()]


def env_secret(
    name: str, default: str | _Unset = _UNSET, *, base_dir: Path | None = None
) -> str:
    """Return a secret of at least 32 characters; no message ever shows it.

    Read from the variable, or from the file that ``<name>_FILE`` points to (how
    container platforms hand over secrets). With ``base_dir`` a missing one is made
    once and kept in the data directory, so a newcomer has nothing to set; a served
    process beside a real database server must be given its own, since several such
    processes have to share it.
    """
    value = env_str(name, "")
    file = env_str(f"{name}_FILE", "")
    if value and file:
        message = f"{name} and {name}_FILE are both set: keep one of them."
        raise SettingError(message)
    if file:
        value = _read_secret(f"{name}_FILE", Path(file))
    elif not value:
        if base_dir is None or _is_production():
            return _default(name, default)
        return _kept_secret(name, data_directory(base_dir))
    if len(value) < _SECRET_MIN_LENGTH:
        message = (
            f"{name} is too short: use at least {_SECRET_MIN_LENGTH} random characters,"
            ' such as python3 -c "import secrets; print(secrets.token_urlsafe(50))"'
            " prints."
        )
        raise SettingError(message)
    return value


def data_directory(base_dir: Path) -> Path:
    """Return where this installation keeps its own data: ``.data`` in the checkout."""
    return Path(env_str("CHANCERY_DATA_DIR", str(base_dir / ".data"))).absolute()


def make_private_directory(directory: Path) -> None:
    """Make a directory and its missing parents for us alone; leave others' as found.

    Root lets other users pass through (not list) what it makes, because PostgreSQL,
    which refuses to run as root, has to reach its own folder inside.
    """
    if not directory.is_dir():
        make_private_directory(directory.parent)
        mode = 0o711 if os.geteuid() == 0 else 0o700
        try:
            directory.mkdir(mode=mode)
        except FileExistsError:
            return  # another process was faster
        directory.chmod(mode)  # mkdir's own mode passes through the umask


def is_served() -> bool:
    """Tell whether this process answers requests (``chancery.wsgi`` says so)."""
    return env_bool("CHANCERY_SERVED", default=False)


def _is_production() -> bool:
    return is_served() and bool(env_str("DATABASE_URL", ""))


def _default(name: str, default: _T | _Unset) -> _T:
    if isinstance(default, _Unset):
        message = f"{name} is not set: give it a value (see docs/operations.md)."
        raise SettingError(message)
    return default


def _read_secret(name: str, file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not text"
        message = f"{name} points to {file}, which cannot be read: {reason}."
        raise SettingError(message) from None


def _kept_secret(name: str, directory: Path) -> str:
    """Return the secret kept in the data directory, made at the first call."""
    file = directory / name.lower()
    try:
        make_private_directory(directory)
        if not file.exists():
            # Written aside and linked into place, so that nobody reads half a secret
            # and of two processes at once the first one's secret stays.
            draft = directory / f".{name.lower()}.{secrets.token_hex(4)}"
            with os.fdopen(
                os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w"
            ) as handle:
                handle.write(secrets.token_urlsafe(50))
            try:
                file.hardlink_to(draft)
            except FileExistsError:
                pass
            finally:
                draft.unlink()
        return file.read_text(encoding="ascii").strip()
    except OSError as error:
        message = (
            f"{name} is not set and none can be kept in {directory}:"
            f" {error.strerror}. Set it, or set CHANCERY_DATA_DIR to another folder."
        )
        raise SettingError(message) from None
