"""What people do with what the house knows of themselves."""

from datetime import datetime

from chancery.history import acting
from chancery.models import User
from partners.models import Officer


def language_of(user: User) -> str:
    """Return the language that an officer wants; '' for who is none."""
    languages = Officer.objects.filter(user=user, archived_at=None)
    return languages.values_list("language", flat=True).first() or ""


def keep_language(*, by: User, at: datetime, language: str) -> None:
    """Keep the language that officers choose for themselves; needs no other right."""
    with acting(by, at=at, verb="change"):
        own = Officer.objects.select_for_update().filter(user=by, archived_at=None)
        for officer in own.exclude(language=language):
            officer.language = language
            officer.save()
