"""What happens when people, posts, institutions and partners are merged for real."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chancery.models import User
from chancery.timeline import timeline
from engagements.models import CommitmentParty, MeetingPartner, Participation
from partners.actions.merging import merge, preview_merge
from partners.actions.pairs import survivor_of
from partners.actions.unmerging import preview_undo, undo_merge
from partners.models import Desk, Merge, Person, PersonName
from tests.builders import (
    AT,
    make_commitment,
    make_commitment_party,
    make_engagements_citation,
    make_institution,
    make_meeting,
    make_meeting_partner,
    make_participation,
    make_partner,
    make_partners_citation,
    make_person,
    make_person_name,
    make_post,
    make_source,
)
from tests.partners.merge_pages import WHY

pytestmark = pytest.mark.django_db


def now(row: Any) -> Any:  # noqa: ANN401 - a row of any model
    return type(row).objects.get(pk=row.pk)


def test_merged_person_leads_to_the_one_who_stays(
    alice: User, kim: Person, gim: Person
) -> None:
    done = merge(kim, gim, by=alice, at=AT, reason=f" {WHY} ")
    gone = now(gim)
    assert (gone.merged_into, gone.archived_by, gone.archive_reason) == (
        kim,
        alice,
        WHY,
    )
    assert survivor_of(gone, by=alice) == kim
    assert (done.kept, done.merged, done.merged_by, done.reason) == (
        kim,
        gim,
        alice,
        WHY,
    )


def test_every_spelling_stays_a_name(alice: User, kim: Person, gim: Person) -> None:
    make_person_name(person=gim, text="Kim Cholsu", language="en")
    merge(kim, gim, by=alice, at=AT, reason=WHY)
    names = PersonName.objects.filter(person=kim).order_by("text")
    assert [(one.text, one.form, one.script, one.language) for one in names] == [
        ("Kim Cholsu", "alias", "Latn", "en"),
        ("김철수", "alias", "Hang", "ko"),
    ]


def test_own_name_stays_a_name_where_the_other_is_taken(
    alice: User, kim: Person, gim: Person
) -> None:
    done = merge(kim, gim, by=alice, at=AT, reason=WHY, fields={"name": "theirs"})
    assert now(kim).name == "김철수"
    assert [one.text for one in PersonName.objects.filter(person=kim)] == [
        "Kim Chol-su"
    ]
    undo_merge(done, by=alice, at=AT)
    assert (now(kim).name, now(gim).name) == ("Kim Chol-su", "김철수")
    assert not PersonName.objects.exists()


def test_name_that_both_have_stays_with_the_one_that_goes(
    alice: User, kim: Person, gim: Person
) -> None:
    for person in (kim, gim):
        make_person_name(person=person, text="K. C. S.")
    done = merge(kim, gim, by=alice, at=AT, reason=WHY)
    assert PersonName.objects.filter(person=gim).get().text == "K. C. S."
    undo_merge(done, by=alice, at=AT)
    assert PersonName.objects.filter(person=kim).count() == 1


def test_merge_is_in_both_histories_with_its_reason(
    alice: User, kim: Person, gim: Person
) -> None:
    done = merge(kim, gim, by=alice, at=AT, reason=WHY)
    undo_merge(done, by=alice, at=AT, reason="They are two.")
    for person in (kim, gim):
        signed = {
            (one.actor, one.verb, one.reason)
            for one in timeline(now(person), user=alice)
            if one.verb in {"merge", "undo_merge"}
        }
        assert signed == {
            (str(alice), "merge", WHY),
            (str(alice), "undo_merge", "They are two."),
        }


def test_participant_entered_twice_is_taken_off_with_citations_kept(
    alice: User, mongolia_desk: Desk, kim: Person, gim: Person
) -> None:
    meeting = make_meeting(desk=mongolia_desk)
    post = make_post()
    one, other = (
        make_participation(
            meeting=meeting, person=person, post=post, label="", position=place
        )
        for place, person in enumerate((kim, gim))
    )
    citation = make_engagements_citation(participation=other)
    done = merge(kim, gim, by=alice, at=AT, reason=WHY)
    assert Participation.objects.get() == one
    assert now(citation).participation == one
    undo_merge(done, by=alice, at=AT)
    assert now(other).person == gim
    assert (now(other).reference, now(other).position) == (other.reference, 1)
    assert now(citation).participation == other


def test_partner_listed_twice_is_listed_once(alice: User, mongolia_desk: Desk) -> None:
    one, other = (make_partner(desk=mongolia_desk) for _ in range(2))
    meeting = make_meeting(desk=mongolia_desk, partners=[one, other])
    road = make_commitment(desk=mongolia_desk, promisors=[one, other])
    done = merge(one, other, by=alice, at=AT, reason=WHY)
    assert [row.partner for row in meeting.meeting_partners.all()] == [one]
    assert [row.partner for row in road.parties.all()] == [one]
    undo_merge(done, by=alice, at=AT)
    assert {row.partner for row in MeetingPartner.objects.all()} == {one, other}
    assert {row.partner for row in CommitmentParty.objects.all()} == {one, other}


def test_code_is_handed_over_and_back(dana: User) -> None:
    one, other = make_partner(), make_partner(iso_alpha3="MNG")
    done = merge(
        one, other, by=dana, at=AT, reason=WHY, fields={"iso_alpha3": "theirs"}
    )
    assert (now(one).iso_alpha3, now(other).iso_alpha3) == ("MNG", None)
    undo_merge(done, by=dana, at=AT)
    assert (now(one).iso_alpha3, now(other).iso_alpha3) == (None, "MNG")


def test_name_of_an_institution_is_handed_over_and_back(
    alice: User, mongolia_desk: Desk
) -> None:
    partner = make_partner()
    one, other = (
        make_institution(partner=partner, desk=mongolia_desk, name=name)
        for name in ("MFA", "Ministry of Foreign Affairs")
    )
    done = merge(one, other, by=alice, at=AT, reason=WHY, fields={"name": "theirs"})
    assert now(one).name == "Ministry of Foreign Affairs"
    undo_merge(done, by=alice, at=AT)
    assert (now(one).name, now(other).name) == ("MFA", "Ministry of Foreign Affairs")


def test_undo_leaves_what_was_changed_since(
    alice: User, mongolia_desk: Desk, kim: Person, gim: Person
) -> None:
    meeting = make_meeting(desk=mongolia_desk)
    elsewhere, edited = (
        make_participation(meeting=meeting, person=gim, label="", post=make_post())
        for _ in range(2)
    )
    done = merge(kim, gim, by=alice, at=AT, reason=WHY, fields={"name": "theirs"})
    third = make_person()
    Participation.objects.filter(pk=elsewhere.pk).update(person=third)
    Participation.objects.filter(pk=edited.pk).update(role="head")
    Person.objects.filter(pk=kim.pk).update(name="Kim C. S.")
    expected = ([("engagements.participation", elsewhere.pk)], ["name"])
    told = preview_undo(done, by=alice, at=AT)
    assert (told.stays, told.fields) == expected
    returned = undo_merge(done, by=alice, at=AT)
    assert (returned.stays, returned.fields) == expected
    assert now(elsewhere).person == third
    assert (now(edited).person, now(edited).role) == (gim, "head")
    assert now(kim).name == "Kim C. S."


def test_preview_says_what_the_merge_then_does(
    alice: User, mongolia_desk: Desk, kim: Person, gim: Person
) -> None:
    make_participation(meeting=make_meeting(desk=mongolia_desk), person=gim, label="")
    fields = {"name": "theirs"}
    told = preview_merge(kim, gim, by=alice, at=AT, fields=fields)
    assert not Merge.objects.exists()
    assert (now(gim).merged_into, now(kim).name) == (None, "Kim Chol-su")
    done = merge(kim, gim, by=alice, at=AT, reason=WHY, fields=fields)
    assert (done.ledger["moved"], done.ledger["fields"]) == (
        told.as_json()["moved"],
        told.as_json()["fields"],
    )


def test_merge_costs_the_same_however_many_rows_move(
    alice: User, mongolia_desk: Desk
) -> None:
    counts = []
    # The first asks for rights, which are then known.
    for number in (1, 1, 3):
        one, other = (make_person(desk=mongolia_desk) for _ in range(2))
        for _ in range(number):
            make_participation(
                meeting=make_meeting(desk=mongolia_desk), person=other, label=""
            )
        with CaptureQueriesContext(connection) as counted:
            merge(one, other, by=alice, at=AT, reason=WHY)
        counts.append(len(counted))
    assert counts[1] == counts[2]


def test_one_row_in_the_way_does_not_hold_up_the_others(
    alice: User, mongolia_desk: Desk
) -> None:
    one, other = (make_partner(desk=mongolia_desk) for _ in range(2))
    meetings = [make_meeting(desk=mongolia_desk, partners=[other]) for _ in range(9)]
    make_meeting_partner(meeting=meetings[4], partner=one)
    merge(one, other, by=alice, at=AT, reason=WHY)
    assert MeetingPartner.objects.filter(partner=one).count() == 9
    assert not MeetingPartner.objects.filter(partner=other).exists()


def test_citation_of_the_same_place_stays_readable(
    alice: User, kim: Person, gim: Person
) -> None:
    source = make_source()
    for person in (kim, gim):
        make_partners_citation(person=person, source=source, paragraph=2)
    make_partners_citation(person=gim, source=source, paragraph=3)
    merge(kim, gim, by=alice, at=AT, reason=WHY)
    assert {one.paragraph for one in kim.citations.all()} == {2, 3}
    assert [one.paragraph for one in gim.citations.all()] == [2]


def test_side_taken_off_with_a_difference_is_kept(
    alice: User, mongolia_desk: Desk
) -> None:
    one, other = (make_partner(desk=mongolia_desk) for _ in range(2))
    road = make_commitment(desk=mongolia_desk, promisors=[other])
    make_commitment_party(commitment=road, side="promisor", label="The people")
    merge(one, other, by=alice, at=AT, reason=WHY)
    assert {(row.partner, row.label) for row in road.parties.all()} == {
        (one, ""),
        (None, "The people"),
    }
