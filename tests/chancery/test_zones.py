"""Time zones are IANA names."""

from datetime import UTC, datetime

import pytest

from chancery import actions
from chancery.models import User
from chancery.refusals import Refused
from partners.models import Desk, Place
from tests.builders import make_meeting

AT = datetime(2026, 11, 21, tzinfo=UTC)
NO_CLOCK = "No clock can show a time in this year. Correct the date."


@pytest.mark.parametrize("zone", ["Seoul", "Mars/Base", "asia/seoul", "../etc"])
def test_zone_that_is_none_is_refused_in_words(
    zone: str, alice: User, mongolia_desk: Desk
) -> None:
    values = {"name": "Somewhere", "desk": mongolia_desk, "time_zone": zone}
    with pytest.raises(Refused) as refusal:
        actions.add(Place, by=alice, at=AT, values=values)
    assert refusal.value.message_dict == {
        "time_zone": [f"“{zone}” is no time zone. Write one such as Asia/Ulaanbaatar."]
    }
    assert not Place.objects.exists()


def test_zone_of_the_place_is_kept(alice: User, mongolia_desk: Desk) -> None:
    values = {"name": "There", "desk": mongolia_desk, "time_zone": "Asia/Ulaanbaatar"}
    place = actions.add(Place, by=alice, at=AT, values=values)
    assert place.time_zone == "Asia/Ulaanbaatar"


@pytest.mark.parametrize("year", [1, 9999])
def test_time_that_no_clock_can_show_is_refused(
    year: int, alice: User, mongolia_desk: Desk
) -> None:
    at = (
        datetime(year, 1, 1, tzinfo=UTC)
        if year == 1
        else datetime.max.replace(tzinfo=UTC)
    )
    meeting = make_meeting(date=f"{year:04}", desk=mongolia_desk)
    values = {"starts_at": at, "time_zone": "Asia/Seoul"}
    with pytest.raises(Refused) as refusal:
        actions.change(meeting, by=alice, at=AT, values=values)
    assert refusal.value.message_dict == {"starts_at": [NO_CLOCK]}
    meeting.refresh_from_db()
    assert meeting.starts_at is None
