"""How due dates are given, asked for and moved, as people do it."""

import pytest
from django.core.exceptions import PermissionDenied

from chancery.actions import change
from chancery.models import User
from chancery.refusals import Refused
from engagements.actions.commitments import (
    ask_due_date_change,
    decide_due_date_change,
    set_due_date,
)
from engagements.models import Commitment, DueDateChange
from partners.models import Desk
from tests.builders import AT, make_commitment

pytestmark = pytest.mark.django_db


@pytest.fixture
def commitment(mongolia_desk: Desk) -> Commitment:
    return make_commitment(desk=mongolia_desk, status="in_progress")


@pytest.fixture
def dated(mongolia_desk: Desk) -> Commitment:
    return make_commitment(desk=mongolia_desk, status="in_progress", due_date="2023-12")


def code_of(refusal: pytest.ExceptionInfo[Refused]) -> str | None:
    return refusal.value.error_list[0].code


def test_due_date_is_given_once_then_asked_for(
    alice: User, bob: User, commitment: Commitment
) -> None:
    dated = set_due_date(commitment, "2023-12", by=alice, at=AT)
    assert (dated.due_date, dated.original_due_date) == ("2023-12", "2023-12")
    with pytest.raises(Refused) as refusal:
        set_due_date(commitment, "2024", by=alice, at=AT)
    assert code_of(refusal) == "has_date"
    wish = ask_due_date_change(
        commitment, new_date="2024-06", reason="The winter.", by=alice, at=AT
    )
    assert (wish.old_date, wish.decision, wish.requested_by) == (
        "2023-12",
        "pending",
        alice,
    )
    assert Commitment.objects.get().due_date == "2023-12"
    with pytest.raises(Refused, match="waits already"):
        ask_due_date_change(
            commitment, new_date="2025", reason="Again.", by=alice, at=AT
        )
    with pytest.raises(PermissionDenied):
        decide_due_date_change(wish, approve=True, by=alice, at=AT)
    decided = decide_due_date_change(wish, approve=True, by=bob, at=AT, note=" Fine. ")
    assert (decided.decision, decided.decided_by, decided.decision_note) == (
        "approved",
        bob,
        "Fine.",
    )
    moved = Commitment.objects.get()
    assert (moved.due_date, moved.original_due_date) == ("2024-06", "2023-12")
    with pytest.raises(Refused) as twice:
        decide_due_date_change(wish, approve=False, by=bob, at=AT)
    assert code_of(twice) == "decided"


def test_refused_wish_moves_nothing(alice: User, bob: User, dated: Commitment) -> None:
    wish = ask_due_date_change(dated, new_date="2024", reason="Late.", by=alice, at=AT)
    decide_due_date_change(wish, approve=False, by=bob, at=AT)
    assert Commitment.objects.get().due_date == "2023-12"
    assert DueDateChange.objects.get().decision == "refused"


def test_first_date_may_be_asked_for_too(
    bob: User, dana: User, commitment: Commitment
) -> None:
    wish = ask_due_date_change(
        commitment, new_date="2024", reason="Agreed by note.", by=bob, at=AT
    )
    with pytest.raises(Refused, match="their own request"):
        decide_due_date_change(wish, approve=True, by=bob, at=AT)
    decide_due_date_change(wish, approve=True, by=dana, at=AT)
    moved = Commitment.objects.get()
    assert (moved.due_date, moved.original_due_date) == ("2024", "2024")


@pytest.mark.parametrize(
    ("new_date", "reason"), [("2024", " "), ("", "Late."), ("2023-12", "Late.")]
)
def test_wish_names_another_date_and_a_reason(
    new_date: str, reason: str, alice: User, dated: Commitment
) -> None:
    with pytest.raises(Refused):
        ask_due_date_change(dated, new_date=new_date, reason=reason, by=alice, at=AT)
    assert not DueDateChange.objects.exists()


def test_due_date_is_not_moved_by_a_plain_change(
    alice: User, dated: Commitment
) -> None:
    with pytest.raises(Refused, match="by an approved request"):
        change(dated, by=alice, at=AT, values={"due_date": "2030"})
