"""The admins to derive from: one for records, one for parts that have a page."""

from functools import partial

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from chancery import actions
from chancery.admin import rights
from chancery.admin.base import ScopedAdmin
from chancery.admin.deeds import Deed, reason_field
from chancery.admin.filters import ArchivedFilter
from chancery.admin.typed import Anything, Row


class RecordAdmin(ScopedAdmin):
    """A thing with a name of its own: archived and restored, never deleted."""

    def get_list_filter(self, request: HttpRequest) -> Anything:
        """Keep archived records out of the way, and within reach."""
        return [*super().get_list_filter(request), ArchivedFilter]

    def deeds(self, request: HttpRequest, record: Row) -> list[Deed]:
        """Offer to put the record away, or to bring it back."""
        user = rights.user_of(request)
        if not user.has_perm(actions.permission_of(self.model, "delete")):
            return []
        if record.archived_at is None:
            return [
                Deed(
                    "archive",
                    _("Archive"),
                    partial(actions.archive, record),
                    asks={"reason": reason_field(_("Why is it archived?"))},
                    tone="danger",
                    explain=_(
                        "It leaves the lists, stays readable under its reference and"
                        " can be restored."
                    ),
                    takes_version=True,
                )
            ]
        return [
            Deed(
                "restore",
                _("Restore"),
                partial(actions.restore, record),
                asks={
                    "reason": reason_field(_("Why is it restored?"), is_required=False)
                },
                tone="primary",
                explain=_("It returns to the lists as it was."),
                takes_version=True,
            )
        ]


class PartAdmin(ScopedAdmin):
    """A part with a reference and a page, reached from the record it belongs to."""

    is_in_sidebar = False
