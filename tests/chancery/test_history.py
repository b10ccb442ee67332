"""The history: every change by whatever way, signed where somebody signed it."""

from contextlib import suppress
from typing import Any

import pytest
from django.db import connection, transaction

from chancery.history import acting
from chancery.models import User
from engagements.models import AgreementEventPlace, Meeting, MeetingPartner
from partners.models import OfficerDesk, Partner
from tests.builders import (
    AT,
    make_desk,
    make_event,
    make_meeting,
    make_meeting_partner,
    make_officer,
    make_partner,
    make_place,
    make_user,
)
from tests.domain import history_of
from tests.invariants import delete, update

WHY = "Learnt from the embassy."


def past(row: Any, *fields: str) -> list[tuple[Any, ...]]:  # noqa: ANN401 - of any model
    """Return what the history keeps of a row: the kind of change and some fields."""
    states = history_of(type(row)).objects.filter(pgh_obj_id=row.pk)
    return list(states.order_by("pgh_id").values_list("pgh_label", *fields))


def signatures(row: Any) -> list[Any]:  # noqa: ANN401 - as above
    """Return (username, verb, reason) of each change, None where it is unsigned."""
    states = history_of(type(row)).objects.filter(pgh_obj_id=row.pk)
    metadata = states.order_by("pgh_id").values_list("pgh_context__metadata", flat=True)
    return [
        signed and (signed["username"], signed["verb"], signed["reason"])
        for signed in metadata
    ]


@pytest.mark.django_db
def test_every_way_of_writing_is_recorded() -> None:
    made = Partner(reference="PTR-A", kind="state", short_name="A")
    Partner.objects.bulk_create([made])
    Partner.objects.filter(pk=made.pk).update(short_name="B")
    update(made, short_name="C")
    made.short_name = "D"
    Partner.objects.bulk_update([made], ["short_name"])
    made.short_name = "E"
    made.save()
    assert past(made, "short_name", "version") == [
        ("insert", "A", 1),
        ("update", "B", 2),
        ("update", "C", 3),
        ("update", "D", 4),
        ("update", "E", 5),
    ]
    assert signatures(made) == [None] * 5


@pytest.mark.django_db
def test_removed_part_leaves_its_last_state() -> None:
    part = make_meeting_partner(role="host")
    delete(part)
    assert not MeetingPartner.objects.exists()
    assert past(part, "role", "partner_id") == [
        ("insert", "host", part.partner_id),
        ("delete", "host", part.partner_id),
    ]


@pytest.mark.django_db
def test_statement_about_many_rows_records_each() -> None:
    meetings = [make_meeting() for _number in range(3)]
    Meeting.objects.update(outcome="Adjourned.")
    assert [past(meeting, "outcome") for meeting in meetings] == [
        [("insert", ""), ("update", "Adjourned.")]
    ] * 3


@pytest.mark.django_db
def test_statement_that_changes_nothing_leaves_no_trace() -> None:
    partner = make_partner(short_name="A")
    update(partner, short_name="A")
    partner.save()
    assert past(partner, "short_name", "version") == [("insert", "A", 1)]


@pytest.mark.django_db
def test_many_to_many_tables_are_recorded() -> None:
    officer, desk = make_officer(), make_desk()
    officer.desks.add(desk)
    seat = OfficerDesk.objects.get()
    officer.desks.clear()
    assert past(seat, "desk_id") == [("insert", desk.pk), ("delete", desk.pk)]
    event, place = make_event(), make_place()
    event.places.set([place])
    there = AgreementEventPlace.objects.get()
    assert past(there, "place_id") == [("insert", place.pk)]


@pytest.mark.django_db
def test_history_keeps_dates_as_they_were_written() -> None:
    meeting = make_meeting(date="2023-06")
    update(meeting, date="2023-06-26")
    assert past(meeting, "date") == [("insert", "2023-06"), ("update", "2023-06-26")]


