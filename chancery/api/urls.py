"""The addresses under /api/v1/; the rooms' ``api`` modules bring the collections."""

from django.urls import include, path, re_path
from drf_spectacular.views import SpectacularAPIView

from chancery.api import pages
from chancery.api.registry import router

app_name = "api"
urlpatterns = [
    path("", pages.Overview.as_view(), name="overview"),
    path("schema/", SpectacularAPIView.as_view(), name="schema"),
    path("docs/", pages.docs, name="docs"),
    path("", include(router().urls)),
    # An address without its last slash is left to Django, which adds it.
    re_path(r"^(?:[\s\S]*/)?\Z", pages.Nowhere.as_view()),
]
