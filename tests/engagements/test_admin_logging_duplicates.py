"""A second record of the same meeting is asked about before it is made."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chancery.models import User
from engagements.models import Meeting
from partners.models import Desk, Partner
from partners.roles import Role
from tests.admin_builders import signed_in
from tests.builders import (
    make_home,
    make_meeting,
    make_meeting_partner,
    make_partner,
    make_series,
    make_user,
)
from tests.cast import INTERNAL, RESTRICTED
from tests.engagements.log_pages import meeting, page, picked, problems, sent

ASKED = (
    "This is another meeting: This may be on record already. Open it, or say that it is"
    " another."
)


@pytest.fixture
def browser(mongolia_desk: Desk) -> Client:
    return signed_in(
        make_user(Role.DESK_OFFICER, desks=[mongolia_desk], clearance=INTERNAL)
    )


@pytest.fixture
def mongolia() -> Partner:
    return make_partner(short_name="Mongolia")


def _on_record(partner: Partner, **values: Any) -> Meeting:  # noqa: ANN401 - fields of the meeting
    made = make_meeting(
        **{
            "title": "7th Korea–Mongolia Joint Committee",
            "status": "held",
            "date": "2023-06-26",
            **values,
        }
    )
    make_meeting_partner(meeting=made, partner=partner)
    return made


def _typed(browser: Client, partner: Partner, **more: str) -> dict[str, str]:
    title = {"title": "Joint Committee with Mongolia, 7th session"}
    return meeting(browser) | title | picked("partners-0-partner", partner) | more


@pytest.mark.parametrize(
    ("there", "here"),
    [
        ("2023-06-26", "2023-06-26"),
        ("2023-06", "26 June 2023"),
        ("2023-06-26", "June 2023"),
        ("2023-06-25/2023-06-28", "2023-06-26"),
        ("2023-06-27", "2023-06-26"),
        ("2023-06-26", "2023"),
    ],
)
def test_same_meeting_is_shown_and_asked_about(
    browser: Client, mongolia: Partner, there: str, here: str
) -> None:
    known = _on_record(mongolia, date=there)
    data = _typed(browser, mongolia, date=here)
    response = sent(browser, data)
    assert problems(response) == [ASKED]
    assert known.reference in response.content.decode()
    assert Meeting.objects.count() == 1
    assert sent(browser, data | {"is_another": "on"}).status_code == 302
    assert Meeting.objects.count() == 2


@pytest.mark.parametrize(
    ("values", "more"),
    [
        ({"date": "2022-06-26"}, {}),
        ({"title": "Visit of the Minister of Health"}, {}),
        ({}, {"date": "2023-06-29"}),
        ({"date": "", "status": "proposed"}, {}),
    ],
)
def test_another_meeting_is_not_asked_about(
    browser: Client, mongolia: Partner, values: dict[str, str], more: dict[str, str]
) -> None:
    _on_record(mongolia, **values)
    assert sent(browser, _typed(browser, mongolia, **more)).status_code == 302


def test_our_own_side_alone_makes_no_two_meetings_the_same(browser: Client) -> None:
    home = make_home()
    _on_record(home)
    assert sent(browser, _typed(browser, home)).status_code == 302


def test_same_number_in_the_series_is_asked_about(
    browser: Client, mongolia_desk: Desk
) -> None:
    series = make_series(desk=mongolia_desk)
    make_meeting(series=series, ordinal=7, title="Whatever", date="1999")
    data = meeting(browser, ordinal="7") | picked("series", series)
    assert problems(sent(browser, data)) == [ASKED]


def test_hidden_meeting_is_not_revealed(browser: Client, mongolia: Partner) -> None:
    _on_record(mongolia, classification=RESTRICTED)
    query = {
        "title": "7th Korea–Mongolia Joint Committee",
        "date": "2023-06-26",
        "partner": mongolia.reference,
    }
    assert browser.get(page("similar"), query).json() == {"results": []}
    assert sent(browser, _typed(browser, mongolia)).status_code == 302


def test_page_is_told_while_somebody_types(browser: Client, mongolia: Partner) -> None:
    known = _on_record(mongolia)
    query = {
        "title": "7th joint committee",
        "date": "26 June 2023",
        "partner": mongolia.reference,
    }
    (found,) = browser.get(page("similar"), query).json()["results"]
    assert found["text"] == f"{known.title} · {known.reference}"
    assert found["about"] == "26 June 2023 · Held"


def test_looking_costs_the_same_whatever_is_found(
    browser: Client, mongolia: Partner, alice: User
) -> None:
    del alice
    query = {
        "title": "7th Korea–Mongolia Joint Committee",
        "date": "2023-06-26",
        "partner": mongolia.reference,
    }
    counts = []
    for _ in range(3):
        _on_record(mongolia)
        with CaptureQueriesContext(connection) as asked:
            browser.get(page("similar"), query)
        counts.append(len(asked))
    assert counts[0] == counts[2]
