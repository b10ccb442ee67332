"""Reading CSV files, which say neither their encoding nor their separator."""

import codecs
import csv
import io
from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext as _

from chancery.imports.limits import MAX_COLUMNS
from chancery.imports.tables import Cell, FileRefusedError, Table, table_of

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_SEPARATORS: Final = (",", ";", "\t")
# How far the first row may reach.
_FIRST_ROW: Final = 64 * 1024


def read_csv(content: bytes) -> Table:
    """Read a CSV file; FileRefusedError says what to do where it cannot be read."""
    text, encoding = decoded(content)
    separator = _separator(text)
    shown = _("tab") if separator == "\t" else separator
    note = _("Read as %(encoding)s, columns separated by “%(separator)s”.") % {
        "encoding": encoding,
        "separator": shown,
    }
    return table_of(_cells(text, separator), note=note)


def decoded(content: bytes) -> tuple[str, str]:
    """Return the text and the name of its encoding.

    Unicode by its mark or by trying; then CP949, in which Korean Excel saves CSV and
    which takes in EUC-KR. Anything else is refused at the byte that does not fit.
    """
    for mark, codec, name in _BOMS:
        if content.startswith(mark):
            return _decode(content[len(mark) :], codec, len(mark)), name
    try:
        return content.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError as error:
        place = error.start
    try:
        return content.decode("cp949"), "CP949 (EUC-KR)"
    except UnicodeDecodeError:
        raise _not_text(place) from None


def _decode(content: bytes, codec: str, offset: int) -> str:
    try:
        return content.decode(codec)
    except UnicodeDecodeError as error:
        raise _not_text(error.start + offset) from None


def _not_text(place: int) -> FileRefusedError:
    return FileRefusedError(
        _(
            "The file is not readable text: byte %d does not fit. Save it again as"
            " “CSV UTF-8”, or as an Excel workbook (.xlsx)."
        )
        % (place + 1)
    )


def _separator(text: str) -> str:
    """Return what separates the headings: what stands most often outside quotes."""
    counts = dict.fromkeys(_SEPARATORS, 0)
    is_quoted = False
    for letter in text[:_FIRST_ROW].lstrip():
        if letter == '"':
            is_quoted = not is_quoted
        elif letter in "\r\n" and not is_quoted:
            break
        elif letter in counts and not is_quoted:
            counts[letter] += 1
    return max(_SEPARATORS, key=lambda one: counts[one])


def _cells(text: str, separator: str) -> Iterator[Iterator[Cell]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise FileRefusedError(
                _(
                    "Line %d cannot be read as CSV: a cell is too long, or its"
                    " quotation marks do not close."
                )
                % reader.line_num
            ) from None
        yield ((cell, "") for cell in row[: MAX_COLUMNS + 1])
