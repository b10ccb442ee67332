"""Our admin site."""

from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _


class ChancerySite(AdminSite):
    """The officers' desk."""

    site_header = "Chancery"
    site_title = "Chancery"
    index_title = _("Overview")
