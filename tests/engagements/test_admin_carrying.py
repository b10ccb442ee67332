"""Going through a meeting's open items: what became of each, on one plain form."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from chancery.models import User
from engagements.models import Commitment, Meeting, Mention
from partners.models import Desk, Partner
from tests.admin_builders import page_of, signed_in
from tests.admin_pages import form_data, said, strays
from tests.builders import (
    make_commitment,
    make_due_date_change,
    make_engagements_citation,
    make_home,
    make_meeting,
    make_mention,
    make_partner,
    make_update,
)


@pytest.fixture
def browser(alice: User) -> Client:
    return signed_in(alice)


@pytest.fixture
def korea(db: None) -> Partner:  # noqa: ARG001 - writes to the database
    return make_home()


@pytest.fixture
def mongolia(db: None) -> Partner:  # noqa: ARG001 - as above
    return make_partner(short_name="Mongolia")


@pytest.fixture
def eighth(korea: Partner, mongolia: Partner, mongolia_desk: Desk) -> Meeting:
    return make_meeting(
        title="8th Joint Committee",
        status="held",
        date="2025-06-26",
        desk=mongolia_desk,
        partners=[korea, mongolia],
    )


@pytest.fixture
def road(korea: Partner, mongolia: Partner, mongolia_desk: Desk) -> Commitment:
    return make_commitment(
        desk=mongolia_desk,
        status="in_progress",
        promisors=[korea],
        promisees=[mongolia],
    )


def _page(meeting: Meeting) -> str:
    return reverse("admin:engagements_meeting_carry_over", args=[meeting.reference])


def _save(
    client: Client, meeting: Meeting, commitment: Commitment, **values: str
) -> Any:  # noqa: ANN401 - a response
    data = form_data(client.get(_page(meeting)))
    data |= {f"{commitment.reference}-{name}": text for name, text in values.items()}
    return client.post(_page(meeting), data, follow=True)


def _mentions(meeting: Meeting) -> list[tuple[str, str]]:
    rows = Mention.objects.filter(meeting=meeting).order_by("pk")
    return [(row.kind, row.note) for row in rows]


def _faults(response: Any) -> list[str]:  # noqa: ANN401 - a response
    return [
        text
        for _label, rows in response.context["groups"]
        for row in rows
        if row.form
        for errors in row.form.errors.values()
        for text in errors
    ]


@pytest.mark.parametrize(
    "kind", ["raised", "reaffirmed", "reported", "fulfilled", "withdrawn", "not_raised"]
)
def test_choice_becomes_a_point_of_the_line(
    kind: str, browser: Client, eighth: Meeting, road: Commitment
) -> None:
    response = _save(browser, eighth, road, choice=kind, note="Said twice")
    assert said(response) == ["1 open item was carried over."]
    assert _mentions(eighth) == [(kind, "Said twice")]
    road.refresh_from_db()
    assert road.status == "in_progress"
    history: Any = Mention._meta.get_field("history").related_model
    assert history.objects.get().pgh_context.metadata["verb"] == "carry_over"


def test_items_stand_by_who_owes_what_with_what_happened_since(
    browser: Client,
    eighth: Meeting,
    road: Commitment,
    korea: Partner,
    mongolia: Partner,
    mongolia_desk: Desk,
) -> None:
    theirs = make_commitment(
        desk=mongolia_desk,
        status="not_started",
        due_date="2024",
        promisors=[mongolia],
        promisees=[korea],
    )
    both = make_commitment(
        desk=mongolia_desk, status="not_started", promisors=[korea, mongolia]
    )
    before = make_meeting(status="held", date="2023-06-26")
    make_mention(commitment=road, meeting=before)
    make_update(commitment=road, date="2022", done="Long ago")
    make_update(commitment=road, date="2024-05", done="Asphalt laid", health="at_risk")
    make_due_date_change(commitment=theirs, new_date="2026")
    page = browser.get(_page(eighth))
    groups = page.context["groups"]
    assert [(str(name), [row.commitment for row in rows]) for name, rows in groups] == [
        ("We owe", [road]),
        ("They owe", [theirs]),
        ("Mutual and third", [both]),
    ]
    ours = groups[0][1][0]
    assert (ours.last.meeting, ours.times) == (before, 1)
    assert [text for _when, text in ours.news] == ["Asphalt laid"]
    assert "At risk" in ours.health
    assert groups[1][1][0].is_overdue
    assert len(groups[1][1][0].news) == 1
    assert strays(page) == []


def test_what_was_chosen_shows_and_is_corrected_or_taken_back(
    browser: Client, eighth: Meeting, road: Commitment
) -> None:
    _save(browser, eighth, road, choice="raised")
    assert form_data(browser.get(_page(eighth)))[f"{road.reference}-choice"] == "raised"
    _save(browser, eighth, road, choice="reaffirmed", note="By the minister")
    assert _mentions(eighth) == [("reaffirmed", "By the minister")]
    _save(browser, eighth, road, choice="", note="")
    assert _mentions(eighth) == []


def test_saving_untouched_writes_nothing(
    browser: Client, eighth: Meeting, road: Commitment
) -> None:
    _save(browser, eighth, road, choice="raised")
    version = Mention.objects.get().version
    assert said(_save(browser, eighth, road)) == ["Nothing was changed."]
    assert Mention.objects.get().version == version


def test_revision_keeps_the_old_wording_beside_the_new(
    browser: Client, eighth: Meeting, road: Commitment
) -> None:
    text = {"choice": "revised", "text_after": "Build two roads"}
    _save(browser, eighth, road, **text, changes_text="on")
    mention = Mention.objects.get()
    assert (mention.text_before, mention.text_after) == (
        "Build a road",
        "Build two roads",
    )
    road.refresh_from_db()
    assert (road.title, road.as_worded) == ("Build a road", "Build two roads")


def test_revision_may_leave_the_commitment_as_it_was_worded(
    browser: Client, eighth: Meeting, road: Commitment
) -> None:
    data = form_data(browser.get(_page(eighth)))
    data |= {
        f"{road.reference}-choice": "revised",
        f"{road.reference}-text_after": "Build two roads",
    }
    del data[f"{road.reference}-changes_text"]
    browser.post(_page(eighth), data)
    road.refresh_from_db()
    assert (road.as_worded, Mention.objects.get().kind) == ("", "revised")


@pytest.mark.parametrize("text", ["", "  ", "Build a road"])
def test_revision_without_a_new_wording_is_refused(
    text: str, browser: Client, eighth: Meeting, road: Commitment
) -> None:
    response = _save(browser, eighth, road, choice="revised", text_after=text)
    assert len(_faults(response)) == 1
    assert _mentions(eighth) == []


def test_fulfilled_may_be_reported_done_in_the_same_breath(
    browser: Client, eighth: Meeting, road: Commitment, alice: User
) -> None:
    _save(browser, eighth, road, choice="fulfilled", reports_done="on")
    road.refresh_from_db()
    assert (road.status, road.reported_by) == ("reported_done", alice)
    assert _mentions(eighth) == [("fulfilled", "")]


def test_tick_counts_only_with_a_report(
    browser: Client, eighth: Meeting, road: Commitment
) -> None:
    _save(browser, eighth, road, choice="raised", reports_done="on")
    road.refresh_from_db()
    assert road.status == "in_progress"


def test_note_without_a_choice_asks_for_one(
    browser: Client, eighth: Meeting, road: Commitment
) -> None:
    response = _save(browser, eighth, road, note="Hm")
    assert _faults(response) == ["Choose what became of it."]


def test_one_refusal_leaves_everything_unwritten(
    browser: Client,
    eighth: Meeting,
    road: Commitment,
    korea: Partner,
    mongolia: Partner,
    mongolia_desk: Desk,
) -> None:
    other = make_commitment(
        desk=mongolia_desk,
        status="not_started",
        promisors=[mongolia],
        promisees=[korea],
    )
    data = form_data(browser.get(_page(eighth)))
    # Both stand on the page; one is changed by somebody else meanwhile.
    data |= {f"{one.reference}-choice": "raised" for one in (road, other)}
    Commitment.objects.filter(pk=other.pk).update(title="Renamed")
    data["item"] = [road.reference, other.reference]  # type: ignore[assignment]
    response = browser.post(_page(eighth), data)
    assert _faults(response) == [
        "Somebody else changed this meanwhile. Reload and compare."
    ]
    assert _mentions(eighth) == []
    # What was typed is still there, and stands beside what is new.
    again = form_data(response)
    assert again[f"{road.reference}-choice"] == "raised"
    again["item"] = [road.reference, other.reference]  # type: ignore[assignment]
    browser.post(_page(eighth), again)
    assert _mentions(eighth) == [("raised", ""), ("raised", "")]


def test_two_officers_do_not_both_say_what_became_of_it(
    browser: Client, eighth: Meeting, road: Commitment, bob: User
) -> None:
    data = form_data(browser.get(_page(eighth)))
    _save(signed_in(bob), eighth, road, choice="raised")
    response = browser.post(
        _page(eighth), data | {f"{road.reference}-choice": "withdrawn"}
    )
    assert _faults(response) == [
        "Somebody else changed this meanwhile. Reload and compare."
    ]
    assert _mentions(eighth) == [("raised", "")]


def test_double_submit_writes_once(
    browser: Client, eighth: Meeting, road: Commitment
) -> None:
    data = form_data(browser.get(_page(eighth))) | {
        f"{road.reference}-choice": "raised"
    }
    browser.post(_page(eighth), data)
    browser.post(_page(eighth), data)
    assert _mentions(eighth) == [("raised", "")]


def test_forged_item_is_refused_whether_it_exists_or_not(
    browser: Client, eighth: Meeting, road: Commitment, mongolia_desk: Desk
) -> None:
    unrelated = make_commitment(desk=mongolia_desk, status="in_progress")
    secret = make_commitment(status="in_progress", classification=2)
    answers = []
    for name in (unrelated.reference, secret.reference, "CMT-0000-0000", "a\0b"):
        data = {"item": [road.reference, name], f"{name}-choice": "raised"}
        data |= {f"{road.reference}-choice": "raised", f"{name}-seen": ""}
        answers.append(said(browser.post(_page(eighth), data, follow=True)))
    assert (
        answers
        == [["Nothing was saved: the list has changed. Here it is as it stands."]] * 4
    )
    assert Mention.objects.count() == 0


def test_item_of_another_desk_is_for_reading(
    browser: Client,
    eighth: Meeting,
    korea: Partner,
    mongolia: Partner,
    europe_desk: Desk,
) -> None:
    other = make_commitment(
        desk=europe_desk,
        status="in_progress",
        promisors=[korea],
        promisees=[mongolia],
    )
    page = browser.get(_page(eighth))
    assert "for reading here" in page.content.decode()
    data = {"item": [other.reference], f"{other.reference}-choice": "raised"}
    assert said(browser.post(_page(eighth), data, follow=True)) == [
        "Nothing was changed."
    ]
    assert Mention.objects.count() == 0


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("choice", "made"),
        ("choice", "x\0"),
        ("note", "a\0b"),
        ("note", "x" * 3000),
        ("text_after", "x" * 20_000),
        ("version", "one"),
        ("seen", "9" * 100),
    ],
)
def test_bad_input_is_refused_with_nothing_written(
    name: str, value: str, browser: Client, eighth: Meeting, road: Commitment
) -> None:
    fields = {"choice": "revised", "text_after": "Two roads", name: value}
    response = _save(browser, eighth, road, **fields)
    assert response.status_code == 200
    assert len(_faults(response)) >= 1
    assert _mentions(eighth) == []


def test_script_in_a_note_is_only_text(
    browser: Client, eighth: Meeting, road: Commitment
) -> None:
    _save(browser, eighth, road, choice="raised", note="<script>alert(1)</script>")
    assert b"<script>alert" not in browser.get(_page(eighth)).content


def test_several_ways_at_one_meeting_are_left_alone(
    browser: Client, eighth: Meeting, road: Commitment
) -> None:
    for kind in ("raised", "reported"):
        make_mention(commitment=road, meeting=eighth, kind=kind)
    assert "Spoken of in several ways" in browser.get(_page(eighth)).content.decode()


def test_cited_point_is_not_taken_back_here(
    browser: Client, eighth: Meeting, road: Commitment
) -> None:
    _save(browser, eighth, road, choice="raised")
    make_engagements_citation(mention=Mention.objects.get())
    _save(browser, eighth, road, choice="")
    # The citation goes with what it is said of; the history keeps both.
    assert _mentions(eighth) == []


def test_page_is_only_for_who_writes_the_meeting(
    browser: Client,
    carol: User,
    eighth: Meeting,
    europe_desk: Desk,
) -> None:
    assert signed_in(carol).get(_page(eighth)).status_code == 403
    other = make_meeting(desk=europe_desk)
    assert browser.get(_page(other)).status_code == 403
    hidden = make_meeting(desk=europe_desk, classification=2)
    missing = signed_in(carol).get(_page(hidden), follow=True)
    nowhere = signed_in(carol).get(
        _page(hidden).replace(hidden.reference, "MTG-0-0"), follow=True
    )
    assert said(missing)[0].replace(hidden.reference, "MTG-0-0") == said(nowhere)[0]


def test_meeting_called_off_takes_up_nothing(
    browser: Client, mongolia_desk: Desk
) -> None:
    meeting = make_meeting(desk=mongolia_desk, status="cancelled")
    response = browser.get(_page(meeting), follow=True)
    assert said(response) == ["This meeting was called off."]


def test_meeting_without_open_items_says_what_would_show(
    browser: Client, mongolia_desk: Desk
) -> None:
    meeting = make_meeting(desk=mongolia_desk)
    assert "Nothing is open" in browser.get(_page(meeting)).content.decode()


def test_meeting_page_leads_there_and_counts(
    browser: Client, eighth: Meeting, road: Commitment
) -> None:
    def label() -> str:
        tools = browser.get(page_of(eighth)).context["tools"]
        return next(str(tool.label) for tool in tools if tool.url == _page(eighth))

    assert label() == "Open items (1)"
    _save(browser, eighth, road, choice="not_raised")
    assert label() == "Open items"


def test_what_was_not_raised_is_no_point_of_the_line(
    browser: Client, eighth: Meeting, road: Commitment
) -> None:
    _save(browser, eighth, road, choice="not_raised")
    line = browser.get(page_of(road)).context["panels"][0].context["line"]
    assert line == []
    spoken = browser.get(page_of(eighth)).context["panels"][1].context["spoken_of"]
    assert spoken == []
    ninth = make_meeting(desk=eighth.desk, status="held", date="2026")
    for part in eighth.meeting_partners.all():
        ninth.meeting_partners.create(partner=part.partner)
    ((_name, (row,)),) = browser.get(_page(ninth)).context["groups"]
    assert (row.last, row.times) == (None, 0)


def test_hundreds_of_items_come_a_hundred_at_a_time(
    browser: Client,
    eighth: Meeting,
    korea: Partner,
    mongolia: Partner,
    mongolia_desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # A page of two stands for one of a hundred: the code is the same, the test fast.
    for module in ("rows", "page"):
        monkeypatch.setattr(f"engagements.admin.carrying.{module}.PAGE", 2)
    made = [
        make_commitment(
            desk=mongolia_desk,
            status="in_progress",
            due_date=due,
            promisors=[korea],
            promisees=[mongolia],
        )
        for due in ("2021", "2020", "", "2020", "2022")
    ]
    order = [made[1], made[3], made[0], made[4], made[2]]
    shown, address = [], _page(eighth)
    for _turn in range(3):
        page = browser.get(address)
        rows = [row for _label, rows in page.context["groups"] for row in rows]
        shown += [row.commitment for row in rows]
        data: dict[str, Any] = form_data(page)
        data |= {"item": [row.commitment.reference for row in rows]}
        data |= {f"{row.commitment.reference}-choice": "raised" for row in rows}
        address = browser.post(address, data)["Location"]
    assert shown == order
    assert address == page_of(eighth)
    assert Mention.objects.count() == 5


def test_page_has_a_fixed_price(
    browser: Client,
    eighth: Meeting,
    road: Commitment,
    korea: Partner,
    mongolia: Partner,
    mongolia_desk: Desk,
) -> None:
    def fill(commitment: Commitment) -> None:
        for _ in range(2):
            meeting = make_meeting(status="held", date="2020")
            make_mention(commitment=commitment, meeting=meeting)
            make_update(commitment=commitment)
        make_due_date_change(commitment=commitment)

    fill(road)
    browser.get(_page(eighth))
    with CaptureQueriesContext(connection) as few:
        browser.get(_page(eighth))
    for _ in range(2):
        fill(
            make_commitment(
                desk=mongolia_desk,
                status="in_progress",
                promisors=[korea],
                promisees=[mongolia],
            )
        )
    with CaptureQueriesContext(connection) as many:
        browser.get(_page(eighth))
    assert len(many) == len(few)
