"""Models of the plumbing: accounts, keys, counters, the installation's facts."""

from chancery.models.apikey import ApiKey
from chancery.models.installation import Installation, ReferenceCounter
from chancery.models.user import User

__all__ = ["ApiKey", "Installation", "ReferenceCounter", "User"]