@pytest.mark.django_db
def test_signature_reaches_every_way_of_writing(alice: User) -> None:
    made = Partner(reference="PTR-A", kind="state", short_name="A")
    signature = ("alice", "enter", WHY)
    with acting(alice, at=AT, verb="enter", reason=WHY):
        Partner.objects.bulk_create([made])
        Partner.objects.filter(pk=made.pk).update(short_name="B")
        update(made, short_name="C")
        part = make_meeting_partner(partner=made)
        delete(part)
    assert signatures(made) == [signature] * 3
    assert signatures(part) == [signature] * 2


@pytest.mark.django_db
def test_signature_names_the_user_and_the_instant(alice: User) -> None:
    with acting(alice, at=AT, verb="enter", reason=WHY):
        partner = make_partner()
    state = history_of(Partner).objects.get(pgh_obj_id=partner.pk)
    assert state.pgh_context.metadata == {
        "user": alice.pk,
        "username": "alice",
        "verb": "enter",
        "reason": WHY,
        "at": "2023-07-03T09:00:00+00:00",
    }


@pytest.mark.django_db
def test_system_signs_without_a_user() -> None:
    with acting(None, at=AT, verb="seed"):
        partner = make_partner()
    assert signatures(partner) == [("", "seed", "")]


@pytest.mark.django_db
def test_signature_does_not_reach_what_follows_in_the_transaction(
    alice: User, bob: User
) -> None:
    with acting(alice, at=AT, verb="enter"):
        partner = make_partner()
    update(partner, short_name="B")
    with acting(bob, at=AT, verb="correct"):
        update(partner, short_name="C")
    Partner.objects.update(short_name="D")
    assert signatures(partner) == [
        ("alice", "enter", ""),
        None,
        ("bob", "correct", ""),
        None,
    ]


@pytest.mark.django_db
def test_inner_action_does_not_take_over_the_signature(alice: User) -> None:
    with acting(alice, at=AT, verb="log_meeting", reason=WHY):
        with acting(alice, at=AT, verb="add"):
            partner = make_partner()
        update(partner, short_name="B")
    assert signatures(partner) == [("alice", "log_meeting", WHY)] * 2


@pytest.mark.django_db
def test_failed_act_leaves_neither_row_nor_signature(alice: User) -> None:
    partner = make_partner(short_name="A")
    with suppress(ZeroDivisionError), acting(alice, at=AT, verb="enter"):
        update(partner, short_name="B")
        raise ZeroDivisionError
    update(partner, short_name="C")
    assert past(partner, "short_name") == [("insert", "A"), ("update", "C")]
    assert signatures(partner) == [None, None]


@pytest.mark.django_db
def test_inner_failure_that_is_caught_leaves_the_outer_signature(alice: User) -> None:
    partner = make_partner(short_name="A")
    with acting(alice, at=AT, verb="outer"):
        with suppress(ZeroDivisionError), acting(alice, at=AT, verb="inner"):
            update(partner, short_name="B")
            raise ZeroDivisionError
        update(partner, short_name="C")
    assert past(partner, "short_name") == [("insert", "A"), ("update", "C")]
    assert signatures(partner) == [None, ("alice", "outer", "")]


@pytest.mark.django_db(transaction=True)
def test_signature_does_not_reach_the_next_writer_on_the_connection() -> None:
    user = make_user(username="somebody")
    with acting(user, at=AT, verb="enter"):
        partner = make_partner()
    update(partner, short_name="B")
    with transaction.atomic():
        update(partner, short_name="C")
    with suppress(ZeroDivisionError), acting(user, at=AT, verb="fail"):
        raise ZeroDivisionError
    update(partner, short_name="D")
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('pghistory.context_metadata', true)")
        assert cursor.fetchone() in {("",), (None,)}
    assert signatures(partner) == [("somebody", "enter", ""), None, None, None]
