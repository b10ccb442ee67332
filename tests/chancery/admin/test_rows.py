"""Editing in the list: every row or none, never over somebody else's change."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chancery import actions
from chancery.models import User
from engagements.models import Commitment, Meeting
from partners.models import Desk
from tests.admin_builders import address, signed_in
from tests.admin_pages import form_data, said
from tests.builders import make_commitment, make_meeting, make_officer

PAGE = address(Commitment, "rows")


@pytest.fixture
def browser(alice: User) -> Client:
    return signed_in(alice)


def _row(row: Any, name: str) -> str:  # noqa: ANN401 - any row
    return f"row-{row.pk}-{name}"


def test_rows_are_changed_together_and_signed(
    browser: Client, alice: User, mongolia_desk: Desk
) -> None:
    rows = [make_commitment(desk=mongolia_desk) for _ in range(3)]
    data = form_data(browser.get(PAGE)) | {
        _row(rows[0], "priority"): "high",
        _row(rows[1], "owner"): str(alice.officer.pk),
        "change_reason": "After the summit.",
    }
    response = browser.post(PAGE, data, follow=True)
    assert said(response) == ["2 rows were changed."]
    assert response.redirect_chain[-1][0] == address(Commitment)
    for row in rows:
        row.refresh_from_db()
    assert [(row.priority, row.owner, row.version) for row in rows] == [
        ("high", None, 2),
        ("normal", alice.officer, 2),
        ("normal", None, 1),
    ]
    history: Any = Commitment._meta.get_field("history").related_model
    states = history.objects.filter(pgh_context__isnull=False)
    assert {
        (one.pgh_context.metadata["verb"], one.pgh_context.metadata["reason"])
        for one in states
    } == {("change", "After the summit.")}


def test_row_that_is_not_ones_own_shows_plain_text(
    browser: Client, mongolia_desk: Desk, europe_desk: Desk, alice: User
) -> None:
    own = make_commitment(desk=mongolia_desk)
    other = make_commitment(desk=europe_desk)
    put_away = make_commitment(desk=mongolia_desk)
    actions.archive(put_away, by=alice, at=timezone.now(), reason="Twice.")
    data = form_data(browser.get(f"{PAGE}?archived=all"))
    assert _row(own, "priority") in data
    assert _row(other, "priority") not in data
    assert _row(put_away, "priority") not in data


@pytest.mark.parametrize("kind", ["other", "hidden", "absent"])
def test_forged_row_saves_none(
    kind: str, browser: Client, mongolia_desk: Desk, europe_desk: Desk
) -> None:
    own = make_commitment(desk=mongolia_desk)
    other = make_commitment(desk=europe_desk, title="Theirs")
    hidden = make_commitment(desk=mongolia_desk, title="Secret", classification=2)
    officer = User.objects.get(username="alice").officer
    type(officer).objects.filter(pk=officer.pk).update(clearance=1)
    key = {"other": other.pk, "hidden": hidden.pk, "absent": 99_999_999}[kind]
    data = form_data(browser.get(PAGE)) | {
        _row(own, "priority"): "high",
        f"row-{key}-seen_version": "1",
        f"row-{key}-priority": "high",
    }
    response = browser.post(PAGE, data)
    expected = {
        "other": "Theirs: it is not yours to change, or archived.",
        "hidden": "A row is no longer there. Reload the list.",
        "absent": "A row is no longer there. Reload the list.",
    }
    assert response.context["refused"] == (expected[kind],)
    assert "Secret" not in response.content.decode()
    assert Commitment.objects.filter(priority="high").count() == 0


def test_bad_choice_says_which_row_and_saves_none(
    browser: Client, mongolia_desk: Desk
) -> None:
    hidden = make_officer(classification=2)
    rows = [make_commitment(desk=mongolia_desk, title=f"Road {n}") for n in range(2)]
    officer = User.objects.get(username="alice").officer
    type(officer).objects.filter(pk=officer.pk).update(clearance=1)
    data = form_data(browser.get(PAGE)) | {_row(rows[0], "priority"): "high"}
    for bad in (str(hidden.pk), "x", "99999999"):
        response = browser.post(PAGE, {**data, _row(rows[1], "owner"): bad})
        (message,) = response.context["refused"]
        assert message.startswith("Road 1: Select a valid choice.")
    assert Commitment.objects.filter(priority="high").count() == 0


def test_row_that_moved_on_shows_both_versions_and_merges(
    browser: Client, bob: User, alice: User, mongolia_desk: Desk
) -> None:
    rows = [make_commitment(desk=mongolia_desk, title=f"Road {n}") for n in range(2)]
    data = form_data(browser.get(PAGE))
    values = {"priority": "low", "owner": alice.officer}
    actions.change(rows[0], by=bob, at=timezone.now(), values=values, reason="Not now.")
    data |= {_row(row, "priority"): "high" for row in rows}
    response = browser.post(PAGE, data)
    (part,) = response.context["collision"].parts
    assert (part.title, part.signed.who, part.signed.why) == (
        "Road 0",
        str(bob),
        "Not now.",
    )
    assert [
        (one.label, one.was, one.theirs, one.mine, one.state)
        for one in part.differences
    ] == [
        ("Priority", "Normal", "Low", "High", "conflict"),
        ("Officer in charge", "", str(alice), "", "theirs"),
    ]
    assert Commitment.objects.filter(priority="high").count() == 0
    merged = form_data(response) | {f"merge:{_row(rows[0], 'priority')}": "theirs"}
    assert said(browser.post(PAGE, merged, follow=True)) == ["1 row was changed."]
    for row in rows:
        row.refresh_from_db()
    assert [(row.priority, row.owner) for row in rows] == [
        ("low", alice.officer),
        ("high", None),
    ]


def test_page_costs_the_same_for_one_and_three(
    browser: Client, mongolia_desk: Desk
) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(PAGE).status_code == 200
        return len(queries)

    make_commitment(desk=mongolia_desk, owner=make_officer())
    cost()
    one = cost()
    for _ in range(2):
        make_commitment(desk=mongolia_desk, owner=make_officer())
    assert cost() == one


def test_list_leads_to_its_editing_with_its_filter(
    browser: Client, carol: User, mongolia_desk: Desk
) -> None:
    make_meeting(desk=mongolia_desk, status="held", date="2023")
    make_meeting(desk=mongolia_desk)
    question = "?status__exact=held"
    page = browser.get(address(Meeting) + question).content.decode()
    assert f'href="{address(Meeting, "rows")}{question}"' in page
    rows = browser.get(address(Meeting, "rows") + question).context["entries"]
    assert len(rows) == 1
    reader = signed_in(carol)
    assert address(Meeting, "rows") not in reader.get(address(Meeting)).content.decode()
    assert reader.get(address(Meeting, "rows")).status_code == 403


@pytest.mark.parametrize("question", ["q=%00", "status__exact=%00", "p=x", "e=1"])
def test_page_survives_bad_questions(question: str, browser: Client) -> None:
    make_commitment()
    assert browser.get(f"{PAGE}?{question}", follow=True).status_code == 200
