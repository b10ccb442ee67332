"""Every error is a problem that says what to do and tells nothing it should not."""

import logging
from typing import Any

import pytest
from django.core import exceptions as core
from django.db import DatabaseError, connection
from django.db.models import ProtectedError
from django.http import Http404
from django.test import Client, RequestFactory
from rest_framework import exceptions
from rest_framework.request import Request
from rest_framework.response import Response

from chancery.api.problems import problem_response
from chancery.models import User
from chancery.refusals import NotFound, Refused, Stale, spoken
from seeds.models import Source
from tests.api_builders import ROOT, problem
from tests.builders import make_partner, make_source


def answer(error: Exception) -> Response:
    request = Request(RequestFactory().get("/api/v1/sources/"))
    return problem_response(error, {"request": request})


def body(error: Exception) -> dict[str, Any]:
    content: dict[str, Any] = answer(error).data
    return content


@pytest.mark.parametrize("error", [Http404(), NotFound("no such record")])
def test_nothing_there_is_a_404_whatever_the_reason(error: Exception) -> None:
    assert body(error) == {
        "type": "about:blank",
        "title": "Not Found",
        "status": 404,
        "code": "not_found",
        "detail": "There is nothing here that you may see.",
    }


def test_broken_rule_is_a_422_with_its_sentence() -> None:
    shown = body(Refused("Say who promises.", "no_promisor"))
    assert (shown["status"], shown["code"]) == (422, "no_promisor")
    assert shown["detail"] == "Say who promises."


def test_broken_rules_of_fields_are_named() -> None:
    refused = Refused({"title": ["Too long."], "__all__": ["Name a partner."]})
    shown = body(refused)
    assert (shown["status"], shown["code"]) == (422, "refused")
    assert shown["detail"] == "title: Too long. Name a partner."
    assert shown["errors"] == [
        {"field": "title", "code": "invalid", "detail": "Too long."},
        {"field": "", "code": "invalid", "detail": "Name a partner."},
    ]


def test_changed_meanwhile_is_a_409() -> None:
    shown = body(Stale("Somebody else changed this.", "stale"))
    assert (shown["status"], shown["code"]) == (409, "stale")


@pytest.mark.django_db
def test_what_the_database_refuses_is_a_409_without_its_words() -> None:
    make_partner(iso_alpha3="MNG", short_name="A secret partner")
    with pytest.raises(Refused) as refusal, spoken():
        make_partner(iso_alpha3="MNG")
    assert "secret" not in str(body(refusal.value))
    assert body(refusal.value)["status"] == 409
    assert body(refusal.value)["code"] == "refused"


@pytest.mark.django_db(transaction=False)
def test_what_a_trigger_refuses_past_the_actions_is_a_409() -> None:
    source = make_source()
    with pytest.raises(DatabaseError) as refusal:
        source.delete()
    shown = body(refusal.value)
    assert (shown["status"], shown["code"]) == (409, "refused")
    assert "SQL" not in shown["detail"]


@pytest.mark.django_db
def test_database_error_of_ours_stays_a_500() -> None:
    with pytest.raises(DatabaseError) as error, connection.cursor() as cursor:
        cursor.execute("SELECT nonsense")
    shown = body(error.value)
    assert shown["status"] == 500
    assert "nonsense" not in str(shown)


def test_record_in_use_is_a_409_that_names_no_other() -> None:
    shown = body(ProtectedError("secret", {Source(pk=1, title="secret")}))
    assert (shown["status"], shown["code"]) == (409, "in_use")
    assert "secret" not in str(shown)


def test_fault_of_ours_is_logged_and_says_nothing(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.ERROR, logger="django.request"):
        shown = answer(ZeroDivisionError("inner workings"))
    assert shown.status_code == 500
    assert shown.content_type == "application/problem+json"
    assert "inner workings" not in str(shown.data)
    (record,) = caplog.records
    assert record.getMessage() == "Internal Server Error: /api/v1/sources/"
    assert record.exc_info is not None
    assert record.exc_info[0] is ZeroDivisionError


def test_frameworks_errors_keep_status_and_headers() -> None:
    throttled = answer(exceptions.Throttled(wait=7))
    assert (throttled.status_code, throttled["Retry-After"]) == (429, "7")
    assert answer(exceptions.UnsupportedMediaType("text/csv")).status_code == 415
    assert answer(exceptions.ParseError()).status_code == 400
    assert answer(core.SuspiciousOperation("odd")).status_code == 400
    assert answer(core.PermissionDenied("Your role…")).status_code == 403
    assert body(core.PermissionDenied("Your role…"))["detail"] == "Your role…"


def test_nested_messages_are_named_with_dots() -> None:
    shown = body(exceptions.ValidationError({"parties": [{"side": ["Unknown."]}]}))
    assert shown["errors"] == [
        {"field": "parties.side", "code": "invalid", "detail": "Unknown."}
    ]


@pytest.mark.parametrize(
    "path", ["/nothing/", "/sources/src-1/", "/sources/SRC-0001/more/", "/%0A/", "/é/"]
)
@pytest.mark.django_db
def test_address_that_is_none_is_a_problem(client: Client, path: str) -> None:
    assert problem(client, path)["status"] == 404


@pytest.mark.django_db
def test_address_without_its_slash_is_sent_on(client: Client) -> None:
    response = client.get(f"{ROOT}/sources")
    assert (response.status_code, response["Location"]) == (301, f"{ROOT}/sources/")


def test_only_json_is_spoken(client: Client, carol: User) -> None:
    client.force_login(carol)
    response = client.get(f"{ROOT}/sources/", headers={"Accept": "text/html"})
    assert response.status_code == 406
    assert response["Content-Type"] == "application/problem+json"
    browser = "text/html,application/xhtml+xml,*/*;q=0.8"
    response = client.get(f"{ROOT}/sources/", headers={"Accept": browser})
    assert response["Content-Type"] == "application/json"


def test_messages_are_in_the_readers_language(client: Client, carol: User) -> None:
    client.force_login(carol)
    response = client.get(
        f"{ROOT}/sources/SRC-NOWHERE/", headers={"Accept-Language": "ko"}
    )
    assert response["Content-Language"] == "ko"
