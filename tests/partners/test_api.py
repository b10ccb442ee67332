"""Partners, people, places and relations over the API."""

import pytest
from django.test import Client

from chancery.models import User
from partners.actions.merging import merge
from partners.models import Desk
from tests.api_builders import errors, get, references, rows
from tests.builders import (
    AT,
    make_indicator,
    make_institution,
    make_membership,
    make_partner,
    make_partner_name,
    make_partners_citation,
    make_person,
    make_person_name,
    make_place,
    make_post,
    make_relation_step,
    make_source,
    make_tenure,
)
from tests.cast import RESTRICTED


@pytest.fixture
def reader(client: Client, carol: User) -> Client:
    client.force_login(carol)
    return client


def test_partner_is_shown_with_names_groups_and_citations(reader: Client) -> None:
    mongolia = make_partner(short_name="Mongolia", iso_alpha3="MNG")
    make_partner_name(
        partner=mongolia, text="몽골", language="ko", script="Hang", form="short"
    )
    group = make_partner(kind="group", short_name="Northern partners")
    membership = make_membership(group=group, member=mongolia, since="2009")
    source = make_source(title="A press release")
    make_partners_citation(
        partner=mongolia,
        source=source,
        field="region",
        paragraph=3,
        quote="a northern neighbour",
        source_says="north",
    )
    shown = get(reader, f"/partners/{mongolia.reference}/")
    assert shown["iso_alpha3"] == "MNG"
    (name,) = shown["names"]
    assert (name["text"], name["since"], name["since_earliest"]) == ("몽골", "", None)
    (belongs,) = shown["memberships"]
    assert belongs["reference"] == membership.reference
    assert belongs["group"] == {
        "reference": group.reference,
        "title": "Northern partners",
    }
    assert (belongs["since"], belongs["since_latest"]) == ("2009", "2009-12-31")
    assert shown["members"] == []
    assert shown["citations"] == [
        {
            "source": {"reference": source.reference, "title": "A press release"},
            "field": "region",
            "paragraph": 3,
            "char_start": None,
            "char_end": None,
            "quote": "a northern neighbour",
            "basis": "stated",
            "source_says": "north",
            "note": "",
            "accepted_by": None,
            "accepted_at": None,
            "version": 1,
        }
    ]
    members = get(reader, f"/partners/{group.reference}/")["members"]
    assert [row["member"]["title"] for row in members] == ["Mongolia"]


def test_hidden_records_leave_no_trace_in_a_partner(reader: Client) -> None:
    partner = make_partner()
    secret = {"classification": RESTRICTED}
    make_membership(group=make_partner(kind="group", **secret), member=partner)
    make_partners_citation(partner=partner, source=make_source(**secret))
    successor = make_partner(**secret)
    type(partner).objects.filter(pk=partner.pk).update(successor=successor)
    shown = get(reader, f"/partners/{partner.reference}/")
    assert shown["memberships"] == shown["citations"] == []
    assert shown["successor"] is None
    assert rows(reader, "/group-memberships/") == []
    assert rows(reader, "/partner-citations/") == []


def test_archived_records_are_not_shown_inside_others(
    reader: Client, dana: User
) -> None:
    person = make_person()
    kept = make_tenure(person=person, start="2018")
    mistaken = make_tenure(person=person)
    type(mistaken).objects.filter(pk=mistaken.pk).update(
        archived_at=mistaken.created_at, archived_by=dana, archive_reason="Mistaken."
    )
    shown = get(reader, f"/people/{person.reference}/")
    assert [row["reference"] for row in shown["tenures"]] == [kept.reference]
    assert shown["tenures"][0]["post"]["title"] == kept.post.title


def test_parts_are_lists_without_details(reader: Client) -> None:
    name = make_person_name()
    (shown,) = rows(reader, "/person-names/", person=name.person.reference)
    assert shown["person"]["title"] == "Rudolf Rassendyll"
    assert "id" not in shown
    assert reader.get(f"/api/v1/person-names/{name.pk}/").status_code == 404


