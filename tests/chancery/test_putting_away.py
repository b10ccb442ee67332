"""Parts are removed, records are archived and come back; the history keeps both."""

from typing import Any

import pytest

from chancery import actions
from chancery.models import User
from chancery.refusals import Refused, Stale
from engagements.models import Meeting, MeetingPartner
from partners.models import Desk
from tests.builders import AT, make_meeting, make_meeting_partner
from tests.domain import history_of

pytestmark = pytest.mark.django_db


def signed(row: Any) -> dict[str, Any]:  # noqa: ANN401 - of any model
    """Return the signature of a row's last change."""
    states = history_of(type(row)).objects.filter(pgh_obj_id=row.pk)
    metadata: dict[str, Any] = states.latest("pgh_id").pgh_context.metadata
    return metadata


def test_part_is_removed_and_stays_in_the_history(
    alice: User, mongolia_desk: Desk
) -> None:
    part = make_meeting_partner(meeting=make_meeting(desk=mongolia_desk))
    actions.remove(part, by=alice, at=AT, reason="Did not come.")
    assert not MeetingPartner.objects.exists()
    assert (signed(part)["verb"], signed(part)["reason"]) == ("remove", "Did not come.")


def test_record_is_not_removed(alice: User, mongolia_desk: Desk) -> None:
    meeting = make_meeting(desk=mongolia_desk)
    with pytest.raises(Refused):
        actions.remove(meeting, by=alice, at=AT)
    assert Meeting.objects.get() == meeting


def test_record_is_archived_with_a_reason_and_comes_back(
    alice: User, mongolia_desk: Desk
) -> None:
    meeting = make_meeting(desk=mongolia_desk)
    for reason in ("", "  "):
        with pytest.raises(Refused):
            actions.archive(meeting, by=alice, at=AT, reason=reason)
    away = actions.archive(meeting, by=alice, at=AT, reason=" Entered twice. ")
    assert (away.archived_at, away.archived_by, away.archive_reason) == (
        AT,
        alice,
        "Entered twice.",
    )
    assert not Meeting.objects.current().exists()
    assert Meeting.objects.visible_to(alice).get() == meeting
    with pytest.raises(Refused, match="archived already"):
        actions.archive(meeting, by=alice, at=AT, reason="Again.")
    back = actions.restore(away, by=alice, at=AT, reason="It was another one.")
    assert (back.archived_at, back.archived_by, back.archive_reason) == (None, None, "")
    assert signed(meeting)["verb"] == "restore"
    with pytest.raises(Refused, match="not archived"):
        actions.restore(back, by=alice, at=AT)


def test_record_that_moved_on_is_not_archived(alice: User, mongolia_desk: Desk) -> None:
    meeting = make_meeting(desk=mongolia_desk)
    read = meeting.version
    actions.change(meeting, by=alice, at=AT, values={"title": "Held after all"})
    with pytest.raises(Stale):
        actions.archive(meeting, by=alice, at=AT, reason="Empty.", version=read)
    assert Meeting.objects.current().get() == meeting
