"""What the pages' frame says: dates in words, long choices, errors that lead on."""

import re

from django.test import Client

from chancery.models import User
from engagements.models import Commitment, Meeting
from partners.models import Desk
from tests.admin_builders import address, page_of, signed_in
from tests.admin_pages import form_data
from tests.builders import make_commitment, make_meeting, make_partner

_OPTION = re.compile(r'<option value="([^"]*)"( selected)?>([^<]*)</option>')


def _filter(page: str, name: str) -> str:
    """Return what the page has of one filter."""
    found = re.search(rf'data-filter-title="{name}".*?</details>', page, re.DOTALL)
    assert found
    return found[0]


def test_date_only_read_is_said_in_words(carol: User, mongolia_desk: Desk) -> None:
    meeting = make_meeting(desk=mongolia_desk, date="2023-06")
    page = signed_in(carol).get(page_of(meeting)).content.decode()
    said = re.findall(
        r'<div class="readonly"><span class="date" title="2023-06">', page
    )
    assert len(said) == 1
    assert '<div class="readonly">2023-06' not in page


def test_filter_of_many_choices_is_a_form_that_keeps_the_others(
    root_client: Client, mongolia_desk: Desk
) -> None:
    partners = [make_partner() for _ in range(20)]
    make_meeting(desk=mongolia_desk, partners=partners)
    chosen = partners[3]
    query = {"status__exact": "proposed", "partner": chosen.reference}
    page = root_client.get(address(Meeting), query).content.decode()
    part = _filter(page, "partner")
    assert 'name="status__exact" value="proposed"' in part
    options = _OPTION.findall(part)
    assert {value for value, _mark, _label in options} == {
        "",
        *(partner.reference for partner in partners),
    }
    assert [value for value, mark, _label in options if mark] == [chosen.reference]
    assert "<a " not in part


def test_filter_of_few_choices_is_links(
    root_client: Client, mongolia_desk: Desk
) -> None:
    make_meeting(desk=mongolia_desk)
    part = _filter(root_client.get(address(Meeting)).content.decode(), "status")
    assert "<select" not in part
    assert '<a href="?status__exact=held">' in part


def test_list_says_how_many_filters_are_set(
    root_client: Client, mongolia_desk: Desk
) -> None:
    make_commitment(desk=mongolia_desk)
    query = {"status__exact": "noted", "view": "noted"}
    page = root_client.get(address(Commitment), query).content.decode()
    assert re.search(r'<span class="count">2<span class="visually-hidden">', page)


def test_refused_form_lists_its_errors_with_links_to_the_fields(
    alice: User, mongolia_desk: Desk
) -> None:
    client = signed_in(alice)
    meeting = make_meeting(desk=mongolia_desk)
    page = page_of(meeting)
    data = form_data(client.get(page)) | {"title": "", "date": "2023-13"}
    answer = client.post(page, data).content.decode()
    summary = answer[answer.index('id="error-summary"') :].partition("</div>")[0]
    assert re.findall(r'href="(#[^"]+)"', summary) == ["#id_title", "#id_date"]


def test_list_without_hits_says_what_was_looked_for(root_client: Client) -> None:
    page = root_client.get(address(Meeting), {"q": "<b>no</b> such"}).content.decode()
    assert "Nothing here has all the words of “&lt;b&gt;no&lt;/b&gt; such”." in page
