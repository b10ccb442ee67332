"""Questions that lead to hidden records are answered as if these were not there."""

import pytest
from django.test import Client
from django.urls import reverse

from chancery.models import User
from engagements.models import Meeting
from partners.models import Desk
from tests.admin_builders import signed_in
from tests.builders import make_meeting, make_place, make_series
from tests.cast import INTERNAL, RESTRICTED
from tests.invariants import update

LIST = reverse("admin:engagements_meeting_changelist")
SEARCH = reverse("admin:autocomplete")
HIDDEN = {"classification": RESTRICTED}


@pytest.fixture
def browser(alice: User, mongolia_desk: Desk) -> Client:
    """Alice, cleared for less than the place and the series of a meeting she sees."""
    update(alice.officer, clearance=INTERNAL)
    make_meeting(
        desk=mongolia_desk,
        title="Open meeting",
        place=make_place(name="Zebra hall", **HIDDEN),
        series=make_series(name="Hidden series", **HIDDEN),
    )
    make_meeting(
        desk=mongolia_desk, title="Other meeting", place=make_place(name="Lion hall")
    )
    make_meeting(
        desk=mongolia_desk, title="Session", series=make_series(name="Shown series")
    )
    make_series(name="Second shown series")
    return signed_in(alice)


def listed(browser: Client, query: str) -> set[str]:
    response = browser.get(f"{LIST}?{query}")
    assert response.status_code == 200
    return {row.title for row in response.context["cl"].result_list}


def test_search_finds_by_visible_places_only(browser: Client) -> None:
    assert listed(browser, "q=Lion") == {"Other meeting"}
    assert listed(browser, "q=Zebra") == set()


def test_autocomplete_finds_by_visible_places_only(browser: Client) -> None:
    question = {
        "app_label": "engagements",
        "model_name": "meeting",
        "field_name": "parent",
    }
    by_hidden = browser.get(SEARCH, {**question, "term": "Zebra"}).json()
    by_shown = browser.get(SEARCH, {**question, "term": "Lion"}).json()
    assert by_hidden["results"] == []
    assert len(by_shown["results"]) == 1


def test_filter_by_emptiness_counts_a_hidden_relation_as_none(browser: Client) -> None:
    assert listed(browser, "series__isnull=True") == {"Open meeting", "Other meeting"}
    assert listed(browser, "series__isnull=False") == {"Session"}


@pytest.mark.parametrize("lookup", ["", "__exact", "__id__exact", "__gte", "__lt"])
def test_filter_by_a_guessed_key_finds_nothing(browser: Client, lookup: str) -> None:
    key = Meeting.objects.get(title="Open meeting").series_id
    response = browser.get(f"{LIST}?series{lookup}={key}", follow=True)
    shown = response.context["cl"].result_list if response.status_code == 200 else []
    # Either the question is not one of ours (and all is listed or refused) or it is
    # answered for visible series: never does it single the meeting out.
    assert {row.title for row in shown} != {"Open meeting"}


@pytest.mark.parametrize(
    "address",
    [
        f"{LIST}%00/change/",
        f"{LIST}%00/history/",
        f"{LIST}add/?series=%00",
        f"{LIST}add/?starts_at=abc",
        f"{LIST}?q=%00",
        f"{SEARCH}?app_label=engagements&model_name=meeting&field_name=place&term=%00",
    ],
)
def test_what_no_text_can_hold_breaks_nothing(browser: Client, address: str) -> None:
    assert browser.get(address, follow=True).status_code == 200
