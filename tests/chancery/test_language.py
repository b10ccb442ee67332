"""In which language people are answered, and how they choose it."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from chancery.models import User
from tests.admin_builders import signed_in

HOME = "/admin/"


def _language(client: Client, address: str = HOME, browser: str = "en") -> str:
    page = client.get(address, headers={"accept-language": browser})
    found = re.search(r'<html lang="(.*?)"', page.content.decode())
    assert found
    return found[1]


def _choose(client: Client, language: str, back: str = HOME) -> str:
    answer = client.post("/language/", {"language": language, "next": back})
    assert answer.status_code == 302
    return answer.headers["Location"]


def _log_in(user: User) -> Client:
    user.set_password("correct horse")
    user.save()
    client = Client()
    data = {"username": user.username, "password": "correct horse", "next": HOME}
    assert client.post(reverse("admin:login"), data).status_code == 302
    return client


@pytest.mark.parametrize(("browser", "spoken"), [("ko-KR,ko", "ko"), ("mn", "en")])
def test_browser_is_answered_in_its_language(
    db: None,  # noqa: ARG001 - the page looks for a session
    browser: str,
    spoken: str,
) -> None:
    assert _language(Client(), reverse("admin:login"), browser) == spoken


def test_language_is_chosen_before_logging_in(db: None) -> None:  # noqa: ARG001 - as above
    client = Client()
    page = reverse("admin:login")
    assert _choose(client, "ko", page) == page
    assert _language(client, page) == "ko"


def test_ones_own_language_is_spoken_after_logging_in(alice: User) -> None:
    alice.officer.language = "ko"
    alice.officer.save()
    assert _language(_log_in(alice)) == "ko"


def test_choice_is_kept_for_the_next_log_in(alice: User) -> None:
    client = _log_in(alice)
    assert _language(client, browser="ko") == "en"
    _choose(client, "ko")
    assert _language(client) == "ko"
    alice.officer.refresh_from_db()
    assert (alice.officer.language, alice.officer.version) == ("ko", 2)
    assert _language(_log_in(alice)) == "ko"


def test_choice_goes_before_ones_own_language(alice: User) -> None:
    client = _log_in(alice)
    client.cookies["django_language"] = "ko"
    assert _language(client) == "ko"


def test_choice_needs_no_officer(charlie: User) -> None:
    client = signed_in(charlie)
    assert _choose(client, "ko") == HOME


@pytest.mark.parametrize("language", ["", "tlh", "ko\0", "../../etc"])
def test_language_that_is_not_offered_changes_nothing(
    alice: User, language: str
) -> None:
    client = _log_in(alice)
    _choose(client, language)
    alice.officer.refresh_from_db()
    assert (_language(client), alice.officer.version) == ("en", 1)


def test_choice_leads_nowhere_else(alice: User) -> None:
    assert _choose(signed_in(alice), "ko", "https://example.org/") == "/"


def test_choice_is_no_link(alice: User) -> None:
    assert signed_in(alice).get("/language/?language=ko").status_code == 405


def test_page_says_which_language_it_is_in(alice: User) -> None:
    page = signed_in(alice).get(HOME).content.decode()
    switches = re.findall(
        r'value="(\w+)" lang="(\w+)"( aria-current="true")?>(.*?)<', page
    )
    # In the bar, and on phones in the menu of the account.
    assert switches == 2 * [
        ("en", "en", ' aria-current="true"', "English"),
        ("ko", "ko", "", "한국어"),
    ]
