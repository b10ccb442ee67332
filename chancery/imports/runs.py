"""An upload on its way: from a file to a checked file to records."""

import hashlib
from collections.abc import Mapping
from datetime import datetime, timedelta
from time import monotonic
from typing import Any, Final

from django.db import connection, transaction
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from chancery.imports.files import read_file
from chancery.imports.limits import AT_ONCE, KEPT_DAYS
from chancery.imports.passing import Outcome, Tick, go_through
from chancery.imports.sheets import Sheet, sheet_for
from chancery.imports.tables import FileRefusedError, Table
from chancery.models import ImportRun, User
from chancery.models.importrun import RunState
from chancery.refusals import Refused

# Seconds between two notes of how far a job has come.
_BETWEEN_NOTES: Final = 1.0


def receive(
    content: bytes, *, file_name: str, sheet: Sheet, by: User, at: datetime
) -> tuple[ImportRun, Table]:
    """Read an upload and keep it; FileRefusedError where it cannot be read."""
    table = read_file(content)
    run = ImportRun.objects.create(
        kind=sheet.code,
        uploaded_by=by,
        uploaded_at=at,
        language=get_language() or "en",
        file_name=file_name.replace("\0", "")[-200:] or "?",
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
        rows_total=len(table.rows),
    )
    return run, table


def table_of_run(run: ImportRun) -> Table:
    """Read the kept file again; FileRefusedError once it is forgotten."""
    if run.content is None:
        raise FileRefusedError(
            _("The file was forgotten after %d days. Upload it again.") % KEPT_DAYS
        )
    return read_file(bytes(run.content))


def ask_check(run: ImportRun, mapping: Mapping[str, Any], *, at: datetime) -> ImportRun:
    """Check the file with these columns: at once where it is short, else in a job."""
    with transaction.atomic():
        current = _locked(
            run, RunState.UPLOADED, RunState.CHECKED, said=_("It is at work already.")
        )
        current.mapping = dict(mapping)
        current.left_out = []
        current.state = RunState.CHECKING
        current.rows_gone_through = 0
        current.save()
        # What is done at once is done in this transaction: broken off, it never began.
        if current.rows_total > AT_ONCE:
            _put_off(current)
        else:
            check(current, at=at)
    return current


def ask_import(run: ImportRun, *, leave_out: bool, at: datetime) -> ImportRun:
    """Import what was checked: at once where it is short, else in a job."""
    with transaction.atomic():
        current = _locked(
            run, RunState.CHECKED, said=_("It is imported already, or at work.")
        )
        if current.rows_bad:
            raise Refused(_("Mend the rows with problems first: it is all or nothing."))
        twins = {twin["row"] for twin in current.twins}
        current.left_out = sorted(twins) if leave_out else []
        if len(current.left_out) == current.rows_total:
            raise Refused(_("No row is left to import."))
        current.state = RunState.IMPORTING
        current.rows_gone_through = 0
        current.save()
        if current.rows_total > AT_ONCE:
            _put_off(current)
        else:
            bring_in(current, at=at)
    return current


def give_up(run: ImportRun, *, at: datetime) -> None:
    """Drop an upload; what it held is forgotten at once."""
    with transaction.atomic():
        current = _locked(
            run,
            RunState.UPLOADED,
            RunState.CHECKED,
            said=_("It can no longer be dropped."),
        )
        current.failure = _("Dropped.")
        _end(current, RunState.FAILED, at=at)
        current.content = None
        current.problems, current.twins = [], []
        current.save()


def check(run: ImportRun, *, at: datetime, tick: Tick = lambda _rows: None) -> None:
    """Find out what an import would do, and note it with the upload."""
    with override(run.language):
        opened = _open(run, at=at)
        if opened is None:
            return
        sheet, table = opened
        outcome = go_through(
            run, sheet, table, by=run.uploaded_by, at=at, keep=False, tick=tick
        )
        _note(run, outcome)
        run.twins = outcome.twins
        run.state = RunState.CHECKED
        run.save()


