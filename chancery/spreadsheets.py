"""Writing CSV and XLSX files that no spreadsheet program takes for something to run."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from tempfile import TemporaryFile
from typing import IO, Any, Final

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font

# What makes a spreadsheet program take a text for a formula or a command,
# https://owasp.org/www-community/attacks/CSV_Injection
_DANGEROUS: Final = ("=", "+", "-", "@", "\t", "\r")
# Excel guesses the old encoding of the country without it.
BOM: Final = "\ufeff"
# Excel's own limit for one cell.
_LONGEST: Final = 32_767

CSV_TYPE: Final = "text/csv; charset=utf-8"
XLSX_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

Value = object


def harmless(value: Value) -> str | int | float:  # noqa: PLR0911 - one for each type
    """Return a value as a cell may hold it; a text that looks like a formula is marked.

    The mark is an apostrophe, which our own import takes off again.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return value
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    text = ILLEGAL_CHARACTERS_RE.sub("", str(value))[: _LONGEST - 1]
    return f"'{text}" if text.startswith(_DANGEROUS) else text


class _Echo:
    """A file that gives each written line back."""

    @staticmethod
    def write(line: str) -> str:
        return line


def csv_lines(rows: Iterable[Sequence[Value]]) -> Iterator[bytes]:
    """Yield a CSV file line by line, for Excel with its mark of UTF-8."""
    writer: Any = csv.writer(_Echo())
    yield BOM.encode()
    for row in rows:
        line: str = writer.writerow([harmless(value) for value in row])
        yield line.encode()


def xlsx_file(
    sheets: Iterable[tuple[str, Iterable[Sequence[Value]]]],
) -> IO[bytes]:
    """Write a workbook to a file of no name, its first rows bold and kept in view."""
    book = openpyxl.Workbook(write_only=True)
    for title, rows in sheets:
        sheet = book.create_sheet(title[:31])
        sheet.freeze_panes = "A2"
        bold = Font(bold=True)
        for number, row in enumerate(rows):
            cells = [_cell(sheet, harmless(value)) for value in row]
            if number == 0:
                for cell in cells:
                    cell.font = bold
            sheet.append(cells)
    file: IO[bytes] = TemporaryFile()  # noqa: SIM115 - the response closes it
    book.save(file)
    file.seek(0)
    return file


def _cell(sheet: Any, value: Value) -> Any:  # noqa: ANN401 - openpyxl has no types
    cell = WriteOnlyCell(sheet, value)
    if isinstance(value, str):
        # Whatever it looks like, it is text.
        cell.data_type = "s"
        cell.number_format = "@"
    return cell
