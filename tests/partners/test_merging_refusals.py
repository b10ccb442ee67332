"""Merges that must not happen, and what has to be settled before."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from chancery import actions
from chancery.models import User
from chancery.refusals import NotFound, Refused, Stale
from engagements.models import CommitmentParty, Participation
from partners.actions.merging import merge
from partners.actions.unmerging import undo_merge
from partners.models import Desk, Partner, Person, Tenure
from tests.builders import (
    AT,
    make_commitment,
    make_home,
    make_meeting,
    make_membership,
    make_participation,
    make_partner,
    make_person,
    make_post,
    make_relation_step,
    make_tenure,
)
from tests.partners.merge_pages import WHY

pytestmark = pytest.mark.django_db


def now(row: Any) -> Any:  # noqa: ANN401 - a row of any model
    return type(row).objects.get(pk=row.pk)


def refusal(*args: Any, **options: Any) -> list[str]:  # noqa: ANN401
    with pytest.raises(Refused) as refused:
        merge(*args, at=AT, reason=WHY, **options)
    return refused.value.messages


def test_participant_entered_twice_with_a_difference_is_for_people_to_settle(
    alice: User, mongolia_desk: Desk, kim: Person, gim: Person
) -> None:
    meeting = make_meeting(desk=mongolia_desk, title="7th session")
    make_participation(meeting=meeting, person=kim, label="")
    row = make_participation(meeting=meeting, person=gim, label="", role="head")
    assert refusal(kim, gim, by=alice) == [
        "Settle this first, then merge:",
        (
            f"7th session – Participant {row.reference}: 김철수: This person is listed"
            " with the same post already."
        ),
    ]
    assert now(gim).merged_into is None


def test_overlapping_tenures_of_merged_posts_are_refused(
    alice: User, mongolia_desk: Desk
) -> None:
    one, other = (make_post(desk=mongolia_desk) for _ in range(2))
    make_tenure(post=one, start="2020", end="2022", desk=mongolia_desk)
    row = make_tenure(post=other, start="2021", desk=mongolia_desk)
    first, second = refusal(one, other, by=alice)
    assert first == "Settle this first, then merge:"
    assert second.startswith(f"Tenure {row.reference}: ")
    assert second.endswith("End that tenure first, or mark this one as acting.")
    assert now(row).post == other
    Tenure.objects.filter(pk=row.pk).update(is_acting=True)
    merge(one, other, by=alice, at=AT, reason=WHY)
    assert now(row).post == one


def test_nobody_promises_anything_to_himself(alice: User, mongolia_desk: Desk) -> None:
    one, other = (make_partner(desk=mongolia_desk) for _ in range(2))
    road = make_commitment(
        desk=mongolia_desk, title="Build a road", promisors=[one], promisees=[other]
    )
    assert refusal(one, other, by=alice) == [
        "Settle this first, then merge:",
        f"Commitment {road.reference}: Build a road would name the same record twice.",
    ]
    assert {row.partner for row in CommitmentParty.objects.all()} == {one, other}


def test_relation_between_the_two_is_settled_first(
    alice: User, mongolia_desk: Desk
) -> None:
    one = make_partner(desk=mongolia_desk, short_name="One")
    other = make_partner(desk=mongolia_desk, short_name="Other", successor=one)
    make_relation_step(first=one, second=other, desk=mongolia_desk)
    make_membership(group=one, member=other)
    Partner.objects.filter(pk=one.pk).update(successor=other)
    messages = refusal(one, other, by=alice)
    assert messages[1] == (
        "“One” names the other record as “succeeded by”: take that out."
    )
    assert [text.rpartition(": ")[2] for text in messages[2:]] == [
        "A group is not a member of itself.",
        "Relations are between two partners.",
    ]


def test_value_that_leads_to_the_record_itself_is_not_taken(
    alice: User, mongolia_desk: Desk
) -> None:
    one = make_partner(desk=mongolia_desk)
    other = make_partner(desk=mongolia_desk, successor=one)
    (message,) = refusal(one, other, by=alice, fields={"successor": "theirs"})
    assert message.startswith("“succeeded by” would lead from the record to itself.")


def test_home_state_stays(dana: User) -> None:
    home, other = make_home(), make_partner()
    assert refusal(other, home, by=dana) == [
        "Our own state stays; merge the other one into it."
    ]
    merge(home, other, by=dana, at=AT, reason=WHY)


def test_states_with_codes_of_their_own_are_two(dana: User) -> None:
    one = make_partner(iso_alpha3="MNG")
    other = make_partner(iso_alpha3="KAZ")
    (message,) = refusal(one, other, by=dana)
    assert message.startswith("Each has an ISO 3166 code of its own")


def test_secret_is_not_opened_by_a_merge(
    alice: User, mongolia_desk: Desk, kim: Person
) -> None:
    secret = make_person(name="김철수", desk=mongolia_desk, classification=2)
    (message,) = refusal(kim, secret, by=alice)
    assert message.endswith("Take the higher classification.")
    merge(
        kim,
        secret,
        by=alice,
        at=AT,
        reason=WHY,
        fields={"classification": "theirs"},
    )
    assert now(kim).classification == 2


def test_earlier_redirect_leads_on_and_comes_back(
    alice: User, mongolia_desk: Desk, kim: Person, gim: Person
) -> None:
    third = make_person(desk=mongolia_desk)
    first = merge(kim, gim, by=alice, at=AT, reason=WHY)
    second = merge(third, now(kim), by=alice, at=AT, reason=WHY)
    assert now(gim).merged_into == now(kim).merged_into == third
    with pytest.raises(Refused, match="merged on since"):
        undo_merge(first, by=alice, at=AT)
    undo_merge(second, by=alice, at=AT)
    assert (now(gim).merged_into, now(kim).merged_into) == (kim, None)
    undo_merge(first, by=alice, at=AT)
    assert now(gim).archived_at is None


def test_merge_needs_a_reason(alice: User, kim: Person, gim: Person) -> None:
    with pytest.raises(Refused, match="Say why the two are one"):
        merge(kim, gim, by=alice, at=AT, reason="  ")


def test_reason_that_no_text_can_hold_is_refused(
    alice: User, kim: Person, gim: Person
) -> None:
    with pytest.raises(Refused):
        merge(kim, gim, by=alice, at=AT, reason="a\0b")
    assert now(gim).merged_into is None


def test_record_is_not_merged_into_itself_or_another_kind(
    alice: User, mongolia_desk: Desk, kim: Person
) -> None:
    for other in (kim, make_post(desk=mongolia_desk)):
        (message,) = refusal(kim, other, by=alice)
        assert message == "Choose two different records of one kind."


def test_archived_or_merged_record_is_not_merged_again(
    alice: User, mongolia_desk: Desk, kim: Person, gim: Person
) -> None:
    third = make_person(desk=mongolia_desk, name="Third")
    merge(kim, gim, by=alice, at=AT, reason=WHY)
    assert refusal(kim, gim, by=alice) == [
        "“김철수” was merged already. Reload the page."
    ]
    assert refusal(gim, third, by=alice) == [
        "“김철수” was merged already. Reload the page."
    ]
    actions.archive(third, by=alice, at=AT, reason="Entered by mistake.")
    assert refusal(kim, third, by=alice) == ["“Third” is archived. Restore it first."]


def test_merge_of_what_moved_on_is_refused(
    alice: User, kim: Person, gim: Person
) -> None:
    versions = (kim.version, gim.version)
    actions.change(gim, by=alice, at=AT, values={"note": "Met in 2023."})
    with pytest.raises(Stale):
        merge(kim, gim, by=alice, at=AT, reason=WHY, versions=versions)


def test_merge_is_undone_once(alice: User, kim: Person, gim: Person) -> None:
    done = merge(kim, gim, by=alice, at=AT, reason=WHY)
    undo_merge(done, by=alice, at=AT)
    with pytest.raises(Refused, match="undone already"):
        undo_merge(done, by=alice, at=AT)
    again = merge(kim, now(gim), by=alice, at=AT, reason=WHY)
    assert again.reference != done.reference


def test_merged_record_is_neither_restored_nor_chosen(
    alice: User, mongolia_desk: Desk, kim: Person, gim: Person
) -> None:
    merge(kim, gim, by=alice, at=AT, reason=WHY)
    with pytest.raises(Refused, match="Undo the merge instead"):
        actions.restore(now(gim), by=alice, at=AT)
    meeting = make_meeting(desk=mongolia_desk)
    with pytest.raises(Refused, match="was merged into another record"):
        actions.add(
            Participation,
            by=alice,
            at=AT,
            values={"meeting": meeting, "person": now(gim)},
        )


def test_rows_of_other_desks_and_hidden_ones_stop_a_merge_alike(
    alice: User, mongolia_desk: Desk, europe_desk: Desk, kim: Person, gim: Person
) -> None:
    alice.officer.clearance = 1
    alice.officer.save()
    texts = set()
    for meeting in (
        make_meeting(desk=europe_desk),
        make_meeting(desk=mongolia_desk, classification=2),
    ):
        row = make_participation(meeting=meeting, person=gim, label="")
        with pytest.raises(PermissionDenied) as refused:
            merge(kim, gim, by=alice, at=AT, reason=WHY)
        texts.add(str(refused.value))
        assert now(row).person == gim
        row.delete()
    assert texts == {
        (
            "Records that are not yours to change refer to it. Ask a supervisor or an"
            " administrator to do it."
        )
    }


def test_person_of_another_desk_is_not_merged(
    alice: User, europe_desk: Desk, kim: Person
) -> None:
    theirs = make_person(desk=europe_desk)
    for pair in ((kim, theirs), (theirs, kim)):
        with pytest.raises(NotFound):
            merge(*pair, by=alice, at=AT, reason=WHY)


def test_reader_merges_nothing(carol: User, kim: Person, gim: Person) -> None:
    with pytest.raises(PermissionDenied):
        merge(kim, gim, by=carol, at=AT, reason=WHY)


def test_hidden_value_is_not_taken_over(
    alice: User, mongolia_desk: Desk, kim: Person
) -> None:
    hidden = make_partner(classification=2)
    gim = make_person(desk=mongolia_desk, partner=hidden)
    alice.officer.clearance = 1
    alice.officer.save()
    with pytest.raises(NotFound):
        merge(kim, gim, by=alice, at=AT, reason=WHY, fields={"partner": "theirs"})
