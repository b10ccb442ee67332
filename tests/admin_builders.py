"""Records as pages show them: each with its parts, names, partners and citations."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.contrib import admin
from django.db import models
from django.test import Client
from django.urls import reverse

from chancery.models import User
from chancery.scope import Scoped
from engagements.models import (
    Agreement,
    AgreementEvent,
    Commitment,
    DueDateChange,
    Initiative,
    Meeting,
    MeetingSeries,
    Mention,
    Participation,
    ProgressUpdate,
)
from partners.models import (
    Desk,
    GroupMembership,
    Indicator,
    Institution,
    Merge,
    Officer,
    Partner,
    Person,
    Place,
    Post,
    RelationStep,
    RelationTier,
    Tenure,
)
from seeds.models import Source
from tests import builders as b

M = TypeVar("M", bound=models.Model)
Make = Callable[[Desk], Any]


def _partner(desk: Desk) -> Partner:
    partner = b.make_partner(desk=desk, short_name=f"Ruritania {b.number()}")
    b.make_partner_name(partner=partner)
    b.make_membership(member=partner, group=b.make_partner(kind="group", desk=desk))
    b.make_relation_step(first=partner, desk=desk)
    b.make_partners_citation(partner=partner)
    return partner


def _institution(desk: Desk) -> Institution:
    institution = b.make_institution(
        desk=desk, partner=_partner(desk), parent=b.make_institution()
    )
    b.make_institution_name(institution=institution)
    b.make_partners_citation(institution=institution)
    return institution


def _post(desk: Desk) -> Post:
    post = b.make_post(
        desk=desk,
        partner=_partner(desk),
        institution=_institution(desk),
        accredited_to=b.make_partner(),
    )
    b.make_tenure(post=post, desk=desk, person=b.make_person(partner=b.make_partner()))
    return post


def _person(desk: Desk) -> Person:
    person = b.make_person(desk=desk, partner=_partner(desk))
    b.make_person_name(person=person)
    b.make_tenure(person=person, desk=desk, start="2020", end="2021")
    b.make_partners_citation(person=person)
    return person


def _place(desk: Desk) -> Place:
    place = b.make_place(desk=desk, country=b.make_partner(), within=b.make_place())
    b.make_place_name(place=place)
    return place


def _relation_step(desk: Desk) -> RelationStep:
    step = b.make_relation_step(desk=desk, date="1990-03-26")
    b.make_relation_basis(step=step)
    return step


def _officer(desk: Desk) -> Officer:
    return b.make_officer(desks=[desk, b.make_desk()])


def _series(desk: Desk) -> MeetingSeries:
    series = b.make_series(desk=desk, founding_agreement=b.make_agreement())
    b.make_series_party(series=series)
    b.make_meeting(series=series, ordinal=1, desk=desk)
    return series


def _meeting(desk: Desk) -> Meeting:
    meeting = b.make_meeting(
        desk=desk,
        title=f"Consultations {b.number()}",
        date="2023-06",
        status="held",
        place=b.make_place(country=b.make_partner()),
        series=b.make_series(),
        host=b.make_partner(),
        owner=b.make_officer(),
        parent=b.make_meeting(),
        parent_relation="margins",
    )
    for _ in range(2):
        partner = b.make_partner()
        b.make_meeting_partner(meeting=meeting, partner=partner)
        b.make_participation(
            meeting=meeting,
            person=b.make_person(),
            post=b.make_post(),
            partner=partner,
            label="",
        )
    b.make_participation(meeting=meeting, person=b.make_person(), label="")
    b.make_participation(meeting=meeting)
    commitment = b.make_commitment(desk=desk, promisors=[b.make_partner()])
    b.make_mention(meeting=meeting, commitment=commitment)
    b.make_engagements_citation(meeting=meeting, quote="in June")
    return meeting


def _participation(desk: Desk) -> Participation:
    return b.make_participation(
        meeting=b.make_meeting(desk=desk),
        person=b.make_person(),
        post=b.make_post(),
        stands_in_for=b.make_post(),
        capacity="standing_in",
    )


def _commitment(desk: Desk) -> Commitment:
    commitment = b.make_commitment(
        desk=desk,
        title=f"Build road {b.number()}",
        status="not_started",
        due_date="2023",
        owner=b.make_officer(),
        origin_meeting=b.make_meeting(),
        about_agreement=b.make_agreement(),
        initiative=b.make_initiative(),
        promisors=[b.make_partner(), b.make_partner()],
        promisees=[b.make_partner()],
    )
    b.make_commitment_institution(commitment=commitment)
    b.make_commitment_amount(commitment=commitment)
    for kind in ("made", "raised"):
        b.make_mention(
            commitment=commitment,
            kind=kind,
            meeting=b.make_meeting(desk=desk, date="2023", place=b.make_place()),
        )
    b.make_update(commitment=commitment)
    b.make_due_date_change(commitment=commitment)
    b.make_succession(predecessor=commitment)
    b.make_engagements_citation(commitment=commitment)
    return commitment


def _agreement(desk: Desk) -> Agreement:
    agreement = b.make_agreement(
        desk=desk, parties=[b.make_partner(), b.make_partner()]
    )
    event = b.make_event(
        agreement=agreement, action_date="2023", meeting=b.make_meeting()
    )
    b.make_event_place(event=event)
    b.make_agreement_link(agreement=agreement)
    b.make_procedure_step(agreement=agreement)
    b.make_commitment(about_agreement=agreement)
    return agreement


def _event(desk: Desk) -> AgreementEvent:
    event = b.make_event(
        agreement=b.make_agreement(desk=desk),
        party=b.make_partner(),
        meeting=b.make_meeting(),
    )
    b.make_event_place(event=event)
    return event


def _initiative(desk: Desk) -> Initiative:
    initiative = b.make_initiative(
        desk=desk,
        owner_partner=b.make_partner(),
        implementing_institution=b.make_institution(),
    )
    b.make_initiative_partner(initiative=initiative)
    b.make_initiative_amount(initiative=initiative)
    b.make_commitment(initiative=initiative)
    return initiative


def _update(desk: Desk) -> ProgressUpdate:
    update = b.make_update(commitment=b.make_commitment(desk=desk))
    b.make_evidence(update=update)
    return update


def _source(desk: Desk) -> Source:
    source = b.make_source(title=f"A press release {b.number()}")
    b.make_partners_citation(source=source, partner=b.make_partner(desk=desk))
    b.make_engagements_citation(source=source, meeting=b.make_meeting())
    return source


MAKERS: dict[type[Scoped], Make] = {
    Source: _source,
    Partner: _partner,
    GroupMembership: lambda desk: b.make_membership(
        group=b.make_partner(kind="group", desk=desk)
    ),
    Person: _person,
    Post: _post,
    Institution: _institution,
    Tenure: lambda desk: b.make_tenure(desk=desk, start="2020"),
    Place: _place,
    Indicator: lambda desk: b.make_indicator(desk=desk, period="2022"),
    RelationTier: lambda desk: b.make_tier(desk=desk),
    RelationStep: _relation_step,
    Desk: lambda desk: b.make_desk(parent=desk),
    Officer: _officer,
    Meeting: _meeting,
    Participation: _participation,
    MeetingSeries: _series,
    Commitment: _commitment,
    ProgressUpdate: _update,
    Mention: lambda desk: b.make_mention(commitment=b.make_commitment(desk=desk)),
    DueDateChange: lambda desk: b.make_due_date_change(
        commitment=b.make_commitment(desk=desk)
    ),
    Agreement: _agreement,
    AgreementEvent: _event,
    Initiative: _initiative,
    Merge: lambda desk: b.make_merge(
        kept_partner=_partner(desk), merged_partner=_partner(desk)
    ),
}
MODELS = sorted(MAKERS, key=lambda model: model._meta.label)


def full(model: type[M], desk: Desk) -> M:
    """Make a record of a desk with something of everything its page shows."""
    made: M = MAKERS[model](desk)  # type: ignore[index]
    made.refresh_from_db()
    return made


def address(model: type[models.Model], page: str = "changelist", *args: Any) -> str:  # noqa: ANN401 - parts of an address
    """Return an admin address: of a list, or with a reference of a page."""
    return reverse(
        f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args
    )


def page_of(record: Any) -> str:  # noqa: ANN401 - any record with a page
    """Return a record's own address."""
    return address(type(record), "change", record.reference)


def signed_in(user: User) -> Client:
    """Return a browser in which the user is signed in."""
    client = Client()
    client.force_login(user)
    return client


def domain_admins() -> list[tuple[type[models.Model], Any]]:
    """Return every registered domain model with its admin."""
    return [
        (model, model_admin)
        for model, model_admin in admin.site._registry.items()  # noqa: SLF001 - no public way
        if issubclass(model, Scoped)
    ]
