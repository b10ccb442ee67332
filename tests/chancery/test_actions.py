"""The only writers: rights first, then scope, then the rules; all or nothing."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from chancery import actions
from chancery.models import User
from chancery.refusals import NotFound, Refused, Stale
from engagements.models import Meeting, MeetingPartner
from partners.models import Desk, Partner
from seeds.models import Source
from tests.builders import (
    AT,
    make_desk,
    make_meeting,
    make_meeting_partner,
    make_partner,
)
from tests.cast import INTERNAL, RESTRICTED
from tests.domain import history_of
from tests.invariants import update

pytestmark = pytest.mark.django_db


def meeting_values(desk: Desk, **values: object) -> dict[str, Any]:
    return {"desk": desk, "title": "Consultations", "kind": "working_level", **values}


def signed(row: Any) -> dict[str, Any]:  # noqa: ANN401 - of any model
    """Return the signature of a row's last change."""
    states = history_of(type(row)).objects.filter(pgh_obj_id=row.pk)
    metadata: dict[str, Any] = states.latest("pgh_id").pgh_context.metadata
    return metadata


def test_add_numbers_signs_and_writes(alice: User, mongolia_desk: Desk) -> None:
    meeting = actions.add(
        Meeting,
        by=alice,
        at=AT,
        values=meeting_values(mongolia_desk),
        year=2023,
        reason="From the evening's notes.",
    )
    assert Meeting.objects.get() == meeting
    assert (meeting.reference, meeting.version) == ("MTG-2023-0001", 1)
    assert signed(meeting) == {
        "user": alice.pk,
        "username": "alice",
        "verb": "add",
        "reason": "From the evening's notes.",
        "at": AT.isoformat(),
    }


def test_add_takes_a_code_where_there_is_one(dana: User) -> None:
    values = {"kind": "state", "short_name": "Mongolia"}
    coded = actions.add(Partner, by=dana, at=AT, values=values, code="MNG")
    counted = actions.add(Partner, by=dana, at=AT, values=values)
    assert [row.reference for row in (coded, counted)] == ["PTR-MNG", "PTR-0001"]


@pytest.mark.parametrize(
    "values",
    [{"status": "held"}, {"reference": "MTG-2020-0001"}, {"archive_reason": "x"}],
)
def test_what_a_rule_sets_cannot_be_set_by_hand(
    alice: User, mongolia_desk: Desk, values: dict[str, Any]
) -> None:
    meeting = make_meeting(desk=mongolia_desk)
    with pytest.raises(Refused, match="cannot be set by hand"):
        actions.change(meeting, by=alice, at=AT, values=values)
    with pytest.raises(Refused, match="cannot be set by hand"):
        actions.add(
            Meeting, by=alice, at=AT, values=meeting_values(mongolia_desk) | values
        )
    meeting.refresh_from_db()
    assert (meeting.version, Meeting.objects.count()) == (1, 1)


@pytest.mark.parametrize("who", ["carol", "erik", "charlie"])
def test_role_without_the_right_is_refused(
    who: str, request: pytest.FixtureRequest, mongolia_desk: Desk
) -> None:
    user: User = request.getfixturevalue(who)
    meeting = make_meeting(desk=mongolia_desk)
    part = make_meeting_partner(meeting=meeting)
    with pytest.raises(PermissionDenied):
        actions.add(Meeting, by=user, at=AT, values=meeting_values(mongolia_desk))
    with pytest.raises(PermissionDenied):
        actions.change(meeting, by=user, at=AT, values={"title": "Mine"})
    with pytest.raises(PermissionDenied):
        actions.remove(part, by=user, at=AT)
    with pytest.raises(PermissionDenied):
        actions.archive(meeting, by=user, at=AT, reason="Not needed.")
    assert list(Meeting.objects.values_list("title", flat=True)) == ["Consultations"]


def test_record_of_another_desk_is_as_if_it_did_not_exist(
    alice: User, europe_desk: Desk
) -> None:
    theirs = make_meeting(desk=europe_desk)
    part = make_meeting_partner(meeting=theirs)
    gone = make_meeting(desk=europe_desk)
    gone.pk += 1000
    with pytest.raises(NotFound) as foreign:
        actions.change(theirs, by=alice, at=AT, values={"title": "Mine"})
    with pytest.raises(NotFound) as missing:
        actions.change(gone, by=alice, at=AT, values={"title": "Mine"})
    assert str(foreign.value) == str(missing.value)
    with pytest.raises(NotFound):
        actions.remove(part, by=alice, at=AT)
    with pytest.raises(NotFound):
        actions.archive(theirs, by=alice, at=AT, reason="Not needed.")


def test_record_above_the_clearance_is_not_changed(
    alice: User, mongolia_desk: Desk
) -> None:
    update(alice.officer, clearance=INTERNAL)
    quiet = make_meeting(desk=mongolia_desk, classification=RESTRICTED)
    with pytest.raises(NotFound):
        actions.change(quiet, by=alice, at=AT, values={"title": "Read"})


def test_nothing_is_added_to_another_desk(alice: User, europe_desk: Desk) -> None:
    with pytest.raises(NotFound):
        actions.add(Meeting, by=alice, at=AT, values=meeting_values(europe_desk))
    with pytest.raises(NotFound):
        actions.add(
            MeetingPartner,
            by=alice,
            at=AT,
            values={
                "meeting": make_meeting(desk=europe_desk),
                "partner": make_partner(),
            },
        )
    assert not MeetingPartner.objects.exists()
    assert Meeting.objects.count() == 1


