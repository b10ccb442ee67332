"""Partners, their institutions, posts and people, and how they stand to each other."""

from typing import Any

from partners.models import (
    GroupMembership,
    Indicator,
    Institution,
    InstitutionName,
    Merge,
    Partner,
    PartnerName,
    PartnersCitation,
    Person,
    PersonName,
    Place,
    PlaceName,
    Post,
    RelationStep,
    RelationTier,
    Tenure,
)
from tests.builders.base import AT, made, number
from tests.builders.house import make_source, make_user


def make_partner(**values: Any) -> Partner:  # noqa: ANN401 - fields of the model, as below
    """Make a state without codes."""
    return made(Partner, values, kind="state", short_name="Ruritania")


def make_home(**values: Any) -> Partner:  # noqa: ANN401
    """Make the state whose ministry this is."""
    return make_partner(**{"is_home": True, "short_name": "Korea", **values})


def make_partner_name(**values: Any) -> PartnerName:  # noqa: ANN401
    """Name a partner."""
    return made(PartnerName, values, partner=make_partner, text="The Kingdom")


def make_membership(**values: Any) -> GroupMembership:  # noqa: ANN401
    """Put a partner into a group."""

    def five() -> Partner:
        return make_partner(kind="group", short_name="The Five")

    return made(GroupMembership, values, group=five, member=make_partner)


def make_place(**values: Any) -> Place:  # noqa: ANN401
    """Make a city of no country."""
    return made(Place, values, name=f"City {number()}")


def make_place_name(**values: Any) -> PlaceName:  # noqa: ANN401
    """Name a place."""
    return made(PlaceName, values, place=make_place, text="Old Town")


def make_institution(**values: Any) -> Institution:  # noqa: ANN401
    """Make a ministry."""
    name = f"Ministry {number()}"
    return made(Institution, values, partner=make_partner, kind="ministry", name=name)


def make_institution_name(**values: Any) -> InstitutionName:  # noqa: ANN401
    """Name an institution."""
    return made(
        InstitutionName, values, institution=make_institution, text="The Ministry"
    )


def make_post(**values: Any) -> Post:  # noqa: ANN401
    """Make a post that one person holds at a time."""
    return made(Post, values, partner=make_partner, title=f"Minister {number()}")


def make_person(**values: Any) -> Person:  # noqa: ANN401
    """Make a person."""
    return made(Person, values, name="Rudolf Rassendyll")


def make_person_name(**values: Any) -> PersonName:  # noqa: ANN401
    """Name a person."""
    return made(PersonName, values, person=make_person, text="The King")


def make_tenure(**values: Any) -> Tenure:  # noqa: ANN401
    """Give a person a post, nobody knows since when."""
    return made(Tenure, values, person=make_person, post=make_post)


def make_tier(**values: Any) -> RelationTier:  # noqa: ANN401
    """Make the first rung of a ladder of relations."""
    return made(RelationTier, values, name=f"Tier {number()}", rank=1)


def make_relation_step(**values: Any) -> RelationStep:  # noqa: ANN401
    """Bring two partners onto a tier."""
    return made(
        RelationStep, values, first=make_partner, second=make_partner, tier=make_tier
    )


def make_indicator(**values: Any) -> Indicator:  # noqa: ANN401
    """Make a figure between two partners."""
    return made(
        Indicator,
        values,
        measure="trade",
        first=make_partner,
        second=make_partner,
        value=100,
        unit="million",
    )


def make_partners_citation(**values: Any) -> PartnersCitation:  # noqa: ANN401
    """Cite a partner, unless another record of that room is given."""
    if not set(values) & set(PartnersCitation.CITED):
        values["partner"] = make_partner()
    return made(PartnersCitation, values, source=make_source)


def make_merge(**values: Any) -> Merge:  # noqa: ANN401
    """Write down that two people, or others that are given, were one."""
    makers = {
        "partner": make_partner,
        "institution": make_institution,
        "post": make_post,
        "person": make_person,
    }
    ends = [name for name in values if name.startswith(("kept_", "merged_"))]
    kind = ends[0].partition("_")[2] if ends else "person"
    for end in ("kept", "merged"):
        if f"{end}_{kind}" not in values:
            values[f"{end}_{kind}"] = makers[kind]()
    return made(Merge, values, merged_by=make_user, merged_at=AT, reason="The same.")
