"""Recording what happens to agreements, as people do it."""

import pytest

from chancery.models import User
from chancery.refusals import NotFound, Refused
from engagements.actions.agreements import (
    enter_agreement,
    record_event,
    tick_procedure_step,
    void_event,
)
from engagements.models import Agreement, AgreementEvent, ProcedureStep
from partners.models import Desk
from tests.builders import (
    AT,
    make_agreement,
    make_institution,
    make_partner,
    make_place,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def agreement(mongolia_desk: Desk) -> Agreement:
    return make_agreement(desk=mongolia_desk)


def story(agreement: Agreement) -> list[tuple[int, str, str]]:
    rows = agreement.events.order_by("position")
    return list(rows.values_list("position", "kind", "action_date"))


def test_agreement_is_entered_with_its_parties(
    alice: User, mongolia_desk: Desk
) -> None:
    korea, agency = make_partner(), make_institution()
    agreement = enter_agreement(
        by=alice,
        at=AT,
        values={
            "desk": mongolia_desk,
            "title": "Framework on climate",
            "instrument_type": "agreement",
        },
        parties=[(korea, None), (agency.partner, agency)],
        year=2022,
    )
    assert (agreement.reference, agreement.status) == ("AGR-2022-0001", "none")
    assert set(agreement.parties.values_list("partner", "institution")) == {
        (korea.pk, None),
        (agency.partner_id, agency.pk),
    }


def test_status_follows_what_is_recorded(alice: User, agreement: Agreement) -> None:
    ulaanbaatar, seoul = make_place(), make_place()
    signed = record_event(
        agreement,
        by=alice,
        at=AT,
        values={"kind": "signed", "action_date": "2022-08-29"},
        places=[ulaanbaatar, seoul],
    )
    assert agreement.status == "signed"
    assert signed.reference == "EVT-2022-0001"
    assert set(signed.places.all()) == {ulaanbaatar, seoul}
    record_event(
        agreement,
        by=alice,
        at=AT,
        values={
            "kind": "in_force",
            "action_date": "2023-06",
            "effective_date": "2023-06",
        },
    )
    assert agreement.status == "in_force"


def test_event_learnt_of_late_takes_its_place_by_date(
    alice: User, agreement: Agreement
) -> None:
    for kind, date in (
        ("signed", "2022-08-29"),
        ("in_force", "2023-06-10"),
        ("concluded", "2021"),
        ("negotiation_opened", "2019-05"),
        ("notes_exchanged", "2022-12"),
    ):
        values = {"kind": kind, "action_date": date}
        record_event(agreement, by=alice, at=AT, values=values)
    assert story(agreement) == [
        (1, "negotiation_opened", "2019-05"),
        (2, "concluded", "2021"),
        (3, "signed", "2022-08-29"),
        (4, "notes_exchanged", "2022-12"),
        (5, "in_force", "2023-06-10"),
    ]
    assert agreement.status == "in_force"


def test_undated_event_takes_its_place_by_what_it_is(
    alice: User, agreement: Agreement
) -> None:
    for kind in ("signed", "in_force", "concluded"):
        record_event(agreement, by=alice, at=AT, values={"kind": kind})
    assert [kind for _place, kind, _date in story(agreement)] == [
        "concluded",
        "signed",
        "in_force",
    ]


def test_event_that_makes_no_story_is_refused_and_moves_nothing(
    alice: User, agreement: Agreement
) -> None:
    record_event(
        agreement,
        by=alice,
        at=AT,
        values={"kind": "signed", "action_date": "2022-08-29"},
    )
    before = story(agreement)
    with pytest.raises(Refused, match="contradict their order"):
        record_event(
            agreement,
            by=alice,
            at=AT,
            values={"kind": "in_force", "action_date": "2021", "position": 2},
        )
    with pytest.raises(Refused, match="cannot happen"):
        record_event(
            agreement,
            by=alice,
            at=AT,
            values={"kind": "in_force", "action_date": "2021"},
        )
    with pytest.raises(Refused) as refusal:
        record_event(agreement, by=alice, at=AT, values={"kind": "lost"})
    assert refusal.value.error_list[0].code == "unknown_event"
    with pytest.raises(Refused, match="needs the instrument"):
        record_event(agreement, by=alice, at=AT, values={"kind": "terminated"})
    assert story(agreement) == before


def test_malformed_date_of_an_event_is_refused(
    alice: User, agreement: Agreement
) -> None:
    with pytest.raises(Refused):
        record_event(
            agreement,
            by=alice,
            at=AT,
            values={"kind": "signed", "action_date": "last summer"},
        )
    assert story(agreement) == []


def test_event_is_voided_with_a_reason_and_stays_to_be_seen(
    alice: User, agreement: Agreement
) -> None:
    event = record_event(agreement, by=alice, at=AT, values={"kind": "signed"})
    with pytest.raises(Refused, match="Say why"):
        void_event(event, by=alice, at=AT, reason=" ")
    void = void_event(event, by=alice, at=AT, reason=" Only initialled. ")
    assert (void.voided_at, void.voided_by, void.void_reason) == (
        AT,
        alice,
        "Only initialled.",
    )
    agreement.refresh_from_db()
    assert agreement.status == "none"
    assert AgreementEvent.objects.count() == 1
    record_event(agreement, by=alice, at=AT, values={"kind": "initialled"})
    assert agreement.status == "concluded"


def test_event_on_which_others_rest_is_not_voided(
    alice: User, agreement: Agreement
) -> None:
    signed = record_event(agreement, by=alice, at=AT, values={"kind": "signed"})
    record_event(agreement, by=alice, at=AT, values={"kind": "in_force"})
    with pytest.raises(Refused, match="cannot happen"):
        void_event(signed, by=alice, at=AT, reason="Misread.")
    agreement.refresh_from_db()
    assert agreement.status == "in_force"


def test_checklist_is_ticked_once_and_then_changed(
    alice: User, agreement: Agreement
) -> None:
    first = tick_procedure_step(
        agreement, "state_council", by=alice, at=AT, values={"is_required": True}
    )
    again = tick_procedure_step(
        agreement, "state_council", by=alice, at=AT, values={"done_date": "2022-11"}
    )
    assert again.pk == first.pk
    row = ProcedureStep.objects.get()
    assert (row.is_required, row.done_date, row.version) == (True, "2022-11", 2)
    with pytest.raises(Refused):
        tick_procedure_step(agreement, "referendum", by=alice, at=AT, values={})


def test_agreement_of_another_desk_is_not_touched(
    alice: User, europe_desk: Desk
) -> None:
    theirs = make_agreement(desk=europe_desk)
    with pytest.raises(NotFound):
        record_event(theirs, by=alice, at=AT, values={"kind": "signed"})
    with pytest.raises(NotFound):
        tick_procedure_step(theirs, "signature", by=alice, at=AT, values={})


def test_event_is_taken_back_only_once(
    alice: User, bob: User, agreement: Agreement
) -> None:
    event = record_event(agreement, by=alice, at=AT, values={"kind": "signed"})
    void_event(event, by=alice, at=AT, reason="Only initialled.")
    with pytest.raises(Refused, match="taken back already"):
        void_event(event, by=bob, at=AT, reason="Mine.")
    event.refresh_from_db()
    assert (event.voided_by, event.void_reason) == (alice, "Only initialled.")
