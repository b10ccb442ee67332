"""The OpenAPI document and the page that shows it."""

import contextlib
import re
from io import StringIO

from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from chancery.models import User
from tests.api_builders import ROOT


def test_schema_is_made_without_a_warning() -> None:
    out = StringIO()
    call_command("spectacular", "--validate", "--fail-on-warn", stdout=out)
    assert out.getvalue().startswith("openapi: 3.1.0\n")


def test_schema_is_for_who_is_signed_in(client: Client, carol: User) -> None:
    url = f"{ROOT}/schema/"
    assert client.get(url).status_code == 401
    client.force_login(carol)
    response = client.get(url, headers={"Accept": "application/json"})
    document = response.json()
    listing = document["paths"]["/api/v1/meetings/"]["get"]
    assert listing["tags"] == ["Meetings"]
    assert listing["security"] == [{"apiKey": []}, {"cookieAuth": []}]
    assert set(listing["responses"]) == {"200", "400", "401", "403", "406"}
    detail = document["paths"]["/api/v1/meetings/{reference}/"]["get"]
    assert set(detail["responses"]) == {
        *listing["responses"],
        "304",
        "404",
        "412",
    }


def test_docs_ask_to_sign_in(client: Client, db: None) -> None:  # noqa: ARG001 - sessions
    response = client.get(f"{ROOT}/docs/")
    assert response.status_code == 302
    assert response["Location"] == f"{reverse('admin:login')}?next={ROOT}/docs/"


def test_docs_need_neither_network_nor_inline_code(client: Client, carol: User) -> None:
    client.force_login(carol)
    response = client.get(f"{ROOT}/docs/")
    page = response.content.decode()
    assert "default-src 'self'" in response["Content-Security-Policy"]
    assert "unsafe" not in response["Content-Security-Policy"]
    assert re.findall(r"<style|style=|onload=|<script>", page) == []
    addresses = re.findall(r'(?:src|href|data-schema)="([^"]*)"', page)
    assert all(address.startswith(("/", "data:,")) for address in addresses)
    for address in addresses:
        if address.startswith("/static/"):
            with contextlib.closing(client.get(address)) as served:
                assert served.status_code == 200
