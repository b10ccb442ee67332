"""Looked at before anything long is begun: the Python version, the port, the database.

Runs on a bare and possibly old Python, so it uses the standard library only.
"""

import argparse
import os
import socket
import sys
from contextlib import closing

_PYTHON = (3, 11)
_PORT_MAX = 65535


def main() -> None:
    """Check what was asked for; stop with one line at the first problem."""
    parser = argparse.ArgumentParser(prog="preflight")
    parser.add_argument("--serve", nargs=2, metavar=("HOST", "PORT"))
    arguments = parser.parse_args()
    problem = _python_problem()
    if not problem and arguments.serve:
        problem = database_problem() or port_problem(*arguments.serve)
    if problem:
        sys.exit(problem)


def port_problem(host: str, port: str) -> str:
    """Return why nothing can be served at an address; empty if it can."""
    if not port.isdigit() or not 0 < int(port) <= _PORT_MAX:
        return f"PORT is {port!r}: set it to a number from 1 to {_PORT_MAX}."
    try:
        found = socket.getaddrinfo(host, int(port), type=socket.SOCK_STREAM)
    except socket.gaierror:
        return f"HOST is {host!r}, which is no address of this machine."
    family, kind, protocol, _name, address = found[0]
    with closing(socket.socket(family, kind, protocol)) as probe:
        # Lets a port pass whose last connections are only just closing.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except PermissionError:
            return f"PORT {port} needs more rights than yours: choose one above 1023."
        except OSError as error:
            return (
                f"PORT {port} at {host} cannot be used ({error.strerror}): stop what"
                f" uses it, or choose another one, such as PORT={_another(port)}."
            )
    return ""


def database_problem() -> str:
    """Return why the demo must not run here: its users have printed passwords."""
    if os.environ.get("DATABASE_URL", "").strip():
        return (
            "DATABASE_URL is set: the demo puts users with known passwords into its"
            " own embedded database only. Unset DATABASE_URL."
        )
    return ""


def _another(port: str) -> int:
    return int(port) + 1 if int(port) < _PORT_MAX else int(port) - 1


def _python_problem() -> str:
    if sys.version_info >= _PYTHON:
        return ""
    return (
        f"Python {sys.version_info[0]}.{sys.version_info[1]} ({sys.executable}) is too"
        " old: Chancery needs 3.11 or newer. Name one with PYTHON=/path/to/python3."
    )


if __name__ == "__main__":
    main()
