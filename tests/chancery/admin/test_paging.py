"""Paging by place instead of number: nothing missed, nothing twice, however many."""

import random
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib import admin
from django.db import connection, models
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils.http import urlencode

from chancery.models import User
from engagements.models import Commitment, Meeting
from partners.models import Desk, Person
from tests.admin_builders import address, signed_in
from tests.admin_pages import said
from tests.builders import make_commitment, make_desk, make_meeting, make_person


def copies(row: Any, number: int, **values: str) -> None:  # noqa: ANN401 - a record
    """Make so many copies of a row; ``values`` are SQL over the copy's number ``n``.

    One statement, which the history's triggers see as one.
    """
    model: type[models.Model] = type(row)
    values = {"reference": f"'{row.prefix}-2001-' || lpad(n::text, 6, '0')", **values}
    names = [
        str(field.column)
        for field in model._meta.concrete_fields
        if not field.primary_key and not isinstance(field, models.GeneratedField)
    ]
    into = ", ".join(f'"{name}"' for name in names)
    select = ", ".join(values.get(name, f'"{name}"') for name in names)
    table = model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({into}) SELECT {select} FROM {table},"  # noqa: S608 - our own names
            f" generate_series(1, {number}) n WHERE id = %s",
            [row.pk],
        )


def walk(user: User, model: Any, **question: str) -> tuple[list[int], list[int]]:  # noqa: ANN401 - any model
    """Return the keys of all rows, met on the way to the end and on the way back.

    The list is asked, but not drawn: that is what takes long.
    """

    def page(query: str) -> Any:  # noqa: ANN401 - a list
        request = RequestFactory().get(f"/{query}")
        request.user = user
        return admin.site.get_model_admin(model).get_changelist_instance(request)

    there: list[int] = []
    back: list[int] = []
    shown = page(f"?{urlencode(question)}")
    while True:
        there += [row.pk for row in shown.result_list]
        if not shown.next:
            break
        shown = page(shown.next)
    while True:
        back = [row.pk for row in shown.result_list] + back
        if not shown.previous:
            break
        shown = page(shown.previous)
    return there, back


