"""Our admin site: grouped by task, with a home page that says what matters."""

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.admin.models import LogEntry
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, reverse
from django.utils.translation import gettext_lazy as _

from chancery.admin.addresses import site_urls
from chancery.admin.choosing.autocomplete import ScopedAutocompleteView
from chancery.admin.home import home_panels
from chancery.admin.login import LoginForm
from chancery.admin.sections import ADMINISTRATION
from chancery.language import remember_at_login


class ChancerySite(AdminSite):
    """The officers' desk."""

    site_header = "Chancery"
    site_title = "Chancery"
    index_title = _("Overview")
    site_url = None
    login_form = LoginForm
    empty_value_display = "–"

    def has_permission(self, request: HttpRequest) -> bool:
        """Let people in who may be here; services have the API."""
        is_service = getattr(request.user, "is_service_account", False)
        return super().has_permission(request) and not is_service

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Add the rooms' own pages before Django's last one, which takes the rest."""
        return [*site_urls(self), *super().get_urls()]

    def get_app_list(
        self, request: HttpRequest, app_label: str | None = None
    ) -> list[Any]:
        """Return the sidebar: sections in order, models as they were registered."""
        apps = self._build_app_dict(request, app_label)
        entries = {
            entry["model"]: entry for app in apps.values() for entry in app["models"]
        }
        sections: dict[Any, list[dict[str, Any]]] = {}
        for model, model_admin in self._registry.items():
            entry = entries.get(model)
            if entry is None or not getattr(model_admin, "is_in_sidebar", True):
                continue
            section = getattr(model_admin, "section", ADMINISTRATION)
            links = getattr(model_admin, "sidebar_links", None)
            entry["links"] = links(request) if links else []
            entry["icon"] = getattr(model_admin, "icon", "list")
            entry["new_label"] = _("New %s") % model._meta.verbose_name
            sections.setdefault(section, []).append(entry)
        home = reverse("admin:index", current_app=self.name)
        return [
            {
                "name": section.label,
                "app_label": section.code,
                "app_url": home,
                "has_module_perms": True,
                "models": sections[section],
            }
            for section in sorted(sections, key=lambda one: one.order)
        ]

    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Let people in, and speak their language from then on."""
        response = super().login(request, extra_context)
        if request.method == "POST" and request.user.is_authenticated:
            remember_at_login(request)
        return response

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        """Show the home page."""
        context = {"panels": home_panels(request), **(extra_context or {})}
        return super().index(request, context)

    def app_index(  # type: ignore[override]
        self,
        request: HttpRequest,  # noqa: ARG002 - Django's signature
        app_label: str,  # noqa: ARG002 - Django's signature
        extra_context: dict[str, Any] | None = None,  # noqa: ARG002 - as above
    ) -> HttpResponseRedirect:
        """Apps are how we build the house; people find their way by task."""
        return HttpResponseRedirect(reverse("admin:index", current_app=self.name))

    def autocomplete_view(self, request: HttpRequest) -> HttpResponseBase:  # type: ignore[override]
        """Search for a record to relate to."""
        return ScopedAutocompleteView.as_view(admin_site=self)(request)

    def get_log_entries(self, request: HttpRequest) -> models.QuerySet[LogEntry]:  # noqa: ARG002 - Django's signature
        """Django's own log is not shown: it knows nothing of who may see what."""
        return LogEntry.objects.none()
