"""Writing initiatives and agreements, and what happened to the latter."""

from chancery.references import year_of
from engagements.actions.agreements import (
    enter_agreement,
    record_event,
    tick_procedure_step,
)
from engagements.models import (
    Agreement,
    AgreementEvent,
    AgreementLink,
    Initiative,
    InitiativeAmount,
    InitiativePartner,
)
from engagements.seeding.seeder import Seeder
from seeds.dossier.entries import Entry
from seeds.dossier.shapes import agreements as shapes


def write_initiative(seeder: Seeder, entry: Entry) -> None:
    """Write a policy, programme or project with its partners and sums."""
    shape = entry.shape
    assert isinstance(shape, shapes.Initiative)  # noqa: S101 - the kind's shape
    with seeder.writing(entry):
        reference = seeder.reference(f"initiative {entry.key}", Initiative.prefix)
        initiative = seeder.add(
            Initiative, at=entry.at, reference=reference, **seeder.values(shape)
        )
        seeder.records["initiative", entry.key] = initiative
        for place, code in enumerate(shape.partners):
            with seeder.writing(entry, "partners", place):
                partner = seeder.find("partner", code)
                seeder.add(
                    InitiativePartner,
                    at=entry.at,
                    initiative=initiative,
                    partner=partner,
                )
        for place, amount in enumerate(shape.amounts):
            with seeder.writing(entry, "amounts", place):
                seeder.add(
                    InitiativeAmount,
                    at=entry.at,
                    initiative=initiative,
                    **seeder.values(amount),
                )
        seeder.cite("initiative", initiative, entry, shape.cite)


def write_agreement(seeder: Seeder, entry: Entry) -> None:
    """Write an agreement and its parties; events follow once meetings are there."""
    shape = entry.shape
    assert isinstance(shape, shapes.Agreement)  # noqa: S101 - the kind's shape
    with seeder.writing(entry):
        values = seeder.values(shape)
        values["reference"] = seeder.reference(
            f"agreement {entry.key}", Agreement.prefix, _year(shape, entry)
        )
        agreement = enter_agreement(
            by=seeder.by,
            at=entry.at,
            values=values,
            parties=[
                (
                    seeder.find("partner", party.partner),
                    seeder.find("institution", party.institution)
                    if party.institution
                    else None,
                )
                for party in shape.parties
            ],
        )
        seeder.records["agreement", entry.key] = agreement
        seeder.cite("agreement", agreement, entry, shape.cite)


def write_agreement_story(seeder: Seeder, entry: Entry) -> None:
    """Write what happened to an agreement, its links and its domestic procedure."""
    shape = entry.shape
    assert isinstance(shape, shapes.Agreement)  # noqa: S101 - the kind's shape
    with seeder.writing(entry):
        agreement: Agreement = seeder.find("agreement", entry.key)
        for place, event in enumerate(shape.events):
            if not _write_event(seeder, entry, agreement, event, place):
                break  # no event follows from one that did not happen
        for place, link in enumerate(shape.links):
            with seeder.writing(entry, "links", place):
                seeder.add(
                    AgreementLink,
                    at=entry.at,
                    agreement=agreement,
                    **seeder.values(link),
                )
        for place, item in enumerate(shape.procedure):
            with seeder.writing(entry, "procedure", place):
                tick_procedure_step(
                    agreement,
                    item.step,
                    by=seeder.by,
                    at=entry.at,
                    values=seeder.values(item, without=("step",)),
                )


def _write_event(
    seeder: Seeder,
    entry: Entry,
    agreement: Agreement,
    shape: shapes.Event,
    place: int,
) -> bool:
    path = ("events", place)
    with seeder.writing(entry, *path) as written:
        assert isinstance(entry.shape, shapes.Agreement)  # noqa: S101 - as called
        earlier = [event.kind for event in entry.shape.events[:place]]
        time = earlier.count(shape.kind) + 1
        name = f"event {entry.key} {shape.kind}" + (f" {time}" if time > 1 else "")
        values = seeder.values(shape)
        values["reference"] = seeder.reference(
            name,
            AgreementEvent.prefix,
            year_of(shape.action_date) or _year(entry.shape, entry),
        )
        event = record_event(
            agreement,
            by=seeder.by,
            at=entry.at,
            values=values,
            places=[seeder.find("place", key) for key in shape.places],
        )
        seeder.cite("agreement_event", event, entry, shape.cite, *path)
    return bool(written)


def _year(shape: shapes.Agreement, entry: Entry) -> int:
    """Return the year in which an agreement is numbered: of its first dated event."""
    source = entry.dossier.source
    days = [event.action_date for event in shape.events]
    days.append(source.published if source else "")
    return next(filter(None, map(year_of, days)), entry.at.year)
