"""Fixtures that are missing or broken: the file is named and nothing is loaded."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from chancery.models import User
from engagements.seeding import layout
from engagements.seeding.fixtures import FixtureError, read_fixtures
from partners.models import Officer

ADVICE = (
    " Bring it back from version control, or build it again with manage.py"
    " build_fixtures."
)


@pytest.fixture
def folder(tiny_fixtures: Path, tmp_path: Path) -> Path:
    """A copy that may be spoilt."""
    for path in tiny_fixtures.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    return tmp_path


def told(folder: Path) -> str:
    with pytest.raises(FixtureError) as raised:
        read_fixtures(folder)
    return str(raised.value).replace(str(folder), "fixtures")


@pytest.mark.parametrize("name", [*layout.FILES, "groups"])
def test_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / f"{name}.json").unlink()
    assert told(folder) == f"fixtures/{name}.json is missing.{ADVICE}"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (
            "[\n {]",
            (
                "cannot be read (Expecting property name enclosed in double quotes:"
                " line 2 column 3 (char 4))"
            ),
        ),
        ("{}", "is no list of rows"),
    ],
)
def test_file_that_is_no_list_is_named(folder: Path, content: str, reason: str) -> None:
    (folder / "people.json").write_text(content)
    assert told(folder) == f"fixtures/people.json {reason}.{ADVICE}"


def test_binary_file_is_named(folder: Path) -> None:
    (folder / "people.json").write_bytes(b"\xff")
    assert told(folder).startswith("fixtures/people.json cannot be read ('utf-8' codec")


def _without_fields(row: dict[str, Any]) -> None:
    del row["fields"]


def _other_model(row: dict[str, Any]) -> None:
    row["model"] = "partners.desk"


def _unknown_field(row: dict[str, Any]) -> None:
    row["fields"]["age"] = 7


def _bad_date(row: dict[str, Any]) -> None:
    row["fields"] = {**row["fields"], "classification": "cosmic"}


def _without_person(row: dict[str, Any]) -> None:
    del row["fields"]["partner"]
    row["fields"]["partner"] = "PTR-MNG"


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (_without_fields, "'fields' is not known here"),
        (_other_model, "'partners.desk' is not known here"),
        (_unknown_field, "there is no field 'age'"),
        (_bad_date, "“cosmic” value must be an integer."),
        (_without_person, "too many values to unpack (expected 1)"),
    ],
)
def test_row_that_cannot_be_read_is_named(
    folder: Path, spoil: Callable[[dict[str, Any]], None], reason: str
) -> None:
    path = folder / "people.json"
    rows = json.loads(path.read_text(encoding="utf-8"))
    spoil(rows[0])
    path.write_text(json.dumps(rows))
    assert told(folder) == (
        f"fixtures/people.json: row 1 cannot be read ({reason}).{ADVICE}"
    )


def test_row_without_what_it_must_have_is_named(folder: Path) -> None:
    path = folder / "people.json"
    rows = json.loads(path.read_text(encoding="utf-8"))
    tenure = next(row for row in rows if row["model"] == "partners.tenure")
    del tenure["fields"]["post"]
    path.write_text(json.dumps(rows))
    place = rows.index(tenure) + 1
    assert told(folder) == (
        f"fixtures/people.json: row {place} cannot be read (post is missing).{ADVICE}"
    )


def test_row_that_is_there_twice_is_named(folder: Path) -> None:
    path = folder / "desks.json"
    rows = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps([*rows, rows[0]]))
    assert told(folder) == f"fixtures/desks.json: row 3 is there twice.{ADVICE}"


def test_group_that_cannot_be_read_is_named(folder: Path) -> None:
    (folder / "groups.json").write_text('[{"name": "Rider"}]')
    assert told(folder) == (
        "fixtures/groups.json: row 1 cannot be read ('permissions' is not known here)."
        f"{ADVICE}"
    )


def test_every_model_comes_after_those_that_it_refers_to() -> None:
    order = layout.loading_order()
    listed = [model for group in layout.FILES.values() for model in group]
    assert sorted(order, key=listed.index) == listed
    for place, model in enumerate(order):
        targets = {column.related_model for column in layout.columns(model)}
        assert targets - {None, model, Officer, User} <= set(order[:place])
