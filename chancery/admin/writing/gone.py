"""Giving typed text back where there is nothing left to save it to."""

import re
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from chancery.admin.typed import Admin
from chancery.text import label_of

_ROW = re.compile(r"[\w]+-\d+-(?P<field>\w+)")
# What a deed's page asks for besides fields of the record.
_ASKED = ("reason", "note", "change_reason")


def typed_text(request: HttpRequest, model_admin: Admin) -> list[tuple[str, str]]:
    """Return what was typed as (label, text): words only, no keys and no choices."""
    kept = []
    for key, value in request.POST.items():
        row = _ROW.fullmatch(key)
        label = _label(model_admin, row["field"] if row else key, in_row=bool(row))
        text = str(value).strip()
        if label and text:
            kept.append((label, text))
    return kept


def _label(model_admin: Admin, name: str, *, in_row: bool) -> str:
    """Return what a box of text is called, '' for anything else."""
    owners: list[type[models.Model]]
    owners = (
        [inline.model for inline in model_admin.inlines]
        if in_row
        else [model_admin.model]
    )
    for model in owners:
        try:
            field: Any = model._meta.get_field(name)
        except FieldDoesNotExist:
            continue
        is_text = isinstance(field, models.CharField | models.TextField)
        if is_text and not field.choices:
            return label_of(field)
    return _("Reason") if not in_row and name in _ASKED else ""


def gone_page(
    request: HttpRequest,
    model_admin: Admin,
    kept: list[tuple[str, str]],
    *,
    status: int,
) -> HttpResponse:
    """Return the page: nothing was saved, this is what was typed.

    Status 404 says that there is no such record (or none for this user: it looks the
    same), 403 that it may no longer be changed.
    """
    return TemplateResponse(
        request,
        "admin/gone.html",
        {
            **model_admin.admin_site.each_context(request),
            "opts": model_admin.opts,
            "title": _("Nothing was saved"),
            "is_absent": status == 404,  # noqa: PLR2004 - said in the docstring
            "address": request.path,
            "kept": kept,
        },
        status=status,
    )
