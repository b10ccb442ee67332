"""Logging meetings and taking their steps, as people do it."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from chancery.models import User
from chancery.refusals import NotFound, Refused, Stale
from engagements.actions.meetings import add_participant, log_meeting, step_meeting
from engagements.actions.steps import available_steps
from engagements.models import Meeting, MeetingStatusChange, Participation
from engagements.workflow import MEETING
from partners.models import Desk
from tests.builders import (
    AT,
    make_meeting,
    make_partner,
    make_person,
    make_post,
    make_series,
)
from tests.domain import history_of

pytestmark = pytest.mark.django_db


def values(desk: Desk, **others: object) -> dict[str, Any]:
    return {"desk": desk, "title": "7th Joint Committee", "kind": "joint_committee"} | (
        others
    )


def verbs(row: Any) -> list[str]:  # noqa: ANN401 - of any model
    states = history_of(type(row)).objects.filter(pgh_obj_id=row.pk)
    signed = states.order_by("pgh_id").values_list("pgh_context__metadata", flat=True)
    return [metadata["verb"] for metadata in signed]


def test_meeting_is_logged_with_partners_and_participants(
    alice: User, mongolia_desk: Desk
) -> None:
    korea, mongolia = make_partner(), make_partner()
    person, post = make_person(), make_post()
    meeting = log_meeting(
        by=alice,
        at=AT,
        values=values(mongolia_desk, status="held", date="2023-06-26"),
        partners=[(korea, "guest"), (mongolia, "host")],
        participants=[
            {"person": person, "post": post, "role": "co_chair"},
            {"label": "An ambassador", "role": "member"},
        ],
    )
    assert meeting.reference == "MTG-2023-0001"
    assert dict(meeting.meeting_partners.values_list("partner", "role")) == {
        korea.pk: "guest",
        mongolia.pk: "host",
    }
    rows = Participation.objects.order_by("position")
    assert list(rows.values_list("reference", "position", "role")) == [
        ("PTC-2023-0001", 1, "co_chair"),
        ("PTC-2023-0002", 2, "member"),
    ]
    # One deed in the history, whatever it wrote.
    assert verbs(meeting) == ["log_meeting"]
    assert [verbs(row) for row in rows] == [["log_meeting"]] * 2


def test_meeting_without_a_known_year_is_numbered_in_the_present_one(
    alice: User, mongolia_desk: Desk
) -> None:
    meeting = log_meeting(
        by=alice, at=AT, values=values(mongolia_desk, date="XXXX-10-28")
    )
    assert meeting.reference == "MTG-2023-0001"


@pytest.mark.parametrize("status", ["postponed", "cancelled", "foo"])
def test_meeting_does_not_begin_anywhere(
    status: str, alice: User, mongolia_desk: Desk
) -> None:
    with pytest.raises(Refused) as refusal:
        log_meeting(by=alice, at=AT, values=values(mongolia_desk, status=status))
    assert refusal.value.error_list[0].code == "initial_status"


def test_one_bad_participant_leaves_no_meeting(
    alice: User, mongolia_desk: Desk
) -> None:
    with pytest.raises(Refused) as refusal:
        log_meeting(
            by=alice,
            at=AT,
            values=values(mongolia_desk),
            partners=[(make_partner(), "host")],
            participants=[{"role": "member"}],
        )
    assert refusal.value.messages == ["Name a person, a post, or describe who it was."]
    assert not Meeting.objects.exists()


def test_second_seventh_session_says_what_to_do(
    alice: User, mongolia_desk: Desk
) -> None:
    series = make_series()
    seventh = values(mongolia_desk, series=series, ordinal=7)
    log_meeting(by=alice, at=AT, values=seventh)
    with pytest.raises(Refused) as refusal:
        log_meeting(by=alice, at=AT, values=seventh)
    assert refusal.value.messages == [
        (
            "This series has a session with that number already. Open it, or give this"
            " one the next number."
        )
    ]


def test_participant_of_another_desks_meeting_is_not_added(
    alice: User, europe_desk: Desk
) -> None:
    meeting = make_meeting(desk=europe_desk)
    with pytest.raises(NotFound):
        add_participant(meeting, by=alice, at=AT, values={"label": "Somebody"})
    assert not Participation.objects.exists()


def test_meeting_takes_its_steps(alice: User, bob: User, mongolia_desk: Desk) -> None:
    meeting = make_meeting(desk=mongolia_desk)
    planned = step_meeting(meeting, "schedule", by=alice, at=AT, date="2021-09-10")
    assert (planned.status, planned.date, planned.version) == (
        "scheduled",
        "2021-09-10",
        2,
    )
    later = step_meeting(
        meeting, "postpone", by=alice, at=AT, reason="An election.", version=2, date=""
    )
    assert (later.status, later.date) == ("postponed", "")
    held = step_meeting(meeting, "hold", by=alice, at=AT, date="2021-10-01")
    assert held.status == "held"
    undone = step_meeting(meeting, "unhold", by=bob, at=AT, reason="Not yet.")
    assert undone.status == "scheduled"
    moves = MeetingStatusChange.objects.filter(meeting=meeting).order_by("position")
    assert list(
        moves.values_list("to_status", "new_date", "changed_by__username", "reason")
    ) == [
        ("scheduled", "2021-09-10", "alice", ""),
        ("postponed", "", "alice", "An election."),
        ("held", "2021-10-01", "alice", ""),
        ("scheduled", "2021-10-01", "bob", "Not yet."),
    ]


def test_step_keeps_the_instant_it_was_given(alice: User, mongolia_desk: Desk) -> None:
    meeting = make_meeting(desk=mongolia_desk, date="2021")
    then = datetime(2021, 9, 1, 12, 30, tzinfo=UTC)
    step_meeting(meeting, "schedule", by=alice, at=then)
    assert MeetingStatusChange.objects.get().changed_at == then


@pytest.mark.parametrize(
    ("status", "verb", "code"),
    [
        ("held", "schedule", "illegal_step"),
        ("proposed", "schedule", "missing_fields"),
        ("proposed", "postpone", "reason"),
        ("proposed", "fly", "unknown_step"),
    ],
)
def test_step_that_does_not_follow_is_refused(
    status: str, verb: str, code: str, alice: User, mongolia_desk: Desk
) -> None:
    date = "2021" if status == "held" else ""
    meeting = make_meeting(desk=mongolia_desk, status=status, date=date)
    with pytest.raises(Refused) as refusal:
        step_meeting(meeting, verb, by=alice, at=AT)
    assert refusal.value.error_list[0].code == code
    assert not MeetingStatusChange.objects.exists()


def test_step_asks_for_its_own_right(alice: User, mongolia_desk: Desk) -> None:
    meeting = make_meeting(desk=mongolia_desk, status="held", date="2021")
    with pytest.raises(PermissionDenied):
        step_meeting(meeting, "unhold", by=alice, at=AT, reason="A mistake.")


def test_step_on_what_somebody_else_changed_is_stale(
    alice: User, mongolia_desk: Desk
) -> None:
    meeting = make_meeting(desk=mongolia_desk, date="2021")
    Meeting.objects.update(summary="Meanwhile.")
    with pytest.raises(Stale):
        step_meeting(meeting, "hold", by=alice, at=AT, version=1)


def test_step_on_another_desks_meeting_finds_nothing(
    alice: User, europe_desk: Desk
) -> None:
    meeting = make_meeting(desk=europe_desk, date="2021")
    with pytest.raises(NotFound):
        step_meeting(meeting, "hold", by=alice, at=AT)


def test_buttons_are_what_the_user_may_do_now(
    alice: User, bob: User, carol: User
) -> None:
    held = make_meeting(status="held", date="2021")
    proposed = make_meeting()

    def buttons(meeting: Meeting, user: User) -> list[str]:
        return [s.verb for s in available_steps(meeting, workflow=MEETING, by=user)]

    assert buttons(proposed, alice) == ["schedule", "hold", "postpone", "cancel"]
    assert buttons(held, alice) == []
    assert buttons(held, bob) == ["unhold"]
    assert buttons(proposed, carol) == []
