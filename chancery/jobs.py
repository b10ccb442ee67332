"""Work that no request waits for: a queue in the database, and what keeps it healthy.

Tasks are put off inside the transaction that asks for them, so work that was rolled
back is never done. ``manage.py procrastinate worker`` does them. Whoever asked for it
is the actor of all that a task writes.
"""

from typing import Final

from procrastinate import JobContext
from procrastinate.contrib.django import app

# A worker says every ten seconds that it lives; one that was killed cannot take its
# work off the list, so after half a minute of silence somebody else does it again.
SILENCE: Final = 30
# Finished work is forgotten after so many hours; work that failed is kept.
_KEPT_HOURS: Final = 72


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="retry_stalled_jobs", pass_context=True)
async def retry_stalled_jobs(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 - given to periodic tasks
    """Put work back on the queue whose worker is gone."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=SILENCE):
        await manager.retry_job(job)


@app.periodic(cron="17 3 * * *")
@app.task(queueing_lock="forget_old_jobs", pass_context=True)
async def forget_old_jobs(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 - as above
    """Keep the queue short."""
    await context.app.job_manager.delete_old_jobs(_KEPT_HOURS, include_failed=False)
