"""What an uploaded file is: told by what it holds, whatever its name says."""

from typing import Final

from django.utils.translation import gettext as _

from chancery.imports.csv_files import read_csv
from chancery.imports.limits import MAX_BYTES
from chancery.imports.tables import FileRefusedError, Table
from chancery.imports.xlsx_files import read_xlsx

# How other kinds of files begin.
_OTHERS: Final = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"{\\rtf",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"MZ",
    b"\x7fELF",
)
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"
_ZIP: Final = b"PK"


def too_big() -> FileRefusedError:
    """Return why a file above the limit is refused."""
    return FileRefusedError(
        _("The file is larger than %d MB. Split it, or leave out what is not needed.")
        % (MAX_BYTES // 1024 // 1024)
    )


def read_file(content: bytes) -> Table:
    """Read an upload; FileRefusedError carries the sentence for people."""
    if len(content) > MAX_BYTES:
        raise too_big()
    if not content.strip():
        raise FileRefusedError(
            _("The file is empty. Fill in a template and come back.")
        )
    if content.startswith(_OLD_OFFICE):
        raise FileRefusedError(
            _("This is an old Excel file, or one with a password. Save it as .xlsx.")
        )
    if content.startswith(_ZIP):
        return read_xlsx(content)
    beginning = content[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if content.startswith(_OTHERS) or beginning.startswith((b"<", b"begin:vcal")):
        raise FileRefusedError(
            _("This is no spreadsheet. Choose a CSV file or a workbook (.xlsx).")
        )
    return read_csv(content)
