"""What must never be false of commitments, tried in raw SQL and in bulk."""

from collections.abc import Callable, Mapping

import pytest

from engagements.models import Commitment, DueDateChange
from engagements.vocabulary import CommitmentStatus
from engagements.workflow import COMMITMENT
from tests.builders import (
    AT,
    make_commitment,
    make_due_date_change,
    make_user,
)
from tests.invariants import breaks, copy, refused_by, refused_saying, update

pytestmark = pytest.mark.django_db

REASON = "engagements_commitment_closed_with_a_reason"
ANOTHER = "engagements_commitment_verified_by_another_than_reporter"
DECISION = "engagements_duedatechange_decision_has_an_author"
MOVED = "A due date moves only by an approved request."


def in_status(status: str) -> Commitment:
    """Make a commitment that stands there with all it needs to."""
    return make_commitment(
        status=status,
        reported_at=AT,
        reported_by=make_user(),
        verified_at=AT,
        verified_by=make_user(),
        close_reason="The project ended.",
    )


CHECKS: list[tuple[str, Mapping[str, object]]] = [
    ("engagements_commitment_says_what", {"title": ""}),
    ("engagements_commitment_due_date_keeps_its_original", {"due_date": "2024"}),
    ("engagements_commitment_recurrence_is_positive", {"recurrence_months": 0}),
    ("engagements_commitment_reported_at_has_reported_by", {"reported_at": AT}),
    ("engagements_commitment_verified_at_has_verified_by", {"verified_at": AT}),
]


@breaks(*[constraint for constraint, _columns in CHECKS])
@pytest.mark.parametrize(("constraint", "columns"), CHECKS)
def test_commitment_keeps_to_its_check(
    constraint: str, columns: Mapping[str, object]
) -> None:
    with refused_by(constraint):
        update(make_commitment(), **columns)


@breaks(
    "engagements_commitment_reported_at_has_reported_by",
    "engagements_commitment_verified_at_has_verified_by",
)
@pytest.mark.parametrize("act", ["reported", "verified"])
def test_author_of_a_step_stands_with_its_instant(act: str) -> None:
    with refused_by(f"engagements_commitment_{act}_at_has_{act}_by"):
        update(make_commitment(), **{f"{act}_by_id": make_user().pk})


@breaks("engagements_commitment_reported_done_has_a_reporter")
def test_what_is_reported_done_has_a_reporter() -> None:
    commitment = make_commitment(status="in_progress")
    with refused_by("engagements_commitment_reported_done_has_a_reporter"):
        update(commitment, status="reported_done")


@breaks(ANOTHER)
def test_nobody_verifies_their_own_report() -> None:
    reporter = make_user()
    commitment = make_commitment(
        status="reported_done", reported_at=AT, reported_by=reporter
    )
    own = {"verified_at": AT, "verified_by_id": reporter.pk}
    with refused_by(ANOTHER):
        update(commitment, status="fulfilled", **own)
    with refused_by(ANOTHER):
        update(commitment, status="fulfilled")
    update(
        commitment, status="fulfilled", verified_at=AT, verified_by_id=make_user().pk
    )
    # Nor afterwards, nor does the reporter vanish.
    with refused_by(ANOTHER):
        update(commitment, **own)
    with refused_by(ANOTHER):
        update(commitment, reported_by_id=None, reported_at=None)


@breaks(REASON)
@pytest.mark.parametrize(
    "status", ["partly_fulfilled", "lapsed", "withdrawn", "superseded"]
)
def test_commitment_is_not_closed_without_a_reason(status: str) -> None:
    commitment = make_commitment(status="in_progress")
    with refused_by(REASON):
        update(commitment, status=status)
    with refused_by(REASON):
        Commitment.objects.update(status=status)
    update(commitment, status=status, close_reason="The project ended.")
    with refused_by(REASON):
        update(commitment, close_reason="")


ALLOWED = set(COMMITMENT.transitions())
JUMPS = [
    (source, target)
    for source in CommitmentStatus.values
    for target in CommitmentStatus.values
    if source != target and (source, target) not in ALLOWED
]


@breaks("engagements.Commitment:status_follows_workflow")
@pytest.mark.parametrize(("source", "target"), JUMPS)
def test_status_does_not_jump(source: str, target: str) -> None:
    commitment = in_status(source)
    message = (
        f'pgtrigger: Invalid transition of field "status" from "{source}" to "{target}"'
        " on table engagements_commitment"
    )
    with refused_saying(message):
        update(commitment, status=target)
    with refused_saying(message):
        Commitment.objects.filter(pk=commitment.pk).update(status=target)


@pytest.mark.parametrize(("source", "target"), sorted(ALLOWED))
def test_status_takes_the_steps_of_the_workflow(source: str, target: str) -> None:
    commitment = in_status(source)
    update(commitment, status=target)
    assert Commitment.objects.get(pk=commitment.pk).status == target


