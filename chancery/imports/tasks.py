"""What the worker does for long files."""

from typing import Final

from django.utils import timezone
from procrastinate import JobContext
from procrastinate.contrib.django import app

from chancery.imports.runs import (
    Progress,
    bring_in,
    check,
    fail,
    forget_contents,
)
from chancery.models import ImportRun
from chancery.models.importrun import RunState

# A file that brings its worker down so often is not tried again.
_MOST_TRIES: Final = 3


@app.task(name="chancery.imports.tasks.go_on", pass_context=True)
def go_on(context: JobContext, run_id: int) -> None:
    """Check or import a file, as its state says; done twice it does no harm."""
    run = ImportRun.objects.select_related("uploaded_by").filter(pk=run_id).first()
    if run is None or not run.is_busy:
        return
    if context.job.attempts >= _MOST_TRIES:
        fail(run, at=timezone.now())
        return
    work = check if run.state == RunState.CHECKING else bring_in
    progress = Progress(run)
    try:
        work(run, at=timezone.now(), tick=progress)
    except Exception:
        fail(run, at=timezone.now())
        raise
    finally:
        progress.close()


@app.periodic(cron="43 3 * * *")
@app.task(queueing_lock="forget_import_contents")
def forget_import_contents(timestamp: int) -> None:  # noqa: ARG001 - given to periodic tasks
    """Forget the content of old uploads."""
    forget_contents(at=timezone.now())
