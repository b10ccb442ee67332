"""Relations offer and take only what the user may see; others do not exist."""

import pytest
from django.test import Client
from django.urls import reverse

from chancery.admin.choosing.choices import ScopedChoiceField
from chancery.models import User
from chancery.scope import Scoped
from engagements.models import Meeting, Mention
from partners.models import Desk, Person
from tests.admin_builders import (
    MODELS,
    address,
    domain_admins,
    full,
    page_of,
    signed_in,
)
from tests.admin_pages import errors, form_data
from tests.builders import (
    make_commitment,
    make_meeting,
    make_partner,
    make_person,
    make_person_name,
    make_place,
    make_series,
)

every_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
WRONG = "Select a valid choice. That choice is not one of the available choices."


@every_model
def test_relations_of_forms_are_scoped(
    model: type[Scoped], root_client: Client, mongolia_desk: Desk
) -> None:
    response = root_client.get(page_of(full(model, mongolia_desk)))
    forms = [response.context["adminform"].form] + [
        inline.formset.empty_form
        for inline in response.context["inline_admin_formsets"]
    ]
    loose = {
        f"{type(form).__name__}.{name}"
        for form in forms
        for name, field in form.fields.items()
        if hasattr(field, "queryset")
        and issubclass(field.queryset.model, Scoped)
        and not isinstance(field, ScopedChoiceField)
        and name not in {"id", *_parents(form)}
    }
    assert loose == set()


def _parents(form: object) -> set[str]:
    return {"id", getattr(getattr(form, "fk", None), "name", "id")}


@pytest.mark.parametrize("name", ["place", "series", "host", "parent"])
def test_forged_key_of_an_invisible_record_is_refused_like_none(
    name: str, mongolia_desk: Desk, alice: User
) -> None:
    type(alice.officer).objects.update(clearance=1)
    make = {
        "place": make_place,
        "series": make_series,
        "host": make_partner,
        "parent": make_meeting,
    }[name]
    hidden = make(classification=2)
    meeting = make_meeting(desk=mongolia_desk)
    browser = signed_in(alice)
    data = form_data(browser.get(page_of(meeting)))
    answers = {
        str(key): errors(browser.post(page_of(meeting), {**data, name: str(key)}))
        for key in (hidden.pk, 987654321)
    }
    assert list(answers.values()) == [[WRONG], [WRONG]]
    meeting.refresh_from_db()
    assert getattr(meeting, f"{name}_id") is None


def test_forged_key_of_another_desk_is_refused_like_none(
    alice_client: Client, mongolia_desk: Desk, europe_desk: Desk
) -> None:
    meeting = make_meeting(desk=mongolia_desk)
    data = form_data(alice_client.get(page_of(meeting)))
    answers = [
        errors(alice_client.post(page_of(meeting), {**data, "desk": str(key)}))
        for key in (europe_desk.pk, 987654321)
    ]
    assert answers == [[WRONG], [WRONG]]
    meeting.refresh_from_db()
    assert meeting.desk == mongolia_desk


def test_commitment_of_another_desk_cannot_be_mentioned(
    alice_client: Client, mongolia_desk: Desk, europe_desk: Desk
) -> None:
    theirs = make_commitment(desk=europe_desk)
    meeting = make_meeting(desk=mongolia_desk)
    data = form_data(alice_client.get(page_of(meeting)))
    data |= {
        "mentions-TOTAL_FORMS": "1",
        "mentions-0-commitment": str(theirs.pk),
        "mentions-0-kind": "raised",
    }
    assert errors(alice_client.post(page_of(meeting), data)) == [WRONG]
    assert Mention.objects.count() == 0


def _suggest(client: Client, term: str, field: str = "person") -> list[str]:
    response = client.get(
        reverse("admin:autocomplete"),
        {
            "term": term,
            "app_label": "engagements",
            "model_name": "participation",
            "field_name": field,
        },
    )
    assert response.status_code == 200
    return [found["text"] for found in response.json()["results"]]


def test_suggestions_keep_to_the_scope(carol: User, root_client: Client) -> None:
    make_person(name="Lee Dohoon")
    make_person(name="Lee Hidden", classification=2)
    make_person(name="Lee Archived", classification=0)
    Person.objects.filter(name="Lee Archived").update(
        archived_at="2023-01-01T00:00Z", archived_by=carol, archive_reason="twice"
    )
    assert _suggest(signed_in(carol), "Lee") == ["Lee Dohoon"]
    assert _suggest(root_client, "Lee") == ["Lee Dohoon", "Lee Hidden"]


def test_suggestions_know_every_spelling(root_client: Client) -> None:
    person = make_person(name="Lee Dohoon", partner=make_partner(short_name="Korea"))
    make_person_name(person=person, text="이도훈", language="ko", script="Hang")
    assert _suggest(root_client, "이도훈") == ["Lee Dohoon · Korea"]


def test_suggestions_are_for_signed_in_people(charlie: User) -> None:
    page = reverse("admin:autocomplete")
    for client in (Client(), signed_in(charlie)):
        assert client.get(page).status_code == 302


def test_archived_choice_stays_where_it_is(
    root: User, root_client: Client, mongolia_desk: Desk
) -> None:
    place = make_place(
        archived_at="2023-01-01T00:00Z", archived_by=root, archive_reason="gone"
    )
    meeting = make_meeting(desk=mongolia_desk, place=place)
    data = form_data(root_client.get(page_of(meeting)))
    assert data["place"] == str(place.pk)
    response = root_client.post(page_of(meeting), {**data, "title": "Renamed"})
    assert response.status_code == 302
    meeting.refresh_from_db()
    assert (meeting.title, meeting.place) == ("Renamed", place)


def test_new_page_begins_with_the_users_only_desk(
    alice_client: Client, mongolia_desk: Desk
) -> None:
    page = alice_client.get(address(Meeting, "add"))
    assert form_data(page)["desk"] == str(mongolia_desk.pk)


def test_relations_are_searched_not_listed() -> None:
    """A select over all partners would be as long as the table."""
    for model, model_admin in domain_admins():
        searched = {
            field.name
            for field in model._meta.concrete_fields
            if field.is_relation and field.editable
        } - {"desk"}
        assert searched <= set(model_admin.get_autocomplete_fields(None)), model
