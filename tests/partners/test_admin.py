"""Partners and people in the admin."""

import pytest
from django.test import Client

from chancery.models import User
from engagements.models import RelationBasis
from partners.models import (
    Desk,
    Officer,
    OfficerDesk,
    Partner,
    RelationStep,
    Tenure,
)
from tests.admin_builders import address, page_of, signed_in
from tests.admin_pages import errors, form_data
from tests.builders import (
    make_meeting,
    make_membership,
    make_partner,
    make_partners_citation,
    make_person,
    make_post,
    make_relation_step,
    make_source,
    make_tenure,
    make_tier,
    make_user,
)


@pytest.fixture
def browser(alice: User) -> Client:
    return signed_in(alice)


def test_new_partner_needs_a_desk_of_ones_own(
    browser: Client, mongolia_desk: Desk
) -> None:
    new = address(Partner, "add")
    data = form_data(browser.get(new)) | {"kind": "state", "short_name": "Freedonia"}
    assert errors(browser.post(new, {**data, "desk": ""})) == [
        "This field is required."
    ]
    assert browser.post(new, data).status_code == 302
    partner = Partner.objects.get(short_name="Freedonia")
    assert (partner.desk, partner.reference) == (mongolia_desk, "PTR-0001")


def test_partner_of_nobody_is_for_administrators(dana: User) -> None:
    new = address(Partner, "add")
    browser = signed_in(dana)
    data = form_data(browser.get(new)) | {"kind": "state", "short_name": "Freedonia"}
    assert browser.post(new, data).status_code == 302
    assert Partner.objects.get(short_name="Freedonia").desk is None


def test_overlapping_tenure_is_refused_with_a_sentence(
    browser: Client, mongolia_desk: Desk
) -> None:
    post = make_post(desk=mongolia_desk)
    make_tenure(post=post, start="2020", end="2022", desk=mongolia_desk)
    person = make_person()
    data = form_data(browser.get(page_of(post))) | {
        "tenures-TOTAL_FORMS": "2",
        "tenures-1-person": str(person.pk),
        "tenures-1-start": "2021-01",
        "tenures-1-desk": str(mongolia_desk.pk),
    }
    (message,) = errors(browser.post(page_of(post), data))
    assert message.startswith("Somebody else holds this post at that time.")
    data["tenures-1-is_acting"] = "on"
    assert browser.post(page_of(post), data).status_code == 302
    assert Tenure.objects.filter(post=post).count() == 2


def test_partner_page_shows_its_relations_in_order(
    browser: Client, mongolia_desk: Desk
) -> None:
    mongolia = make_partner(desk=mongolia_desk, short_name="Mongolia")
    dprk = make_partner(short_name="DPRK")
    first = make_relation_step(first=mongolia, second=dprk, date="1948-10-15")
    second = make_relation_step(first=make_partner(), second=mongolia, date="1990")
    make_relation_step(first=mongolia, date="2021", classification=2)
    make_relation_step()
    panel = browser.get(page_of(mongolia)).context["panels"][0].context
    assert [row["step"] for row in panel["steps"]][:2] == [first, second]
    assert [str(row["other"]) for row in panel["steps"]][:2] == ["DPRK", "Ruritania"]


def test_members_are_shown_of_groups_only(browser: Client, mongolia_desk: Desk) -> None:
    group = make_partner(kind="group", desk=mongolia_desk)
    state = make_partner(desk=mongolia_desk)
    make_membership(group=group, member=state)
    shown = {
        partner.kind: [
            inline.formset.fk.name
            for inline in browser.get(page_of(partner)).context["inline_admin_formsets"]
        ]
        for partner in (group, state)
    }
    assert shown == {
        "group": ["partner", "member", "group", "partner"],
        "state": ["partner", "member", "partner"],
    }


