"""Fixtures built once from the tiny dossiers."""

from pathlib import Path

import pytest
from django.db import transaction

from tests.engagements.seeding.tiny import build, write_dossiers


@pytest.fixture
def dossiers(tmp_path: Path) -> Path:
    return write_dossiers(tmp_path)


@pytest.fixture(scope="session")
def tiny_fixtures(
    django_db_setup: None,  # noqa: ARG001 - makes the database
    django_db_blocker: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """The fixtures of the tiny dossiers; what it took to build them is rolled back."""
    folder = tmp_path_factory.mktemp("tiny")
    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        built = build(write_dossiers(folder), folder / "fixtures")
        transaction.set_rollback(True)
    return built
