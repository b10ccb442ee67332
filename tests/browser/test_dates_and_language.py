"""Dates are understood while they are typed; people choose their language."""

from collections.abc import Callable

from django.urls import reverse
from playwright.sync_api import Page, expect

from engagements.models import Agreement
from tests.browser.conftest import PHONE, World


def test_date_is_understood_while_it_is_typed(desk: Page) -> None:
    desk.goto(reverse("admin:engagements_meeting_add"))
    date = desk.locator("#id_date")
    heard = desk.locator("#id_date + .date-reading")
    date.fill("26–28 June 2023")
    expect(heard).to_have_text("Understood: 26–28 June 2023")
    date.fill("last August")
    expect(heard).to_contain_text("depends on the day it is said")
    date.fill("")
    expect(heard).to_be_empty()


def test_ambiguous_date_is_chosen_with_the_keyboard(
    desk: Page, axe: Callable[[Page], list[str]]
) -> None:
    desk.goto(reverse("admin:engagements_meeting_add"))
    date = desk.locator("#id_date")
    date.fill("01/12/2026")
    choice = desk.get_by_role("button", name="1 December 2026")
    expect(choice).to_be_visible()
    assert axe(desk) == []
    desk.keyboard.press("Tab")
    expect(choice).to_be_focused()
    desk.keyboard.press("Enter")
    expect(date).to_have_value("2026-12-01")
    expect(date).to_be_focused()


def test_date_in_a_row_added_later_is_understood_too(world: World) -> None:
    agreement = Agreement.objects.order_by("pk").first()
    assert agreement
    page = world.login("admin")
    page.goto(reverse("admin:engagements_agreement_change", args=[agreement.reference]))
    rows = page.locator("#procedure_steps-group")
    rows.locator("summary").first.click()
    rows.locator(".addlink").click()
    added = rows.locator("input[data-partial-date]:visible").last
    added.fill("2023년 6월")
    expect(rows.locator(".date-reading:visible")).to_have_text("Understood: June 2023")


def test_language_is_chosen_on_the_page_and_stays(desk: Page) -> None:
    desk.goto(reverse("admin:engagements_meeting_changelist"))
    desk.locator(".topbar").get_by_role("button", name="한국어").click()
    expect(desk.locator("h1")).to_have_text("회의")
    expect(desk.locator("html")).to_have_attribute("lang", "ko")
    desk.goto(reverse("admin:index"))
    expect(desk.locator("html")).to_have_attribute("lang", "ko")


def test_language_is_chosen_on_a_phone_from_the_account(world: World) -> None:
    page = world.login(viewport=PHONE)
    page.goto(reverse("admin:index"))
    page.locator(".user-menu summary").click()
    page.locator(".user-menu").get_by_role("button", name="한국어").click()
    expect(page.locator("html")).to_have_attribute("lang", "ko")


def test_hangul_is_set_in_the_typeface_of_the_house(world: World) -> None:
    page = world.login("", language="ko")
    page.goto(reverse("admin:login"))
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate(
        """() => [...document.fonts]
            .filter((face) => face.status === "loaded")
            .map((face) => face.family.replaceAll('"', ""))"""
    )
    assert "Pretendard Variable" in loaded
    assert page.evaluate(
        "document.fonts.check('16px \"Pretendard Variable\"', '로그인')"
    )
