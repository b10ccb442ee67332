"""An invitation becomes a meeting, over HTTP."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from chancery.models import User
from engagements.models import Meeting
from partners.models import Desk
from tests.admin_builders import address, page_of, signed_in
from tests.builders import (
    make_home,
    make_meeting,
    make_partner,
    make_person,
    make_place,
)

EVENT = """\
UID:abc-1@mail.example
DTSTAMP:20261101T000000Z
DTSTART;TZID=Asia/Seoul:20261203T143000
DTEND;TZID=Asia/Seoul:20261203T160000
SUMMARY:Policy consultations
LOCATION:Seoul
DESCRIPTION:1. Trade\\n2. Visas
ORGANIZER;CN=Kim Min-su:mailto:kim@example.org
ATTENDEE;CN="Batbold, E.":mailto:b@example.org
ATTENDEE;CUTYPE=ROOM;CN=Room 5:mailto:room@example.org
"""


def ics(event: str = EVENT, *, head: str = "") -> bytes:
    lines = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//y//EN\n{head}BEGIN:VEVENT\n"
    return f"{lines}{event}END:VEVENT\nEND:VCALENDAR\n".replace("\n", "\r\n").encode()


@pytest.fixture
def browser(alice: User) -> Client:
    make_home(short_name="Korea")
    make_partner(short_name="Mongolia")
    make_place(name="Seoul")
    return signed_in(alice)


PAGE = "admin:meeting_from_invitation"


def sent(browser: Client, content: bytes) -> Any:  # noqa: ANN401 - a test client's response
    return browser.post(
        reverse(PAGE), {"file": SimpleUploadedFile("invite.ics", content)}
    )


def completed(response: Any, **answers: str) -> dict[str, str]:  # noqa: ANN401 - as above
    form = response.context["form"]
    data = {
        name: "" if form[name].value() is None else str(form[name].value())
        for name in form.fields
        if name != "is_another"
    }
    return data | {"kind": "working_level", "partners": "Korea; Mongolia"} | answers


def test_invitation_is_shown_completed_and_logged(
    browser: Client, mongolia_desk: Desk
) -> None:
    kim = make_person(name="Kim Min-su")
    response = sent(browser, ics())
    assert response.status_code == 200
    data = completed(response)
    assert data["title"] == "Policy consultations"
    assert (data["date"], data["starts"], data["ends"], data["time_zone"]) == (
        "2026-12-03",
        "2026-12-03 14:30",
        "2026-12-03 16:00",
        "Asia/Seoul",
    )
    assert (data["place"], data["desk"]) == ("Seoul", str(mongolia_desk.pk))
    assert data["participants"] == "Kim Min-su\nBatbold, E."
    response = browser.post(reverse(PAGE), data)
    meeting = Meeting.objects.get()
    assert response["Location"] == page_of(meeting)
    assert meeting.starts_at == datetime(2026, 12, 3, 5, 30, tzinfo=UTC)
    assert (meeting.status, meeting.agenda) == ("scheduled", "1. Trade\n2. Visas")
    assert [
        (item.person, item.label)
        for item in meeting.participations.order_by("position")
    ] == [(kim, ""), (None, "Batbold, E.")]
    history = browser.get(address(Meeting, "history", meeting.reference))
    assert "abc-1@mail.example" in history.content.decode()


def test_same_invitation_again_is_noticed(browser: Client) -> None:
    data = completed(sent(browser, ics()))
    browser.post(reverse(PAGE), data)
    again = sent(browser, ics())
    assert again.context["alike"] == list(Meeting.objects.all())
    response = browser.post(reverse(PAGE), data | {"title": "Something else"})
    assert response.status_code == 422
    assert response.context["alike"] == list(Meeting.objects.all())
    browser.post(reverse(PAGE), data | {"is_another": "on"})
    assert Meeting.objects.count() == 2


def test_meeting_that_may_not_be_seen_is_not_named_as_the_same(carol: User) -> None:
    make_meeting(title="Policy consultations", date="2026-12-03", classification=2)
    assert signed_in(carol).get(reverse(PAGE)).status_code == 403


def test_invitation_of_whole_days_becomes_a_range(browser: Client) -> None:
    event = (
        "UID:1\nDTSTART;VALUE=DATE:20261203\nDTEND;VALUE=DATE:20261205\nSUMMARY:Visit\n"
    )
    data = completed(sent(browser, ics(event)))
    assert (data["date"], data["starts"]) == ("2026-12-03/2026-12-04", "")


def test_time_without_a_zone_is_asked_for(browser: Client) -> None:
    event = "UID:1\nDTSTART:20261203T143000\nSUMMARY:Call\n"
    data = completed(sent(browser, ics(event)))
    response = browser.post(reverse(PAGE), data)
    assert response.context["form"].errors == {
        "time_zone": ["A time of day needs the place's time zone."]
    }
    assert Meeting.objects.count() == 0


def test_what_is_typed_wrong_is_said_at_its_field(
    browser: Client, europe_desk: Desk
) -> None:
    data = completed(
        sent(browser, ics()),
        partners="Atlantis",
        place="Lemuria",
        starts="soon",
        desk=str(europe_desk.pk),
        kind="",
    )
    response = browser.post(reverse(PAGE), data)
    assert set(response.context["form"].errors) == {
        "partners",
        "place",
        "starts",
        "desk",
        "kind",
    }
    assert Meeting.objects.count() == 0


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (
            b"x",
            "This is no calendar file. Save the invitation as .ics and choose that.",
        ),
        (
            b"BEGIN:VCALENDAR\r\nnonsense",
            "The calendar file cannot be read: it is damaged. Ask for it again.",
        ),
        (
            b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n",
            "The calendar file holds no event.",
        ),
        (
            ics(f"{EVENT}END:VEVENT\nBEGIN:VEVENT\n{EVENT}"),
            "The calendar file holds 2 events. Save the one that is meant.",
        ),
        (
            ics(f"{EVENT}RRULE:FREQ=DAILY\n"),
            "The event recurs. Save the one occurrence that is meant.",
        ),
        (ics("UID:1\nSUMMARY:x\n"), "The event does not say when it is."),
        (
            ics("UID:1\nDTSTART:99999999\nSUMMARY:x\n"),
            "The calendar file cannot be read: it is damaged. Ask for it again.",
        ),
        (
            ics(head="METHOD:CANCEL\n"),
            "This calls a meeting off. Open the meeting and choose “Call off”.",
        ),
        (
            b"BEGIN:VCALENDAR\r\nX:\xff\xfe\xfa",
            "The file is not readable text: byte 20 does not fit.",
        ),
        (
            b"BEGIN:VCALENDAR" + b"x" * 1_048_570,
            "The file is larger than 1 MB: it is no invitation.",
        ),
    ],
    ids=range(10),
)
def test_file_is_refused_in_words(browser: Client, content: bytes, reason: str) -> None:
    response = sent(browser, content)
    assert (response.status_code, response.context["error"]) == (422, reason)


def test_far_too_large_a_file_is_refused_before_it_is_read(browser: Client) -> None:
    response = sent(browser, b"x" * 2_000_000)
    assert response.status_code == 413


def test_script_in_an_invitation_is_shown_as_text(browser: Client) -> None:
    nasty = "<script>alert(1)</script>"
    event = (
        f"UID:{nasty}\nDTSTART:20261203T143000Z\nSUMMARY:{nasty}\nLOCATION:{nasty}\n"
    )
    assert "<script>alert" not in sent(browser, ics(event)).content.decode()


@pytest.mark.parametrize(
    ("starts", "zone"),
    [("0001-01-01 00:00", "Asia/Seoul"), ("9999-12-31 23:59", "America/New_York")],
)
def test_time_at_the_ends_of_the_calendar_is_refused(
    browser: Client, starts: str, zone: str
) -> None:
    data = completed(sent(browser, ics()), starts=starts, ends="", time_zone=zone)
    response = browser.post(reverse(PAGE), data)
    assert response.status_code == 422
    assert response.context["form"].errors["starts"] == [
        "No clock can show a time in this year. Correct the date."
    ]
    assert not Meeting.objects.exists()
