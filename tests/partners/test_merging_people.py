"""What happens when people, posts, institutions and partners are merged for real."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chancery import actions
from chancery.models import User
from chancery.refusals import NotFound, Refused, Stale
from chancery.timeline import timeline
from engagements.models import CommitmentParty, MeetingPartner, Participation
from partners.actions.merging import (
    merge,
    preview_merge,
    preview_undo,
    survivor_of,
    undo_merge,
)
from partners.models import Desk, Merge, Partner, Person, PersonName, Tenure
from tests.builders import (
    AT,
    make_commitment,
    make_commitment_party,
    make_engagements_citation,
    make_home,
    make_institution,
    make_meeting,
    make_meeting_partner,
    make_membership,
    make_participation,
    make_partner,
    make_partners_citation,
    make_person,
    make_person_name,
    make_post,
    make_relation_step,
    make_source,
    make_tenure,
)

pytestmark = pytest.mark.django_db

WHY = "One person, two spellings."


@pytest.fixture
def kim(mongolia_desk: Desk) -> Person:
    return make_person(name="Kim Chol-su", desk=mongolia_desk)


@pytest.fixture
def gim(mongolia_desk: Desk) -> Person:
    return make_person(name="김철수", desk=mongolia_desk)


def now(row: Any) -> Any:  # noqa: ANN401 - a row of any model
    return type(row).objects.get(pk=row.pk)


def refusal(*args: Any, **options: Any) -> list[str]:  # noqa: ANN401
    with pytest.raises(Refused) as refused:
        merge(*args, at=AT, reason=WHY, **options)
    return refused.value.messages


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
