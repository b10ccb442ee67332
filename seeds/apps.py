"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SeedsConfig(AppConfig):
    """Where facts come from."""

    name = "seeds"
    verbose_name = _("Sources")
