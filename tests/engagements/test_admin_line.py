"""The line of a commitment, as a picture and as a list."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chancery.models import User
from engagements.actions.commitments import step_commitment
from engagements.admin.commitment_line import SHAPES
from engagements.models import Commitment
from engagements.vocabulary import SPOKEN
from partners.models import Desk
from tests.admin_builders import page_of, signed_in
from tests.admin_pages import strays
from tests.builders import (
    AT,
    make_commitment,
    make_engagements_citation,
    make_meeting,
    make_mention,
    make_update,
)


@pytest.fixture
def browser(alice: User) -> Client:
    return signed_in(alice)


@pytest.fixture
def road(mongolia_desk: Desk) -> Commitment:
    road = make_commitment(
        desk=mongolia_desk,
        status="not_started",
        due_date="2025",
        original_due_date="2024-06",
    )
    for kind, date in (("made", "2021-09-10"), ("raised", "2023-06")):
        meeting = make_meeting(status="held", date=date, title=f"Talks of {date}")
        make_mention(commitment=road, meeting=meeting, kind=kind)
    return road


def _picture(client: Client, commitment: Commitment) -> Any:  # noqa: ANN401 - what a template is given
    panels = client.get(page_of(commitment)).context["panels"]
    return next(
        panel.context["picture"]
        for panel in panels
        if panel.template.endswith("commitment.html")
    )


def test_every_kind_of_mention_has_a_shape_of_its_own() -> None:
    assert set(SHAPES) == set(SPOKEN)
    assert len(set(SHAPES.values())) == len(SHAPES)


def test_each_point_leads_to_its_meeting(browser: Client, road: Commitment) -> None:
    points = _picture(browser, road).points
    meetings = [one.meeting for one in road.mentions.order_by("pk")]
    assert [(point.kind, point.url) for point in points] == [
        ("made", page_of(meetings[0])),
        ("raised", page_of(meetings[1])),
    ]
    assert points[0].label == "Made · 10 September 2021 · Talks of 2021-09-10"
    # A day is a point, a month a stretch.
    assert (points[0].since, points[1].since != "") == ("", True)


def test_due_dates_reports_and_steps_stand_on_it(
    browser: Client, road: Commitment, alice: User
) -> None:
    make_update(commitment=road, date="2024-02", health="delayed")
    step_commitment(road, "start", by=alice, at=AT)
    picture = _picture(browser, road)
    assert [due.label for due in picture.dues] == [
        "Originally due June 2024",
        "Due 2025",
    ]
    assert [report.kind for report in picture.reports] == ["delayed"]
    assert [change.label.split(" · ")[0] for change in picture.changes] == [
        "In progress"
    ]
    assert "2022" in {str(year) for _x, year in picture.ticks}


def test_picture_is_clean_and_the_list_cites(browser: Client, road: Commitment) -> None:
    mention = road.mentions.get(kind="made")
    make_engagements_citation(mention=mention, paragraph=3)
    page = browser.get(page_of(road))
    text = page.content.decode()
    assert strays(page) == []
    assert '<svg class="line-picture"' in text
    assert "¶ 3" in text


def test_one_date_makes_no_picture(browser: Client, mongolia_desk: Desk) -> None:
    bare = make_commitment(desk=mongolia_desk)
    assert _picture(browser, bare) is None
    make_mention(commitment=bare, meeting=make_meeting())
    assert _picture(browser, bare) is None
    make_mention(
        commitment=bare,
        meeting=make_meeting(status="held", date="2023-06-26"),
        kind="reported",
    )
    assert _picture(browser, bare) is None


def test_points_of_one_day_stand_above_each_other(
    browser: Client, road: Commitment
) -> None:
    for kind in ("reaffirmed", "reported"):
        meeting = make_meeting(status="held", date="2021-09-10")
        make_mention(commitment=road, meeting=meeting, kind=kind)
    places = {(point.x, point.y) for point in _picture(browser, road).points}
    assert len(places) == 4


def test_meeting_that_may_not_be_seen_is_no_point(
    carol: User, road: Commitment
) -> None:
    secret = make_meeting(status="held", date="2022", classification=2, title="Secret")
    make_mention(commitment=road, meeting=secret, kind="reported")
    client = signed_in(carol)
    assert len(_picture(client, road).points) == 2
    assert "Secret" not in client.get(page_of(road)).content.decode()


def test_line_has_a_fixed_price(browser: Client, road: Commitment) -> None:
    prices = []
    for years in (range(2000, 2001), range(2001, 2003)):
        for year in years:
            meeting = make_meeting(status="held", date=str(year))
            mention = make_mention(commitment=road, meeting=meeting)
            make_engagements_citation(mention=mention, paragraph=1)
            make_update(commitment=road, date=str(year))
        browser.get(page_of(road))
        with CaptureQueriesContext(connection) as queries:
            browser.get(page_of(road))
        prices.append(len(queries))
    assert prices[0] == prices[1]
