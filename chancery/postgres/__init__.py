"""The one database: a real PostgreSQL server, or an embedded one that needs no care."""

from chancery.postgres.settings import database_settings

__all__ = ["database_settings"]
