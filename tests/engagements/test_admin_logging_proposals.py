"""What the page proposes: from the series, from a line, from a person and a day."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from chancery.models import User
from engagements.models import Commitment, Meeting, MeetingSeries
from partners.models import Desk
from tests.admin_builders import signed_in
from tests.admin_pages import form_data
from tests.builders import (
    make_home,
    make_meeting,
    make_meeting_partner,
    make_participation,
    make_partner,
    make_person,
    make_person_name,
    make_place,
    make_post,
    make_series,
    make_series_party,
    make_tenure,
)
from tests.engagements.log_pages import blank, meeting, page, picked, problems, sent


@pytest.fixture
def browser(alice: User) -> Client:
    return signed_in(alice)


@pytest.fixture
def committee(mongolia_desk: Desk) -> MeetingSeries:
    return make_series(
        desk=mongolia_desk, name="Joint Committee", title_pattern="{ordinal} Committee"
    )


def _session(series: MeetingSeries, ordinal: int, **values: Any) -> Meeting:  # noqa: ANN401 - fields of the meeting
    return make_meeting(
        series=series,
        ordinal=ordinal,
        desk=series.desk,
        status="held",
        date=f"20{10 + ordinal}",
        **values,
    )


def test_series_proposes_the_next_session(
    browser: Client, committee: MeetingSeries
) -> None:
    korea, mongolia = make_home(), make_partner()
    for partner in (korea, mongolia):
        make_series_party(series=committee, partner=partner)
    last = _session(committee, 11, level="ministers", mode="virtual")
    person, post = make_person(partner=mongolia), make_post(partner=mongolia)
    make_tenure(person=person, post=post, start="2000")
    make_participation(
        meeting=last, person=person, post=post, partner=mongolia, role="head", label=""
    )
    make_participation(meeting=last, label="An interpreter")
    data = blank(browser, series=committee.reference, date="2023-06-26")
    assert {name: data[name] for name in ("series", "ordinal", "title", "kind")} == {
        "series": committee.reference,
        "ordinal": "12",
        "title": "12th Committee",
        "kind": "joint_committee",
    }
    assert (data["level"], data["mode"]) == ("ministers", "virtual")
    assert [data[f"partners-{row}-partner"] for row in (0, 1)] == [
        korea.reference,
        mongolia.reference,
    ]
    assert (
        data["participants-0-person"],
        data["participants-0-post"],
        data["participants-0-role"],
        data["participants-1-label"],
    ) == (person.reference, post.reference, "head", "An interpreter")
    response = sent(browser, data | {"begins_as": "held"})
    assert response.status_code == 302, problems(response)
    made = Meeting.objects.get(ordinal=12)
    assert made.participations.count() == 2
    assert made.meeting_partners.count() == 2


def test_sessions_that_change_places_go_back(
    browser: Client, committee: MeetingSeries
) -> None:
    seoul, ulaanbaatar = make_place(), make_place(time_zone="Asia/Ulaanbaatar")
    _session(committee, 1, place=seoul)
    _session(committee, 2, place=ulaanbaatar)
    _session(committee, 3, place=seoul)
    data = blank(browser, series=committee.reference)
    assert data["place"] == ulaanbaatar.reference


def test_single_session_tells_nothing_of_the_next_place(
    browser: Client, committee: MeetingSeries
) -> None:
    _session(committee, 1, place=make_place())
    assert blank(browser, series=committee.reference)["place"] == ""


def test_proposal_says_that_somebody_has_left_the_post(
    browser: Client, committee: MeetingSeries
) -> None:
    last = _session(committee, 1)
    person, old, new = make_person(), make_post(title="Envoy"), make_post(title="Chief")
    make_tenure(person=person, post=old, start="2000", end="2015-03-31")
    make_tenure(person=person, post=new, start="2015-04-01")
    make_participation(meeting=last, person=person, post=old, label="")
    gone = make_person(name="Gone Home")
    make_tenure(person=gone, post=old, start="1999", end="2000", is_acting=True)
    make_participation(meeting=last, person=gone, post=old, label="")
    response = browser.get(
        page(), {"series": committee.reference, "date": "2023-06-26"}
    )
    data = form_data(response)
    assert data["participants-0-post"] == new.reference
    assert data["participants-1-post"] == ""
    rows = response.context["sheet"].participants.forms
    assert rows[0].said == f"Was {old} last time; that ended 31 March 2015."
    assert rows[1].said == f"Was {old} last time; that ended 2000."


def test_session_is_numbered_as_its_language_counts(
    browser: Client, mongolia_desk: Desk
) -> None:
    series = make_series(desk=mongolia_desk, title_pattern="제{ordinal}차 공동위")
    _session(series, 7)
    assert blank(browser, series=series.reference)["title"] == "제8차 공동위"


def test_page_costs_the_same_whatever_the_series_brings(
    browser: Client, committee: MeetingSeries
) -> None:
    counts = []
    for number in (1, 3):
        series = make_series(desk=committee.desk)
        last = _session(series, 1, place=make_place())
        for _ in range(number):
            partner = make_partner()
            make_series_party(series=series, partner=partner)
            make_meeting_partner(meeting=last, partner=partner)
            person = make_person(partner=partner)
            make_tenure(person=person, post=make_post(), start="2000", end="2010")
            make_participation(
                meeting=last,
                person=person,
                post=make_post(),
                partner=partner,
                label="",
            )
        with CaptureQueriesContext(connection) as asked:
            browser.get(page(), {"series": series.reference})
        counts.append(len(asked))
    assert counts[0] == counts[-1]


def test_lines_become_rows_with_their_proposals_marked(browser: Client) -> None:
    lines = (
        "- Both agreed on closer consular work #8\n\n"
        "2) 한국측은 광물 분야 협력을 요청\n"
        "Something else"
    )
    response = browser.post(
        page(), meeting(browser, outcome_lines=lines) | {"_split": "1"}
    )
    rows = response.context["sheet"].outcomes.forms
    assert [
        {name: row[name].value() for name in ("title", "wording", "side", "sector")}
        for row in rows[:3]
    ] == [
        {
            "title": "Both agreed on closer consular work",
            "wording": "agreed",
            "side": "mutual",
            "sector": "consular",
        },
        {
            "title": "한국측은 광물 분야 협력을 요청",
            "wording": "requested",
            "side": None,
            "sector": "minerals",
        },
        {"title": "Something else", "wording": None, "side": None, "sector": None},
    ]
    assert rows[0]["paragraph"].value() == 8
    assert sorted(rows[0].proposed_names) == ["kind", "sector", "side", "wording"]
    assert form_data(response)["title"] == "Consultations"
    assert Meeting.objects.count() == 0


def test_lines_left_over_are_never_lost(browser: Client) -> None:
    data = meeting(browser, outcome_lines="Both agreed on visas")
    response = sent(browser, data)
    assert response.status_code == 200
    assert form_data(response)["outcomes-0-title"] == "Both agreed on visas"
    assert Meeting.objects.count() == Commitment.objects.count() == 0


def test_five_thousand_lines_are_refused_and_kept(browser: Client) -> None:
    lines = "\n".join(f"Line {number}" for number in range(5000))
    response = sent(browser, meeting(browser, outcome_lines=lines))
    data = form_data(response)
    assert data["outcome_lines"].splitlines() == lines.splitlines()
    (message,) = [str(one) for one in response.context["messages"]]
    assert message == "At most 200 outcomes fit on one page. Nothing was saved."
    assert Meeting.objects.count() == 0


@pytest.mark.usefixtures("committee")
def test_known_facts_are_filled_in_without_scripts(browser: Client) -> None:
    mongolia = make_partner(short_name="Mongolia")
    person, post = make_person(partner=mongolia), make_post(partner=mongolia)
    make_tenure(person=person, post=post, start="2000")
    place = make_place(time_zone="Asia/Ulaanbaatar", name="Ulaanbaatar")
    data = meeting(browser) | picked("participants-0-person", person)
    data |= {"place": "", "place-words": "ulaanb", "series-words": "joint comm"}
    response = browser.post(page(), data | {"_fill": "1"})
    filled = form_data(response)
    assert filled["participants-0-post"] == post.reference
    assert filled["participants-0-partner"] == mongolia.reference
    assert filled["time_zone"] == place.time_zone
    assert (filled["title"], filled["ordinal"]) == ("Consultations", "1")


def _offered(client: Client, **query: str) -> list[dict[str, Any]]:
    response = client.get(reverse("admin:find_record"), query)
    assert response.status_code == 200
    found: list[dict[str, Any]] = response.json()["results"]
    return found


@pytest.mark.parametrize(
    "words", ["Lee Dohoon", "dohoon", "이도훈", "Lee Do-hoon", "Yi To-hun", "Дохун"]
)
def test_person_is_found_by_every_spelling(browser: Client, words: str) -> None:
    person = make_person(name="Lee Dohoon")
    for text in ("이도훈", "Yi To-hun", "Ли Дохун"):
        make_person_name(person=person, text=text)
    make_person(name="Park Jin")
    found = _offered(browser, model="partners.person", term=words)
    assert [one["id"] for one in found] == [person.reference]


def test_person_brings_the_side_and_the_post_of_that_day(browser: Client) -> None:
    mongolia = make_partner(short_name="Mongolia", iso_alpha3="MNG")
    person = make_person(partner=mongolia)
    then, now = make_post(partner=mongolia), make_post(partner=mongolia)
    make_tenure(person=person, post=then, start="2017", end="2021-06-25")
    make_tenure(person=person, post=now, start="2021-06-25")
    ask = {"model": "partners.person", "reference": person.reference}
    (on_day,) = _offered(browser, **ask, on="18 Jan 2018")
    assert on_day["partner"] == {"id": mongolia.reference, "text": "Mongolia (MNG)"}
    assert on_day["posts"] == [{"id": then.reference, "text": str(then), "said": ""}]
    (later,) = _offered(browser, **ask, on="2021-09-10")
    assert [post["id"] for post in later["posts"]] == [now.reference]
    (before,) = _offered(browser, **ask, on="1990")
    assert (before["posts"], before["hint"]) == ([], "no post on record that day")


def test_post_that_is_not_certain_that_day_is_said_to_be(browser: Client) -> None:
    person, post = make_person(), make_post()
    make_tenure(person=person, post=post, start="../2023-06-26", end="2023-06-30/..")
    ask = {"model": "partners.person", "reference": person.reference}
    (found,) = _offered(browser, **ask, on="2025-01-01")
    assert found["posts"][0]["said"] == (
        "Not certain on that day; on record the tenure ends: 30 June 2023 or later."
    )
    (then,) = _offered(browser, **ask, on="2023-06-28")
    assert then["posts"][0]["said"] == ""


def test_finding_people_costs_the_same_whatever_is_found(browser: Client) -> None:
    counts = []
    for number in (1, 3):
        name = f"Bat{number}"
        for _ in range(number):
            person = make_person(name=name, partner=make_partner())
            make_tenure(person=person, post=make_post(), start="2000")
        with CaptureQueriesContext(connection) as asked:
            found = _offered(browser, model="partners.person", term=name)
        assert len(found) == number
        counts.append(len(asked))
    assert counts[0] == counts[-1]
