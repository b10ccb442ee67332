"""The scratch database: beside the configured one, gone afterwards, nobody else's."""

from collections.abc import Iterator

import pytest
from django.db import connection
from psycopg import sql
from pytest_django import DjangoDbBlocker

from engagements.seeding.scratch import ScratchError, scratch_database


@pytest.fixture
def _outside(
    django_db_setup: None,  # noqa: ARG001 - makes the database
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[None]:
    """Allow the database without a transaction around the test."""
    with django_db_blocker.unblock():
        yield
        connection.close()


def databases() -> set[str]:
    with connection._nodb_cursor() as cursor:  # noqa: SLF001 - as Django's test runner
        cursor.execute("SELECT datname FROM pg_database")
        return {name for (name,) in cursor.fetchall()}


def current() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_database()")
        name: str = cursor.fetchone()[0]
    return name


def nothing() -> None:
    """Make no tables: no test here needs any."""


@pytest.mark.usefixtures("_outside")
def test_scratch_database_is_used_and_dropped() -> None:
    own = current()
    with scratch_database(nothing):
        scratch = current()
        assert scratch == f"{own}_build"
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_class WHERE relname ~ '^partners_'")
            assert cursor.fetchone() == (0,)
    assert current() == own
    assert scratch not in databases()


@pytest.mark.usefixtures("_outside")
def test_scratch_database_is_dropped_after_a_failure() -> None:
    own = current()
    with pytest.raises(ZeroDivisionError), scratch_database(nothing):
        _ = 1 / 0
    assert current() == own
    assert f"{own}_build" not in databases()


@pytest.mark.usefixtures("_outside")
def test_leftover_of_a_killed_build_is_dropped() -> None:
    own = current()
    with scratch_database(nothing), connection._nodb_cursor() as cursor:  # noqa: SLF001
        connection.close()
        cursor.execute(f'ALTER DATABASE "{own}_build" RENAME TO "{own}_kept"')
    with connection._nodb_cursor() as cursor:  # noqa: SLF001
        cursor.execute(f'ALTER DATABASE "{own}_kept" RENAME TO "{own}_build"')
    with scratch_database(nothing):
        assert current() == f"{own}_build"
    assert f"{own}_build" not in databases()


@pytest.mark.usefixtures("_outside")
def test_database_of_somebody_else_is_left_alone() -> None:
    own = current()
    theirs = sql.Identifier(f"{own}_build")
    with connection._nodb_cursor() as cursor:  # noqa: SLF001
        cursor.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(theirs))
        try:
            with pytest.raises(ScratchError) as raised, scratch_database(nothing):
                pass
            assert str(raised.value) == (
                f"There is a database '{own}_build', which fixtures would be built in,"
                " and it is not ours to drop. Rename it, or build with another"
                " DATABASE_URL."
            )
            assert f"{own}_build" in databases()
        finally:
            cursor.execute(sql.SQL("DROP DATABASE {}").format(theirs))
    assert current() == own


@pytest.mark.usefixtures("_outside")
def test_second_build_at_once_is_refused() -> None:
    own = connection.settings_dict["NAME"]
    with scratch_database(nothing):
        scratch = connection.settings_dict["NAME"]
        connection.settings_dict["NAME"] = own  # as another process has it
        with pytest.raises(ScratchError) as raised, scratch_database(nothing):
            pass
        connection.settings_dict["NAME"] = scratch
    assert str(raised.value) == (
        "Fixtures are being built already. Wait until that ends."
    )
