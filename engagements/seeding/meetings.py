"""Writing series and meetings, and walking a meeting to where it stands."""

from datetime import UTC, date, datetime, time
from typing import Any

from django.core.exceptions import ValidationError

from chancery.references import year_of
from engagements.actions.meetings import add_participant, log_meeting, step_meeting
from engagements.models import (
    Meeting,
    MeetingSeries,
    Participation,
    SeriesParty,
)
from engagements.seeding.seeder import Seeder
from engagements.vocabulary import MeetingStatus
from engagements.workflow import MEETING
from seeds.dossier.entries import Entry
from seeds.dossier.shapes import meetings as shapes

# Where a meeting may begin, likeliest first: one whose date is known was scheduled.
_BEGINNINGS = (MeetingStatus.SCHEDULED, MeetingStatus.PROPOSED, MeetingStatus.HELD)


def write_series(seeder: Seeder, entry: Entry) -> None:
    """Write a series and whom its sessions bring together."""
    shape = entry.shape
    assert isinstance(shape, shapes.Series)  # noqa: S101 - the kind's shape
    with seeder.writing(entry):
        reference = seeder.reference(f"series {entry.key}", MeetingSeries.prefix)
        series = seeder.add(
            MeetingSeries, at=entry.at, reference=reference, **seeder.values(shape)
        )
        seeder.records["series", entry.key] = series
        for place, party in enumerate(shape.parties):
            with seeder.writing(entry, "parties", place):
                seeder.add(
                    SeriesParty, at=entry.at, series=series, **seeder.values(party)
                )
        seeder.cite("series", series, entry, shape.cite)


def write_meeting(seeder: Seeder, entry: Entry) -> None:
    """Write a meeting with its partners, participants and the steps it took."""
    shape = entry.shape
    assert isinstance(shape, shapes.Meeting)  # noqa: S101 - the kind's shape
    with seeder.writing(entry):
        status, day = _beginning(shape)
        values = seeder.values(shape) | {"status": status, "date": day}
        values["reference"] = seeder.reference(
            f"meeting {entry.key}", Meeting.prefix, _year(shape.date, entry)
        )
        meeting = log_meeting(
            by=seeder.by,
            at=entry.at,
            values=values,
            partners=[
                (seeder.find("partner", taker.partner), taker.role)
                for taker in shape.partners
            ],
        )
        for place, participant in enumerate(shape.participants):
            _write_participant(seeder, entry, meeting, participant, place)
        meeting = _walk(seeder, entry, meeting, shape)
        seeder.records["meeting", entry.key] = meeting
        seeder.cite("meeting", meeting, entry, shape.cite)


def _write_participant(
    seeder: Seeder,
    entry: Entry,
    meeting: Meeting,
    shape: shapes.Participant,
    place: int,
) -> None:
    path = ("participants", place)
    with seeder.writing(entry, *path):
        who = "+".join(filter(None, (shape.person, shape.post, shape.label)))
        assert isinstance(entry.shape, shapes.Meeting)  # noqa: S101 - as called
        same = [
            other
            for other in entry.shape.participants[:place]
            if (other.person, other.post, other.label)
            == (shape.person, shape.post, shape.label)
        ]
        name = f"participant {entry.key} {who}" + (f" {len(same) + 1}" if same else "")
        values = seeder.values(shape) | {
            "position": place + 1,
            "reference": seeder.reference(
                name, Participation.prefix, _year(entry.shape.date, entry)
            ),
        }
        participation = add_participant(
            meeting, by=seeder.by, at=entry.at, values=values
        )
        seeder.cite("participation", participation, entry, shape.cite, *path)


def _beginning(shape: shapes.Meeting) -> tuple[str, str]:
    """Return the status and the date from which the steps lead to where it stands."""
    if not shape.steps:
        return shape.status, shape.date
    day = "" if any(step.date is not None for step in shape.steps) else shape.date
    for status in _BEGINNINGS:
        needs_date = status != MeetingStatus.PROPOSED
        if (day or not needs_date) and _leads(status, shape) == shape.status:
            return status, day
    message = f"its steps do not lead to the status {shape.status!r}"
    raise ValidationError({"steps": message})


def _leads(status: str, shape: shapes.Meeting) -> str | None:
    """Return where the steps lead from a status, None where one does not follow."""
    for taken in shape.steps:
        after = {step.verb: str(step.target) for step in MEETING.steps_from(status)}
        if taken.verb not in after:
            return None
        status = after[taken.verb]
    return status


def _walk(
    seeder: Seeder, entry: Entry, meeting: Meeting, shape: shapes.Meeting
) -> Meeting:
    for place, step in enumerate(shape.steps):
        with seeder.writing(entry, "steps", place) as written:
            moved: dict[str, Any] = {} if step.date is None else {"date": step.date}
            at = entry.at
            if step.on:
                day = date.fromisoformat(step.on)
                at = datetime.combine(day, time(), tzinfo=UTC)
            meeting = step_meeting(
                meeting, step.verb, by=seeder.by, at=at, reason=step.reason, **moved
            )
        if not written:
            return meeting  # no step follows from one that was not taken
    if shape.steps and "date" in shape.model_fields_set and meeting.date != shape.date:
        seeder.faults.append(
            entry.fault(
                f"the date {shape.date!r} is not the one that the steps end with,"
                f" {meeting.date!r}: make them agree",
                "date",
            )
        )
    return meeting


def _year(day: str, entry: Entry) -> int:
    """Return the year in which a record dated so is numbered."""
    source = entry.dossier.source
    published = source.published if source else ""
    return year_of(day) or year_of(published) or entry.at.year
