"""Agreements and initiatives over the API."""

import pytest
from django.test import Client

from chancery.models import User
from tests.api_builders import get, references, rows
from tests.builders import (
    make_agreement,
    make_agreement_link,
    make_agreement_party,
    make_commitment,
    make_engagements_citation,
    make_event,
    make_event_place,
    make_initiative,
    make_initiative_amount,
    make_initiative_partner,
    make_institution,
    make_meeting,
    make_partner,
    make_place,
    make_procedure_step,
    make_series,
)
from tests.cast import RESTRICTED


@pytest.fixture
def reader(client: Client, carol: User) -> Client:
    client.force_login(carol)
    return client


def test_agreement_shows_events_in_order_with_places_and_citations(
    reader: Client,
) -> None:
    agreement = make_agreement(title="Framework agreement on climate")
    party = make_agreement_party(agreement=agreement)
    signed = make_event(agreement=agreement, action_date="2022-08")
    in_force = make_event(
        agreement=agreement,
        kind="in_force",
        action_date="2023-06",
        effective_date="2023-06-15",
    )
    for name in ("Seoul", "Ulaanbaatar"):
        make_event_place(event=signed, place=make_place(name=name))
    make_engagements_citation(agreement_event=in_force, paragraph=5)
    make_procedure_step(agreement=agreement, step="state_council", is_required=True)
    shown = get(reader, f"/agreements/{agreement.reference}/")
    assert shown["status"] == "in_force"
    assert [row["kind"] for row in shown["events"]] == ["signed", "in_force"]
    places = [row["place"]["title"] for row in shown["events"][0]["places"]]
    assert places == ["Seoul", "Ulaanbaatar"]
    assert shown["events"][1]["effective_date_latest"] == "2023-06-15"
    assert [row["paragraph"] for row in shown["events"][1]["citations"]] == [5]
    assert [row["partner"]["reference"] for row in shown["parties"]] == [
        party.partner.reference
    ]
    assert [row["step"] for row in shown["procedure"]] == ["state_council"]


def test_agreement_shows_what_it_bears_on_and_what_follows(reader: Client) -> None:
    frame, protocol = make_agreement(title="Frame"), make_agreement(title="Protocol")
    make_agreement_link(agreement=protocol, other=frame)
    series = make_series(founding_agreement=frame)
    make_commitment(title="Report yearly", origin_agreement=frame)
    make_commitment(title="Ratify", about_agreement=frame)
    shown = get(reader, f"/agreements/{frame.reference}/")
    assert shown["links"] == []
    assert [row["agreement"]["title"] for row in shown["links_to_it"]] == ["Protocol"]
    assert [row["title"] for row in shown["founded_series"]] == [series.name]
    assert [row["title"] for row in shown["commitments"]] == ["Report yearly"]
    assert [row["title"] for row in shown["commitments_about"]] == ["Ratify"]


def test_act_for_a_hidden_party_is_hidden_and_not_for_all(reader: Client) -> None:
    agreement = make_agreement()
    make_event(agreement=agreement)
    hidden = make_partner(classification=RESTRICTED)
    make_event(agreement=agreement, kind="approved", party=hidden)
    secret = make_meeting(classification=RESTRICTED)
    make_event(agreement=agreement, kind="notes_exchanged", meeting=secret)
    shown = get(reader, f"/agreements/{agreement.reference}/")
    assert [row["kind"] for row in shown["events"]] == ["signed"]
    assert [row["kind"] for row in rows(reader, "/agreement-events/")] == ["signed"]


def test_agreement_is_found_by_party_agency_and_status(reader: Client) -> None:
    ministry = make_institution()
    agreement = make_agreement()
    make_agreement_party(
        agreement=agreement, partner=ministry.partner, institution=ministry
    )
    make_event(agreement=agreement)
    make_agreement()
    for question in (
        {"partner": ministry.partner.reference},
        {"institution": ministry.reference},
        {"status": "signed,in_force"},
    ):
        assert references(reader, "/agreements/", **question) == [agreement.reference]


def test_initiative_shows_partners_amounts_and_commitments(reader: Client) -> None:
    owner = make_partner(iso_alpha3="KOR")
    initiative = make_initiative(owner_partner=owner, start="2019-04")
    about = make_initiative_partner(initiative=initiative)
    make_initiative_amount(initiative=initiative, value="12.50", currency="KRW")
    commitment = make_commitment(initiative=initiative)
    make_initiative()
    shown = get(reader, f"/initiatives/{initiative.reference}/")
    assert shown["owner_partner"]["reference"] == owner.reference
    assert (shown["start_earliest"], shown["end"]) == ("2019-04-01", "")
    assert [row["partner"]["reference"] for row in shown["partners"]] == [
        about.partner.reference
    ]
    assert [(row["value"], row["currency"]) for row in shown["amounts"]] == [
        ("12.50", "KRW")
    ]
    assert [row["reference"] for row in shown["commitments"]] == [commitment.reference]
    for name in ("KOR", about.partner.reference):
        found = references(reader, "/initiatives/", partner=name)
        assert found == [initiative.reference]
