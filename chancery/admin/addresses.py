"""Pages of the admin that belong to no single record: each room adds its own."""

from collections.abc import Callable

from django.contrib.admin import AdminSite
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path

# The request, and what the route captures.
View = Callable[..., HttpResponseBase]
_VIEWS: dict[str, tuple[str, View]] = {}


def site_page(route: str, name: str) -> Callable[[View], View]:
    """Serve a view at ``admin/<route>`` as ``admin:<name>``, to people logged in.

    The view itself asks for rights and reads through ``visible_to``, as faces do.
    """

    def register(view: View) -> View:
        _VIEWS[name] = (route, view)
        return view

    return register


def site_page_names() -> list[str]:
    """Return the names of all pages that the rooms have added."""
    return list(_VIEWS)


def site_urls(site: AdminSite) -> list[URLPattern]:
    """Return the addresses of all pages that the rooms have added."""
    return [
        path(route, site.admin_view(view), name=name)
        for name, (route, view) in _VIEWS.items()
    ]
