"""The search page and the palette: what they find, for whom, and what they cost."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from chancery.models import User
from partners.models import Desk
from tests.admin_builders import page_of, signed_in
from tests.admin_pages import strays
from tests.builders import (
    make_agreement,
    make_commitment,
    make_initiative,
    make_institution,
    make_meeting,
    make_partner,
    make_partner_name,
    make_person,
    make_person_name,
    make_place,
    make_post,
    make_series,
    make_source,
)


def search(client: Client, text: str) -> dict[str, list[str]]:
    """Return the references that the search page shows, by kind."""
    response = client.get(reverse("admin:search"), {"q": text})
    assert response.status_code == 200
    return {
        str(group.kind.model.__name__): [hit.reference for hit in group.hits]
        for group in response.context["groups"]
    }


def jump(client: Client, text: str) -> list[dict[str, str]]:
    """Return the hits that the palette is given."""
    response = client.get(reverse("admin:jump"), {"q": text})
    assert response.status_code == 200
    return [hit for group in response.json()["groups"] for hit in group["hits"]]


def test_search_finds_words_in_every_kind(
    root_client: Client, mongolia_desk: Desk
) -> None:
    word: dict[str, Any] = {"desk": mongolia_desk}
    made = {
        "Meeting": make_meeting(title="Talks on the corridor", **word),
        "MeetingSeries": make_series(name="Corridor dialogue", **word),
        "Commitment": make_commitment(as_worded="… along the corridor", **word),
        "Agreement": make_agreement(subject="The corridor", **word),
        "Initiative": make_initiative(description="A corridor.", **word),
        "Partner": make_partner(short_name="Corridor States"),
        "Person": make_person(name="Cora Corridor"),
        "Post": make_post(title="Envoy for the Corridor"),
        "Institution": make_institution(name="Corridor Authority"),
        "Place": make_place(name="Corridor"),
        "Source": make_source(title="Corridor opened"),
    }
    make_meeting(title="Something else")
    found = search(root_client, "corridor")
    assert found == {kind: [row.reference] for kind, row in made.items()}
    assert {hit["reference"] for hit in jump(root_client, "corridor")} == {
        row.reference for row in made.values()
    }


def test_jump_names_each_hit_and_where_it_leads(root_client: Client) -> None:
    meeting = make_meeting(title="Joint Committee", date="2023-06", status="held")
    response = root_client.get(reverse("admin:jump"), {"q": "joint comm"})
    assert response.json() == {
        "groups": [
            {
                "label": "Meetings",
                "hits": [
                    {
                        "title": "Joint Committee",
                        "detail": "June 2023 · Held",
                        "url": page_of(meeting),
                        "reference": meeting.reference,
                    }
                ],
            }
        ]
    }


def test_name_in_any_script_finds_whose_it_is(root_client: Client) -> None:
    person = make_person(name="Lee Dohoon")
    for text, language in (("이도훈", "ko"), ("李度勳", "zh"), ("Yi Tohun", "en")):
        make_person_name(person=person, text=text, language=language)
    for words in ("이도훈", "이도", "李度勳", "yi toh", "DOHOON lee"):
        assert search(root_client, words) == {"Person": [person.reference]}, words
        assert [hit["reference"] for hit in jump(root_client, words)] == [
            person.reference
        ]


def test_partner_in_any_script_finds_what_it_stands_in(
    root_client: Client, mongolia_desk: Desk
) -> None:
    partner = make_partner(short_name="Mongolia")
    make_partner_name(partner=partner, text="몽골", language="ko")
    meeting = make_meeting(partners=[partner], desk=mongolia_desk, title="Road talks")
    commitment = make_commitment(promisors=[partner], title="Build a road")
    make_meeting(partners=[make_partner()], title="Road talks")
    make_commitment(title="Build a road")
    assert search(root_client, "몽골 road") == {
        "Meeting": [meeting.reference],
        "Commitment": [commitment.reference],
    }


@pytest.mark.parametrize(
    ("title", "question"),
    [
        ("Follow-up on Seoul/Ulaanbaatar flights", "ulaanbaatar"),
        ("Follow-up on Seoul/Ulaanbaatar flights", "follow-up"),
        ("Follow-up on Seoul/Ulaanbaatar flights", "up FLIGHTS"),
        ("Korea's offer (2nd), v1.5", "korea offer 2nd"),
        ("외교부의 제안", "외교부"),
        ("외교부의 제안", "외교 제안"),
        ("한·몽골 공동위원회", "몽골"),
        ("Сүхбаатар чуулган", "сүхбаатар"),
        ("The Joint Committee met", '"joint committee"'),
        ("The Joint Committee met", "“joint committee”"),
        ("외교 talks", "\u110b\u116c\u1100\u116d"),
    ],
)
def test_words_are_told_apart_as_people_do(
    title: str, question: str, root_client: Client
) -> None:
    commitment = make_commitment(title=title)
    assert search(root_client, question) == {"Commitment": [commitment.reference]}


@pytest.mark.parametrize(
    "question",
    [
        '"committee joint"',
        "join committee",  # only the last word may go on
        '"joint comm"',
        "joint & !committee <-> x",
        "absent | committee",
    ],
)
def test_what_is_not_meant_is_not_found(question: str, root_client: Client) -> None:
    make_commitment(title="The joint committee met")
    assert search(root_client, question) == {}


@pytest.mark.parametrize(
    "question",
    [
        "'",
        "''' OR 1=1 --",
        "a' & 'b",
        "a:* & !b | (c <-> d)",
        '"',
        '"unclosed phrase',
        "\\",
        "a\\'b",
        "%_%",
        "\0",
        "a\0b",
        "<script>alert(1)</script>",
        "🦄",
        "🦄 road",
        "word " * 2000,
        "w" * 10_000,
        '"' * 10_000,
        "가" * 10_000,
        "():*",
        ":*",
        "a:A",
        "\u202e\u200b",
        "MTG-",
        "MTG-2023-0007' --",
    ],
)
def test_nothing_typed_breaks_a_search(question: str, root_client: Client) -> None:
    make_commitment(title="Build a road")
    make_person()
    for name in ("search", "jump"):
        page = root_client.get(reverse(f"admin:{name}"), {"q": question})
        assert page.status_code == 200, question
    for kind in ("engagements_commitment", "partners_person", "partners_officer"):
        address = reverse(f"admin:{kind}_changelist")
        page = root_client.get(address, {"q": question}, follow=True)
        assert page.status_code == 200, question


def test_signs_alone_find_nothing_and_say_so(root_client: Client) -> None:
    make_commitment(title="%")
    page = root_client.get(reverse("admin:search"), {"q": "%"})
    assert list(page.context["groups"]) == []
    assert "There is no word in this" in page.content.decode()


def test_reference_leads_straight_to_its_record(root_client: Client) -> None:
    meeting = make_meeting(reference="MTG-2023-0007")
    make_commitment(title="See MTG-2023-0007")
    for typed in ("MTG-2023-0007", " mtg-2023-0007 "):
        page = root_client.get(reverse("admin:search"), {"q": typed})
        assert (page.status_code, page["Location"]) == (302, page_of(meeting))


def test_beginning_of_a_reference_finds_all_that_begin_so(root_client: Client) -> None:
    for number in ("2023-0007", "2023-0008", "2024-0001"):
        make_meeting(reference=f"MTG-{number}")
    make_commitment(title="See MTG 2023")
    found = ["MTG-2023-0007", "MTG-2023-0008"]
    assert search(root_client, "mtg-2023") == {"Meeting": found}
    assert [hit["reference"] for hit in jump(root_client, "MTG-2023-00")] == found


def test_hits_are_marked_and_stay_text(root_client: Client) -> None:
    make_commitment(
        title="<b>Road</b> & \ue000rail", as_worded=f"{'so ' * 90}<i>a road</i> it is"
    )
    page = root_client.get(reverse("admin:search"), {"q": "road"})
    (hit,) = page.context["groups"][0].hits
    assert hit.marked == "&lt;b&gt;<mark>Road</mark>&lt;/b&gt; &amp; \ue000rail"
    assert hit.excerpt.endswith("&lt;i&gt;a <mark>road</mark>&lt;/i&gt; it is")
    assert hit.excerpt.startswith("…so ")
    assert "<script>" not in page.content.decode()
    assert strays(page) == []


def test_hidden_rows_are_neither_found_nor_counted_nor_marked(
    carol: User, root_client: Client, mongolia_desk: Desk
) -> None:
    hidden = make_partner(short_name="Canaria", classification=2)
    make_partner_name(partner=hidden, text="카나리아", language="ko")
    make_meeting(title="Canaria talks", classification=2, desk=mongolia_desk)
    make_commitment(
        title="Plain", promisors=[hidden], classification=0, desk=mongolia_desk
    )
    make_person(name="Canaria Jones", classification=2)
    make_institution(name="Canaria Ministry", partner=hidden)
    browser = signed_in(carol)
    for words in ("canaria", "카나리아", "canaria talks"):
        page = browser.get(reverse("admin:search"), {"q": words})
        assert list(page.context["groups"]) == []
        assert jump(browser, words) == []
        assert search(root_client, words) != {}
    page = browser.get(reverse("admin:search"), {"q": "plain"})
    assert "canaria" not in page.content.decode().lower()
    secret = make_meeting(classification=2)
    page = browser.get(reverse("admin:search"), {"q": secret.reference})
    assert page.status_code == 200


def test_archived_records_are_not_found(root_client: Client, root: User) -> None:
    meeting = make_meeting(title="Corridor")
    type(meeting).objects.filter(pk=meeting.pk).update(
        archived_at="2026-01-01T00:00Z", archived_by=root, archive_reason="Twice"
    )
    assert search(root_client, "corridor") == {}


def test_nobody_finds_anything_before_logging_in(client: Client, charlie: User) -> None:
    make_meeting(title="Corridor")
    for name in ("search", "jump"):
        address = reverse(f"admin:{name}")
        assert client.get(address, {"q": "corridor"}).status_code == 302
        assert signed_in(charlie).get(address, {"q": "corridor"}).status_code == 302


@pytest.mark.parametrize("name", ["search", "jump"])
def test_search_costs_the_same_for_one_and_three(
    name: str, root_client: Client
) -> None:
    def fill() -> None:
        partner = make_partner(short_name="Corridor")
        make_meeting(title="Corridor", partners=[partner])
        make_commitment(title="Corridor", promisors=[partner])
        make_person(name="Corridor", partner=partner)
        make_place(name="Corridor", country=partner)
        make_source(title="Corridor")

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            root_client.get(reverse(f"admin:{name}"), {"q": "corridor"})
        return len(queries)

    fill()
    one = cost()
    fill()
    fill()
    assert cost() == one


def test_more_than_a_thousand_hits_are_not_counted(root_client: Client) -> None:
    first = make_commitment(title="Corridor")
    type(first).objects.bulk_create(
        type(first)(
            reference=f"CMT-2020-{number:04d}",
            title="Corridor",
            wording="agreed",
            kind="project",
            sector="infrastructure",
            desk=first.desk,
        )
        for number in range(1, 1001)
    )
    page = root_client.get(reverse("admin:search"), {"q": "corridor"})
    (group,) = page.context["groups"]
    assert (str(group.count), len(group.hits)) == ("1,000+", 8)
