"""Which commitments a meeting takes up from those before it."""

from typing import Any

import pytest

from chancery.models import User
from engagements.models import Commitment, Meeting
from engagements.open_items import in_order, not_dealt_with, open_items
from partners.models import Desk, Partner
from tests.builders import (
    make_commitment,
    make_home,
    make_meeting,
    make_mention,
    make_partner,
    make_series,
)


@pytest.fixture
def korea(db: None) -> Partner:  # noqa: ARG001 - writes to the database
    return make_home()


@pytest.fixture
def mongolia(db: None) -> Partner:  # noqa: ARG001 - as above
    return make_partner(short_name="Mongolia")


@pytest.fixture
def eighth(korea: Partner, mongolia: Partner, mongolia_desk: Desk) -> Meeting:
    series = make_series(desk=mongolia_desk)
    make_meeting(
        series=series, ordinal=7, status="held", date="2023-06-26", desk=mongolia_desk
    )
    return make_meeting(
        series=series,
        ordinal=8,
        status="held",
        date="2025-06",
        desk=mongolia_desk,
        partners=[korea, mongolia],
    )


def _seventh(eighth: Meeting) -> Meeting:
    return Meeting.objects.get(series=eighth.series, ordinal=7)


def _found(meeting: Meeting, user: User) -> set[Commitment]:
    return set(open_items(meeting, user))


def test_what_was_spoken_of_at_an_earlier_session_is_open(
    eighth: Meeting, alice: User, mongolia_desk: Desk
) -> None:
    road = make_commitment(desk=mongolia_desk, status="in_progress")
    make_mention(commitment=road, meeting=_seventh(eighth))
    make_commitment(desk=mongolia_desk, status="in_progress")
    assert _found(eighth, alice) == {road}
    # The earlier session does not take up what only came to it later.
    make_mention(commitment=road, meeting=eighth, kind="reported")
    assert _found(eighth, alice) == {road}
    assert set(not_dealt_with(eighth, alice)) == set()


def test_what_is_open_between_the_partners_is_taken_up_both_ways(
    eighth: Meeting, alice: User, korea: Partner, mongolia: Partner
) -> None:
    pair: dict[str, Any] = {"promisors": [korea], "promisees": [mongolia]}
    back: dict[str, Any] = {"promisors": [mongolia], "promisees": [korea]}
    wanted = {
        make_commitment(status="not_started", **pair),
        make_commitment(status="in_progress", **back),
        make_commitment(status="in_progress", promisors=[korea, mongolia]),
    }
    make_commitment(status="not_started", promisors=[korea])
    assert _found(eighth, alice) == wanted


def test_what_was_only_noted_is_listed_last_and_owed_by_nobody(
    eighth: Meeting, alice: User, korea: Partner, mongolia: Partner, mongolia_desk: Desk
) -> None:
    pair: dict[str, Any] = {"promisors": [korea], "promisees": [mongolia]}
    asked = make_commitment(status="noted", desk=mongolia_desk, **pair)
    owed = make_commitment(status="not_started", desk=mongolia_desk, **pair)
    assert list(in_order(open_items(eighth, alice))) == [owed, asked]
    assert list(not_dealt_with(eighth, alice)) == [owed]


def test_what_was_made_here_or_later_is_not_carried_over(
    eighth: Meeting, alice: User, korea: Partner, mongolia: Partner
) -> None:
    pair: dict[str, Any] = {
        "promisors": [korea],
        "promisees": [mongolia],
        "status": "not_started",
    }
    make_commitment(origin_meeting=eighth, **pair)
    make_commitment(origin_meeting=make_meeting(status="held", date="2026"), **pair)
    before = make_commitment(
        origin_meeting=make_meeting(status="held", date="2020"), **pair
    )
    assert _found(eighth, alice) == {before}


def test_what_was_settled_here_stays_to_be_corrected(
    eighth: Meeting, alice: User, mongolia_desk: Desk
) -> None:
    closed = make_commitment(
        desk=mongolia_desk, status="withdrawn", close_reason="No need"
    )
    make_mention(commitment=closed, meeting=eighth, kind="withdrawn")
    assert _found(eighth, alice) == {closed}


def test_an_undated_meeting_takes_up_everything_that_is_open(
    alice: User, korea: Partner, mongolia: Partner, mongolia_desk: Desk
) -> None:
    proposed = make_meeting(desk=mongolia_desk, partners=[korea, mongolia])
    pair: dict[str, Any] = {
        "promisors": [korea],
        "promisees": [mongolia],
        "status": "not_started",
    }
    road = make_commitment(
        origin_meeting=make_meeting(status="held", date="2020"), **pair
    )
    assert _found(proposed, alice) == {road}


def test_what_may_not_be_seen_is_not_there(
    eighth: Meeting, carol: User, korea: Partner, mongolia: Partner
) -> None:
    make_commitment(
        status="not_started",
        classification=2,
        promisors=[korea],
        promisees=[mongolia],
    )
    hidden = make_meeting(
        series=eighth.series, status="held", date="2022", classification=2
    )
    road = make_commitment(status="in_progress")
    make_mention(commitment=road, meeting=hidden)
    assert _found(eighth, carol) == set()
