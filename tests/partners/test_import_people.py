"""People and the posts they held from spreadsheets, over HTTP."""

import pytest
from django.test import Client

from chancery.models import User
from partners.models import Desk, Partner, Person, Tenure
from tests.admin_builders import signed_in
from tests.builders import make_partner, make_person, make_person_name, make_post
from tests.spreadsheets import bring_in, check, csv_bytes, problems, uploaded

HEADINGS = ("Name", "Partner", "Name in Korean", "Post", "From", "To")


@pytest.fixture
def browser(alice: User) -> Client:
    return signed_in(alice)


@pytest.fixture
def mongolia() -> Partner:
    return make_partner(short_name="Mongolia", iso_alpha2="MN")


def test_rows_of_one_name_become_one_person_with_several_posts(
    browser: Client, mongolia: Partner, mongolia_desk: Desk
) -> None:
    first = make_post(title="Prime Minister", partner=mongolia)
    second = make_post(title="President", partner=mongolia)
    make_post(title="President", partner=make_partner())
    rows = [
        HEADINGS,
        ("Khurelsukh", "MN", "후렐수흐", "Prime Minister", "2017-10", "2021-01"),
        ("Batbold", "MN", "", "", "", ""),
        ("Khurelsukh", "MN", "", "President", "2021-06", ""),
    ]
    run = check(browser, uploaded(browser, "people", csv_bytes(rows)))
    assert (problems(run), run.twins) == ([], [])
    bring_in(browser, run)
    assert set(Person.objects.values_list("name", "partner", "desk")) == {
        ("Khurelsukh", mongolia.pk, mongolia_desk.pk),
        ("Batbold", mongolia.pk, mongolia_desk.pk),
    }
    assert set(Tenure.objects.values_list("person__name", "post", "start", "end")) == {
        ("Khurelsukh", first.pk, "2017-10", "2021-01"),
        ("Khurelsukh", second.pk, "2021-06", ""),
    }
    person = Person.objects.get(name="Khurelsukh")
    assert [str(name) for name in person.names.all()] == ["후렐수흐"]


def test_person_entered_already_gets_a_further_post_by_reference(
    browser: Client, mongolia: Partner
) -> None:
    person = make_person(partner=mongolia)
    post = make_post(title="Envoy", partner=mongolia)
    rows = [("Reference", "Post", "From"), (person.reference, "Envoy", "2020")]
    bring_in(browser, check(browser, uploaded(browser, "people", csv_bytes(rows))))
    assert Tenure.objects.values_list("person", "post").get() == (person.pk, post.pk)


def test_two_full_holders_at_once_are_refused_within_one_file(
    browser: Client, mongolia: Partner
) -> None:
    make_post(title="President", partner=mongolia)
    rows = [
        HEADINGS,
        ("A", "MN", "", "President", "2017", "2021"),
        ("B", "MN", "", "President", "2019", "2023"),
        ("C", "MN", "", "Unheard", "2019", ""),
        ("", "MN", "", "", "", ""),
        ("D", "MN", "", "", "2019", ""),
    ]
    run = check(browser, uploaded(browser, "people", csv_bytes(rows)))
    found = problems(run)
    assert [(row, column) for row, column, _text in found] == [
        (3, ""),
        (4, "D “Post”"),
        (5, "A “Name”"),
        (6, "D “Post”"),
    ]
    assert found[0][2].startswith("Somebody else holds this post at that time.")


def test_name_in_any_spelling_is_shown_as_perhaps_entered(
    browser: Client, mongolia: Partner
) -> None:
    there = make_person(name="Ukhnaagiin Khürelsükh", partner=mongolia)
    make_person_name(person=there, text="Khurelsukh Ukhnaa")
    rows = [HEADINGS, ("Ukhnaa Khurelsukh", "MN", "", "", "", "")]
    run = check(browser, uploaded(browser, "people", csv_bytes(rows)))
    assert [(twin["row"], twin["reference"]) for twin in run.twins] == [
        (2, there.reference)
    ]
