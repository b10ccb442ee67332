"""Two people edit one record: nothing of either is lost."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from chancery import actions
from chancery.models import User
from engagements.models import Meeting
from partners.models import Desk, Partner, PartnerName
from tests.admin_builders import address, page_of, signed_in
from tests.admin_pages import errors, form_data, said
from tests.builders import (
    make_commitment,
    make_meeting,
    make_participation,
    make_partner,
    make_partner_name,
    make_place,
)

COLLIDED = (
    "Somebody else changed this while you were editing. Nothing is saved yet: compare"
    " both versions, then save again."
)


@pytest.fixture
def partner(mongolia_desk: Desk) -> Partner:
    return make_partner(desk=mongolia_desk, short_name="Ruritania", region="East")


def _theirs(row: Any, by: User, reason: str = "", **values: Any) -> None:  # noqa: ANN401 - any row
    actions.change(row, by=by, at=timezone.now(), values=values, reason=reason)


def _differences(response: Any) -> list[tuple[str, str, str, str, str]]:  # noqa: ANN401 - a response
    return [
        (one.label, one.was, one.theirs, one.mine, one.state)
        for part in response.context["collision"].parts
        for one in part.differences
    ]


def test_second_save_is_refused_with_all_three_versions(
    alice: User, bob: User, partner: Partner
) -> None:
    browser = signed_in(alice)
    data = form_data(browser.get(page_of(partner)))
    _theirs(partner, bob, "It was renamed.", short_name="Freedonia", region="West")
    typed = {**data, "short_name": "Sylvania", "note": "Small"}
    response = browser.post(page_of(partner), typed)
    assert errors(response) == [COLLIDED]
    assert _differences(response) == [
        ("Short name", "Ruritania", "Freedonia", "Sylvania", "conflict"),
        ("Region", "East", "West", "East", "theirs"),
        ("Note", "", "", "Small", "mine"),
    ]
    (part,) = response.context["collision"].parts
    assert (part.signed.who, part.signed.why) == (str(bob), "It was renamed.")
    # The form holds what is merged so far: theirs where only they changed it.
    shown = form_data(response)
    assert (shown["short_name"], shown["region"], shown["note"]) == (
        "Sylvania",
        "West",
        "Small",
    )
    partner.refresh_from_db()
    assert (partner.short_name, partner.note) == ("Freedonia", "")


@pytest.mark.parametrize(
    ("choice", "stays"), [("theirs", "Freedonia"), ("mine", "Sylvania the Great")]
)
def test_merged_page_saves_what_was_chosen(
    choice: str, stays: str, alice: User, bob: User, partner: Partner
) -> None:
    browser = signed_in(alice)
    data = form_data(browser.get(page_of(partner)))
    _theirs(partner, bob, short_name="Freedonia", region="West")
    response = browser.post(
        page_of(partner), {**data, "short_name": "Sylvania", "note": "Small"}
    )
    merged = form_data(response) | {
        "merge:short_name": choice,
        # The text may be mended in its box before it is saved.
        "short_name": "Sylvania the Great",
    }
    assert browser.post(page_of(partner), merged).status_code == 302
    partner.refresh_from_db()
    assert (partner.short_name, partner.region, partner.note) == (
        stays,
        "West",
        "Small",
    )


def test_conflict_without_a_word_is_asked_again(
    alice: User, bob: User, partner: Partner
) -> None:
    browser = signed_in(alice)
    data = form_data(browser.get(page_of(partner)))
    _theirs(partner, bob, short_name="Freedonia", region="West")
    data |= {"short_name": "Sylvania", "region": "North"}
    first = browser.post(page_of(partner), data)
    merged = form_data(first) | {"merge:region": "mine"}
    again = browser.post(page_of(partner), merged)
    assert errors(again) == [COLLIDED]
    assert [
        (one.label, one.choice)
        for one in again.context["collision"].parts[0].differences
    ] == [("Short name", ""), ("Region", "mine")]
    final = form_data(again) | {"merge:short_name": "theirs", "merge:region": "mine"}
    assert browser.post(page_of(partner), final).status_code == 302
    partner.refresh_from_db()
    assert (partner.short_name, partner.region) == ("Freedonia", "North")


def test_third_save_meanwhile_collides_again(
    alice: User, bob: User, partner: Partner
) -> None:
    browser = signed_in(alice)
    data = form_data(browser.get(page_of(partner)))
    _theirs(partner, bob, short_name="Freedonia")
    merged = form_data(
        browser.post(page_of(partner), {**data, "short_name": "Sylvania"})
    )
    partner.refresh_from_db()
    _theirs(partner, bob, short_name="Grand Fenwick")
    merged |= {"merge:short_name": "mine"}
    response = browser.post(page_of(partner), merged)
    assert _differences(response) == [
        ("Short name", "Freedonia", "Grand Fenwick", "Sylvania", "conflict")
    ]


def test_rows_collide_are_removed_and_added(
    alice: User, bob: User, partner: Partner
) -> None:
    kept = make_partner_name(partner=partner, text="Old", language="aa")
    gone = make_partner_name(partner=partner, text="Gone", language="bb")
    dropped = make_partner_name(partner=partner, text="Dropped", language="cc")
    browser = signed_in(alice)
    data = form_data(browser.get(page_of(partner)))
    at = timezone.now()
    _theirs(kept, bob, text="Theirs")
    actions.remove(gone, by=bob, at=at, reason="Never used.")
    actions.remove(dropped, by=bob, at=at)
    values = {"text": "New", "language": "dd", "script": "Latn", "form": "alias"}
    actions.add(PartnerName, by=bob, at=at, values={"partner": partner, **values})
    typed = {**data, "names-0-text": "Mine", "names-1-text": "Gone but dear"}
    response = browser.post(page_of(partner), typed)
    assert errors(response) == [COLLIDED]
    assert [
        (part.kind, part.is_kept) for part in response.context["collision"].parts
    ] == [("row", False), ("removed", True), ("removed", False), ("added", False)]
    shown = form_data(response)
    assert [
        shown[f"names-{n}-text"] for n in range(int(shown["names-TOTAL_FORMS"]))
    ] == ["Mine", "New", "Gone but dear"]
    assert shown["names-INITIAL_FORMS"] == "2"
    shown["merge:names-0-text"] = "mine"
    answer = browser.post(page_of(partner), shown)
    assert answer.status_code == 302, errors(answer)
    names = PartnerName.objects.filter(partner=partner).order_by("pk")
    assert [name.text for name in names] == ["Mine", "New", "Gone but dear"]


def test_row_that_was_crossed_out_but_changed_meanwhile_is_shown_first(
    alice: User, bob: User, partner: Partner
) -> None:
    name = make_partner_name(partner=partner, text="Old")
    browser = signed_in(alice)
    data = form_data(browser.get(page_of(partner)))
    _theirs(name, bob, text="Theirs")
    response = browser.post(page_of(partner), {**data, "names-0-DELETE": "on"})
    (part,) = response.context["collision"].parts
    assert (part.kind, part.differences[0].theirs) == ("crossed", "Theirs")
    again = browser.post(page_of(partner), form_data(response))
    assert again.status_code == 302
    assert not PartnerName.objects.filter(pk=name.pk).exists()


def test_collision_says_what_else_was_changed(
    alice: User, bob: User, mongolia_desk: Desk
) -> None:
    meeting = make_meeting(desk=mongolia_desk, status="scheduled", date="2023")
    browser = signed_in(alice)
    data = form_data(browser.get(page_of(meeting)))
    page = address(Meeting, "deed", meeting.reference, "hold")
    signed_in(bob).post(page, {"version": meeting.version, "date": "2023"})
    response = browser.post(page_of(meeting), {**data, "title": "Mine"})
    (part,) = response.context["collision"].parts
    assert [(one.label, one.was, one.now) for one in part.others] == [
        ("Status", "Scheduled", "Held")
    ]


def test_collision_shows_nothing_above_clearance(
    alice: User, bob: User, mongolia_desk: Desk
) -> None:
    hidden = make_place(name="Secret place", classification=2)
    meeting = make_meeting(desk=mongolia_desk, title="Talks")
    officer = alice.officer
    type(officer).objects.filter(pk=officer.pk).update(clearance=1)
    browser = signed_in(User.objects.get(pk=alice.pk))
    data = form_data(browser.get(page_of(meeting)))
    _theirs(meeting, bob, place=hidden, title="Theirs")
    response = browser.post(page_of(meeting), {**data, "title": "Mine"})
    assert _differences(response) == [("Title", "Talks", "Theirs", "Mine", "conflict")]
    assert "Secret place" not in response.content.decode()
    assert str(hidden.pk) not in form_data(response)["place"]
    browser.post(page_of(meeting), form_data(response) | {"merge:title": "mine"})
    meeting.refresh_from_db()
    assert (meeting.title, meeting.place) == ("Mine", hidden)


def test_forged_version_tells_nothing_from_before_a_record_was_opened(
    alice: User, bob: User, mongolia_desk: Desk
) -> None:
    meeting = make_meeting(desk=mongolia_desk, title="Secret talks", classification=2)
    _theirs(meeting, bob, title="Talks", classification=0)
    officer = alice.officer
    type(officer).objects.filter(pk=officer.pk).update(clearance=1)
    browser = signed_in(User.objects.get(pk=alice.pk))
    data = form_data(browser.get(page_of(meeting))) | {"title": "Mine"}
    for version in ("1", "", "99999999999999999999"):
        response = browser.post(page_of(meeting), {**data, "seen_version": version})
        assert errors(response) == [COLLIDED]
        assert "Secret talks" not in response.content.decode()


def test_nonsense_in_place_of_their_value_changes_nothing_else(
    alice: User, partner: Partner
) -> None:
    browser = signed_in(alice)
    data = form_data(browser.get(page_of(partner)))
    for text in ("{", "[]", '{"region": ["x"], "short_name": 1}', "\0"):
        forged = {**data, "theirs:short_name": text, "merge:short_name": "theirs"}
        assert browser.post(page_of(partner), forged).status_code == 302
    partner.refresh_from_db()
    assert (partner.short_name, partner.region, partner.version) == (
        "Ruritania",
        "East",
        1,
    )


@pytest.mark.parametrize("is_hidden", [True, False])
def test_text_typed_into_what_is_gone_is_given_back(
    is_hidden: bool, carol: User, alice: User, mongolia_desk: Desk
) -> None:
    meeting = make_meeting(desk=mongolia_desk, title="Talks")
    make_participation(meeting=meeting, label="A minister")
    officer = alice.officer
    type(officer).objects.filter(pk=officer.pk).update(clearance=1)
    browser: Client = signed_in(User.objects.get(pk=alice.pk))
    data = form_data(browser.get(page_of(meeting))) | {"summary": "A long evening"}
    data["participations-0-label"] = "Two ministers"
    page = page_of(meeting)
    if is_hidden:
        Meeting.objects.filter(pk=meeting.pk).update(classification=2)
    else:
        page = page.replace(meeting.reference, "MTG-1999-9999")
    response = browser.post(page, data)
    assert response.status_code == 404
    assert ("Summary", "A long evening") in response.context["kept"]
    assert "Two ministers" in [text for _label, text in response.context["kept"]]
    assert carol.pk


def test_text_typed_into_what_was_archived_meanwhile_is_given_back(
    alice: User, bob: User, partner: Partner
) -> None:
    browser = signed_in(alice)
    data = form_data(browser.get(page_of(partner))) | {"note": "Small but fine"}
    actions.archive(partner, by=bob, at=timezone.now(), reason="Twice.")
    response = browser.post(page_of(partner), data)
    assert response.status_code == 403
    assert ("Note", "Small but fine") in response.context["kept"]


def test_stale_deed_says_what_changed(
    alice: User, bob: User, mongolia_desk: Desk
) -> None:
    commitment = make_commitment(desk=mongolia_desk, status="not_started", title="Old")
    page = address(type(commitment), "deed", commitment.reference, "start")
    _theirs(commitment, bob, "Said otherwise.", title="New")
    response = signed_in(alice).post(page, {"version": commitment.version}, follow=True)
    (message,) = said(response)
    assert message.startswith(
        f"Nothing was done: {bob} changed this meanwhile (What: Old → New)."
    )
    commitment.refresh_from_db()
    assert commitment.status == "not_started"


def test_stale_deed_that_asks_is_shown_again_with_what_changed(
    alice: User, bob: User, partner: Partner
) -> None:
    page = address(Partner, "deed", partner.reference, "archive")
    _theirs(partner, bob, short_name="Freedonia")
    browser = signed_in(alice)
    typed = {"version": partner.version, "reason": "Entered twice."}
    response = browser.post(page, typed)
    (message,) = response.context["form"].non_field_errors()
    assert "Short name: Ruritania → Freedonia" in message
    # The page now stands on the new version: who still wants it does it.
    again = form_data_of_deed(response)
    assert again == {"version": "2", "reason": "Entered twice."}
    browser.post(page, again)
    partner.refresh_from_db()
    assert partner.archive_reason == "Entered twice."


def form_data_of_deed(response: Any) -> dict[str, str]:  # noqa: ANN401 - a response
    form = response.context["form"]
    return {bound.name: str(bound.value()) for bound in form}
