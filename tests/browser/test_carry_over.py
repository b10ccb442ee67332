"""The open items of a 7th session carried over to the 8th, by keyboard only."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from chancery.models import User
from engagements.actions.meetings import log_meeting
from engagements.models import Commitment, Meeting, Mention
from engagements.open_items import in_order, not_dealt_with

AT = datetime(2025, 6, 13, 9, 0, tzinfo=UTC)


@pytest.fixture
def eighth(world: Any) -> Meeting:  # noqa: ANN401, ARG001 - the seeded database
    seventh = Meeting.objects.get(title="7th Korea–Mongolia Joint Committee")
    officer = User.objects.get(username="officer")
    return log_meeting(
        by=officer,
        at=AT,
        values={
            "title": "8th Korea–Mongolia Joint Committee",
            "kind": seventh.kind,
            "series": seventh.series,
            "ordinal": 8,
            "date": "2025-06-12",
            "status": "held",
            "desk": seventh.desk,
        },
        partners=[
            (one.partner, one.role)
            for one in seventh.meeting_partners.select_related("partner")
        ],
    )


def _kinds(meeting: Meeting) -> dict[str, str]:
    return {
        one.commitment.reference: one.kind
        for one in Mention.objects.filter(meeting=meeting).select_related("commitment")
    }


def test_open_items_are_carried_over_by_keyboard(desk: Page, eighth: Meeting) -> None:
    officer = User.objects.get(username="officer")
    items = list(in_order(not_dealt_with(eighth, officer)))
    assert len(items) > 6
    first, second, third, fourth, fifth, sixth = items[:6]
    desk.goto(reverse("admin:engagements_meeting_carry_over", args=[eighth.reference]))
    desk.keyboard.press("r")
    desk.keyboard.press("a")
    # A slip, taken back; then the right one.
    desk.keyboard.press("w")
    desk.keyboard.press("k")
    desk.keyboard.press("u")
    desk.keyboard.press("n")
    desk.keyboard.press("v")
    desk.keyboard.press("Control+a")
    desk.keyboard.type("Reworded at the 8th session")
    desk.keyboard.press("Escape")
    desk.keyboard.press("j")
    desk.keyboard.press("f")
    desk.keyboard.press("d")
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("p")
    desk.keyboard.press("Control+Enter")
    expect(desk.get_by_text("6 open items were carried over.")).to_be_visible()
    assert _kinds(eighth) == {
        first.reference: "raised",
        second.reference: "reaffirmed",
        third.reference: "not_raised",
        fourth.reference: "revised",
        fifth.reference: "fulfilled",
        sixth.reference: "reported",
    }
    revised = Mention.objects.get(meeting=eighth, kind="revised")
    assert revised.text_after == "Reworded at the 8th session"
    done = Commitment.objects.get(pk=fifth.pk)
    assert done.status == "reported_done"


def test_what_was_chosen_is_there_again_and_can_be_corrected(
    desk: Page, eighth: Meeting
) -> None:
    address = reverse("admin:engagements_meeting_carry_over", args=[eighth.reference])
    desk.goto(address)
    desk.keyboard.press("r")
    desk.keyboard.press("Control+Enter")
    expect(desk.get_by_text("1 open item was carried over.")).to_be_visible()
    desk.goto(address)
    # The page begins with the first that nobody has dealt with.
    desk.keyboard.press("k")
    desk.keyboard.press("u")
    desk.keyboard.press("Control+Enter")
    expect(desk.get_by_text("1 open item was carried over.")).to_be_visible()
    assert _kinds(eighth) == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_shut_nobody_out(
    scheme: str,
    world: Any,  # noqa: ANN401 - the world of conftest
    eighth: Meeting,
    axe: Callable[[Page], list[str]],
) -> None:
    spoken = Commitment.objects.filter(mentions__isnull=False).first()
    assert spoken
    page = world.login(scheme=scheme)
    for name, *args in (
        ("index",),
        ("engagements_meeting_carry_over", eighth.reference),
        ("engagements_meeting_change", eighth.reference),
        ("engagements_commitment_change", spoken.reference),
    ):
        page.goto(reverse(f"admin:{name}", args=args))
        assert axe(page) == []
