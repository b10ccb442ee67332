"""Files that are taken, and those that are refused in words."""

import io
import zipfile
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse

from chancery.imports.files import read_file
from chancery.imports.limits import MAX_ROWS
from chancery.models import ImportRun, User
from partners.models import Desk
from tests.admin_builders import signed_in
from tests.spreadsheets import csv_bytes, refusal, upload, uploaded, xlsx_bytes

ROWS = [("title", "kind"), ("회의", "call")]


@pytest.fixture
def browser(alice: User, mongolia_desk: Desk) -> Client:  # noqa: ARG001 - Alice's
    return signed_in(alice)


def refused(browser: Client, content: bytes) -> str:
    response = upload(browser, "meetings", content)
    assert response.status_code == 422
    assert ImportRun.objects.count() == 0
    return refusal(response)


@pytest.mark.parametrize(
    ("encoding", "separator"),
    [
        ("utf-8", ","),
        ("utf-8-sig", ";"),
        ("utf-16", "\t"),
        ("cp949", ","),
        ("euc-kr", ";"),
    ],
)
def test_csv_is_read_in_its_encoding_and_with_its_separator(
    encoding: str, separator: str
) -> None:
    table = read_file(csv_bytes(ROWS, encoding=encoding, separator=separator))
    assert table.headings == ("title", "kind")
    assert [row.cells for row in table.rows] == [("회의", "call")]


def test_rows_are_numbered_as_in_the_spreadsheet() -> None:
    content = b'title,kind\n\n"two\nlines",call\n,\nlast,\n'
    assert [(row.number, row.cells) for row in read_file(content).rows] == [
        (3, ("two\nlines", "call")),
        (5, ("last",)),
    ]


def test_workbook_cells_are_read_as_they_were_meant() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["a", "b", "c", "d", "e", "f"])
    sheet.append([date(2023, 6, 1), date(2023, 6, 1), date(2023, 1, 1), 7.0, True])
    sheet["F2"] = datetime(2023, 6, 1, 14, 30)  # noqa: DTZ001 - Excel knows no zones
    sheet["B2"].number_format = "mmm yyyy"
    sheet["C2"].number_format = "yyyy"
    file = io.BytesIO()
    book.save(file)
    (row,) = read_file(file.getvalue()).rows
    assert row.cells == (
        "2023-06-01",
        "2023-06",
        "2023",
        "7",
        "yes",
        "2023-06-01 14:30",
    )


def test_formula_in_a_workbook_is_a_fault_of_its_cell() -> None:
    (row,) = read_file(xlsx_bytes([("title",), ("=1+1",)])).rows
    assert row.faults == {0: "The cell holds a formula. Put its value there instead."}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "The file is empty. Fill in a template and come back."),
        (b"  \n \n", "The file is empty. Fill in a template and come back."),
        (b",,\n,,\n", "The file is empty. Fill in a template and come back."),
        (
            b"title,kind\n",
            "The file has headings but no rows. Add a row for each record.",
        ),
        (
            b"title,kind,Title\nx,y,z\n",
            "Columns A and C have the same heading: “Title”.",
        ),
        (b"title\nx,y\n", "Column B has no heading, but row 2 fills it."),
        (
            b"title,ki\0nd\nx,y\n",
            (
                "Heading of column B: The cell holds a character that no text can hold"
                " (NUL)."
            ),
        ),
        (
            b"title\n" + b"x" * 200_000,
            (
                "Line 2 cannot be read as CSV: a cell is too long, or its quotation"
                " marks do not close."
            ),
        ),
        (
            b"title,caf\xe9\nx,y\n",
            (
                "The file is not readable text: byte 10 does not fit. Save it again as"
                " “CSV UTF-8”, or as an Excel workbook (.xlsx)."
            ),
        ),
        (
            b"%PDF-1.7 ...",
            "This is no spreadsheet. Choose a CSV file or a workbook (.xlsx).",
        ),
        (
            b"<html><script>alert(1)</script>",
            "This is no spreadsheet. Choose a CSV file or a workbook (.xlsx).",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "This is an old Excel file, or one with a password. Save it as .xlsx.",
        ),
        (
            b"PK\x03\x04 broken",
            (
                "The workbook cannot be read: it is damaged or has a password. Save it"
                " again as .xlsx, or as “CSV UTF-8”."
            ),
        ),
        (
            ",".join(f"c{place}" for place in range(101)).encode() + b"\nx\n",
            "The file has more than 100 columns. Leave out what is not needed.",
        ),
        (
            b"title\n" + b"x\n" * 100_000,
            f"The file has more than {MAX_ROWS} rows. Split it into several.",
        ),
    ],
    ids=lambda value: value[:12].decode("latin-1") if isinstance(value, bytes) else "",
)
def test_file_is_refused_in_words(browser: Client, content: bytes, reason: str) -> None:
    assert refused(browser, content) == reason


