"""Strong entity tags: when they change, and what a client saves by them."""

import re

from django.test import Client

from chancery.models import User
from partners.models import Partner
from tests.api_builders import ROOT
from tests.builders import make_meeting, make_meeting_partner, make_partner
from tests.cast import RESTRICTED


def tag(client: Client, reference: str) -> str:
    return client.get(f"{ROOT}/meetings/{reference}/")["ETag"]


def test_tag_is_strong_and_names_record_and_version(
    client: Client, carol: User
) -> None:
    meeting = make_meeting(reference="MTG-2023-0007")
    client.force_login(carol)
    assert re.fullmatch(
        r'"MTG-2023-0007\.1\.[0-9a-f]{20}"', tag(client, meeting.reference)
    )
    type(meeting).objects.update(summary="They met.")
    assert tag(client, meeting.reference).startswith('"MTG-2023-0007.2.')


def test_tag_changes_with_what_is_shown_and_only_then(
    client: Client, carol: User
) -> None:
    partner = make_partner()
    meeting = make_meeting(partners=[partner])
    client.force_login(carol)
    before = tag(client, meeting.reference)
    assert tag(client, meeting.reference) == before
    Partner.objects.update(short_name="Graustark")
    renamed = tag(client, meeting.reference)
    make_meeting_partner(meeting=meeting)
    joined = tag(client, meeting.reference)
    assert len({before, renamed, joined}) == 3
    hidden = make_partner(classification=RESTRICTED)
    make_meeting_partner(meeting=meeting, partner=hidden)
    assert tag(client, meeting.reference) == joined


def test_unchanged_record_is_not_sent_again(client: Client, carol: User) -> None:
    meeting = make_meeting()
    client.force_login(carol)
    url = f"{ROOT}/meetings/{meeting.reference}/"
    current = tag(client, meeting.reference)
    for known in (current, f'"another", {current}', f"W/{current}", "*"):
        response = client.get(url, headers={"If-None-Match": known})
        assert (response.status_code, response.content) == (304, b"")
        assert response["ETag"] == current
    stale = client.get(url, headers={"If-None-Match": '"another"'})
    assert stale.status_code == 200


def test_asking_for_another_version_fails(client: Client, carol: User) -> None:
    meeting = make_meeting()
    client.force_login(carol)
    url = f"{ROOT}/meetings/{meeting.reference}/"
    response = client.get(url, headers={"If-Match": '"another"'})
    assert response.status_code == 412
    assert response["Content-Type"] == "application/problem+json"
    current = tag(client, meeting.reference)
    assert client.get(url, headers={"If-Match": current}).status_code == 200


def test_head_and_options_answer_without_a_body(client: Client, carol: User) -> None:
    meeting = make_meeting()
    client.force_login(carol)
    url = f"{ROOT}/meetings/{meeting.reference}/"
    head = client.head(url)
    assert (head.status_code, head.content) == (200, b"")
    assert head["ETag"] == tag(client, meeting.reference)
    options = client.options(url)
    assert (options.status_code, options["Allow"]) == (200, "GET, HEAD, OPTIONS")


def test_answers_are_one_users_own(client: Client, carol: User) -> None:
    meeting = make_meeting()
    client.force_login(carol)
    response = client.get(f"{ROOT}/meetings/{meeting.reference}/")
    assert response["Cache-Control"] == "private, no-cache"
    varies = {name.strip() for name in response["Vary"].split(",")}
    assert {"Authorization", "Cookie", "Accept-Language"} <= varies
