"""What must never be false of meetings, tried in raw SQL and in bulk."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from chancery.history import acting
from chancery.models import User
from engagements.models import Meeting, MeetingStatusChange
from engagements.vocabulary import MeetingStatus
from engagements.workflow import MEETING
from tests.builders import (
    AT,
    make_commitment,
    make_meeting,
    make_series,
    make_user,
)
from tests.invariants import (
    breaks,
    copy,
    hang_on_itself,
    refused_by,
    refused_saying,
    update,
)

pytestmark = pytest.mark.django_db

SEVENTH = "engagements_meeting_ordinal_is_unique_in_series"
# Eleven in the morning at Ulaanbaatar, eight hours ahead of UTC.
MORNING = datetime(2023, 6, 26, 3, 0, tzinfo=UTC)
THERE = {"date": "2023-06-26", "time_zone": "Asia/Ulaanbaatar"}

CHECKS: list[tuple[str, Mapping[str, object]]] = [
    ("engagements_meeting_has_a_title", {"title": ""}),
    ("engagements_meeting_ordinal_belongs_to_a_series", {"ordinal": 7}),
    ("engagements_meeting_held_has_a_date", {"status": "held"}),
    ("engagements_meeting_scheduled_has_a_date", {"status": "scheduled"}),
    ("engagements_meeting_ends_after_it_starts", {"ends_at": MORNING}),
    (
        "engagements_meeting_ends_after_it_starts",
        {**THERE, "starts_at": MORNING, "ends_at": MORNING},
    ),
    ("engagements_meeting_time_has_a_zone", {"starts_at": MORNING, "date": "2023"}),
    (
        "engagements_meeting_time_lies_on_its_date",
        {**THERE, "starts_at": MORNING + timedelta(hours=13)},
    ),
    (
        "engagements_meeting_time_lies_on_its_date",
        {**THERE, "date": "2023-06-25", "starts_at": MORNING},
    ),
    ("engagements_meeting_parent_has_a_relation", {"parent_relation": "inside"}),
    (
        "engagements_meeting_completed_at_has_completed_by",
        {"status": "cancelled", "completed_at": MORNING},
    ),
]


@breaks(*[constraint for constraint, _columns in CHECKS])
@pytest.mark.parametrize(("constraint", "columns"), CHECKS)
def test_meeting_keeps_to_its_check(
    constraint: str, columns: Mapping[str, object]
) -> None:
    meeting = make_meeting()
    with refused_by(constraint):
        update(meeting, **columns)


@breaks("engagements_meeting_complete_was_held_or_called_off")
def test_record_of_a_meeting_ahead_is_never_complete() -> None:
    meeting = make_meeting()
    with refused_by("engagements_meeting_complete_was_held_or_called_off"):
        update(meeting, completed_at=MORNING, completed_by_id=make_user().pk)


@breaks("engagements_meeting_ordinal_belongs_to_a_series")
def test_sessions_are_counted_from_one() -> None:
    meeting = make_meeting(series=make_series(), ordinal=1)
    with refused_by("engagements_meeting_ordinal_belongs_to_a_series"):
        update(meeting, ordinal=0)


def test_time_of_day_lies_on_its_date_as_seen_at_the_place() -> None:
    meeting = make_meeting()
    # Two in the morning there, still the day before in UTC.
    night = datetime(2023, 6, 25, 18, 0, tzinfo=UTC)
    update(meeting, **THERE, starts_at=night)
    update(meeting, date="2023-06")
    assert Meeting.objects.get(pk=meeting.pk).starts_at == night


@breaks(SEVENTH)
def test_second_seventh_session_is_refused() -> None:
    seventh = make_meeting(series=make_series(), ordinal=7)
    with refused_by(SEVENTH):
        copy(seventh)
    copy(seventh, series_id=make_series().pk)
    copy(seventh, ordinal=8)


@breaks(SEVENTH)
@pytest.mark.parametrize(
    "gone",
    [
        {"status": "cancelled"},
        {"archived_at": AT, "archive_reason": "Entered twice."},
    ],
    ids=["cancelled", "archived"],
)
def test_number_of_a_session_that_is_gone_is_free(gone: dict[str, object]) -> None:
    seventh = make_meeting(series=make_series(), ordinal=7)
    back: dict[str, object] = {name: getattr(seventh, name) for name in gone}
    if "archived_at" in gone:
        gone |= {"archived_by_id": make_user().pk}
        back |= {"archived_by_id": None}
    update(seventh, **gone)
    copy(seventh, **back)
    # It does not come back while another bears its number.
    if "status" in back:
        back = {"status": "proposed"}
    with refused_by(SEVENTH):
        update(seventh, **back)


@breaks("engagements_meeting_parent_has_a_relation")
def test_meeting_says_how_it_belongs_to_another() -> None:
    visit = make_meeting(kind="visit")
    summit = make_meeting(parent=visit, parent_relation="inside")
    with refused_by("engagements_meeting_parent_has_a_relation"):
        update(summit, parent_relation="")
    with refused_by("engagements_meeting_parent_has_a_relation"):
        update(summit, parent_id=None)


@breaks("engagements_meeting_does_not_belong_to_itself")
def test_meeting_does_not_belong_to_itself() -> None:
    visit = make_meeting(kind="visit")
    summit = make_meeting(parent=visit, parent_relation="inside")
    with refused_by("engagements_meeting_does_not_belong_to_itself"):
        hang_on_itself(summit, parent_id="")


@breaks("engagements.Meeting:parent_goes_in_no_circle")
def test_meeting_does_not_belong_to_its_own_parts() -> None:
    visit = make_meeting(kind="visit")
    summit = make_meeting(parent=visit, parent_relation="inside")
    talk = make_meeting(parent=summit, parent_relation="margins")
    for below in (visit, summit, talk):
        with refused_saying("A meeting cannot belong to one of its own parts."):
            update(visit, parent_id=below.pk, parent_relation="inside")


@breaks("engagements.Meeting:not_held_in_the_future")
def test_meeting_is_not_held_in_the_future() -> None:
    today = timezone.now().date()
    soon = (today + timedelta(days=2)).isoformat()
    meeting = make_meeting(date=soon, status="scheduled")
    message = "A meeting cannot have been held in the future."
    with refused_saying(message):
        update(meeting, status="held")
    with refused_saying(message):
        copy(meeting, status="held")
    # It may be tomorrow already at the place, and a year has begun on its first day.
    update(meeting, status="held", date=(today + timedelta(days=1)).isoformat())
    update(meeting, date=str(today.year))


ALLOWED = set(MEETING.transitions())
JUMPS = [
    (source, target)
    for source in MeetingStatus.values
    for target in MeetingStatus.values
    if source != target and (source, target) not in ALLOWED
]


@breaks("engagements.Meeting:status_follows_workflow")
@pytest.mark.parametrize(("source", "target"), JUMPS)
def test_status_does_not_jump(source: str, target: str) -> None:
    meeting = make_meeting(status=source, date="2023-06-26")
    message = (
        f'pgtrigger: Invalid transition of field "status" from "{source}" to "{target}"'
        " on table engagements_meeting"
    )
    with refused_saying(message):
        update(meeting, status=target)
    with refused_saying(message):
        Meeting.objects.filter(pk=meeting.pk).update(status=target)


@pytest.mark.parametrize(("source", "target"), sorted(ALLOWED))
def test_status_takes_the_steps_of_the_workflow(source: str, target: str) -> None:
    meeting = make_meeting(status=source, date="2023-06-26")
    update(meeting, status=target)
    assert Meeting.objects.get(pk=meeting.pk).status == target


def moves(meeting: Meeting) -> list[dict[str, Any]]:
    columns = ["position", "from_status", "to_status", "old_date", "new_date"]
    changes = MeetingStatusChange.objects.filter(meeting=meeting).order_by("position")
    return [dict(row) for row in changes.values(*columns, "changed_by", "reason")]


@breaks("engagements.Meeting:keeps_old_dates")
def test_old_dates_are_kept_whoever_moves_them() -> None:
    meeting = make_meeting(date="2021-09-10", status="scheduled")
    update(meeting, status="postponed", date="")
    Meeting.objects.filter(pk=meeting.pk).update(date="2021-10")
    # A change of anything else is no move.
    update(meeting, title="A virtual summit")
    unsigned = {"changed_by": None, "reason": ""}
    assert moves(meeting) == [
        {
            "position": 1,
            "from_status": "scheduled",
            "to_status": "postponed",
            "old_date": "2021-09-10",
            "new_date": "",
            **unsigned,
        },
        {
            "position": 2,
            "from_status": "postponed",
            "to_status": "postponed",
            "old_date": "",
            "new_date": "2021-10",
            **unsigned,
        },
    ]


@breaks("engagements.Meeting:keeps_old_dates")
def test_moves_in_raw_sql_carry_the_signature(alice: User) -> None:
    meeting = make_meeting(date="2021-09-10", status="scheduled")
    with acting(alice, at=AT, verb="postpone", reason="The Naadam festival."):
        update(meeting, status="postponed")
    change = MeetingStatusChange.objects.get(meeting=meeting)
    assert change.changed_by == alice
    assert change.changed_at == AT
    assert change.reason == "The Naadam festival."


@breaks(
    "engagements.Meeting:commitments_stay_as_classified",
    "engagements.Commitment:as_classified_as_its_meeting",
)
def test_commitment_is_never_less_classified_than_its_meeting() -> None:
    below = "A commitment cannot be classified lower than the meeting it came from."
    above = "A commitment made at this meeting is classified lower."
    meeting = make_meeting(classification=1)
    with refused_saying(below):
        make_commitment(origin_meeting=meeting, classification=0)
    commitment = make_commitment(origin_meeting=meeting, classification=1)
    with refused_saying(below):
        update(commitment, classification=0)
    with refused_saying(above):
        update(meeting, classification=2)
    with refused_saying(above):
        Meeting.objects.update(classification=2)
    update(commitment, classification=2)
    update(meeting, classification=2)
    with refused_saying(below):
        update(make_commitment(), origin_meeting_id=meeting.pk)
