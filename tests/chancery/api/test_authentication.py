"""Who asks: keys and sessions."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from chancery.models import ApiKey, User
from tests.api_builders import ROOT

URL = f"{ROOT}/sources/"


def issue(user: User, *, days: int | None = None) -> tuple[ApiKey, str]:
    now = timezone.now()
    expires_at = None if days is None else now + timedelta(days=days)
    return ApiKey.issue(user=user, name="sync", at=now, expires_at=expires_at)


def ask(client: Client, authorization: str) -> tuple[int, str]:
    response = client.get(URL, headers={"Authorization": authorization})
    return response.status_code, response.json().get("detail", "")


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER"])
def test_key_opens_the_api(client: Client, erik: User, scheme: str) -> None:
    _key, secret = issue(erik, days=1)
    assert ask(client, f"{scheme} {secret}") == (200, "")


def test_key_that_nobody_issued_is_refused(client: Client, db: None) -> None:  # noqa: ARG001 - reads the database
    response = client.get(URL, headers={"Authorization": "Bearer chk_1234_5678"})
    assert response.status_code == 401
    assert response["WWW-Authenticate"] == 'Bearer realm="chancery"'
    assert response["Content-Type"] == "application/problem+json"
    assert response.json() == {
        "type": "about:blank",
        "title": "Unauthorized",
        "status": 401,
        "code": "authentication_failed",
        "detail": "There is no such API key.",
    }


def test_expired_key_is_refused(client: Client, erik: User) -> None:
    _key, secret = issue(erik, days=-1)
    message = "This API key has expired or was revoked."
    assert ask(client, f"Bearer {secret}") == (401, message)


def test_revoked_key_is_refused(client: Client, erik: User) -> None:
    key, secret = issue(erik)
    ApiKey.objects.filter(pk=key.pk).update(revoked_at=timezone.now())
    message = "This API key has expired or was revoked."
    assert ask(client, f"Bearer {secret}") == (401, message)


def test_key_of_a_closed_account_is_refused(client: Client, erik: User) -> None:
    _key, secret = issue(erik)
    User.objects.filter(pk=erik.pk).update(is_active=False)
    message = "The account of this API key is closed."
    assert ask(client, f"Bearer {secret}") == (401, message)


def test_bad_key_is_not_saved_by_a_session(client: Client, carol: User) -> None:
    client.force_login(carol)
    assert ask(client, "Bearer chk_1234_5678")[0] == 401


def test_other_schemes_are_nobody(client: Client, db: None) -> None:  # noqa: ARG001 - as above
    status, detail = ask(client, "Basic ZXJpazplcmlr")
    assert status == 401
    assert detail == "Authentication credentials were not provided."


def test_session_opens_the_api(client: Client, carol: User) -> None:
    client.force_login(carol)
    assert client.get(URL).status_code == 200


def test_key_remembers_the_day_it_was_used_with_one_write_a_day(
    client: Client, erik: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    key, secret = issue(erik)
    headers = {"Authorization": f"Bearer {secret}"}
    with django_assert_max_num_queries(20) as first:
        client.get(URL, headers=headers)
    key.refresh_from_db()
    assert key.last_used_date == timezone.localdate()
    with django_assert_max_num_queries(len(first) - 1) as second:
        client.get(URL, headers=headers)
    written = [query for query in second if query["sql"].startswith("UPDATE")]
    assert written == []


def test_role_is_asked_of_the_keys_account(client: Client, charlie: User) -> None:
    _key, secret = issue(charlie)
    status, _detail = ask(client, f"Bearer {secret}")
    assert status == 403
