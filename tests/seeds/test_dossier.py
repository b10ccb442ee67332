"""Dossiers that are broken: each says file, line, field and what is accepted."""

from pathlib import Path
from textwrap import dedent

import pytest

from seeds.dossier import DossierFaults, Dossiers, read_dossiers

SOURCE = """\
source:
  key: note
  title: A note
  kind: news
  paragraphs: body
  accepted_on: 2026-11-21
records:
"""
# The first line of what a test writes after SOURCE.
FIRST = 8


def read(folder: Path, records: str, *, head: str = SOURCE) -> Dossiers:
    (folder / "note.yaml").write_text(head + dedent(records), encoding="utf-8")
    return read_dossiers(folder, partners={"KOR", "MNG"}, shown_as="dossiers")


def faults(folder: Path, records: str, *, head: str = SOURCE) -> list[str]:
    with pytest.raises(DossierFaults) as raised:
        read(folder, records, head=head)
    return [str(fault) for fault in raised.value.faults]


PERSON = "- {kind: person, key: lee, name: Lee, cite: [{paragraph: 1}]}\n"


def test_every_scalar_is_text_as_written(tmp_path: Path) -> None:
    dossiers = read(
        tmp_path,
        """\
        - kind: place
          key: oslo
          name: NO
          names: [{text: 2023-06, since: 0900}]
          cite: [{paragraph: 1, source_says: yes}]
        """,
    )
    (entry,) = dossiers.entries
    shape = entry.shape.model_dump()
    assert shape["name"] == "NO"
    assert shape["names"][0]["text"] == "2023-06"
    assert shape["names"][0]["since"] == "0900"
    assert shape["cite"][0]["source_says"] == "yes"


def test_accepted_instant_is_midnight_utc_of_the_day(tmp_path: Path) -> None:
    (entry,) = read(tmp_path, PERSON).entries
    assert entry.at.isoformat() == "2026-11-21T00:00:00+00:00"


def test_malformed_yaml_names_the_line(tmp_path: Path) -> None:
    assert faults(tmp_path, "- kind: [person\n- key: lee]]\n") == [
        (
            f"dossiers/note.yaml:{FIRST + 1}: this is not well-formed YAML: expected"
            " ',' or ']', but got ':'"
        )
    ]


def test_binary_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "note.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DossierFaults) as raised:
        read_dossiers(tmp_path, partners=(), shown_as="dossiers")
    assert str(raised.value) == (
        "dossiers/note.yaml:1: this is not UTF-8 text (invalid start byte)"
    )


def test_control_character_is_refused(tmp_path: Path) -> None:
    (told,) = faults(tmp_path, "- \x07\n")
    assert told.startswith("dossiers/note.yaml:1: this is not well-formed YAML: ")


def test_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DossierFaults) as raised:
        read_dossiers(tmp_path, partners=(), shown_as="dossiers")
    assert str(raised.value) == "dossiers:1: there is no dossier (*.yaml) here"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (
            "",
            (
                "dossiers/note.yaml:1: this is no dossier; a dossier has the fields"
                " source, records"
            ),
        ),
        (
            "- 1\n",
            (
                "dossiers/note.yaml:1: this is no dossier; a dossier has the fields"
                " source, records"
            ),
        ),
        (
            "records: []\nsauce: {}\n",
            (
                "dossiers/note.yaml:2: sauce: there is no field 'sauce' here; a"
                " dossier has the fields source, records"
            ),
        ),
        (
            "records: many\n",
            (
                "dossiers/note.yaml:1: records: this must be a list of records, each"
                " beginning with - kind: …"
            ),
        ),
    ],
)
def test_file_of_another_shape_is_refused(
    tmp_path: Path, content: str, told: str
) -> None:
    assert faults(tmp_path, "", head=content) == [told]


def test_duplicate_field_names_both_lines(tmp_path: Path) -> None:
    assert faults(tmp_path, "- kind: person\n  key: lee\n  key: li\n") == [
        (
            f"dossiers/note.yaml:{FIRST + 2}: records.0.key: this field is given twice"
            f" (first on line {FIRST + 1}): keep one"
        )
    ]


def test_alias_is_refused(tmp_path: Path) -> None:
    (told,) = faults(tmp_path, "- &one {kind: person}\n- *one\n")
    assert told.endswith("no aliases (*): write the value out")


def test_unknown_kind_lists_those_there_are(tmp_path: Path) -> None:
    (told,) = faults(tmp_path, "- {kind: persona, key: lee}\n")
    assert told.startswith(
        f"dossiers/note.yaml:{FIRST}: kind: there is no kind 'persona';"
        " accepted are desk, tier, partner, "
    )


def test_unknown_field_lists_those_there_are(tmp_path: Path) -> None:
    assert faults(tmp_path, PERSON.replace("name:", "nom: x, name:")) == [
        (
            f"dossiers/note.yaml:{FIRST}: person lee.nom: there is no such field;"
            " accepted are kind, key, desk, classification, cite, name, family_name,"
            " given_name, name_order, partner, names, note"
        )
    ]


def test_unknown_field_of_a_nested_record_lists_those_there_are(tmp_path: Path) -> None:
    (told,) = faults(tmp_path, PERSON.replace("paragraph: 1", "para: 1"))
    assert told == (
        f"dossiers/note.yaml:{FIRST}: person lee.cite.0.para: there is no such field;"
        " accepted are paragraph, char_start, char_end, field, basis, source_says,"
        " quote, note"
    )


