"""The partners room in the admin; importing the modules registers them, in order."""

from partners.admin import (  # noqa: I001 - the sidebar's order
    partner,
    people,
    places,
    relations,
    house,
    home,
    finding,
)
from partners.admin.merging import merges

__all__ = [
    "finding",
    "home",
    "house",
    "merges",
    "partner",
    "people",
    "places",
    "relations",
]
