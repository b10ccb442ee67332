"""What must never be false of agreements and their events, tried in raw SQL."""

from collections.abc import Mapping
from datetime import timedelta

import pytest
from django.utils import timezone

from chancery.refusals import Refused, spoken
from engagements.models import Agreement, AgreementEvent
from engagements.vocabulary import AgreementEventKind, AgreementStatus
from engagements.workflow import AGREEMENT, event_rule
from tests.builders import (
    AT,
    make_agreement,
    make_event,
    make_partner,
    make_user,
)
from tests.invariants import breaks, copy, refused_by, refused_saying, update

pytestmark = pytest.mark.django_db

STORY = "engagements.AgreementEvent:events_make_a_story"
OUT_OF_ORDER = "The dates of the agreement's events contradict their order."
TYPED = "An agreement's status cannot be typed; it follows from its events."
FUTURE = "An agreement's event cannot lie in the future."

# A way for an agreement to come to each status.
WAYS: dict[str, tuple[str, ...]] = {
    "none": (),
    "proposed": ("proposed",),
    "negotiating": ("negotiation_opened",),
    "concluded": ("concluded",),
    "signed": ("signed",),
    "adopted": ("adopted",),
    "provisional": ("signed", "provisionally_applied"),
    "in_force": ("signed", "in_force"),
    "suspended": ("signed", "in_force", "suspended"),
    "terminated": ("signed", "in_force", "terminated"),
    "expired": ("signed", "in_force", "expired"),
    "superseded": ("signed", "in_force", "superseded"),
    "abandoned": ("proposed", "abandoned"),
}
EVERY_EVENT = [(status, kind) for status in WAYS for kind in AgreementEventKind.values]


def standing(status: str) -> Agreement:
    """Make an agreement to which just enough has happened."""
    agreement = make_agreement()
    for kind in WAYS[status]:
        make_event(agreement=agreement, kind=kind, instrument="Note No. 1")
    return agreement


def status_of(agreement: Agreement) -> str:
    return Agreement.objects.get(pk=agreement.pk).status


def cannot(kind: str, status: str) -> str:
    done, stands = AgreementEventKind(kind).label, AgreementStatus(status).label
    return f"“{done}” cannot happen to an agreement that stands at “{stands}”."


def test_there_is_a_way_to_every_status() -> None:
    assert set(WAYS) == set(AgreementStatus.values)
    assert {rule.kind for rule in AGREEMENT} == set(AgreementEventKind.values)


@breaks(STORY)
@pytest.mark.parametrize(("status", "kind"), EVERY_EVENT)
def test_event_happens_only_where_the_workflow_has_it(status: str, kind: str) -> None:
    agreement = standing(status)
    assert status_of(agreement) == status
    rule = event_rule(kind)
    act = {"kind": kind, "party": make_partner(), "instrument": "Note No. 2"}
    if status in rule.sources:
        make_event(agreement=agreement, **act)
        assert status_of(agreement) == (rule.target or status)
    else:
        with refused_saying(cannot(kind, status)):
            make_event(agreement=agreement, **act)
        assert status_of(agreement) == status


@breaks(STORY)
def test_agreement_does_not_enter_into_force_unsigned() -> None:
    signature = make_event(kind="signed", action_date="2022-08-29")
    make_event(agreement=signature.agreement, kind="in_force", action_date="2023-06")
    with refused_saying(cannot("in_force", "none")):
        update(signature, voided_at=AT, voided_by_id=make_user().pk, void_reason="x")
    with refused_saying(cannot("in_force", "proposed")):
        update(signature, kind="proposed")
    with refused_saying(cannot("in_force", "none")):
        update(signature, position=3)
    assert status_of(signature.agreement) == "in_force"


def test_voided_event_takes_its_effect_back() -> None:
    agreement = standing("in_force")
    last = agreement.events.get(kind="in_force")
    update(last, voided_at=AT, voided_by_id=make_user().pk, void_reason="Misread.")
    assert status_of(agreement) == "signed"
    make_event(agreement=agreement, kind="abandoned")
    assert status_of(agreement) == "abandoned"


@breaks(STORY)
@pytest.mark.parametrize(
    ("signed", "in_force"),
    [("2023-06", "2023-05"), ("2023-06-26", "2023-06-25"), ("2024/..", "2023")],
)
def test_dates_do_not_contradict_the_order(signed: str, in_force: str) -> None:
    signature = make_event(kind="signed", action_date=signed)
    with refused_saying(OUT_OF_ORDER):
        make_event(agreement=signature.agreement, kind="in_force", action_date=in_force)


@breaks(STORY)
def test_date_of_a_past_event_is_not_moved_behind_a_later_one() -> None:
    signature = make_event(kind="signed", action_date="2022")
    # Nobody knows when it was approved: the signature still is before what follows.
    party = make_partner()
    make_event(agreement=signature.agreement, kind="approved", party=party)
    make_event(agreement=signature.agreement, kind="in_force", action_date="2023-06")
    with refused_saying(OUT_OF_ORDER):
        update(signature, action_date="2023-07")
    update(signature, action_date="2023-06-30")


