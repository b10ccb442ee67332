"""Dossiers become records through the actions, the same way every time."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from engagements.models import (
    Agreement,
    AgreementEvent,
    AgreementLink,
    Commitment,
    CommitmentParty,
    EngagementsCitation,
    Meeting,
    MeetingSeries,
    MeetingStatusChange,
    Mention,
    Participation,
    ProgressUpdate,
    RelationBasis,
    Succession,
)
from engagements.seeding import layout
from engagements.seeding.system import system_user
from partners.models import (
    GroupMembership,
    Partner,
    PartnersCitation,
    Person,
    Place,
    Tenure,
)
from seeds.dossier import DossierFaults
from tests.engagements.seeding.tiny import TALKS, build, write, write_dossiers

ACCEPTED = datetime(2026, 11, 21, tzinfo=UTC)


def rows(folder: Path, file: str, model: str) -> list[dict[str, Any]]:
    """Return the fields of a fixture's rows of one model."""
    items = json.loads((folder / f"{file}.json").read_text(encoding="utf-8"))
    return [item["fields"] for item in items if item["model"] == model]


@pytest.mark.django_db
def test_partners_come_from_the_library_and_are_updated_by_the_house(
    dossiers: Path,
) -> None:
    write(dossiers)
    mongolia = Partner.objects.get(reference="PTR-MNG")
    assert (mongolia.short_name, mongolia.iso_numeric) == ("Mongolia", "496")
    assert mongolia.desk is not None
    assert mongolia.desk.code == "steppe"
    assert set(mongolia.names.values_list("language", "form", "text")) == {
        ("en", "official", "Mongolia"),
        ("en", "short", "Mongolia"),
        ("ko", "official", "몽골"),
        ("ko", "short", "몽골"),
        ("mn", "alias", "Монгол"),
    }
    assert Partner.objects.home().reference == "PTR-KOR"
    assert Partner.objects.get(reference="PTR-GOLDENHORDE").kind == "other"
    assert set(
        GroupMembership.objects.values_list("group__reference", "member__reference")
    ) == {("PTR-CIS", "PTR-RUS"), ("PTR-GOLDENHORDE", "PTR-MNG")}


@pytest.mark.django_db
def test_records_of_the_partners_room_are_written(dossiers: Path) -> None:
    write(dossiers)
    hall = Place.objects.get(name="Great Hall")
    assert hall.within is not None
    assert (hall.kind, hall.within.name) == ("venue", "Town")
    assert list(Person.objects.get().names.values_list("text", flat=True)) == ["Бат"]
    tenure = Tenure.objects.get()
    assert (tenure.start, tenure.end, tenure.is_exclusive) == ("2020", "", True)
    basis = RelationBasis.objects.get()
    assert basis.meeting is not None
    assert basis.agreement is not None
    assert (basis.step.date, basis.meeting.title, basis.agreement.title) == (
        "1990-03",
        "First Steppe Talks",
        "Pact of the Steppe",
    )


@pytest.mark.django_db
def test_meeting_has_its_partners_participants_and_number(dossiers: Path) -> None:
    write(dossiers)
    meeting = Meeting.objects.get(title="First Steppe Talks")
    assert meeting.reference == "MTG-2021-0001"
    assert (meeting.status, meeting.ordinal, meeting.series) == (
        "held",
        1,
        MeetingSeries.objects.get(),
    )
    assert set(meeting.meeting_partners.values_list("partner__reference", "role")) == {
        ("PTR-KOR", "member"),
        ("PTR-MNG", "host"),
    }
    assert list(
        Participation.objects.order_by("position").values_list(
            "reference", "person__name", "label", "role"
        )
    ) == [
        ("PTC-2021-0001", "Bat", "", "head"),
        ("PTC-2021-0002", None, "Two riders", "member"),
    ]


@pytest.mark.django_db
def test_steps_keep_the_old_status_with_its_day_and_reason(dossiers: Path) -> None:
    write(dossiers)
    change = MeetingStatusChange.objects.get()
    assert (
        change.meeting.title,
        change.from_status,
        change.to_status,
        change.old_date,
        change.reason,
        change.changed_at,
        change.changed_by,
    ) == (
        "Second Steppe Talks",
        "scheduled",
        "postponed",
        "2022-05",
        "Snow.",
        datetime(2022, 4, 1, tzinfo=UTC),
        system_user(),
    )


@pytest.mark.django_db
def test_dates_that_steps_bring_are_the_old_dates(tmp_path: Path) -> None:
    steps = (
        "steps: [{verb: schedule, date: 2022-05}, {verb: postpone, date: 2023,"
        " reason: Snow.}]"
    )
    old = "steps: [{verb: postpone, reason: Snow., on: 2022-04-01}]"
    talks = TALKS.replace(old, steps).replace("date: 2022-05\n", "date: 2023\n")
    write(write_dossiers(tmp_path, talks=talks))
    assert list(
        MeetingStatusChange.objects.order_by("position").values_list(
            "from_status", "to_status", "old_date", "new_date"
        )
    ) == [
        ("proposed", "scheduled", "", "2022-05"),
        ("scheduled", "postponed", "2022-05", "2023"),
    ]
    assert Meeting.objects.get(title="Second Steppe Talks").date == "2023"


