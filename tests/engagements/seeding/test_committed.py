"""The fixtures in the repository: whole, cited, and ready to be loaded."""

from functools import cache
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db.models import Model
from django.utils import timezone

from chancery.models.record import NamedPart, Record
from chancery.scope import Scoped
from engagements.models import DueDateChange, EngagementsCitation, ProgressEvidence
from engagements.seeding import layout
from engagements.seeding.fixtures import Fixtures, read_fixtures
from engagements.seeding.load import load_fixtures
from engagements.seeding.register import read_register
from partners.models import Merge, Officer, OfficerDesk, PartnersCitation

FOLDER = settings.BASE_DIR / "fixtures"
CITATIONS = (PartnersCitation, EngagementsCitation)
# What only people who work here write.
NEVER_SEEDED = {Merge, Officer, OfficerDesk, DueDateChange, ProgressEvidence}


@cache
def committed() -> Fixtures:
    return read_fixtures(FOLDER)


def references(model: type[Model]) -> set[str]:
    return {str(row.content["reference"]) for row in committed().rows[model].values()}


def cited(citation: Any, arc: str) -> set[str]:  # noqa: ANN401 - a citation's class
    rows = committed().rows[citation].values()
    return {row.content[arc][0] for row in rows if row.content[arc]}


def test_every_kind_of_record_is_seeded_or_never() -> None:
    kinds = {model for model in apps.get_models() if issubclass(model, Scoped)}
    assert kinds == {*layout.loading_order(), *NEVER_SEEDED}


@pytest.mark.parametrize(
    ("citation", "arc"),
    [(citation, arc) for citation in CITATIONS for arc in citation.CITED],
)
def test_every_seeded_fact_has_a_citation(citation: Any, arc: str) -> None:  # noqa: ANN401
    model = citation._meta.get_field(arc).related_model
    assert cited(citation, arc) == references(model)


def test_every_citation_was_accepted_by_the_system() -> None:
    accepted = {
        (tuple(row.content["accepted_by"]), bool(row.content["accepted_at"]))
        for citation in CITATIONS
        for row in committed().rows[citation].values()
    }
    assert accepted == {(("seeds",), True)}


def test_register_knows_every_reference_that_is_counted() -> None:
    counted = {
        reference
        for model in layout.loading_order()
        if issubclass(model, Record | NamedPart)
        for reference in references(model)
        if not reference.startswith("PTR-")
    }
    assert counted <= set(read_register(FOLDER).values())


@pytest.mark.django_db
def test_fixtures_load_into_an_empty_database_and_again() -> None:
    first = load_fixtures(committed(), at=timezone.now())
    assert {label for label, report in first.items() if report.kept} <= {"auth.group"}
    loaded = {label: report.counts["inserted"] for label, report in first.items()}
    loaded.pop("auth.group")
    assert loaded == {
        layout.label(model): len(rows) for model, rows in committed().rows.items()
    }
    again = load_fixtures(committed(), at=timezone.now())
    assert {word for report in again.values() for word in report.counts} <= {
        "inserted",
        "unchanged",
    }
    assert sum(report.counts["inserted"] for report in again.values()) == 0
