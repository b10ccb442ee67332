"""Fixtures built once from the tiny dossiers."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from engagements.seeding.fixtures import read_fixtures
from engagements.seeding.load import load_fixtures
from tests.engagements.seeding.tiny import build, write_dossiers

LOADED = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.fixture
def dossiers(tmp_path: Path) -> Path:
    return write_dossiers(tmp_path)


@pytest.fixture(scope="session")
def tiny_fixtures(
    django_db_setup: None,  # noqa: ARG001 - makes the database
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """The fixtures of the tiny dossiers; what it took to build them is rolled back."""
    folder = tmp_path_factory.mktemp("tiny")
    with django_db_blocker.unblock(), transaction.atomic():
        built = build(write_dossiers(folder), folder / "fixtures")
        transaction.set_rollback(True)
    return built


@pytest.fixture
def seeded(db: None, tiny_fixtures: Path) -> Path:  # noqa: ARG001 - writes to it
    """An installation into which the tiny fixtures have been loaded."""
    load_fixtures(read_fixtures(tiny_fixtures), at=LOADED)
    return tiny_fixtures
