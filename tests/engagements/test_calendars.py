"""Meetings as calendar files."""

from datetime import UTC, date, datetime
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from icalendar import Calendar, Event

from chancery.models import User
from engagements.models import Meeting
from partners.models import Desk
from tests.admin_builders import address, full, page_of, signed_in
from tests.builders import make_meeting, make_partner, make_place


def one(client: Client, meeting: Meeting) -> Any:  # noqa: ANN401 - a test client's response
    return client.get(reverse("admin:meeting_calendar", args=[meeting.reference]))


def events(response: Any) -> list[Event]:  # noqa: ANN401 - as above
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(response.content).events


def test_meeting_of_a_day_is_an_all_day_event(alice: User, mongolia_desk: Desk) -> None:
    place = make_place(name="Seoul", country=make_partner(short_name="Korea"))
    meeting = make_meeting(
        title="Talks; with, commas",
        date="2023-06-26",
        status="held",
        desk=mongolia_desk,
        place=place,
        summary="What nobody's telephone should say",
        partners=[make_partner(short_name="Mongolia")],
    )
    response = one(signed_in(alice), meeting)
    (event,) = events(response)
    assert event["UID"] == f"{meeting.reference}@chancery"
    assert (event.start, event.end) == (date(2023, 6, 26), date(2023, 6, 27))
    assert (event["SUMMARY"], event["STATUS"]) == ("Talks; with, commas", "CONFIRMED")
    assert event["LOCATION"] == "Seoul, Korea"
    assert "Mongolia" in str(event["DESCRIPTION"])
    assert event["URL"] == f"http://testserver{page_of(meeting)}"
    assert b"telephone" not in response.content


def test_meeting_with_a_time_is_in_the_zone_of_its_place(
    alice: User, mongolia_desk: Desk
) -> None:
    meeting = make_meeting(
        date="2023-06-26",
        status="scheduled",
        starts_at=datetime(2023, 6, 26, 2, 0, tzinfo=UTC),
        ends_at=datetime(2023, 6, 26, 3, 30, tzinfo=UTC),
        time_zone="Asia/Ulaanbaatar",
        desk=mongolia_desk,
    )
    response = one(signed_in(alice), meeting)
    (event,) = events(response)
    assert event.start == datetime(2023, 6, 26, 2, 0, tzinfo=UTC)
    assert b"DTSTART;TZID=Asia/Ulaanbaatar:20230626T100000" in response.content
    assert b"BEGIN:VTIMEZONE" in response.content
    assert event.duration.total_seconds() == 5400


def test_partial_date_spans_its_days_and_says_that_it_is_approximate(
    alice: User, mongolia_desk: Desk
) -> None:
    meeting = make_meeting(title="Talks", date="2023-06", desk=mongolia_desk)
    (event,) = events(one(signed_in(alice), meeting))
    assert (event.start, event.end) == (date(2023, 6, 1), date(2023, 7, 1))
    assert event["SUMMARY"] == "Talks (date approximate)"
    assert event["STATUS"] == "TENTATIVE"


def test_list_is_a_calendar_of_what_it_shows(carol: User, mongolia_desk: Desk) -> None:
    shown = make_meeting(title="A", date="2023", status="held", desk=mongolia_desk)
    called_off = make_meeting(title="B", date="2023-05-01", status="cancelled")
    make_meeting(title="C")
    make_meeting(title="D", date="XXXX-10-28")
    make_meeting(title="E", date="2023", status="held", classification=2)
    page = address(Meeting, "export", "ics")
    found = {
        event["UID"]: event["STATUS"] for event in events(signed_in(carol).get(page))
    }
    assert found == {
        f"{shown.reference}@chancery": "CONFIRMED",
        f"{called_off.reference}@chancery": "CANCELLED",
    }
    only = events(signed_in(carol).get(page, {"status__exact": "held"}))
    assert [event["UID"] for event in only] == [f"{shown.reference}@chancery"]


def test_meeting_that_may_not_be_seen_or_has_no_date_has_no_calendar(
    carol: User, mongolia_desk: Desk
) -> None:
    browser = signed_in(carol)
    hidden = make_meeting(date="2023", classification=2, desk=mongolia_desk)
    undated = make_meeting(desk=mongolia_desk)
    assert one(browser, hidden).status_code == 404
    assert one(browser, undated).status_code == 404
    assert (
        browser.get("/admin/engagements/meeting/x%00/calendar.ics").status_code == 404
    )
    assert [tool.label for tool in browser.get(page_of(undated)).context["tools"]] == []


def test_partner_or_place_that_may_not_be_seen_is_not_named(
    carol: User, mongolia_desk: Desk
) -> None:
    meeting = make_meeting(
        date="2023",
        desk=mongolia_desk,
        place=make_place(name="Hideout", classification=2),
        partners=[make_partner(short_name="Unseen", classification=2)],
    )
    content = one(signed_in(carol), meeting).content
    assert b"Hideout" not in content
    assert b"Unseen" not in content


def test_reader_finds_the_file_on_the_page(carol: User, mongolia_desk: Desk) -> None:
    meeting = make_meeting(date="2023", desk=mongolia_desk)
    tools = signed_in(carol).get(page_of(meeting)).context["tools"]
    assert [str(tool.label) for tool in tools] == ["Calendar file"]


def test_calendar_costs_the_same_at_one_and_three_meetings(
    alice: User, mongolia_desk: Desk
) -> None:
    browser = signed_in(alice)
    counts = []
    for number in (1, 2):
        for _one in range(number):
            full(Meeting, mongolia_desk)
        with CaptureQueriesContext(connection) as queries:
            assert events(browser.get(address(Meeting, "export", "ics")))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_last_day_that_there_is_spoils_no_calendar(
    alice: User, mongolia_desk: Desk
) -> None:
    make_meeting(date="9999-12-31", title="Typed in haste", desk=mongolia_desk)
    make_meeting(date="2023-06-26", title="Talks", desk=mongolia_desk)
    answer = signed_in(alice).get(f"{address(Meeting)}export.ics")
    assert {str(event["SUMMARY"]) for event in events(answer)} == {
        "Typed in haste",
        "Talks",
    }
