"""The admins to derive from: one for records, one for parts that have a page."""

from functools import partial

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from chancery import actions
from chancery.admin import rights
from chancery.admin.base import ScopedAdmin
from chancery.admin.lists.bulk import Asks, BulkDeed
from chancery.admin.lists.filters import ArchivedFilter
from chancery.admin.typed import Anything, Options, Row
from chancery.admin.writing.deeds import Deed, reason_field
from chancery.text import Text


class RecordAdmin(ScopedAdmin):
    """A thing with a name of its own: archived and restored, never deleted."""

    def get_list_filter(self, request: HttpRequest) -> Anything:
        """Keep archived records out of the way, and within reach."""
        return [*super().get_list_filter(request), ArchivedFilter]

    def bulk_deeds(self, request: HttpRequest) -> list[BulkDeed]:
        """Offer to put many away, or to bring them back."""
        user = rights.user_of(request)
        if not user.has_perm(actions.permission_of(self.model, "delete")):
            return []
        return [
            BulkDeed(
                "archive",
                _("Archive"),
                _archive,
                leaves_out=lambda row: _("archived already") if row.archived_at else "",
                asks=_reason(_("Why are they archived?"), is_required=True),
                tone="danger",
                explain=_(
                    "They leave the lists, stay readable under their references and"
                    " can be restored."
                ),
            ),
            BulkDeed(
                "restore",
                _("Restore"),
                _restore,
                leaves_out=lambda row: "" if row.archived_at else _("not archived"),
                asks=_reason(_("Why are they restored?"), is_required=False),
                explain=_("They return to the lists as they were."),
            ),
        ]

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


def _reason(label: Text, *, is_required: bool) -> Asks:
    def asks(_request: HttpRequest) -> dict[str, forms.Field]:
        return {"reason": reason_field(label, is_required=is_required)}

    return asks


def _archive(row: Row, **answers: Options) -> object:
    return actions.archive(row, **answers)


def _restore(row: Row, **answers: Options) -> object:
    return actions.restore(row, **answers)


class PartAdmin(ScopedAdmin):
    """A part with a reference and a page, reached from the record it belongs to."""

    is_in_sidebar = False
