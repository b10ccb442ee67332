"""What one may not see, or write, is no help and no hint on the page."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from chancery.models import User
from engagements.models import Meeting
from partners.models import Desk, Person
from partners.roles import Role
from tests.admin_builders import signed_in
from tests.builders import (
    make_agreement,
    make_institution,
    make_meeting,
    make_meeting_partner,
    make_officer,
    make_partner,
    make_person,
    make_place,
    make_post,
    make_series,
    make_source,
    make_tenure,
    make_user,
)
from tests.cast import INTERNAL, RESTRICTED
from tests.engagements.log_pages import blank, meeting, page, picked, problems, sent


@pytest.fixture
def low(mongolia_desk: Desk) -> User:
    """An officer of the desk who may read less than others there."""
    return make_user(Role.DESK_OFFICER, desks=[mongolia_desk], clearance=INTERNAL)


@pytest.fixture
def browser(low: User) -> Client:
    return signed_in(low)


# Every box of the page, with what makes a record that the user may not choose there.
BOXES: list[tuple[str, Callable[..., Any], dict[str, str]]] = [
    ("series", make_series, {}),
    ("place", make_place, {}),
    ("venue", make_place, {}),
    ("host", make_partner, {}),
    ("parent", make_meeting, {"parent_relation": "margins"}),
    ("owner", make_officer, {}),
    ("partners-0-partner", make_partner, {}),
    ("participants-0-person", make_person, {}),
    ("participants-0-post", make_post, {}),
    ("participants-0-partner", make_partner, {"participants-0-label": "Somebody"}),
    ("participants-0-stands_in_for", make_post, {"participants-0-label": "Somebody"}),
    ("participants-0-institution", make_institution, {"participants-0-label": "X"}),
    ("outcomes-0-about_agreement", make_agreement, {}),
    ("outcomes-0-owner", make_officer, {}),
    ("events-0-agreement", make_agreement, {"events-0-kind": "proposed"}),
    ("events-0-place", make_place, {}),
    ("source-source", make_source, {}),
]


@pytest.mark.parametrize(
    ("box", "make", "more"), BOXES, ids=[box for box, _make, _more in BOXES]
)
def test_hidden_record_looks_as_if_it_did_not_exist(
    browser: Client,
    box: str,
    make: Callable[..., Any],
    more: dict[str, str],
) -> None:
    hidden = make(classification=RESTRICTED)
    data = meeting(browser) | more
    # By reference alone, as a forged page would send it, and as words typed.
    shown = []
    for reference in (hidden.reference, "XXX-2020-9999"):
        answers = []
        for sending in ({box: reference}, {box: reference, f"{box}-words": reference}):
            without = {
                name: value for name, value in data.items() if name != f"{box}-words"
            }
            response = sent(browser, without | sending)
            said = [one for one in problems(response) if "Nothing fits" in one] + [
                one for one in problems(response) if "There is no such record." in one
            ]
            assert len(said) == 1
            answers.append(said[0].replace(reference, "…"))
        shown.append(answers)
    assert shown[0] == shown[1]
    assert Meeting.objects.exclude(classification=RESTRICTED).count() == 0


@pytest.mark.parametrize(
    "model",
    ["partners.person", "engagements.meetingseries", "engagements.agreement"],
)
def test_finder_offers_nothing_that_is_hidden(browser: Client, model: str) -> None:
    makers: dict[str, Callable[[], Any]] = {
        "partners.person": lambda: make_person(
            name="Sealed Thing", classification=RESTRICTED
        ),
        "engagements.meetingseries": lambda: make_series(
            name="Sealed Thing", classification=RESTRICTED
        ),
        "engagements.agreement": lambda: make_agreement(
            title="Sealed Thing", classification=RESTRICTED
        ),
    }
    hidden = makers[model]()
    address = reverse("admin:find_record")
    for query in (
        {"term": "Sealed"},
        {"term": "Sealedd Thing"},
        {"reference": hidden.reference},
    ):
        response = browser.get(address, {"model": model, **query})
        assert response.json() == {"results": []}


@pytest.mark.parametrize(
    "model",
    [
        "chancery.user",
        "sessions.session",
        "nothing",
        "a.b",
        "a.b.c",
        "\0",
    ],
)
def test_finder_knows_only_records(browser: Client, model: str) -> None:
    response = browser.get(reverse("admin:find_record"), {"model": model, "term": "a"})
    assert response.status_code == 404


def test_finder_asks_for_a_log_in(client: Client) -> None:
    response = client.get(reverse("admin:find_record"), {"model": "partners.person"})
    assert response.status_code == 302


def test_side_and_post_that_are_hidden_are_not_told(browser: Client) -> None:
    sealed = make_partner(short_name="Sealed", classification=RESTRICTED)
    person = make_person(partner=sealed)
    make_tenure(person=person, post=make_post(partner=sealed), start="2000")
    own = make_post()
    make_tenure(person=person, post=own, start="2000", classification=RESTRICTED)
    response = browser.get(
        reverse("admin:find_record"),
        {"model": "partners.person", "reference": person.reference},
    )
    (found,) = response.json()["results"]
    assert "partner" not in found
    assert found["posts"] == []
    assert "Sealed" not in response.content.decode()


def test_hidden_series_proposes_nothing(browser: Client) -> None:
    hidden = make_series(classification=RESTRICTED, title_pattern="{ordinal} Sealed")
    data, plain = blank(browser, series=hidden.reference), blank(browser)
    apart = {"token", "csrfmiddlewaretoken"}
    assert {name: data[name] for name in data if name not in apart} == {
        name: plain[name] for name in plain if name not in apart
    }


def test_hidden_session_is_neither_counted_nor_copied(
    browser: Client, mongolia_desk: Desk
) -> None:
    series = make_series(desk=mongolia_desk, title_pattern="{ordinal} Committee")
    make_meeting(series=series, ordinal=1, status="held", date="2020")
    sealed = make_meeting(
        series=series, ordinal=2, status="held", date="2021", classification=RESTRICTED
    )
    make_meeting_partner(meeting=sealed)
    assert blank(browser, series=series.reference)["ordinal"] == "2"


def test_hidden_person_is_not_offered_for_a_newcomer_of_that_name(
    browser: Client,
) -> None:
    make_person(name="Lee Dohoon", classification=RESTRICTED)
    partner = make_partner()
    data = (
        meeting(browser)
        | picked("participants-0-partner", partner)
        | {"participants-0-new_name": "Lee Do-hoon"}
    )
    assert browser.get(page("names"), {"name": "Lee Do-hoon"}).json() == {"results": []}
    assert sent(browser, data).status_code == 302
    assert Person.objects.filter(name="Lee Do-hoon").count() == 1


def test_forged_answer_for_a_newcomer_takes_nobody(browser: Client) -> None:
    make_person(name="Lee Dohoon")
    other = make_person(name="Park Jin")
    data = (
        meeting(browser)
        | picked("participants-0-partner", make_partner())
        | {
            "participants-0-new_name": "Lee Do-hoon",
            "participants-0-instead_person": other.reference,
        }
    )
    (problem,) = problems(sent(browser, data))
    assert "may be on record already" in problem


def test_other_desks_agreement_is_not_written(
    browser: Client, europe_desk: Desk
) -> None:
    agreement = make_agreement(desk=europe_desk)
    data = meeting(browser, **{"events-0-kind": "proposed"}) | picked(
        "events-0-agreement", agreement
    )
    (problem,) = problems(sent(browser, data))
    assert problem.startswith("Agreement 1 · Agreement: Nothing fits")
    assert agreement.events.count() == Meeting.objects.count() == 0


def test_other_desk_is_no_choice(browser: Client, europe_desk: Desk) -> None:
    (problem,) = problems(sent(browser, meeting(browser, desk=europe_desk.reference)))
    assert problem.startswith("Desk: ")
    assert Meeting.objects.count() == 0


def test_level_above_ones_own_is_no_choice(browser: Client) -> None:
    (problem,) = problems(
        sent(browser, meeting(browser, classification=str(RESTRICTED)))
    )
    assert problem.startswith("Classification: ")


@pytest.mark.parametrize(
    "box",
    [
        "title",
        "agenda",
        "date",
        "series",
        "place",
        "time_zone",
        "participants-0-label",
        "participants-0-person",
        "outcomes-0-title",
        "source-title",
    ],
)
def test_character_that_no_text_can_hold_is_refused(browser: Client, box: str) -> None:
    data = meeting(browser) | {box: "a\0b", f"{box}-words": "a\0b"}
    assert problems(sent(browser, data)) != []
    assert Meeting.objects.count() == 0


def test_null_characters_in_questions_find_nothing(browser: Client) -> None:
    make_person(name="Anna")
    finder = reverse("admin:find_record")
    asked = {"model": "partners.person", "term": "\0", "reference": "A\0", "on": "\0"}
    assert browser.get(finder, asked).json() == {"results": []}
    similar = {"title": "\0", "date": "\0", "series": "\0", "ordinal": "\0"}
    response = browser.get(page("similar"), similar | {"partner": "\0"})
    assert response.json() == {"results": []}
    assert browser.get(page("names"), {"name": "\0"}).json() == {"results": []}
    assert browser.get(page(), {"series": "\0", "title": "a\0"}).status_code == 200


def test_script_in_every_text_is_shown_as_text(browser: Client) -> None:
    script = "<script>alert(1)</script>"
    names = ["title", "agenda", "series-words", "participants-0-label"]
    names += ["outcomes-0-title", "source-title", "time_zone", "outcomes-0-promisors"]
    data = meeting(browser) | dict.fromkeys(names, script) | {"date": script}
    html = sent(browser, data).content.decode()
    assert script not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


@pytest.mark.parametrize("prefix", ["partners", "participants", "outcomes", "events"])
def test_more_rows_than_a_meeting_has_are_refused(browser: Client, prefix: str) -> None:
    data = meeting(browser) | {f"{prefix}-TOTAL_FORMS": "1000000"}
    for row in range(205):
        data[f"{prefix}-{row}-role"] = "head"
        data[f"{prefix}-{row}-title"] = data[f"{prefix}-{row}-note"] = "x"
    assert any("at most 200" in one for one in problems(sent(browser, data)))
    assert Meeting.objects.count() == 0


def test_forged_counts_of_rows_are_refused(browser: Client) -> None:
    data = meeting(browser) | {"participants-TOTAL_FORMS": "many"}
    assert problems(sent(browser, data)) != []
    assert Meeting.objects.count() == 0
