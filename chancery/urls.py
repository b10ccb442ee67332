"""Every address of the installation: the one place that knows all rooms' faces."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("api/v1/", include("chancery.api.urls")),
    path("admin/", admin.site.urls),
]
