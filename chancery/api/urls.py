"""The addresses under /api/v1/; the collections come from the rooms' ``api`` modules."""

from django.urls import include, path, re_path
from django.utils.module_loading import autodiscover_modules
from drf_spectacular.views import SpectacularAPIView

from chancery.api import pages
from chancery.api.registry import router

autodiscover_modules("api")

app_name = "api"
urlpatterns = [
    path("", pages.Overview.as_view(), name="overview"),
    path("schema/", SpectacularAPIView.as_view(), name="schema"),
    path("docs/", pages.docs, name="docs"),
    path("", include(router.urls)),
    # An address without its last slash is left to Django, which adds it.
    re_path(r"^(?:.*/)?\Z", pages.Nowhere.as_view()),
]
