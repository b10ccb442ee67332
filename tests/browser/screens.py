"""The pictures in docs/screens: every main page, wide, narrow, dark and in Korean.

Not a test: ``make screens`` runs it when pages have changed, and somebody looks at
what it drew.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import Page, ViewportSize

from engagements.models import Commitment, Meeting
from tests.browser.conftest import DESKTOP, PHONE, World

FOLDER: Final = Path(settings.BASE_DIR) / "docs" / "screens"
Draw = Callable[[Page], None]

# What a picture is called after its page, and how the page is opened for it.
LOOKS: Final[dict[str, tuple[ViewportSize, str, str]]] = {
    "": (DESKTOP, "light", "en"),
    "-narrow": (PHONE, "light", "en"),
    "-dark": (DESKTOP, "dark", "en"),
    "-korean": (DESKTOP, "light", "ko"),
}


def _committee() -> Meeting:
    """Return the 7th session of the joint committee, the best known of the seeds."""
    return Meeting.objects.get(ordinal=7, series__isnull=False)


def _most_spoken_of() -> Commitment:
    """Return a commitment whose line has more than one point."""
    rows = Commitment.objects.filter(mentions__kind="reaffirmed")
    return rows.order_by("reference").first() or Commitment.objects.latest("pk")


def _home(page: Page) -> None:
    page.goto(reverse("admin:index"))


def _meetings(page: Page) -> None:
    page.goto(reverse("admin:engagements_meeting_changelist"))


def _meeting(page: Page) -> None:
    reference = _committee().reference
    page.goto(reverse("admin:engagements_meeting_change", args=[reference]))


def _log(page: Page) -> None:
    page.goto(f"{reverse('admin:engagements_meeting_log')}?series=SER-0001")


def _open_items(page: Page) -> None:
    reference = _committee().reference
    page.goto(reverse("admin:engagements_meeting_carry_over", args=[reference]))


def _commitments(page: Page) -> None:
    page.goto(f"{reverse('admin:engagements_commitment_changelist')}?view=open")


def _commitment(page: Page) -> None:
    reference = _most_spoken_of().reference
    page.goto(reverse("admin:engagements_commitment_change", args=[reference]))


def _history(page: Page) -> None:
    reference = _committee().reference
    page.goto(reverse("admin:engagements_meeting_history", args=[reference]))


def _search(page: Page) -> None:
    page.goto(f"{reverse('admin:search')}?q=mongolia+visa")


def _palette(page: Page) -> None:
    _home(page)
    page.keyboard.press("Control+k")
    page.keyboard.type("mongolia")
    page.locator("dialog[open] [role=option]").nth(3).wait_for()


def _import(page: Page) -> None:
    page.goto(reverse("admin:import"))


PAGES: Final[dict[str, Draw]] = {
    "home": _home,
    "meetings": _meetings,
    "meeting": _meeting,
    "log-a-meeting": _log,
    "open-items": _open_items,
    "commitments": _commitments,
    "commitment": _commitment,
    "history": _history,
    "search": _search,
    "palette": _palette,
    "import": _import,
}


@pytest.mark.parametrize("name", PAGES)
def test_page_is_drawn(name: str, world: World) -> None:
    for suffix, (viewport, scheme, language) in LOOKS.items():
        page = world.login(viewport=viewport, scheme=scheme, language=language)
        PAGES[name](page)
        page.evaluate("() => document.fonts.ready")
        path = FOLDER / f"{name}{suffix}.png"
        page.screenshot(path=path)
        assert path.stat().st_size > 0


def test_log_in_is_drawn(world: World) -> None:
    page = world.login("")
    page.goto(reverse("admin:login"))
    page.screenshot(path=FOLDER / "log-in.png")