def test_all_faults_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    told = faults(
        tmp_path,
        """\
        - kind: person
          key: lee
          name_order: up
        - kind: tenure
          key: lee-minister
          person: lee
          post: minister
          start: 2021-02-30
          is_acting: perhaps
          cite:
            - {paragraph: first}
        """,
    )
    assert told == [
        (
            f"dossiers/note.yaml:{FIRST}: person lee.cite: is missing: say where the"
            " document says it, cite: [{paragraph: 3}]"
        ),
        f"dossiers/note.yaml:{FIRST}: person lee.name: is missing: it must be given",
        (
            f"dossiers/note.yaml:{FIRST + 7}: tenure lee-minister.start: “2021-02-30”"
            " is no day of the calendar: that month has 28 days. Check the day, or"
            " write only the month, such as 2023-06."
        ),
        (
            f"dossiers/note.yaml:{FIRST + 8}: tenure lee-minister.is_acting: 'perhaps'"
            " is not accepted: it should be a valid boolean, unable to interpret input"
        ),
        (
            f"dossiers/note.yaml:{FIRST + 10}: tenure lee-minister.cite.0.paragraph:"
            " 'first' is not accepted: it should be a valid integer, unable to parse"
            " string as an integer"
        ),
    ]


def test_fault_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("x: 1\n")
    (tmp_path / "b.yaml").write_text("y: 1\n")
    with pytest.raises(DossierFaults) as raised:
        read_dossiers(tmp_path, partners=(), shown_as="dossiers")
    assert [(fault.file, fault.field) for fault in raised.value.faults] == [
        ("dossiers/a.yaml", "x"),
        ("dossiers/b.yaml", "y"),
    ]


def test_empty_list_of_citations_is_refused(tmp_path: Path) -> None:
    (told,) = faults(tmp_path, PERSON.replace("[{paragraph: 1}]", "[]"))
    assert told == (
        f"dossiers/note.yaml:{FIRST}: person lee.cite: is missing: say where the"
        " document says it, cite: [{paragraph: 3}]"
    )


@pytest.mark.parametrize("words", [12, 13])
def test_quote_has_at_most_twelve_words(tmp_path: Path, words: int) -> None:
    record = PERSON.replace(
        "paragraph: 1", f"paragraph: 1, quote: {' '.join(['so'] * words)}"
    )
    if words == 12:
        read(tmp_path, record)
        return
    assert faults(tmp_path, record) == [
        (
            f"dossiers/note.yaml:{FIRST}: person lee.cite.0.quote: a quote has at most"
            " 12 words, this one has 13: shorten it, or say it in our own words"
        )
    ]


def test_record_of_a_file_without_source_cannot_be_cited(tmp_path: Path) -> None:
    assert faults(tmp_path, PERSON, head="records:\n") == [
        (
            "dossiers/note.yaml:2: person lee.cite: this file has no source that could"
            " be cited; add one, or leave this record to a dossier that has"
        )
    ]


def test_record_of_engagements_needs_a_desk(tmp_path: Path) -> None:
    (told,) = faults(
        tmp_path,
        "- {kind: series, key: jc, name: J, type: forum, cite: [{paragraph: 1}]}\n",
    )
    assert told == (
        f"dossiers/note.yaml:{FIRST}: series jc.desk: is missing: name the desk that"
        " looks after it, by its key"
    )


def test_promisor_is_a_partner_or_a_label(tmp_path: Path) -> None:
    record = """\
        - kind: commitment
          key: aid
          desk: d
          title: Aid
          wording: agreed
          type: project
          sector: trade
          promisors: [{PROMISOR}]
          cite: [{paragraph: 1}]
        - {kind: desk, key: d, code: d, name: D}
        """
    for good in ("KOR", "{partner: KOR}", "{label: the firms}"):
        read(tmp_path, dedent(record).replace("{PROMISOR}", good))
    for bad in ("{}", "{partner: KOR, label: the firms}"):
        assert faults(tmp_path, dedent(record).replace("{PROMISOR}", bad)) == [
            (
                f"dossiers/note.yaml:{FIRST + 7}: commitment aid.promisors.0: give"
                " exactly one of partner, label"
            )
        ]


def test_citation_of_another_dossiers_record_names_one(tmp_path: Path) -> None:
    bad = "- {kind: citation, of: {desk: d}, cite: [{paragraph: 1}]}\n"
    (told,) = faults(tmp_path, bad)
    assert told.startswith(
        f"dossiers/note.yaml:{FIRST}: citation: name one record, such as of: {{person:"
        " its-key}; of agreement, commitment, indicator, "
    )


@pytest.mark.parametrize(
    ("cite", "place", "told"),
    [
        ("so", "cite", "it should be a list, such as [one, another]"),
        (
            "[so]",
            "cite.0",
            (
                "it should be a mapping; its fields are paragraph, char_start,"
                " char_end, field, basis, source_says, quote, note"
            ),
        ),
    ],
)
def test_value_of_another_shape_is_refused(
    tmp_path: Path, cite: str, place: str, told: str
) -> None:
    assert faults(tmp_path, PERSON.replace("[{paragraph: 1}]", cite)) == [
        f"dossiers/note.yaml:{FIRST}: person lee.{place}: {told}"
    ]
