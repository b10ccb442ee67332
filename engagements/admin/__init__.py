"""The engagements room in the admin; importing registers, in the sidebar's order."""

from engagements.admin import (  # noqa: I001 - the sidebar's order
    meeting,
    series,
    commitment,
    follow_up,
    due_dates,
    agreement,
    events,
    initiative,
    relations,
    home,
    home_meetings,
    logging,
    finding,
    invitation,
)
from engagements.admin.carrying import page as carrying_page


__all__ = [
    "agreement",
    "carrying_page",
    "commitment",
    "due_dates",
    "events",
    "finding",
    "follow_up",
    "home",
    "home_meetings",
    "initiative",
    "invitation",
    "logging",
    "meeting",
    "relations",
    "series",
]
