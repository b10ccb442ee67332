"""What Django is told about the database: read from DATABASE_URL, or embedded."""

from pathlib import Path
from typing import Any, Final

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from chancery.env import SettingError, env_str, is_served
from chancery.postgres.location import embedded_home, socket_directory

BACKEND: Final = "chancery.postgres.backend"
# Role and database of the embedded server; the role is no superuser, so that what
# works here works on a real server too.
ROLE: Final = "chancery"
DATABASE: Final = "chancery"
PORT: Final = "5432"
_CONNECT_SECONDS = 5
_SHAPE = "postgresql://user:password@host:5432/name"
# One worker serves one request at a time; the rest is room for its short overlaps.
_POOL: Final = {"min_size": 1, "max_size": 4, "timeout": 5}


def database_settings(base_dir: Path) -> dict[str, Any]:
    """Return ``DATABASES["default"]``; nothing is started or connected to yet.

    ``DATABASE_URL`` names a server (PostgreSQL 15 or newer). Unset, the embedded
    server is used and started by the first connection; the key ``EMBEDDED`` then
    holds its folder. Raises ``SettingError`` for an address that cannot be right;
    its text shows no part of the address, which may hold a password.
    """
    url = env_str("DATABASE_URL", "")
    address = _server_address(url) if url else _embedded_address(base_dir)
    options = {
        "application_name": "chancery",
        "connect_timeout": _CONNECT_SECONDS,
        **address.pop("OPTIONS", {}),
    }
    if is_served():
        # The pool keeps connections between requests. Commands and tests are better
        # off without its threads. It demands CONN_MAX_AGE 0.
        options["pool"] = dict(_POOL)
    return {
        "ENGINE": BACKEND,
        **address,
        "OPTIONS": options,
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,
        # template0 holds nothing but the server's own, whatever template1 was given.
        "TEST": {"TEMPLATE": "template0"},
    }


def _embedded_address(base_dir: Path) -> dict[str, Any]:
    home = embedded_home(base_dir).path
    return {
        "NAME": DATABASE,
        "USER": ROLE,
        "PASSWORD": "",
        "HOST": str(socket_directory(home)),
        "PORT": PORT,
        "EMBEDDED": str(home),
    }


def _server_address(url: str) -> dict[str, Any]:
    if not url.startswith("postgresql://"):
        message = (
            "DATABASE_URL does not begin with postgresql://, the only kind of database"
            f" that Chancery works with. Its form is {_SHAPE}."
        )
        raise SettingError(message)
    try:
        parts = conninfo_to_dict(url)
    except ProgrammingError:
        parts = {}
    name = str(parts.pop("dbname", ""))
    host = str(parts.pop("host", ""))
    port = str(parts.pop("port", ""))
    # An unescaped @, / or : in a password moves its pieces into the other parts.
    misread = "@" in host or set("@/") & set(name)
    if misread or not name or not all(number.isdigit() for number in _ports(port)):
        message = (
            f"DATABASE_URL cannot be understood. Its form is {_SHAPE}; write special"
            " characters in a password as %XX."
        )
        raise SettingError(message)
    return {
        "NAME": name,
        "USER": str(parts.pop("user", "")),
        "PASSWORD": str(parts.pop("password", "")),
        "HOST": host,
        "PORT": port,
        "OPTIONS": parts,
    }


def _ports(port: str) -> list[str]:
    """Return the ports of an address, one per host; none when none is given."""
    return [number for number in port.split(",") if number]
