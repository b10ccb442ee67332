"""What must never be false of partners, people and posts, tried in raw SQL."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from django.db import models

from chancery.refusals import Refused, spoken
from partners.models import Desk, Post
from tests.builders import (
    AT,
    DIGEST,
    make_desk,
    make_home,
    make_indicator,
    make_institution,
    make_institution_name,
    make_membership,
    make_officer_desk,
    make_partner,
    make_partner_name,
    make_partners_citation,
    make_person,
    make_person_name,
    make_place,
    make_place_name,
    make_post,
    make_relation_step,
    make_source,
    make_tier,
    make_user,
)
from tests.invariants import (
    breaks,
    copy,
    hang_on_itself,
    refused_by,
    refused_saying,
    update,
)

pytestmark = pytest.mark.django_db

Builder = Callable[[], models.Model]
Columns = Mapping[str, object]

# Each: the constraint, a row that keeps it, columns that would break it.
CHECKS: list[tuple[str, Builder, Columns]] = [
    ("seeds_source_sha256_is_a_digest", make_source, {"sha256": DIGEST[1:]}),
    ("seeds_source_sha256_is_a_digest", make_source, {"sha256": DIGEST.upper()}),
    ("partners_partner_has_a_name", make_partner, {"short_name": ""}),
    ("partners_partner_iso_codes_are_well_formed", make_partner, {"iso_alpha2": "mn"}),
    ("partners_partner_iso_codes_are_well_formed", make_partner, {"iso_alpha3": "MN"}),
    ("partners_partner_iso_codes_are_well_formed", make_partner, {"iso_numeric": "4A"}),
    ("partners_partnername_is_not_empty", make_partner_name, {"text": ""}),
    ("partners_institutionname_is_not_empty", make_institution_name, {"text": ""}),
    ("partners_personname_is_not_empty", make_person_name, {"text": ""}),
    ("partners_placename_is_not_empty", make_place_name, {"text": ""}),
    ("partners_institution_has_a_name", make_institution, {"name": ""}),
    ("partners_post_has_a_title", make_post, {"title": ""}),
    ("partners_person_has_a_name", make_person, {"name": ""}),
    ("partners_place_has_a_name", make_place, {"name": ""}),
    ("partners_relationtier_rung_has_a_rank", make_tier, {"rank": None}),
    ("partners_relationtier_rung_has_a_rank", make_tier, {"rank": 0}),
    ("partners_indicator_currency_is_iso_4217", make_indicator, {"currency": "usd"}),
    ("partners_indicator_currency_is_iso_4217", make_indicator, {"currency": "US"}),
    (
        "partners_indicator_is_between_two_or_of_one",
        make_indicator,
        {"second_id": None},
    ),
    (
        "partners_indicator_is_between_two_or_of_one",
        make_indicator,
        {"direction": "one"},
    ),
    *[
        ("partners_citation_span_is_whole_and_forward", make_partners_citation, columns)
        for columns in (
            {"char_start": 1},
            {"char_end": 9},
            {"char_start": 9, "char_end": 9},
        )
    ],
    (
        "partners_citation_paragraph_counts_from_one",
        make_partners_citation,
        {"paragraph": 0},
    ),
    (
        "partners_citation_accepted_at_has_accepted_by",
        make_partners_citation,
        {"accepted_at": AT},
    ),
    (
        "partners_citation_cites_exactly_one_record",
        make_partners_citation,
        {"partner_id": None},
    ),
]
BACKWARDS: list[tuple[str, Builder]] = [
    ("partners_partnername_ends_after_it_starts", make_partner_name),
    ("partners_institutionname_ends_after_it_starts", make_institution_name),
    ("partners_personname_ends_after_it_starts", make_person_name),
    ("partners_placename_ends_after_it_starts", make_place_name),
    ("partners_groupmembership_ends_after_it_starts", make_membership),
]
# Each: the constraint, and a row that may not stand there twice.
ONCE: list[tuple[str, Builder]] = [
    ("seeds_source_text_is_entered_once", lambda: make_source(sha256=DIGEST)),
    ("partners_officer_sits_at_a_desk_once", make_officer_desk),
    ("partners_partner_home_is_only_one", make_home),
    ("partners_partnername_is_said_once", make_partner_name),
    ("partners_institutionname_is_said_once", make_institution_name),
    ("partners_personname_is_said_once", make_person_name),
    ("partners_placename_is_said_once", make_place_name),
    ("partners_groupmembership_is_entered_once", make_membership),
    ("partners_institution_is_entered_once", make_institution),
    ("partners_post_is_entered_once", make_post),
    ("partners_place_is_entered_once", make_place),
    ("partners_relationstep_is_entered_once", make_relation_step),
    ("partners_citation_is_entered_once", make_partners_citation),
]
# Each: the constraint, the builder, two columns that must lead to different rows.
APART: list[tuple[str, Builder, str, str]] = [
    (
        "partners_groupmembership_not_of_itself",
        make_membership,
        "group_id",
        "member_id",
    ),
    (
        "partners_relationstep_is_between_two",
        make_relation_step,
        "first_id",
        "second_id",
    ),
    (
        "partners_indicator_is_between_two_or_of_one",
        make_indicator,
        "first_id",
        "second_id",
    ),
]
ON_ITSELF: list[tuple[str, Builder, str]] = [
    ("partners_partner_does_not_succeed_itself", make_partner, "successor_id"),
    ("partners_institution_is_not_part_of_itself", make_institution, "parent_id"),
    ("partners_place_is_not_within_itself", make_place, "within_id"),
    ("partners_desk_is_not_part_of_itself", make_desk, "parent_id"),
]
Nested = Callable[..., Any]
CIRCLES: list[tuple[str, Nested, str, str]] = [
    (
        "partners.Desk:parent_goes_in_no_circle",
        make_desk,
        "parent",
        "A desk cannot be part of one of its own units.",
    ),
    (
        "partners.Institution:parent_goes_in_no_circle",
        make_institution,
        "parent",
        "An institution cannot be part of one of its own parts.",
    ),
    (
        "partners.Place:within_goes_in_no_circle",
        make_place,
        "within",
        "A place cannot lie within a place inside it.",
    ),
]


@breaks(*[constraint for constraint, _make, _columns in CHECKS])
@pytest.mark.parametrize(("constraint", "make", "columns"), CHECKS)
def test_row_keeps_to_its_check(
    constraint: str, make: Builder, columns: Columns
) -> None:
    with refused_by(constraint):
        update(make(), **columns)


@breaks(*[constraint for constraint, _make in BACKWARDS])
@pytest.mark.parametrize(("constraint", "make"), BACKWARDS)
def test_time_in_use_does_not_run_backwards(constraint: str, make: Builder) -> None:
    row = make()
    with refused_by(constraint):
        update(row, since="2023-07", until="2023-06")
    # It may have ended in the month in which it began.
    update(row, since="2023-07-15", until="2023-07")


@breaks(*[constraint for constraint, _make in ONCE])
@pytest.mark.parametrize(("constraint", "make"), ONCE)
def test_row_stands_there_once(constraint: str, make: Builder) -> None:
    row = make()
    with refused_by(constraint):
        copy(row)


@breaks(*[constraint for constraint, _make, _one, _other in APART])
@pytest.mark.parametrize(("constraint", "make", "one", "other"), APART)
def test_row_joins_two_different_partners(
    constraint: str, make: Builder, one: str, other: str
) -> None:
    row = make()
    with refused_by(constraint):
        update(row, **{one: getattr(row, other)})


@breaks(*[constraint for constraint, _make, _column in ON_ITSELF])
@pytest.mark.parametrize(("constraint", "make", "column"), ON_ITSELF)
def test_row_does_not_hang_on_itself(
    constraint: str, make: Builder, column: str
) -> None:
    row = make()
    with refused_by(constraint):
        hang_on_itself(row, **{column: ""})


@breaks(*[trigger for trigger, _make, _field, _message in CIRCLES])
@pytest.mark.parametrize(("trigger", "make", "field", "message"), CIRCLES)
def test_rows_hang_on_each_other_in_no_circle(
    trigger: str,  # noqa: ARG001 - names the case
    make: Nested,
    field: str,
    message: str,
) -> None:
    top = make()
    middle = make(**{field: top})
    bottom = make(**{field: middle})
    for below in (top, middle, bottom):
        with refused_saying(message):
            update(top, **{f"{field}_id": below.pk})
    update(bottom, **{f"{field}_id": top.pk})


def test_step_of_relations_is_entered_once_whichever_way_round() -> None:
    step = make_relation_step(date="1990-03-26")
    with refused_by("partners_relationstep_is_entered_once"):
        copy(step, first_id=step.second_id, second_id=step.first_id)
    copy(step, date="1990")


@pytest.mark.parametrize("make", [make_institution, make_post, make_place])
def test_archived_row_makes_room_for_another(make: Callable[..., Any]) -> None:
    row = make()
    update(
        row,
        archived_at=AT,
        archived_by_id=make_user().pk,
        archive_reason="Entered by mistake.",
    )
    copy(row, archived_at=None, archived_by_id=None, archive_reason="")
    assert type(row).objects.current().count() == 1


def test_second_citation_of_another_place_is_kept() -> None:
    citation = make_partners_citation(field="short_name", paragraph=2)
    copy(citation, paragraph=3)
    copy(citation, field="")
    with refused_by("partners_citation_is_entered_once"):
        copy(citation)


def test_citation_of_two_records_is_refused() -> None:
    citation = make_partners_citation()
    with refused_by("partners_citation_cites_exactly_one_record"):
        update(citation, person_id=make_person().pk)


def test_refusal_of_a_second_home_state_speaks_to_people() -> None:
    home = make_home()
    with pytest.raises(Refused) as refusal, spoken():
        copy(home)
    assert refusal.value.messages == ["There is a home state already."]


def test_desk_without_parent_is_its_own_top() -> None:
    desk = make_desk()
    assert Desk.objects.get(pk=desk.pk).parent is None


def test_post_exists_while_it_is_vacant() -> None:
    post = make_post()
    assert not Post.objects.get(pk=post.pk).tenures.exists()
