"""The partners room in the admin; importing the modules registers them, in order."""

from partners.admin import partner, people, places, relations, house  # noqa: I001 - the sidebar's order

__all__ = ["house", "partner", "people", "places", "relations"]
