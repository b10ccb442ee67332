"""A record's history as people read it."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from chancery.models import User
from chancery.timeline import Change, timeline
from engagements.actions.meetings import step_meeting
from engagements.models import Meeting
from partners.models import Desk
from tests.builders import (
    make_meeting,
    make_meeting_partner,
    make_participation,
    make_partner,
    make_post,
)
from tests.cast import INTERNAL, RESTRICTED
from tests.invariants import update

AT = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


@pytest.fixture
def meeting(mongolia_desk: Desk) -> Meeting:
    return make_meeting(
        desk=mongolia_desk, status="scheduled", date="2027-06", title="8th session"
    )


def test_timeline_says_who_changed_what_and_why(alice: User, meeting: Meeting) -> None:
    step_meeting(meeting, "postpone", by=alice, at=AT, reason="Snow.", date="2027-07")
    entry = timeline(meeting, user=alice)[0]
    assert (entry.actor, entry.verb, entry.reason, entry.kind) == (
        str(alice),
        "postpone",
        "Snow.",
        "update",
    )
    assert entry.subject == f"Meeting {meeting.reference}"
    assert set(entry.changes) == {
        Change("Status", "Scheduled", "Postponed"),
        Change("Date", "June 2027", "July 2027"),
    }


def test_timeline_speaks_the_readers_language_and_time(
    alice: User, meeting: Meeting
) -> None:
    instant = datetime(2027, 6, 1, 1, 0, tzinfo=UTC)
    update(meeting, starts_at=instant, time_zone="Asia/Ulaanbaatar")
    with translation.override("ko"), timezone.override("Asia/Seoul"):
        korean = {change.after for change in timeline(meeting, user=alice)[-1].changes}
        shown = {change.after for change in timeline(meeting, user=alice)[0].changes}
    assert "2027년 6월" in korean
    assert "2027년 6월 1일 10:00" in shown


def test_timeline_names_no_record_that_may_not_be_seen(
    alice: User, meeting: Meeting
) -> None:
    hidden = make_partner(short_name="Unseen", classification=RESTRICTED)
    part = make_meeting_partner(meeting=meeting, partner=hidden)
    update(meeting, host_id=hidden.pk)
    update(alice.officer, classification=0, clearance=INTERNAL)
    reader = User.objects.get(pk=alice.pk)
    entries = timeline(meeting, user=reader)
    told = {change for entry in entries for change in entry.changes}
    assert not [c for c in told if "Unseen" in (c.before, c.after)]
    assert not [c for c in told if c.label == "Host"]
    assert str(part._meta.verbose_name) not in {e.subject.lower() for e in entries}


def test_timeline_shows_a_part_that_was_removed(alice: User, meeting: Meeting) -> None:
    part = make_meeting_partner(
        meeting=meeting, partner=make_partner(short_name="Mongolia")
    )
    part.delete()
    entry = timeline(meeting, user=alice)[0]
    assert (entry.kind, entry.subject) == ("delete", "Partner at a meeting")
    assert Change("Partner", "Mongolia", "") in entry.changes


def test_timeline_counts_its_queries_not_its_rows(
    alice: User, meeting: Meeting
) -> None:
    timeline(meeting, user=alice)  # asks once what alice may see
    counts = []
    for _number in range(2):
        make_meeting_partner(meeting=meeting, partner=make_partner())
        with CaptureQueriesContext(connection) as queries:
            timeline(meeting, user=alice)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_timeline_names_no_row_whose_name_speaks_of_what_is_hidden(
    carol: User, meeting: Meeting
) -> None:
    hidden = make_partner(short_name="Unseen", classification=RESTRICTED)
    post = make_post(partner=hidden, title="Envoy")
    make_participation(meeting=meeting, post=post, label="")
    told = {
        (change.label, change.after)
        for entry in timeline(meeting, user=carol)
        for change in entry.changes
    }
    assert str(post) == "Envoy, Unseen"
    assert not [after for _label, after in told if "Unseen" in after]


def test_timeline_of_a_part_ends_where_it_left_for_a_hidden_record(
    carol: User, meeting: Meeting
) -> None:
    part = make_participation(meeting=meeting, label="An envoy")
    update(part, meeting_id=make_meeting(classification=RESTRICTED).pk)
    update(part, label="The envoy in secret")
    told = {
        change.after
        for entry in timeline(meeting, user=carol)
        for change in entry.changes
    }
    assert "An envoy" in told
    assert "The envoy in secret" not in told


def test_timeline_keeps_what_a_record_said_while_it_was_above_the_readers_clearance(
    alice: User, carol: User, meeting: Meeting
) -> None:
    update(meeting, classification=RESTRICTED)
    update(meeting, title="Secret talks")
    update(meeting, title="Talks")
    update(meeting, classification=INTERNAL)
    update(meeting, title="Open talks")
    seen = {
        user.username: [
            (change.before, change.after)
            for entry in timeline(meeting, user=user)
            for change in entry.changes
            if change.label == "Title"
        ]
        for user in (alice, carol)
    }
    assert seen["alice"][:2] == [("Talks", "Open talks"), ("Secret talks", "Talks")]
    assert seen["carol"][0] == ("Talks", "Open talks")
    assert "Secret talks" not in {text for pair in seen["carol"] for text in pair}


@pytest.mark.django_db(transaction=True)
def test_timeline_keeps_what_parts_said_while_the_record_was_above_clearance(
    carol: User, meeting: Meeting
) -> None:
    part = make_participation(meeting=meeting, label="Before")
    update(meeting, classification=RESTRICTED)
    update(part, label="The envoy in secret")
    update(part, label="An envoy")
    update(meeting, classification=INTERNAL)
    update(part, label="The envoy")
    for record in (meeting, part):
        told = [
            (change.before, change.after)
            for entry in timeline(record, user=carol)
            for change in entry.changes
            if change.label == "Description"
        ]
        assert told == [("", "The envoy")]
