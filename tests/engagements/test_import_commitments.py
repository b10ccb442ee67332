"""Commitments from spreadsheets, over HTTP."""

import pytest
from django.test import Client

from chancery.models import User
from engagements.models import Commitment
from partners.models import Desk
from tests.admin_builders import signed_in
from tests.builders import make_commitment, make_meeting, make_partner
from tests.spreadsheets import bring_in, check, csv_bytes, problems, uploaded

HEADINGS = ("What", "Who promises", "To whom", "Wording", "Type", "Sector", "Due")


@pytest.fixture
def browser(alice: User) -> Client:
    return signed_in(alice)


@pytest.fixture(autouse=True)
def _two_partners(db: None) -> None:  # noqa: ARG001 - writes to the database
    make_partner(short_name="Korea", iso_alpha2="KR")
    make_partner(short_name="Mongolia", iso_alpha2="MN")


def test_rows_become_commitments_with_both_sides(
    browser: Client, mongolia_desk: Desk
) -> None:
    meeting = make_meeting(desk=mongolia_desk, date="2023-06-26", status="held")
    rows = [
        (*HEADINGS, "Made at"),
        (
            *("Send experts", "KR", "MN; *the WTO", "Pledged", "project", "Health"),
            *("2027-06", meeting.reference),
        ),
        ("Think about it", "MN", "", "Considering", "project", "Health", "", ""),
    ]
    run = check(browser, uploaded(browser, "commitments", csv_bytes(rows)))
    assert problems(run) == []
    bring_in(browser, run)
    sent, thought = Commitment.objects.order_by("title")
    assert (sent.status, sent.due_date, sent.original_due_date, sent.desk) == (
        "not_started",
        "2027-06",
        "2027-06",
        mongolia_desk,
    )
    assert set(sent.parties.values_list("side", "partner__iso_alpha2", "label")) == {
        ("promisor", "KR", ""),
        ("promisee", "MN", ""),
        ("promisee", None, "the WTO"),
    }
    assert [item.meeting for item in sent.mentions.all()] == [meeting]
    assert thought.status == "noted"


def test_side_that_is_no_partner_is_asked_about(browser: Client) -> None:
    rows = [HEADINGS, ("A", "Atlantis", "", "Pledged", "project", "Health", "")]
    run = check(browser, uploaded(browser, "commitments", csv_bytes(rows)))
    assert problems(run) == [
        (
            2,
            "B “Who promises”",
            (
                "“Atlantis” is not known. Write the name as it stands in the lists, or"
                " the reference. For somebody who is no partner write a star first:"
                " “*Atlantis”."
            ),
        )
    ]


def test_name_that_several_partners_have_is_refused_with_both(browser: Client) -> None:
    one = make_partner(short_name="Congo")
    two = make_partner(short_name="Congo")
    rows = [HEADINGS, ("A", "Congo", "", "Pledged", "project", "Health", "")]
    run = check(browser, uploaded(browser, "commitments", csv_bytes(rows)))
    ((_row, _column, text),) = problems(run)
    assert text.startswith(
        f"“Congo” may be any of: Congo ({one.reference}), Congo ({two.reference})."
        " Write the reference."
    )


def test_promise_in_such_words_is_shown_as_perhaps_entered(
    browser: Client, mongolia_desk: Desk
) -> None:
    there = make_commitment(
        title="Send experts to the hospital",
        desk=mongolia_desk,
        promisors=[make_partner(short_name="Laos")],
    )
    row = ("Send experts to a hospital", "Laos", "", "Pledged", "project", "Health", "")
    rows = [HEADINGS, row, (*row[:1], "Korea", *row[2:])]
    run = check(browser, uploaded(browser, "commitments", csv_bytes(rows)))
    assert [(twin["row"], twin["reference"]) for twin in run.twins] == [
        (2, there.reference)
    ]
