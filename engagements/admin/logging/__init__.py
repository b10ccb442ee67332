"""Logging a whole meeting on one page; importing registers its addresses."""

from engagements.admin.logging import endpoints, page

__all__ = ["endpoints", "page"]