def test_partner_of_a_step_or_figure_is_found_on_either_side(reader: Client) -> None:
    mongolia = make_partner(iso_alpha3="MNG")
    korea = make_partner(iso_alpha3="KOR")
    step = make_relation_step(first=korea, second=mongolia, date="1990-03-26")
    make_relation_step()
    indicator = make_indicator(first=mongolia, value="1234567.8900", currency="USD")
    for name in ("MNG", "KOR"):
        assert references(reader, "/relation-steps/", partner=name) == [step.reference]
    (figure,) = rows(reader, "/indicators/", partner="MNG")
    assert figure["reference"] == indicator.reference
    assert figure["value"] == "1234567.8900"


def test_desk_is_shown_with_units_and_officers(
    reader: Client,
    alice: User,  # noqa: ARG001 - sits at the desk
    carol: User,
) -> None:
    type(carol).objects.filter(pk=carol.pk).update(first_name="Carol", last_name="Kim")
    shown = get(reader, f"/desks/{references(reader, '/desks/', code='mongolia')[0]}/")
    assert shown["parent"]["title"] == "Bureau for Northern and Central Asia"
    officers = sorted(row["officer"]["title"] for row in shown["officers"])
    assert officers == ["Carol Kim", "alice"]
    bureau = get(reader, f"/desks/{shown['parent']['reference']}/")
    assert [unit["title"] for unit in bureau["units"]] == ["Mongolia desk"]


def test_officer_is_shown_without_the_account(
    reader: Client,
    alice: User,  # noqa: ARG001 - is the officer
) -> None:
    officers = {row["name"]: row for row in rows(reader, "/officers/")}
    assert set(officers) == {"alice", "carol"}
    assert officers["alice"]["clearance"] == "restricted"
    (desk,) = officers["alice"]["desks"]
    assert desk["desk"]["title"] == "Mongolia desk"
    assert "user" not in officers["alice"]


def test_place_post_and_institution_show_what_belongs_to_them(reader: Client) -> None:
    city = make_place()
    hall = make_place(kind="venue", within=city)
    assert [
        row["reference"]
        for row in get(reader, f"/places/{city.reference}/")["places_in_it"]
    ] == [hall.reference]
    ministry = make_institution()
    bureau = make_institution(partner=ministry.partner, parent=ministry)
    post = make_post(partner=ministry.partner, institution=ministry)
    shown = get(reader, f"/institutions/{ministry.reference}/")
    assert [row["title"] for row in shown["parts_of_it"]] == [bureau.name]
    assert [row["title"] for row in shown["posts"]] == [post.title]
    tenure = make_tenure(post=post)
    held = get(reader, f"/posts/{post.reference}/")["tenures"]
    assert [row["reference"] for row in held] == [tenure.reference]


def test_account_of_a_hidden_officer_looks_like_none(
    reader: Client, alice: User, dana: User
) -> None:
    source = make_source()
    for person in (alice, dana):
        make_partners_citation(
            source=source, accepted_by=person, accepted_at=source.created_at
        )
    alice.officer.classification = RESTRICTED
    alice.officer.save()
    shown = rows(reader, "/partner-citations/", ordering="entered")
    assert [row["accepted_by"] for row in shown] == [
        None,
        {"reference": dana.officer.reference, "title": "dana"},
    ]
    hidden = alice.officer.reference
    assert errors(reader, "/partner-citations/", accepted_by=hidden) == {
        "accepted_by": f"There is no user “{hidden}” that you may see."
    }


def test_merged_record_redirects_to_the_one_that_stayed(
    client: Client, alice: User, carol: User, mongolia_desk: Desk
) -> None:
    kept, gone, hidden = (make_person(desk=mongolia_desk) for _ in range(3))
    secret = make_person(desk=mongolia_desk, classification=2)
    merge(kept, gone, by=alice, at=AT, reason="The same.")
    merge(secret, hidden, by=alice, at=AT, reason="The same.")
    client.force_login(carol)
    answer = client.get(f"/api/v1/people/{gone.reference}/")
    assert (answer.status_code, answer["Location"]) == (
        308,
        f"/api/v1/people/{kept.reference}/",
    )
    assert client.get(f"/api/v1/people/{hidden.reference}/").status_code == 404
    (shown,) = client.get("/api/v1/people/").json()["results"]
    assert (shown["reference"], shown["merged_into"]) == (kept.reference, None)
