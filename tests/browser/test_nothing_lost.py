"""What was typed is never lost: drafts, collisions, and nothing for the next user."""

import re
from collections.abc import Callable
from typing import Protocol

from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page, expect

from chancery.models import User
from engagements.models import Meeting


class World(Protocol):
    """A running installation, see this folder's ``conftest``."""

    def login(self, username: str = "officer") -> Page:
        """Return a page on which somebody is logged in."""

    def allow(self, words: str) -> None:
        """Forget faults that a test provokes on purpose."""


TEXT = "They spoke until midnight."


def _page(*, is_restricted: bool = False) -> str:
    """Return a meeting's page that the officer may write."""
    meeting = (
        Meeting.objects.filter(desk__code="mongolia")
        .order_by("pk")
        .filter(participations__isnull=False)
        .first()
    )
    assert meeting
    if is_restricted:
        Meeting.objects.filter(pk=meeting.pk).update(classification=2)
    return reverse("admin:engagements_meeting_change", args=[meeting.reference])


def _log_in(page: Page, username: str = "officer") -> None:
    """Give the page's browser a session, as logging in does."""
    client = Client()
    client.force_login(User.objects.get(username=username))
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    base = re.match(r"https?://[^/]+", page.url)
    assert base
    page.context.add_cookies(
        [{"name": cookie.key, "value": cookie.value, "url": base[0]}]
    )


def _type(page: Page) -> None:
    """Type a text, and somebody into a new row."""
    page.locator("#id_summary").fill(TEXT)
    page.locator("#participations-group .add-row a").click()
    row = page.locator("#participations-group .dynamic-participations").last
    row.locator("[name$=-label]").fill("Ambassador, name unknown")
    expect(page.locator(".draft-state")).to_contain_text("Draft kept")


def _log_out(page: Page) -> None:
    """Choose to log out in the user's menu, which closes by itself."""
    way = page.get_by_role("button", name="Log out")
    if not way.is_visible():
        page.locator("details.menu:has(form.log-out) > summary").click()
    way.click()


def _no_drafts(page: Page) -> None:
    """Wait until the browser keeps nothing; the page says so once it is loaded."""
    page.wait_for_load_state()
    page.wait_for_function(
        "() => ![localStorage, sessionStorage].flatMap((one) => Object.keys(one))"
        ".some((key) => key.startsWith('chancery.draft:'))"
    )


def _drafts(page: Page) -> int:
    found: int = page.evaluate(
        "() => [localStorage, sessionStorage].flatMap((one) => Object.keys(one))"
        ".filter((key) => key.startsWith('chancery.draft:')).length"
    )
    return found


def _is_typed(page: Page) -> None:
    expect(page.locator("#id_summary")).to_have_value(TEXT)
    row = page.locator("#participations-group .dynamic-participations").last
    expect(row.locator("[name$=-label]")).to_have_value("Ambassador, name unknown")


def test_lost_session_is_recovered_with_text_and_row(desk: Page) -> None:
    page = _page()
    desk.goto(page)
    count = desk.locator("#participations-group .has_original").count()
    _type(desk)
    # The session ends at the server; saving leads to the log-in.
    Session.objects.all().delete()
    desk.get_by_role("button", name="Save", exact=True).click()
    expect(desk).to_have_url(re.compile(r"/login/\?next="))
    officer = User.objects.get(username="officer")
    officer.set_password("a good password")
    officer.save()
    desk.get_by_label("User name").fill("officer")
    desk.get_by_label("Password").fill("a good password")
    desk.get_by_role("button", name="Log in").click()
    # Back at the form, with the draft offered.
    expect(desk).to_have_url(re.compile(re.escape(page)))
    bar = desk.get_by_role("region", name="Unsaved text")
    expect(bar).to_contain_text("You typed this at")
    bar.get_by_role("button", name="Show differences").click()
    expect(bar.locator("table")).to_contain_text(TEXT)
    bar.get_by_role("button", name="Take it back").click()
    _is_typed(desk)
    desk.get_by_role("button", name="Save and continue editing").click()
    expect(desk.locator(".messagelist .success")).to_be_visible()
    expect(desk.locator("#id_summary")).to_have_value(TEXT)
    expect(desk.locator("#participations-group .has_original")).to_have_count(count + 1)
    # What is saved is offered no more.
    expect(bar).to_be_hidden()
    _no_drafts(desk)


def test_closed_tab_is_recovered(desk: Page) -> None:
    page = _page()
    desk.goto(page)
    _type(desk)
    other = desk.context.new_page()
    desk.close()
    other.goto(page)
    other.get_by_role("button", name="Take it back").click()
    _is_typed(other)
    # Discarded, it is gone for good.
    other.reload()
    other.get_by_role("button", name="Discard").click()
    expect(other.get_by_role("region", name="Unsaved text")).to_be_hidden()
    _no_drafts(other)


