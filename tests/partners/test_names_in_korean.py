"""Records are named in the reader's language where they have a name in it."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from chancery.memo import one_request
from chancery.models import User
from partners.models import Desk, Partner
from tests.admin_builders import address, signed_in
from tests.builders import (
    make_desk,
    make_membership,
    make_partner,
    make_partner_name,
    make_place,
    make_place_name,
    make_post,
)

KOREAN = {"accept-language": "ko"}


def _named(desk: Desk, english: str, korean: str) -> Partner:
    partner = make_partner(desk=desk, short_name=english)
    make_partner_name(partner=partner, language="ko", form="short", text=korean)
    return partner


def test_partner_is_called_as_the_reader_calls_it(mongolia_desk: Desk) -> None:
    partner = _named(mongolia_desk, "Mongolia", "몽골")
    make_partner_name(partner=partner, language="ko", form="official", text="몽골국")
    with one_request():
        assert str(partner) == "Mongolia"
        with translation.override("ko-kr"):
            assert str(partner) == "몽골"
            assert str(make_partner(short_name="Utopia")) == "Utopia"


def test_name_that_is_no_longer_in_use_is_not_shown(mongolia_desk: Desk) -> None:
    partner = make_partner(desk=mongolia_desk, short_name="Türkiye")
    make_partner_name(
        partner=partner, language="ko", form="short", text="터키", until="2022-06"
    )
    with one_request(), translation.override("ko"):
        assert str(partner) == "Türkiye"


@pytest.mark.django_db
def test_place_is_called_by_the_best_of_its_names() -> None:
    seoul = make_place(name="Seoul")
    for form, text in (
        ("alias", "한양"),
        ("original", "서울"),
        ("official", "서울특별시"),
        ("romanised", "Seoul"),
    ):
        make_place_name(place=seoul, language="ko", form=form, text=text)
    with one_request(), translation.override("ko"):
        assert str(seoul) == "서울"


def test_outside_of_a_request_the_short_name_is_used(mongolia_desk: Desk) -> None:
    partner = _named(mongolia_desk, "Mongolia", "몽골")
    with translation.override("ko"):
        assert str(partner) == "Mongolia"


def test_row_with_a_korean_name_is_called_by_it(mongolia_desk: Desk) -> None:
    desk = make_desk(name="Mongolia desk", name_ko="몽골과")
    post = make_post(title="Ambassador", title_ko="대사", partner=make_partner())
    with translation.override("ko"):
        assert (str(desk), str(post)) == ("몽골과", f"대사, {post.partner}")
        assert str(mongolia_desk) == "Mongolia desk"


@pytest.mark.parametrize("rows", [1, 3])
def test_names_of_a_list_are_asked_for_once(
    alice: User, mongolia_desk: Desk, rows: int
) -> None:
    for number in range(rows):
        make_membership(
            member=_named(mongolia_desk, f"Member {number}", f"회원국 {number}"),
            group=make_partner(kind="group", desk=mongolia_desk),
        )
    browser: Client = signed_in(alice)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        page = browser.get(address(Partner), headers=KOREAN).content.decode()
    assert f"회원국 {rows - 1}" in page
    asked = [one for one in queries.captured_queries if "'short'" in one["sql"]]
    assert len(asked) == 1
