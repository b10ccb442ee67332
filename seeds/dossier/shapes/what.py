"""What passes between partners: meetings, agreements, initiatives, commitments."""

from typing import Annotated, ClassVar

from pydantic import AwareDatetime, NonNegativeInt, PositiveInt

from seeds.dossier.shapes.base import (
    Amount,
    Cited,
    Cites,
    Edtf,
    InFull,
    OneOf,
    Record,
    Shape,
    Text,
)


class Taker(Shape):
    """A partner that takes part, in a role."""

    partner: Text
    role: Text = "member"
    relations: ClassVar[dict[str, str]] = {"partner": "partner"}


class Series(Cited):
    """A body that meets again and again."""

    desk: Text
    name: Text
    name_ko: str = ""
    type: Text
    cadence_months: PositiveInt | None = None
    title_pattern: str = ""
    founding_agreement: Text | None = None
    parties: tuple[Annotated[Taker, InFull], ...] = ()
    note: str = ""
    relations: ClassVar[dict[str, str]] = {
        **Record.relations,
        "founding_agreement": "agreement",
    }


class Participant(Shape):
    """Somebody at a meeting."""

    person: Text | None = None
    post: Text | None = None
    label: str = ""
    title_then: str = ""
    partner: Text | None = None
    role: Text = "member"
    capacity: Text = "own"
    stands_in_for: Text | None = None
    cite: Cites
    relations: ClassVar[dict[str, str]] = {
        "person": "person",
        "post": "post",
        "partner": "partner",
        "stands_in_for": "post",
    }


class Step(Shape):
    """A step of a meeting's lifecycle, with the date that came with it.

    ``on`` is the day the step is dated; without it the day the dossier was accepted.
    """

    verb: Text
    date: Edtf | None = None
    reason: str = ""
    on: Edtf = ""


class Meeting(Cited):
    """One meeting.

    ``status`` and ``date`` are how it stands in the end; ``steps`` how it came there.
    """

    desk: Text
    title: Text
    type: Text
    level: Text = "unknown"
    mode: Text = "unknown"
    status: Text
    series: Text | None = None
    ordinal: PositiveInt | None = None
    date: Edtf = ""
    date_is_inferred: bool = False
    starts_at: AwareDatetime | None = None
    ends_at: AwareDatetime | None = None
    time_zone: str = ""
    place: Text | None = None
    venue: Text | None = None
    host: Text | None = None
    parent: Text | None = None
    parent_relation: str = ""
    agenda: str = ""
    summary: str = ""
    outcome: str = ""
    partners: tuple[Annotated[Taker, InFull], ...] = ()
    participants: tuple[Participant, ...] = ()
    steps: tuple[Step, ...] = ()
    relations: ClassVar[dict[str, str]] = {
        **Record.relations,
        "series": "series",
        "place": "place",
        "venue": "place",
        "host": "partner",
        "parent": "meeting",
    }


class Party(Shape):
    """A party to an agreement: a partner, or an agency of it."""

    partner: Text
    institution: Text | None = None
    relations: ClassVar[dict[str, str]] = {
        "partner": "partner",
        "institution": "institution",
    }


class Event(Shape):
    """Something that happened to an agreement."""

    kind: Text
    action_date: Edtf = ""
    action_date_is_inferred: bool = False
    effective_date: Edtf = ""
    party: Text | None = None
    meeting: Text | None = None
    instrument: str = ""
    places: tuple[Text, ...] = ()
    note: str = ""
    cite: Cites
    relations: ClassVar[dict[str, str]] = {
        "party": "partner",
        "meeting": "meeting",
        "places": "place",
    }


class Link(Shape):
    """How one agreement bears on another."""

    kind: Text
    other: Text
    relations: ClassVar[dict[str, str]] = {"other": "agreement"}


class Procedure(Shape):
    """One item of the home state's domestic checklist."""

    step: Text
    is_required: bool | None = None
    done_date: Edtf = ""
    note: str = ""


