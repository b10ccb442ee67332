"""Partners, people and our own desks over the API."""

from partners.api import (
    citations,
    house,
    institutions,
    merges,
    partners,
    people,
    places,
    relations,
)

__all__ = [
    "citations",
    "house",
    "institutions",
    "merges",
    "partners",
    "people",
    "places",
    "relations",
]
