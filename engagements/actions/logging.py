"""Logging a whole meeting: who, what came of it and where it says so, as one act."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from chancery import actions
from chancery.history import acting
from chancery.models import User
from chancery.refusals import NotFound, Refused, spoken
from engagements.actions.agreements import record_event
from engagements.actions.commitments import make_commitment
from engagements.actions.meetings import add_participant, add_partner, log_meeting
from engagements.actions.newcomers import Newcomer, Newcomers
from engagements.models import Agreement, EngagementsCitation, Meeting
from partners.models import Partner, Place
from seeds.models import Source


class RefusedAt(Refused):
    """A rule was broken by one part of what was to be logged.

    ``part`` is meeting, partners, participants, outcomes, events or source; ``row``
    counts from 0 within it.
    """

    def __init__(self, error: Refused | NotFound, part: str, row: int) -> None:
        """Keep what was refused, and say where."""
        super().__init__(error if isinstance(error, Refused) else str(error))
        self.part, self.row = part, row


@dataclass(frozen=True)
class Attendance:
    """Somebody at the meeting; ``new`` is who has to be entered for it first."""

    values: Mapping[str, Any]
    new: Newcomer | None = None
    paragraph: int | None = None


@dataclass(frozen=True)
class Outcome:
    """Something promised, asked or noted there, with its parties."""

    values: Mapping[str, Any]
    parties: Sequence[Mapping[str, Any]]
    paragraph: int | None = None


@dataclass(frozen=True)
class Happening:
    """What happened there to an agreement."""

    agreement: Agreement
    values: Mapping[str, Any]
    places: Sequence[Place] = ()
    paragraph: int | None = None


@dataclass(frozen=True)
class Document:
    """Where it says so: a source on record, or a new one's values."""

    source: Source | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    paragraph: int | None = None


@contextmanager
def _at(part: str, row: int = 0) -> Iterator[None]:
    """Say of a refusal where it arose."""
    try:
        with spoken():
            yield
    except RefusedAt:
        raise
    except (Refused, NotFound) as error:
        raise RefusedAt(error, part, row) from error


def log_whole_meeting(
    *,
    by: User,
    at: datetime,
    values: Mapping[str, Any],
    partners: Sequence[tuple[Partner, str]] = (),
    participants: Sequence[Attendance] = (),
    outcomes: Sequence[Outcome] = (),
    events: Sequence[Happening] = (),
    document: Document | None = None,
) -> Meeting:
    """Enter a meeting with all that came of it; everything, or nothing.

    New people, posts, institutions and the new source take the meeting's desk and
    classification, so that they tell nobody of a meeting that they may not see. Each
    row with a paragraph is cited to the document, and the meeting itself always is.
    Raises ``RefusedAt`` where a rule is broken.
    """
    with spoken(), acting(by, at=at, verb="log_meeting"):
        with _at("meeting"):
            meeting = log_meeting(by=by, at=at, values=values)
        _add_partners(meeting, partners, by=by, at=at)
        cited = _Citing(meeting, by=by, at=at)
        with _at("source"):
            cited.open(document)
        newcomers = Newcomers(meeting, by=by, at=at)
        for row, one in enumerate(participants):
            with _at("participants", row):
                known = newcomers.enter(one.new, one.values) if one.new else {}
                participation = add_participant(
                    meeting,
                    by=by,
                    at=at,
                    values={"position": row + 1, **one.values, **known},
                )
                cited.cite(one.paragraph, participation=participation)
        for row, outcome in enumerate(outcomes):
            with _at("outcomes", row):
                commitment = make_commitment(
                    by=by,
                    at=at,
                    values={"origin_meeting": meeting, **outcome.values},
                    parties=outcome.parties,
                )
                cited.cite(outcome.paragraph, commitment=commitment)
        for row, happening in enumerate(events):
            with _at("events", row):
                event = record_event(
                    happening.agreement,
                    by=by,
                    at=at,
                    values={
                        "meeting": meeting,
                        "action_date": meeting.date,
                        "action_date_is_inferred": meeting.date_is_inferred,
                        **happening.values,
                    },
                    places=happening.places,
                )
                cited.cite(happening.paragraph, agreement_event=event)
    return meeting


def _add_partners(
    meeting: Meeting,
    partners: Sequence[tuple[Partner, str]],
    *,
    by: User,
    at: datetime,
) -> None:
    for row, (partner, role) in enumerate(partners):
        with _at("partners", row):
            add_partner(meeting, partner, role, by=by, at=at)


class _Citing:
    """Cites what is logged to one document."""

    def __init__(self, meeting: Meeting, *, by: User, at: datetime) -> None:
        self.meeting, self.by, self.at = meeting, by, at
        self.source: Source | None = None

    def open(self, document: Document | None) -> None:
        """Take the document, entering it where it is new, and cite the meeting."""
        if document is None:
            return
        self.source = document.source
        if self.source is None:
            self.source = actions.add(
                Source,
                by=self.by,
                at=self.at,
                values={
                    "classification": self.meeting.classification,
                    **document.values,
                },
                year=self.at.year,
            )
        self._add({"meeting": self.meeting, "paragraph": document.paragraph})

    def cite(self, paragraph: int | None, **record: Any) -> None:  # noqa: ANN401 - the row
        """Cite one row, where it names a paragraph."""
        if paragraph is None:
            return
        if self.source is None:
            raise Refused(
                _("Name the source that paragraph %d stands in.") % paragraph,
                "no_source",
            )
        self._add({**record, "paragraph": paragraph})

    def _add(self, values: Mapping[str, Any]) -> None:
        accepted = {"accepted_by": self.by, "accepted_at": self.at}
        actions.add(
            EngagementsCitation,
            by=self.by,
            at=self.at,
            values={"source": self.source, **values, **accepted},
            ruled=tuple(accepted),
        )
