"""What the home page says is due: commitments, meetings, records, decisions."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chancery.models import User
from engagements.actions.meetings import complete_record
from engagements.models import Commitment, Meeting
from partners.models import Desk
from tests.admin_builders import address, full, page_of, signed_in
from tests.admin_pages import strays
from tests.builders import (
    AT,
    make_commitment,
    make_due_date_change,
    make_meeting,
    make_partner,
    make_relation_step,
    make_series,
    make_tier,
    make_user,
)

HOME = "/admin/"
BUDGET = 20


@pytest.fixture
def browser(alice: User) -> Client:
    return signed_in(alice)


def _panel(client: Client, ending: str) -> Any:  # noqa: ANN401 - what a template is given
    panels = client.get(HOME).context["panels"]
    found = [panel.context for panel in panels if panel.template.endswith(ending)]
    return found[0] if found else None


def _in_days(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def _late(desk: Desk, **values: Any) -> Commitment:  # noqa: ANN401 - fields of the model
    return make_commitment(
        **{"desk": desk, "status": "in_progress", "due_date": "2020", **values}
    )


def test_what_is_due_begins_with_ones_own(
    browser: Client, alice: User, mongolia_desk: Desk, europe_desk: Desk
) -> None:
    desks = _late(mongolia_desk, due_date="2019")
    own = _late(mongolia_desk, owner=alice.officer)
    soon = make_commitment(
        desk=mongolia_desk,
        status="not_started",
        due_date=_in_days(3),
        owner=alice.officer,
    )
    _late(europe_desk)
    make_commitment(desk=mongolia_desk, status="not_started", due_date="2099")
    rows = _panel(browser, "home_due.html")["rows"]
    assert [(row["commitment"], row["is_overdue"], row["is_mine"]) for row in rows] == [
        (own, True, True),
        (soon, False, True),
        (desks, True, False),
    ]


def test_date_changes_wait_for_who_decides_and_who_asked(
    browser: Client, alice: User, bob: User, carol: User, mongolia_desk: Desk
) -> None:
    asked = make_due_date_change(commitment=_late(mongolia_desk), requested_by=alice)
    make_due_date_change(commitment=_late(mongolia_desk), requested_by=make_user())
    (row,) = _panel(browser, "home_dates.html")["rows"]
    assert (row["change"], row["is_own"]) == (asked, True)
    decides = _panel(signed_in(bob), "home_dates.html")["rows"]
    assert [row["is_own"] for row in decides] == [False, False]
    assert _panel(signed_in(carol), "home_dates.html") is None


def test_record_names_each_missing_field_and_leads_to_it(
    browser: Client, mongolia_desk: Desk, europe_desk: Desk, carol: User
) -> None:
    meeting = make_meeting(desk=mongolia_desk, status="held", date="2023-06-26")
    make_meeting(desk=europe_desk, status="held", date="2023-06-26")
    (row,) = _panel(browser, "home_unfinished.html")["drafts"]
    assert row["meeting"] == meeting
    assert [(str(label), url) for label, url in row["missing"]] == [
        ("place", f"{page_of(meeting)}#id_place"),
        ("partners", f"{page_of(meeting)}#meeting_partners-group"),
        ("people", f"{page_of(meeting)}#participations-group"),
        ("outcome", f"{page_of(meeting)}#id_outcome"),
        ("source", f"{page_of(meeting)}#citations-group"),
        ("officer", f"{page_of(meeting)}#id_owner"),
    ]
    carol.officer.officer_desks.all().delete()
    assert _panel(signed_in(carol), "home_unfinished.html") is None


def test_complete_record_nags_no_more(
    browser: Client, alice: User, mongolia_desk: Desk
) -> None:
    meeting = make_meeting(desk=mongolia_desk, status="held", date="2023")
    complete_record(meeting, by=alice, at=AT, reason="It will do.")
    assert _panel(browser, "home_unfinished.html")["drafts"] == []


def test_past_meeting_without_a_word_is_asked_about(
    browser: Client, mongolia_desk: Desk
) -> None:
    meeting = make_meeting(desk=mongolia_desk, status="scheduled", date="2023")
    (row,) = _panel(browser, "home_unfinished.html")["unclear"]
    assert row["meeting"] == meeting
    assert row["hold_url"] == address(Meeting, "deed", meeting.reference, "hold")


def test_meetings_of_the_week_stand_before_later_ones(
    browser: Client, mongolia_desk: Desk
) -> None:
    week = make_meeting(desk=mongolia_desk, status="scheduled", date=_in_days(0))
    later = make_meeting(desk=mongolia_desk, status="scheduled", date="2099-05")
    vague = make_meeting(desk=mongolia_desk, date=f"{timezone.localdate().year}/2098")
    make_meeting(desk=mongolia_desk, status="cancelled", date=_in_days(0))
    panel = _panel(browser, "home_meetings.html")
    assert [row["meeting"] for row in panel["week"]] == [week]
    assert [row["meeting"] for row in panel["later"]] == [vague, later]


def test_session_that_is_due_shows_until_it_is_planned(
    browser: Client, mongolia_desk: Desk
) -> None:
    series = make_series(desk=mongolia_desk, cadence_months=24)
    make_series(desk=mongolia_desk, cadence_months=24)
    make_meeting(
        series=series, ordinal=7, desk=mongolia_desk, status="held", date="2023-06-26"
    )
    (row,) = _panel(browser, "home_meetings.html")["sessions"]
    assert (row["series"], row["due"].isoformat(), row["is_late"]) == (
        series,
        "2025-07-01",
        True,
    )
    make_meeting(series=series, ordinal=8, desk=mongolia_desk, date="2099")
    assert _panel(browser, "home_meetings.html")["sessions"] == []


def test_session_held_in_secret_moves_nothing(carol: User, mongolia_desk: Desk) -> None:
    series = make_series(desk=mongolia_desk, cadence_months=24)
    for ordinal, date, level in ((7, "2019-06", 0), (8, "2026-06", 2)):
        make_meeting(
            series=series,
            ordinal=ordinal,
            status="held",
            date=date,
            classification=level,
        )
    carol.officer.officer_desks.all().delete()
    (row,) = _panel(signed_in(carol), "home_meetings.html")["sessions"]
    assert row["due"].year == 2021


def test_changed_last_shows_every_kind_newest_first(
    browser: Client, mongolia_desk: Desk, europe_desk: Desk
) -> None:
    late = _late(mongolia_desk, title="Road")
    held = make_meeting(desk=mongolia_desk, title="Talks", status="held", date="2023")
    make_meeting(desk=europe_desk, title="Elsewhere")
    rows = _panel(browser, "home_changed.html")["rows"]
    assert {(row["title"], row["url"]) for row in rows} == {
        ("Road", page_of(late)),
        ("Talks", page_of(held)),
    }


def test_what_may_not_be_seen_is_not_on_the_home_page(
    carol: User, mongolia_desk: Desk
) -> None:
    secret: dict[str, Any] = {"desk": mongolia_desk, "classification": 2}
    make_meeting(title="Secret talks", status="scheduled", date=_in_days(0), **secret)
    make_meeting(title="Secret talks", status="held", date="2023", **secret)
    late = _late(mongolia_desk, title="Secret talks", classification=2)
    make_due_date_change(commitment=late, requested_by=carol)
    page = signed_in(carol).get(HOME).content.decode()
    assert "Secret talks" not in page


def test_home_has_a_fixed_and_small_price(
    bob: User, alice: User, mongolia_desk: Desk
) -> None:
    client = signed_in(bob)

    def fill(times: int) -> None:
        for _ in range(times):
            full(Commitment, mongolia_desk)
            full(Meeting, mongolia_desk)
            make_meeting(desk=mongolia_desk, status="scheduled", date="2020")
            make_meeting(desk=mongolia_desk, status="scheduled", date=_in_days(0))
            make_due_date_change(
                commitment=_late(mongolia_desk), requested_by=alice, new_date="2031"
            )
            series = make_series(desk=mongolia_desk, cadence_months=12)
            make_meeting(series=series, desk=mongolia_desk, status="held", date="2023")
            make_relation_step(
                first=make_partner(),
                second=make_partner(),
                tier=make_tier(kind="rung"),
                date="2007",
            )

    prices = []
    for times in (1, 2, 27):
        fill(times)
        client.get(HOME)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(HOME).status_code == 200
        prices.append(len(queries))
    assert len(set(prices)) == 1, prices
    assert prices[0] <= BUDGET


def test_home_of_an_empty_house_says_what_to_do(browser: Client) -> None:
    page = browser.get(HOME)
    text = page.content.decode()
    assert strays(page) == []
    assert "Nothing is planned." in text
    assert "Give open commitments a due date" in text
    assert "Every meeting that was held is on record and complete." in text
