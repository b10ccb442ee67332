"""What a page is told while somebody types a date."""

import pytest
from django.test import Client
from django.urls import reverse

from chancery.models import User
from engagements.models import Meeting
from partners.models import Desk
from tests.admin_builders import full, page_of, signed_in
from tests.admin_pages import errors, form_data


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "26th June, 2023",
            {
                "edtf": "2023-06-26",
                "words": "26 June 2023",
                "choices": [],
                "problem": "",
            },
        ),
        (
            "01/12/2026",
            {
                "edtf": "",
                "words": "",
                "choices": [
                    {"edtf": "2026-12-01", "words": "1 December 2026"},
                    {"edtf": "2026-01-12", "words": "12 January 2026"},
                ],
                "problem": (
                    "This can mean “1 December 2026” / “12 January 2026”. Write the "
                    "one you mean."
                ),
            },
        ),
        ("", {"edtf": "", "words": "", "choices": [], "problem": ""}),
    ],
)
def test_typed_date_is_answered(alice: User, text: str, answer: object) -> None:
    client = signed_in(alice)
    assert client.get(reverse("admin:read_date"), {"text": text}).json() == answer


def test_answer_is_in_the_language_of_the_page(alice: User) -> None:
    answer = signed_in(alice).get(
        reverse("admin:read_date"),
        {"text": "June 2023"},
        headers={"accept-language": "ko"},
    )
    assert answer.json()["words"] == "2023년 6월"


@pytest.mark.parametrize("text", ["\0", "<script>", "9" * 5000, "2023\0"])
def test_senseless_text_is_answered_with_what_to_type(alice: User, text: str) -> None:
    answer = signed_in(alice).get(reverse("admin:read_date"), {"text": text})
    assert (answer.status_code, answer.json()["edtf"]) == (200, "")
    assert answer.json()["problem"] != ""


def test_nobody_from_outside_is_answered(client: Client) -> None:
    answer = client.get(reverse("admin:read_date"), {"text": "June 2023"})
    assert answer.status_code == 302


def test_date_is_saved_as_it_was_meant(alice: User, mongolia_desk: Desk) -> None:
    meeting = full(Meeting, mongolia_desk)
    client = signed_in(alice)
    data = form_data(client.get(page_of(meeting))) | {"date": "26–28 June 2023"}
    client.post(page_of(meeting), data)
    meeting.refresh_from_db()
    assert meeting.date == "2023-06-26/2023-06-28"


def test_ambiguous_date_is_asked_and_nothing_is_saved(
    alice: User, mongolia_desk: Desk
) -> None:
    meeting = full(Meeting, mongolia_desk)
    client = signed_in(alice)
    data = form_data(client.get(page_of(meeting))) | {"date": "01/12/2022"}
    answer = client.post(page_of(meeting), data)
    assert errors(answer) == [
        "This can mean “1 December 2022” / “12 January 2022”. Write the one you mean."
    ]
    assert form_data(answer)["date"] == "01/12/2022"
    meeting.refresh_from_db()
    assert meeting.date == "2023-06"
