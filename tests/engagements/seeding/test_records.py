"""What the dossiers say stands in the record, each thing in its place."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

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
from engagements.seeding.system import system_user
from partners.models import (
    GroupMembership,
    Partner,
    PartnersCitation,
    Person,
    Place,
    Tenure,
)
from tests.engagements.seeding.tiny import TALKS, write, write_dossiers

ACCEPTED = datetime(2026, 11, 21, tzinfo=UTC)


@pytest.mark.usefixtures("seeded")
def test_partners_come_from_the_library_and_are_updated_by_the_house() -> None:
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


@pytest.mark.usefixtures("seeded")
def test_records_of_the_partners_room_are_written() -> None:
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


@pytest.mark.usefixtures("seeded")
def test_meeting_has_its_partners_participants_and_number() -> None:
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


@pytest.mark.usefixtures("seeded")
def test_steps_keep_the_old_status_with_its_day_and_reason() -> None:
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


@pytest.mark.usefixtures("seeded")
def test_agreement_stands_where_its_events_lead() -> None:
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


@pytest.mark.usefixtures("seeded")
def test_commitment_has_its_sides_line_and_succession() -> None:
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
        ("MEN-2021-0002", "raised", "First Steppe Talks"),
        ("MEN-2022-0001", "raised", "Second Steppe Talks"),
    }
    assert Succession.objects.get().successor.title == "Share the water"
    update = ProgressUpdate.objects.get()
    assert (update.author, update.written_at) == (system_user(), ACCEPTED)


@pytest.mark.usefixtures("seeded")
def test_every_record_is_cited_by_the_system_at_the_day_of_acceptance() -> None:
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
