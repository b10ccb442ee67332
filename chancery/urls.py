"""Every address of the installation: the one place that knows all rooms' faces."""

from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from chancery.views import choose_language

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="admin:index"), name="home"),
    path("language/", choose_language, name="set_language"),
    path("api/v1/", include("chancery.api.urls")),
    path("admin/", admin.site.urls),
]
