"""Lists taken along as files: what the list shows to this user, and harmless."""

import csv
import io
from typing import Any

import pytest
from django.db import connection, models
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chancery.models import User
from engagements.models import Commitment, Meeting
from partners.models import Desk, Person
from tests.admin_builders import MODELS, address, full, signed_in
from tests.builders import make_commitment, make_meeting, make_partner, make_person
from tests.domain import label
from tests.spreadsheets import rows_of


def content(response: Any) -> bytes:  # noqa: ANN401 - a test client's response
    assert response.status_code == 200
    return b"".join(response)


def exported(
    client: Client, model: type[models.Model], form: str = "csv", **query: str
) -> list[list[str]]:
    found = content(client.get(address(model, "export", form), query))
    if form == "xlsx":
        return rows_of(found)
    assert found.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(found.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_list_is_taken_along_with_its_columns_and_the_reference(
    alice: User, mongolia_desk: Desk, form: str
) -> None:
    meeting = make_meeting(
        title="Talks",
        date="2023-06",
        status="held",
        desk=mongolia_desk,
        partners=[make_partner(short_name="Korea")],
    )
    rows = exported(signed_in(alice), Meeting, form)
    assert rows == [
        ["Title", "Date", "Status", "Kind", "Partners", "Place", "Reference"],
        [
            *("Talks", "2023-06", "Held", "Working level", "Korea", ""),
            meeting.reference,
        ],
    ]


def test_file_holds_what_the_filters_and_the_search_leave(
    alice: User, mongolia_desk: Desk
) -> None:
    make_meeting(title="Talks", status="held", date="2023", desk=mongolia_desk)
    make_meeting(title="Talks again", desk=mongolia_desk)
    make_meeting(title="Visit", status="held", date="2022", desk=mongolia_desk)
    rows = exported(signed_in(alice), Meeting, q="talks", status__exact="held")
    assert [row[0] for row in rows[1:]] == ["Talks"]


def test_file_holds_more_than_one_page(alice: User, mongolia_desk: Desk) -> None:
    for number in range(60):
        make_meeting(title=f"Talks {number}", desk=mongolia_desk)
    assert len(exported(signed_in(alice), Meeting, p="2")) == 61


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_what_may_not_be_seen_is_not_in_the_file(carol: User, form: str) -> None:
    make_person(name="Agent", classification=2)
    make_person(name="Envoy", partner=make_partner(classification=2))
    browser = signed_in(carol)
    rows = exported(browser, Person, form)
    assert [row[:2] for row in rows[1:]] == [["Envoy", ""]]


def test_who_may_not_see_the_list_gets_no_file(charlie: User, erik: User) -> None:
    page = address(Meeting, "export", "csv")
    for user in (charlie, erik):
        assert signed_in(user).get(page).status_code == 302  # to the log-in
    assert Client().get(page).status_code == 302


def test_kind_of_file_that_there_is_not_is_not_found(alice: User) -> None:
    page = address(Meeting, "export", "exe")
    assert signed_in(alice).get(page).status_code == 404


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_text_that_looks_like_a_formula_is_marked(
    alice: User, mongolia_desk: Desk, form: str, sign: str
) -> None:
    make_commitment(title=f"{sign}cmd|' /C calc'!A0", desk=mongolia_desk)
    rows = exported(signed_in(alice), Commitment, form)
    # XML reads every line break as \n.
    assert rows[1][0][:2] in {f"'{sign}", "'\n"}


@pytest.mark.parametrize("model", MODELS, ids=label)
def test_every_list_can_be_taken_along_at_a_constant_cost(
    dana: User, mongolia_desk: Desk, model: type[Any]
) -> None:
    browser = signed_in(dana)
    counts = []
    for number in (1, 2):
        for _one in range(number):
            full(model, mongolia_desk)
        with CaptureQueriesContext(connection) as queries:
            rows = exported(browser, model, "csv")
        assert len(rows) > number
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_menu_at_the_list_keeps_its_filters(alice: User, carol: User) -> None:
    page = signed_in(alice).get(address(Meeting), {"status__exact": "held"})
    text = page.content.decode()
    assert "/admin/engagements/meeting/export.csv?status__exact=held" in text
    assert "/admin/import/meetings/" in text
    text = signed_in(carol).get(address(Meeting)).content.decode()
    assert "/admin/engagements/meeting/export.csv" in text
    assert "/admin/import/meetings/" not in text
