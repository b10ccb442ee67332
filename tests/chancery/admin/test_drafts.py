"""What the server says to the drafts that browsers keep."""

import pytest
from django.conf import settings
from django.test import Client

from chancery.models import User
from engagements.models import Commitment
from partners.models import Desk
from tests.admin_builders import address, page_of, signed_in
from tests.admin_pages import form_data
from tests.builders import make_commitment, make_meeting, make_participation

DRAFT = "0123456789abcdef01234567"


def _attribute(page: str, name: str) -> str:
    return page.partition(f'{name}="')[2].partition('"')[0]


def test_saved_draft_is_told_and_a_refused_one_is_not(
    alice_client: Client, mongolia_desk: Desk
) -> None:
    commitment = make_commitment(desk=mongolia_desk)
    data = form_data(alice_client.get(page_of(commitment))) | {"_draft": DRAFT}
    refused = alice_client.post(page_of(commitment), {**data, "title": ""})
    assert "chancery_saved" not in refused.cookies
    # The page that is shown again goes on with the same draft.
    assert _attribute(refused.content.decode(), "data-draft-id") == DRAFT
    saved = alice_client.post(page_of(commitment), {**data, "title": "New"})
    assert saved.cookies["chancery_saved"].value == DRAFT
    # Saves of several tabs add up until a page of ours has read them.
    other = DRAFT[::-1]
    again = form_data(alice_client.get(page_of(commitment))) | {"_draft": other}
    saved = alice_client.post(page_of(commitment), {**again, "title": "Newer"})
    assert saved.cookies["chancery_saved"].value == f"{DRAFT}.{other}"


@pytest.mark.parametrize("draft", ["", "x", "0" * 25, "<script>", "\0", f"{DRAFT};a=b"])
def test_nonsense_is_no_draft(
    draft: str, alice_client: Client, mongolia_desk: Desk
) -> None:
    commitment = make_commitment(desk=mongolia_desk)
    data = form_data(alice_client.get(page_of(commitment))) | {"_draft": draft}
    saved = alice_client.post(page_of(commitment), data)
    assert saved.status_code == 302
    assert "chancery_saved" not in saved.cookies


def test_deed_that_asks_tells_its_draft_too(
    alice_client: Client, mongolia_desk: Desk
) -> None:
    commitment = make_commitment(desk=mongolia_desk)
    page = address(Commitment, "deed", commitment.reference, "archive")
    assert "data-draft " in alice_client.get(page).content.decode()
    data = {"version": "1", "reason": "Twice.", "_draft": DRAFT}
    assert alice_client.post(page, data).cookies["chancery_saved"].value == DRAFT


def test_save_without_a_session_tells_nothing(
    alice_client: Client, mongolia_desk: Desk
) -> None:
    commitment = make_commitment(desk=mongolia_desk)
    data = form_data(alice_client.get(page_of(commitment))) | {"_draft": DRAFT}
    alice_client.logout()
    response = alice_client.post(page_of(commitment), data)
    assert response["Location"].startswith("/admin/login/?next=")
    assert "chancery_saved" not in response.cookies


def test_each_user_has_drafts_of_their_own(alice: User, bob: User) -> None:
    owners = {
        _attribute(signed_in(user).get("/admin/").content.decode(), "data-owner")
        for user in (alice, bob)
    }
    assert len(owners) == 2
    assert "data-owner" not in Client().get("/admin/login/").content.decode()


def test_part_is_as_restricted_as_what_it_belongs_to(
    alice_client: Client, mongolia_desk: Desk
) -> None:
    meeting = make_meeting(desk=mongolia_desk, classification=2)
    part = make_participation(meeting=meeting)
    page = alice_client.get(page_of(part)).content.decode()
    assert _attribute(page, "data-level") == "2"
    assert _attribute(page, "data-brief-from") == "2"


def test_form_of_another_log_in_says_what_to_do(
    alice: User, mongolia_desk: Desk
) -> None:
    commitment = make_commitment(desk=mongolia_desk)
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(alice)
    page = page_of(commitment)
    data = form_data(browser.get(page)) | {"csrfmiddlewaretoken": "x" * 32}
    response = browser.post(page, data)
    assert response.status_code == 403
    text = response.content.decode()
    assert "Please send it once more" in text
    assert f'href="{page}"' in text
    assert settings.CSRF_FAILURE_VIEW == "chancery.admin.writing.csrf.csrf_failure"