def packed(files: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


def test_packed_folder_that_is_no_workbook_is_refused(browser: Client) -> None:
    assert refused(browser, packed({"readme.txt": b"x"})) == (
        "This is a packed folder but no Excel workbook (.xlsx)."
    )


def test_workbook_with_macros_is_refused(browser: Client) -> None:
    book = packed({"xl/workbook.xml": b"<workbook/>", "xl/vbaProject.bin": b"x"})
    assert refused(browser, book) == (
        "The workbook holds macros. Save it as .xlsx without them."
    )


def workbook(**cells: str) -> bytes:
    """Return a workbook with two rows, its sheet's XML changed by what is given."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.append(["title"])
    sheet.append([7])
    file = io.BytesIO()
    book.save(file)
    with zipfile.ZipFile(file) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet1.xml"
    for old, new in cells.items():
        files[name] = files[name].replace(f'r="{old}"'.encode(), new.encode())
    return packed(files)


def damaged(content: bytes) -> bytes:
    """Return a workbook whose packed sheet was overwritten with noise."""
    start = content.index(b"xl/worksheets/sheet1.xml") + 24
    return content[:start] + b"\xff" * 40 + content[start + 40 :]


def misnamed() -> bytes:
    """Return a workbook with a file whose name is no text."""
    book = packed({"xl/workbook.xml": b"<workbook/>", "\u00e9.xml": b"x"})
    return book.replace("\u00e9".encode(), b"\xff\xfe")


@pytest.mark.parametrize(
    "content",
    [
        damaged(workbook()),
        misnamed(),
        workbook(A2='r="A2" s="9999"'),
    ],
    ids=["noise", "name", "style"],
)
def test_damaged_workbook_is_refused(browser: Client, content: bytes) -> None:
    assert refused(browser, content).startswith("The workbook cannot be read")


@pytest.mark.parametrize(
    ("name", "offered"),
    [
        ("#.csv", 'attachment; filename="rows-to-mend.csv"'),
        ("...csv", 'attachment; filename="rows-to-mend.csv"'),
        ("a; b.csv", 'attachment; filename="a_b-to-mend.csv"'),
        (
            "회의.csv",
            "attachment; filename*=utf-8''%ED%9A%8C%EC%9D%98-to-mend.csv",
        ),
    ],
)
def test_rows_to_mend_keep_the_name_of_their_file(
    browser: Client, name: str, offered: str
) -> None:
    upload(browser, "meetings", b"title\nx\n", name=name)
    page = reverse("admin:import_problems", args=[ImportRun.objects.get().key, "csv"])
    response = browser.get(page)
    assert (response.status_code, response["Content-Disposition"]) == (200, offered)


def test_zip_bomb_is_refused_before_it_is_unpacked(browser: Client) -> None:
    bomb = packed(
        {"xl/workbook.xml": b"<workbook/>", "xl/sheet1.xml": b"0" * 20_000_000}
    )
    assert len(bomb) < 50_000
    assert refused(browser, bomb) == (
        "The workbook unpacks to far more than its size. Copy the rows that matter"
        " into a new one."
    )


def test_workbook_that_defines_entities_is_refused(browser: Client) -> None:
    laughs = b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">]><a>&lol;</a>'
    assert refused(browser, packed({"xl/workbook.xml": laughs})).startswith(
        "The workbook cannot be read"
    )


def test_fifty_megabytes_are_refused_before_they_are_read(browser: Client) -> None:
    class Unread(io.BytesIO):
        def read(self, *_size: int | None) -> bytes:
            raise AssertionError("the upload was read")

    said: Any = {"wsgi.input": Unread(), "CONTENT_LENGTH": "52428800"}
    page = reverse("admin:import_kind", args=["meetings"])
    kind = "multipart/form-data; boundary=x"
    response = browser.generic("POST", page, content_type=kind, **said)
    assert response.status_code == 413
    assert refusal(response) == (
        "The file is larger than 10 MB. Split it, or leave out what is not needed."
    )


def test_upload_without_the_forms_token_is_refused(alice: User) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(alice)
    assert upload(browser, "meetings", csv_bytes(ROWS)).status_code == 403


def test_name_of_the_file_says_nothing(browser: Client) -> None:
    run = uploaded(browser, "meetings", xlsx_bytes(ROWS), name="rows.csv")
    assert run.rows_total == 1


@pytest.mark.parametrize("kind", ["meetings", "people", "commitments"])
def test_template_can_be_filled_in_and_its_example_is_not_taken_for_a_row(
    browser: Client, kind: str
) -> None:
    for form in ("xlsx", "csv"):
        page = reverse("admin:import_template", args=[kind, form])
        response = browser.get(page)
        content = b"".join(response) if form == "xlsx" else response.content
        run = uploaded(browser, kind, content)
        columns = browser.get(reverse("admin:import_run", args=[run.key])).context[
            "columns"
        ]
        assert [column["heading"] for column in columns if not column["chosen"]] == []


def test_template_lists_what_may_stand_in_a_column(browser: Client) -> None:
    book = openpyxl.load_workbook(io.BytesIO(_template(browser, "meetings")))
    words = {cell for row in book.worksheets[1].values for cell in row}
    assert {"Courtesy call", "Mongolia desk", "Restricted"} <= words
    assert "Europe desk" not in words


def _template(browser: Client, kind: str) -> bytes:
    page = reverse("admin:import_template", args=[kind, "xlsx"])
    return b"".join(browser.get(page))
