"""UN regions, UN membership and group columns, read from country_converter.

The package's data table is read directly and the package is not imported:
importing it loads pandas, and pandas 3 turns Namibia's code "NA" into a missing
value, on which country_converter 1.3.2 stops. The csv module keeps every cell a
string, so "NA" and "NO" stay what they are.
"""

import csv
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# Every column this package reads; a release that renames one must be noticed.
COLUMNS = frozenset(
    {
        "name_short", "name_official", "ISO3", "UNregion", "UNmember", "obsolete",
        "APEC", "CIS", "CoE", "G7", "G20", "OECD",
        "EU", "EU12", "EU15", "EU25", "EU27_2007", "EU28",
    }
)  # fmt: skip


class ReferenceLibraryError(RuntimeError):
    """A library that carries reference data is missing or has changed shape."""


@cache
def classifications() -> "Mapping[str, Mapping[str, str]]":
    """Return the current rows of country_converter's table, keyed by ISO3.

    Kosovo is keyed by the user-assigned XKX, as the library has it. States that
    no longer exist are left out. Raises ReferenceLibraryError.
    """
    return read_table(table_path("country_converter"))


def table_path(package: str) -> Path:
    """Find the package's table without importing it; raise ReferenceLibraryError."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        message = (
            f"{package} is not installed, and the reference partners are built from "
            "it: pip install -r requirements-dev.txt"
        )
        raise ReferenceLibraryError(message)
    return Path(spec.origin).with_name("country_data.tsv")


def read_table(path: Path) -> "Mapping[str, Mapping[str, str]]":
    """Read a table laid out as country_converter's; raise ReferenceLibraryError."""
    try:
        with path.open(encoding="utf-8", newline="") as table:
            reader = csv.DictReader(table, delimiter="\t")
            missing = COLUMNS - set(reader.fieldnames or ())
            rows = list(reader)
    except OSError as error:
        message = f"country_converter's table cannot be read: {error}"
        raise ReferenceLibraryError(message) from error
    if missing:
        message = (
            f"country_converter's table lacks {', '.join(sorted(missing))}: install "
            "the version pinned in requirements-dev.txt"
        )
        raise ReferenceLibraryError(message)
    return MappingProxyType({row["ISO3"]: row for row in rows if not row["obsolete"]})