def test_officer_is_made_with_desks(dana: User, mongolia_desk: Desk) -> None:
    user = make_user(username="greta")
    browser = signed_in(dana)
    new = address(Officer, "add")
    data = form_data(browser.get(new)) | {
        "user": str(user.pk),
        "clearance": "1",
        "officer_desks-TOTAL_FORMS": "1",
        "officer_desks-0-desk": str(mongolia_desk.pk),
    }
    response = browser.post(new, data)
    assert response.status_code == 302, errors(response)
    seat = OfficerDesk.objects.get(officer__user=user)
    assert (seat.desk, seat.officer.clearance) == (mongolia_desk, 1)


def test_step_of_relations_says_what_it_rests_on(
    browser: Client, mongolia_desk: Desk
) -> None:
    korea, mongolia = make_partner(), make_partner()
    meeting = make_meeting()
    new = address(RelationStep, "add")
    data = form_data(browser.get(new)) | {
        "first": str(korea.pk),
        "second": str(mongolia.pk),
        "tier": str(make_tier().pk),
        "date": "2021-09-10",
        "basis-TOTAL_FORMS": "1",
        "basis-0-meeting": str(meeting.pk),
    }
    response = browser.post(new, data)
    assert response.status_code == 302, errors(response)
    basis = RelationBasis.objects.get()
    assert (basis.meeting, basis.step.desk) == (meeting, mongolia_desk)


def test_record_shows_where_it_is_said(browser: Client, mongolia_desk: Desk) -> None:
    partner = make_partner(desk=mongolia_desk)
    source = make_source(title="A dispatch")
    make_partners_citation(
        partner=partner, source=source, paragraph=3, field="region", quote="far away"
    )
    make_partners_citation(
        partner=partner, source=source, paragraph=4, basis="inferred"
    )
    hidden = make_source(title="A secret cable", classification=2)
    make_partners_citation(partner=partner, source=hidden)
    make_partners_citation(partner=make_partner(), source=source)
    panel = browser.get(page_of(partner)).context["panels"][-1].context
    assert [
        (place.source, place.paragraph, place.basis)
        for place, _record in panel["places"]
    ] == [(source, 3, "stated"), (source, 4, "inferred"), (hidden, None, "stated")]
    text = browser.get(page_of(partner)).content.decode()
    assert "¶ 3" in text
    assert "far away" in text
    assert "inferred" in text


def test_citation_is_accepted_by_who_enters_it(
    browser: Client, alice: User, mongolia_desk: Desk
) -> None:
    partner = make_partner(desk=mongolia_desk)
    data = form_data(browser.get(page_of(partner))) | {
        "citations-TOTAL_FORMS": "1",
        "citations-0-source": str(make_source().pk),
        "citations-0-paragraph": "5",
        "citations-0-field": "short_name",
        "citations-0-basis": "stated",
    }
    response = browser.post(page_of(partner), data)
    assert response.status_code == 302, errors(response)
    citation = partner.citations.get()
    assert (citation.accepted_by, citation.field, citation.paragraph) == (
        alice,
        "short_name",
        5,
    )


def test_citation_of_an_unknown_field_is_refused(
    browser: Client, mongolia_desk: Desk
) -> None:
    partner = make_partner(desk=mongolia_desk)
    data = form_data(browser.get(page_of(partner))) | {
        "citations-TOTAL_FORMS": "1",
        "citations-0-source": str(make_source().pk),
        "citations-0-field": "password",
        "citations-0-basis": "stated",
    }
    (message,) = errors(browser.post(page_of(partner), data))
    assert message.startswith("Select a valid choice. password is not one")


def test_source_shows_what_it_is_cited_for(browser: Client, carol: User) -> None:
    source = make_source()
    seen = make_partner(short_name="Seen")
    make_partners_citation(partner=seen, source=source)
    make_partners_citation(
        partner=make_partner(short_name="Hidden", classification=2), source=source
    )
    panel = browser.get(page_of(source)).context["panels"][-1].context
    assert {str(record) for _place, record in panel["places"]} == {"Seen", "Hidden"}
    panel = signed_in(carol).get(page_of(source)).context["panels"][-1].context
    assert [record for _place, record in panel["places"]] == [seen]
