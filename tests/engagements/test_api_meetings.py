"""Meetings over the API: what a detail holds, what is hidden, what is found."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chancery.models import User
from engagements.models import Meeting
from tests.api_builders import get, references, rows
from tests.builders import (
    make_agreement,
    make_commitment,
    make_engagements_citation,
    make_event,
    make_meeting,
    make_meeting_partner,
    make_mention,
    make_participation,
    make_partner,
    make_person,
    make_place,
    make_post,
    make_relation_basis,
    make_series,
    make_series_party,
    make_source,
    make_status_change,
    make_update,
)
from tests.cast import RESTRICTED


@pytest.fixture
def reader(client: Client, carol: User) -> Client:
    client.force_login(carol)
    return client


def detail(client: Client, meeting: Meeting) -> dict[str, object]:
    shown: dict[str, object] = get(client, f"/meetings/{meeting.reference}/")
    return shown


def test_meeting_shows_who_was_there_what_was_said_and_where_it_says_so(
    reader: Client,
) -> None:
    mongolia = make_partner(short_name="Mongolia", iso_alpha3="MNG")
    committee = make_series(name="Joint Committee")
    meeting = make_meeting(
        reference="MTG-2023-0007",
        title="7th Joint Committee",
        series=committee,
        ordinal=7,
        status="held",
        date="2023-06-26",
        place=make_place(name="Ulaanbaatar"),
        partners=[mongolia],
    )
    minister = make_post(partner=mongolia, title="Vice Minister")
    person = make_person(name="Gombosuren Amartuvshin")
    participation = make_participation(
        meeting=meeting,
        person=person,
        post=minister,
        label="",
        partner=mongolia,
        role="co_chair",
    )
    commitment = make_commitment(
        title="Open talks", wording="agreed", due_date="2023-12"
    )
    mention = make_mention(commitment=commitment, meeting=meeting, kind="made")
    source = make_source(title="Joint press release")
    for cited in (
        {"meeting": meeting},
        {"participation": participation},
        {"mention": mention},
    ):
        make_engagements_citation(source=source, paragraph=2, **cited)
    shown = get(reader, "/meetings/MTG-2023-0007/")
    assert shown["title"] == "7th Joint Committee"
    assert (shown["series"]["title"], shown["ordinal"]) == ("Joint Committee", 7)
    assert shown["place"]["title"] == "Ulaanbaatar"
    assert shown["date_earliest"] == shown["date_latest"] == "2023-06-26"
    assert [row["partner"]["title"] for row in shown["partners"]] == ["Mongolia"]
    (there,) = shown["participations"]
    assert there["person"]["title"] == "Gombosuren Amartuvshin"
    assert (there["post"]["title"], there["role"]) == ("Vice Minister", "co_chair")
    (said,) = shown["mentions"]
    assert (said["reference"], said["kind"]) == (mention.reference, "made")
    assert said["commitment"] == {
        "reference": commitment.reference,
        "title": "Open talks",
        "wording": "agreed",
        "status": "noted",
        "due_date": "2023-12",
        "due_date_earliest": "2023-12-01",
        "due_date_latest": "2023-12-31",
        "is_overdue": False,
    }
    for place in (shown, there, said):
        (citation,) = place["citations"]
        assert citation["source"]["title"] == "Joint press release"
        assert citation["paragraph"] == 2


def test_meeting_shows_moves_parts_and_what_came_of_it(reader: Client) -> None:
    visit = make_meeting(kind="visit", title="State visit")
    summit = make_meeting(parent=visit, parent_relation="inside", title="Summit")
    make_status_change(meeting=visit)
    event = make_event(meeting=visit, action_date="2023-06-26")
    basis = make_relation_basis(meeting=visit)
    update = make_update(meeting=visit)
    shown = get(reader, f"/meetings/{visit.reference}/")
    (move,) = shown["status_changes"]
    assert (move["from_status"], move["to_status"]) == ("proposed", "scheduled")
    assert (move["old_date"], move["new_date"]) == ("", "2023-06-26")
    assert [row["title"] for row in shown["meetings_in_it"]] == ["Summit"]
    assert [row["reference"] for row in shown["agreement_events"]] == [event.reference]
    (rests,) = shown["relation_bases"]
    assert rests["step"]["reference"] == basis.step.reference
    assert shown["progress_updates"] == [{"reference": update.reference, "title": ""}]
    inside = get(reader, f"/meetings/{summit.reference}/")
    assert inside["parent"]["title"] == "State visit"
    assert inside["parent_relation"] == "inside"


def test_what_is_hidden_leaves_no_trace_in_a_meeting(reader: Client) -> None:
    bare = make_meeting(date="2023-06-26")
    plain = detail(reader, bare)
    secret: Any = {"classification": RESTRICTED}
    meeting = make_meeting(
        date="2023-06-26",
        desk=bare.desk,
        series=make_series(**secret),
        ordinal=7,
        place=make_place(**secret),
        venue=make_place(**secret),
        host=make_partner(**secret),
        parent=make_meeting(**secret),
        parent_relation="margins",
        partners=[make_partner(**secret)],
    )
    make_participation(meeting=meeting, person=make_person(**secret))
    make_mention(meeting=meeting, commitment=make_commitment(**secret))
    make_engagements_citation(meeting=meeting, source=make_source(**secret))
    make_event(agreement=make_agreement(**secret), meeting=meeting)
    make_update(commitment=make_commitment(**secret), meeting=meeting)
    make_meeting(parent=meeting, parent_relation="inside", **secret)
    shown = detail(reader, meeting)
    for name in ("reference", "created_at", "updated_at"):
        shown.pop(name)
        plain.pop(name)
    assert shown == plain


def test_role_without_a_right_to_people_sees_none(reader: Client, carol: User) -> None:
    meeting = make_meeting()
    make_participation(meeting=meeting, person=make_person())
    group = carol.groups.get()
    group.permissions.remove(*group.permissions.filter(codename="view_person"))
    (there,) = get(reader, f"/meetings/{meeting.reference}/")["participations"]
    assert there["person"] is None


def test_meeting_is_found_by_partner_person_and_series(reader: Client) -> None:
    mongolia = make_partner(iso_alpha3="MNG")
    person = make_person()
    committee = make_series()
    meeting = make_meeting(
        partners=[mongolia], series=committee, ordinal=7, date="2023-06"
    )
    make_participation(meeting=meeting, person=person)
    make_meeting(partners=[make_partner(iso_alpha3="KAZ")], date="2023-07")
    for question in (
        {"partner": "MNG"},
        {"partner": mongolia.reference},
        {"person": person.reference},
        {"series": committee.reference, "ordinal": 7},
        {"date": "2023-06-26"},
        {"date_before": "2023-07-01"},
    ):
        assert references(reader, "/meetings/", **question) == [meeting.reference]
    assert len(references(reader, "/meetings/", partner="MNG,KAZ")) == 2
    assert references(reader, "/meetings/", ordinal=99999999) == []


def test_participation_of_a_hidden_person_is_no_way_to_a_meeting(
    reader: Client,
) -> None:
    person = make_person()
    meeting = make_meeting()
    make_participation(
        meeting=meeting, person=person, post=make_post(classification=RESTRICTED)
    )
    assert references(reader, "/meetings/", person=person.reference) == []


def test_newest_meeting_comes_first_and_undated_ones_last(reader: Client) -> None:
    made = [
        make_meeting(date=date).reference for date in ("2021", "", "2023-06-26", "2023")
    ]
    order = [made[3], made[2], made[0], made[1]]
    assert references(reader, "/meetings/") == order


def test_series_shows_parties_and_sessions_in_order(reader: Client) -> None:
    committee = make_series()
    party = make_series_party(series=committee)
    for ordinal in (7, 6):
        make_meeting(series=committee, ordinal=ordinal)
    make_meeting(series=committee, ordinal=8, classification=RESTRICTED)
    shown = get(reader, f"/meeting-series/{committee.reference}/")
    assert [row["ordinal"] for row in shown["meetings"]] == [6, 7]
    (shown_party,) = shown["parties"]
    assert shown_party["partner"]["reference"] == party.partner.reference
    (listed,) = rows(reader, "/meeting-series/", partner=party.partner.reference)
    assert listed["reference"] == committee.reference


def test_detail_costs_the_same_however_many_parts(reader: Client) -> None:
    meeting = make_meeting()

    def fill() -> None:
        make_meeting_partner(meeting=meeting)
        participation = make_participation(
            meeting=meeting, person=make_person(), post=make_post()
        )
        mention = make_mention(meeting=meeting, commitment=make_commitment())
        for cited in (
            {"meeting": meeting},
            {"participation": participation},
            {"mention": mention},
        ):
            make_engagements_citation(**cited)
        make_event(meeting=meeting)
        make_relation_basis(meeting=meeting)
        make_update(meeting=meeting)
        make_meeting(parent=meeting, parent_relation="inside")

    fill()
    with CaptureQueriesContext(connection) as one:
        detail(reader, meeting)
    fill()
    fill()
    with CaptureQueriesContext(connection) as three:
        shown = detail(reader, meeting)
    assert len(three) == len(one)
    assert len(shown["mentions"]) == 3  # type: ignore[arg-type]
