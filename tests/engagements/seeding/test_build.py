"""Dossiers become records through the actions, the same way every time."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from engagements.models import (
    Meeting,
)
from engagements.seeding import layout
from tests.engagements.seeding.tiny import TALKS, build, write, write_dossiers

ACCEPTED = datetime(2026, 11, 21, tzinfo=UTC)


def rows(folder: Path, file: str, model: str) -> list[dict[str, Any]]:
    """Return the fields of a fixture's rows of one model."""
    items = json.loads((folder / f"{file}.json").read_text(encoding="utf-8"))
    return [item["fields"] for item in items if item["model"] == model]


@pytest.mark.django_db
def test_building_twice_gives_the_same_bytes(dossiers: Path, tmp_path: Path) -> None:
    contents = []
    for name in ("one", "two"):
        with transaction.atomic():
            folder = build(dossiers, tmp_path / name)
            transaction.set_rollback(True)
        contents.append({path.name: path.read_bytes() for path in folder.iterdir()})
    one, two = contents
    assert one == two
    assert set(one) == {f"{name}.json" for name in layout.FILES} | {
        "groups.json",
        "references.json",
    }
    assert {content[-2:] for content in one.values()} == {b"]\n", b"}\n"}


def test_fixtures_hold_natural_keys_and_nothing_of_an_installation(
    tiny_fixtures: Path,
) -> None:
    (pact, _charter) = rows(tiny_fixtures, "agreements", "engagements.agreement")
    assert pact == {
        "reference": "AGR-2021-0001",
        "desk": ["DSK-0002"],
        "title": "Pact of the Steppe",
        "instrument_type": "treaty",
    }
    assert rows(tiny_fixtures, "people", "partners.tenure") == [
        {
            "reference": "TEN-0001",
            "person": ["PER-0001"],
            "post": ["PST-0001"],
            "start": "2020",
        }
    ]
    names = {
        name
        for file, models in layout.FILES.items()
        for model in models
        for row in rows(tiny_fixtures, file, layout.label(model))
        for name in row
    }
    assert not names & {"id", "pk", "version", "created_at", "updated_at", "status_id"}
    assert not {name for name in names if name.endswith(("_earliest", "_latest"))}


@pytest.mark.django_db
def test_record_keeps_its_reference_when_another_comes_before_it(
    tmp_path: Path,
) -> None:
    with transaction.atomic():
        given = write(write_dossiers(tmp_path)).given
        transaction.set_rollback(True)
    assert given["meeting summit"] == "MTG-2021-0001"
    camp = (
        "  - {kind: meeting, key: camp, title: Camp, type: visit, status: held, date:"
        " 2021-01, desk: steppe, cite: [{paragraph: 8}]}\n"
    )
    before = "  - kind: meeting\n    key: summit\n"
    talks = TALKS.replace(before, camp + before)
    register = write(write_dossiers(tmp_path, talks=talks), given=given)
    assert register.given == {**given, "meeting camp": "MTG-2021-0002"}
    assert set(Meeting.objects.values_list("reference", "title")) == {
        ("MTG-2021-0001", "First Steppe Talks"),
        ("MTG-2021-0002", "Camp"),
        ("MTG-2022-0001", "Second Steppe Talks"),
    }


@pytest.mark.django_db
def test_reference_of_a_record_that_is_gone_is_not_given_again(
    dossiers: Path,
) -> None:
    register = write(dossiers, given={"meeting gone": "MTG-2021-0007"})
    assert register.given["meeting gone"] == "MTG-2021-0007"
    assert register.given["meeting summit"] == "MTG-2021-0008"
