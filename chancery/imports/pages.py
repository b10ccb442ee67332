"""The pages of an import: upload, confirm columns, see the check, import."""

import re
from typing import Any, Final
from uuid import UUID

from django.contrib import admin, messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http import HttpResponseRedirect as Redirect
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_GET, require_http_methods

from chancery.admin.addresses import site_page
from chancery.admin.rights import user_of
from chancery.imports import runs
from chancery.imports.columns_page import columns_context, mapping_from
from chancery.imports.files import too_big
from chancery.imports.limits import KEPT_DAYS, MAX_BYTES, MAX_COLUMNS, MAX_ROWS
from chancery.imports.mapping import problems_of
from chancery.imports.sheets import Sheet, label_of, sheet_for, sheets_for
from chancery.imports.tables import FileRefusedError
from chancery.imports.templates import (
    Rows,
    allowed_rows,
    problem_rows,
    template_rows,
)
from chancery.models import ImportRun
from chancery.models.importrun import RunState
from chancery.refusals import Refused
from chancery.spreadsheets import CSV_TYPE, XLSX_TYPE, csv_lines, xlsx_file

# Room for the rest of the form around the largest file.
_FORM_BYTES: Final = 64 * 1024
_RECENT: Final = 20
# Problems shown on the page; all of those kept are in the file to download.
_SHOWN: Final = 200


@site_page("import/", "import")
@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """Offer what may be imported, and show one's own imports."""
    user = user_of(request)
    own = ImportRun.objects.of(user).defer("content", "problems", "twins", "made")
    sheets = sheets_for(user)
    everybody = []
    if user.has_perm("chancery.view_importrun"):
        everybody = list(
            ImportRun.objects.select_related("uploaded_by")
            .only(
                *("kind", "uploaded_by", "uploaded_at", "state"),
                *("rows_total", "rows_bad", "made_count"),
            )
            .order_by("-uploaded_at", "-pk")[:_RECENT]
        )
    return _page(
        request,
        "start",
        _("Import"),
        sheets=sheets,
        own=[
            (run, label_of(run.kind)) for run in own.order_by("-uploaded_at")[:_RECENT]
        ],
        everybody=[(run, label_of(run.kind)) for run in everybody],
    )


@site_page("import/<slug:kind>/", "import_kind")
@csrf_exempt  # checked below, once the size is known
@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest, kind: str) -> HttpResponse:
    """Take a file; one that is far too large is refused before it is read."""
    if request.method == "POST" and _length(request) > MAX_BYTES + _FORM_BYTES:
        sheet = _sheet(request, kind)
        return _upload_page(request, sheet, error=str(too_big()), status=413)
    answer: HttpResponse = _upload(request, kind)
    return answer


@csrf_protect
def _upload(request: HttpRequest, kind: str) -> HttpResponse:
    sheet = _sheet(request, kind)
    if request.method != "POST":
        return _upload_page(request, sheet)
    file = request.FILES.get("file")
    if file is None:
        return _upload_page(request, sheet, error=_("Choose a file first."), status=422)
    if (file.size or 0) > MAX_BYTES:
        return _upload_page(request, sheet, error=str(too_big()), status=413)
    try:
        run, _table = runs.receive(
            file.read(),
            file_name=file.name or "",
            sheet=sheet,
            by=user_of(request),
            at=timezone.now(),
        )
    except FileRefusedError as error:
        return _upload_page(request, sheet, error=str(error), status=422)
    return Redirect(_address(run))


def _upload_page(
    request: HttpRequest, sheet: Sheet, *, error: str = "", status: int = 200
) -> HttpResponse:
    return _page(
        request,
        "upload",
        _("Import: %s") % sheet.label,
        status=status,
        sheet=sheet,
        error=error,
        limits={
            "bytes": MAX_BYTES,
            "megabytes": MAX_BYTES // 1024 // 1024,
            "rows": MAX_ROWS,
            "columns": MAX_COLUMNS,
            "days": KEPT_DAYS,
        },
    )


@site_page("import/<slug:kind>/template.<slug:form>", "import_template")
@require_GET
def template(request: HttpRequest, kind: str, form: str) -> HttpResponseBase:
    """Hand out a file to fill in."""
    sheet = _sheet(request, kind)
    sheets = [
        (str(sheet.label), template_rows(sheet)),
        (_("What may stand there"), allowed_rows(sheet, user_of(request))),
    ]
    return _file(sheets, form, name=f"{sheet.code}-template")


