"""Merging in the admin, by who may not or with what cannot be."""

import pytest
from django.test import Client

from chancery import actions
from chancery.models import User
from partners.actions.merging import merge
from partners.models import Desk, Merge, Person
from tests.admin_builders import address, page_of, signed_in
from tests.admin_pages import form_data, said
from tests.builders import (
    AT,
    make_partner,
    make_person,
    make_post,
)
from tests.partners.merge_pages import WHY, confirmed, pair, pick, undo

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(alice: User) -> Client:
    return signed_in(alice)


@pytest.fixture
def gim(mongolia_desk: Desk) -> Person:
    return make_person(name="Kim Cholsu", desk=mongolia_desk, family_name="Kim")


def test_merged_record_of_a_hidden_survivor_is_no_record(
    alice: User, carol: User, mongolia_desk: Desk, gim: Person
) -> None:
    secret = make_person(desk=mongolia_desk, classification=2, name="Secret")
    merge(secret, gim, by=alice, at=AT, reason=WHY)
    browser = signed_in(carol)
    nothing = browser.get(address(Person, "change", "PER-9999"))
    for query in ({}, {"as": "merged"}):
        for page in ("change", "history"):
            answer = browser.get(address(Person, page, gim.reference), query)
            assert (answer.status_code, answer["Location"]) == (
                302,
                nothing["Location"],
            )


def test_stale_confirmation_says_what_changed(
    browser: Client, alice: User, kim: Person, gim: Person
) -> None:
    data = form_data(browser.get(pair(kim, gim), {"preview": "1"}))
    actions.change(gim, by=alice, at=AT, values={"note": "Met in 2023."})
    answer = browser.post(pair(kim, gim), data | {"reason": WHY}, follow=True)
    assert said(answer) == [
        (
            "Nothing was merged. Somebody changed meanwhile: Kim Cholsu (Note). Compare"
            " again."
        )
    ]
    assert answer.redirect_chain == [(pair(kim, gim), 302)]
    assert not Merge.objects.exists()


def test_second_confirmation_merges_nothing_again(
    browser: Client, kim: Person, gim: Person
) -> None:
    data = form_data(browser.get(pair(kim, gim), {"preview": "1"})) | {"reason": WHY}
    browser.post(pair(kim, gim), data)
    again = browser.post(pair(kim, gim), data, follow=True)
    assert again.redirect_chain == [(page_of(kim), 302)]
    assert Merge.objects.count() == 1


def test_merge_without_a_reason_is_asked_for_it(
    browser: Client, kim: Person, gim: Person
) -> None:
    data = form_data(browser.get(pair(kim, gim), {"preview": "1"}))
    for reason in ("", "   ", "a\0b"):
        page = browser.post(pair(kim, gim), {**data, "reason": reason})
        assert page.status_code == 200
        assert [*page.context["form"].errors] == ["reason"]
    assert not Merge.objects.exists()


def test_records_of_other_desks_look_alike_whether_hidden_or_not(
    browser: Client, europe_desk: Desk, mongolia_desk: Desk, kim: Person
) -> None:
    theirs = make_person(desk=europe_desk)
    hidden = make_person(desk=mongolia_desk, classification=2)
    Person.objects.filter(pk=hidden.pk).update(classification=2)
    assert browser.get(pick(theirs)).status_code == 403
    assert browser.get(pair(kim, theirs)).status_code == 403
    assert browser.post(pair(kim, theirs), {"reason": WHY}).status_code == 403
    assert browser.get(pick(kim), {"other": theirs.pk}).context["form"].errors


def test_reader_is_not_let_in(
    carol: User, dana: User, kim: Person, gim: Person
) -> None:
    done = merge(kim, gim, by=dana, at=AT, reason=WHY)
    browser = signed_in(carol)
    assert browser.get(pick(kim)).status_code == 403
    assert browser.get(undo(done)).status_code == 403
    assert "Merge…" not in browser.get(page_of(kim)).content.decode()


def test_forged_addresses_find_nothing(
    browser: Client, alice: User, mongolia_desk: Desk, kim: Person, gim: Person
) -> None:
    post = make_post(desk=mongolia_desk)
    for other in (post.reference, "PER-9999", "%00", "../../", "x" * 500):
        answer = browser.get(f"{pick(kim)}{other}/")
        assert answer.status_code in {302, 404}
    itself = browser.get(pair(kim, kim), follow=True)
    assert said(itself)[-1:] == ["Choose two different records of one kind."]
    done = merge(kim, gim, by=alice, at=AT, reason=WHY)
    elsewhere = make_person(desk=mongolia_desk)
    wrong = address(Person, "undo_merge", elsewhere.reference, done.reference)
    assert browser.get(wrong).status_code == 302
    for asked in (
        {"other": "0"},
        {"other": "x\0"},
        {"other": "9" * 5000},
        {"reference": "?"},
    ):
        assert browser.get(pick(kim), asked).context["form"].errors


def test_unknown_choices_are_passed_over(
    browser: Client, kim: Person, gim: Person
) -> None:
    answer = confirmed(
        browser, kim, gim, take_reference="theirs", take_name="both", take_x="theirs"
    )
    assert answer.redirect_chain == [(page_of(kim), 302)]
    assert Person.objects.get(pk=kim.pk).name == "Kim Chol-su"


def test_scripts_in_names_are_text(browser: Client, mongolia_desk: Desk) -> None:
    name = "<script>alert(1)</script>"
    one, other = (make_person(desk=mongolia_desk, name=name + x) for x in "ab")
    for url in (pick(one), pair(one, other), f"{pair(one, other)}?preview=1"):
        assert "<script>alert" not in browser.get(url).content.decode()
    done = confirmed(browser, one, other)
    assert "<script>alert" not in done.content.decode()


def test_hidden_value_is_no_choice(
    alice: User, mongolia_desk: Desk, kim: Person
) -> None:
    alice.officer.clearance = 1
    alice.officer.save()
    other = make_person(
        desk=mongolia_desk, partner=make_partner(classification=2, short_name="Secret")
    )
    page = signed_in(alice).get(pair(kim, other))
    assert [line.name for line in page.context["lines"]] == ["name"]
    assert "Secret" not in page.content.decode()
