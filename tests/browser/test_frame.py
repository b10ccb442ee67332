"""The frame that every page stands in."""

from django.urls import reverse
from playwright.sync_api import Page, expect

from engagements.models import Meeting


def test_home_opens_without_a_fault(desk: Page) -> None:
    desk.goto(reverse("admin:index"))
    expect(desk.get_by_role("heading", level=1)).to_have_count(1)


def test_world_is_a_copy_that_the_server_and_the_test_share(desk: Page) -> None:
    meeting = Meeting.objects.order_by("pk").first()
    assert meeting
    desk.goto(reverse("admin:engagements_meeting_change", args=[meeting.reference]))
    expect(desk.get_by_role("heading", level=1)).to_have_text(meeting.title)
