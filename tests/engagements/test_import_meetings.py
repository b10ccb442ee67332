"""Meetings from spreadsheets, over HTTP."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from chancery.models import User
from chancery.models.importrun import RunState
from engagements.models import Meeting
from partners.models import Desk, Officer
from tests.admin_builders import signed_in
from tests.builders import (
    make_meeting,
    make_partner,
    make_partner_name,
    make_person,
    make_place,
)
from tests.domain import history_of
from tests.spreadsheets import (
    address,
    bring_in,
    check,
    csv_bytes,
    problems,
    rows_of,
    upload,
    uploaded,
    xlsx_bytes,
)

HEADINGS = ("Title", "Kind", "Date", "Partners", "Host")
GOOD = ("Consultations", "Working level", "2023-06-26", "Korea; Mongolia", "Mongolia")


@pytest.fixture
def browser(alice: User) -> Client:
    return signed_in(alice)


@pytest.fixture(autouse=True)
def _two_partners(db: None) -> None:  # noqa: ARG001 - writes to the database
    make_partner(short_name="Korea", iso_alpha2="KR")
    make_partner(short_name="Mongolia", iso_alpha2="MN")


def test_rows_become_meetings_signed_with_the_file(
    browser: Client, alice: User, mongolia_desk: Desk
) -> None:
    run = uploaded(browser, "meetings", csv_bytes([HEADINGS, GOOD]), name="log.csv")
    check(browser, run)
    assert (run.state, run.rows_total, run.problems) == (RunState.CHECKED, 1, [])
    assert Meeting.objects.count() == 0
    bring_in(browser, run)
    meeting = Meeting.objects.get()
    assert (run.state, run.made, run.made_count) == (
        RunState.DONE,
        [meeting.reference],
        1,
    )
    assert (meeting.title, meeting.kind, meeting.status, meeting.desk) == (
        "Consultations",
        "working_level",
        "held",
        mongolia_desk,
    )
    assert meeting.reference.startswith("MTG-2023-")
    assert set(meeting.meeting_partners.values_list("partner__short_name", "role")) == {
        ("Korea", "guest"),
        ("Mongolia", "host"),
    }
    state: Any = history_of(Meeting).objects.get(pgh_obj=meeting)
    metadata = state.pgh_context.metadata
    assert (metadata["verb"], metadata["reason"], metadata["user"]) == (
        "import",
        "log.csv",
        alice.pk,
    )
    page = browser.get(address(run)).content.decode()
    assert meeting.reference in page


def test_korean_sheet_is_read_as_korean_excel_saves_it(browser: Client) -> None:
    make_partner_name(
        partner=make_partner(short_name="Kazakhstan"), text="카자흐스탄", language="ko"
    )
    rows = [
        ("회의명", "kind", "date", "partners"),
        ("정책협의회", "call", "2023", "카자흐스탄"),
    ]
    run = uploaded(browser, "meetings", csv_bytes(rows, encoding="cp949"))
    check(browser, run)
    assert problems(run) == []
    bring_in(browser, run)
    meeting = Meeting.objects.get()
    assert (meeting.title, meeting.kind, meeting.date) == ("정책협의회", "call", "2023")


def test_workbook_keeps_dates_as_precise_as_they_were_shown(browser: Client) -> None:
    place = make_place(name="Ulaanbaatar", time_zone="Asia/Ulaanbaatar")
    headings = ("title", "kind", "date", "starts at", "place", "participants", "status")
    person = make_person(name="Batbold")
    rows = [
        headings,
        ("One", "visit", date(2023, 6, 26), "14:30", place.name, "Batbold; An envoy"),
        ("Two", "visit", "June 2023", None, None, None, "proposed"),
    ]
    run = uploaded(browser, "meetings", xlsx_bytes(rows), name="log.xlsx")
    bring_in(browser, check(browser, run))
    one, two = Meeting.objects.order_by("title")
    assert one.starts_at == datetime(2023, 6, 26, 6, 30, tzinfo=UTC)
    assert (one.date, one.time_zone) == ("2023-06-26", "Asia/Ulaanbaatar")
    assert [
        (item.person, item.label) for item in one.participations.order_by("pk")
    ] == [
        (person, ""),
        (None, "An envoy"),
    ]
    assert (two.date, two.status) == ("2023-06", "proposed")


def test_every_error_is_named_by_row_and_column_and_nothing_goes_in(
    browser: Client,
) -> None:
    rows = [
        HEADINGS,
        GOOD,
        ("", "Working level", "2023-06-26", "Korea", ""),
        ("A", "Chat", "01/12/2026", "Atlantis", "Lemuria"),
        (),
        ("B", "Call", "", "Korea; Korea", ""),
        ("=HYPERLINK(1)", "Call", "2023", "", ""),
    ]
    run = uploaded(browser, "meetings", csv_bytes(rows))
    check(browser, run)
    found = problems(run)
    assert [(row, column) for row, column, _text in found] == [
        (3, "A “Title”"),
        (4, "B “Kind”"),
        (4, "C “Date”"),
        (4, "D “Partners”"),
        (4, "E “Host”"),
        (6, ""),
        (7, "A “Title”"),
    ]
    texts = [text for _row, _column, text in found]
    assert texts[0] == "This must be filled in."
    assert texts[1].startswith("“Chat” is none of the choices. Write one of: Summit,")
    assert texts[2] == (
        "“01/12/2026” can be read in several ways. Write one of: 2026-12-01,"
        " 2026-01-12."
    )
    assert "Atlantis" in texts[3]
    assert texts[5] == "A meeting that was held needs a date, if only the year."
    assert texts[6] == "The cell holds a formula. Put its value there instead."
    assert (run.rows_total, run.rows_bad, Meeting.objects.count()) == (5, 4, 0)
    bring_in(browser, run)
    assert (run.state, Meeting.objects.count()) == (RunState.CHECKED, 0)


def test_rows_to_mend_are_downloaded_mended_and_uploaded_as_they_are(
    browser: Client,
) -> None:
    rows = [HEADINGS, GOOD, ("-Talks", "Chat", "2023-07", "MN", "")]
    run = uploaded(browser, "meetings", csv_bytes(rows), name="log.csv")
    check(browser, run)
    download = browser.get(f"{address(run)}problems.xlsx")
    content = b"".join(download)
    assert download["Content-Disposition"] == (
        'attachment; filename="log-to-mend.xlsx"'
    )
    headings, row = rows_of(content)
    assert headings == [*HEADINGS, "Problem"]
    assert row[:5] == ["'-Talks", "Chat", "2023-07", "MN", ""]
    assert row[5].startswith("B “Kind”: “Chat” is none of the choices.")
    row[1] = "Call"
    again = uploaded(browser, "meetings", xlsx_bytes([headings, row]))
    bring_in(browser, check(browser, again))
    assert Meeting.objects.values_list("title", "kind").get() == ("-Talks", "call")


def test_what_looks_entered_already_is_shown_and_left_out(browser: Client) -> None:
    there = make_meeting(title="Consultations", date="2023-06-26", status="held")
    other = ("Opening of the embassy", "Ceremony", "2022-01", "Mongolia", "")
    rows = [HEADINGS, GOOD, other, other]
    run = uploaded(browser, "meetings", csv_bytes(rows))
    check(browser, run)
    assert [(twin["row"], twin["reference"]) for twin in run.twins] == [
        (2, there.reference),
        (4, ""),
    ]
    page = browser.get(address(run)).content.decode()
    assert there.reference in page
    assert "row 3 of this file" in page
    bring_in(browser, run, twins="leave_out")
    assert run.made_count == 1
    assert Meeting.objects.exclude(pk=there.pk).get().title == other[0]


def test_meeting_that_may_not_be_seen_is_no_duplicate(alice: User) -> None:
    make_meeting(
        title="Consultations", date="2023-06-26", status="held", classification=2
    )
    run = uploaded(signed_in(alice), "meetings", csv_bytes([HEADINGS, GOOD]))
    assert len(check(signed_in(alice), run).twins) == 1
    Officer.objects.filter(user=alice).update(clearance=1)
    assert check(signed_in(alice), run).twins == []


def test_who_writes_nothing_imports_nothing(carol: User) -> None:
    browser = signed_in(carol)
    assert upload(browser, "meetings", b"x").status_code == 404
    assert browser.get(reverse("admin:import")).context["sheets"] == []


def test_another_desk_or_a_hidden_partner_answers_as_unknown(
    mongolia_desk: Desk, europe_desk: Desk, alice: User
) -> None:
    Officer.objects.filter(user=alice).update(clearance=1)
    browser = signed_in(alice)
    hidden = make_partner(short_name="Hidden", classification=2)
    rows = [
        ("title", "kind", "date", "partners", "desk"),
        ("A", "call", "2023", hidden.reference, mongolia_desk.name),
        ("B", "call", "2023", "Korea", europe_desk.name),
        ("C", "call", "2023", "PTR-NONE", mongolia_desk.name),
    ]
    run = uploaded(browser, "meetings", csv_bytes(rows))
    check(browser, run)
    unknown = (
        "“%s” is not known. Write the name as it stands in the lists, or the reference."
    )
    assert problems(run) == [
        (2, "D “partners”", unknown % hidden.reference),
        (3, "", "There is no such desk or record that you may write."),
        (4, "D “partners”", unknown % "PTR-NONE"),
    ]


def test_reference_of_a_record_is_refused_whether_seen_or_not(browser: Client) -> None:
    seen = make_meeting()
    rows = [
        ("title", "kind", "date", "reference"),
        ("A", "call", "2023", seen.reference),
        ("B", "call", "2023", "MTG-1999-0001"),
    ]
    run = uploaded(browser, "meetings", csv_bytes(rows))
    check(browser, run)
    assert [text for _row, _column, text in problems(run)] == [
        (
            f"{seen.reference} is entered already. Take the row out; change the record"
            " on its page."
        ),
        "References are given when a record is entered. Leave the cell empty.",
    ]


def test_script_in_a_cell_is_shown_as_text(browser: Client) -> None:
    nasty = "<script>alert(1)</script>"
    run = uploaded(browser, "meetings", csv_bytes([HEADINGS, (nasty, nasty, "", "")]))
    for page in ("?columns=1", ""):
        text = browser.get(f"{address(run)}{page}").content.decode()
        assert "<script>alert" not in text
        check(browser, run)