@site_page("import/run/<uuid:key>/", "import_run")
@require_http_methods(["GET", "POST"])
def run_page(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show how far one's import is, and take what one decides."""
    run = _own(request, key)
    if request.method == "POST":
        return _decide(request, run)
    if run.state == RunState.UPLOADED or (
        run.state == RunState.CHECKED and "columns" in request.GET
    ):
        return _columns_page(request, run)
    sheet = sheet_for(run.kind, user_of(request))
    name = {
        RunState.CHECKING: "progress",
        RunState.IMPORTING: "progress",
        RunState.CHECKED: "checked",
    }.get(RunState(run.state), "over")
    twins = {twin["row"] for twin in run.twins}
    return _page(
        request,
        name,
        _("Import: %s") % run.file_name,
        run=run,
        sheet=sheet,
        problems=run.problems[:_SHOWN],
        more_problems=max(len(run.problems) - _SHOWN, 0),
        twins=run.twins[:_SHOWN],
        twin_rows=len(twins),
        without_twins=run.rows_total - len(twins),
        made=_made(run, sheet),
        more_made=max(run.made_count - len(run.made), 0),
        has_content=run.content is not None,
    )


@site_page("import/run/<uuid:key>/problems.<slug:form>", "import_problems")
@require_GET
def problems(request: HttpRequest, key: UUID, form: str) -> HttpResponseBase:
    """Hand out the rows that cannot go in, to be mended and uploaded again."""
    run = _own(request, key)
    try:
        rows = problem_rows(run, runs.table_of_run(run))
    except FileRefusedError as error:
        messages.error(request, str(error))
        return Redirect(_address(run))
    # Letters and digits of any script; a name of signs alone is none.
    stem = re.sub(r"[^-\w]+", "_", run.file_name.rpartition(".")[0]).strip("_")
    stem = stem or "rows"
    return _file([(_("To mend"), rows)], form, name=f"{stem}-to-mend")


def _decide(request: HttpRequest, run: ImportRun) -> HttpResponse:
    now = timezone.now()
    wanted = request.POST.get("do", "")
    try:
        if wanted == "check":
            return _check(request, run)
        if wanted == "import":
            leave_out = request.POST.get("twins") == "leave_out"
            runs.ask_import(run, leave_out=leave_out, at=now)
        elif wanted == "drop":
            runs.give_up(run, at=now)
            messages.success(request, _("Dropped; nothing was imported."))
            return Redirect(reverse("admin:import"))
    except Refused as error:
        for text in error.messages:
            messages.error(request, text)
    return Redirect(_address(run))


def _check(request: HttpRequest, run: ImportRun) -> HttpResponse:
    sheet = _sheet(request, run.kind)
    try:
        table = runs.table_of_run(run)
    except FileRefusedError as error:
        messages.error(request, str(error))
        return Redirect(_address(run))
    mapping = mapping_from(request.POST, table, sheet)
    wrong = problems_of(mapping, sheet)
    if wrong:
        return _columns_page(request, run, mapping=mapping, errors=wrong)
    runs.ask_check(run, mapping, at=timezone.now())
    return Redirect(_address(run))


def _columns_page(
    request: HttpRequest,
    run: ImportRun,
    *,
    mapping: dict[str, Any] | None = None,
    errors: list[str] | None = None,
) -> HttpResponse:
    sheet = _sheet(request, run.kind)
    try:
        table = runs.table_of_run(run)
    except FileRefusedError as error:
        messages.error(request, str(error))
        return Redirect(reverse("admin:import"))
    chosen = mapping or (run.mapping or None)
    return _page(
        request,
        "columns",
        _("Import: %s") % run.file_name,
        status=422 if errors else 200,
        run=run,
        sheet=sheet,
        errors=errors or [],
        table=table,
        **columns_context(table, sheet, user_of(request), chosen),
    )


def _own(request: HttpRequest, key: UUID) -> ImportRun:
    user = user_of(request)
    run = ImportRun.objects.of(user).filter(key=key).first()
    if run is None:
        raise Http404(_("There is no such import."))
    run.uploaded_by = user
    return run


def _sheet(request: HttpRequest, kind: str) -> Sheet:
    sheet = sheet_for(kind, user_of(request))
    if sheet is None:
        raise Http404(_("There is nothing of that kind that you may import."))
    return sheet


def _made(run: ImportRun, sheet: Sheet | None) -> list[tuple[str, str]]:
    """Return what was made with its addresses."""
    if sheet is None:
        return []
    options = sheet.makes[0]._meta
    page = f"admin:{options.app_label}_{options.model_name}_change"
    return [(reference, reverse(page, args=[reference])) for reference in run.made]


def _address(run: ImportRun) -> str:
    return reverse("admin:import_run", args=[run.key])


def _length(request: HttpRequest) -> int:
    length = request.META.get("CONTENT_LENGTH") or "0"
    return int(length) if length.isdecimal() else 0


def _file(sheets: list[tuple[str, Rows]], form: str, *, name: str) -> HttpResponseBase:
    if form == "xlsx":
        return FileResponse(
            xlsx_file(sheets),
            as_attachment=True,
            filename=f"{name}.xlsx",
            content_type=XLSX_TYPE,
        )
    if form != "csv":
        raise Http404
    return HttpResponse(
        b"".join(csv_lines(sheets[0][1])),
        content_type=CSV_TYPE,
        headers={
            "Content-Disposition": str(
                content_disposition_header(as_attachment=True, filename=f"{name}.csv")
            )
        },
    )


def _page(
    request: HttpRequest,
    name: str,
    title: str,
    *,
    status: int = 200,
    **context: Any,  # noqa: ANN401 - what the template needs
) -> HttpResponse:
    return TemplateResponse(
        request,
        f"admin/imports/{name}.html",
        {**admin.site.each_context(request), "title": title, **context},
        status=status,
    )
