"""Merging two records in the admin: three steps, an undo and a redirect."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chancery.models import User
from partners.actions.merging import merge
from partners.models import Desk, Merge, Partner, Person, Post
from tests.admin_builders import address, page_of, signed_in
from tests.admin_pages import form_data, said, strays
from tests.builders import (
    AT,
    make_meeting,
    make_participation,
    make_partner,
    make_person,
    make_person_name,
    make_post,
    make_tenure,
)
from tests.partners.merge_pages import WHY, confirmed, pair, pick, undo

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(alice: User) -> Client:
    return signed_in(alice)


@pytest.fixture
def gim(mongolia_desk: Desk) -> Person:
    return make_person(name="Kim Cholsu", desk=mongolia_desk, family_name="Kim")


def test_two_people_are_merged_in_three_steps_and_undone(
    browser: Client, mongolia_desk: Desk, kim: Person, gim: Person
) -> None:
    row = make_participation(
        meeting=make_meeting(desk=mongolia_desk), person=gim, label=""
    )
    first = browser.get(pick(kim))
    assert [like.record for like, _address in first.context["likes"]] == [gim]
    assert strays(first) == []
    second = browser.get(pick(kim), {"reference": gim.reference}, follow=True)
    assert second.redirect_chain == [(pair(kim, gim), 302)]
    assert form_data(second) == {
        "preview": "1",
        "take_name": "ours",
        "take_family_name": "theirs",
    }
    assert strays(second) == []
    third = browser.get(pair(kim, gim), form_data(second))
    assert strays(third) == []
    assert [
        (group.label, group.count, [one["row"] for one in group.rows])
        for group in third.context["moved"]
    ] == [("Participants", 1, [row])]
    done = browser.post(pair(kim, gim), form_data(third) | {"reason": WHY}, follow=True)
    assert done.redirect_chain == [(page_of(kim), 302)]
    kim.refresh_from_db()
    row.refresh_from_db()
    assert (kim.family_name, row.person) == ("Kim", kim)
    made = Merge.objects.get()
    assert said(done) == [
        f'“Kim Cholsu” was merged into “Kim Chol-su”. <a href="{undo(made)}">Undo</a>'
    ]
    assert f'<a href="{undo(made)}">Undo</a>' in done.content.decode()
    page = browser.get(undo(made))
    assert (page.context["count"], page.context["stays"]) == (1, [])
    assert strays(page) == []
    back = browser.post(undo(made), {"reason": ""}, follow=True)
    assert said(back) == ["“Kim Cholsu” and “Kim Chol-su” are two again."]
    assert back.redirect_chain == [(page_of(gim), 302)]
    row.refresh_from_db()
    assert row.person == gim


def test_two_chosen_rows_go_on_to_their_comparison(
    browser: Client, alice: User, kim: Person, gim: Person
) -> None:
    bulk = address(Person, "bulk")
    for chosen, onward in (
        ([gim.pk, kim.pk], pair(kim, gim)),
        ([gim.pk], address(Person)),
        ([gim.pk, kim.pk, 0], address(Person)),
        ([gim.pk, "x\0"], address(Person)),
    ):
        data = {"bulk": "merge", "_selected_action": chosen}
        assert browser.post(bulk, data)["Location"] == onward
    merge(kim, gim, by=alice, at=AT, reason=WHY)
    data = {"bulk": "restore", "_selected_action": [gim.pk]}
    page = browser.post(bulk, data, follow=True)
    assert "it was merged: that can be undone on its page" in page.content.decode()


@pytest.mark.parametrize("page", ["change", "history"])
def test_merged_record_leads_to_the_one_that_stayed(
    browser: Client, alice: User, kim: Person, gim: Person, page: str
) -> None:
    merge(kim, gim, by=alice, at=AT, reason=WHY)
    old = address(Person, page, gim.reference)
    answer = browser.get(old, follow=True)
    assert answer.redirect_chain == [(page_of(kim), 302)]
    (message,) = said(answer)
    assert message.startswith(f"“Kim Cholsu” ({gim.reference}) was merged into this")
    shown = browser.get(old, {"as": "merged"})
    assert shown.status_code == 200
    assert strays(shown) == []


def test_merged_record_is_shown_for_reading_with_its_undo(
    browser: Client, alice: User, kim: Person, gim: Person
) -> None:
    done = merge(kim, gim, by=alice, at=AT, reason=WHY)
    page = browser.get(page_of(gim), {"as": "merged"})
    assert page.context["has_change_permission"] is False
    assert page.context["deeds"] == []
    assert undo(done).rpartition("undo-merge")[2] in page.content.decode()
    assert browser.post(f"{page_of(gim)}?as=merged", {}).status_code == 403


def test_survivor_shows_what_was_merged_into_it(
    browser: Client, alice: User, kim: Person, gim: Person
) -> None:
    done = merge(kim, gim, by=alice, at=AT, reason=WHY)
    panel = browser.get(page_of(kim)).context["panels"][0].context
    assert [one["merge"] for one in panel["merges"]] == [done]


def test_merged_record_is_neither_listed_nor_offered(
    browser: Client, alice: User, kim: Person, gim: Person
) -> None:
    merge(kim, gim, by=alice, at=AT, reason=WHY)
    assert [*browser.get(address(Person)).context["cl"].queryset] == [kim]
    found = browser.get(
        "/admin/autocomplete/",
        {
            "term": "Kim",
            "app_label": "engagements",
            "model_name": "participation",
            "field_name": "person",
        },
    )
    assert [one["id"] for one in found.json()["results"]] == [str(kim.pk)]


def test_preview_says_what_to_settle_first(
    browser: Client, mongolia_desk: Desk
) -> None:
    one, other = (make_post(desk=mongolia_desk) for _ in range(2))
    make_tenure(post=one, start="2020", end="2022", desk=mongolia_desk)
    make_tenure(post=other, start="2021", desk=mongolia_desk)
    page = browser.get(pair(one, other), {"preview": "1"})
    first, second = page.context["refusals"]
    assert first == "Settle this first, then merge:"
    assert second.startswith("Tenure ")
    assert "merge_form" not in page.content.decode()


def test_suggestions_know_every_script_and_only_what_may_be_seen(
    alice: User, mongolia_desk: Desk
) -> None:
    alice.officer.clearance = 1
    alice.officer.save()
    one = make_person(name="Battsetseg Batmunkh", desk=mongolia_desk)
    make_person_name(person=one, text="Батмөнхийн Батцэцэг")
    other = make_person(name="B. Battsetseg", desk=mongolia_desk)
    make_person_name(person=other, text="Батцэцэг, Батмөнхийн")
    swapped = make_person(name="BATMUNKH Battsetseg")
    make_person(name="Battsetseg Batmunkh", classification=2)
    make_person(name="Somebody else")
    likes = signed_in(alice).get(pick(one)).context["likes"]
    assert {like.record for like, _address in likes} == {other, swapped}


@pytest.mark.parametrize("step", ["pick", "compare", "preview", "undo"])
def test_pages_cost_the_same_however_many_rows(
    browser: Client, alice: User, mongolia_desk: Desk, step: str
) -> None:
    counts = []
    for number in (1, 1, 3):
        one, other = (make_person(desk=mongolia_desk) for _ in range(2))
        for _ in range(number):
            make_participation(
                meeting=make_meeting(desk=mongolia_desk),
                person=other,
                label="",
                post=make_post(),
            )
            make_tenure(person=other, desk=mongolia_desk)
        url = {
            "pick": pick(one),
            "compare": pair(one, other),
            "preview": f"{pair(one, other)}?preview=1",
        }.get(step) or undo(merge(one, other, by=alice, at=AT, reason=WHY))
        with CaptureQueriesContext(connection) as counted:
            assert browser.get(url).status_code == 200
        counts.append(len(counted))
    assert counts[1] == counts[2]


@pytest.mark.parametrize("model", [Partner, Post])
def test_other_kinds_have_the_same_pages(
    browser: Client, mongolia_desk: Desk, model: type[Any]
) -> None:
    make = {Partner: make_partner, Post: make_post}[model]
    one, other = (make(desk=mongolia_desk) for _ in range(2))
    answer = confirmed(browser, one, other)
    assert answer.redirect_chain == [(page_of(one), 302)]
    assert re.search("was merged into", said(answer)[0])