@pytest.mark.django_db
def test_agreement_stands_where_its_events_lead(dossiers: Path) -> None:
    write(dossiers)
    pact = Agreement.objects.get(title="Pact of the Steppe")
    assert (pact.reference, pact.status) == ("AGR-2021-0001", "in_force")
    assert set(pact.parties.values_list("partner__reference", "institution__name")) == {
        ("PTR-KOR", None),
        ("PTR-MNG", "Court"),
    }
    signing, entry = AgreementEvent.objects.order_by("position")
    assert [signing.reference, entry.reference] == ["EVT-2021-0001", "EVT-2022-0001"]
    assert set(signing.places.values_list("name", flat=True)) == {"Town", "Great Hall"}
    assert AgreementLink.objects.get().other.title == "Charter"
    assert pact.procedure_steps.get().done_date == "2021-08-16"


@pytest.mark.django_db
def test_commitment_has_its_sides_line_and_succession(dossiers: Path) -> None:
    write(dossiers)
    dig = Commitment.objects.get(title="Dig the wells")
    assert (dig.reference, dig.status, dig.original_due_date) == (
        "CMT-2021-0001",
        "not_started",
        "2024",
    )
    assert Commitment.objects.get(title="Share the water").status == "noted"
    assert set(
        CommitmentParty.objects.filter(commitment=dig).values_list(
            "side", "partner__reference", "label"
        )
    ) == {
        ("promisor", "PTR-KOR", ""),
        ("promisee", "PTR-MNG", ""),
        ("promisee", None, "the herders"),
    }
    assert set(Mention.objects.values_list("reference", "kind", "meeting__title")) == {
        ("MEN-2021-0001", "made", "First Steppe Talks"),
        ("MEN-2022-0001", "raised", "Second Steppe Talks"),
    }
    assert Succession.objects.get().successor.title == "Share the water"
    update = ProgressUpdate.objects.get()
    assert (update.author, update.written_at) == (system_user(), ACCEPTED)


@pytest.mark.django_db
def test_every_record_is_cited_by_the_system_at_the_day_of_acceptance(
    dossiers: Path,
) -> None:
    write(dossiers)
    citations = [*PartnersCitation.objects.all(), *EngagementsCitation.objects.all()]
    assert {(citation.accepted_by, citation.accepted_at) for citation in citations} == {
        (system_user(), ACCEPTED)
    }
    dig = Commitment.objects.get(title="Dig the wells")
    assert set(dig.citations.values_list("paragraph", "field", "basis")) == {
        (5, "", "stated"),
        (5, "due_date", "inferred"),
    }
    made = dig.mentions.get(kind="made")
    assert set(made.citations.values_list("paragraph", "field", "basis")) == {
        (5, "", "stated")
    }
    mongolia = Partner.objects.get(reference="PTR-MNG")
    assert set(mongolia.citations.values_list("source__title", "field")) == {
        ("ISO 3166-1 country codes", "iso_alpha3"),
        ("Common Locale Data Repository: names of territories", "short_name"),
        ("Classification of countries: regions and memberships", "region"),
        ("Talks in the steppe", ""),
    }


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
        f"dossiers/01-talks.yaml:{line + 2}: tenure tsogt-khan: Somebody else holds"
        " this post at that time. End that tenure first, or mark this one as acting.",
        f"dossiers/01-talks.yaml:{line + 3}: indicator tents: Name two different"
        " partners, or one with the direction 'of the first alone'.",
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
        f"dossiers/01-talks.yaml:{terminated}: agreement pact.events.1: Ending an"
        " agreement needs the instrument by which it was done.",
        f"dossiers/01-talks.yaml:{made}: commitment dig.mentions.0: A commitment is"
        " made at one meeting only.",
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
        "dossiers/01-talks.yaml:60: meeting summit: A meeting that was held needs a"
        " date, if only the year."
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
            "meeting second.date: the date '2022-05' is not the one that the steps end"
            " with, '2024': make them agree",
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
            "meeting summit.level: 'leader' is not one of our words; accepted are"
            " leaders, ministers, vice_ministers, senior_officials, ambassadors,"
            " working, unknown",
        ),
        (
            "type: venue",
            "type: tent",
            "place hall.type: 'tent' is not one of our words; accepted are city, venue,"
            " region",
        ),
        (
            "kind: press_release",
            "kind: rumour",
            "source.kind: 'rumour' is not one of our words; accepted are official,"
            " press_release, news, cable, record, other",
        ),
        (
            "verb: postpone",
            "verb: forget",
            "meeting second.steps.0.verb: 'forget' is not one of our words; accepted"
            " are schedule, hold, postpone, cancel, revive, unhold",
        ),
        (
            "field: due_date",
            "field: due",
            "commitment dig.cite.1.field: 'due' is not one of our words; accepted are"
            " about_agreement, amounts, as_worded, classification, conditions,"
            " due_date, initiative, institutions, kind, mentions, origin_agreement,"
            " origin_meeting, priority, promisees, promisors, recurrence_months,"
            " sector, successions, title, type, waiting_on, wording",
        ),
        (
            "    level: leaders\n",
            "    level: leaders\n    classification: cosmic\n",
            "meeting summit.classification: 'cosmic' is not one of our words; accepted"
            " are public, internal, restricted, confidential, secret",
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