class Agreement(Cited):
    """A treaty, declaration, memorandum or plan; its status follows from its events."""

    desk: Text
    title: Text
    short_title: str = ""
    title_ko: str = ""
    instrument_type: Text
    is_binding: bool | None = None
    subject: str = ""
    languages: str = ""
    depositary: Text | None = None
    entry_into_force_clause: str = ""
    duration_months: PositiveInt | None = None
    notice_months: NonNegativeInt | None = None
    treaty_number: str = ""
    registration_number: str = ""
    parties: tuple[Annotated[Party, InFull], ...] = ()
    events: tuple[Event, ...] = ()
    links: tuple[Link, ...] = ()
    procedure: tuple[Procedure, ...] = ()
    relations: ClassVar[dict[str, str]] = {
        **Record.relations,
        "depositary": "partner",
    }


class Initiative(Cited):
    """A policy, programme or project."""

    desk: Text
    name: Text
    name_ko: str = ""
    type: Text
    owner_partner: Text | None = None
    implementing_institution: Text | None = None
    activity_status: str = ""
    start: Edtf = ""
    end: Edtf = ""
    description: str = ""
    partners: tuple[Text, ...] = ()
    amounts: tuple[Amount, ...] = ()
    relations: ClassVar[dict[str, str]] = {
        **Record.relations,
        "owner_partner": "partner",
        "implementing_institution": "institution",
        "partners": "partner",
    }


class Promising(OneOf):
    """Who promises, or is promised: a partner, or somebody who is none of ours."""

    partner: Text | None = None
    label: str = ""
    relations: ClassVar[dict[str, str]] = {"partner": "partner"}


class AtWork(Shape):
    """An institution that works on a commitment."""

    institution: Text
    role: Text = "lead"
    relations: ClassVar[dict[str, str]] = {"institution": "institution"}


class Mention(Shape):
    """A meeting at which a commitment was spoken of."""

    meeting: Text
    kind: Text
    text_before: str = ""
    text_after: str = ""
    note: str = ""
    cite: Cites
    relations: ClassVar[dict[str, str]] = {"meeting": "meeting"}


class Succession(Shape):
    """Another commitment came out of this one."""

    successor: Text
    kind: Text
    relations: ClassVar[dict[str, str]] = {"successor": "commitment"}


class Commitment(Cited):
    """An undertaking, a request or a shared view.

    It was made at its ``origin_meeting``: that mention is implied.
    """

    desk: Text
    title: Text
    wording: Text
    as_worded: str = ""
    conditions: str = ""
    type: Text
    sector: Text
    priority: Text = "normal"
    waiting_on: str = ""
    origin_meeting: Text | None = None
    origin_agreement: Text | None = None
    about_agreement: Text | None = None
    initiative: Text | None = None
    due_date: Edtf = ""
    recurrence_months: PositiveInt | None = None
    promisors: tuple[Annotated[Promising, InFull], ...] = ()
    promisees: tuple[Annotated[Promising, InFull], ...] = ()
    institutions: tuple[AtWork, ...] = ()
    amounts: tuple[Amount, ...] = ()
    mentions: tuple[Mention, ...] = ()
    successions: tuple[Succession, ...] = ()
    relations: ClassVar[dict[str, str]] = {
        **Record.relations,
        "origin_meeting": "meeting",
        "origin_agreement": "agreement",
        "about_agreement": "agreement",
        "initiative": "initiative",
    }


class MentionElsewhere(Shape):
    """A commitment of another dossier was spoken of again, as this document says."""

    kind: Text
    commitment: Text
    meeting: Text
    type: Text
    text_before: str = ""
    text_after: str = ""
    note: str = ""
    cite: Cites
    relations: ClassVar[dict[str, str]] = {
        "commitment": "commitment",
        "meeting": "meeting",
    }


class Progress(Cited):
    """What a document says of how a commitment went."""

    commitment: Text
    date: Edtf
    health: str = ""
    done: str = ""
    next_step: str = ""
    next_step_date: Edtf = ""
    obstacle: str = ""
    help_needed: str = ""
    meeting: Text | None = None
    relations: ClassVar[dict[str, str]] = {
        "commitment": "commitment",
        "meeting": "meeting",
    }
