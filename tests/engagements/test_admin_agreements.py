"""Agreements in the admin: what happened to them is recorded, never typed."""

import pytest
from django.test import Client

from chancery.models import User
from engagements.models import Agreement, AgreementEvent, ProcedureStep
from engagements.workflow import kinds_from
from partners.models import Desk
from tests.admin_builders import address, page_of, signed_in
from tests.admin_pages import errors, form_data
from tests.builders import make_agreement, make_event, make_partner, make_place


@pytest.fixture
def browser(alice: User) -> Client:
    return signed_in(alice)


def _new_event(agreement: Agreement) -> str:
    return f"{address(AgreementEvent, 'add')}?agreement={agreement.reference}"


def test_agreement_is_entered_with_its_parties(
    browser: Client, mongolia_desk: Desk
) -> None:
    korea, mongolia = make_partner(), make_partner()
    new = address(Agreement, "add")
    data = form_data(browser.get(new)) | {
        "title": "Economic Partnership Agreement",
        "instrument_type": "agreement",
        "parties-0-partner": str(korea.pk),
        "parties-1-partner": str(mongolia.pk),
    }
    response = browser.post(new, data)
    assert response.status_code == 302, errors(response)
    made = Agreement.objects.get()
    assert set(made.parties.values_list("partner", flat=True)) == {
        korea.pk,
        mongolia.pk,
    }
    assert (made.status, made.desk) == ("none", mongolia_desk)


def test_event_page_puts_first_what_may_follow(
    browser: Client, mongolia_desk: Desk
) -> None:
    agreement = make_agreement(desk=mongolia_desk)
    make_event(agreement=agreement, kind="signed", action_date="2022")
    page = browser.get(_new_event(agreement))
    choices = page.context["adminform"].form.fields["kind"].choices
    (_blank, (_now, following), (_late, _others)) = choices
    assert {kind for kind, _label in following} == set(kinds_from("signed"))
    assert form_data(page)["agreement"] == str(agreement.pk)


def test_event_moves_the_status_and_leads_back(
    browser: Client, mongolia_desk: Desk
) -> None:
    agreement = make_agreement(desk=mongolia_desk)
    seoul, ulaanbaatar = make_place(), make_place()
    data = form_data(browser.get(_new_event(agreement))) | {
        "kind": "signed",
        "action_date": "2022-08",
        "event_places-TOTAL_FORMS": "2",
        "event_places-0-place": str(seoul.pk),
        "event_places-1-place": str(ulaanbaatar.pk),
    }
    response = browser.post(_new_event(agreement), data)
    assert response["Location"] == page_of(agreement)
    agreement.refresh_from_db()
    assert agreement.status == "signed"
    event = AgreementEvent.objects.get()
    assert event.reference.startswith("EVT-2022-")
    assert set(event.places.all()) == {seoul, ulaanbaatar}


def test_impossible_event_is_a_sentence(browser: Client, mongolia_desk: Desk) -> None:
    agreement = make_agreement(desk=mongolia_desk)
    data = form_data(browser.get(_new_event(agreement)))
    (message,) = errors(
        browser.post(_new_event(agreement), {**data, "kind": "in_force"})
    )
    assert message.startswith("“Entered into force” cannot happen")
    assert AgreementEvent.objects.count() == 0


def test_event_for_another_desks_agreement_is_refused_like_none(
    browser: Client, mongolia_desk: Desk, europe_desk: Desk
) -> None:
    theirs = make_agreement(desk=europe_desk)
    data = form_data(browser.get(_new_event(make_agreement(desk=mongolia_desk))))
    data |= {"agreement": str(theirs.pk), "kind": "signed"}
    assert errors(browser.post(address(AgreementEvent, "add"), data)) == [
        "Select a valid choice. That choice is not one of the available choices."
    ]


def test_event_is_taken_back_with_a_reason(
    browser: Client, mongolia_desk: Desk
) -> None:
    agreement = make_agreement(desk=mongolia_desk)
    event = make_event(agreement=agreement, kind="signed", action_date="2022")
    page = address(AgreementEvent, "deed", event.reference, "void")
    browser.post(page, {"version": "1", "reason": "Wrong agreement"})
    event.refresh_from_db()
    agreement.refresh_from_db()
    assert (event.void_reason, agreement.status) == ("Wrong agreement", "none")
    assert browser.get(page_of(event)).context["has_change_permission"] is False


def test_domestic_procedure_is_ticked_off(browser: Client, mongolia_desk: Desk) -> None:
    agreement = make_agreement(desk=mongolia_desk)
    data = form_data(browser.get(page_of(agreement))) | {
        "procedure_steps-TOTAL_FORMS": "1",
        "procedure_steps-0-step": "state_council",
        "procedure_steps-0-done_date": "2022-05",
    }
    response = browser.post(page_of(agreement), data)
    assert response.status_code == 302, errors(response)
    step = ProcedureStep.objects.get()
    assert (step.agreement, step.step, step.done_date) == (
        agreement,
        "state_council",
        "2022-05",
    )


def test_status_cannot_be_typed(browser: Client, mongolia_desk: Desk) -> None:
    agreement = make_agreement(desk=mongolia_desk)
    data = form_data(browser.get(page_of(agreement)))
    assert "status" not in data
    browser.post(page_of(agreement), {**data, "status": "in_force"})
    agreement.refresh_from_db()
    assert agreement.status == "none"
