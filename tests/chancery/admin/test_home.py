"""The home page, the sidebar and signing in."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from chancery.models import User
from engagements.models import Commitment
from partners.models import Desk
from tests.admin_builders import address, signed_in
from tests.admin_pages import strays
from tests.builders import make_commitment, make_meeting, make_user

HOME = "/admin/"


def _panel(client: Client, ending: str) -> dict[str, Any]:
    panels = client.get(HOME).context["panels"]
    found: dict[str, Any] = next(
        panel.context for panel in panels if panel.template.endswith(ending)
    )
    return found


def _numbers(client: Client) -> dict[str, int]:
    numbers = _panel(client, "home_numbers.html")["numbers"]
    return {str(number["label"]): number["count"].number for number in numbers}


def test_numbers_count_ones_own_desk(
    alice: User, bob: User, mongolia_desk: Desk, europe_desk: Desk
) -> None:
    make_commitment(desk=mongolia_desk, status="in_progress", due_date="2020")
    make_commitment(desk=mongolia_desk, status="not_started", waiting_on="us")
    make_commitment(desk=europe_desk, status="not_started")
    assert _numbers(signed_in(alice)) == {
        "Open": 2,
        "Overdue": 1,
        "Due soon": 0,
        "Waiting on us": 1,
        "Reported done, to verify": 0,
    }
    assert _numbers(signed_in(bob))["Date changes to decide"] == 0


def test_numbers_of_a_reader_count_what_may_be_seen(
    carol: User, europe_desk: Desk
) -> None:
    carol.officer.officer_desks.all().delete()
    make_commitment(desk=europe_desk, status="not_started")
    make_commitment(desk=europe_desk, status="not_started", classification=2)
    assert _numbers(signed_in(carol))["Open"] == 1


def test_numbers_lead_to_the_list_they_count(alice_client: Client) -> None:
    make_commitment(status="in_progress", due_date="2020")
    for number in _panel(alice_client, "home_numbers.html")["numbers"]:
        assert alice_client.get(number["url"]).status_code == 200


def test_sidebar_is_grouped_by_task(root_client: Client) -> None:
    sections = root_client.get(HOME).context["available_apps"]
    assert [str(section["name"]) for section in sections] == [
        "Meetings",
        "Commitments",
        "Agreements",
        "Partners & people",
        "Sources",
        "Administration",
    ]


def test_sidebar_shows_what_the_role_may_see(alice_client: Client) -> None:
    sections = alice_client.get(HOME).context["available_apps"]
    shown = {
        entry["object_name"] for section in sections for entry in section["models"]
    }
    assert "Meeting" in shown
    assert not {"User", "ApiKey", "Group", "Mention", "Participation"} & shown


def test_pages_of_apps_lead_home(root_client: Client) -> None:
    response = root_client.get("/admin/engagements/")
    assert (response.status_code, response["Location"]) == (302, HOME)


def test_login_page_is_ours_and_clean() -> None:
    page = Client().get(reverse("admin:login"))
    assert strays(page) == []
    assert "Whom we meet" in page.content.decode()
    rules = set(page["Content-Security-Policy"].split("; "))
    assert "default-src 'self'" in rules
    assert not {rule for rule in rules if "unsafe" in rule}


@pytest.mark.django_db
def test_people_log_in_and_out() -> None:
    make_user(username="greta", is_staff=True, password="correct horse")
    client = Client()
    page = reverse("admin:login")
    wrong = client.post(page, {"username": "greta", "password": "battery"})
    assert "Please enter the correct" in wrong.content.decode()
    response = client.post(
        page, {"username": "greta", "password": "correct horse", "next": HOME}
    )
    assert (response.status_code, response["Location"]) == (302, HOME)
    assert client.get(HOME).status_code == 200
    assert client.post(reverse("admin:logout")).status_code == 200
    assert client.get(HOME).status_code == 302


@pytest.mark.django_db
def test_services_do_not_log_in() -> None:
    make_user(
        username="robot",
        is_staff=True,
        is_service_account=True,
        password="correct horse",
    )
    client = Client()
    response = client.post(
        reverse("admin:login"), {"username": "robot", "password": "correct horse"}
    )
    assert "use the API with a key" in response.content.decode()


def test_account_that_is_nobodys_officer_sees_nothing(mongolia_desk: Desk) -> None:
    user = make_user(username="new", is_staff=True)
    make_meeting(desk=mongolia_desk, title="Visible to others")
    page = signed_in(user).get(HOME)
    assert page.status_code == 200
    assert "Visible to others" not in page.content.decode()


@pytest.mark.parametrize("page", ["/admin/nowhere/", "/nowhere/"])
def test_missing_page_is_ours(page: str, root_client: Client) -> None:
    response = root_client.get(page)
    assert response.status_code == 404
    assert "There is no such page" in response.content.decode()


def test_list_of_an_empty_house_says_what_to_do(alice_client: Client) -> None:
    page = alice_client.get(address(Commitment)).content.decode()
    assert "No commitments yet" in page
    nothing = alice_client.get(address(Commitment), {"q": "x"}).content.decode()
    assert "Nothing fits" in nothing
