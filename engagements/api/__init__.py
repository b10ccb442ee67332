"""Meetings, agreements, initiatives and commitments over the API."""

from engagements.api import (
    agreements,
    citations,
    commitments,
    follow_up,
    initiatives,
    meetings,
    relation_bases,
    series,
)

__all__ = [
    "agreements",
    "citations",
    "commitments",
    "follow_up",
    "initiatives",
    "meetings",
    "relation_bases",
    "series",
]
