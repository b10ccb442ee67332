"""Long files: put off to the worker, watched from outside, done once."""

from contextlib import suppress
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued

from chancery.imports import runs
from chancery.imports.tasks import forget_import_contents
from chancery.jobs import retry_stalled_jobs
from chancery.models import ImportRun, User
from chancery.models.importrun import RunState
from engagements.models import Meeting
from partners.models import Desk
from partners.roles import Role
from tests.admin_builders import signed_in
from tests.builders import make_desk, make_meeting, make_user
from tests.invariants import breaks, refused_by, update
from tests.jobs import work_off
from tests.spreadsheets import address, bring_in, check, csv_bytes, problems, uploaded

HEADINGS = ("title", "kind", "date")


def rows(count: int) -> bytes:
    many = [(f"Talks {number}", "call", "2023") for number in range(count)]
    return csv_bytes([HEADINGS, *many])


def officer() -> User:
    return make_user(Role.DESK_OFFICER, desks=[make_desk()], clearance=2)


@pytest.mark.django_db(transaction=True)
def test_long_file_is_checked_and_imported_by_the_worker() -> None:
    user = officer()
    browser = signed_in(user)
    run = uploaded(browser, "meetings", rows(201))
    check(browser, run)
    assert run.state == RunState.CHECKING
    page = browser.get(address(run)).content.decode()
    assert '<noscript><meta http-equiv="refresh" content="5"></noscript>' in page
    assert "0 of 201 rows" in page
    work_off()
    run.refresh_from_db()
    assert (run.state, run.rows_bad, Meeting.objects.count()) == ("checked", 0, 0)
    bring_in(browser, run)
    assert run.state == RunState.IMPORTING
    # A second click finds it at work.
    bring_in(browser, run)
    work_off()
    run.refresh_from_db()
    assert (run.state, run.made_count) == (RunState.DONE, 201)
    assert Meeting.objects.count() == 201


@pytest.mark.django_db(transaction=True)
def test_job_that_is_done_again_imports_nothing_again() -> None:
    browser = signed_in(officer())
    run = uploaded(browser, "meetings", rows(201))
    check(browser, run)
    work_off()
    bring_in(browser, run)
    # As after a worker that was killed when its work was done but not ticked off.
    runs._put_off(run)  # noqa: SLF001 - what the periodic task does to the queue
    work_off()
    assert Meeting.objects.count() == 201
    assert set(ProcrastinateJob.objects.values_list("status", flat=True)) == {
        "succeeded"
    }


@pytest.mark.django_db(transaction=True)
def test_work_of_a_worker_that_was_killed_is_done_by_another() -> None:
    browser = signed_in(officer())
    run = check(browser, uploaded(browser, "meetings", rows(201)))
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat)"
            " VALUES (now() - interval '1 hour') RETURNING id"
        )
        cursor.execute(
            "UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s"
            " WHERE status = 'todo' AND task_name LIKE '%%go_on'",
            cursor.fetchone(),
        )
    # The worker may have put it on the queue already, for this minute.
    with suppress(AlreadyEnqueued):
        retry_stalled_jobs.configure().defer(timestamp=0)
    work_off()
    run.refresh_from_db()
    assert run.state == RunState.CHECKED


@pytest.mark.django_db(transaction=True)
def test_import_by_who_lost_the_right_is_given_up() -> None:
    user = officer()
    browser = signed_in(user)
    run = uploaded(browser, "meetings", rows(201))
    check(browser, run)
    user.groups.clear()
    work_off()
    run.refresh_from_db()
    assert (run.state, run.failure) == (
        RunState.FAILED,
        "Your role no longer allows this import.",
    )


def test_records_that_changed_since_the_check_stop_the_import(
    alice: User, mongolia_desk: Desk
) -> None:
    browser = signed_in(alice)
    content = csv_bytes([("title", "kind", "date", "desk"), ("A", "call", "2023", "")])
    run = check(browser, uploaded(browser, "meetings", content))
    Desk.objects.filter(pk=mongolia_desk.pk).update(name="Inner Asia desk")
    bring_in(browser, run)
    assert (run.state, run.rows_bad, Meeting.objects.count()) == ("checked", 1, 0)
    ((row, column, text),) = problems(run)
    assert (row, column) == (2, "D “desk”")
    assert text.startswith("“Mongolia desk” is not known.")


