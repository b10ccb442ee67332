"""What the named reads of engagements find: the same rows under the same name."""

from datetime import UTC, date, datetime, timedelta

import pytest

from engagements.models import Agreement, Commitment, Meeting
from engagements.querysets import COMMITMENT_VIEWS
from partners.models import Partner
from tests.builders import (
    AT,
    make_agreement,
    make_commitment,
    make_commitment_party,
    make_event,
    make_home,
    make_meeting,
    make_officer,
    make_partner,
    make_update,
    make_user,
)
from tests.invariants import update

pytestmark = pytest.mark.django_db

TODAY = date(2023, 7, 3)
LONG_AGO = datetime(2022, 1, 1, tzinfo=UTC)


@pytest.fixture
def korea() -> Partner:
    return make_home()


@pytest.fixture
def mongolia() -> Partner:
    return make_partner(short_name="Mongolia")


def in_every_status() -> dict[str, Commitment]:
    return {
        status: make_commitment(
            status=status,
            reported_at=AT,
            reported_by=make_user(),
            verified_at=AT,
            verified_by=make_user(),
            close_reason="Over.",
        )
        for status in (
            "noted",
            "not_started",
            "in_progress",
            "reported_done",
            "fulfilled",
            "partly_fulfilled",
            "lapsed",
            "withdrawn",
            "superseded",
        )
    }


def put_away(row: Commitment) -> Commitment:
    update(row, archived_at=AT, archived_by_id=make_user().pk, archive_reason="Twice.")
    return row


def test_open_is_what_is_tracked_and_not_settled() -> None:
    made = in_every_status()
    put_away(make_commitment(status="in_progress"))
    assert set(Commitment.objects.open()) == {
        made["not_started"],
        made["in_progress"],
        made["reported_done"],
    }
    assert Commitment.objects.noted().get() == made["noted"]
    assert Commitment.objects.reported_done().get() == made["reported_done"]


@pytest.mark.parametrize(
    ("due", "is_overdue"),
    [
        ("2023-07-02", True),
        ("2023-07-03", False),
        ("2023-06", True),
        ("2023-07", False),
        ("2023", False),
        ("2022", True),
        ("2023-05/..", False),
        ("", False),
    ],
)
def test_overdue_is_what_is_certainly_past(due: str, is_overdue: bool) -> None:
    make_commitment(status="in_progress", due_date=due)
    make_commitment(status="noted", due_date="2022")
    assert Commitment.objects.overdue(TODAY).exists() is is_overdue


@pytest.mark.parametrize(
    ("due", "is_soon"),
    [
        ("2023-07-03", True),
        ("2023-07-10", True),
        ("2023-07-11", False),
        ("2023-07-02", False),
        ("2023-07", True),
        ("2023-08", False),
        ("2023", True),
        ("", False),
    ],
)
def test_due_soon_is_what_may_fall_due_within_the_days(due: str, is_soon: bool) -> None:
    make_commitment(status="in_progress", due_date=due)
    assert Commitment.objects.due_within(7, TODAY).exists() is is_soon


def test_stale_is_what_nobody_has_reported_on() -> None:
    silent, told, forgotten, fresh = (
        make_commitment(status="in_progress") for _number in range(4)
    )
    for old in (silent, told, forgotten):
        update(old, created_at=LONG_AGO)
    update(fresh, created_at=AT)
    make_update(commitment=told, date="2023-06")
    make_update(commitment=forgotten, date=str(TODAY - timedelta(days=91)))
    make_update(commitment=fresh, date="2022")
    assert set(Commitment.objects.stale(TODAY)) == {silent, forgotten}


def test_sides_are_told_by_who_promises(korea: Partner, mongolia: Partner) -> None:
    ours = make_commitment(promisors=[korea], promisees=[mongolia])
    theirs = make_commitment(promisors=[mongolia], promisees=[korea])
    both = make_commitment(promisors=[korea, mongolia])
    third = make_commitment(promisees=[korea])
    make_commitment_party(commitment=third, label="The WTO")
    assert set(Commitment.objects.ours()) == {ours, both}
    assert set(Commitment.objects.theirs()) == {theirs, both}
    assert set(Commitment.objects.mutual()) == {both}


