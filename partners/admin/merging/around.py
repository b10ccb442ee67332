"""What all pages about merging share: rights, and the page around."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from chancery.admin import rights
from chancery.admin.typed import Admin, Row
from partners.actions.pairs import require_merging


class Pages:
    """The pages of one kind of record."""

    def __init__(self, model_admin: Admin) -> None:
        """Serve the records of one admin."""
        self.admin = model_admin

    def require_rights(self, request: HttpRequest, record: Row) -> None:
        """Stop who may not merge such records, or not this one."""
        require_merging(self.admin.model, rights.user_of(request))
        if not rights.may_edit(request, record):
            raise PermissionDenied

    def page(
        self,
        request: HttpRequest,
        template: str,
        record: Row,
        **context: Any,  # noqa: ANN401 - of a template
    ) -> HttpResponse:
        """Return a page about the record."""
        return TemplateResponse(
            request,
            template,
            {
                **self.admin.admin_site.each_context(request),
                "opts": self.admin.opts,
                "section": self.admin.section,
                "original": record,
                "address": self.admin.address(record),
                "pick_address": self.admin.merge_address(record),
                **context,
            },
        )