def test_record_is_not_moved_to_another_desk(
    alice: User, mongolia_desk: Desk, europe_desk: Desk
) -> None:
    meeting = make_meeting(desk=mongolia_desk)
    with pytest.raises(NotFound):
        actions.change(meeting, by=alice, at=AT, values={"desk": europe_desk})
    meeting.refresh_from_db()
    assert meeting.desk == mongolia_desk


def test_record_out_of_sight_is_not_referred_to(
    alice: User, mongolia_desk: Desk
) -> None:
    update(alice.officer, clearance=INTERNAL)
    meeting = make_meeting(desk=mongolia_desk)
    hidden = make_partner(classification=RESTRICTED)
    part = {"meeting": meeting, "partner": hidden}
    with pytest.raises(NotFound):
        actions.add(MeetingPartner, by=alice, at=AT, values=part)
    # The meeting itself would stay visible, and would tell the partner's name.
    with pytest.raises(NotFound):
        actions.change(meeting, by=alice, at=AT, values={"host": hidden})
    with pytest.raises(NotFound):
        actions.add(
            Meeting, by=alice, at=AT, values=meeting_values(mongolia_desk, host=hidden)
        )
    assert Meeting.objects.get().host is None
    assert not MeetingPartner.objects.exists()


def test_relation_that_is_there_out_of_sight_hinders_no_change(
    alice: User, mongolia_desk: Desk
) -> None:
    update(alice.officer, clearance=INTERNAL)
    hidden = make_partner(classification=RESTRICTED)
    meeting = make_meeting(desk=mongolia_desk, host=hidden)
    changed = actions.change(meeting, by=alice, at=AT, values={"title": "New"})
    assert (changed.title, changed.host) == ("New", hidden)


def test_sources_belong_to_every_desk(alice: User) -> None:
    values = {"title": "A press release", "kind": "press_release"}
    source = actions.add(Source, by=alice, at=AT, values=values, year=2023)
    changed = actions.change(source, by=alice, at=AT, values={"language": "ko"})
    assert (changed.reference, changed.language) == ("SRC-2023-0001", "ko")


def test_change_sets_what_is_named_and_counts_up(
    alice: User, mongolia_desk: Desk
) -> None:
    meeting = make_meeting(desk=mongolia_desk, summary="Long.")
    changed = actions.change(
        meeting,
        by=alice,
        at=AT,
        values={"title": "7th Joint Committee"},
        version=1,
        reason="Full name.",
    )
    assert (changed.title, changed.summary, changed.version) == (
        "7th Joint Committee",
        "Long.",
        2,
    )
    assert (signed(meeting)["verb"], signed(meeting)["reason"]) == (
        "change",
        "Full name.",
    )


def test_change_of_what_somebody_else_changed_is_stale(
    alice: User, bob: User, mongolia_desk: Desk
) -> None:
    meeting = make_meeting(desk=mongolia_desk)
    actions.change(meeting, by=bob, at=AT, values={"title": "Bob's"}, version=1)
    with pytest.raises(Stale) as refusal:
        actions.change(meeting, by=alice, at=AT, values={"title": "Mine"}, version=1)
    assert refusal.value.messages == [
        "Somebody else changed this meanwhile. Reload and compare."
    ]
    assert Meeting.objects.get().title == "Bob's"


def test_change_without_a_version_takes_the_row_as_it_is(
    alice: User, mongolia_desk: Desk
) -> None:
    meeting = make_meeting(desk=mongolia_desk)
    Meeting.objects.update(summary="Meanwhile.")
    changed = actions.change(meeting, by=alice, at=AT, values={"title": "New"})
    assert (changed.title, changed.summary) == ("New", "Meanwhile.")


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"date": "June 2023"}, "date"),
        ({"kind": "party"}, "kind"),
        ({"title": ""}, "title"),
        ({"classification": RESTRICTED + 1}, "classification"),
    ],
)
def test_malformed_value_is_refused_by_its_field(
    values: dict[str, Any], field: str, alice: User, mongolia_desk: Desk
) -> None:
    meeting = make_meeting(desk=mongolia_desk)
    with pytest.raises(Refused) as refusal:
        actions.change(meeting, by=alice, at=AT, values=values)
    assert list(refusal.value.message_dict) == [field]
    assert Meeting.objects.get().version == 1


def test_broken_rule_is_refused_in_words_and_nothing_is_written(
    alice: User, mongolia_desk: Desk
) -> None:
    meeting = make_meeting(desk=mongolia_desk)
    with pytest.raises(Refused) as refusal:
        actions.change(meeting, by=alice, at=AT, values={"ordinal": 7, "title": "7th"})
    assert refusal.value.messages == ["A session number needs its series."]
    assert Meeting.objects.get().title == "Consultations"


def test_desk_of_no_record_is_for_administrators(alice: User, dana: User) -> None:
    desk = make_desk()
    with pytest.raises(PermissionDenied):
        actions.change(desk, by=alice, at=AT, values={"name": "Mine"})
    assert actions.change(desk, by=dana, at=AT, values={"name": "New"}).name == "New"
