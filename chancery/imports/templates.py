"""Files to fill in, and files to mend."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any

from django.utils.translation import gettext as _

from chancery.imports.sheets import Sheet
from chancery.imports.tables import Table
from chancery.models import ImportRun, User

Rows = Iterator[Sequence[object]]


def template_rows(sheet: Sheet) -> Rows:
    """Yield the headings, and an example that shows how cells are written."""
    yield [str(column.label) for column in sheet.columns]
    yield [str(column.example) for column in sheet.columns]


def allowed_rows(sheet: Sheet, user: User) -> Rows:
    """Yield, column by column, what it is for and what may stand in it."""
    columns = sheet.columns
    yield [str(column.label) for column in columns]
    yield [
        f"({_('needed')}) {column.help}" if column.is_required else str(column.help)
        for column in columns
    ]
    lists = [
        [str(one) for one in column.allowed(user)] if column.allowed else []
        for column in columns
    ]
    yield from zip_longest(*lists, fillvalue="")


def problem_rows(run: ImportRun, table: Table) -> Rows:
    """Yield the rows that cannot go in, as they came, each with what is wrong.

    The file can be mended and uploaded as it is: the column of problems is known.
    """
    wrong: dict[int, list[str]] = {}
    for problem in run.problems:
        column = f"{problem['column']}: " if problem["column"] else ""
        wrong.setdefault(problem["row"], []).append(f"{column}{problem['text']}")
    yield [*table.headings, problem_heading()]
    for row in table.rows:
        if row.number in wrong:
            cells: list[Any] = [row.cell(place) for place in range(len(table.headings))]
            yield [*cells, " / ".join(wrong[row.number])]


def problem_heading() -> str:
    """Return the heading of the column that says what is wrong."""
    return _("Problem")
