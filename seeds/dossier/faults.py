"""What can be wrong with a dossier, said with the place where it is."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong: where it stands, what it is and what is accepted.

    ``line`` counts from 1; ``field`` is the path inside the file or the record, such
    as ``participants.2.role``, empty where the fault is not one field's.
    """

    file: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        """Return the line that an editor can jump to."""
        place = f"{self.file}:{self.line}"
        return (
            f"{place}: {self.field}: {self.message}"
            if self.field
            else (f"{place}: {self.message}")
        )


class DossierFaults(Exception):  # noqa: N818 - a list of them, not one error
    """The dossiers cannot be used; carries every fault that was found."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Take the faults; each is told once, in the order of the files."""
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(str(fault) for fault in self.faults))


def listing(names: Iterable[str]) -> str:
    """Return what is accepted as people write it: ``a, b, c``."""
    return ", ".join(str(name) for name in names)
