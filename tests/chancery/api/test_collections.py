"""Every model over the API, without naming one: what is true of all collections."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from chancery.api.registry import collections
from chancery.api.viewsets import Collection, RecordCollection
from chancery.models import User
from chancery.models.record import NamedPart, Record
from chancery.scope import Scoped
from chancery.words import WordsField
from partners.models import Partner
from tests.builders import make_partner, make_user
from tests.domain import MAKE, MODELS, NAMED, label

all_models = pytest.mark.parametrize("model", MODELS, ids=label)
named_models = pytest.mark.parametrize("model", NAMED, ids=label)


def address(model: type[Scoped], row: Any = None) -> str:  # noqa: ANN401 - a row of any model
    name, _viewset = collections()[model]
    if row is None:
        return reverse(f"api:{name}-list")
    return reverse(f"api:{name}-detail", args=[row.reference])


def get(client: Client, url: str) -> Any:  # noqa: ANN401 - whatever JSON there is
    response = client.get(url)
    assert response.status_code == 200, response.content
    return response.json()


def test_every_model_has_a_collection() -> None:
    assert set(collections()) == set(MODELS)


def test_named_models_have_details_and_the_others_have_not() -> None:
    with_details = {
        model
        for model, (_name, viewset) in collections().items()
        if issubclass(viewset, RecordCollection)
    }
    assert with_details == set(NAMED)


@all_models
def test_collection_offers_nothing_but_reading(model: type[Scoped]) -> None:
    _name, viewset = collections()[model]
    assert [action.__name__ for action in viewset.get_extra_actions()] == (
        ["timeline"] if issubclass(viewset, RecordCollection) else []
    )
    assert viewset.http_method_names == ["get", "head", "options"]


@all_models
def test_collection_shows_every_column(model: type[Scoped]) -> None:
    _name, viewset = collections()[model]
    serializer: Any = viewset.serializer_class
    columns = {
        field.name
        for field in model._meta.concrete_fields
        if not field.primary_key and not isinstance(field, WordsField)
    }
    hidden = {"Officer": {"user"}, "Tenure": {"is_exclusive"}, "Merge": {"ledger"}}
    assert columns - set(serializer.Meta.fields) == hidden.get(model.__name__, set())


@all_models
def test_list_refuses_who_is_not_signed_in(model: type[Scoped], client: Client) -> None:
    response = client.get(address(model))
    assert response.status_code == 401
    assert response["WWW-Authenticate"] == 'Bearer realm="chancery"'
    assert response["Content-Type"] == "application/problem+json"


@all_models
def test_list_refuses_a_role_that_does_not_read_the_model(
    model: type[Scoped], client: Client, charlie: User
) -> None:
    client.force_login(charlie)
    assert client.get(address(model)).status_code == 403


@all_models
def test_list_costs_the_same_however_many_rows(
    model: type[Scoped],
    client: Client,
    carol: User,
    django_assert_num_queries: DjangoAssertNumQueries,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    make = make_partner if model is Partner else MAKE[model]
    make()
    client.force_login(carol)
    url = address(model)
    with django_assert_max_num_queries(40) as first:
        one = get(client, url)
    make()
    make()
    with django_assert_num_queries(len(first)):
        three = get(client, url)
    assert len(three["results"]) - len(one["results"]) == (
        2 if three["next"] is None else 0
    )
    assert len(one["results"]) >= 1


@all_models
def test_list_leaves_out_what_is_above_clearance(
    model: type[Scoped], client: Client, carol: User
) -> None:
    row = MAKE[model]()
    client.force_login(carol)
    url = f"{address(model)}?ordering=-entered&page_size=1"
    (shown,) = get(client, url)["results"]
    record = owner_of(row)
    type(record).objects.filter(pk=record.pk).update(classification=2)
    assert shown not in get(client, url)["results"]


@named_models
def test_detail_shows_what_the_list_shows_and_more(
    model: type[Scoped], client: Client, carol: User
) -> None:
    row = MAKE[model]()
    client.force_login(carol)
    detail = get(client, address(model, row))
    listed = get(client, f"{address(model)}?reference={row.reference}")["results"]
    assert [{name: detail[name] for name in listed[0]}] == listed


@named_models
def test_detail_above_clearance_looks_like_none(
    model: type[Scoped], client: Client, carol: User
) -> None:
    row = MAKE[model]()
    record = owner_of(row)
    type(record).objects.filter(pk=record.pk).update(classification=2)
    client.force_login(carol)
    there = client.get(address(model, row))
    row.reference = f"{row.prefix}-NOWHERE"
    nowhere = client.get(address(model, row))
    assert (there.status_code, there.content) == (404, nowhere.content)
    timeline = f"{address(model)}{row.prefix}-NOWHERE/timeline/"
    assert client.get(timeline).status_code == 404


@named_models
def test_detail_refuses_strangers_and_wrong_roles(
    model: type[Scoped], client: Client, charlie: User
) -> None:
    row = MAKE[model]()
    assert client.get(address(model, row)).status_code == 401
    assert client.get(address(model, row) + "timeline/").status_code == 401
    client.force_login(charlie)
    assert client.get(address(model, row)).status_code == 403
    assert client.get(address(model, row) + "timeline/").status_code == 403


@named_models
def test_timeline_tells_of_the_entry(
    model: type[Scoped], client: Client, carol: User
) -> None:
    row = MAKE[model]()
    client.force_login(carol)
    entries = get(client, address(model, row) + "timeline/")["results"]
    assert [entry["kind"] for entry in entries if row.reference in entry["subject"]][
        -1
    ] == "insert"


@all_models
def test_writing_is_refused_as_a_method(
    model: type[Scoped], client: Client, dana: User
) -> None:
    client.force_login(dana)
    for method in (client.post, client.delete):
        response = method(address(model))
        assert response.status_code == 405
        assert response["Content-Type"] == "application/problem+json"
        assert response["Allow"] == "GET, HEAD, OPTIONS"


@all_models
def test_list_answers_all_it_offers_at_once(
    model: type[Scoped], client: Client, carol: User
) -> None:
    client.force_login(carol)
    offered = parameters(client, model)
    asked = {name: example(kind) for name, kind in offered.items()}
    response = client.get(address(model), asked)
    wrong = {error["field"] for error in response.json().get("errors", [])}
    # A record that is not there is an error of the first filter that asks for one.
    assert all(asked[name] == "somebody" for name in wrong)
    fine = {name: value for name, value in asked.items() if value != "somebody"}
    assert client.get(address(model), fine).status_code == 200
    for order in offered["ordering"]["enum"][1::2]:
        assert client.get(address(model), {"ordering": order}).status_code == 200


@all_models
def test_list_refuses_every_bad_value_by_name(
    model: type[Scoped], client: Client, carol: User
) -> None:
    client.force_login(carol)
    offered = parameters(client, model)
    choosy = {
        name
        for name, kind in offered.items()
        if "format" in kind or "enum" in kind.get("items", {})
    }
    response = client.get(address(model), dict.fromkeys(choosy, "13/13/2023"))
    assert response.status_code == 400
    assert {error["field"] for error in response.json()["errors"]} == choosy


def parameters(client: Client, model: type[Scoped]) -> dict[str, dict[str, Any]]:
    """Return what the schema says of the parameters of a list, cursors aside."""
    if not _SCHEMA:
        response = client.get(
            reverse("api:schema"), headers={"Accept": "application/json"}
        )
        _SCHEMA.update(response.json())
    operation = _SCHEMA["paths"][address(model)]["get"]
    return {
        parameter["name"]: parameter["schema"]
        for parameter in operation["parameters"]
        if parameter["name"] != "cursor"
    }


_SCHEMA: dict[str, Any] = {}


def example(kind: dict[str, Any]) -> str:
    items = kind.get("items", kind)
    formats = {"edtf": "2023-06", "date-time": "2023-06-26T00:00:00Z"}
    if items["type"] == "integer":
        return "1"
    codes: list[str] = items.get("enum", [])
    return codes[0] if codes else formats.get(items.get("format", ""), "somebody")


def owner_of(row: Any) -> Any:  # noqa: ANN401 - the classified record behind any row
    if isinstance(row, Record):
        return row
    for path in row.scope_paths:
        if (owner := getattr(row, path)) is not None:
            return owner_of(owner)
    raise AssertionError(row)


def test_a_viewset_cannot_go_its_own_way() -> None:
    some = next(iter(collections().values()))[1]
    with pytest.raises(TypeError, match=r"Sly may not set get_queryset\."):
        type("Sly", (Collection,), {"get_queryset": lambda _self: None})
    mixin = type("Mixin", (), {"list": lambda _self: None})
    with pytest.raises(TypeError, match=r"Sly may not set list\."):
        type("Sly", (mixin, Collection), {"serializer_class": some.serializer_class})


def test_a_viewset_needs_a_scoped_serializer() -> None:
    with pytest.raises(TypeError, match=r"Bare needs a ScopedSerializer\."):
        type("Bare", (Collection,), {})


def test_parts_without_reference_get_no_details() -> None:
    viewset = next(
        viewset
        for model, (_name, viewset) in collections().items()
        if not issubclass(model, Record | NamedPart)
    )
    with pytest.raises(TypeError, match="has no reference to be found by"):
        type(
            "Bold", (RecordCollection,), {"serializer_class": viewset.serializer_class}
        )


def test_overview_lists_what_the_role_reads(client: Client, carol: User) -> None:
    client.force_login(carol)
    overview = get(client, reverse("api:overview"))
    assert set(overview) == {name for name, _viewset in collections().values()}
    assert overview["meetings"] == "http://testserver/api/v1/meetings/"
    client.force_login(make_user())
    assert get(client, reverse("api:overview")) == {}