def bring_in(run: ImportRun, *, at: datetime, tick: Tick = lambda _rows: None) -> None:
    """Import: every row or none, and only once however often it is tried."""

    def finish(outcome: Outcome) -> None:
        # Whoever comes second (a job done again while the first still runs) waits here
        # and then finds nothing to end: it raises and takes its rows back.
        with transaction.atomic():
            current = _locked(
                run, RunState.IMPORTING, said=_("It is imported already.")
            )
            current.made, current.made_count = outcome.made, outcome.made_count
            current.rows_gone_through = outcome.rows
            _end(current, RunState.DONE, at=at)
            current.save()

    with override(run.language):
        opened = _open(run, at=at)
        if opened is None:
            return
        sheet, table = opened
        outcome = go_through(
            run,
            sheet,
            table,
            by=run.uploaded_by,
            at=at,
            keep=True,
            tick=tick,
            finish=finish,
        )
        if outcome.bad_rows:
            # Somebody changed the records since the check: say where, import nothing.
            _note(run, outcome)
            run.state = RunState.CHECKED
            run.save()
    run.refresh_from_db()


def _open(run: ImportRun, *, at: datetime) -> tuple[Sheet, Table] | None:
    """Return sheet and table; None where the run had to be ended instead."""
    by = run.uploaded_by
    sheet = sheet_for(run.kind, by) if by.is_active else None
    failure = _("Your role no longer allows this import.")
    if sheet is not None:
        try:
            return sheet, table_of_run(run)
        except FileRefusedError as error:
            failure = str(error)
    run.failure = failure
    _end(run, RunState.FAILED, at=at)
    run.save()
    return None


def fail(run: ImportRun, *, at: datetime) -> None:
    """End an upload that broke down again and again."""
    with transaction.atomic(), override(run.language):
        current = ImportRun.objects.select_for_update().get(pk=run.pk)
        if not current.is_busy:
            return  # another try of the same work has ended it
        current.failure = _(
            "Something went wrong on our side, and nothing was imported. Tell the"
            " administrator when it happened."
        )
        _end(current, RunState.FAILED, at=at)
        current.save()


class Progress:
    """Notes of a job, written on a connection of their own.

    The job's own transaction shows nothing to anybody until it ends.
    """

    def __init__(self, run: ImportRun) -> None:
        """Open nothing yet."""
        self._key = run.pk
        self._connection: Any = None
        self._noted_at = monotonic()

    def __call__(self, rows: int) -> None:
        """Note the number of rows behind us, now and then."""
        if monotonic() - self._noted_at < _BETWEEN_NOTES:
            return
        self._noted_at = monotonic()
        if self._connection is None:
            self._connection = connection.copy()
        with self._connection.cursor() as cursor:
            cursor.execute(
                "UPDATE chancery_importrun SET rows_gone_through = %s WHERE id = %s",
                [rows, self._key],
            )

    def close(self) -> None:
        """Give the connection back."""
        if self._connection is not None:
            self._connection.close()


def forget_contents(*, at: datetime) -> int:
    """Forget old files and what quotes them; return how many."""
    old = ImportRun.objects.filter(
        content__isnull=False, uploaded_at__lt=at - timedelta(days=KEPT_DAYS)
    )
    return old.update(content=None, problems=[], twins=[])


def _locked(run: ImportRun, *states: RunState, said: str) -> ImportRun:
    current = ImportRun.objects.select_for_update().get(pk=run.pk)
    if current.state not in states:
        raise Refused(said)
    return current


def _end(run: ImportRun, state: RunState, *, at: datetime) -> None:
    run.state, run.finished_at = state, at


def _note(run: ImportRun, outcome: Outcome) -> None:
    run.rows_total, run.rows_bad = outcome.rows, outcome.bad_rows
    run.rows_gone_through = outcome.rows
    run.problems = outcome.problems


def _put_off(run: ImportRun) -> None:
    # By name: the task's module needs this one.
    app.configure_task("chancery.imports.tasks.go_on", lock=f"import-{run.pk}").defer(
        run_id=run.pk
    )
