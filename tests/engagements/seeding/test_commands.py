"""The two commands: what they print, and how they fail."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from chancery.models import User
from engagements.management.commands.build_fixtures import compare, write
from engagements.seeding.register import RegisterError, read_register
from partners.models import Partner
from seeds.models import LoadedSeed


def seed(folder: Path, *, verbosity: int = 1) -> str:
    out = StringIO()
    call_command("seed", fixtures=folder, verbosity=verbosity, stdout=out)
    return out.getvalue()


@pytest.mark.django_db
def test_seed_prints_what_became_of_every_model(tiny_fixtures: Path) -> None:
    lines = seed(tiny_fixtures).splitlines()
    assert lines[0].startswith("Loading ")
    words = [line.split() for line in lines]
    assert ["partners.partner", "5", "inserted"] in words
    assert ["engagements.meeting", "2", "inserted"] in words
    assert lines[-1].startswith("Seeded in ")
    assert lines[-1].endswith(
        f" {LoadedSeed.objects.count()} inserted, 0 updated, 0 unchanged, 0 kept,"
        " 0 left over."
    )
    again = [line.split() for line in seed(tiny_fixtures).splitlines()]
    assert ["engagements.meeting", "2", "unchanged"] in again


def test_seed_names_what_is_kept(seeded: Path) -> None:
    Partner.objects.filter(reference="PTR-MNG").update(note="Ours.")
    lines = [line.strip() for line in seed(seeded).splitlines()]
    assert "PTR-MNG: kept as officers left it" in lines


@pytest.mark.django_db
def test_seed_can_be_silent(tiny_fixtures: Path) -> None:
    assert seed(tiny_fixtures, verbosity=0) == ""


@pytest.mark.django_db
def test_seed_without_a_fixture_fails_and_loads_nothing(tmp_path: Path) -> None:
    with pytest.raises(CommandError) as raised:
        seed(tmp_path)
    assert str(raised.value) == (
        f"{tmp_path / 'sources.json'} is missing. Bring it back from version control,"
        " or build it again with manage.py build_fixtures."
    )
    assert raised.value.returncode == 1
    assert not LoadedSeed.objects.exists()


@pytest.mark.django_db
def test_seed_that_is_refused_fails_with_a_sentence(tiny_fixtures: Path) -> None:
    User.objects.create_user("seeds")
    with pytest.raises(CommandError, match="The account 'seeds' belongs to somebody"):
        seed(tiny_fixtures)


def test_build_of_broken_dossiers_fails_and_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("records:\n- {kind: desk, key: d}\n")
    output = tmp_path / "fixtures"
    with pytest.raises(CommandError) as raised:
        call_command("build_fixtures", dossiers=tmp_path, output=output)
    assert str(raised.value) == (
        f"{tmp_path}/a.yaml:2: desk d.code: is missing: it must be given\n"
        f"{tmp_path}/a.yaml:2: desk d.name: is missing: it must be given\n"
        "2 faults in the dossiers; nothing was written."
    )
    assert not output.exists()


def test_build_writes_only_what_changed(tmp_path: Path) -> None:
    output = tmp_path / "fixtures"
    assert write(output, {"a.json": b"[]\n", "b.json": b"[]\n"}) == 2
    old = (output / "a.json").stat().st_mtime_ns
    assert write(output, {"a.json": b"[]\n", "b.json": b"[1]\n"}) == 1
    assert (output / "a.json").stat().st_mtime_ns == old
    assert (output / "b.json").read_bytes() == b"[1]\n"


def test_check_passes_what_is_as_it_was_built(tmp_path: Path) -> None:
    write(tmp_path, {"a.json": b"[]\n"})
    compare(tmp_path, {"a.json": b"[]\n"})


def test_check_names_what_was_edited_by_hand_is_missing_or_foreign(
    tmp_path: Path,
) -> None:
    files = dict.fromkeys(("edited.json", "good.json", "missing.json"), b"[]\n")
    write(tmp_path, files)
    (tmp_path / "edited.json").write_text("[ ]\n")
    (tmp_path / "missing.json").unlink()
    (tmp_path / "foreign.json").write_text("[]\n")
    with pytest.raises(CommandError) as raised:
        compare(tmp_path, files)
    assert str(raised.value) == (
        "These fixtures are not what the dossiers yield:\n"
        f"  {tmp_path}/edited.json\n"
        f"  {tmp_path}/foreign.json\n"
        f"  {tmp_path}/missing.json\n"
        "Fixtures are never edited by hand: change the dossier, then run manage.py"
        " build_fixtures."
    )


def test_register_is_empty_before_the_first_build(tmp_path: Path) -> None:
    assert read_register(tmp_path) == {}


@pytest.mark.parametrize("content", ["{", "[]", json.dumps({"meeting a": 7})])
def test_register_that_cannot_be_read_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "references.json").write_text(content)
    with pytest.raises(RegisterError, match="bring it back from version control"):
        read_register(tmp_path)
