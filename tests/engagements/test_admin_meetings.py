"""Meetings in the admin: logged on one page, moved along by buttons."""

from typing import Any

import pytest
from django.test import Client

from chancery.models import User
from engagements.models import Meeting, MeetingStatusChange, Mention, Participation
from partners.models import Desk
from tests.admin_builders import address, full, page_of, signed_in
from tests.admin_pages import errors, form_data, said
from tests.builders import (
    make_commitment,
    make_meeting,
    make_mention,
    make_participation,
    make_partner,
    make_person,
    make_post,
    make_series,
    make_tenure,
)


@pytest.fixture
def browser(alice: User) -> Client:
    return signed_in(alice)


def _deed(client: Client, record: Any, verb: str, **answers: str) -> Any:  # noqa: ANN401 - records and answers of any kind
    page = address(type(record), "deed", record.reference, verb)
    data = {"seen_version": record.version, "version": record.version, **answers}
    return client.post(page, data, follow=True)


def _verbs(client: Client, record: Any) -> list[str]:  # noqa: ANN401 - as above
    return [deed.verb for deed, _url in client.get(page_of(record)).context["deeds"]]


def test_meeting_is_logged_with_partners_participants_and_what_was_said(
    browser: Client, mongolia_desk: Desk, alice: User
) -> None:
    korea, mongolia = make_partner(), make_partner()
    series = make_series(desk=mongolia_desk)
    commitment = make_commitment(desk=mongolia_desk)
    new = address(Meeting, "add")
    data = form_data(browser.get(new)) | {
        "title": "7th Joint Committee",
        "kind": "joint_committee",
        "series": str(series.pk),
        "ordinal": "7",
        "begins_as": "held",
        "date": "2023-06-26",
        "meeting_partners-0-partner": str(korea.pk),
        "meeting_partners-0-role": "guest",
        "meeting_partners-1-partner": str(mongolia.pk),
        "meeting_partners-1-role": "host",
        "participations-0-label": "An ambassador",
        "participations-0-partner": str(korea.pk),
        "mentions-TOTAL_FORMS": "1",
        "mentions-0-commitment": str(commitment.pk),
        "mentions-0-kind": "raised",
    }
    response = browser.post(new, data)
    assert response.status_code == 302, errors(response)
    meeting = Meeting.objects.get(title="7th Joint Committee")
    assert (meeting.status, meeting.desk) == ("held", mongolia_desk)
    assert meeting.reference.startswith("MTG-2023-")
    assert set(meeting.meeting_partners.values_list("partner", "role")) == {
        (korea.pk, "guest"),
        (mongolia.pk, "host"),
    }
    assert [str(item) for item in meeting.participations.all()] == ["An ambassador"]
    mention = Mention.objects.get(meeting=meeting)
    assert (mention.commitment, mention.kind) == (commitment, "raised")
    # One act in the history, signed by who logged it.
    history: Any = Meeting._meta.get_field("history").related_model
    state = history.objects.get(pgh_obj=meeting)
    assert state.pgh_context.metadata["verb"] == "log_meeting"
    assert state.pgh_context.metadata["user"] == alice.pk


def test_second_session_of_the_same_number_is_refused_with_nothing_written(
    browser: Client, mongolia_desk: Desk
) -> None:
    series = make_series(desk=mongolia_desk)
    make_meeting(series=series, ordinal=7, desk=mongolia_desk)
    new = address(Meeting, "add")
    data = form_data(browser.get(new)) | {
        "title": "Another",
        "kind": "visit",
        "series": str(series.pk),
        "ordinal": "7",
        "begins_as": "proposed",
    }
    (message,) = errors(browser.post(new, data))
    assert message.startswith("This series has a session with that number already.")
    assert Meeting.objects.filter(title="Another").count() == 0


def test_held_meeting_without_a_date_is_refused(browser: Client) -> None:
    new = address(Meeting, "add")
    data = form_data(browser.get(new)) | {"title": "X", "kind": "visit"}
    assert errors(browser.post(new, data)) == [
        "A meeting that was held needs a date, if only the year."
    ]


def test_counts_of_rows_stand_after_a_refusal(browser: Client) -> None:
    new = address(Meeting, "add")
    data = form_data(browser.get(new)) | {
        "title": "X",
        "kind": "visit",
        "participations-0-label": "An ambassador",
    }
    page = browser.post(new, data).content.decode()
    assert 'Participants <span class="count">1</span>' in page


def test_section_is_named_once_on_the_way_to_a_page(
    browser: Client, mongolia_desk: Desk
) -> None:
    page = browser.get(page_of(make_meeting(desk=mongolia_desk))).content.decode()
    crumbs = page.split('<div class="breadcrumbs">')[1].split("</div>")[0]
    assert crumbs.count("Meetings") == 1


