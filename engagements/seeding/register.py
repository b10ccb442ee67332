"""Which reference each seeded record has been given: for good.

References are counted, so a record that a dossier gains in the middle would push all
that follow to other numbers, and an installation would take the one for the other.
Hence the register: what has a reference keeps it, what is new gets the next number
after all that were ever given out, also those of records that are gone.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from chancery.references import next_reference, note_used

FILE: Final = "references.json"


class RegisterError(Exception):
    """The register cannot be read; says what to do."""


class Register:
    """References by what they were given to: ``meeting jc`` → ``MTG-2023-0001``."""

    def __init__(self, given: Mapping[str, str]) -> None:
        """Take what was given before and move the database's counters past it."""
        self.given = dict(given)
        note_used(list(self.given.values()))

    def reference(self, name: str, prefix: str, year: int | None = None) -> str:
        """Return the reference of a record, a new one where it has none yet."""
        reference = self.given.get(name)
        if reference is None:
            reference = self.given[name] = next_reference(prefix, year)
        return reference


def read_register(folder: Path) -> dict[str, str]:
    """Return what earlier builds gave out; nothing where there were none."""
    path = folder / FILE
    try:
        given = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise RegisterError(
            f"{path} cannot be read ({error}). It keeps the references that were given"
            " out: bring it back from version control."
        ) from error
    if not isinstance(given, dict) or not all(
        isinstance(reference, str) for reference in given.values()
    ):
        raise RegisterError(
            f"{path} is no list of references: bring it back from version control."
        )
    return given
