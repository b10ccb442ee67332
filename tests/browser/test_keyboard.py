"""The desk without a mouse: in, over the lists, through a record, and out."""

from django.urls import reverse
from playwright.sync_api import Page, expect

from chancery.models import User
from engagements.models import Meeting
from tests.browser.conftest import PHONE, World

PASSWORD = "a-long-one-for-this-test"
# More stops than any page of these has before what one looks for.
_MANY = 80


def tab_to(page: Page, tag: str, words: str) -> None:
    """Press Tab until the link or field that says so has the focus."""
    for _ in range(_MANY):
        page.keyboard.press("Tab")
        now = page.evaluate(
            """() => {
                const now = document.activeElement;
                const said = now.getAttribute("aria-label")
                    || now.labels?.[0]?.textContent || now.textContent || "";
                return [now.tagName, said.replace(/\\s+/g, " ").trim()];
            }"""
        )
        if now == [tag, words]:
            return
    message = f"Tab never comes to {words}"
    raise AssertionError(message)


def test_record_is_found_changed_and_saved_by_keyboard_only(world: World) -> None:
    officer = User.objects.get(username="officer")
    officer.set_password(PASSWORD)
    officer.save()
    meeting = Meeting.objects.get(reference="MTG-2023-0001")
    page = world.login("")
    page.goto(reverse("admin:login"))
    page.keyboard.type("officer")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Good to see you")

    tab_to(page, "A", "Skip to main content")
    tab_to(page, "A", "Meetings")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Meetings")
    page.keyboard.press("/")
    page.keyboard.type("7th Joint Committee")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=7th**")
    tab_to(page, "A", meeting.title)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(meeting.title)

    tab_to(page, "A", "Basics")
    page.keyboard.press("Enter")
    tab_to(page, "INPUT", "Title")
    page.keyboard.press("End")
    page.keyboard.type(" of two")
    expect(page.locator(".save-state")).to_have_text("1 field changed")
    page.keyboard.press("Control+s")
    expect(page.get_by_role("status").first).to_contain_text("was changed")
    meeting.refresh_from_db()
    assert meeting.title == "7th Korea–Mongolia Joint Committee of two"

    page.keyboard.press("Control+k")
    page.keyboard.type("log out")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("You are logged out")


def test_palette_goes_where_the_arrows_point(desk: Page) -> None:
    desk.goto(reverse("admin:index"))
    desk.keyboard.press("Control+k")
    field = desk.get_by_role("combobox")
    expect(field).to_be_focused()
    desk.keyboard.type("waiting on")
    options = desk.get_by_role("option")
    expect(options.first).to_have_attribute("aria-selected", "true")
    desk.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    second = options.nth(1).get_attribute("id")
    expect(field).to_have_attribute("aria-activedescendant", second or "")
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/commitment/?view=waiting_on_them")


def test_palette_closes_and_gives_the_focus_back(desk: Page) -> None:
    desk.goto(reverse("admin:index"))
    opener = desk.get_by_role("button", name="Search or jump to…")
    opener.focus()
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("dialog")).to_be_visible()
    desk.keyboard.press("Escape")
    expect(desk.get_by_role("dialog")).to_be_hidden()
    expect(opener).to_be_focused()


def test_palette_remembers_what_was_looked_at_until_log_out(desk: Page) -> None:
    meeting = Meeting.objects.get(reference="MTG-2023-0001")
    desk.goto(reverse("admin:engagements_meeting_change", args=[meeting.reference]))
    desk.goto(reverse("admin:index"))
    desk.keyboard.press("Control+k")
    expect(desk.get_by_role("option").first).to_contain_text(meeting.title)
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("heading", level=1)).to_have_text(meeting.title)
    desk.keyboard.press("Control+k")
    desk.keyboard.type("log out")
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("heading", level=1)).to_have_text("You are logged out")
    kept = desk.evaluate(
        "() => Object.keys(localStorage).filter((key) => key.includes('recent'))"
    )
    assert kept == []


def test_enter_in_a_field_saves_and_does_not_begin_another(desk: Page) -> None:
    address = reverse("admin:engagements_meeting_change", args=["MTG-2023-0001"])
    desk.goto(address)
    desk.get_by_label("Title", exact=True).press("Enter")
    desk.wait_for_url("**/meeting/")


def test_drawer_of_a_phone_keeps_the_focus_until_it_closes(world: World) -> None:
    page = world.login(viewport=PHONE)
    page.goto(reverse("admin:index"))
    toggle = page.get_by_role("button", name="Menu", exact=True)
    toggle.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Overview")).to_be_focused()
    for _ in range(_MANY):
        page.keyboard.press("Tab")
        # After the last link the browser's own bar has its turn.
        assert page.evaluate(
            "() => document.activeElement.closest('.sidebar') !== null"
            " || document.activeElement === document.body"
        )
    page.keyboard.press("Escape")
    expect(toggle).to_be_focused()
    expect(toggle).to_have_attribute("aria-expanded", "false")


def test_long_choice_of_a_filter_is_found_by_typing(desk: Page) -> None:
    desk.goto(reverse("admin:engagements_commitment_changelist"))
    desk.locator(".filter-drawer > summary").press("Enter")
    desk.locator("[data-filter-title=sector] > summary").press("Enter")
    find = desk.get_by_role("searchbox", name="Find: sector")
    find.press_sequentially("health")
    find.press("ArrowDown")
    desk.keyboard.press("Enter")
    expect(desk.locator(".chips strong")).to_have_text("Health")
