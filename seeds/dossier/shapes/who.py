"""Who there is: our desks, partners, their institutions and people, places."""

from typing import Annotated, ClassVar

from pydantic import Field, PositiveInt

from seeds.dossier.shapes.base import Cite, Cited, Edtf, Name, Record, Shape, Text


class Desk(Record):
    """A unit of our own ministry; nobody needs to be cited for it."""

    code: Text
    name: Text
    name_ko: str = ""
    parent: Text | None = None
    relations: ClassVar[dict[str, str]] = {"parent": "desk"}


class Tier(Record):
    """A rung of our ladder of relations."""

    name: Text
    name_ko: str = ""
    type: Text = "rung"
    rank: PositiveInt | None = None


class Partner(Cited):
    """A partner that the reference list lacks."""

    type: Text
    short_name: Text
    official_name: str = ""
    region: str = ""
    successor: Text | None = None
    names: tuple[Name, ...] = ()
    note: str = ""
    relations: ClassVar[dict[str, str]] = {**Record.relations, "successor": "partner"}


class PartnerUpdate(Shape):
    """What our house knows better of a reference partner: its desk, its names."""

    kind: Text
    of: Text
    short_name: Text | None = None
    desk: Text | None = None
    is_home: bool | None = None
    successor: Text | None = None
    names: tuple[Name, ...] = ()
    note: str | None = None
    cite: tuple[Cite, ...] = ()
    relations: ClassVar[dict[str, str]] = {
        "of": "partner",
        "desk": "desk",
        "successor": "partner",
    }


class Membership(Cited):
    """A partner belongs to a group."""

    group: Text
    member: Text
    role: Text = "member"
    since: Edtf = ""
    until: Edtf = ""
    relations: ClassVar[dict[str, str]] = {"group": "partner", "member": "partner"}


class Place(Cited):
    """A city, a site or a building."""

    name: Text
    type: Text = "city"
    country: Text | None = None
    within: Text | None = None
    time_zone: str = ""
    names: tuple[Name, ...] = ()
    relations: ClassVar[dict[str, str]] = {
        **Record.relations,
        "country": "partner",
        "within": "place",
    }


class Institution(Cited):
    """A body of a partner."""

    partner: Text
    name: Text
    type: Text
    parent: Text | None = None
    names: tuple[Name, ...] = ()
    note: str = ""
    relations: ClassVar[dict[str, str]] = {
        **Record.relations,
        "partner": "partner",
        "parent": "institution",
    }


class Post(Cited):
    """An office that people hold."""

    partner: Text
    institution: Text | None = None
    title: Text
    title_ko: str = ""
    accredited_to: Text | None = None
    has_one_holder: bool = True
    relations: ClassVar[dict[str, str]] = {
        **Record.relations,
        "partner": "partner",
        "institution": "institution",
        "accredited_to": "partner",
    }


class Person(Cited):
    """Somebody."""

    name: Text
    family_name: str = ""
    given_name: str = ""
    name_order: Text = "given_first"
    partner: Text | None = None
    names: tuple[Name, ...] = ()
    note: str = ""
    relations: ClassVar[dict[str, str]] = {**Record.relations, "partner": "partner"}


class Tenure(Cited):
    """A person holds a post over a time."""

    person: Text
    post: Text
    start: Edtf = ""
    start_is_inferred: bool = False
    end: Edtf = ""
    end_is_inferred: bool = False
    is_acting: bool = False
    relations: ClassVar[dict[str, str]] = {
        **Record.relations,
        "person": "person",
        "post": "post",
    }


class RelationStep(Cited):
    """Two partners came to stand on a tier."""

    first: Text
    second: Text
    tier: Text
    date: Edtf = ""
    date_is_inferred: bool = False
    instrument: str = ""
    note: str = ""
    basis_meeting: Text | None = None
    basis_agreement: Text | None = None
    relations: ClassVar[dict[str, str]] = {
        **Record.relations,
        "first": "partner",
        "second": "partner",
        "tier": "tier",
        "basis_meeting": "meeting",
        "basis_agreement": "agreement",
    }


class Indicator(Cited):
    """A figure that a briefing quotes."""

    measure: Text
    first: Text
    second: Text | None = None
    direction: Text = "both"
    period: Edtf = ""
    period_is_inferred: bool = False
    value: Annotated[str, Field(pattern=r"^-?[0-9]+(\.[0-9]{1,4})?$")]
    exactness: Text = "exact"
    unit: Text
    currency: str = ""
    note: str = ""
    relations: ClassVar[dict[str, str]] = {
        **Record.relations,
        "first": "partner",
        "second": "partner",
    }
