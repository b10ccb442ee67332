"""Taking a list along: the rows that it shows, filtered and searched, as a file.

A file holds what the list shows to this user, no more: the same scope, filters, words
searched for, order and columns, and the reference.
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from itertools import islice
from typing import Any, ClassVar, Final

from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.utils import label_for_field, lookup_field
from django.core.exceptions import FieldDoesNotExist, PermissionDenied
from django.db import models
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponseRedirect,
    StreamingHttpResponse,
)
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.admin.typed import Admin, Anything, ModelAdmin, Row
from chancery.dates.fields import PartialDateField
from chancery.imports.sheets import sheet_that_makes
from chancery.spreadsheets import CSV_TYPE, XLSX_TYPE, Value, csv_lines, xlsx_file
from chancery.text import Text

logger = logging.getLogger(__name__)

# A workbook is made whole before it is sent, and spreadsheet programs grow slow.
MAX_XLSX_ROWS: Final = 100_000
_CHUNK: Final = 1_000
# The changelist's own questions that say which page of it is shown.
_PAGING: Final = {"p", "all"}


@dataclass(frozen=True)
class ExportFormat:
    """One kind of file that a list may be taken along as."""

    label: Text
    write: Callable[[HttpRequest, Admin, Anything], HttpResponseBase]


class Exporting(ModelAdmin):
    """Offers the list as files."""

    export_formats: ClassVar[dict[str, ExportFormat]]
    # Further ways in, for who may add: what they are called, and names of addresses.
    further_imports: ClassVar[tuple[tuple[Text, str], ...]] = ()

    def get_urls(self) -> list[URLPattern]:
        """Add the address of the files."""
        name = f"{self.opts.app_label}_{self.opts.model_name}_export"
        view = self.admin_site.admin_view(self.export_view)
        return [path("export.<slug:form>", view, name=name), *super().get_urls()]

    def export_view(self, request: HttpRequest, form: str) -> HttpResponseBase:
        """Hand out the list that the address asks for."""
        chosen = self.export_formats.get(form)
        if chosen is None:
            raise Http404(_("There is no such file."))
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        query = request.GET.copy()
        for name in _PAGING:
            query.pop(name, None)
        request.GET = query  # type: ignore[assignment]
        try:
            listed = self.get_changelist_instance(request)
        except IncorrectLookupParameters:
            meta = self.opts
            page = f"admin:{meta.app_label}_{meta.model_name}_changelist"
            return HttpResponseRedirect(f"{reverse(page)}?e=1")  # as the list answers
        logger.info(
            "export of %s as %s by %s: %s",
            self.opts.label_lower,
            form,
            request.user.pk,
            query.urlencode()[:500] or "all",
        )
        return chosen.write(request, self, listed)

    def list_files(self, request: HttpRequest) -> dict[str, Any]:
        """Return what the menu at the list offers: files of it, and importing."""
        page = f"admin:{self.opts.app_label}_{self.opts.model_name}_export"
        query = request.GET.copy()
        for name in _PAGING:
            query.pop(name, None)
        tail = f"?{query.urlencode()}" if query else ""
        sheet = sheet_that_makes(self.model, request.user)  # type: ignore[arg-type]
        imports: list[tuple[Text, str]] = []
        if sheet is not None:
            address = reverse("admin:import_kind", args=[sheet.code])
            imports = [
                (gettext_lazy("Import a spreadsheet"), address),
                *((label, reverse(name)) for label, name in self.further_imports),
            ]
        return {
            "imports": imports,
            "files": [
                (one.label, reverse(page, args=[form]) + tail)
                for form, one in self.export_formats.items()
            ],
        }


def _csv(
    request: HttpRequest, model_admin: Admin, listed: Anything
) -> HttpResponseBase:
    rows = exported(request, model_admin, listed)
    return StreamingHttpResponse(
        csv_lines(rows),
        content_type=CSV_TYPE,
        headers={"Content-Disposition": _attachment(model_admin, "csv")},
    )


def _xlsx(
    request: HttpRequest, model_admin: Admin, listed: Anything
) -> HttpResponseBase:
    rows = _capped(exported(request, model_admin, listed))
    title = capfirst(str(model_admin.opts.verbose_name_plural))
    return FileResponse(
        xlsx_file([(title, rows)]),
        content_type=XLSX_TYPE,
        headers={"Content-Disposition": _attachment(model_admin, "xlsx")},
    )


Exporting.export_formats = {
    "csv": ExportFormat(gettext_lazy("CSV file"), _csv),
    "xlsx": ExportFormat(gettext_lazy("Excel workbook"), _xlsx),
}


def _attachment(model_admin: Admin, ending: str) -> str:
    name = f"{model_admin.opts.model_name}-{timezone.localdate().isoformat()}"
    return f'attachment; filename="{name}.{ending}"'


def _capped(rows: Iterator[list[Value]]) -> Iterator[list[Value]]:
    yield from islice(rows, MAX_XLSX_ROWS + 1)
    if next(rows, None) is not None:
        yield [
            _("Only the first %d rows are here. Filter the list, or take the CSV file.")
            % MAX_XLSX_ROWS
        ]


def rows_in_chunks(listed: Anything) -> Iterable[Row]:
    """Return a list's rows, all of them, a thousand in memory at a time."""
    rows: Iterable[Row] = listed.queryset.iterator(chunk_size=_CHUNK)
    return rows


def exported(
    request: HttpRequest,  # noqa: ARG001 - for formats that need it
    model_admin: Admin,
    listed: Anything,
) -> Iterator[list[Value]]:
    """Yield the headings and then the cells of every row."""
    columns = [name for name in listed.list_display if name != "action_checkbox"]
    if "reference" not in columns and hasattr(model_admin.model, "reference"):
        columns.append("reference")
    yield [
        capfirst(str(label_for_field(name, model_admin.model, model_admin)))
        for name in columns
    ]
    for row in rows_in_chunks(listed):
        yield [_value(name, row, model_admin) for name in columns]


def _value(column: Anything, row: Row, model_admin: Admin) -> Value:
    """Return what a cell holds: data where the list shows markup around it."""
    name = column if isinstance(column, str) else getattr(column, "__name__", "")
    field = _field(name, row)
    if isinstance(field, PartialDateField):
        return getattr(row, name)  # the date itself, which the import reads back
    if field is not None and field.choices:
        return str(getattr(row, f"get_{name}_display")())
    _field_of, _attribute, value = lookup_field(column, row, model_admin)
    if isinstance(value, SafeString):
        return " ".join(_plain(value).split())
    if isinstance(value, bool | int | float) or value is None:
        return value
    return str(value)


def _plain(markup: SafeString) -> str:
    return unescape(strip_tags(markup))


def _field(name: str, row: Row) -> "models.Field[Any, Any] | None":
    try:
        field = row._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    return field if isinstance(field, models.Field) else None
