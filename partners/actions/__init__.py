"""What people do to the records of this room, beyond adding and changing them."""

from partners.actions.language import keep_language, language_of

__all__ = ["keep_language", "language_of"]
