"""A thousand rows, twenty of them bad: found, mended, imported."""

import io
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import openpyxl
from playwright.sync_api import Page

from engagements.models import Meeting
from tests.browser.conftest import World
from tests.jobs import work_off
from tests.spreadsheets import rows_of, xlsx_bytes

HEADINGS = ["Title", "Kind", "Date", "Partners"]
BAD = {number: number % 4 for number in range(25, 1000, 50)}


def _row(number: int) -> list[str]:
    row = [f"Consultations no. {number}", "Working level", "2019-05", ""]
    wrong = {
        0: (1, "Chat"),
        1: (2, "01/12/2019"),
        2: (3, "KR; Atlantis"),
        3: (0, ""),
    }
    if number in BAD:
        place, text = wrong[BAD[number]]
        row[place] = text
    return row


def _do_the_jobs() -> None:
    """Run the worker until it has nothing to do, outside Playwright's own loop."""
    worker = Thread(target=work_off)
    worker.start()
    worker.join()


def _upload(page: Page, content: bytes, name: str) -> None:
    page.goto("/admin/import/meetings/")
    page.get_by_label("Spreadsheet").set_input_files(
        {
            "name": name,
            "mimeType": "application/octet-stream",
            "buffer": content,
        }
    )
    page.get_by_role("button", name="Upload and read").click()
    page.get_by_role("button", name="Check the rows").click()


def test_thousand_rows_with_twenty_bad_ones_are_mended_and_imported(
    world: World, axe: Callable[[Page], list[str]], tmp_path: Path
) -> None:
    desk = world.login()
    before = Meeting.objects.count()
    rows = [HEADINGS, *(_row(number) for number in range(1000))]
    _upload(desk, xlsx_bytes(rows), "meetings.xlsx")
    desk.get_by_text("of 1000 rows").wait_for()
    assert axe(desk) == []
    _do_the_jobs()
    desk.get_by_role("heading", name="Problems").wait_for()
    assert axe(desk) == []
    cells = desk.locator(
        ".import-problems tbody tr td:nth-child(-n+2)"
    ).all_inner_texts()
    letters = {0: "B “Kind”", 1: "C “Date”", 2: "D “Partners”", 3: "A “Title”"}
    assert list(zip(cells[::2], cells[1::2], strict=True)) == [
        (str(number + 2), letters[kind]) for number, kind in BAD.items()
    ]
    assert desk.get_by_role("button", name="Import", exact=False).count() == 0
    with desk.expect_download() as download:
        desk.get_by_role("link", name="Rows to mend (.xlsx)").click()
    file = tmp_path / "mend.xlsx"
    download.value.save_as(file)
    headings, *wrong = rows_of(file.read_bytes())
    assert (headings, len(wrong)) == ([*HEADINGS, "Problem"], 20)
    # The rows are mended in the file that was downloaded, and the rest goes in first.
    _mend(file, dict(enumerate(BAD, start=2)))
    good = [HEADINGS, *(_row(number) for number in range(1000) if number not in BAD)]
    _upload(desk, xlsx_bytes(good), "good.xlsx")
    desk.get_by_text("of 980 rows").wait_for()
    _do_the_jobs()
    desk.get_by_role("button", name="Import 980 rows").click()
    desk.get_by_text("of 980 rows").wait_for()
    _do_the_jobs()
    desk.get_by_text("980 rows were imported.").wait_for()
    _upload(desk, file.read_bytes(), "mend.xlsx")
    # Of the same month and with such a title as the others: perhaps entered.
    desk.get_by_label("They are new").check()
    desk.get_by_role("button", name="Import", exact=True).click()
    desk.get_by_text("20 rows were imported.").wait_for()
    assert axe(desk) == []
    assert Meeting.objects.count() == before + 1000


def _mend(file: Path, numbers: dict[int, int]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(file.read_bytes()))
    sheet = book.worksheets[0]
    for row, number in numbers.items():
        right = _row(-1)
        right[0] = f"Consultations no. {number}"
        for place, text in enumerate(right, start=1):
            sheet.cell(row, place, text)
    book.save(file)