def test_malformed_date_says_what_to_write(browser: Client) -> None:
    new = address(Meeting, "add")
    typed = {"title": "X", "kind": "visit", "date": "last June"}
    data = form_data(browser.get(new)) | typed
    (message,) = errors(browser.post(new, data))
    assert "such as 26 June 2023, June 2023 or 2023" in message


def test_steps_are_those_of_the_workflow_and_the_role(
    browser: Client, bob: User, carol: User, mongolia_desk: Desk
) -> None:
    proposed = make_meeting(desk=mongolia_desk)
    held = make_meeting(desk=mongolia_desk, status="held", date="2023")
    assert _verbs(browser, proposed) == [
        "schedule",
        "hold",
        "postpone",
        "cancel",
        "archive",
    ]
    assert _verbs(browser, held) == ["complete", "archive"]
    assert _verbs(signed_in(bob), held) == ["unhold", "complete", "archive"]
    assert _verbs(signed_in(carol), proposed) == []


def test_step_asks_for_what_it_requires(browser: Client, mongolia_desk: Desk) -> None:
    meeting = make_meeting(desk=mongolia_desk)
    page = address(Meeting, "deed", meeting.reference, "schedule")
    assert browser.get(page).status_code == 200
    response = browser.post(page, {"version": "1"})
    assert response.context["form"].errors == {"date": ["This field is required."]}
    assert said(
        browser.post(page, {"version": "1", "date": "2099-05"}, follow=True)
    ) == (["Done: Schedule – Consultations."])
    meeting.refresh_from_db()
    assert (meeting.status, meeting.date) == ("scheduled", "2099-05")


def test_step_without_its_reason_is_refused(
    browser: Client, mongolia_desk: Desk
) -> None:
    meeting = make_meeting(desk=mongolia_desk)
    response = _deed(browser, meeting, "cancel", reason=" ")
    assert response.context["form"].errors == {"reason": ["This field is required."]}
    meeting.refresh_from_db()
    assert meeting.status == "proposed"


def test_postponing_keeps_the_old_date_and_the_reason(
    browser: Client, alice: User, mongolia_desk: Desk
) -> None:
    meeting = make_meeting(desk=mongolia_desk, status="scheduled", date="2099-05")
    page = browser.get(address(Meeting, "deed", meeting.reference, "postpone"))
    assert page.context["form"]["date"].value() == ""
    _deed(browser, meeting, "postpone", reason="Fog", date="2099-06")
    move = MeetingStatusChange.objects.get(meeting=meeting)
    assert (move.old_date, move.new_date, move.reason, move.changed_by) == (
        "2099-05",
        "2099-06",
        "Fog",
        alice,
    )
    shown = browser.get(page_of(meeting)).content.decode()
    assert "May 2099" in shown
    assert "Fog" in shown


def test_postponing_moves_nothing_else(browser: Client, mongolia_desk: Desk) -> None:
    series = make_series(desk=mongolia_desk, cadence_months=12)
    meeting = make_meeting(
        desk=mongolia_desk, status="scheduled", date="2099-05-04", series=series
    )
    inside = make_meeting(
        desk=mongolia_desk, date="2099-05-04", parent=meeting, parent_relation="inside"
    )
    before = make_meeting(series=series, status="held", date="2023", desk=mongolia_desk)
    due = make_commitment(
        desk=mongolia_desk, status="in_progress", due_date="2099-04-30", title="Road"
    )
    later = make_commitment(
        desk=mongolia_desk, status="in_progress", due_date="2100", title="Rails"
    )
    for commitment in (due, later):
        make_mention(commitment=commitment, meeting=before)
    page = browser.get(address(Meeting, "deed", meeting.reference, "postpone"))
    text = page.content.decode()
    assert "a due date moves only" in text
    assert f'<a href="{page_of(due)}">Road</a> (' in text
    assert "Rails" not in text
    rows: list[Any] = [inside, before, due, later, *Mention.objects.all()]
    were = [vars(type(row).objects.get(pk=row.pk)) for row in rows]
    _deed(browser, meeting, "postpone", reason="Fog", date="2099-11")
    for row, was in zip(rows, were, strict=True):
        now = vars(type(row).objects.get(pk=row.pk))
        assert {k: v for k, v in now.items() if k != "_state"} == {
            k: v for k, v in was.items() if k != "_state"
        }
    meeting.refresh_from_db()
    assert (meeting.status, meeting.date) == ("postponed", "2099-11")


