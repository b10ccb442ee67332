"""How records get their references, and keep them apart."""

import pytest
from django.db import transaction

from chancery.models import ReferenceCounter
from chancery.references import next_reference, note_used, year_of


@pytest.mark.django_db
def test_references_count_up_within_their_year() -> None:
    given = [
        next_reference("MTG", 2023),
        next_reference("MTG", 2023),
        next_reference("MTG", 2024),
        next_reference("CMT", 2023),
        next_reference("PER"),
        next_reference("PER"),
    ]
    assert given == [
        "MTG-2023-0001",
        "MTG-2023-0002",
        "MTG-2024-0001",
        "CMT-2023-0001",
        "PER-0001",
        "PER-0002",
    ]


@pytest.mark.django_db
def test_reference_has_four_digits_at_least() -> None:
    ReferenceCounter.objects.create(series="MTG-0990", last=9999)
    assert next_reference("MTG", 990) == "MTG-0990-10000"


@pytest.mark.django_db
def test_write_that_is_taken_back_leaves_no_gap() -> None:
    next_reference("MTG", 2023)
    with transaction.atomic():
        assert next_reference("MTG", 2023) == "MTG-2023-0002"
        transaction.set_rollback(True)
    assert next_reference("MTG", 2023) == "MTG-2023-0002"


@pytest.mark.django_db
def test_counters_move_past_what_came_from_elsewhere() -> None:
    next_reference("MTG", 2023)
    next_reference("PER")
    note_used(
        ["MTG-2023-0007", "MTG-2023-0003", "MTG-1990-0002", "PTR-MNG", "PER-0001"]
    )
    assert dict(ReferenceCounter.objects.values_list("series", "last")) == {
        "MTG-2023": 7,
        "MTG-1990": 2,
        "PER": 1,
    }
    assert next_reference("MTG", 2023) == "MTG-2023-0008"


@pytest.mark.django_db
def test_counters_never_move_back() -> None:
    note_used(["MTG-2023-0007"])
    note_used(["MTG-2023-0002"])
    assert next_reference("MTG", 2023) == "MTG-2023-0008"


@pytest.mark.parametrize(
    ("edtf", "year"),
    [
        ("2023-06-26", 2023),
        ("2023-06", 2023),
        ("2021-08-16/2021-08-17", 2021),
        ("2023~", 2023),
        ("../2019", 2019),
        ("199X", 1990),
        ("XXXX-10-28", None),
        ("", None),
        ("last summer", None),
    ],
)
def test_record_is_numbered_in_the_year_of_its_date(
    edtf: str, year: int | None
) -> None:
    assert year_of(edtf) == year
