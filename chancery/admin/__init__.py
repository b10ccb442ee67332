"""The admin's shared ground: site, base classes, the plumbing's own models.

Django finds admins by importing this package; importing ``users`` registers ours.
"""

from chancery.admin import users

__all__ = ["users"]
