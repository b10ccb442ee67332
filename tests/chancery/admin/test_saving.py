"""Saving goes through actions: all of a page or nothing, and only what changed."""

from typing import Any

import pytest
from django.test import Client

from chancery.models import User
from chancery.scope import Scoped
from engagements.models import Commitment, Meeting, Participation
from partners.models import Desk, Partner, PartnerName
from tests.admin_builders import MODELS, full, page_of, signed_in
from tests.admin_pages import errors, form_data
from tests.builders import make_partner, make_partner_name, make_place
from tests.domain import MODELS as DOMAIN

every_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
COLLIDED = (
    "Somebody else changed this while you were editing. Nothing is saved yet: compare"
    " both versions, then save again."
)
# Shown, decided or taken back, but never edited.
READ_ONLY = {"DueDateChange", "Merge", "ProgressUpdate"}


def _history(model: Any) -> Any:  # noqa: ANN401 - any domain model and its states
    return model._meta.get_field("history").related_model


def _states() -> dict[str, int]:
    """Return how many past states every history table holds."""
    return {model.__name__: _history(model).objects.count() for model in DOMAIN}


@every_model
def test_saving_unchanged_writes_nothing(
    model: type[Scoped], root_client: Client, mongolia_desk: Desk
) -> None:
    if model.__name__ in READ_ONLY:
        pytest.skip("there is nothing to save")
    record = full(model, mongolia_desk)
    data = form_data(root_client.get(page_of(record)))
    before = _states()
    response = root_client.post(page_of(record), data)
    assert response.status_code == 302, errors(response)
    assert _states() == before
    version = record.version  # type: ignore[attr-defined]
    record.refresh_from_db()
    assert record.version == version  # type: ignore[attr-defined]


@every_model
def test_stale_version_is_refused(
    model: type[Scoped], root_client: Client, mongolia_desk: Desk
) -> None:
    record = full(model, mongolia_desk)
    if model.__name__ in READ_ONLY:
        pytest.skip("there is nothing to save")
    data = form_data(root_client.get(page_of(record)))
    name = next(name for name in _TEXTS if name in data)
    theirs, mine = _VALUES.get(name, ("Theirs", "Mine"))
    model._default_manager.filter(pk=record.pk).update(**{name: theirs})
    response = root_client.post(page_of(record), {**data, name: mine})
    assert errors(response) == [COLLIDED]
    # The page is shown as it was typed, and theirs stays.
    assert form_data(response)[name] == mine
    record.refresh_from_db()
    assert getattr(record, name) == theirs


# What two people may write into fields that do not take any text.
_VALUES = {
    "since": ("2001", "2002"),
    "start": ("2001", "2002"),
    "time_zone": ("Asia/Tokyo", "Europe/Oslo"),
}
_TEXTS = (
    "title",
    "short_name",
    "name",
    "note",
    "title_then",
    "instrument",
    *_VALUES,
)


def test_change_is_signed_with_its_reason(
    alice: User, alice_client: Client, mongolia_desk: Desk
) -> None:
    partner = make_partner(desk=mongolia_desk)
    data = form_data(alice_client.get(page_of(partner)))
    data |= {"short_name": "Freedonia", "change_reason": "It was renamed."}
    alice_client.post(page_of(partner), data)
    partner.refresh_from_db()
    assert (partner.short_name, partner.version) == ("Freedonia", 2)
    state = _history(Partner).objects.latest("pgh_id")
    signature = state.pgh_context.metadata
    assert (signature["user"], signature["verb"], signature["reason"]) == (
        alice.pk,
        "change",
        "It was renamed.",
    )


def test_only_the_fields_that_were_changed_are_written(
    root_client: Client, mongolia_desk: Desk
) -> None:
    partner = make_partner(desk=mongolia_desk, region="Nowhere")
    data = form_data(root_client.get(page_of(partner)))
    root_client.post(page_of(partner), {**data, "note": "Small"})
    partner.refresh_from_db()
    assert (partner.note, partner.region) == ("Small", "Nowhere")


def _with_row(data: dict[str, str], prefix: str, **values: object) -> dict[str, str]:
    """Add a row to an inline, as its button does."""
    number = data[f"{prefix}-TOTAL_FORMS"]
    row = {f"{prefix}-{number}-{name}": str(value) for name, value in values.items()}
    return {**data, **row, f"{prefix}-TOTAL_FORMS": str(int(number) + 1)}


def test_rows_are_added_changed_and_removed(
    root_client: Client, mongolia_desk: Desk
) -> None:
    partner = make_partner(desk=mongolia_desk)
    old = make_partner_name(partner=partner, text="Old", language="aa")
    gone = make_partner_name(partner=partner, text="Gone", language="bb")
    data = form_data(root_client.get(page_of(partner)))
    data |= {"names-0-text": "Older", "names-1-DELETE": "on"}
    data = _with_row(
        data, "names", text="New", language="en", script="Latn", form="alias"
    )
    assert root_client.post(page_of(partner), data).status_code == 302
    names = PartnerName.objects.filter(partner=partner)
    assert set(names.values_list("text", flat=True)) == {"Older", "New"}
    old.refresh_from_db()
    assert (old.text, old.version) == ("Older", 2)
    assert not names.filter(pk=gone.pk).exists()