def test_commitment_is_between_two_whichever_side_they_stand_on(
    korea: Partner, mongolia: Partner
) -> None:
    kazakhstan = make_partner()
    ours = make_commitment(promisors=[korea], promisees=[mongolia])
    theirs = make_commitment(promisors=[mongolia], promisees=[korea])
    make_commitment(promisors=[korea], promisees=[kazakhstan])
    assert set(Commitment.objects.between(korea, mongolia)) == {ours, theirs}
    assert set(Commitment.objects.between(mongolia, korea)) == {ours, theirs}


def test_commitments_come_in_order_of_due_date_undated_last() -> None:
    undated, late, soon = (
        make_commitment(due_date=due) for due in ("", "2024", "2023-07")
    )
    assert list(Commitment.objects.in_order()) == [soon, late, undated]


def test_owner_and_move_are_asked_of_open_ones_only() -> None:
    free = make_commitment(status="in_progress", waiting_on="us")
    owned = make_commitment(
        status="in_progress", owner=make_officer(), waiting_on="them"
    )
    make_commitment(status="noted", waiting_on="us")
    assert Commitment.objects.without_owner().get() == free
    assert Commitment.objects.waiting_on("us").get() == free
    assert Commitment.objects.waiting_on("them").get() == owned


def test_named_views_answer_and_open_ones_are_open(korea: Partner) -> None:
    tracked = make_commitment(
        status="reported_done",
        reported_at=AT,
        reported_by=make_user(),
        due_date="2023-06",
        waiting_on="us",
        promisors=[korea],
    )
    update(tracked, created_at=LONG_AGO)
    noted = make_commitment(promisors=[korea, make_partner()])
    found = {
        name: set(view(Commitment.objects.all(), TODAY))
        for name, view in COMMITMENT_VIEWS.items()
    }
    assert found == {
        "open": {tracked},
        "overdue": {tracked},
        "due_soon": set(),
        "stale": {tracked},
        "unverified": {tracked},
        "waiting_on_us": {tracked},
        "waiting_on_them": set(),
        "waiting_on_third": set(),
        "no_owner": {tracked},
        "noted": {noted},
        "ours": {tracked, noted},
        "theirs": {noted},
        "mutual": {noted},
    }


def test_meeting_is_between_those_who_took_part(
    korea: Partner, mongolia: Partner
) -> None:
    china = make_partner()
    trilateral = make_meeting(partners=[korea, mongolia, china])
    bilateral = make_meeting(partners=[korea, mongolia])
    make_meeting(partners=[korea, china])
    assert set(Meeting.objects.between(korea, mongolia)) == {trilateral, bilateral}
    assert Meeting.objects.between(mongolia, china).get() == trilateral


def test_ahead_is_what_is_planned_and_not_certainly_past() -> None:
    wanted = {
        make_meeting(date=day, status=status)
        for status, day in (
            ("proposed", ""),
            ("proposed", "2023"),
            ("scheduled", "2023-07-03"),
        )
    }
    make_meeting(date="2023-07-02", status="scheduled")
    make_meeting(date="2023-07", status="postponed")
    held = make_meeting(date="2023-07-01", status="held")
    assert set(Meeting.objects.ahead(TODAY)) == wanted
    assert Meeting.objects.held().get() == held


def test_meetings_come_newest_first_undated_last() -> None:
    undated, june, the_day, year = (
        make_meeting(date=day) for day in ("", "2023-06", "2023-06-26", "2022")
    )
    assert list(Meeting.objects.in_order()) == [june, the_day, year, undated]


def test_agreements_are_pending_until_they_are_in_force(
    korea: Partner, mongolia: Partner
) -> None:
    under_way = make_agreement(parties=[korea, mongolia])
    signed = make_agreement(parties=[korea])
    in_force = make_agreement(parties=[korea, mongolia])
    make_event(agreement=under_way, kind="negotiation_opened")
    make_event(agreement=signed)
    make_event(agreement=in_force)
    make_event(agreement=in_force, kind="in_force")
    make_agreement()
    assert set(Agreement.objects.pending()) == {under_way, signed}
    assert set(Agreement.objects.between(korea, mongolia)) == {under_way, in_force}
