"""App configurations of the plumbing."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.db.models.signals import post_migrate


class ChanceryConfig(AppConfig):
    """Users, references, the ceiling, API keys and the shared faces."""

    name = "chancery"
    verbose_name = "Chancery"

    def ready(self) -> None:
        """Write the configured ceiling into the database after every migration."""
        from chancery.installation import write_ceiling  # noqa: PLC0415 - needs models

        # A management signal, not a model signal: it runs when an operator migrates.
        post_migrate.connect(write_ceiling, sender=self)


class ChanceryAdminConfig(AdminConfig):
    """The admin under our own site class."""

    default_site = "chancery.admin.site.ChancerySite"
