"""What is archived stays as it is, with all that belongs to it, until restored."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.utils import timezone

from chancery import actions
from chancery.admin.record import RecordAdmin
from chancery.models import User
from chancery.refusals import Refused
from chancery.scope import Scoped
from engagements.actions.commitments import step_commitment
from engagements.models import Meeting
from partners.models import Desk, Partner, PartnerName
from tests.admin_builders import (
    MODELS,
    address,
    domain_admins,
    full,
    page_of,
    signed_in,
)
from tests.admin_pages import errors, form_data
from tests.builders import (
    make_commitment,
    make_meeting,
    make_mention,
    make_participation,
    make_partner,
    make_partner_name,
)

RECORDS = [
    model for model in MODELS if isinstance(dict(domain_admins())[model], RecordAdmin)
]


def _deed(client: Client, record: Any, verb: str, **answers: str) -> Any:  # noqa: ANN401 - any record
    page = address(type(record), "deed", record.reference, verb)
    return client.post(page, {"version": record.version, **answers}, follow=True)


def _archived(record: Any, by: User) -> Any:  # noqa: ANN401 - as above
    return actions.archive(record, by=by, at=timezone.now(), reason="Entered twice.")


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_record_is_archived_with_a_reason_and_restored(
    model: type[Scoped], root: User, root_client: Client, mongolia_desk: Desk
) -> None:
    record: Any = full(model, mongolia_desk)
    response = _deed(root_client, record, "archive")
    assert response.context["form"].errors == {"reason": ["This field is required."]}
    _deed(root_client, record, "archive", reason="Entered twice.")
    record.refresh_from_db()
    assert (record.archived_by, record.archive_reason) == (root, "Entered twice.")
    page = root_client.get(page_of(record))
    assert page.context["has_change_permission"] is False
    _deed(root_client, record, "restore")
    record.refresh_from_db()
    assert (record.archived_at, record.archive_reason) == (None, "")
    assert root_client.get(page_of(record)).context["has_change_permission"] is True


def test_part_of_an_archived_record_is_not_edited_on_its_own_page(
    alice: User, alice_client: Client, mongolia_desk: Desk
) -> None:
    meeting = make_meeting(desk=mongolia_desk)
    part = make_participation(meeting=meeting, label="A minister")
    data = form_data(alice_client.get(page_of(part)))
    _archived(meeting, alice)
    page = alice_client.get(page_of(part))
    assert page.context["has_change_permission"] is False
    assert page.context["deeds"] == []
    data["label"] = "Nobody"
    assert alice_client.post(page_of(part), data).status_code == 403
    part.refresh_from_db()
    assert part.label == "A minister"


def test_part_of_an_archived_record_is_neither_added_changed_nor_removed(
    alice: User, mongolia_desk: Desk
) -> None:
    partner = make_partner(desk=mongolia_desk)
    name = make_partner_name(partner=partner, text="Old")
    _archived(partner, alice)
    partner.refresh_from_db()
    at = timezone.now()
    values = {"partner": partner, "text": "New", "language": "en", "script": "Latn"}
    for write in (
        lambda: actions.add(PartnerName, by=alice, at=at, values=values),
        lambda: actions.change(name, by=alice, at=at, values={"text": "New"}),
        lambda: actions.remove(name, by=alice, at=at),
        lambda: actions.change(partner, by=alice, at=at, values={"note": "New"}),
    ):
        with pytest.raises(Refused, match="It is archived"):
            write()
    assert [n.text for n in PartnerName.objects.filter(partner=partner)] == ["Old"]


def test_archived_record_takes_no_step(alice: User, mongolia_desk: Desk) -> None:
    commitment = make_commitment(desk=mongolia_desk, status="not_started")
    _archived(commitment, alice)
    with pytest.raises(Refused, match="It is archived"):
        step_commitment(commitment, "start", by=alice, at=timezone.now())


def test_part_stays_open_where_only_what_it_mentions_is_archived(
    alice: User, alice_client: Client, mongolia_desk: Desk
) -> None:
    meeting = make_meeting(desk=mongolia_desk)
    part = make_mention(commitment=make_commitment(desk=mongolia_desk), meeting=meeting)
    _archived(meeting, alice)
    data = form_data(alice_client.get(page_of(part)))
    response = alice_client.post(page_of(part), {**data, "note": "Later"})
    assert response.status_code == 302, errors(response)


def test_forged_row_that_is_hidden_answers_like_one_that_does_not_exist(
    carol: User, mongolia_desk: Desk
) -> None:
    partner = make_partner(desk=mongolia_desk)
    make_partner_name(partner=partner, text="Ours")
    hidden = make_partner_name(partner=make_partner(classification=2), text="Hidden")
    officer = carol.officer
    carol.user_permissions.set(_rights_of(Partner, PartnerName))
    assert officer.clearance == 1
    browser = signed_in(User.objects.get(pk=carol.pk))
    data = form_data(browser.get(page_of(partner)))
    answers = []
    for key in (hidden.pk, hidden.pk + 1_000_000):
        forged = {**data, "names-0-id": str(key), "names-0-text": "Stolen"}
        response = browser.post(page_of(partner), forged)
        answers.append((response.status_code, errors(response)))
    assert answers[0] == answers[1]
    assert answers[0] == (200, ["This row is no longer there. Reload the page."])
    hidden.refresh_from_db()
    assert hidden.text == "Hidden"


def _rights_of(*models: Any) -> list[Any]:  # noqa: ANN401 - any models
    names = [
        f"{verb}_{model._meta.model_name}"
        for model in models
        for verb in ("change", "delete")
    ]
    return list(Permission.objects.filter(codename__in=names))


def test_meeting_that_is_archived_shows_in_the_archive_only(
    alice: User, alice_client: Client, mongolia_desk: Desk
) -> None:
    meeting = _archived(make_meeting(desk=mongolia_desk), alice)
    listed = alice_client.get(address(Meeting)).context["cl"].queryset
    assert list(listed) == []
    archived = alice_client.get(address(Meeting), {"archived": "only"})
    assert list(archived.context["cl"].queryset) == [meeting]
