"""What must never be false of the parts of engagements, tried in raw SQL."""

from collections.abc import Callable, Mapping

import pytest
from django.db import models

from tests.builders import (
    AT,
    DIGEST,
    make_agreement,
    make_agreement_link,
    make_agreement_party,
    make_commitment_amount,
    make_commitment_institution,
    make_commitment_party,
    make_engagements_citation,
    make_event_place,
    make_evidence,
    make_initiative,
    make_initiative_amount,
    make_initiative_partner,
    make_meeting,
    make_meeting_partner,
    make_mention,
    make_participation,
    make_person,
    make_post,
    make_procedure_step,
    make_relation_basis,
    make_series,
    make_series_party,
    make_status_change,
    make_succession,
    make_update,
    make_user,
)
from tests.invariants import breaks, copy, refused_by, update

pytestmark = pytest.mark.django_db

Builder = Callable[[], models.Model]
Columns = Mapping[str, object]

# Each: the constraint, a row that keeps it, columns that would break it.
CHECKS: list[tuple[str, Builder, Columns]] = [
    ("engagements_agreement_has_a_title", make_agreement, {"title": ""}),
    (
        "engagements_meetingseries_cadence_is_positive",
        make_series,
        {"cadence_months": 0},
    ),
    (
        "engagements_initiative_ends_after_it_starts",
        make_initiative,
        {"start": "2020", "end": "2019-12-31"},
    ),
    ("engagements_participation_says_who", make_participation, {"label": ""}),
    (
        "engagements_procedurestep_done_was_not_needless",
        make_procedure_step,
        {"is_required": False, "done_date": "2023-06"},
    ),
    (
        "engagements_mention_revision_says_what_changed",
        make_mention,
        {"kind": "revised"},
    ),
    (
        "engagements_relationbasis_rests_on_something",
        make_relation_basis,
        {"meeting_id": None},
    ),
    *[
        (f"engagements_{table}_currency_is_iso_4217", make, {"currency": currency})
        for table, make in (
            ("initiativeamount", make_initiative_amount),
            ("commitmentamount", make_commitment_amount),
        )
        for currency in ("usd", "US", "")
    ],
    *[
        (f"engagements_{table}_is_positive", make, {"value": value})
        for table, make in (
            ("initiativeamount", make_initiative_amount),
            ("commitmentamount", make_commitment_amount),
        )
        for value in (0, -1)
    ],
    (
        "engagements_commitmentparty_is_a_partner_or_a_label",
        make_commitment_party,
        {"label": "The WTO"},
    ),
    (
        "engagements_commitmentparty_is_a_partner_or_a_label",
        make_commitment_party,
        {"partner_id": None},
    ),
    *[
        (
            "engagements_citation_span_is_whole_and_forward",
            make_engagements_citation,
            columns,
        )
        for columns in (
            {"char_start": 1},
            {"char_end": 9},
            {"char_start": 9, "char_end": 8},
        )
    ],
    (
        "engagements_citation_paragraph_counts_from_one",
        make_engagements_citation,
        {"paragraph": 0},
    ),
    (
        "engagements_citation_accepted_at_has_accepted_by",
        make_engagements_citation,
        {"accepted_at": AT},
    ),
    (
        "engagements_citation_cites_exactly_one_record",
        make_engagements_citation,
        {"meeting_id": None},
    ),
]
# Rows of append-only tables can only be inserted: the same, tried with a new row.
CHECKS_OF_NEW: list[tuple[str, Builder, Columns]] = [
    ("engagements_progressupdate_has_a_date", make_update, {"date": ""}),
    ("engagements_progressupdate_says_something", make_update, {"health": ""}),
    (
        "engagements_progressevidence_is_an_address_or_a_hash",
        make_evidence,
        {"sha256": ""},
    ),
    (
        "engagements_progressevidence_is_an_address_or_a_hash",
        make_evidence,
        {"sha256": DIGEST[1:]},
    ),
]
ONCE: list[tuple[str, Builder]] = [
    (
        "engagements_agreement_treaty_number_is_unique",
        lambda: make_agreement(treaty_number="2491"),
    ),
    ("engagements_agreementparty_is_entered_once", make_agreement_party),
    ("engagements_agreementlink_is_entered_once", make_agreement_link),
    ("engagements_agreementeventplace_is_entered_once", make_event_place),
    ("engagements_procedurestep_is_listed_once", make_procedure_step),
    ("engagements_meetingseries_name_is_unique", make_series),
    ("engagements_seriesparty_is_entered_once", make_series_party),
    ("engagements_meetingpartner_is_entered_once", make_meeting_partner),
    (
        "engagements_participation_is_entered_once",
        lambda: make_participation(person=make_person()),
    ),
    (
        "engagements_meetingstatuschange_position_is_unique",
        make_status_change,
    ),
    ("engagements_initiative_name_is_unique", make_initiative),
    ("engagements_initiativepartner_is_entered_once", make_initiative_partner),
    ("engagements_initiativeamount_is_entered_once", make_initiative_amount),
    ("engagements_commitmentparty_is_entered_once", make_commitment_party),
    (
        "engagements_commitmentparty_is_entered_once",
        lambda: make_commitment_party(label="The Taliban"),
    ),
    ("engagements_commitmentinstitution_is_entered_once", make_commitment_institution),
    ("engagements_commitmentamount_is_entered_once", make_commitment_amount),
    ("engagements_mention_is_entered_once", make_mention),
    ("engagements_succession_is_entered_once", make_succession),
    ("engagements_progressevidence_is_entered_once", make_evidence),
    ("engagements_citation_is_entered_once", make_engagements_citation),
]
APART: list[tuple[str, Builder, str, str]] = [
    (
        "engagements_agreementlink_is_to_another",
        make_agreement_link,
        "agreement_id",
        "other_id",
    ),
    (
        "engagements_succession_is_to_another",
        make_succession,
        "predecessor_id",
        "successor_id",
    ),
]