@pytest.fixture
def big_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Show more rows on a page, so that a test has fewer of them."""
    monkeypatch.setattr("chancery.admin.base.ScopedAdmin.list_per_page", 2_400)


@pytest.mark.usefixtures("big_pages")
def test_ten_thousand_equal_keys_are_each_met_once(root: User) -> None:
    first = make_commitment(due_date="2030", title="Corridor", status="in_progress")
    copies(first, 9_999)
    wanted = list(Commitment.objects.order_by("pk").values_list("pk", flat=True))
    for question in ({}, {"view": "open", "q": "corridor"}):
        there, back = walk(root, Commitment, **question)
        assert there == wanted
        assert back == wanted


def test_rows_without_a_value_come_last_both_ways(
    root: User, root_client: Client
) -> None:
    dates = ["", "2030", "", "2029-06", "2031-01-01", "", "2030"] * 20
    random.Random(5).shuffle(dates)  # noqa: S311 - an order, no secret
    made = [make_commitment(due_date=date) for date in dates]
    column = str(
        root_client.get(address(Commitment)).context["cl"].list_display.index("due")
    )
    undated = [row.pk for row in made if not row.due_date]

    def by_date(*, down: bool) -> list[int]:
        dated = sorted(
            (row for row in made if row.due_date),
            key=lambda row: (row.due_date_latest, row.pk),
            reverse=down,
        )
        return [row.pk for row in dated] + (undated[::-1] if down else undated)

    for order, down in ((column, False), (f"-{column}", True)):
        there, back = walk(root, Commitment, o=order)
        assert there == back == by_date(down=down)


@pytest.mark.parametrize(
    ("model", "make"), [(Meeting, make_meeting), (Person, make_person)]
)
def test_every_sortable_column_pages(
    model: Any,  # noqa: ANN401 - one of two models
    make: Callable[[], Any],
    root: User,
    root_client: Client,
) -> None:
    first = make()
    copies(first, 119)
    changelist = root_client.get(address(model)).context["cl"]
    wanted = set(model.objects.values_list("pk", flat=True))
    assert changelist.sortable_by
    for name in changelist.sortable_by:
        place = changelist.list_display.index(name)
        for order in (f"{place}", f"-{place}"):
            there, back = walk(root, model, o=order)
            assert there == back
            assert (len(there), set(there)) == (120, wanted)


@pytest.mark.parametrize(
    "cursor",
    [
        "after=x",
        "after=",
        "before=%00",
        "after=eyJiIjpmYWxzZSwiayI6WzFdfQ:abc",
        "before=" + "x" * 5000,
        "after=1&before=1",
    ],
)
def test_bad_cursor_leads_to_the_first_page(cursor: str, root_client: Client) -> None:
    copies(make_commitment(), 60)
    page = root_client.get(f"{address(Commitment)}?{cursor}", follow=True)
    changelist = page.context["cl"]
    assert (len(changelist.result_list), changelist.previous) == (50, "")
    if not cursor.endswith(("=", "%00")):
        assert said(page) == ["This place in the list is not known: here is its start."]


def test_cursor_of_another_order_or_direction_is_refused(root_client: Client) -> None:
    copies(make_commitment(), 60)
    changelist = root_client.get(address(Commitment)).context["cl"]
    link, title = changelist.next, changelist.list_display.index("title")
    for other in (f"{link}&o={title}", link.replace("after", "before")):
        page = root_client.get(address(Commitment) + other)
        assert len(said(page)) == 1
        assert page.context["cl"].previous == ""
    other_list = root_client.get(address(Meeting) + link)
    assert len(said(other_list)) == 1


def test_page_whose_rows_are_gone_is_the_first_again(
    root_client: Client, root: User
) -> None:
    copies(make_commitment(), 60)
    link = root_client.get(address(Commitment)).context["cl"].next
    Commitment.objects.filter(reference__gt="CMT-2001-000030").update(
        archived_at="2026-01-01T00:00Z", archived_by=root, archive_reason="Twice"
    )
    changelist = root_client.get(address(Commitment) + link).context["cl"]
    assert len(changelist.result_list) == len(Commitment.objects.current())


def test_list_of_more_than_a_thousand_says_so_and_sorts_by_index_only(
    root_client: Client, mongolia_desk: Desk
) -> None:
    first = make_commitment(due_date="2030", desk=make_desk())
    copies(first, 999)
    page = root_client.get(address(Commitment))
    changelist = page.context["cl"]
    assert str(changelist.count) == "1,000"
    assert "title" in changelist.sortable_by
    title = str(changelist.list_display.index("title"))
    make_commitment(title="A road", desk=mongolia_desk)
    page = root_client.get(address(Commitment), {"o": title})
    changelist = page.context["cl"]
    assert str(changelist.count) == "1,000+"
    assert "1,000+ commitments" in page.content.decode()
    assert changelist.sortable_by == ("due", "reference")
    assert changelist.order.columns == ("due_date_latest",)
    # A filter that leaves few brings the other columns back.
    few = {"o": title, "desk__id__exact": str(mongolia_desk.pk)}
    changelist = root_client.get(address(Commitment), few).context["cl"]
    assert (str(changelist.count), changelist.order.columns) == ("1", ("title",))


def test_paging_keeps_filters_and_search(root_client: Client) -> None:
    copies(make_commitment(title="Corridor", status="in_progress"), 60)
    question = {"view": "open", "q": "corridor", "o": "-4"}
    changelist = root_client.get(address(Commitment), question).context["cl"]
    page = root_client.get(address(Commitment) + changelist.next)
    assert {name: page.wsgi_request.GET[name] for name in question} == question
    # Choosing another filter begins at the start.
    for spec in page.context["cl"].filter_specs:
        for choice in spec.choices(page.context["cl"]):
            assert "after=" not in choice["query_string"]


def test_pages_cost_the_same_and_never_count_to_their_place(
    root_client: Client,
) -> None:
    copies(make_commitment(due_date="2030"), 250)
    link, costs = "", []
    for _ in range(3):
        with CaptureQueriesContext(connection) as queries:
            changelist = root_client.get(address(Commitment) + link).context["cl"]
        costs.append(len(queries))
        link = changelist.next
        assert not [query for query in queries if " OFFSET " in query["sql"]]
        assert not [
            query
            for query in queries
            if "COUNT(" in query["sql"] and "LIMIT 1001" not in query["sql"]
        ]
    assert costs == [costs[0]] * 3


def test_hidden_rows_are_not_counted(carol: User, mongolia_desk: Desk) -> None:
    make_commitment(desk=mongolia_desk)
    make_commitment(desk=mongolia_desk, classification=2)
    page = signed_in(carol).get(address(Commitment))
    assert str(page.context["cl"].count) == "1"
