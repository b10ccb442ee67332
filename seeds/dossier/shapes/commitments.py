"""Commitments and their lines."""

from typing import Annotated, ClassVar

from pydantic import PositiveInt

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
