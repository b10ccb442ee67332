"""Questions to a collection: what is found, and what a bad question is told."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from chancery.models import User
from seeds.models import Source
from tests.api_builders import errors, references
from tests.builders import (
    make_agreement,
    make_desk,
    make_meeting,
    make_participation,
    make_partner,
    make_partner_name,
    make_source,
)
from tests.cast import INTERNAL, RESTRICTED


@pytest.fixture
def reader(client: Client, carol: User) -> Client:
    client.force_login(carol)
    return client


def test_several_values_are_any_of_them(reader: Client) -> None:
    news = make_source(kind="news")
    cable = make_source(kind="cable")
    make_source(kind="record")
    found = references(reader, "/sources/", kind="news, cable", ordering="entered")
    assert found == [news.reference, cable.reference]


def test_unknown_value_is_told_what_there_is(reader: Client) -> None:
    assert errors(reader, "/sources/", kind="news,gossip") == {
        "kind": (
            "“gossip” is none of: official, press_release, news, cable, record, other."
        )
    }


def test_unknown_parameter_is_named_and_told_what_there_is(reader: Client) -> None:
    assert errors(reader, "/officer-desks/", officr="OFC-0001", format="xml") == {
        "officr": "There is no such parameter here.",
        "format": "There is no such parameter here.",
        "": (
            "The parameters of this address are: officer, desk, archived, ordering,"
            " cursor, page_size."
        ),
    }


def test_detail_takes_no_parameters(reader: Client) -> None:
    source = make_source()
    for tail in ("", "timeline/"):
        said = errors(reader, f"/sources/{source.reference}/{tail}", kind="news")
        assert said == {
            "kind": "There is no such parameter here.",
            "": "The parameters of this address are: none.",
        }


def test_parameter_given_twice_is_refused(reader: Client) -> None:
    assert errors(reader, "/sources/", kind=["news", "cable"]) == {
        "kind": "Give it once, with commas between values."
    }


def test_empty_parameters_ask_nothing(reader: Client) -> None:
    source = make_source()
    found = references(reader, "/sources/", kind="", q="", published="", cursor="")
    assert found == [source.reference]


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        ("q", "a\x00b"),
        ("q", "x" * 101),
        ("reference", "a\x00b"),
        ("reference", ",".join("a" * 101)),
        ("published", "26/06/2023"),
        ("published", "100%"),
        ("published_after", "2023/.."),
        ("kind", "100%s"),
        ("classification", "cosmic"),
        ("published_is_inferred", "perhaps"),
        ("updated_since", "yesterday"),
        ("updated_since", "2023-06-26"),
        ("updated_since", "2023-06-26T00:00:00"),
        ("updated_since", "2023-13-26T00:00:00Z"),
        ("updated_since", "0001-01-01T00:00:00+23:00"),
        ("archived", "maybe"),
        ("page_size", "9" * 5000 + "x"),
    ],
)
def test_bad_value_is_refused_by_name(
    reader: Client, parameter: str, value: str
) -> None:
    assert list(errors(reader, "/sources/", **{parameter: value})) == [parameter]


def test_levels_are_asked_for_by_code(reader: Client) -> None:
    make_source()
    internal = make_source(classification=INTERNAL)
    make_source(classification=RESTRICTED)
    found = references(reader, "/sources/", classification="internal,restricted")
    assert found == [internal.reference]


def test_unjudged_truth_can_be_asked_for(reader: Client) -> None:
    binding = make_agreement(is_binding=True)
    unjudged = make_agreement(is_binding=None)
    assert references(reader, "/agreements/", is_binding="true") == [binding.reference]
    found = references(reader, "/agreements/", is_binding="unknown")
    assert found == [unjudged.reference]
    said = errors(reader, "/sources/", published_is_inferred="unknown")
    assert said == {"published_is_inferred": "“unknown” is none of: true, false."}


@pytest.mark.parametrize(
    "since",
    ["2023-07-01T00:00:00Z", "2023-07-01T09:00:00+09:00", "2023-07-01T09:00:00 09:00"],
)
def test_changes_since_an_instant_are_found_that_instant_included(
    reader: Client, since: str
) -> None:
    for day in (1, 2):
        make_source(updated_at=datetime(2023, 7, day, tzinfo=UTC))
    make_source(updated_at=datetime(2023, 6, 30, 23, 59, 59, 999999, tzinfo=UTC))
    assert len(references(reader, "/sources/", updated_since=since)) == 2


def test_text_is_sought_in_own_fields_and_visible_parts(reader: Client) -> None:
    mongolia = make_partner(short_name="Mongolia")
    make_partner_name(partner=mongolia, text="몽골", language="ko", script="Hang")
    secret = make_partner(classification=RESTRICTED)
    make_partner_name(partner=secret, text="몽골인")
    for text in ("mongol", "몽골"):
        assert references(reader, "/partners/", q=text) == [mongolia.reference]
    assert references(reader, "/partners/", q="%") == []


def test_period_finds_days_and_months_in_it(reader: Client) -> None:
    day = make_source(published="2023-06-26")
    month = make_source(published="2023-06")
    make_source(published="2023-07-01")
    year = make_source(published="2023")
    may = references(reader, "/sources/", published="2023-06", ordering="entered")
    assert may == [day.reference, month.reference, year.reference]
    within = references(
        reader, "/sources/", published_within="2023-06", ordering="entered"
    )
    assert within == [day.reference, month.reference]


def test_archived_rows_are_left_out_unless_asked_for(
    reader: Client, dana: User
) -> None:
    current = make_meeting()
    archived = make_meeting()
    participation = make_participation(meeting=archived)
    type(archived).objects.filter(pk=archived.pk).update(
        archived_at=datetime(2023, 7, 3, tzinfo=UTC),
        archived_by=dana,
        archive_reason="Entered twice.",
    )
    path = "/meetings/"
    assert references(reader, path) == [current.reference]
    assert references(reader, path, archived="false") == [current.reference]
    assert references(reader, path, archived="true") == [archived.reference]
    assert len(references(reader, path, archived="true,false")) == 2
    assert references(reader, "/participations/") == []
    found = references(reader, "/participations/", archived="true")
    assert found == [participation.reference]


def test_relation_is_asked_for_by_reference_or_code(reader: Client) -> None:
    desk = make_desk(code="mongolia-2")
    meeting = make_meeting(desk=desk)
    make_meeting()
    for name in (desk.reference, "mongolia-2"):
        assert references(reader, "/meetings/", desk=name) == [meeting.reference]


def test_hidden_name_is_answered_like_an_unknown_one(reader: Client) -> None:
    hidden = make_partner(
        reference="PTR-XXA", iso_alpha3="XXA", classification=RESTRICTED
    )
    make_meeting(partners=[hidden])
    for name in ("PTR-XXA", "XXA", "PTR-XXB", "XXB", "nobody"):
        assert errors(reader, "/meetings/", partner=name) == {
            "partner": f"There is no partner “{name}” that you may see."
        }


def test_every_name_of_several_must_be_known(reader: Client) -> None:
    partner = make_partner(iso_alpha3="XXC")
    meeting = make_meeting(partners=[partner])
    assert references(reader, "/meetings/", partner="XXC") == [meeting.reference]
    assert list(errors(reader, "/meetings/", partner="XXC,XXD")) == ["partner"]


def test_exact_texts_are_asked_for_whole(reader: Client) -> None:
    korean = make_source(language="ko")
    make_source(language="en")
    assert references(reader, "/sources/", language="ko") == [korean.reference]
    assert Source.objects.count() == 2
