"""Series and meetings."""

from typing import Annotated, ClassVar

from pydantic import AwareDatetime, PositiveInt

from seeds.dossier.shapes.base import Cited, Cites, Edtf, InFull, Record, Shape, Text


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
