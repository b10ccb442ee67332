"""Commitments in the admin: entered with their sides, followed, settled."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from chancery.models import User
from engagements.models import Commitment, DueDateChange, Mention, ProgressUpdate
from engagements.querysets import COMMITMENT_VIEWS
from partners.models import Desk
from tests.admin_builders import address, page_of, signed_in
from tests.admin_pages import errors, form_data, said
from tests.builders import (
    DIGEST,
    make_commitment,
    make_due_date_change,
    make_home,
    make_meeting,
    make_mention,
    make_partner,
)


@pytest.fixture
def browser(alice: User) -> Client:
    return signed_in(alice)


def _deed(client: Client, record: Any, verb: str, **answers: str) -> Any:  # noqa: ANN401 - any record
    page = address(type(record), "deed", record.reference, verb)
    return client.post(page, {"version": record.version, **answers}, follow=True)


def _verbs(client: Client, record: Any) -> list[str]:  # noqa: ANN401 - as above
    return [deed.verb for deed, _url in client.get(page_of(record)).context["deeds"]]


def _typed(browser: Client, **values: str) -> dict[str, str]:
    return form_data(browser.get(address(Commitment, "add"))) | {
        "title": "Build a road",
        "wording": "agreed",
        "kind": "project",
        "sector": "infrastructure",
        **values,
    }


def test_commitment_is_made_with_sides_line_and_original_date(
    browser: Client, mongolia_desk: Desk
) -> None:
    meeting = make_meeting(desk=mongolia_desk, date="2023", classification=1)
    partner = make_partner()
    data = _typed(
        browser,
        due_date="2024-06",
        origin_meeting=str(meeting.pk),
        **{
            "parties-0-side": "promisor",
            "parties-0-partner": str(partner.pk),
            "parties-1-side": "promisee",
            "parties-1-label": "Whoever drives",
        },
    )
    response = browser.post(address(Commitment, "add"), data)
    assert response.status_code == 302, errors(response)
    made = Commitment.objects.get()
    assert (made.status, made.due_date, made.original_due_date) == (
        "not_started",
        "2024-06",
        "2024-06",
    )
    # Nobody chose a level: it takes its meeting's.
    assert made.classification == 1
    assert made.reference.startswith("CMT-2023-")
    assert [(str(p), p.side) for p in made.parties.order_by("side")] == [
        ("Whoever drives", "promisee"),
        ("Ruritania", "promisor"),
    ]
    assert [(m.meeting, m.kind) for m in made.mentions.all()] == [(meeting, "made")]


def test_commitment_without_a_promisor_is_refused(browser: Client) -> None:
    assert errors(browser.post(address(Commitment, "add"), _typed(browser))) == [
        "Say who promises, or who is asked to."
    ]
    assert Commitment.objects.count() == 0


def test_list_views_are_the_named_ones(browser: Client, mongolia_desk: Desk) -> None:
    home, other = make_home(), make_partner()
    make_commitment(desk=mongolia_desk, promisors=[home])
    make_commitment(desk=mongolia_desk, promisors=[home, other], status="not_started")
    make_commitment(status="in_progress", due_date="2020", waiting_on="them")
    for name, view in COMMITMENT_VIEWS.items():
        page = browser.get(address(Commitment), {"view": name})
        expected = view(Commitment.objects.all(), timezone.localdate())
        assert set(page.context["cl"].queryset) == set(expected), name


def test_page_shows_the_line_in_order(browser: Client, mongolia_desk: Desk) -> None:
    commitment = make_commitment(desk=mongolia_desk)
    for kind, date in (
        ("reported", "2025-01"),
        ("made", "2021"),
        ("raised", "2023-06"),
    ):
        meeting = make_meeting(desk=mongolia_desk, title=f"M {date}", date=date)
        make_mention(commitment=commitment, meeting=meeting, kind=kind)
    panel = browser.get(page_of(commitment)).context["panels"][0]
    assert [str(point["meeting"]) for point in panel.context["line"]] == [
        "M 2021",
        "M 2023-06",
        "M 2025-01",
    ]
    page = browser.get(page_of(commitment)).content.decode()
    assert page.index("June 2023") < page.index("January 2025")


def test_nobody_verifies_their_own_report(
    browser: Client, alice: User, bob: User, mongolia_desk: Desk
) -> None:
    commitment = make_commitment(desk=mongolia_desk, status="in_progress")
    assert _verbs(browser, commitment) == ["report_done", "set_due_date", "archive"]
    _deed(browser, commitment, "report_done")
    commitment.refresh_from_db()
    assert (commitment.status, commitment.reported_by) == ("reported_done", alice)
    assert "verify" not in _verbs(browser, commitment)
    supervisor = signed_in(bob)
    assert "verify" in _verbs(supervisor, commitment)
    _deed(supervisor, commitment, "verify")
    commitment.refresh_from_db()
    assert (commitment.status, commitment.verified_by) == ("fulfilled", bob)


def test_database_refusal_of_a_step_is_a_sentence(
    bob: User, mongolia_desk: Desk
) -> None:
    commitment = make_commitment(desk=mongolia_desk, status="in_progress")
    supervisor = signed_in(bob)
    _deed(supervisor, commitment, "report_done")
    commitment.refresh_from_db()
    assert said(_deed(supervisor, commitment, "verify")) == [
        "Somebody other than the reporter must verify it."
    ]


def test_closing_asks_why(bob: User, mongolia_desk: Desk) -> None:
    commitment = make_commitment(desk=mongolia_desk, status="in_progress")
    supervisor = signed_in(bob)
    response = _deed(supervisor, commitment, "lapse")
    assert response.context["form"].errors == {"reason": ["This field is required."]}
    _deed(supervisor, commitment, "lapse", reason="The partner left office.")
    commitment.refresh_from_db()
    assert (commitment.status, commitment.close_reason) == (
        "lapsed",
        "The partner left office.",
    )


def test_progress_is_reported_with_evidence_and_its_step(
    browser: Client, alice: User, mongolia_desk: Desk
) -> None:
    commitment = make_commitment(desk=mongolia_desk, status="not_started")
    new = f"{address(ProgressUpdate, 'add')}?commitment={commitment.reference}"
    data = form_data(browser.get(new)) | {
        "date": "2023-07",
        "health": "on_track",
        "done": "Ground was broken.",
        "verb": "start",
        "evidence-TOTAL_FORMS": "1",
        "evidence-0-sha256": DIGEST,
    }
    assert data["commitment"] == str(commitment.pk)
    response = browser.post(new, data)
    assert response["Location"] == page_of(commitment)
    update = ProgressUpdate.objects.get()
    assert (update.author, update.done, update.verb) == (
        alice,
        "Ground was broken.",
        "start",
    )
    assert [item.sha256 for item in update.evidence.all()] == [DIGEST]
    commitment.refresh_from_db()
    assert commitment.status == "in_progress"
    # It stands as it was written.
    assert browser.get(page_of(update)).context["has_change_permission"] is False
    assert browser.post(page_of(update), {"done": "x"}).status_code == 403


def test_report_with_a_step_that_does_not_follow_writes_nothing(
    browser: Client, mongolia_desk: Desk
) -> None:
    commitment = make_commitment(desk=mongolia_desk, status="in_progress")
    new = f"{address(ProgressUpdate, 'add')}?commitment={commitment.reference}"
    data = form_data(browser.get(new)) | {"date": "2023", "done": "x", "verb": "start"}
    (message,) = errors(browser.post(new, data))
    assert message.startswith("“Start” does not follow from “In progress”.")
    assert ProgressUpdate.objects.count() == 0


def test_first_due_date_is_set_and_then_asked_for(
    browser: Client, mongolia_desk: Desk
) -> None:
    commitment = make_commitment(desk=mongolia_desk, status="not_started")
    _deed(browser, commitment, "set_due_date", due_date="2024")
    commitment.refresh_from_db()
    assert (commitment.due_date, commitment.original_due_date) == ("2024", "2024")
    assert "set_due_date" not in _verbs(browser, commitment)
    _deed(browser, commitment, "ask_due_date", new_date="2025", reason="Winter")
    request = DueDateChange.objects.get()
    assert (request.old_date, request.new_date, request.reason) == (
        "2024",
        "2025",
        "Winter",
    )
    commitment.refresh_from_db()
    assert commitment.due_date == "2024"


def test_due_date_change_is_decided_by_who_may_and_did_not_ask(
    browser: Client, alice: User, bob: User, mongolia_desk: Desk
) -> None:
    commitment = make_commitment(
        desk=mongolia_desk, status="not_started", due_date="2023"
    )
    request = make_due_date_change(
        commitment=commitment, requested_by=alice, old_date="2023"
    )
    assert _verbs(browser, request) == []
    own = make_due_date_change(
        commitment=make_commitment(desk=mongolia_desk), requested_by=bob
    )
    supervisor = signed_in(bob)
    assert _verbs(supervisor, own) == []
    assert _verbs(supervisor, request) == ["approve", "refuse"]
    _deed(supervisor, request, "approve", note="Granted")
    request.refresh_from_db()
    commitment.refresh_from_db()
    assert (request.decision, request.decided_by) == ("approved", bob)
    assert (commitment.due_date, commitment.original_due_date) == ("2024", "2023")
    assert _verbs(supervisor, request) == []


def test_origin_meeting_stays_what_it_was(browser: Client, mongolia_desk: Desk) -> None:
    commitment = make_commitment(
        desk=mongolia_desk, origin_meeting=make_meeting(desk=mongolia_desk)
    )
    other = make_meeting(desk=mongolia_desk)
    data = form_data(browser.get(page_of(commitment)))
    browser.post(page_of(commitment), {**data, "origin_meeting": str(other.pk)})
    commitment.refresh_from_db()
    assert commitment.origin_meeting != other
    assert Mention.objects.count() == 0
