"""Dossiers: what the seed documents say, read from YAML with the line of every fact.

``read_dossiers(folder)`` gives the records of all files, checked and in an order in
which they can be written, or raises ``DossierFaults`` with all that is wrong. This
package knows the format and nothing of the models behind it; the room that owns them
turns the records into rows (``engagements.seeding``).
"""

from seeds.dossier.entries import Dossier, Entry
from seeds.dossier.faults import DossierFaults, Fault
from seeds.dossier.linking import Dossiers, read_dossiers

__all__ = [
    "Dossier",
    "DossierFaults",
    "Dossiers",
    "Entry",
    "Fault",
    "read_dossiers",
]
