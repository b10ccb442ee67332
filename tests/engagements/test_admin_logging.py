"""Logging a whole meeting on one page: what it writes, and that it is one act."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from chancery.models import User
from engagements.models import (
    AgreementEvent,
    Commitment,
    EngagementsCitation,
    Meeting,
    Participation,
)
from partners.models import Desk, Institution, Person, Post, Tenure
from seeds.models import Source
from tests.admin_builders import signed_in
from tests.builders import (
    make_agreement,
    make_home,
    make_meeting,
    make_partner,
    make_person,
    make_place,
    make_post,
    make_source,
)
from tests.engagements.log_pages import blank, meeting, page, picked, problems, sent


@pytest.fixture
def browser(alice: User) -> Client:
    return signed_in(alice)


def _only() -> Meeting:
    return Meeting.objects.get(title="Consultations")


def test_whole_meeting_is_logged_as_one_act(
    browser: Client, mongolia_desk: Desk, alice: User
) -> None:
    korea, mongolia = make_home(), make_partner(short_name="Mongolia")
    place = make_place(time_zone="Asia/Ulaanbaatar")
    head = make_person(name="Lee Dohoon", partner=korea)
    post = make_post(partner=mongolia, title="Chief Cabinet Secretary")
    agreement = make_agreement(desk=mongolia_desk)
    data = (
        meeting(browser, starts="10:00", ends="12:30", agenda="Trade")
        | picked("place", place)
        | picked("partners-0-partner", korea)
        | picked("partners-1-partner", mongolia)
        | {"partners-0-role": "guest", "partners-1-role": "host"}
        | picked("participants-0-person", head)
        | {"participants-0-role": "co_chair", "participants-0-paragraph": "1"}
        | picked("participants-1-post", post)
        | picked("participants-1-partner", mongolia)
        | {
            "outcomes-0-title": "Closer consular work",
            "outcomes-0-wording": "agreed",
            "outcomes-0-side": "mutual",
            "outcomes-0-kind": "pending_issue",
            "outcomes-0-sector": "consular",
            "outcomes-0-due_date": "June 2024",
            "outcomes-0-paragraph": "8",
            "events-0-kind": "round_held",
            "events-0-paragraph": "4",
            "source-title": "Outcome of the meeting",
            "source-kind": "press_release",
            "source-published": "30 Jun 2023",
        }
        | picked("events-0-agreement", agreement)
        | picked("events-0-place", place)
    )
    response = sent(browser, data)
    assert response.status_code == 302, problems(response)
    made = _only()
    assert response["Location"] == reverse(
        "admin:engagements_meeting_change", args=[made.reference]
    )
    assert (made.status, made.desk, made.date) == ("held", mongolia_desk, "2023-06-26")
    assert (made.time_zone, str(made.starts_at)) == (
        "Asia/Ulaanbaatar",
        "2023-06-26 02:00:00+00:00",
    )
    assert set(made.meeting_partners.values_list("partner", "role")) == {
        (korea.pk, "guest"),
        (mongolia.pk, "host"),
    }
    rows = Participation.objects.filter(meeting=made).order_by("position")
    assert [(row.person, row.post, row.partner) for row in rows] == [
        (head, None, korea),
        (None, post, mongolia),
    ]
    commitment = Commitment.objects.get(origin_meeting=made)
    assert (commitment.status, commitment.due_date) == ("not_started", "2024-06")
    assert set(commitment.parties.values_list("side", "partner")) == {
        (side, partner.pk)
        for side in ("promisor", "promisee")
        for partner in (korea, mongolia)
    }
    event = AgreementEvent.objects.get(agreement=agreement)
    assert (event.meeting, event.action_date) == (made, "2023-06-26")
    assert list(event.places.all()) == [place]
    source = Source.objects.get()
    assert (source.published, source.language) == ("2023-06-30", "en")
    cited = EngagementsCitation.objects.order_by("pk")
    assert [(one.record, one.paragraph) for one in cited] == [
        (made, None),
        (rows[0], 1),
        (commitment, 8),
        (event, 4),
    ]
    assert {one.accepted_by for one in cited} == {alice}
    # One signature for all of it.
    written: list[tuple[Any, Any]] = [
        (Meeting, made),
        (Commitment, commitment),
        (Source, source),
    ]
    contexts = set()
    for model, row in written:
        history: Any = model._meta.get_field("history").related_model
        contexts.add(
            history.objects.filter(pgh_obj=row).latest("pgh_id").pgh_context_id
        )
    assert len(contexts) == 1


def test_refused_row_undoes_everything_and_is_marked(
    browser: Client, mongolia_desk: Desk
) -> None:
    agreement = make_agreement(desk=mongolia_desk)
    data = (
        meeting(browser)
        | {
            "outcomes-0-title": "A road",
            "outcomes-0-wording": "agreed",
            "outcomes-0-side": "named",
            "outcomes-0-promisors": '"Somebody"',
            "outcomes-0-kind": "project",
            "outcomes-0-sector": "infrastructure",
            "source-title": "Press release",
            "source-kind": "news",
            # It was never signed.
            "events-0-kind": "in_force",
        }
        | picked("events-0-agreement", agreement)
    )
    response = sent(browser, data)
    (problem,) = problems(response)
    assert problem.startswith("Agreement 1: “Entered into force” cannot happen")
    assert Meeting.objects.count() == Commitment.objects.count() == 0
    assert Source.objects.count() == AgreementEvent.objects.count() == 0
    # What was typed is kept.
    sheet = response.context["sheet"]
    assert sheet.outcomes.forms[0]["title"].value() == "A road"


def test_page_sent_twice_makes_one_meeting(browser: Client) -> None:
    data = meeting(browser)
    first = sent(browser, data)
    second = sent(browser, data)
    assert first["Location"] == second["Location"]
    assert Meeting.objects.count() == 1


def test_refused_page_may_be_sent_again_with_its_token(browser: Client) -> None:
    data = meeting(browser)
    assert problems(sent(browser, data | {"date": ""})) == [
        "Date: Give a date, if only the year: “2023” or “June 2023”."
    ]
    assert sent(browser, data).status_code == 302


def test_new_person_post_and_institution_are_entered_with_the_meeting(
    browser: Client, mongolia_desk: Desk
) -> None:
    mongolia = make_partner(short_name="Mongolia")
    data = (
        meeting(browser, classification="1")
        | picked("participants-0-partner", mongolia)
        | {
            "participants-0-new_name": "Battsetseg Batmunkh",
            "participants-0-new_original": "Батмөнхийн Батцэцэг",
            "participants-0-new_post": "Minister of Foreign Affairs",
            "participants-0-new_institution": "Ministry of Foreign Affairs",
        }
    )
    response = sent(browser, data)
    assert response.status_code == 302, problems(response)
    person, post = Person.objects.get(), Post.objects.get()
    institution, tenure = Institution.objects.get(), Tenure.objects.get()
    row = Participation.objects.get()
    assert (row.person, row.post) == (person, post)
    assert post.institution == institution
    assert [(name.text, name.script) for name in person.names.all()] == [
        ("Батмөнхийн Батцэцэг", "Cyrl")
    ]
    assert (tenure.start, tenure.end) == ("../2023-06-26", "2023-06-26/..")
    assert {
        (one.desk, one.classification) for one in (person, post, institution, tenure)
    } == {(mongolia_desk, 1)}


def test_two_newcomers_of_one_new_institution_share_it(browser: Client) -> None:
    mongolia = make_partner(short_name="Mongolia")
    data = meeting(browser)
    for row, name in enumerate(("Anu Bold", "Temur Davaa")):
        data |= picked(f"participants-{row}-partner", mongolia) | {
            f"participants-{row}-new_name": name,
            f"participants-{row}-new_post": f"Director {row}",
            f"participants-{row}-new_institution": "Agency for Trees",
        }
    response = sent(browser, data)
    assert response.status_code == 302, problems(response)
    assert (Person.objects.count(), Post.objects.count()) == (2, 2)
    assert Institution.objects.count() == 1


def test_new_person_of_a_known_spelling_is_asked_about(browser: Client) -> None:
    korea = make_home()
    known = make_person(name="Lee Dohoon", partner=korea)
    data = (
        meeting(browser)
        | picked("participants-0-partner", korea)
        | {"participants-0-new_name": "Lee Do-hoon"}
    )
    response = sent(browser, data)
    (problem,) = problems(response)
    assert problem == (
        "Participant 1 · Name of the new person: “Lee Do-hoon” may be on record"
        " already. Choose below."
    )
    assert f'value="{known.reference}"' in response.content.decode()
    key = "participants-0-instead_person"
    assert sent(browser, data | {key: known.reference}).status_code == 302
    assert Participation.objects.get().person == known
    assert Person.objects.count() == 1


def test_new_person_who_is_somebody_else_is_entered(browser: Client) -> None:
    korea = make_home()
    make_person(name="Lee Dohoon", partner=korea)
    data = (
        meeting(browser)
        | picked("participants-0-partner", korea)
        | {
            "participants-0-new_name": "Lee Do-hoon",
            "participants-0-instead_person": "new",
        }
    )
    assert sent(browser, data).status_code == 302
    assert Person.objects.filter(name="Lee Do-hoon").count() == 1


def test_participant_without_a_name_is_described(browser: Client) -> None:
    data = meeting(browser, **{"participants-0-label": "Ambassador of Kazakhstan"})
    assert sent(browser, data).status_code == 302
    assert str(Participation.objects.get()) == "Ambassador of Kazakhstan"


def test_row_that_was_struck_out_counts_for_nothing(browser: Client) -> None:
    data = meeting(browser) | {
        "participants-0-label": "Somebody",
        "participants-0-DELETE": "on",
        "outcomes-0-title": "No wording",
        "outcomes-0-DELETE": "on",
    }
    assert sent(browser, data).status_code == 302
    assert Participation.objects.count() == Commitment.objects.count() == 0


def test_every_gap_is_named_with_its_place(browser: Client) -> None:
    data = meeting(browser) | {
        "outcomes-0-title": "A road",
        "outcomes-0-paragraph": "5",
        "participants-0-role": "head",
        "events-0-kind": "signed",
        "source-publisher": "A ministry",
        "title": "",
    }
    assert problems(sent(browser, data)) == [
        "Title: This field is required.",
        "Participant 1 · Person: Name a person, a post, or describe who it was.",
        "Outcome 1 · Wording: Say how it was said.",
        "Outcome 1 · Who is to do it: Say who is to do it.",
        "Outcome 1 · Type: Choose its type.",
        "Outcome 1 · Sector: Choose its sector.",
        "Agreement 1 · Agreement: Name the agreement.",
        "Source · Title of the new source: A new source needs its title.",
        "Source · Kind of document: Say what kind of document it is.",
    ]
    assert Meeting.objects.count() == 0


def test_paragraph_without_a_source_is_refused_beside_it(browser: Client) -> None:
    data = meeting(browser) | {
        "participants-0-label": "Somebody",
        "participants-0-paragraph": "3",
    }
    assert problems(sent(browser, data)) == [
        "Participant 1 · ¶: Name its source below."
    ]


def test_source_on_record_is_cited(browser: Client) -> None:
    source = make_source()
    data = meeting(browser, **{"source-paragraph": "2"}) | picked(
        "source-source", source
    )
    assert sent(browser, data).status_code == 302
    citation = EngagementsCitation.objects.get()
    assert (citation.source, citation.paragraph) == (source, 2)
    assert citation.record == _only()


def test_outcome_owner_is_who_is_in_charge_of_the_meeting(
    browser: Client, alice: User
) -> None:
    make_home()
    data = (
        meeting(browser)
        | picked("partners-0-partner", make_partner())
        | {
            "outcomes-0-title": "Training",
            "outcomes-0-wording": "requested",
            "outcomes-0-side": "ours",
            "outcomes-0-kind": "development",
            "outcomes-0-sector": "minerals",
        }
    )
    response = sent(browser, data)
    assert response.status_code == 302, problems(response)
    commitment = Commitment.objects.get()
    assert commitment.owner is not None
    assert commitment.owner.user == alice
    assert commitment.status == "noted"


def test_saving_may_lead_on_to_the_open_items(browser: Client) -> None:
    response = browser.post(page(), meeting(browser) | {"_carry": "1"})
    assert response["Location"] == reverse(
        "admin:engagements_meeting_carry_over", args=[_only().reference]
    )


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"starts": "10:00"}, "Time zone of the place: A time of day needs the"),
        (
            {"starts": "10:00", "time_zone": "Seoul"},
            "Time zone of the place: “Seoul” is no time zone.",
        ),
        (
            {"starts": "10:00", "time_zone": "Asia/Seoul", "date": "2023-06"},
            "Date: A time of day needs a whole date",
        ),
        (
            {"starts": "10:00", "ends": "09:00", "time_zone": "Asia/Seoul"},
            "Ends: The meeting ends before it starts.",
        ),
        (
            # Clocks there went from 2 to 3 in the night to 26 March 2023.
            {"starts": "02:30", "time_zone": "Europe/Berlin", "date": "2023-03-26"},
            "Starts: Clocks there skipped this time on that day.",
        ),
        ({"ordinal": "7"}, "Series: A session number needs its series."),
        ({"date": "01/12/2023"}, "Date: "),
        ({"begins_as": "cancelled"}, "Status: "),
        ({"title": "x" * 301}, "Title: "),
        ({"classification": "9"}, "Classification: "),
    ],
)
def test_what_cannot_be_is_refused_beside_its_box(
    browser: Client, wrong: dict[str, str], message: str
) -> None:
    (problem, *_more) = problems(sent(browser, meeting(browser) | wrong))
    assert problem.startswith(message)
    assert Meeting.objects.count() == 0


def test_reader_may_not_open_the_page(carol: User) -> None:
    client = signed_in(carol)
    assert client.get(page()).status_code == 403
    assert client.get(page("similar")).status_code == 403
    assert client.get(page("names")).status_code == 403


def test_page_leads_back_and_the_stock_page_stays(browser: Client) -> None:
    html = browser.get(page()).content.decode()
    assert reverse("admin:engagements_meeting_add") in html
    assert browser.get(reverse("admin:engagements_meeting_add")).status_code == 200
    listed = browser.get(reverse("admin:engagements_meeting_changelist"))
    assert f'href="{page()}"' in listed.content.decode()
    assert f'href="{page()}"' in browser.get(reverse("admin:index")).content.decode()


def test_new_page_has_the_users_own_desk_and_officer(
    browser: Client, mongolia_desk: Desk, alice: User
) -> None:
    make_meeting(desk=mongolia_desk, classification=1)
    data: dict[str, Any] = blank(browser)
    assert data["desk"] == mongolia_desk.reference
    assert data["owner"] == alice.officer.reference
    assert data["classification"] == "1"


@pytest.mark.parametrize(
    ("day", "zone"),
    [
        ("0001-01-01", "Asia/Seoul"),
        ("9999-12-31", "America/New_York"),
        ("9999-12-31", "UTC"),
    ],
)
def test_time_at_the_ends_of_the_calendar_is_refused(
    browser: Client, day: str, zone: str
) -> None:
    data = meeting(browser, date=day, time_zone=zone, starts="23:00")
    if day.startswith("0"):
        data["starts"] = "00:00"
    assert problems(sent(browser, data)) == [
        "Starts: No clock can show a time in this year. Correct the date."
    ]
    assert not Meeting.objects.exists()


def test_parties_of_many_outcomes_are_looked_up_once(browser: Client) -> None:
    make_home(short_name="Korea")
    make_partner(short_name="Mongolia")
    costs = []
    for number in (1, 3):
        data = meeting(browser, kind="")
        data["outcomes-TOTAL_FORMS"] = str(number)
        for row in range(number):
            data |= {
                f"outcomes-{row}-title": f"Build road {row}",
                f"outcomes-{row}-side": "named",
                f"outcomes-{row}-promisors": "Mongolia; " * 50,
                f"outcomes-{row}-promisees": "Korea",
            }
        with CaptureQueriesContext(connection) as queries:
            assert sent(browser, data).status_code == 200
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_line_of_many_blanks_is_read_at_once(browser: Client) -> None:
    line = f"Build{' ' * 90_000}a road ¶5"
    response = browser.post(
        page(),
        blank(browser, outcome_lines="") | {"outcome_lines": line, "_split": "1"},
    )
    row = response.context["sheet"].outcomes.forms[0]
    assert row["paragraph"].value() == 5


def test_outcomes_beyond_measure_are_refused(browser: Client) -> None:
    data = meeting(browser, outcome_lines="a" * 100_001)
    said = "Ensure this value has at most 100000 characters (it has 100001)."
    assert problems(sent(browser, data)) == [f"Outcomes, one per line: {said}"]
    assert not Meeting.objects.exists()