def test_restricted_text_stays_in_its_tab(desk: Page) -> None:
    page = _page(is_restricted=True)
    desk.goto(page)
    _type(desk)
    expect(desk.locator(".draft-state")).to_contain_text("in this tab only")
    other = desk.context.new_page()
    other.goto(page)
    expect(other.get_by_role("region", name="Unsaved text")).to_be_hidden()
    _no_drafts(other)
    desk.reload()
    desk.get_by_role("button", name="Take it back").click()
    _is_typed(desk)


def test_refused_page_goes_on_with_its_draft(desk: Page) -> None:
    desk.goto(_page())
    _type(desk)
    desk.locator("#id_title").fill("")
    desk.get_by_role("button", name="Save", exact=True).click()
    expect(desk.locator(".errornote")).to_be_visible()
    expect(desk.get_by_role("region", name="Unsaved text")).to_be_hidden()
    assert _drafts(desk) == 1
    desk.reload()
    desk.locator("#id_title").fill("Consultations, renamed")
    desk.get_by_role("button", name="Save", exact=True).click()
    expect(desk.locator(".messagelist .success")).to_be_visible()
    _no_drafts(desk)


def test_log_in_in_between_says_what_to_do(desk: Page, world: World) -> None:
    page = _page()
    desk.goto(page)
    _type(desk)
    desk.context.clear_cookies(name=settings.CSRF_COOKIE_NAME)
    _log_in(desk)
    other = desk.context.new_page()
    other.goto(page)
    desk.get_by_role("button", name="Save", exact=True).click()
    expect(desk.get_by_role("heading", level=1)).to_have_text(
        "Please send it once more"
    )
    world.allow("403")
    desk.get_by_role("link", name="Open the form again").click()
    desk.get_by_role("button", name="Take it back").click()
    _is_typed(desk)


def test_log_out_leaves_nothing_for_the_next_user(desk: Page) -> None:
    page = _page()
    desk.goto(page)
    _type(desk)
    _log_out(desk)
    dialog = desk.get_by_role("dialog")
    expect(dialog).to_contain_text("There is 1 thing")
    dialog.get_by_role("button", name="Stay").click()
    _is_typed(desk)
    _log_out(desk)
    dialog.get_by_role("button", name="Delete and log out").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("You are logged out")
    _no_drafts(desk)


def test_draft_of_another_user_is_never_offered(desk: Page) -> None:
    page = _page()
    desk.goto(page)
    _type(desk)
    _log_in(desk, "supervisor")
    desk.reload()
    expect(desk.get_by_role("region", name="Unsaved text")).to_be_hidden()
    assert TEXT not in desk.content()
    assert _drafts(desk) == 1


def test_two_officers_collide_and_merge(
    world: World, axe: Callable[[Page], list[str]]
) -> None:
    page = _page()
    one, other = world.login(), world.login("supervisor")
    one.goto(page)
    other.goto(page)
    other.locator("#id_summary").fill("Theirs: it ended early.")
    other.locator("#id_outcome").fill("Their outcome")
    other.locator("#id_change_reason").fill("Heard from the host.")
    other.get_by_role("button", name="Save", exact=True).click()
    expect(other.locator(".messagelist .success")).to_be_visible()
    _type(one)
    one.locator("#id_agenda").fill("My agenda")
    one.get_by_role("button", name="Save", exact=True).click()
    both = one.get_by_role("region", name="Both versions side by side")
    expect(both).to_contain_text("Theirs: it ended early.")
    expect(both).to_contain_text("Heard from the host.")
    expect(both).to_contain_text(TEXT)
    # The choosers of records are the frame's; here it is about what stands above them.
    assert [fault for fault in axe(one) if "version" in fault] == []
    world.allow("Applying inline style")
    _is_typed(one)
    # Whose outcome it is is plain; whose summary, the user says, and mends it by hand.
    expect(one.locator("#id_outcome")).to_have_value("Their outcome")
    both.get_by_role("radiogroup").get_by_label("Mine").check()
    one.locator("#id_summary").fill("It ended early, says the host.")
    one.get_by_role("button", name="Save", exact=True).click()
    expect(one.locator(".messagelist .success")).to_be_visible()
    meeting = Meeting.objects.get(reference=page.split("/")[-3])
    assert (meeting.summary, meeting.outcome, meeting.agenda) == (
        "It ended early, says the host.",
        "Their outcome",
        "My agenda",
    )
    assert meeting.participations.filter(label="Ambassador, name unknown").count() == 1
