"""What the house refuses in a dossier is told with file, line and field."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from partners.models import (
    Partner,
)
from seeds.dossier import DossierFaults
from tests.engagements.seeding.tiny import TALKS, write, write_dossiers

ACCEPTED = datetime(2026, 11, 21, tzinfo=UTC)


@pytest.mark.django_db
def test_refusal_of_an_action_names_file_line_and_field(tmp_path: Path) -> None:
    talks = TALKS + (
        "  - {kind: person, key: tsogt, name: Tsogt, cite: [{paragraph: 8}]}\n"
        "  - {kind: tenure, key: tsogt-khan, person: tsogt, post: khan, start: 2021,"
        " end: 2022, cite: [{paragraph: 8}]}\n"
        "  - kind: indicator\n"
        "    key: tents\n"
        "    measure: other\n"
        "    first: MNG\n"
        "    second: MNG\n"
        "    value: '1'\n"
        "    unit: tents\n"
        "    cite: [{paragraph: 8}]\n"
    )
    line = len(TALKS.splitlines())
    with pytest.raises(DossierFaults) as raised:
        write(write_dossiers(tmp_path, talks=talks))
    assert [str(fault) for fault in raised.value.faults] == [
        (
            f"dossiers/01-talks.yaml:{line + 2}: tenure tsogt-khan: Somebody else holds"
            " this post at that time. End that tenure first, or mark this one as"
            " acting."
        ),
        (
            f"dossiers/01-talks.yaml:{line + 3}: indicator tents: Name two different"
            " partners, or one with the direction 'of the first alone'."
        ),
    ]


@pytest.mark.django_db
def test_refusal_of_a_nested_record_names_its_own_line(tmp_path: Path) -> None:
    talks = TALKS.replace(
        "{kind: in_force, action_date: 2022, ", "{kind: terminated, action_date: 2022, "
    ).replace(
        "mentions: [{meeting: second, kind: raised,",
        "mentions: [{meeting: second, kind: made,",
    )
    lines = talks.splitlines()
    terminated = next(n for n, line in enumerate(lines, 1) if "terminated" in line)
    made = next(n for n, line in enumerate(lines, 1) if "kind: made" in line)
    with pytest.raises(DossierFaults) as raised:
        write(write_dossiers(tmp_path, talks=talks))
    assert [str(fault) for fault in raised.value.faults] == [
        (
            f"dossiers/01-talks.yaml:{terminated}: agreement pact.events.1: Ending an"
            " agreement needs the instrument by which it was done."
        ),
        (
            f"dossiers/01-talks.yaml:{made}: commitment dig.mentions.0: A commitment is"
            " made at one meeting only."
        ),
    ]


@pytest.mark.django_db
def test_what_needs_a_refused_record_is_not_told_again(tmp_path: Path) -> None:
    talks = TALKS.replace("ordinal: 1\n", "ordinal: 0\n")
    with pytest.raises(DossierFaults) as raised:
        write(write_dossiers(tmp_path, talks=talks))
    assert [fault.field for fault in raised.value.faults] == ["meeting summit.ordinal"]
    talks = TALKS.replace("    date: 2021-08-16\n    place", "    place")
    with pytest.raises(DossierFaults) as raised:
        write(write_dossiers(tmp_path, talks=talks))
    assert [str(fault) for fault in raised.value.faults] == [
        (
            "dossiers/01-talks.yaml:47: meeting summit: A meeting that was held needs a"
            " date, if only the year."
        )
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "steps: [{verb: postpone, reason: Snow., on: 2022-04-01}]",
            "",
            "meeting second: A meeting cannot begin as “postponed”.",
        ),
        (
            "verb: postpone",
            "verb: hold",
            "meeting second.steps: its steps do not lead to the status 'postponed'",
        ),
        (
            "verb: postpone,",
            "verb: postpone, date: 2024,",
            (
                "meeting second.date: the date '2022-05' is not the one that the steps"
                " end with, '2024': make them agree"
            ),
        ),
        (
            "reason: Snow., ",
            "",
            "meeting second.steps.0: Say why: this step needs a reason.",
        ),
    ],
)
def test_steps_that_lead_elsewhere_are_refused(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    with pytest.raises(DossierFaults) as raised:
        write(write_dossiers(tmp_path, talks=TALKS.replace(old, new)))
    assert [str(fault).partition(": ")[2] for fault in raised.value.faults] == [told]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "level: leaders",
            "level: leader",
            (
                "meeting summit.level: 'leader' is not one of our words; accepted are"
                " leaders, ministers, vice_ministers, senior_officials, ambassadors,"
                " working, unknown"
            ),
        ),
        (
            "type: venue",
            "type: tent",
            (
                "place hall.type: 'tent' is not one of our words; accepted are city,"
                " venue, region"
            ),
        ),
        (
            "kind: press_release",
            "kind: rumour",
            (
                "source talks.kind: 'rumour' is not one of our words; accepted are"
                " official, press_release, news, cable, record, other"
            ),
        ),
        (
            "verb: postpone",
            "verb: forget",
            (
                "meeting second.steps.0.verb: 'forget' is not one of our words;"
                " accepted are schedule, hold, postpone, cancel, revive, unhold"
            ),
        ),
        (
            "field: due_date",
            "field: due",
            (
                "commitment dig.cite.1.field: 'due' is not one of our words; accepted"
                " are about_agreement, amounts, as_worded, classification, conditions,"
                " due_date, initiative, institutions, kind, mentions, origin_agreement,"
                " origin_meeting, priority, promisees, promisors, recurrence_months,"
                " sector, successions, title, type, waiting_on, wording"
            ),
        ),
        (
            "    level: leaders\n",
            "    level: leaders\n    classification: cosmic\n",
            (
                "meeting summit.classification: 'cosmic' is not one of our words;"
                " accepted are public, internal, restricted, confidential, secret"
            ),
        ),
        (
            "title: Charter",
            f"title: {'C' * 301}",
            "agreement charter.title: is 301 characters long; accepted are at most 300",
        ),
    ],
)
def test_word_that_is_not_ours_is_refused_with_those_that_are(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    talks = TALKS.replace(old, new, 1)
    with pytest.raises(DossierFaults) as raised:
        write(write_dossiers(tmp_path, talks=talks))
    assert [str(fault).partition(": ")[2] for fault in raised.value.faults] == [told]
    assert Partner.objects.count() == 0
