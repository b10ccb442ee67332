"""Models of the plumbing: accounts, keys, counters, uploads, the site's facts."""

from chancery.models.apikey import ApiKey
from chancery.models.importrun import ImportRun
from chancery.models.installation import Installation, ReferenceCounter
from chancery.models.user import User

__all__ = ["ApiKey", "ImportRun", "Installation", "ReferenceCounter", "User"]
