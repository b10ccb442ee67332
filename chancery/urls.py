"""Every address of the installation: the one place that knows all rooms' faces."""

from django.contrib import admin
from django.urls import path

urlpatterns = [path("admin/", admin.site.urls)]
