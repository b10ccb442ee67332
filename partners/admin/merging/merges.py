"""The page of one merge: what went into what, why, and since when undone."""

from django.contrib import admin
from django.http import HttpRequest

from chancery.admin.record import PartAdmin
from chancery.admin.typed import Row
from partners.admin.parts import PEOPLE
from partners.models import Merge
from partners.models.merge import KINDS


@admin.register(Merge)
class MergeAdmin(PartAdmin):
    """Merges are made and undone on their own pages; here they are read."""

    section = PEOPLE
    list_display = ("__str__", "merged_at", "merged_by", "undone_at", "reference")
    search_fields = ("reference", "reason")
    ordering = ("-merged_at", "-pk")
    list_with = tuple(f"{end}_{kind}" for kind in KINDS for end in ("kept", "merged"))
    readonly_fields = ("merged_at", "merged_by", "reason", "undone_at", "undone_by")
    fields = (("merged_at", "merged_by"), "reason", ("undone_at", "undone_by"))

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002 - Django's signature
        """Only merging writes one."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Row = None) -> bool:  # noqa: ARG002 - as above
        """It is undone, not changed."""
        return False
