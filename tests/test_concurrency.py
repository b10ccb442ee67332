"""Two writers at once, each on a connection of their own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event
from typing import Any

import pytest
from django.db import connection, transaction

from chancery import actions
from chancery.history import acting
from chancery.models import User
from chancery.references import next_reference
from chancery.refusals import Refused, Stale, spoken
from engagements.actions.commitments import decide_due_date_change
from engagements.models import Agreement, AgreementEvent, Commitment, Meeting
from partners.roles import Role
from tests.builders import (
    AT,
    make_agreement,
    make_commitment,
    make_desk,
    make_due_date_change,
    make_event,
    make_meeting,
    make_user,
)
from tests.domain import history_of
from tests.invariants import update

pytestmark = pytest.mark.django_db(transaction=True)

# Nobody waits longer than this for another; no test comes near it.
PATIENCE = 10
# How many connections to this database wait for a lock.
_WAITING = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'
"""


def at_once(*writers: Callable[[], object]) -> list[Any]:
    """Run each in a thread with its own connection; return results or errors."""

    def run(writer: Callable[[], object]) -> object:
        try:
            with connection.cursor() as cursor:
                cursor.execute(f"SET lock_timeout = '{PATIENCE}s'")
            return writer()
        except Exception as error:  # noqa: BLE001 - the test looks at it
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(writers)) as pool:
        return [
            done.result(PATIENCE) for done in [pool.submit(run, w) for w in writers]
        ]


def one_after_the_other(
    first: Callable[[], object], second: Callable[[], object]
) -> list[Any]:
    """Let the second try to write while the first's transaction is still open."""
    written, waiting = Event(), Event()

    def hold() -> None:
        with transaction.atomic():
            first()
            written.set()
            # Until the second waits for a lock of ours; it cannot go on before we end.
            assert waiting.wait(PATIENCE)

    def follow() -> object:
        assert written.wait(PATIENCE)
        return second()

    def watch() -> None:
        assert written.wait(PATIENCE)
        with connection.cursor() as cursor:
            for _look in range(PATIENCE * 50):
                cursor.execute(_WAITING)
                if cursor.fetchone() != (0,):
                    break
                waiting.wait(0.02)
        waiting.set()

    return at_once(hold, follow, watch)[:2]


def supervisor(name: str) -> User:
    return make_user(Role.ADMINISTRATOR, username=name, clearance=2)


def test_references_are_never_given_twice() -> None:
    start = Barrier(4)

    def take_five() -> list[str]:
        start.wait(PATIENCE)
        return [next_reference("MTG", 2023) for _number in range(5)]

    given = [reference for five in at_once(*[take_five] * 4) for reference in five]
    assert sorted(given) == [f"MTG-2023-{number:04d}" for number in range(1, 21)]


def test_second_of_two_changes_of_one_version_is_stale() -> None:
    dana, bob = supervisor("dana"), supervisor("bob")
    meeting = make_meeting()

    def change(by: User, title: str) -> Meeting:
        return actions.change(meeting, by=by, at=AT, values={"title": title}, version=1)

    done, refused = one_after_the_other(
        lambda: change(dana, "Dana's"), lambda: change(bob, "Bob's")
    )
    assert done is None
    assert isinstance(refused, Stale)
    meeting.refresh_from_db()
    assert (meeting.title, meeting.version) == ("Dana's", 2)
    states = history_of(Meeting).objects.filter(pgh_label="update")
    assert [state.pgh_context.metadata["username"] for state in states] == ["dana"]


def test_second_decision_on_one_wish_is_refused() -> None:
    dana, bob = supervisor("dana"), supervisor("bob")
    commitment = make_commitment(due_date="2023-12")
    wish = make_due_date_change(
        commitment=commitment, old_date="2023-12", new_date="2024-06"
    )
    done, refused = one_after_the_other(
        lambda: decide_due_date_change(wish, approve=True, by=dana, at=AT),
        lambda: decide_due_date_change(wish, approve=False, by=bob, at=AT),
    )
    assert done is None
    assert isinstance(refused, Refused)
    assert refused.messages == ["This request has been decided already."]
    wish.refresh_from_db()
    assert (wish.decision, wish.decided_by) == ("approved", dana)
    assert Commitment.objects.get().due_date == "2024-06"


def test_two_writers_do_not_sign_an_agreement_twice() -> None:
    agreement = make_agreement()
    done, refused = one_after_the_other(
        lambda: make_event(agreement=agreement, kind="signed", position=1),
        lambda: make_event(agreement=agreement, kind="signed", position=2),
    )
    assert done is None
    assert (
        str(refused.__cause__.diag.message_primary)
        == "“Signed” cannot happen to an agreement that stands at"
        " “Signed, not in force”."
    )
    assert AgreementEvent.objects.count() == 1
    assert Agreement.objects.get().status == "signed"


def test_meeting_is_not_classified_above_a_commitment_that_is_being_made() -> None:
    meeting = make_meeting()
    desk = make_desk()

    def classify() -> None:
        with spoken():
            update(meeting, classification=1)

    done, refused = one_after_the_other(
        lambda: make_commitment(origin_meeting=meeting, desk=desk), classify
    )
    assert done is None
    assert isinstance(refused, Refused)
    assert Meeting.objects.get().classification == 0


def test_each_writer_signs_with_their_own_name() -> None:
    people = [supervisor("dana"), supervisor("bob")]
    meetings = [make_meeting(), make_meeting()]
    start = Barrier(2)

    def write(number: int) -> None:
        with acting(people[number], at=AT, verb=f"deed {number}"):
            start.wait(PATIENCE)
            update(meetings[number], title="Changed")
            start.wait(PATIENCE)

    assert at_once(lambda: write(0), lambda: write(1)) == [None, None]
    states = history_of(Meeting).objects.filter(pgh_label="update").order_by("pgh_obj")
    assert [
        (state.pgh_context.metadata["username"], state.pgh_context.metadata["verb"])
        for state in states
    ] == [("dana", "deed 0"), ("bob", "deed 1")]
