"""What may be imported into this room: each module registers its sheet."""

from engagements.imports import commitments, meetings

__all__ = ["commitments", "meetings"]
