"""Going through a file row by row: to see what would happen, or to let it happen.

The check runs the very actions that the import runs, and takes all of it back; so it
promises what the import does, as long as nobody changes the records in between.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS
from django.db import connection, transaction
from django.utils.translation import gettext as _

from chancery.admin.writing.saving import REFUSALS, as_error
from chancery.history import acting
from chancery.imports.limits import MAX_MADE, MAX_PROBLEMS, MAX_TWINS
from chancery.imports.sheets import (
    CellFaultError,
    RowFaultError,
    Sheet,
    Sitting,
)
from chancery.imports.tables import Row, Table, letters
from chancery.models import ImportRun, User

Problem = dict[str, Any]
Tick = Callable[[int], None]


@dataclass
class Outcome:
    """What came of it."""

    rows: int = 0
    bad_rows: int = 0
    problems: list[Problem] = field(default_factory=list)
    twins: list[dict[str, Any]] = field(default_factory=list)
    made: list[str] = field(default_factory=list)
    made_count: int = 0


class _BackError(Exception):
    """Takes back all that was written."""


def go_through(
    run: ImportRun,
    sheet: Sheet,
    table: Table,
    *,
    by: User,
    at: datetime,
    keep: bool,
    tick: Tick = lambda _rows: None,
    finish: Callable[[Outcome], None] = lambda _outcome: None,
) -> Outcome:
    """Run the action of every row in one transaction.

    It is kept only where ``keep`` says so and no row met a problem; then ``finish``
    runs inside that transaction. ``tick`` hears how many rows are behind it.
    """
    passing = _Passing(run, sheet, table, by=by, at=at, keep=keep)
    try:
        with transaction.atomic():
            with acting(by, at=at, verb="import", reason=run.file_name):
                with connection.cursor() as cursor:
                    # So that each row hears of its own faults, and not the commit.
                    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                for row in table.rows:
                    passing.take(row)
                    tick(passing.outcome.rows)
            if not keep or passing.outcome.bad_rows:
                raise _BackError  # noqa: TRY301 - leaves the transaction, undone
            finish(passing.outcome)
    except _BackError:
        pass
    return passing.outcome


class _Passing:
    """One going through one file."""

    def __init__(
        self,
        run: ImportRun,
        sheet: Sheet,
        table: Table,
        *,
        by: User,
        at: datetime,
        keep: bool,
    ) -> None:
        self.sheet = sheet
        self.keep = keep
        self.outcome = Outcome()
        self.left_out = frozenset(run.left_out) if keep else frozenset()
        self.sitting = Sitting(by, at)
        columns: Mapping[str, str] = run.mapping.get("columns", {})
        self.places = {
            columns[heading]: place
            for place, heading in enumerate(table.headings)
            if columns.get(heading)
        }
        self.defaults: Mapping[str, str] = run.mapping.get("defaults", {})
        self.table = table
        self.example = {column.name: str(column.example) for column in sheet.columns}

    def take(self, row: Row) -> None:
        """Read a row and write it, or note what stands against it."""
        self.outcome.rows += 1
        if row.number in self.left_out:
            return
        values, problems = self._read(row)
        if not problems and self._is_example(row):
            problems = [
                _problem(
                    row,
                    "",
                    _("This is the template's example. Write over it or delete it."),
                )
            ]
        if not problems:
            if not self.keep:
                self._look_for_twins(row, values)
            problems = self._write(row, values)
        if problems:
            self.outcome.bad_rows += 1
            room = MAX_PROBLEMS - len(self.outcome.problems)
            self.outcome.problems += problems[:room]

    def _read(self, row: Row) -> tuple[dict[str, Any], list[Problem]]:
        values: dict[str, Any] = {}
        problems: list[Problem] = []
        for column in self.sheet.columns:
            place = self.places.get(column.name)
            cell = "" if place is None else row.cell(place)
            fault = "" if place is None else row.faults.get(place, "")
            cell = cell or self.defaults.get(column.name, "")
            if not fault and not cell and column.is_required:
                fault = _("This must be filled in.")
            if not fault and cell:
                try:
                    values[column.name] = column.read(cell, self.sitting)
                except CellFaultError as error:
                    fault = str(error)
            if fault:
                problems.append(_problem(row, self._called(column.name), fault))
        return values, problems

    def _is_example(self, row: Row) -> bool:
        filled = {
            name: row.cell(place)
            for name, place in self.places.items()
            if row.cell(place)
        }
        return bool(filled) and filled == {
            name: text
            for name, text in self.example.items()
            if text and name in self.places
        }

    def _write(self, row: Row, values: dict[str, Any]) -> list[Problem]:
        try:
            # A row that fails leaves nothing behind; the rows after it are tried.
            with transaction.atomic():
                record = self.sheet.write(values, self.sitting)
        except RowFaultError as error:
            return [_problem(row, self._called(error.column), error.text)]
        except REFUSALS as error:
            return self._refused(row, error)
        self.outcome.made_count += 1
        if len(self.outcome.made) < MAX_MADE:
            self.outcome.made.append(record.reference)
        return []

    def _refused(self, row: Row, error: Exception) -> list[Problem]:
        refusal = as_error(error)
        by_field: dict[str, list[Any]] = getattr(refusal, "error_dict", None) or {
            NON_FIELD_ERRORS: [refusal]
        }
        return [
            _problem(row, self._called(name), message)
            for name, errors in by_field.items()
            for one in errors
            for message in one.messages
        ]

    def _look_for_twins(self, row: Row, values: dict[str, Any]) -> None:
        for twin in self.sheet.twins(values, row.number, self.sitting):
            if len(self.outcome.twins) < MAX_TWINS:
                self.outcome.twins.append(
                    {"row": row.number, "text": twin.text, "reference": twin.reference}
                )

    def _called(self, name: str) -> str:
        """Return how the file calls a field: its heading with its letter."""
        place = self.places.get(name)
        if place is not None:
            return f"{letters(place)} “{self.table.headings[place]}”"
        try:
            return str(self.sheet.column(name).label)
        except KeyError:
            return ""


def _problem(row: Row, column: str, text: str) -> Problem:
    return {"row": row.number, "column": column, "text": text}
