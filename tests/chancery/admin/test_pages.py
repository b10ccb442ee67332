"""Every page of every model opens, is clean and refuses whom it should."""

import pytest
from django.test import Client

from chancery.models import User
from chancery.scope import Scoped
from partners.models import Desk
from tests.admin_builders import MODELS, address, full, page_of, signed_in
from tests.admin_pages import strays

every_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
# Written on other records' pages, or not by desks at all.
NOT_ADDED = {"DueDateChange", "Mention", "Merge", "Participation"}
NOT_BY_DESKS = {"Desk", "Officer", "RelationTier"}


@every_model
def test_pages_open_for_the_superuser(
    model: type[Scoped], root_client: Client, mongolia_desk: Desk
) -> None:
    record = full(model, mongolia_desk)
    pages = {
        "list": address(model),
        "page": page_of(record),
        "history": address(model, "history", record.reference),  # type: ignore[attr-defined]
    }
    if model.__name__ not in NOT_ADDED:
        pages["new"] = address(model, "add")
    answers = {name: root_client.get(page) for name, page in pages.items()}
    assert {name: answer.status_code for name, answer in answers.items()} == (
        dict.fromkeys(pages, 200)
    )
    assert {name: strays(answer) for name, answer in answers.items()} == (
        {name: [] for name in pages}
    )


@every_model
def test_pages_open_for_a_desk_officer(
    model: type[Scoped], alice_client: Client, mongolia_desk: Desk
) -> None:
    record = full(model, mongolia_desk)
    adding = 403 if model.__name__ in NOT_ADDED | NOT_BY_DESKS else 200
    assert alice_client.get(address(model)).status_code == 200
    assert alice_client.get(page_of(record)).status_code == 200
    assert alice_client.get(address(model, "add")).status_code == adding


@every_model
def test_pages_of_another_desk_are_read_only(
    model: type[Scoped], alice_client: Client, europe_desk: Desk
) -> None:
    record = full(model, europe_desk)
    # Sources belong to no desk: every officer may add to what is known of them.
    response = alice_client.get(page_of(record))
    assert response.context["has_change_permission"] is (model.__name__ == "Source")


@every_model
def test_posting_to_another_desks_record_is_forbidden(
    model: type[Scoped], alice_client: Client, europe_desk: Desk
) -> None:
    if model.__name__ == "Source":
        pytest.skip("sources belong to no desk")
    record = full(model, europe_desk)
    assert alice_client.post(page_of(record), {}).status_code == 403


@every_model
def test_outsiders_are_kept_out(
    model: type[Scoped], charlie: User, erik: User, mongolia_desk: Desk
) -> None:
    record = full(model, mongolia_desk)
    for client in (Client(), signed_in(charlie), signed_in(erik)):
        for page in (address(model), page_of(record)):
            response = client.get(page)
            assert (response.status_code, response["Location"].partition("?")[0]) == (
                302,
                "/admin/login/",
            )


@every_model
def test_invisible_record_looks_like_none(
    model: type[Scoped], root: User, carol: User, mongolia_desk: Desk
) -> None:
    record = full(model, mongolia_desk)
    _classify(record)
    assert signed_in(root).get(page_of(record)).status_code == 200
    browser = signed_in(carol)
    hidden = browser.get(page_of(record))
    nothing = browser.get(address(model, "change", "XXX-2023-0001"))
    assert (hidden.status_code, hidden["Location"]) == (302, "/admin/")
    assert (nothing.status_code, nothing["Location"]) == (302, "/admin/")
    assert record not in browser.get(address(model)).context["cl"].queryset
    for page in ("history", "deed"):
        more = ["archive"] if page == "deed" else []
        answer = browser.get(address(model, page, record.reference, *more))  # type: ignore[attr-defined]
        assert (answer.status_code, answer["Location"]) == (302, "/admin/")


def _classify(record: Scoped) -> None:
    """Put a record, or what it is part of, above Carol's clearance."""
    owner: object = record
    while "" not in type(owner).scope_paths:  # type: ignore[attr-defined]
        owner = getattr(owner, type(owner).scope_paths[0])  # type: ignore[attr-defined]
    manager = type(owner)._default_manager  # type: ignore[attr-defined]
    manager.filter(pk=owner.pk).update(classification=2)  # type: ignore[attr-defined]


@every_model
def test_keys_lead_to_references(
    model: type[Scoped], root_client: Client, mongolia_desk: Desk
) -> None:
    record = full(model, mongolia_desk)
    response = root_client.get(address(model, "change", record.pk), {"_x": "1"})
    assert response["Location"] == f"{page_of(record)}?_x=1"


@every_model
def test_nothing_is_deleted(
    model: type[Scoped], root_client: Client, mongolia_desk: Desk
) -> None:
    record = full(model, mongolia_desk)
    page = address(model, "delete", record.pk)
    assert root_client.get(page).status_code == 403
    assert root_client.post(page, {"post": "yes"}).status_code == 403
    assert model._default_manager.filter(pk=record.pk).count() == 1