def test_step_that_does_not_follow_is_refused(
    browser: Client, mongolia_desk: Desk
) -> None:
    meeting = make_meeting(desk=mongolia_desk, status="held", date="2023")
    assert said(_deed(browser, meeting, "cancel", reason="x")) == [
        "That cannot be done now: it does not follow from how it stands."
    ]
    assert said(_deed(browser, meeting, "unhold", reason="x")) == [
        "That cannot be done now: it does not follow from how it stands."
    ]
    meeting.refresh_from_db()
    assert meeting.status == "held"


def test_step_of_another_desk_is_forbidden(browser: Client, europe_desk: Desk) -> None:
    meeting = make_meeting(desk=europe_desk)
    assert _deed(browser, meeting, "cancel", reason="x").status_code == 403


def test_step_over_a_newer_version_is_refused(
    browser: Client, mongolia_desk: Desk
) -> None:
    meeting = make_meeting(desk=mongolia_desk)
    Meeting.objects.filter(pk=meeting.pk).update(title="Renamed")
    response = _deed(browser, meeting, "cancel", reason="x")
    (message,) = response.context["form"].non_field_errors()
    assert "changed this meanwhile (Title: Consultations → Renamed)" in message


def test_archived_meeting_is_read_only_until_restored(
    browser: Client, mongolia_desk: Desk
) -> None:
    meeting = make_meeting(desk=mongolia_desk)
    _deed(browser, meeting, "archive", reason="Entered twice")
    page = browser.get(page_of(meeting))
    assert "Entered twice" in page.content.decode()
    assert page.context["has_change_permission"] is False
    assert [deed.verb for deed, _url in page.context["deeds"]] == ["restore"]
    assert browser.post(page_of(meeting), {"title": "X"}).status_code == 403
    found = browser.get(address(Meeting)).context["cl"]
    assert list(found.queryset) == []
    found = browser.get(address(Meeting), {"archived": "only"}).context["cl"]
    assert list(found.queryset) == [meeting]
    meeting.refresh_from_db()
    _deed(browser, meeting, "restore")
    assert browser.get(page_of(meeting)).context["has_change_permission"] is True


def test_page_shows_titles_as_then(browser: Client, mongolia_desk: Desk) -> None:
    meeting = make_meeting(desk=mongolia_desk, status="held", date="2018-01")
    khurelsukh = make_person(name="Khurelsukh")
    then = make_post(title="Prime Minister")
    now = make_post(title="President of Mongolia")
    make_tenure(person=khurelsukh, post=then, start="2017", end="2021-01")
    make_tenure(person=khurelsukh, post=now, start="2021-06")
    make_participation(meeting=meeting, person=khurelsukh, label="")
    make_participation(
        meeting=meeting, person=make_person(), label="", title_then="Envoy"
    )
    panel = browser.get(page_of(meeting)).context["panels"][1].context
    titles = [str(row["title"]) for side in panel["sides"] for row in side["people"]]
    assert titles == ["Prime Minister, Ruritania", "Envoy"]


def test_page_leaves_out_what_may_not_be_seen(carol: User, mongolia_desk: Desk) -> None:
    meeting = full(Meeting, mongolia_desk)
    hidden = make_commitment(title="Secret promise", classification=2)
    Mention.objects.create(
        reference="MEN-X", meeting=meeting, commitment=hidden, kind="raised"
    )
    make_participation(
        meeting=meeting, person=make_person(name="Agent", classification=2), label=""
    )
    page = signed_in(carol).get(page_of(meeting)).content.decode()
    assert "Secret promise" not in page
    assert "Agent" not in page
    assert Participation.objects.filter(person__name="Agent").exists()


def test_views_of_the_list_are_the_querysets(browser: Client) -> None:
    ahead = make_meeting(status="scheduled", date="2099")
    held = make_meeting(status="held", date="2023")
    for name, rows in (("ahead", [ahead]), ("held", [held])):
        found = browser.get(address(Meeting), {"view": name}).context["cl"]
        assert list(found.queryset) == rows


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_time_at_the_ends_of_the_calendar_is_refused(
    alice: User, mongolia_desk: Desk, day: str
) -> None:
    meeting = make_meeting(date=day, desk=mongolia_desk)
    browser = signed_in(alice)
    data = form_data(browser.get(page_of(meeting)))
    clock = "00:00:00" if day.startswith("0") else "23:59:00"
    zone = "Pacific/Kiritimati"
    times = {"starts_at_0": day, "starts_at_1": clock, "time_zone": zone}
    said = "No clock can show a time in this year. Correct the date."
    assert said in errors(browser.post(page_of(meeting), data | times))
    meeting.refresh_from_db()
    assert meeting.starts_at is None