def test_import_is_nobody_elses(alice: User, bob: User, dana: User) -> None:
    run = uploaded(signed_in(alice), "meetings", rows(1))
    for other in (bob, dana):
        browser = signed_in(other)
        assert browser.get(address(run)).status_code == 404
        assert browser.post(address(run), {"do": "drop"}).status_code == 404
        assert browser.get(f"{address(run)}problems.csv").status_code == 404
    page = signed_in(dana).get(reverse("admin:import")).content.decode()
    assert "alice" in page
    assert "rows.csv" not in page
    assert "alice" not in signed_in(bob).get(reverse("admin:import")).content.decode()


def test_mapping_is_remembered_for_the_same_headings(alice: User) -> None:
    browser = signed_in(alice)
    content = csv_bytes([("What", "Sort", "date"), ("A", "call", "2023")])
    run = uploaded(browser, "meetings", content)
    columns = {"column-0": "title", "column-1": "kind", "column-2": "date"}
    check(browser, run, **columns)
    assert run.state == RunState.CHECKED
    again = uploaded(browser, "meetings", content)
    found = browser.get(address(again)).context["columns"]
    assert [column["chosen"] for column in found] == ["title", "kind", "date"]


def test_columns_that_are_missing_or_chosen_twice_are_said(alice: User) -> None:
    browser = signed_in(alice)
    run = uploaded(browser, "meetings", csv_bytes([("a", "b"), ("x", "y")]))
    data = {"do": "check", "column-0": "title", "column-1": "title"}
    response = browser.post(address(run), data)
    assert response.status_code == 422
    assert response.context["errors"] == [
        "“title” is chosen for two columns. Choose one of them.",
        "No column is “kind”, which every row needs. Choose it, or add the column.",
        "No column is “desk”, which every row needs. Choose it, or add the column.",
    ]


def test_dropped_file_is_forgotten_at_once(alice: User) -> None:
    browser = signed_in(alice)
    run = uploaded(browser, "meetings", rows(1))
    browser.post(address(run), {"do": "drop"})
    run.refresh_from_db()
    assert (run.state, run.content) == (RunState.FAILED, None)
    assert "Dropped." in browser.get(address(run)).content.decode()


def test_old_files_are_forgotten_with_what_quotes_them(alice: User) -> None:
    browser = signed_in(alice)
    old = uploaded(browser, "meetings", csv_bytes([HEADINGS, ("A", "B", "C")]))
    check(browser, old)
    ImportRun.objects.update(uploaded_at=timezone.now() - timedelta(days=31))
    new = uploaded(browser, "meetings", rows(1))
    forget_import_contents(timestamp=0)
    old.refresh_from_db()
    new.refresh_from_db()
    assert (old.content, old.problems, old.rows_bad) == (None, [], 1)
    assert new.content is not None
    assert browser.get(f"{address(old)}problems.csv").status_code == 302


@pytest.mark.parametrize("state", ["uploaded", "checked", "done"])
def test_pages_cost_the_same_at_one_and_at_many_rows(alice: User, state: str) -> None:
    browser = signed_in(alice)
    counts = []
    for count in (1, 3):
        make_meeting(title="Talks 0", date="2023", status="held")
        run = uploaded(browser, "meetings", rows(count))
        if state != "uploaded":
            check(browser, run)
        if state == "done":
            bring_in(browser, run, twins="all")
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(address(run)).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


@breaks("chancery_importrun_state_is_known", "chancery_importrun_over_has_its_time")
def test_import_has_a_known_state_and_an_end(alice: User) -> None:
    run = uploaded(signed_in(alice), "meetings", rows(1))
    with refused_by("chancery_importrun_state_is_known"):
        update(run, state="lost", finished_at=None)
    with refused_by("chancery_importrun_over_has_its_time"):
        update(run, state="done")


def test_lists_of_imports_cost_the_same_at_one_and_three(alice: User) -> None:
    browser = signed_in(alice)
    counts = []
    for count in (1, 2):
        for _number in range(count):
            uploaded(browser, "meetings", rows(1))
        with CaptureQueriesContext(connection) as queries:
            browser.get(reverse("admin:import"))
        counts.append(len(queries))
    assert counts[0] == counts[1]