@breaks(*[constraint for constraint, _make, _columns in CHECKS])
@pytest.mark.parametrize(("constraint", "make", "columns"), CHECKS)
def test_row_keeps_to_its_check(
    constraint: str, make: Builder, columns: Columns
) -> None:
    with refused_by(constraint):
        update(make(), **columns)


@breaks(*[constraint for constraint, _make, _columns in CHECKS_OF_NEW])
@pytest.mark.parametrize(("constraint", "make", "columns"), CHECKS_OF_NEW)
def test_new_row_keeps_to_its_check(
    constraint: str, make: Builder, columns: Columns
) -> None:
    with refused_by(constraint):
        copy(make(), **columns)


@breaks(*[constraint for constraint, _make in ONCE])
@pytest.mark.parametrize(("constraint", "make"), ONCE)
def test_row_stands_there_once(constraint: str, make: Builder) -> None:
    row = make()
    with refused_by(constraint):
        copy(row)


@breaks(*[constraint for constraint, _make, _one, _other in APART])
@pytest.mark.parametrize(("constraint", "make", "one", "other"), APART)
def test_row_joins_two_different_records(
    constraint: str, make: Builder, one: str, other: str
) -> None:
    row = make()
    with refused_by(constraint):
        update(row, **{one: getattr(row, other)})


@breaks("engagements_participation_stand_in_says_for_whom")
@pytest.mark.parametrize("capacity", ["own", "acting"])
def test_only_somebody_standing_in_stands_in_for_a_post(capacity: str) -> None:
    minister = make_post()
    ambassador = make_participation(capacity="standing_in", stands_in_for=minister)
    with refused_by("engagements_participation_stand_in_says_for_whom"):
        update(ambassador, capacity=capacity)


@breaks("engagements_participation_is_entered_once")
def test_person_may_hold_two_posts_at_a_meeting_but_each_once() -> None:
    row = make_participation(person=make_person(), post=make_post())
    copy(row, post_id=make_post().pk)
    copy(row, post_id=None)
    with refused_by("engagements_participation_is_entered_once"):
        copy(row)


def test_several_unnamed_people_may_take_part() -> None:
    ambassador = make_participation(label="An ambassador")
    copy(ambassador)
    assert ambassador.meeting.participations.count() == 2


@breaks("engagements_mention_made_only_once")
def test_commitment_is_made_at_one_meeting_only() -> None:
    made = make_mention(kind="made")
    with refused_by("engagements_mention_made_only_once"):
        copy(made, meeting_id=make_meeting().pk)
    copy(made, meeting_id=make_meeting().pk, kind="reaffirmed")


@breaks(
    "engagements_meetingseries_name_is_unique", "engagements_initiative_name_is_unique"
)
@pytest.mark.parametrize("make", [make_series, make_initiative])
def test_archived_record_makes_room_for_its_name(
    make: Callable[[], models.Model],
) -> None:
    row = make()
    update(row, archived_at=AT, archived_by_id=make_user().pk, archive_reason="Twice.")
    copy(row, archived_at=None, archived_by_id=None, archive_reason="")
    constraint = f"{row._meta.app_label}_{row._meta.model_name}_name_is_unique"
    with refused_by(constraint):
        update(row, archived_at=None, archived_by_id=None, archive_reason="")
