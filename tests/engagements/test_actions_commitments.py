"""Making commitments, following and settling them, as people do it."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from chancery.models import User
from chancery.refusals import NotFound, Refused
from engagements.actions.commitments import (
    make_commitment,
    mention,
    report_progress,
    step_commitment,
)
from engagements.actions.steps import available_steps
from engagements.models import (
    Commitment,
    Meeting,
    ProgressUpdate,
)
from engagements.vocabulary import TRACKED_WORDINGS, Wording
from engagements.workflow import COMMITMENT
from partners.models import Desk
from tests import builders
from tests.builders import AT, make_meeting, make_partner
from tests.cast import INTERNAL, RESTRICTED
from tests.domain import history_of
from tests.invariants import update

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(mongolia_desk: Desk) -> Meeting:
    return make_meeting(
        desk=mongolia_desk, status="held", date="2022-08-29", classification=INTERNAL
    )


@pytest.fixture
def commitment(mongolia_desk: Desk) -> Commitment:
    return builders.make_commitment(desk=mongolia_desk, status="in_progress")


def promise(by: User, desk: Desk, **values: object) -> Commitment:
    given: dict[str, Any] = {
        "desk": desk,
        "title": "Build a road",
        "wording": "agreed",
        "kind": "project",
        "sector": "infrastructure",
        **values,
    }
    parties: list[dict[str, Any]] = [
        {"side": "promisor", "partner": make_partner()},
        {"side": "promisee", "label": "Herders"},
    ]
    return make_commitment(by=by, at=AT, values=given, parties=parties)


def code_of(refusal: pytest.ExceptionInfo[Refused]) -> str | None:
    return refusal.value.error_list[0].code


def test_commitment_begins_its_line_at_its_meeting(
    alice: User, mongolia_desk: Desk, meeting: Meeting
) -> None:
    made = promise(alice, mongolia_desk, origin_meeting=meeting, due_date="2023-Q4")
    assert (made.reference, made.status, made.classification) == (
        "CMT-2022-0001",
        "not_started",
        INTERNAL,
    )
    assert (made.due_date, made.original_due_date) == ("2023-36", "2023-36")
    assert set(made.parties.values_list("side", "label")) == {
        ("promisor", ""),
        ("promisee", "Herders"),
    }
    point = made.mentions.get()
    assert (point.meeting, point.kind, point.reference) == (
        meeting,
        "made",
        "MEN-2022-0001",
    )
    states = history_of(Commitment).objects.filter(pgh_obj_id=made.pk)
    assert [state.pgh_context.metadata["verb"] for state in states] == [
        "make_commitment"
    ]


@pytest.mark.parametrize("wording", Wording.values)
def test_only_strong_wordings_are_tracked_from_the_start(
    wording: str, alice: User, mongolia_desk: Desk
) -> None:
    status = "not_started" if wording in TRACKED_WORDINGS else "noted"
    assert promise(alice, mongolia_desk, wording=wording).status == status


def test_commitment_has_somebody_who_promises(alice: User, mongolia_desk: Desk) -> None:
    with pytest.raises(Refused) as refusal:
        make_commitment(by=alice, at=AT, values={"desk": mongolia_desk}, parties=[])
    assert code_of(refusal) == "no_promisor"


def test_commitment_begins_as_its_wording_says_whatever_is_asked(
    alice: User, mongolia_desk: Desk
) -> None:
    hoped = promise(alice, mongolia_desk, wording="hoped", status="fulfilled")
    agreed = promise(alice, mongolia_desk, wording="agreed", status="noted")
    assert (hoped.status, agreed.status) == ("noted", "not_started")


def test_commitment_is_not_made_below_its_meetings_level(
    alice: User, mongolia_desk: Desk, meeting: Meeting
) -> None:
    with pytest.raises(Refused, match="classified lower"):
        promise(alice, mongolia_desk, origin_meeting=meeting, classification=0)


def test_commitment_is_not_made_at_a_meeting_out_of_sight(
    alice: User, mongolia_desk: Desk, commitment: Commitment, meeting: Meeting
) -> None:
    update(alice.officer, clearance=INTERNAL)
    update(meeting, classification=RESTRICTED)
    with pytest.raises(NotFound):
        mention(commitment, meeting, "raised", by=alice, at=AT)
    with pytest.raises(NotFound):
        promise(alice, mongolia_desk, origin_meeting=meeting, classification=1)
    assert Commitment.objects.count() == 1


def test_commitment_is_reported_by_one_and_verified_by_another(
    alice: User, bob: User, commitment: Commitment
) -> None:
    done = step_commitment(commitment, "report_done", by=alice, at=AT)
    assert (done.status, done.reported_by, done.reported_at) == (
        "reported_done",
        alice,
        AT,
    )
    with pytest.raises(PermissionDenied):
        step_commitment(commitment, "verify", by=alice, at=AT)
    verified = step_commitment(commitment, "verify", by=bob, at=AT)
    assert (verified.status, verified.verified_by, verified.verified_at) == (
        "fulfilled",
        bob,
        AT,
    )


def test_supervisor_does_not_verify_their_own_report(
    bob: User, commitment: Commitment
) -> None:
    step_commitment(commitment, "report_done", by=bob, at=AT)
    with pytest.raises(Refused) as refusal:
        step_commitment(commitment, "verify", by=bob, at=AT)
    assert refusal.value.messages == [
        "Somebody other than the reporter must verify it."
    ]
    assert Commitment.objects.get().status == "reported_done"


def test_report_is_sent_back_with_a_reason(
    alice: User, bob: User, commitment: Commitment
) -> None:
    step_commitment(commitment, "report_done", by=alice, at=AT)
    with pytest.raises(Refused) as refusal:
        step_commitment(commitment, "send_back", by=bob, at=AT)
    assert code_of(refusal) == "reason"
    back = step_commitment(
        commitment, "send_back", by=bob, at=AT, reason="The bridge is missing."
    )
    assert (back.status, back.reported_by) == ("in_progress", None)


@pytest.mark.parametrize(
    ("verb", "status"),
    [
        ("close_partly", "partly_fulfilled"),
        ("lapse", "lapsed"),
        ("withdraw", "withdrawn"),
        ("supersede", "superseded"),
    ],
)
def test_commitment_is_closed_with_a_reason_and_reopened(
    verb: str, status: str, bob: User, commitment: Commitment
) -> None:
    with pytest.raises(Refused) as refusal:
        step_commitment(commitment, verb, by=bob, at=AT, reason="  ")
    assert code_of(refusal) == "reason"
    closed = step_commitment(commitment, verb, by=bob, at=AT, reason=" No money. ")
    assert (closed.status, closed.close_reason) == (status, "No money.")
    reopened = step_commitment(commitment, "reopen", by=bob, at=AT, reason="Money.")
    assert (reopened.status, reopened.close_reason) == ("in_progress", "")


def test_request_is_tracked_when_a_supervisor_accepts_it(
    alice: User, bob: User, mongolia_desk: Desk
) -> None:
    noted = promise(alice, mongolia_desk, wording="requested")
    with pytest.raises(PermissionDenied):
        step_commitment(noted, "accept", by=alice, at=AT)
    assert step_commitment(noted, "accept", by=bob, at=AT).status == "not_started"


def test_buttons_follow_status_and_role(
    alice: User, bob: User, commitment: Commitment
) -> None:
    def buttons(user: User) -> list[str]:
        return [
            s.verb for s in available_steps(commitment, workflow=COMMITMENT, by=user)
        ]

    assert buttons(alice) == ["report_done"]
    assert buttons(bob) == [
        "report_done",
        "close_partly",
        "lapse",
        "withdraw",
        "supersede",
    ]


def test_progress_is_reported_with_evidence_and_a_step(
    alice: User, commitment: Commitment
) -> None:
    report = report_progress(
        commitment,
        by=alice,
        at=AT,
        values={"date": "2023-07-03", "health": "on_track", "done": "The road."},
        evidence=[{"url": "https://example.org/road"}],
        verb="report_done",
    )
    assert (report.author, report.written_at, report.verb, report.reference) == (
        alice,
        AT,
        "report_done",
        "UPD-2023-0001",
    )
    assert [item.url for item in report.evidence.all()] == ["https://example.org/road"]
    commitment.refresh_from_db()
    assert commitment.status == "reported_done"


def test_report_with_a_bad_step_or_nothing_in_it_is_not_written(
    alice: User, commitment: Commitment
) -> None:
    with pytest.raises(Refused):
        report_progress(
            commitment,
            by=alice,
            at=AT,
            values={"date": "2023-07-03", "done": "All."},
            verb="start",
        )
    with pytest.raises(Refused, match="at least one thing"):
        report_progress(commitment, by=alice, at=AT, values={"date": "2023-07-03"})
    with pytest.raises(Refused):
        report_progress(
            commitment,
            by=alice,
            at=AT,
            values={"date": "2023-07-03", "done": "All."},
            evidence=[{"title": "Nothing to show"}],
            verb="report_done",
        )
    assert not ProgressUpdate.objects.exists()
    assert Commitment.objects.get().status == "in_progress"
