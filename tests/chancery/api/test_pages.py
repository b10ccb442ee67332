"""Walking through a collection page by page, both ways, over rows without a value."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chancery.models import User
from seeds.models import Source
from tests.api_builders import errors, get, references
from tests.builders import make_source, make_tier

PATH = "/sources/"
DATES = ["2023-06", "", "2021", "2023-06", "2019-01-01", "", "2023-06-26", ""]


@pytest.fixture
def reader(client: Client, carol: User) -> Client:
    client.force_login(carol)
    for date in DATES:
        make_source(published=date)
    return client


def pages(
    client: Client, direction: str, page: dict[str, Any]
) -> Iterator[dict[str, Any]]:
    """Follow the links of one direction from a page on, that page included."""
    yield page
    while page[direction]:
        page = client.get(page[direction]).json()
        yield page


def shown(page: dict[str, Any]) -> list[str]:
    return [row["reference"] for row in page["results"]]


@pytest.mark.parametrize("size", [1, 2, 3, 8])
@pytest.mark.parametrize(
    "order", ["published", "-published", "reference", "-updated_at", "entered"]
)
def test_pages_hold_every_row_once_in_order(
    reader: Client, order: str, size: int
) -> None:
    whole = references(reader, PATH, ordering=order)
    assert len(whole) == len(set(whole)) == len(DATES)
    forward = list(
        pages(reader, "next", get(reader, PATH, ordering=order, page_size=size))
    )
    assert [one for page in forward for one in shown(page)] == whole
    assert {len(shown(page)) for page in forward[:-1]} <= {size}
    back = list(pages(reader, "previous", forward[-1]))
    assert [shown(page) for page in reversed(back)][-1] == shown(forward[-1])
    assert [one for page in reversed(back) for one in shown(page)] == whole
    assert back[-1]["previous"] is None


def test_rows_without_the_value_come_last_in_both_directions(reader: Client) -> None:
    def dates(order: str) -> list[str]:
        return [
            row["published"] for row in get(reader, PATH, ordering=order)["results"]
        ]

    upwards = ["2019-01-01", "2021", "2023-06-26", "2023-06", "2023-06", "", "", ""]
    assert dates("published") == upwards
    downwards = ["2023-06-26", "2023-06", "2023-06", "2021", "2019-01-01", "", "", ""]
    assert sorted(dates("-published")[:3]) == sorted(downwards[:3])
    assert dates("-published")[3:] == downwards[3:]


def test_numbers_without_a_value_come_last_too(client: Client, carol: User) -> None:
    for rank in (2, None, 1):
        make_tier(rank=rank, kind="rung" if rank else "suspension")
    client.force_login(carol)
    for order, ranks in (("rank", [1, 2, None]), ("-rank", [2, 1, None])):
        page = get(client, "/relation-tiers/", ordering=order, page_size=1)
        walked = [
            row["rank"]
            for each in pages(client, "next", page)
            for row in each["results"]
        ]
        assert walked == ranks


def test_new_rows_neither_shift_nor_repeat_a_page(reader: Client) -> None:
    first = get(reader, PATH, ordering="published", page_size=3)
    make_source(published="1990")
    second = reader.get(first["next"]).json()
    whole = references(reader, PATH, ordering="published")
    assert shown(first) + shown(second) == whole[1:7]


def test_page_is_found_by_comparison_and_never_counted(reader: Client) -> None:
    first = get(reader, PATH, ordering="-published", page_size=2)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        reader.get(first["next"])
    (page,) = (
        query["sql"]
        for query in queries
        if query["sql"].startswith("SELECT") and "LIMIT 3" in query["sql"]
    )
    assert "COUNT(" not in page
    assert "OFFSET" not in page
    assert ") < (" in page


def test_page_size_is_cut_to_the_most(client: Client, carol: User) -> None:
    client.force_login(carol)
    Source.objects.bulk_create(
        Source(reference=f"SRC-{number:04d}", title="A report", kind="news")
        for number in range(203)
    )
    assert len(get(client, PATH, page_size=1000)["results"]) == 200
    assert len(get(client, PATH)["results"]) == 50


@pytest.mark.parametrize("size", ["0", "00", "-1", "1.5", "many", "\uff11"])
def test_page_size_must_be_a_whole_number(reader: Client, size: str) -> None:
    assert errors(reader, PATH, page_size=size) == {
        "page_size": "Give a whole number from 1 on."
    }


def test_cursor_belongs_to_its_order_and_its_rows(reader: Client) -> None:
    first = get(reader, PATH, ordering="published", page_size=2)
    cursor = first["next"].split("cursor=")[1].split("&")[0]
    message = (
        "This cursor does not belong to these rows in this order. Start again without"
        " it and follow the links."
    )
    for path, given in (
        (PATH, {"ordering": "-published", "cursor": cursor}),
        ("/meetings/", {"cursor": cursor}),
        (PATH, {"ordering": "published", "cursor": cursor[:-1]}),
        (PATH, {"ordering": "published", "cursor": "é"}),
    ):
        assert errors(reader, path, **given) == {"cursor": message}


def test_links_keep_the_question(reader: Client) -> None:
    page = get(reader, PATH, published="2023", kind="press_release", page_size=1)
    assert "published=2023" in page["next"]
    assert "kind=press_release" in page["next"]
    second = reader.get(page["next"]).json()
    assert [row["published"][:4] for row in second["results"]] == ["2023"]


def test_unknown_order_is_refused_with_what_there_is(reader: Client) -> None:
    assert errors(reader, PATH, ordering="sha256") == {
        "ordering": (
            "There is no order “sha256”. There are: published, -published, updated_at,"
            " -updated_at, created_at, -created_at, reference, -reference, entered,"
            " -entered."
        )
    }