def test_refused_row_leaves_the_whole_page_unsaved(
    root_client: Client, mongolia_desk: Desk
) -> None:
    partner = make_partner(desk=mongolia_desk, short_name="Ruritania")
    data = form_data(root_client.get(page_of(partner)))
    data["short_name"] = "Freedonia"
    row = {"language": "en", "script": "Latn", "form": "alias"}
    data = _with_row(data, "names", text="Good", **row)
    data = _with_row(data, "names", text="Bad", since="2020", until="2010", **row)
    before = _states()
    response = root_client.post(page_of(partner), data)
    # Beside the row that met it, with everything as it was typed.
    formset = response.context["inline_admin_formsets"][0].formset
    assert [bool(form.errors) for form in formset.forms] == [False, True]
    assert "It ends before it starts" in str(formset.forms[1].non_field_errors())
    shown = form_data(response)
    assert (shown["short_name"], shown["names-0-text"]) == ("Freedonia", "Good")
    assert _states() == before
    partner.refresh_from_db()
    assert partner.short_name == "Ruritania"


def test_stale_row_is_refused(root_client: Client, mongolia_desk: Desk) -> None:
    partner = make_partner(desk=mongolia_desk)
    name = make_partner_name(partner=partner, text="Old")
    data = form_data(root_client.get(page_of(partner)))
    PartnerName.objects.filter(pk=name.pk).update(text="Theirs")
    response = root_client.post(page_of(partner), {**data, "names-0-text": "Mine"})
    assert errors(response) == [COLLIDED]
    name.refresh_from_db()
    assert name.text == "Theirs"


def test_row_that_somebody_removed_is_no_server_error(
    root_client: Client, mongolia_desk: Desk
) -> None:
    partner = make_partner(desk=mongolia_desk)
    name = make_partner_name(partner=partner, text="Old")
    data = form_data(root_client.get(page_of(partner)))
    PartnerName.objects.filter(pk=name.pk).delete()
    response = root_client.post(page_of(partner), {**data, "names-0-text": "Mine"})
    assert response.status_code == 200
    assert not PartnerName.objects.filter(partner=partner).exists()


def test_forged_row_of_another_record_is_refused(
    alice_client: Client, mongolia_desk: Desk, europe_desk: Desk
) -> None:
    partner = make_partner(desk=mongolia_desk)
    make_partner_name(partner=partner, text="Ours")
    theirs = make_partner_name(partner=make_partner(desk=europe_desk), text="Theirs")
    data = form_data(alice_client.get(page_of(partner)))
    data |= {"names-0-id": str(theirs.pk), "names-0-text": "Stolen"}
    response = alice_client.post(page_of(partner), data)
    assert errors(response) == ["This row is no longer there. Reload the page."]
    theirs.refresh_from_db()
    assert theirs.text == "Theirs"


def test_relation_that_may_not_be_seen_is_neither_shown_nor_lost(
    alice: User, mongolia_desk: Desk
) -> None:
    meeting = full(Meeting, mongolia_desk)
    place = make_place(name="Secret place", classification=2)
    Meeting.objects.filter(pk=meeting.pk).update(place=place)
    officer = alice.officer
    type(officer).objects.filter(pk=officer.pk).update(clearance=1)
    browser = signed_in(User.objects.get(pk=alice.pk))
    page = browser.get(page_of(meeting))
    assert "Secret place" not in page.content.decode()
    data = form_data(page)
    assert data["place"] == ""
    response = browser.post(page_of(meeting), {**data, "title": "Renamed"})
    assert response.status_code == 302
    meeting.refresh_from_db()
    assert (meeting.title, meeting.place) == ("Renamed", place)


def test_participant_keeps_order_and_reference(
    root_client: Client, mongolia_desk: Desk
) -> None:
    meeting = full(Meeting, mongolia_desk)
    data = form_data(root_client.get(page_of(meeting)))
    data = _with_row(
        data, "participations", label="A minister", role="head", capacity="own"
    )
    assert root_client.post(page_of(meeting), data).status_code == 302
    added = Participation.objects.get(meeting=meeting, label="A minister")
    assert added.reference.startswith("PTC-2023-")
    assert added.position == 1


def test_commitment_page_keeps_its_due_date(
    root_client: Client, mongolia_desk: Desk
) -> None:
    commitment = full(Commitment, mongolia_desk)
    data = form_data(root_client.get(page_of(commitment)))
    assert "due_date" not in data
    root_client.post(page_of(commitment), {**data, "due_date": "2030", "title": "New"})
    commitment.refresh_from_db()
    assert (commitment.title, commitment.due_date) == ("New", "2023")
