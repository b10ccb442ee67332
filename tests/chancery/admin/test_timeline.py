"""The history page: who changed what from what to what, when, why."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.test import Client

from chancery.admin.history import Act, acts
from chancery.timeline import Change, Entry
from partners.models import Desk, Partner
from tests.admin_builders import address, page_of
from tests.admin_pages import form_data
from tests.builders import make_partner, make_partner_name

AT = datetime(2023, 7, 3, 9, 0, tzinfo=UTC)


def _entry(actor: str, verb: str, subject: str) -> Entry:
    return Entry(AT, actor, verb, "", "update", subject, (Change("Name", "a", "b"),))


def test_entries_of_one_act_stand_together_in_the_order_written() -> None:
    last, first = (
        _entry("Alice", "change", "Name"),
        _entry("Alice", "change", "Partner"),
    )
    other = _entry("Bob", "tick_off", "Partner")
    assert acts([last, first, other], {"tick_off": "Ticked off"}) == [
        Act(AT, "Alice", "Changed", "", (first, last)),
        Act(AT, "Bob", "Ticked off", "", (other,)),
    ]


def test_acts_of_one_person_stay_apart_in_time() -> None:
    later, earlier = (
        replace(
            _entry("Alice", "change", "Partner"), at=AT + timedelta(seconds=seconds)
        )
        for seconds in (3, 0)
    )
    assert [act.at for act in acts([later, earlier], {})] == [later.at, earlier.at]


def test_unknown_verb_is_read_as_words() -> None:
    (act,) = acts([_entry("Alice", "send_back", "Partner")], {})
    assert act.verb == "Send back"


def test_page_tells_who_what_and_why(alice_client: Client, mongolia_desk: Desk) -> None:
    partner = make_partner(desk=mongolia_desk, short_name="Ruritania")
    make_partner_name(partner=partner, text="Old name")
    data = form_data(alice_client.get(page_of(partner)))
    data |= {
        "short_name": "Freedonia",
        "names-0-text": "New name",
        "change_reason": "A revolution",
    }
    alice_client.post(page_of(partner), data)
    page = alice_client.get(address(Partner, "history", partner.reference))
    act = page.context["acts"][0]
    assert (act.actor, str(act.verb), act.reason) == (
        "alice",
        "Changed",
        "A revolution",
    )
    changes = {
        (change.label, change.before, change.after)
        for entry in act.entries
        for change in entry.changes
    }
    assert changes == {
        ("Short name", "Ruritania", "Freedonia"),
        ("Name", "Old name", "New name"),
    }
    text = page.content.decode()
    assert "A revolution" in text
    assert text.index("Ruritania</span>") < text.index("Freedonia</td>")


def test_time_is_shown_where_the_house_is(
    alice_client: Client, mongolia_desk: Desk
) -> None:
    partner = make_partner(desk=mongolia_desk)
    page = alice_client.get(address(Partner, "history", partner.reference))
    (act,) = page.context["acts"]
    local = act.at.astimezone(ZoneInfo("Asia/Seoul"))
    assert f"{local:%H:%M}" in page.content.decode()