@breaks("engagements.Commitment:original_due_date_is_kept")
def test_original_due_date_never_changes() -> None:
    commitment = make_commitment(due_date="2023-12")
    message = "The original due date never changes."
    for date in ("2024", ""):
        with refused_saying(message):
            update(commitment, original_due_date=date)
        with refused_saying(message):
            Commitment.objects.update(original_due_date=date)
    # The first one is given once.
    undated = make_commitment()
    update(undated, due_date="2024", original_due_date="2024")
    with refused_saying(message):
        update(undated, original_due_date="2025")


@breaks("engagements.Commitment:due_date_moves_by_decision")
def test_due_date_moves_only_to_where_a_supervisor_agreed() -> None:
    commitment = make_commitment(due_date="2023-12")
    wish = make_due_date_change(
        commitment=commitment, old_date="2023-12", new_date="2024-06"
    )
    with refused_saying(MOVED):
        update(commitment, due_date="2024-06")
    update(wish, decision="approved", decided_at=AT, decided_by_id=make_user().pk)
    for elsewhere in ("2024-07", ""):
        with refused_saying(MOVED):
            Commitment.objects.update(due_date=elsewhere)
    update(commitment, due_date="2024-06")
    with refused_saying(MOVED):
        update(commitment, due_date="2023-12")


@breaks("engagements.Commitment:due_date_moves_by_decision")
@pytest.mark.parametrize("other", ["refused", "of another commitment"])
def test_due_date_does_not_move_by_any_other_decision(other: str) -> None:
    commitment = make_commitment(due_date="2023-12")
    about = make_commitment() if other == "of another commitment" else commitment
    make_due_date_change(
        commitment=about,
        old_date="2023-12",
        new_date="2024-06",
        decision="refused" if other == "refused" else "approved",
        decided_at=AT,
        decided_by=make_user(),
    )
    with refused_saying(MOVED):
        update(commitment, due_date="2024-06")


Columns = Callable[[DueDateChange], Mapping[str, object]]
WISHES: list[tuple[str, Columns]] = [
    ("engagements_duedatechange_has_a_reason", lambda _wish: {"reason": ""}),
    ("engagements_duedatechange_asks_for_a_date", lambda _wish: {"new_date": ""}),
    (
        "engagements_duedatechange_asks_for_a_date",
        lambda wish: {"old_date": wish.new_date},
    ),
    (DECISION, lambda _wish: {"decision": "approved"}),
    (DECISION, lambda _wish: {"decision": "refused", "decided_at": AT}),
    (DECISION, lambda _wish: {"decided_at": AT}),
    (
        "engagements_duedatechange_decided_by_another",
        lambda wish: {
            "decision": "approved",
            "decided_at": AT,
            "decided_by_id": wish.requested_by_id,
        },
    ),
]


@breaks(*[constraint for constraint, _columns in WISHES])
@pytest.mark.parametrize(("constraint", "columns"), WISHES)
def test_wish_for_another_date_keeps_to_its_check(
    constraint: str, columns: Columns
) -> None:
    # What was asked is fixed, so these are tried with a new wish.
    wish = make_due_date_change()
    with refused_by(constraint):
        copy(wish, commitment_id=make_commitment().pk, **columns(wish))


@breaks("engagements_duedatechange_decided_by_another")
def test_nobody_decides_their_own_wish() -> None:
    wish = make_due_date_change()
    with refused_by("engagements_duedatechange_decided_by_another"):
        update(
            wish, decision="approved", decided_at=AT, decided_by_id=wish.requested_by_id
        )


@breaks("engagements_duedatechange_one_at_a_time")
def test_one_wish_waits_at_a_time() -> None:
    wish = make_due_date_change()
    with refused_by("engagements_duedatechange_one_at_a_time"):
        copy(wish)
    update(wish, decision="refused", decided_at=AT, decided_by_id=make_user().pk)
    copy(wish, decision="pending", decided_at=None, decided_by_id=None)


@breaks("engagements.DueDateChange:decided_once")
@pytest.mark.parametrize(
    "columns", [{"decision": "approved"}, {"decision_note": "On second thoughts."}]
)
def test_wish_is_decided_once(columns: Mapping[str, object]) -> None:
    wish = make_due_date_change()
    update(wish, decision="refused", decided_at=AT, decided_by_id=make_user().pk)
    with refused_saying("This request has been decided already."):
        update(wish, **columns)


@breaks("engagements.DueDateChange:request_is_fixed")
@pytest.mark.parametrize(
    "columns",
    [{"new_date": "2025"}, {"old_date": "2022"}, {"reason": "Other."}],
    ids=str,
)
def test_wish_stays_as_it_was_asked(columns: Mapping[str, object]) -> None:
    message = "pgtrigger: Cannot update rows from engagements_duedatechange table"
    with refused_saying(message):
        update(make_due_date_change(), **columns)
