"""Loading: what is missing is added, what nobody touched follows, twice is once."""

from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group

from chancery.models import User
from chancery.references import next_reference
from engagements.models import Agreement, Meeting, MeetingStatusChange
from engagements.seeding import layout
from engagements.seeding.fixtures import read_fixtures
from partners.models import Person, PersonName, Place
from seeds.models import LoadedSeed
from tests.engagements.seeding.conftest import LOADED
from tests.engagements.seeding.loading import counts, history, load, newer, retitled


def test_loaded_rows_say_what_the_fixtures_say(seeded: Path) -> None:
    for model, rows in read_fixtures(seeded).rows.items():
        found = {
            layout.key_of(model, content): content
            for _pk, content in layout.rows(model._base_manager.all())
        }
        assert found == {key: row.content for key, row in rows.items()}


@pytest.mark.usefixtures("seeded")
def test_loading_derives_what_the_database_derives() -> None:
    assert Agreement.objects.get(reference="AGR-2021-0001").status == "in_force"
    meeting = Meeting.objects.get(reference="MTG-2022-0001")
    assert (meeting.status, meeting.version) == ("postponed", 1)
    assert MeetingStatusChange.objects.get().meeting == meeting


@pytest.mark.usefixtures("seeded")
def test_loading_is_signed_by_the_system() -> None:
    person = Person.objects.get()
    (event,) = apps.get_model("partners.PersonHistory").objects.filter(pgh_obj=person)
    system = User.objects.get(username="seeds")
    assert event.pgh_context.metadata == {
        "user": system.pk,
        "username": "seeds",
        "verb": "seed",
        "reason": "",
        "at": LOADED.isoformat(),
    }
    assert (system.is_system, system.is_active) == (True, False)
    assert not system.has_usable_password()


@pytest.mark.usefixtures("seeded")
def test_counters_go_on_after_what_was_loaded() -> None:
    assert next_reference("MTG", 2021) == "MTG-2021-0002"
    assert next_reference("PER") == "PER-0002"


def test_second_load_changes_nothing(seeded: Path) -> None:
    before = history()
    versions = list(Meeting.objects.order_by("pk").values_list("version", "updated_at"))
    seeds = set(LoadedSeed.objects.values_list("pk", "digest", "loaded_at"))
    reports = load(seeded)
    assert set(counts(reports)) == {"unchanged"}
    assert history() == before
    assert (
        list(Meeting.objects.order_by("pk").values_list("version", "updated_at"))
        == versions
    )
    assert set(LoadedSeed.objects.values_list("pk", "digest", "loaded_at")) == seeds


def test_row_that_nobody_touched_follows_a_newer_fixture(
    seeded: Path, tmp_path: Path
) -> None:
    before = history()
    reports = load(newer(seeded, tmp_path, "meetings", retitled))
    assert counts(reports)["updated"] == 1
    meeting = Meeting.objects.get(reference="MTG-2021-0001")
    assert (meeting.title, meeting.version) == ("First Talks of the Steppe", 2)
    grown = {name: count - before[name] for name, count in history().items()}
    assert {name for name, more in grown.items() if more} == {"MeetingHistory"}
    assert set(counts(load(tmp_path))) == {"unchanged"}


def test_record_that_a_newer_fixture_adds_is_inserted_with_its_parts(
    seeded: Path, tmp_path: Path
) -> None:
    def grown(rows: list[Any]) -> None:
        place = {"model": "partners.place", "fields": {"name": "Camp"}}
        place["fields"] |= {"reference": "PLC-0009", "within": ["PLC-0010"]}  # type: ignore[operator]
        tent = {"reference": "PLC-0010", "name": "Tent", "kind": "venue"}
        name = {"place": ["PLC-0009"], "text": "Хот", "language": "mn"}
        rows += [
            place,
            {"model": "partners.place", "fields": tent},
            {"model": "partners.placename", "fields": name},
        ]

    reports = load(newer(seeded, tmp_path, "places", grown))
    assert counts(reports)["inserted"] == 3
    camp = Place.objects.get(reference="PLC-0009")
    assert camp.within == Place.objects.get(name="Tent")
    assert camp.names.get().text == "Хот"
    assert next_reference("PLC") == "PLC-0011"


def test_row_that_is_in_no_fixture_any_more_is_left_and_named(
    seeded: Path, tmp_path: Path
) -> None:
    def shrunk(rows: list[Any]) -> None:
        rows[:] = [row for row in rows if row["model"] != "partners.personname"]

    reports = load(newer(seeded, tmp_path, "people", shrunk))
    assert reports["partners.personname"].gone == ["PER-0001 Бат mn original"]
    assert PersonName.objects.count() == 1


def test_group_that_nobody_changed_follows_a_newer_fixture(
    seeded: Path, tmp_path: Path
) -> None:
    def widened(rows: list[Any]) -> None:
        rows[0]["permissions"] = ["partners.view_partner", "partners.view_person"]

    reports = load(newer(seeded, tmp_path, "groups", widened))
    assert reports["auth.group"].counts == {"updated": 1}
    assert set(
        Group.objects.get(name="Rider").permissions.values_list("codename", flat=True)
    ) == {
        "view_partner",
        "view_person",
    }
