"""``python -m tests.bench 10000 1000000``: fill, drive, compare, drop.

Each size has a database of its own on the server that ``DATABASE_URL`` names, or on
the embedded one, and a process of its own. It ends with an error only if something
broke: times are for people to judge.
"""

import json
import os
import subprocess
import sys
import time
from typing import Final

_DEFAULT_SIZES: Final = (10_000, 1_000_000)
_NAME: Final = "bench_{}_{}"
Medians = dict[str, dict[str, float]]


def main() -> None:
    """Measure the sizes of the command line, or one of them in a child."""
    if sys.argv[1:2] == ["--one"]:
        _measure(int(sys.argv[2]), sys.argv[3])
        return
    sizes = sorted({int(word) for word in sys.argv[1:]}) or [*_DEFAULT_SIZES]
    found = {size: _in_a_child(size) for size in sizes}
    _print(found)


def _in_a_child(size: int) -> Medians:
    """Measure one size; its database is gone afterwards, however it ended."""
    name = _NAME.format(os.getpid(), size)
    command = [sys.executable, "-m", "tests.bench", "--one", str(size), name]
    result = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    medians: Medians = json.loads(result.stdout)
    return medians


def _measure(size: int, name: str) -> None:
    """Fill a database, ask for the pages, write the medians and drop it."""
    # As in the tests: the client speaks plain HTTP to a made-up host.
    os.environ["CHANCERY_SECURE"] = "0"
    os.environ["CHANCERY_ALLOWED_HOSTS"] = "testserver"
    os.environ["DJANGO_SETTINGS_MODULE"] = "chancery.settings"
    from django.conf import settings  # noqa: PLC0415 - only once the environment is set

    settings.ROOT_URLCONF = "tests.bench.stock"
    settings.TEMPLATES = [
        {**settings.TEMPLATES[0], "NAME": "ours"},
        {**settings.TEMPLATES[0], "NAME": "stock", "DIRS": []},
    ]
    import django  # noqa: PLC0415 - as above

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 - as above
    from django.db import connection  # noqa: PLC0415 - as above

    from tests.bench.drive import drive  # noqa: PLC0415 - as above
    from tests.bench.load import fill  # noqa: PLC0415 - as above

    connection.ensure_connection()  # starts the embedded server
    connection.close()
    with connection._nodb_cursor() as cursor:  # noqa: SLF001 - as Django's test runner
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
    own = connection.settings_dict["NAME"]
    connection.settings_dict["NAME"] = name
    try:
        call_command("migrate", verbosity=0)
        began = time.monotonic()
        fill(size)
        _say(f"{size:,} commitments loaded in {time.monotonic() - began:.0f} s")
        json.dump(drive(), sys.stdout)
    finally:
        connection.close()
        connection.settings_dict["NAME"] = own
        with connection._nodb_cursor() as cursor:  # noqa: SLF001 - as above
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _print(found: dict[int, Medians]) -> None:
    """Print a table: milliseconds, how much faster than stock, how it grew."""
    sizes = list(found)
    heads = ["page (p50, ms)"]
    for size in sizes:
        heads += [f"ours {size:,}", f"stock {size:,}", "faster"]
    if len(sizes) > 1:
        heads.append("ours grew")
    lines = [heads, ["---", *["---:"] * (len(heads) - 1)]]
    for page in found[sizes[0]]:
        cells = [page]
        for size in sizes:
            ours, stock = (found[size][page].get(who) for who in ("ours", "stock"))
            cells += [_number(ours), _number(stock)]
            cells.append(f"{stock / ours:.0f} x" if ours and stock else "")
        if len(sizes) > 1:
            first, last = (found[size][page]["ours"] for size in (sizes[0], sizes[-1]))
            cells.append(f"{last / first:.1f} x")
        lines.append(cells)
    sys.stdout.writelines(f"| {' | '.join(cells)} |\n" for cells in lines)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.0f}"


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    main()
