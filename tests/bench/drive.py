"""Asking for pages in turn, ours and stock, and keeping how long each took."""

import statistics
import sys
import time
from dataclasses import dataclass
from typing import Any, Final

from django.contrib import admin
from django.test import Client, RequestFactory
from django.urls import reverse

from chancery.admin.lists.changelist import AFTER
from chancery.models import User
from engagements.models import Commitment
from partners.models import Partner
from tests.bench.load import OFFICER, ROOT

# Ours and stock are asked in turn; a page on which stock takes long, fewer times.
_ROUNDS: Final = 9
_SECONDS: Final = 30.0
_OURS_A_ROUND: Final = 3
_OK: Final = 200
_WORDS: Final = "corridor pipeline"


@dataclass(frozen=True)
class Page:
    """One kind of page: how ours is asked for, and the same thing of stock's."""

    name: str
    ours: str
    stock: str = ""


def drive() -> dict[str, dict[str, float]]:
    """Return the median milliseconds of each page, of ours and of stock."""
    ours, stock = _browser(OFFICER), _browser(ROOT)
    medians: dict[str, dict[str, float]] = {}
    for page in _pages():
        taken = _taken(page, ours, stock)
        medians[page.name] = {
            who: round(statistics.median(times), 1)
            for who, times in taken.items()
            if times
        }
        sys.stderr.write(f"  {page.name}: {medians[page.name]}\n")
    return medians


def _taken(page: Page, ours: Client, stock: Client) -> dict[str, list[float]]:
    """Return the milliseconds of each answer but the first of each, which warms up."""
    taken: dict[str, list[float]] = {"ours": [], "stock": []}
    _ask(ours, page.ours)
    if page.stock:
        _ask(stock, page.stock)
    began = time.perf_counter()
    for _round in range(_ROUNDS):
        for _turn in range(_OURS_A_ROUND):
            taken["ours"].append(_ask(ours, page.ours))
        if page.stock:
            taken["stock"].append(_ask(stock, page.stock))
        if time.perf_counter() - began > _SECONDS:
            break
    return taken


def _ask(client: Client, address: str) -> float:
    start = time.perf_counter()
    response = client.get(address)
    if response.status_code != _OK:
        message = f"{address} answered {response.status_code}"
        raise RuntimeError(message)
    return (time.perf_counter() - start) * 1000


def _browser(username: str) -> Client:
    client = Client()
    client.force_login(User.objects.get(username=username))
    return client


def _pages() -> list[Page]:
    partner = Partner.objects.order_by("pk")[20]
    list_, stock = (
        reverse("admin:engagements_commitment_changelist", current_app=site)
        for site in ("admin", "stock")
    )
    by_due_date = "o=-5"
    filtered = "status__exact=in_progress"
    return [
        Page("list", list_, stock),
        Page(
            "filtered list",
            f"{list_}?{filtered}&partner={partner.reference}",
            f"{stock}?{filtered}&parties__partner={partner.pk}",
        ),
        Page("overdue", f"{list_}?view=overdue"),
        Page("deep page", _deep(list_), f"{stock}?p={_deep_number()}"),
        Page("latest due first", f"{list_}?{by_due_date}"),
        Page("two-word search", f"{list_}?q={_WORDS}", f"{stock}?q={_WORDS}"),
        Page("Korean search", f"{list_}?q=외교부 공동", f"{stock}?q=외교부 공동"),
        Page("partner search", f"{list_}?q={partner.short_name} road"),
        Page("search page", f"{reverse('admin:search')}?q={_WORDS}"),
        Page("jump-to", f"{reverse('admin:jump')}?q=corridor pipe"),
        Page("home", reverse("admin:index")),
        Page("meetings", reverse("admin:engagements_meeting_changelist")),
    ]


def _deep(address: str) -> str:
    """Return our address of the page a quarter into the list."""
    request = RequestFactory().get(address)
    request.user = User.objects.get(username=OFFICER)
    commitments: Any = admin.site.get_model_admin(Commitment)
    changelist = commitments.get_changelist_instance(request)
    place = _total() // 4
    row = changelist.queryset[place : place + 1].get()
    return f"{address}{changelist.link(AFTER, row)}"


def _deep_number() -> int:
    """Return stock's number of that page, of 100 rows."""
    return _total() // 4 // 100


def _total() -> int:
    return Commitment.objects.count()
