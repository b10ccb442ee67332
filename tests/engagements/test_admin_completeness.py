"""Draft or complete: what a meeting's record lacks, and who says that it will do."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chancery.models import User
from engagements import completeness
from engagements.actions.meetings import complete_record, log_meeting
from engagements.models import Meeting
from partners.models import Desk
from tests.admin_builders import address, page_of, signed_in
from tests.admin_pages import said, strays
from tests.builders import (
    AT,
    make_commitment,
    make_engagements_citation,
    make_home,
    make_meeting,
    make_mention,
    make_participation,
    make_partner,
    make_place,
    make_series,
)


@pytest.fixture
def browser(alice: User) -> Client:
    return signed_in(alice)


def _full(desk: Desk, owner: Any, **values: Any) -> Meeting:  # noqa: ANN401 - fields of the meeting
    meeting = make_meeting(
        **{
            "desk": desk,
            "status": "held",
            "date": "2023-06-26",
            "place": make_place(),
            "outcome": "They agreed.",
            "owner": owner,
            **values,
        }
    )
    make_engagements_citation(meeting=meeting)
    for partner in (make_partner(), make_partner()):
        make_participation(meeting=meeting, partner=partner)
        meeting.meeting_partners.create(partner=partner)
    return meeting


def _missing(meeting: Meeting, user: User) -> list[str]:
    return [item.key for item in completeness.lacking(meeting, user)]


def _do(client: Client, meeting: Meeting, verb: str, **answers: str) -> Any:  # noqa: ANN401 - a response
    meeting.refresh_from_db()
    page = address(Meeting, "deed", meeting.reference, verb)
    data = {"version": str(meeting.version), **answers}
    return client.post(page, data, follow=True)


def test_checklist_of_an_empty_held_meeting_names_everything(
    alice: User, mongolia_desk: Desk
) -> None:
    meeting = make_meeting(desk=mongolia_desk, status="held", date="2023-06")
    assert _missing(meeting, alice) == [
        "date",
        "place",
        "partners",
        "people",
        "outcome",
        "source",
        "owner",
    ]


def test_checklist_of_a_full_record_is_empty(alice: User, mongolia_desk: Desk) -> None:
    assert _missing(_full(mongolia_desk, alice.officer), alice) == []


def test_call_needs_no_place_and_an_internal_meeting_no_other_side(
    alice: User, mongolia_desk: Desk
) -> None:
    call = _full(mongolia_desk, alice.officer, place=None, mode="phone")
    assert _missing(call, alice) == []
    internal = make_meeting(
        desk=mongolia_desk, status="held", date="2023", kind="internal"
    )
    assert "partners" not in _missing(internal, alice)


def test_side_without_anybody_is_missing(alice: User, mongolia_desk: Desk) -> None:
    meeting = _full(mongolia_desk, alice.officer)
    meeting.meeting_partners.create(partner=make_partner())
    assert _missing(meeting, alice) == ["people"]


def test_meeting_called_off_is_asked_for_little(
    alice: User, mongolia_desk: Desk
) -> None:
    meeting = make_meeting(desk=mongolia_desk, status="cancelled")
    assert _missing(meeting, alice) == ["partners", "owner"]


def test_open_items_are_missing_until_each_is_dealt_with(
    alice: User, mongolia_desk: Desk, europe_desk: Desk
) -> None:
    series = make_series(desk=mongolia_desk)
    before = make_meeting(series=series, ordinal=7, status="held", date="2020")
    meeting = _full(mongolia_desk, alice.officer, series=series, ordinal=8)
    road = make_commitment(desk=mongolia_desk, status="in_progress")
    for commitment in (road, make_commitment(desk=europe_desk, status="in_progress")):
        make_mention(commitment=commitment, meeting=before)
    assert _missing(meeting, alice) == ["open_items"]
    make_mention(commitment=road, meeting=meeting, kind="not_raised")
    # What another desk keeps is theirs to deal with.
    assert _missing(meeting, alice) == []


def test_open_items_between_partners_are_missing(
    alice: User, mongolia_desk: Desk
) -> None:
    korea, mongolia = make_home(), make_partner()
    meeting = _full(mongolia_desk, alice.officer)
    for partner in (korea, mongolia):
        meeting.meeting_partners.create(partner=partner)
        make_participation(meeting=meeting, partner=partner)
    make_commitment(
        desk=mongolia_desk,
        status="not_started",
        promisors=[mongolia],
        promisees=[korea],
    )
    assert _missing(meeting, alice) == ["open_items"]


def test_citation_that_may_not_be_seen_does_not_count(
    carol: User, mongolia_desk: Desk
) -> None:
    meeting = make_meeting(desk=mongolia_desk, status="held", date="2023")
    mention = make_mention(meeting=meeting, commitment=make_commitment())
    make_engagements_citation(mention=mention)
    assert "source" not in _missing(meeting, carol)
    mention.commitment.classification = 2
    mention.commitment.save()
    assert "source" in _missing(meeting, carol)


def test_full_record_is_marked_complete_by_one_button_and_reopened(
    browser: Client, alice: User, mongolia_desk: Desk
) -> None:
    meeting = _full(mongolia_desk, alice.officer)
    page = browser.get(page_of(meeting))
    assert strays(page) == []
    assert "Nothing is missing" in page.content.decode()
    assert said(_do(browser, meeting, "complete")) == [
        "Done: Mark complete – Consultations."
    ]
    meeting.refresh_from_db()
    assert meeting.completed_by == alice
    assert ">Complete<" in browser.get(page_of(meeting)).content.decode()
    _do(browser, meeting, "reopen_record")
    meeting.refresh_from_db()
    assert meeting.completed_at is None
    assert ">Draft<" in browser.get(page_of(meeting)).content.decode()


def test_checklist_links_to_what_mends_it(browser: Client, mongolia_desk: Desk) -> None:
    meeting = make_meeting(desk=mongolia_desk, status="held", date="2023")
    page = browser.get(page_of(meeting)).content.decode()
    for item in completeness.items_of(meeting):
        if item.anchor:
            assert f'id="{item.anchor}"' in page
    assert f'href="{page_of(meeting)}#id_place">Say where it took place' in page


def test_incomplete_record_is_complete_only_with_a_reason(
    browser: Client, mongolia_desk: Desk
) -> None:
    meeting = make_meeting(desk=mongolia_desk, status="held", date="2023-06-26")
    response = _do(browser, meeting, "complete", reason=" ")
    assert "Say where it took place" in response.content.decode()
    assert response.context["form"].errors == {"reason": ["This field is required."]}
    _do(browser, meeting, "complete", reason="Nobody remembers.")
    meeting.refresh_from_db()
    assert meeting.completed_at is not None


def test_complete_record_cannot_be_unheld(
    bob: User, alice: User, mongolia_desk: Desk
) -> None:
    meeting = _full(mongolia_desk, alice.officer)
    complete_record(meeting, by=alice, at=AT)
    response = _do(signed_in(bob), meeting, "unhold", reason="Wrong day")
    assert response.context["form"].non_field_errors() == [
        "Its record is marked complete. Reopen the record first."
    ]


def test_record_of_a_meeting_ahead_is_not_to_be_completed(
    browser: Client, mongolia_desk: Desk
) -> None:
    meeting = make_meeting(desk=mongolia_desk)
    assert said(_do(browser, meeting, "complete")) == [
        "That cannot be done now: it does not follow from how it stands."
    ]


def test_record_is_not_completed_over_a_newer_version(
    browser: Client, alice: User, mongolia_desk: Desk
) -> None:
    meeting = _full(mongolia_desk, alice.officer)
    page = address(Meeting, "deed", meeting.reference, "complete")
    Meeting.objects.filter(pk=meeting.pk).update(title="Renamed")
    (message,) = said(browser.post(page, {"version": "1"}, follow=True))
    assert "changed this meanwhile" in message
    meeting.refresh_from_db()
    assert meeting.completed_at is None


def test_reader_and_other_desks_do_not_complete(
    browser: Client, carol: User, mongolia_desk: Desk, europe_desk: Desk
) -> None:
    own = make_meeting(desk=mongolia_desk, status="held", date="2023")
    other = make_meeting(desk=europe_desk, status="held", date="2023")
    assert "complete" not in {
        deed.verb for deed, _url in signed_in(carol).get(page_of(own)).context["deeds"]
    }
    assert _do(browser, other, "complete", reason="x").status_code == 403


def test_past_meeting_still_planned_is_asked_about(
    browser: Client, mongolia_desk: Desk
) -> None:
    meeting = make_meeting(desk=mongolia_desk, status="scheduled", date="2023")
    page = browser.get(page_of(meeting)).content.decode()
    hold = address(Meeting, "deed", meeting.reference, "hold")
    assert "Was it held?" in page
    assert f'href="{hold}"' in page


@pytest.mark.parametrize(
    ("view", "title"),
    [("incomplete", "Draft"), ("complete", "Done"), ("unclear", "Past")],
)
def test_list_is_filtered_by_how_complete_records_are(
    view: str, title: str, browser: Client, alice: User, mongolia_desk: Desk
) -> None:
    make_meeting(desk=mongolia_desk, title="Draft", status="held", date="2023")
    make_meeting(desk=mongolia_desk, title="Past", status="scheduled", date="2023")
    make_meeting(desk=mongolia_desk, title="Ahead", status="scheduled", date="2099")
    done = make_meeting(desk=mongolia_desk, title="Done", status="held", date="2023")
    complete_record(done, by=alice, at=AT, reason="It will do.")
    rows = browser.get(address(Meeting), {"view": view}).context["cl"].result_list
    assert [row.title for row in rows] == [title]


def test_checklist_has_a_fixed_price(alice: User, mongolia_desk: Desk) -> None:
    meetings = [_full(mongolia_desk, alice.officer) for _ in range(3)]
    completeness.missing(meetings[:1], alice)
    with CaptureQueriesContext(connection) as queries:
        completeness.missing(meetings, alice)
    assert len(queries) == 1


def test_new_meeting_is_a_draft(alice: User, mongolia_desk: Desk) -> None:
    meeting = log_meeting(
        by=alice,
        at=AT,
        values={
            "title": "X",
            "kind": "visit",
            "desk": mongolia_desk,
            "date": "2023",
            "status": "held",
        },
    )
    assert list(Meeting.objects.incomplete()) == [meeting]
