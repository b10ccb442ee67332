"""Records that name each other across dossiers."""

from pathlib import Path

import pytest

from seeds.dossier import DossierFaults, Dossiers, read_dossiers

HOUSE = "records:\n- {kind: desk, key: d, code: d, name: D}\n"


def write(folder: Path, name: str, records: str) -> None:
    (folder / f"{name}.yaml").write_text(
        f"source: {{key: {name}, title: T, kind: news, paragraphs: body,"
        f" accepted_on: 2026-11-21}}\nrecords:\n{records}",
        encoding="utf-8",
    )


def read(folder: Path) -> Dossiers:
    return read_dossiers(folder, partners={"KOR", "MNG"}, shown_as="dossiers")


def faults(folder: Path) -> list[str]:
    with pytest.raises(DossierFaults) as raised:
        read(folder)
    return [str(fault) for fault in raised.value.faults]


def person(key: str, **fields: str) -> str:
    more = "".join(f", {name}: {value}" for name, value in fields.items())
    return f"- {{kind: person, key: {key}, name: N{more}, cite: [{{paragraph: 1}}]}}\n"


def place(key: str, **fields: str) -> str:
    return person(key, **fields).replace("kind: person", "kind: place")


def test_record_may_name_one_of_another_dossier(tmp_path: Path) -> None:
    write(tmp_path, "a", "- {kind: citation, of: {person: lee}, cite: [{note: n}]}\n")
    write(tmp_path, "b", person("lee", partner="KOR"))
    assert [(entry.kind, entry.key) for entry in read(tmp_path).entries] == [
        ("person", "lee"),
        ("citation", ""),
    ]


def test_dangling_name_is_told_with_its_line_and_near_misses(tmp_path: Path) -> None:
    write(
        tmp_path,
        "a",
        place("ulaanbaatar") + place("venue", within="ulanbator", country="XYZ"),
    )
    assert faults(tmp_path) == [
        "dossiers/a.yaml:4: place venue.country: there is no partner 'XYZ'",
        (
            "dossiers/a.yaml:4: place venue.within: there is no place 'ulanbator';"
            " did you mean ulaanbaatar?"
        ),
    ]


def test_dangling_name_in_a_list_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "00.yaml").write_text(HOUSE)
    write(
        tmp_path,
        "a",
        "- kind: initiative\n  key: i\n  desk: d\n  name: I\n  type: project\n"
        "  partners:\n    - KOR\n    - ABC\n  cite: [{paragraph: 1}]\n",
    )
    assert faults(tmp_path) == [
        "dossiers/a.yaml:10: initiative i.partners.1: there is no partner 'ABC'"
    ]


def test_dangling_citation_is_told(tmp_path: Path) -> None:
    write(tmp_path, "a", "- {kind: citation, of: {person: lee}, cite: [{note: n}]}\n")
    assert faults(tmp_path) == [
        "dossiers/a.yaml:3: citation.of.person: there is no person 'lee'"
    ]


def test_key_taken_by_another_dossier_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "a", person("lee"))
    write(tmp_path, "b", person("kim") + person("lee"))
    assert faults(tmp_path) == [
        (
            "dossiers/b.yaml:4: person lee.key: this key is taken by dossiers/a.yaml:3:"
            " choose another, or use kind: citation to cite that record"
        )
    ]


def test_source_key_taken_by_another_dossier_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "a", person("lee"))
    (tmp_path / "b.yaml").write_text((tmp_path / "a.yaml").read_text().split("rec")[0])
    assert faults(tmp_path) == [
        "dossiers/b.yaml:1: source.key: this key is taken by dossiers/a.yaml"
    ]


def test_partner_of_the_reference_list_is_not_defined_again(tmp_path: Path) -> None:
    write(
        tmp_path,
        "a",
        "- {kind: partner, key: KOR, type: state, short_name: K, cite: [{note: n}]}\n",
    )
    assert faults(tmp_path) == [
        (
            "dossiers/a.yaml:3: partner KOR.key: the reference list has this partner:"
            " use kind: partner_update"
        )
    ]


def test_records_come_after_what_they_need(tmp_path: Path) -> None:
    write(tmp_path, "a", place("hall", within="house") + place("yard"))
    write(tmp_path, "b", place("town") + place("house", within="town"))
    assert [entry.key for entry in read(tmp_path).of_kind("place")] == [
        "yard",
        "town",
        "house",
        "hall",
    ]


def test_records_that_need_each_other_are_refused(tmp_path: Path) -> None:
    write(tmp_path, "a", place("hall", within="house") + place("house", within="hall"))
    assert faults(tmp_path) == [
        "dossiers/a.yaml:3: place hall: this place is, by way of others, part of itself"
    ]
