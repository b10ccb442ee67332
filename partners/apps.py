"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PartnersConfig(AppConfig):
    """Who there is to meet."""

    name = "partners"
    verbose_name = _("Partners and people")
