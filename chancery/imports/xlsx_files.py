"""Reading Excel workbooks, which are packed folders that may be made to harm."""

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any, Final

import openpyxl
from django.utils.translation import gettext as _

from chancery.imports.limits import (
    MAX_COLUMNS,
    MAX_UNZIPPED,
    MAX_ZIP_FILES,
    MAX_ZIP_RATIO,
    SMALL_ENTRY,
)
from chancery.imports.tables import (
    Cell,
    FileRefusedError,
    Table,
    formula_fault,
    table_of,
)

_WORKBOOK: Final = "xl/workbook.xml"
# What unpacking a damaged entry raises; RuntimeError: it is locked with a password,
# ValueError: its name is no text.
_DAMAGED: Final = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    OSError,
    EOFError,
    ValueError,
    zlib.error,
    lzma.LZMAError,
)
_PROLOGUE: Final = 4096


def read_xlsx(content: bytes) -> Table:
    """Read the first sheet of a workbook; FileRefusedError says why it is not taken."""
    _inspect(content)
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
    except Exception:  # noqa: BLE001 - openpyxl raises all sorts for a broken file
        raise _broken() from None
    try:
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        if not sheets:
            raise FileRefusedError(_("The workbook has no sheet that can be seen."))
        note = _("Read from the sheet “%s”.") % sheets[0].title
        return table_of(_cells(sheets[0]), note=note)
    finally:
        book.close()


def _inspect(content: bytes) -> None:
    """Refuse what would unpack to too much, before anything is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            entries = packed.infolist()
            _measure(entries)
            names = {entry.filename for entry in entries}
            if _WORKBOOK not in names:
                raise FileRefusedError(
                    _("This is a packed folder but no Excel workbook (.xlsx).")
                )
            if any(name.lower().endswith("vbaproject.bin") for name in names):
                raise FileRefusedError(
                    _("The workbook holds macros. Save it as .xlsx without them.")
                )
            for entry in entries:
                if entry.filename.lower().endswith((".xml", ".rels")):
                    with packed.open(entry) as file:
                        _no_definitions(file.read(_PROLOGUE))
    except _DAMAGED:
        raise _broken() from None


def _measure(entries: list[zipfile.ZipInfo]) -> None:
    total = sum(entry.file_size for entry in entries)
    swollen = any(
        entry.file_size > SMALL_ENTRY
        and entry.file_size > MAX_ZIP_RATIO * max(entry.compress_size, 1)
        for entry in entries
    )
    if total > MAX_UNZIPPED or len(entries) > MAX_ZIP_FILES or swollen:
        raise FileRefusedError(
            _(
                "The workbook unpacks to far more than its size. Copy the rows that"
                " matter into a new one."
            )
        )


def _no_definitions(beginning: bytes) -> None:
    """Refuse XML with entities of its own: no spreadsheet program writes any."""
    if b"<!DOCTYPE" in beginning or b"<!ENTITY" in beginning:
        raise _broken()


def _broken() -> FileRefusedError:
    return FileRefusedError(
        _(
            "The workbook cannot be read: it is damaged or has a password. Save it"
            " again as .xlsx, or as “CSV UTF-8”."
        )
    )


def _cells(sheet: Any) -> Iterator[Iterator[Cell]]:  # noqa: ANN401 - openpyxl has no types
    rows = sheet.iter_rows(max_col=MAX_COLUMNS + 1)
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except FileRefusedError:
            raise
        except Exception:  # noqa: BLE001 - as above, in the middle of a sheet
            raise _broken() from None
        yield (_cell(cell) for cell in row)


def _cell(cell: Any) -> Cell:  # noqa: ANN401 - as above
    value = cell.value
    if value is None:
        return "", ""
    if cell.data_type == "f":
        return str(value), formula_fault()
    if cell.data_type == "e":
        return "", _("The cell shows the error %s.") % value
    try:
        shown_as = str(cell.number_format or "")
    except IndexError:  # a style that the workbook does not have
        raise _broken() from None
    return text_of(value, shown_as), ""


def text_of(value: object, shown_as: str) -> str:  # noqa: PLR0911 - one for each type
    """Return a cell's value as it was meant.

    Excel keeps "June 2023" as the first of June: where the cell shows no day, none was
    said.
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        if value.time() != time():
            return f"{value:%Y-%m-%d %H:%M}"
        return _partial(value.date(), shown_as)
    if isinstance(value, date):
        return _partial(value, shown_as)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _partial(day: date, shown_as: str) -> str:
    # What stands in quotes or brackets is shown as it is and is no part of the date.
    letters = ""
    is_quoted = is_bracketed = False
    for letter in shown_as.lower():
        if letter == '"':
            is_quoted = not is_quoted
        elif letter in "[]":
            is_bracketed = letter == "["
        elif not (is_quoted or is_bracketed):
            letters += letter
    if "d" in letters or "y" not in letters:
        return day.isoformat()
    return f"{day:%Y-%m}" if "m" in letters else f"{day:%Y}"
