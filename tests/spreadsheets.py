"""Spreadsheets as people upload them, and the steps of an import in a browser."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from chancery.models import ImportRun

Rows = Iterable[Sequence[object]]


def csv_bytes(rows: Rows, *, encoding: str = "utf-8", separator: str = ",") -> bytes:
    """Return a CSV file."""
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(rows)
    return text.getvalue().encode(encoding)


def xlsx_bytes(rows: Rows) -> bytes:
    """Return a workbook; dates and numbers stay what they are."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Rows")
    for row in rows:
        sheet.append(list(row))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def rows_of(content: bytes) -> list[list[str]]:
    """Return what stands in the first sheet of a workbook."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    return [
        ["" if value is None else str(value) for value in row]
        for row in book.worksheets[0].iter_rows(values_only=True)
    ]


def upload(client: Client, kind: str, content: bytes, *, name: str = "rows.csv") -> Any:  # noqa: ANN401 - a test client's response
    """Upload a file; a refused one answers with the form and its error."""
    return client.post(
        reverse("admin:import_kind", args=[kind]),
        {"file": SimpleUploadedFile(name, content)},
    )


def uploaded(client: Client, kind: str, content: bytes, **options: str) -> ImportRun:
    """Upload a file that is taken, and return it."""
    response = upload(client, kind, content, **options)
    assert response.status_code == 302, refusal(response)
    return ImportRun.objects.latest("pk")


def refusal(response: Any) -> str:  # noqa: ANN401 - as above
    """Return why a file was refused."""
    return str(response.context["error"])


def address(run: ImportRun) -> str:
    """Return the page of an import."""
    return reverse("admin:import_run", args=[run.key])


def check(client: Client, run: ImportRun, **answers: str) -> ImportRun:
    """Take the columns as they were guessed, and check."""
    context = client.get(f"{address(run)}?columns=1").context
    data = {
        f"column-{column['place']}": column["chosen"] for column in context["columns"]
    }
    data |= {
        f"default-{item['column'].name}": item["value"] for item in context["offered"]
    }
    client.post(address(run), data | {"do": "check"} | answers)
    run.refresh_from_db()
    return run


def bring_in(client: Client, run: ImportRun, **answers: str) -> ImportRun:
    """Import what was checked."""
    client.post(address(run), {"do": "import", **answers})
    run.refresh_from_db()
    return run


def problems(run: ImportRun) -> list[tuple[int, str, str]]:
    """Return what was found wrong: row, column, sentence."""
    return [(one["row"], one["column"], one["text"]) for one in run.problems]
