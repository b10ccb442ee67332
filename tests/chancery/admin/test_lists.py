"""Lists and pages: what they cost, what they find, what they answer."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chancery.models import User
from chancery.scope import Scoped
from engagements.models import Commitment, Meeting
from partners.models import Desk, Person
from tests.admin_builders import MODELS, address, full, page_of, signed_in
from tests.builders import (
    make_commitment,
    make_meeting,
    make_mention,
    make_participation,
    make_person,
    make_person_name,
    make_series,
)

every_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)


# A session, a user, a count, the rows, what filters offer, what columns relate to.
LIST_BUDGET = 30


def _cost(client: Client, page: str) -> int:
    """Return the number of queries of a page that has been asked for before."""
    client.get(page)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(page).status_code == 200
    return len(queries)


@every_model
def test_list_costs_the_same_for_one_and_three(
    model: type[Scoped], root_client: Client, mongolia_desk: Desk
) -> None:
    full(model, mongolia_desk)
    one = _cost(root_client, address(model))
    full(model, mongolia_desk)
    full(model, mongolia_desk)
    assert _cost(root_client, address(model)) == one
    assert one < LIST_BUDGET


def test_meeting_page_costs_the_same_for_one_and_three_of_everything(
    root_client: Client, mongolia_desk: Desk
) -> None:
    meeting = full(Meeting, mongolia_desk)
    one = _cost(root_client, page_of(meeting))
    for _ in range(2):
        make_participation(meeting=meeting, person=make_person(), label="")
        make_mention(meeting=meeting, commitment=make_commitment(desk=mongolia_desk))
    assert _cost(root_client, page_of(meeting)) == one


def test_commitment_page_costs_the_same_for_one_and_three_of_everything(
    root_client: Client, mongolia_desk: Desk
) -> None:
    commitment = full(Commitment, mongolia_desk)
    one = _cost(root_client, page_of(commitment))
    for _ in range(2):
        make_mention(commitment=commitment, meeting=make_meeting(desk=mongolia_desk))
    assert _cost(root_client, page_of(commitment)) == one


@every_model
def test_search_box_answers(model: type[Scoped], root_client: Client) -> None:
    for words in ("a", "Mongolia 2023", "이도훈", "%_\\'\"", "MTG-2023"):
        response = root_client.get(address(model), {"q": words})
        assert response.status_code == 200, words


@every_model
def test_search_finds_a_reference(
    model: type[Scoped], root_client: Client, mongolia_desk: Desk
) -> None:
    record, other = full(model, mongolia_desk), full(model, mongolia_desk)
    response = root_client.get(address(model), {"q": record.reference})  # type: ignore[attr-defined]
    assert list(response.context["cl"].queryset) == [record]
    assert record != other


def test_search_finds_a_name_in_any_script(root_client: Client) -> None:
    person = make_person(name="Lee Dohoon")
    for text, language in (("이도훈", "ko"), ("李度勳", "zh"), ("Yi Tohun", "en")):
        make_person_name(person=person, text=text, language=language)
    make_person(name="Somebody else")
    for words in ("이도훈", "李度勳", "Yi Tohun", "dohoon lee"):
        response = root_client.get(address(Person), {"q": words})
        assert list(response.context["cl"].queryset) == [person], words


@every_model
def test_every_filter_answers(
    model: type[Scoped], root_client: Client, mongolia_desk: Desk
) -> None:
    full(model, mongolia_desk)
    changelist = root_client.get(address(model)).context["cl"]
    for spec in changelist.filter_specs:
        # All, the first and the last of what is on offer.
        choices = list(spec.choices(changelist))
        for choice in {id(one): one for one in [*choices[:2], choices[-1]]}.values():
            page = address(model) + choice["query_string"]
            assert root_client.get(page).status_code == 200, page


def test_filters_offer_only_what_may_be_seen(carol: User, mongolia_desk: Desk) -> None:
    seen = make_series(name="Joint Committee")
    hidden = make_series(name="Secret channel", classification=2)
    make_meeting(series=seen, desk=mongolia_desk)
    meeting = make_meeting(series=hidden, desk=mongolia_desk)
    browser = signed_in(carol)
    page = browser.get(address(Meeting))
    assert "Joint Committee" in page.content.decode()
    assert "Secret channel" not in page.content.decode()
    # A guessed key finds nothing, as one that does not exist.
    guessed = browser.get(address(Meeting), {"series__id__exact": hidden.pk})
    assert list(guessed.context["cl"].queryset) == []
    assert meeting in browser.get(address(Meeting)).context["cl"].queryset


@pytest.mark.parametrize(
    "question",
    [
        "series__name__startswith=Secret",
        "host__short_name=x",
        "host=1",
        "classification__gt=1",
        "owner__user__password__startswith=a",
    ],
)
def test_lists_answer_no_other_question(question: str, root_client: Client) -> None:
    assert root_client.get(f"{address(Meeting)}?{question}").status_code == 400


@pytest.mark.parametrize(
    "question",
    ["status__exact=%00", "q=%00", "series__id__exact=x", "p=x", "p=99", "o=9"],
)
def test_lists_survive_bad_questions(question: str, root_client: Client) -> None:
    make_meeting()
    page = f"{address(Meeting)}?{question}"
    assert root_client.get(page, follow=True).status_code == 200


def test_relations_in_a_list_show_only_what_may_be_seen(
    carol: User, root: User, mongolia_desk: Desk
) -> None:
    place = full(Meeting, mongolia_desk).place
    assert place is not None
    type(place).objects.filter(pk=place.pk).update(classification=2)
    assert place.name in signed_in(root).get(address(Meeting)).content.decode()
    assert place.name not in signed_in(carol).get(address(Meeting)).content.decode()