@pytest.mark.parametrize(
    ("signed", "in_force"),
    [("2023-06", "2023-06"), ("2023", "2023-01"), ("", "2023"), ("2023", "")],
)
def test_dates_that_only_may_contradict_stand(signed: str, in_force: str) -> None:
    signature = make_event(kind="signed", action_date=signed)
    make_event(agreement=signature.agreement, kind="in_force", action_date=in_force)
    assert status_of(signature.agreement) == "in_force"


@breaks("engagements.AgreementEvent:event_is_past")
@pytest.mark.parametrize("kind", ["signed", "proposed", "adopted"])
def test_event_does_not_lie_in_the_future(kind: str) -> None:
    day = timezone.now().date() + timedelta(days=2)
    with refused_saying(FUTURE):
        make_event(kind=kind, action_date=day.isoformat())
    event = make_event(kind=kind)
    with refused_saying(FUTURE):
        update(event, action_date=day.isoformat())
    with refused_saying(FUTURE):
        update(event, action_date=f"{day.year + 1}")


def test_effect_may_lie_in_the_future_and_a_year_may_have_begun() -> None:
    today = timezone.now().date()
    event = make_event(kind="signed", action_date=str(today.year))
    update(event, effective_date=str(today.year + 10))
    # Tomorrow has begun already in other zones.
    update(event, action_date=(today + timedelta(days=1)).isoformat())


@breaks("engagements_agreementevent_termination_has_instrument")
@pytest.mark.parametrize("kind", ["terminated", "denounced"])
def test_agreement_is_not_ended_without_an_instrument(kind: str) -> None:
    agreement = standing("in_force")
    with refused_by("engagements_agreementevent_termination_has_instrument"):
        make_event(agreement=agreement, kind=kind, party=make_partner())


@breaks("engagements_agreementevent_party_act_has_party")
@pytest.mark.parametrize("kind", ["approved", "in_force_for_party", "denounced"])
def test_act_of_a_party_names_the_party(kind: str) -> None:
    agreement = standing("in_force")
    with refused_by("engagements_agreementevent_party_act_has_party"):
        make_event(agreement=agreement, kind=kind, instrument="Note No. 2")


VOIDS: list[Mapping[str, object]] = [
    {"voided_at": AT},
    {"void_reason": "Misread."},
    {"voided_at": AT, "void_reason": "Misread."},
]


@breaks("engagements_agreementevent_void_has_author_and_reason")
def test_event_is_voided_by_somebody_for_a_reason() -> None:
    event = make_event()
    by = {"voided_by_id": make_user().pk}
    for columns in (*VOIDS, by, {**by, "voided_at": AT}):
        with refused_by("engagements_agreementevent_void_has_author_and_reason"):
            update(event, **columns)


@breaks("engagements_agreementevent_position_is_unique")
def test_two_events_do_not_share_a_place_in_the_order() -> None:
    event = make_event(kind="round_held")
    with refused_by("engagements_agreementevent_position_is_unique"):
        copy(event)
    copy(event, position=2)


@breaks("engagements.AgreementEvent:agreement_is_fixed")
def test_event_does_not_move_to_another_agreement() -> None:
    event = make_event()
    other = make_agreement()
    table = AgreementEvent._meta.db_table
    with refused_saying(f"pgtrigger: Cannot update rows from {table} table"):
        update(event, agreement_id=other.pk)


@breaks(
    "engagements.Agreement:status_is_derived",
    "engagements.Agreement:status_starts_empty",
)
def test_status_is_not_typed() -> None:
    agreement = make_agreement(status="in_force")
    assert status_of(agreement) == "none"
    with refused_saying(TYPED):
        update(agreement, status="in_force")
    with refused_saying(TYPED):
        Agreement.objects.update(status="signed")
    make_event(agreement=agreement)
    with refused_saying(TYPED):
        update(agreement, status="none")
    assert status_of(agreement) == "signed"


@breaks(STORY)
def test_events_written_in_bulk_make_a_story_too() -> None:
    agreement = make_agreement()
    rows = [
        AgreementEvent(
            agreement=agreement,
            kind=kind,
            position=position,
            reference=f"EVT-B{position}",
        )
        for position, kind in enumerate(("signed", "in_force"), start=1)
    ]
    AgreementEvent.objects.bulk_create(rows)
    assert status_of(agreement) == "in_force"
    with refused_saying(cannot("in_force", "none")):
        agreement.events.filter(position=1).update(position=3)


def test_refused_event_says_what_to_do() -> None:
    agreement = make_agreement()
    with pytest.raises(Refused) as refusal, spoken():
        make_event(agreement=agreement, kind="in_force")
    assert refusal.value.messages == [
        (
            "“Entered into force” cannot happen to an agreement that stands at"
            " “Nothing recorded yet”."
            " Record what came before it first (an agreement enters into force after it"
            " was signed), or correct its place in the order."
        )
    ]
