"""Accounts, roles and keys."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from chancery.models import ApiKey, User
from chancery.models.apikey import digest
from partners.roles import Role
from tests.admin_builders import address, signed_in
from tests.admin_pages import form_data, said, strays
from tests.builders import make_group, make_officer, make_user


@pytest.fixture
def browser(dana: User) -> Client:
    return signed_in(dana)


def _page(user: User) -> str:
    return address(User, "change", user.pk)


def test_administrator_makes_an_account(browser: Client) -> None:
    data = form_data(browser.get(address(User, "add"))) | {
        "username": "greta",
        "usable_password": "true",
        "password1": "correct horse battery",
        "password2": "correct horse battery",
    }
    assert browser.post(address(User, "add"), data).status_code == 302
    assert User.objects.get(username="greta").check_password("correct horse battery")


def test_new_account_is_a_persons_with_a_role_and_is_told_what_it_needs(
    browser: Client,
) -> None:
    role = make_group(Role.READER)
    data = form_data(browser.get(address(User, "add"))) | {
        "username": "greta",
        "groups": [str(role.pk)],
        "usable_password": "true",
        "password1": "correct horse battery",
        "password2": "correct horse battery",
    }
    browser.post(address(User, "add"), data)
    greta = User.objects.get(username="greta")
    assert (greta.is_staff, list(greta.groups.all())) == (True, [role])
    officer = f"{reverse('admin:partners_officer_add')}?user={greta.pk}"
    assert said(browser.get(_page(greta)))[-1] == (
        "This account sees nothing yet: say its clearance and its desks."
        f' <a href="{officer}">Make it an officer</a>'
    )
    form = browser.get(officer).context["adminform"].form
    assert form.initial["user"] == str(greta.pk)
    make_officer(user=greta)
    assert said(browser.get(_page(greta))) == []


def test_account_page_is_headed_by_its_name(browser: Client) -> None:
    greta = make_user(Role.READER)
    page = browser.get(_page(greta)).content.decode()
    assert f"<title>{greta} · Chancery</title>" in page
    assert "Username:" not in page


def test_new_service_account_stays_out_of_the_admin(browser: Client) -> None:
    data = form_data(browser.get(address(User, "add"))) | {
        "username": "archive",
        "is_service_account": "on",
        "usable_password": "false",
    }
    browser.post(address(User, "add"), data)
    assert User.objects.get(username="archive").is_staff is False


def test_administrator_makes_no_superuser(browser: Client, carol: User) -> None:
    data = form_data(browser.get(_page(carol)))
    assert "is_superuser" not in data
    browser.post(_page(carol), {**data, "is_superuser": "on", "user_permissions": "1"})
    carol.refresh_from_db()
    assert carol.is_superuser is False
    assert carol.user_permissions.count() == 0


def test_administrator_does_not_touch_a_superuser(browser: Client, root: User) -> None:
    page = browser.get(_page(root))
    assert page.context["has_change_permission"] is False
    assert browser.post(_page(root), {}).status_code == 403
    password = reverse("admin:auth_user_password_change", args=[root.pk])
    assert browser.get(password).status_code == 403


def test_superuser_makes_another(root_client: Client, carol: User) -> None:
    data = form_data(root_client.get(_page(carol)))
    root_client.post(_page(carol), {**data, "is_superuser": "on"})
    carol.refresh_from_db()
    assert carol.is_superuser is True


def test_the_system_has_no_page(root_client: Client) -> None:
    system = make_user(username="seeds", is_system=True, is_active=False)
    assert root_client.get(_page(system)).status_code == 302
    assert system not in root_client.get(address(User)).context["cl"].queryset


def test_accounts_are_for_administrators(alice_client: Client, alice: User) -> None:
    for page in (address(User), _page(alice), address(ApiKey), address(Group)):
        assert alice_client.get(page).status_code == 403


def test_nobody_is_deleted(root_client: Client, alice: User) -> None:
    assert root_client.post(address(User, "delete", alice.pk)).status_code == 403


def test_roles_are_read_only(root_client: Client, alice: User) -> None:
    role = alice.groups.get()
    page = root_client.get(address(Group, "change", role.pk))
    assert page.context["has_change_permission"] is False
    assert root_client.get(address(Group, "add")).status_code == 403


def _issue(client: Client, user: User) -> Any:  # noqa: ANN401 - a test client's response
    data = form_data(client.get(address(ApiKey, "add")))
    data |= {"name": "Registry", "user": str(user.pk)}
    return client.post(address(ApiKey, "add"), data, follow=True)


def test_key_is_shown_once(browser: Client, erik: User) -> None:
    (warning, _success) = said(_issue(browser, erik))
    secret = warning.partition("<code>")[2].partition("</code>")[0]
    key = ApiKey.objects.get()
    assert (key.user, key.secret_sha256) == (erik, digest(secret))
    assert secret not in browser.get(address(ApiKey)).content.decode()
    page = browser.get(address(ApiKey, "change", key.pk)).content.decode()
    assert secret not in page


def test_key_of_a_superuser_is_not_for_administrators(
    browser: Client, root: User
) -> None:
    response = _issue(browser, root)
    assert ApiKey.objects.count() == 0
    assert "Select a valid choice" in response.content.decode()


def test_keys_are_revoked(browser: Client, erik: User) -> None:
    key, _secret = ApiKey.issue(user=erik, name="Old", at=timezone.now())
    browser.post(
        address(ApiKey), {"action": "revoke", "_selected_action": [str(key.pk)]}
    )
    key.refresh_from_db()
    assert key.is_valid(timezone.now()) is False


def test_pages_are_clean(root_client: Client, alice: User, erik: User) -> None:
    key, _secret = ApiKey.issue(user=erik, name="Old", at=timezone.now())
    pages = [
        address(User),
        address(User, "add"),
        _page(alice),
        reverse("admin:auth_user_password_change", args=[alice.pk]),
        reverse("admin:password_change"),
        address(User, "history", alice.pk),
        address(ApiKey),
        address(ApiKey, "add"),
        address(ApiKey, "change", key.pk),
        address(Group),
    ]
    answers = {page: root_client.get(page) for page in pages}
    assert {page: one.status_code for page, one in answers.items()} == (
        dict.fromkeys(pages, 200)
    )
    assert {page: strays(one) for page, one in answers.items()} == (
        {page: [] for page in pages}
    )
