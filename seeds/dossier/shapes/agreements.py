"""Initiatives, and agreements with what happened to them."""

from typing import Annotated, ClassVar

from pydantic import NonNegativeInt, PositiveInt

from seeds.dossier.shapes.base import (
    Amount,
    Cited,
    Cites,
    Edtf,
    InFull,
    Record,
    Shape,
    Text,
)


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
