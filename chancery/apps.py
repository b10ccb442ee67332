"""App configurations of the plumbing."""

from importlib import import_module
from typing import Any

from django.apps import AppConfig, apps
from django.contrib.admin.apps import AdminConfig
from django.db.models.signals import post_migrate
from django.utils.module_loading import autodiscover_modules


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

    def ready(self) -> None:
        """Register the admins of all rooms, and then the plumbing's own."""
        super().ready()
        # Not in chancery.admin itself: the site class lives there, and registering
        # while it is being imported would fill a site that is thrown away.
        import_module("chancery.admin.users")
        import_module("chancery.admin.dates")
        import_module("chancery.admin.searching.search_page")
        import_module("chancery.imports.pages")
        # What may be imported is said by the rooms.
        autodiscover_modules("imports")
        # The queue is the operator's, who has commands for it; the desk has no list.
        site: Any = import_module("django.contrib.admin").site
        site.unregister(apps.get_model("procrastinate", "ProcrastinateJob"))
