"""Nothing on any page of the admin shuts people out: light, dark, on a phone."""

from collections.abc import Callable, Iterable, Iterator

import pytest
from django.contrib import admin
from django.urls import NoReverseMatch, reverse
from playwright.sync_api import Page, Response

from chancery.admin.addresses import site_page_names
from engagements.models import Commitment, Meeting
from tests.browser.conftest import PHONE, World

Axe = Callable[[Page], list[str]]
VIEWS = ("changelist", "add", "change")


def address(name: str, *args: str) -> str:
    """Return an address, '' where there is none without further arguments."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def record(model: type[Meeting | Commitment], view: str) -> str:
    row = model.objects.order_by("pk").first()
    assert row
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}_{view}"
    return reverse(name, args=[row.reference])


def registered(view: str) -> Iterator[str]:
    """Yield one kind of page of every model that the admin knows."""
    for model in admin.site._registry:  # noqa: SLF001 - no public way
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}_{view}"
        if view in {"changelist", "add"}:
            yield address(name)
            continue
        row = model._default_manager.order_by("pk").first()
        if row is not None:
            yield address(name, str(getattr(row, "reference", row.pk)))


def _is_page(answer: Response) -> bool:
    return "text/html" in (answer.header_value("content-type") or "")


def faults(page: Page, addresses: Iterable[str], axe: Axe) -> list[str]:
    """Return what axe finds on the pages; those one may not open are passed over."""
    found = []
    for url in filter(None, addresses):
        answer: Response | None = page.goto(url)
        if answer is not None and answer.ok and _is_page(answer):
            found += axe(page)
    return found


def telling() -> list[str]:
    """Return a page of each kind that looks like no other."""
    meetings = reverse("admin:engagements_meeting_changelist")
    return [
        reverse("admin:index"),
        f"{meetings}?status__exact=held",
        f"{meetings}?q=nothing+has+these+words",
        reverse("admin:engagements_meeting_add"),
        record(Meeting, "change"),
        record(Meeting, "history"),
        record(Commitment, "change"),
    ]


@pytest.mark.parametrize("view", VIEWS)
def test_page_of_every_model_is_open_to_all(world: World, axe: Axe, view: str) -> None:
    page = world.login("admin")
    assert faults(page, registered(view), axe) == []
    world.allow("403")


def test_page_of_no_model_is_open_to_all(world: World, axe: Axe) -> None:
    page = world.login()
    extra = [address(f"admin:{name}") for name in site_page_names()]
    fixed = [reverse("admin:password_change"), record(Meeting, "history")]
    assert faults(page, [*fixed, *extra, "/admin/nowhere/"], axe) == []
    page.goto("/admin/nowhere/")
    assert axe(page) == []
    world.allow("404")
    world.allow("405")


def test_login_is_open_to_all(world: World, axe: Axe) -> None:
    page = world.login("")
    page.goto(reverse("admin:login"))
    page.get_by_role("button", name="Log in").click()
    assert axe(page) == []


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_page_of_each_kind_is_open_to_all(world: World, axe: Axe, scheme: str) -> None:
    """In the dark on a desk; in the light on a phone."""
    if scheme == "dark":
        page = world.login(scheme="dark")
    else:
        page = world.login(viewport=PHONE)
    assert faults(page, telling(), axe) == []
    page.keyboard.press("Control+k")
    page.keyboard.type("comm")
    assert axe(page) == []


def test_record_only_read_is_open_to_all(world: World, axe: Axe) -> None:
    page = world.login("reader")
    assert faults(page, [record(Meeting, "change")], axe) == []


def test_refused_form_is_open_to_all(world: World, axe: Axe) -> None:
    page = world.login()
    page.goto(reverse("admin:engagements_meeting_add"))
    page.get_by_role("button", name="Save", exact=True).click()
    assert axe(page) == []
