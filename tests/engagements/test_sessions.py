"""How the sessions of a series stand."""

from datetime import date

import pytest

from chancery.models import User
from engagements.models import MeetingSeries
from engagements.sessions import sessions
from partners.models import Desk
from tests.builders import make_meeting, make_series
from tests.cast import INTERNAL, RESTRICTED
from tests.invariants import update

TODAY = date(2026, 11, 21)


@pytest.fixture
def series(mongolia_desk: Desk) -> MeetingSeries:
    found = make_series(desk=mongolia_desk, cadence_months=12)
    for ordinal, held in ((4, "2020"), (5, "2021-06"), (7, "2023-06-26")):
        make_meeting(
            desk=mongolia_desk,
            series=found,
            ordinal=ordinal,
            date=held,
            status="held",
        )
    return found


def test_gaps_and_lateness_show(series: MeetingSeries, alice: User) -> None:
    found = sessions(series, user=alice, today=TODAY)
    assert (found.missing, found.next_ordinal) == ((6,), 8)
    assert found.last_held is not None
    assert (found.last_held.ordinal, found.due) == (7, date(2024, 7, 1))
    assert found.is_late is True


def test_session_that_is_scheduled_is_not_late(
    series: MeetingSeries, alice: User, mongolia_desk: Desk
) -> None:
    make_meeting(
        desk=mongolia_desk, series=series, ordinal=8, date="2026-12", status="scheduled"
    )
    found = sessions(series, user=alice, today=TODAY)
    assert (found.is_late, found.next_ordinal) == (False, 9)


def test_session_out_of_sight_is_missing(series: MeetingSeries, alice: User) -> None:
    update(alice.officer, clearance=INTERNAL)
    update(series.meetings.get(ordinal=5), classification=RESTRICTED)
    found = sessions(series, user=User.objects.get(pk=alice.pk), today=TODAY)
    assert found.missing == (5, 6)


def test_series_without_sessions_begins_with_the_first(
    alice: User, mongolia_desk: Desk
) -> None:
    found = sessions(make_series(desk=mongolia_desk), user=alice, today=TODAY)
    assert (found.missing, found.next_ordinal, found.due) == ((), 1, None)
    assert found.is_late is False
