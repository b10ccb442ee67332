"""Loads that are refused say why and leave nothing behind."""

from pathlib import Path
from typing import Any

import pytest

from chancery import actions
from chancery.models import User
from chancery.refusals import Refused
from engagements.models import Meeting
from engagements.seeding.fixtures import FixtureError
from partners.models import Desk
from seeds.models import LoadedSeed
from tests.engagements.seeding.loading import LATER, history, load, newer


def test_reference_of_a_record_that_was_not_seeded_is_refused(
    tiny_fixtures: Path, mongolia_desk: Desk, dana: User
) -> None:
    actions.add(
        Meeting,
        by=dana,
        at=LATER,
        year=2021,
        values={"title": "Ours", "kind": "visit", "desk": mongolia_desk},
    )
    before = history()
    with pytest.raises(FixtureError) as raised:
        load(tiny_fixtures)
    assert str(raised.value).startswith(
        "engagements.meeting: MTG-2021-0001 stand in this database already and did not"
        " come from the seeds, so nothing was loaded."
    )
    assert history() == before
    assert not LoadedSeed.objects.exists()
    assert not User.objects.filter(username="seeds").exists()


@pytest.mark.django_db
def test_account_that_took_the_systems_name_is_refused(tiny_fixtures: Path) -> None:
    User.objects.create_user("seeds")
    with pytest.raises(Refused, match="The account 'seeds' belongs to somebody"):
        load(tiny_fixtures)


@pytest.mark.django_db
def test_what_the_database_refuses_is_told_and_nothing_is_loaded(
    tiny_fixtures: Path, tmp_path: Path
) -> None:
    def backwards(rows: list[Any]) -> None:
        for row in rows:
            if row["model"] == "partners.tenure":
                row["fields"]["end"] = "2019"

    with pytest.raises(FixtureError) as raised:
        load(newer(tiny_fixtures, tmp_path, "people", backwards))
    assert str(raised.value) == (
        "partners.tenure was refused, so nothing was loaded: The tenure ends before it"
        " starts."
    )
    assert not LoadedSeed.objects.exists()


@pytest.mark.django_db
def test_row_that_names_nothing_is_refused(tiny_fixtures: Path, tmp_path: Path) -> None:
    def lost(rows: list[Any]) -> None:
        rows[-1]["fields"]["desk"] = ["DSK-0099"]

    with pytest.raises(FixtureError) as raised:
        load(newer(tiny_fixtures, tmp_path, "places", lost))
    assert str(raised.value).startswith(
        "partners.place: desk names DSK-0099, which is in no fixture."
    )


@pytest.mark.django_db
def test_group_with_a_permission_that_is_not_there_is_refused(
    tiny_fixtures: Path, tmp_path: Path
) -> None:
    def odd(rows: list[Any]) -> None:
        rows[0]["permissions"] = ["partners.view_moon"]

    with pytest.raises(FixtureError) as raised:
        load(newer(tiny_fixtures, tmp_path, "groups", odd))
    assert str(raised.value).startswith(
        "groups.json: Rider has the permission partners.view_moon, which does not"
        " exist here."
    )


def test_fixture_that_goes_back_in_a_lifecycle_is_refused(
    seeded: Path, tmp_path: Path
) -> None:
    def unheld(rows: list[Any]) -> None:
        for row in rows:
            if row["fields"].get("reference") == "MTG-2021-0001":
                row["fields"]["status"] = "proposed"

    with pytest.raises(FixtureError) as raised:
        load(newer(seeded, tmp_path, "meetings", unheld))
    assert str(raised.value).startswith(
        "engagements.meeting MTG-2021-0001 was refused, so nothing was loaded: "
    )
