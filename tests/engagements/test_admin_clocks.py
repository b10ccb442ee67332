"""Whose clock the hours of a meeting are told by."""

from datetime import UTC, datetime
from typing import Any

from django.urls import reverse

from chancery.models import User
from partners.models import Desk
from tests.admin_builders import signed_in
from tests.builders import make_meeting


def _page(by: User, desk: Desk, **hours: Any) -> str:  # noqa: ANN401 - fields of a meeting
    meeting = make_meeting(
        desk=desk,
        date="2026-11-20",
        time_zone="Asia/Ulaanbaatar",
        **hours,
    )
    page = signed_in(by).get(
        reverse("admin:engagements_meeting_change", args=[meeting.reference])
    )
    return page.content.decode()


def test_hours_stand_by_the_clock_there_and_by_ones_own(
    alice: User, mongolia_desk: Desk
) -> None:
    page = _page(
        alice,
        mongolia_desk,
        starts_at=datetime(2026, 11, 20, 2, 0, tzinfo=UTC),
        ends_at=datetime(2026, 11, 20, 4, 30, tzinfo=UTC),
    )
    assert "10:00–12:30 (Asia/Ulaanbaatar)" in page
    assert "11:00–13:30 (Asia/Seoul)" in page
    assert page.count("By your own clock (Asia/Seoul), not the clock there.") == 2


def test_hours_on_another_day_name_that_day(alice: User, mongolia_desk: Desk) -> None:
    page = _page(
        alice,
        mongolia_desk,
        starts_at=datetime(2026, 11, 20, 15, 30, tzinfo=UTC),
        ends_at=datetime(2026, 11, 20, 17, 0, tzinfo=UTC),
    )
    assert "23:30–21 November 2026, 01:00 (Asia/Ulaanbaatar)" in page
    assert "21 November 2026, 00:30–02:00 (Asia/Seoul)" in page
