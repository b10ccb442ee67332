"""What officers have made of seeded rows is theirs."""

from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission

from chancery import actions
from chancery.models import User
from engagements.models import Commitment, Meeting
from partners.models import Person, PersonName
from tests.engagements.seeding.loading import LATER, counts, kept, load, newer, retitled


def test_row_that_an_officer_changed_is_kept_and_named(
    seeded: Path, tmp_path: Path, dana: User
) -> None:
    meeting = Meeting.objects.get(reference="MTG-2021-0001")
    actions.change(meeting, by=dana, at=LATER, values={"summary": "As I saw it."})
    assert kept(load(seeded)) == {"engagements.meeting": ["MTG-2021-0001"]}
    reports = load(newer(seeded, tmp_path, "meetings", retitled))
    assert kept(reports) == {"engagements.meeting": ["MTG-2021-0001"]}
    meeting.refresh_from_db()
    assert (meeting.title, meeting.summary) == ("First Steppe Talks", "As I saw it.")


def test_archived_record_is_an_officers(
    seeded: Path, tmp_path: Path, dana: User
) -> None:
    meeting = Meeting.objects.get(reference="MTG-2021-0001")
    actions.archive(meeting, by=dana, at=LATER, reason="Entered twice.")
    reports = load(newer(seeded, tmp_path, "meetings", retitled))
    assert kept(reports) == {"engagements.meeting": ["MTG-2021-0001"]}


def test_part_that_an_officer_removed_stays_removed(seeded: Path, dana: User) -> None:
    actions.remove(PersonName.objects.get(), by=dana, at=LATER)
    reports = load(seeded)
    assert kept(reports) == {"partners.personname": ["PER-0001 Бат mn original"]}
    assert not PersonName.objects.exists()


def test_citation_of_a_part_that_an_officer_removed_is_not_loaded(
    seeded: Path, tmp_path: Path, dana: User
) -> None:
    commitment = Commitment.objects.get(title="Dig the wells")
    actions.remove(commitment.mentions.get(kind="raised"), by=dana, at=LATER)

    def cited_again(rows: list[Any]) -> None:
        cite = next(row for row in rows if "mention" in row["fields"])
        again = {**cite["fields"], "mention": ["MEN-2022-0001"], "paragraph": 9}
        rows.append({"model": cite["model"], "fields": again})

    reports = load(newer(seeded, tmp_path, "citations", cited_again))
    assert sorted(kept(reports)) == [
        "engagements.engagementscitation",
        "engagements.mention",
    ]
    assert "inserted" not in counts(reports)


def test_append_only_row_is_kept_as_it_was_written(
    seeded: Path, tmp_path: Path
) -> None:
    def retold(rows: list[Any]) -> None:
        for row in rows:
            if row["model"] == "engagements.progressupdate":
                row["fields"]["done"] = "Fifty wells."

    reports = load(newer(seeded, tmp_path, "commitments", retold))
    assert kept(reports) == {"engagements.progressupdate": ["UPD-2023-0001"]}


@pytest.mark.django_db
def test_part_that_an_officer_entered_first_is_the_officers(
    seeded: Path, tmp_path: Path, dana: User
) -> None:
    values = {"person": Person.objects.get(), "text": "Batu", "script": "Cyrl"}
    actions.add(PersonName, by=dana, at=LATER, values=values)

    def grown(rows: list[Any]) -> None:
        fields = {"person": ["PER-0001"], "text": "Batu"}
        rows.append({"model": "partners.personname", "fields": fields})

    reports = load(newer(seeded, tmp_path, "people", grown))
    assert kept(reports) == {"partners.personname": ["PER-0001 Batu en alias"]}


def test_group_that_an_administrator_changed_is_kept(seeded: Path) -> None:
    group = Group.objects.get(name="Rider")
    assert set(group.permissions.values_list("codename", flat=True)) == {
        "view_partner",
        "view_desk",
    }
    group.permissions.add(Permission.objects.get(codename="view_person"))
    assert kept(load(seeded)) == {"auth.group": ["Rider"]}
    assert group.permissions.count() == 3
