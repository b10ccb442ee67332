"""Our own side: desks and officers."""

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from chancery.admin.display import choice_column
from chancery.admin.inlines import PartInline
from chancery.admin.record import RecordAdmin
from chancery.admin.typed import Anything, Row
from chancery.admin.users import Need, account_needs
from chancery.models import User
from partners.models import Desk, Officer, OfficerDesk


class DesksOfOfficer(PartInline):
    """The desks at which an officer works."""

    model = OfficerDesk
    fk_name = "officer"
    fields = ("desk",)
    verbose_name = _("desk")
    verbose_name_plural = _("desks")


@admin.register(Desk)
class DeskAdmin(RecordAdmin):
    """Units of our ministry."""

    icon = "desk"
    list_display = ("name", "name_ko", "code", "parent", "reference")
    search_fields = ("name", "name_ko", "code", "reference")
    ordering = ("name", "pk")
    fields = (("name", "name_ko"), ("code", "parent"), "classification")

    def get_readonly_fields(self, request: HttpRequest, obj: Row = None) -> Anything:  # noqa: ARG002 - Django's signature
        """A desk's code is in addresses and dossiers: it stays."""
        return ("code",) if obj is not None else ()


@admin.register(Officer)
class OfficerAdmin(RecordAdmin):
    """What the house knows of its users."""

    icon = "people"
    list_display = (
        "user",
        choice_column("clearance", _("clearance")),
        "desk_names",
        choice_column("language", _("language")),
        "reference",
    )
    list_filter = ("clearance", "language")
    search_fields = (
        "user__username",
        "user__first_name",
        "user__last_name",
        "reference",
    )
    ordering = ("user__last_name", "user__first_name", "pk")
    names_with = ("user",)
    list_with = ("officer_desks__desk",)
    fields = (
        ("user", "clearance"),
        ("language", "time_zone", "digest"),
        "classification",
    )
    inlines = (DesksOfOfficer,)

    @admin.display(description=_("desks"), empty_value="–")
    def desk_names(self, row: Officer) -> str:
        """Return the desks in a line."""
        return ", ".join(str(seat.desk) for seat in row.officer_desks.all())


@account_needs
def _officer(user: User) -> Need | None:
    """Ask for the clearance and desks without which an account sees nothing."""
    if not user.is_active or Officer.objects.filter(user=user).exists():
        return None
    return Need(
        _("This account sees nothing yet: say its clearance and its desks."),
        _("Make it an officer"),
        f"{reverse('admin:partners_officer_add')}?user={user.pk}",
    )
