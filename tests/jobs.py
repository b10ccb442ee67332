"""Doing what was put off, with the worker that production runs."""

from procrastinate.contrib.django import app


def work_off() -> None:
    """Run the worker in this process until the queue is empty."""
    worker = app.connector.get_worker_connector()  # type: ignore[attr-defined]
    with app.replace_connector(worker) as running:
        running.run_worker(
            wait=False, install_signal_handlers=False, listen_notify=False
        )
