"""What a dossier says in our terms, held against the models before anything is written.

The dossier's format knows no vocabulary of ours: which words a field accepts, how long
a text may be and which fields can be cited stands in the models and in no second place.
"""

from collections.abc import Iterator
from typing import Any, Final

from django.core.exceptions import FieldDoesNotExist
from django.db import models

from chancery.classification import scheme
from engagements import models as engagements
from engagements.seeding.seeder import MODEL_NAMES
from engagements.workflow import MEETING
from partners import models as partners
from seeds.dossier import Dossiers, Entry, Fault
from seeds.dossier.faults import listing
from seeds.dossier.marked import Trail
from seeds.dossier.shapes import (
    KINDS,
    Citation,
    Shape,
    agreements,
    base,
    commitments,
    meetings,
    who,
)
from seeds.models import Source

_MODELS: Final[dict[type[Shape], type[models.Model]]] = {
    base.Source: Source,
    base.Name: partners.PartnerName,
    base.Amount: engagements.InitiativeAmount,
    base.Cite: engagements.EngagementsCitation,
    who.Desk: partners.Desk,
    who.Tier: partners.RelationTier,
    who.Partner: partners.Partner,
    who.PartnerUpdate: partners.Partner,
    who.Membership: partners.GroupMembership,
    who.Place: partners.Place,
    who.Institution: partners.Institution,
    who.Post: partners.Post,
    who.Person: partners.Person,
    who.Tenure: partners.Tenure,
    who.RelationStep: partners.RelationStep,
    who.Indicator: partners.Indicator,
    meetings.Series: engagements.MeetingSeries,
    meetings.Taker: engagements.MeetingPartner,
    meetings.Meeting: engagements.Meeting,
    meetings.Participant: engagements.Participation,
    agreements.Agreement: engagements.Agreement,
    agreements.Event: engagements.AgreementEvent,
    agreements.Link: engagements.AgreementLink,
    agreements.Procedure: engagements.ProcedureStep,
    agreements.Initiative: engagements.Initiative,
    commitments.AtWork: engagements.CommitmentInstitution,
    commitments.Mention: engagements.Mention,
    commitments.MentionElsewhere: engagements.Mention,
    commitments.Succession: engagements.Succession,
    commitments.Commitment: engagements.Commitment,
    commitments.Promising: engagements.CommitmentParty,
    commitments.Progress: engagements.ProgressUpdate,
}


def vocabulary_faults(dossiers: Dossiers) -> Iterator[Fault]:
    """Yield every word that is not one of ours, with those that are."""
    for dossier in dossiers.files:
        if dossier.source:
            entry = Entry("source", dossier.source, dossier, ("source",))
            yield from _faults(entry, dossier.source, (), entry.kind)
    for entry in dossiers.entries:
        yield from _faults(entry, entry.shape, (), entry.kind)


def _faults(entry: Entry, shape: Shape, trail: Trail, kind: str) -> Iterator[Fault]:
    model = _MODELS.get(type(shape))
    cited = type(shape)
    if isinstance(shape, Citation):
        cited = KINDS[shape.target[0]]
    for name in sorted(shape.model_fields_set):
        value = getattr(shape, name)
        for path, item in _items(value, (*trail, name)):
            if isinstance(item, base.Cite):
                yield from _field_faults(entry, item, path, cited)
            if isinstance(item, Shape):
                yield from _faults(entry, item, path, kind)
        if model is not None and isinstance(value, str):
            is_record_kind = name == "kind" and trail == () and kind != "source"
            if not is_record_kind:
                yield from _word_faults(entry, model, value, (*trail, name))
    if isinstance(shape, meetings.Step):
        accepted = [step.verb for step in MEETING.steps]
        if shape.verb not in accepted:
            yield _not_accepted(entry, shape.verb, accepted, (*trail, "verb"))


def _items(value: Any, path: Trail) -> Iterator[tuple[Trail, Any]]:  # noqa: ANN401
    if isinstance(value, tuple):
        for place, item in enumerate(value):
            yield (*path, place), item


def _word_faults(
    entry: Entry, model: type[models.Model], value: str, path: Trail
) -> Iterator[Fault]:
    name = str(path[-1])
    if name == "classification":
        if value not in scheme().codes:
            yield _not_accepted(entry, value, scheme().codes, path)
        return
    try:
        field: Any = model._meta.get_field(MODEL_NAMES.get(name, name))
    except FieldDoesNotExist:
        return
    if field.is_relation:
        return
    if field.choices:
        accepted = [str(word) for word, _label in field.flatchoices if word]
        if value not in accepted and not (value == "" and field.blank):
            yield _not_accepted(entry, value, accepted, path)
    elif field.max_length and len(value) > field.max_length:
        yield entry.fault(
            f"is {len(value)} characters long; accepted are at most {field.max_length}",
            *path,
        )


def _field_faults(
    entry: Entry, cite: base.Cite, path: Trail, cited: type[Shape]
) -> Iterator[Fault]:
    accepted = sorted(set(cited.model_fields) - {"key", "cite", "desk"})
    if cite.field and cite.field not in accepted:
        yield _not_accepted(entry, cite.field, accepted, (*path, "field"))


def _not_accepted(entry: Entry, value: str, accepted: Any, path: Trail) -> Fault:  # noqa: ANN401
    return entry.fault(
        f"{value!r} is not one of our words; accepted are {listing(accepted)}", *path
    )
