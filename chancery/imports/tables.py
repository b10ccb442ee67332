"""What a file holds once it is read: a heading for each column, and rows of text."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from chancery.imports.limits import MAX_CELL, MAX_COLUMNS, MAX_ROWS
from chancery.text import Text


class FileRefusedError(Exception):
    """The whole file cannot be taken; carries the sentence that says why."""


@dataclass(frozen=True)
class Row:
    """One row: its number in the spreadsheet, its cells as text, what is wrong in them.

    ``faults`` are sentences by the place of the cell.
    """

    number: int
    cells: tuple[str, ...]
    faults: dict[int, str] = field(default_factory=dict)

    def cell(self, place: int) -> str:
        """Return a cell; rows may end early."""
        return self.cells[place] if place < len(self.cells) else ""


@dataclass(frozen=True)
class Table:
    """A file as it was read; ``note`` says how, for people to check."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    note: Text = ""


# A cell as a reader hands it over: its text, and what is wrong with it or nothing.
Cell = tuple[str, str]


def table_of(rows: Iterable[Iterable[Cell]], *, note: Text) -> Table:
    """Build the table from the rows of a sheet, the first of which names the columns.

    Blank rows are passed over but counted, so that numbers are the spreadsheet's.
    """
    numbered = _filled(rows)
    first = next(numbered, None)
    if first is None:
        raise FileRefusedError(
            _("The file is empty. Fill in a template and come back.")
        )
    headings = _headings(first)
    found: list[Row] = []
    for row in numbered:
        if len(found) == MAX_ROWS:
            raise FileRefusedError(
                _("The file has more than %d rows. Split it into several.") % MAX_ROWS
            )
        _check_width(row, headings)
        found.append(row)
    if not found:
        raise FileRefusedError(
            _("The file has headings but no rows. Add a row for each record.")
        )
    return Table(headings, tuple(found), note)


def _filled(rows: Iterable[Iterable[Cell]]) -> Iterator[Row]:
    for number, cells in enumerate(rows, start=1):
        texts: list[str] = []
        faults: dict[int, str] = {}
        for place, (text, fault) in enumerate(cells):
            shown = _unmarked(text.strip())
            problem = fault or _fault(shown)
            if problem:
                faults[place] = problem
                shown = shown[:MAX_CELL].replace("\0", "")
            texts.append(shown)
        while texts and not texts[-1] and len(texts) - 1 not in faults:
            texts.pop()
        if texts:
            yield Row(number, tuple(texts), faults)


def _fault(text: str) -> str:
    if "\0" in text:
        return _("The cell holds a character that no text can hold (NUL).")
    if len(text) > MAX_CELL:
        return _("The cell holds %(length)d characters; at most %(limit)d.") % {
            "length": len(text),
            "limit": MAX_CELL,
        }
    if text.startswith("="):
        return formula_fault()
    return ""


def formula_fault() -> str:
    """Return why a formula is not taken: its value is not what was typed."""
    return _("The cell holds a formula. Put its value there instead.")


def _unmarked(text: str) -> str:
    """Take off the mark that our own files put before what looks like a formula."""
    return text[1:] if len(text) > 1 and text[0] == "'" and text[1] in "=+-@" else text


def _headings(row: Row) -> tuple[str, ...]:
    if len(row.cells) > MAX_COLUMNS:
        raise FileRefusedError(
            _("The file has more than %d columns. Leave out what is not needed.")
            % MAX_COLUMNS
        )
    if row.faults:
        place, fault = next(iter(row.faults.items()))
        raise FileRefusedError(
            _("Heading of column %(column)s: %(fault)s")
            % {"column": letters(place), "fault": fault}
        )
    seen: dict[str, int] = {}
    for place, heading in enumerate(row.cells):
        if not heading:
            continue
        if heading.casefold() in seen:
            raise FileRefusedError(
                _("Columns %(first)s and %(second)s have the same heading: “%(name)s”.")
                % {
                    "first": letters(seen[heading.casefold()]),
                    "second": letters(place),
                    "name": heading[:80],
                }
            )
        seen[heading.casefold()] = place
    return row.cells


def _check_width(row: Row, headings: tuple[str, ...]) -> None:
    for place, cell in enumerate(row.cells):
        if cell and (place >= len(headings) or not headings[place]):
            raise FileRefusedError(
                _("Column %(column)s has no heading, but row %(row)d fills it.")
                % {"column": letters(place), "row": row.number}
            )


def letters(place: int) -> str:
    """Return how a spreadsheet calls a column: 0 is A, 26 is AA."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


Reader = Callable[[bytes], Table]
