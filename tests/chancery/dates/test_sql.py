"""The SQL functions say the same as Python, on any text, and survive a restore."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import psycopg
import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from psycopg import sql
from psycopg.conninfo import make_conninfo

from chancery.dates.edtf import EdtfError, PartialDate
from chancery.dates.sql import CREATE_FUNCTIONS, DROP_FUNCTIONS
from chancery.postgres.programs import bundled_program
from tests.chancery.dates.strategies import (
    any_text,
    canonical_dates,
    mutated_dates,
    plausible_dates,
)

Answer = tuple[bool | None, date | None, date | None]

# The database fixture is only read from: examples cannot disturb each other.
reading = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def ask(text: str | None) -> Answer:
    """Let PostgreSQL say whether the text is valid, and its bounds."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT edtf_is_valid(%s), edtf_earliest(%s), edtf_latest(%s)", [text] * 3
        )
        is_valid, earliest, latest = cursor.fetchone()
    return is_valid, earliest, latest


def expected(text: str) -> Answer:
    """Say what PostgreSQL must answer: it takes canonical text only."""
    try:
        parsed = PartialDate.parse(text)
    except EdtfError:
        return text == "", None, None
    if parsed.edtf != text:
        return False, None, None
    return True, parsed.earliest, parsed.latest


@pytest.mark.django_db
@reading
@given(canonical_dates)
def test_sql_agrees_with_python_on_dates(text: str) -> None:
    assert ask(text) == expected(text)


@pytest.mark.django_db
@reading
@given(st.one_of(mutated_dates(), plausible_dates()))
def test_sql_agrees_with_python_on_broken_dates(text: str) -> None:
    assert ask(text) == expected(text)


@pytest.mark.django_db
@reading
@given(any_text)
def test_sql_agrees_with_python_on_any_text(text: str) -> None:
    assert ask(text) == expected(text)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "text",
    [
        "0000-01-01",
        "2023-02-29",
        "2023-06-26\n",
        " 2023",
        "2023-Q2",
        "２０２３",  # noqa: RUF001 - full-width digits on purpose
        "/",
        "../..",
        "2023/XXXX-10",
        "9" * 10_000,
        "/" * 10_000,
        "%s",
        "\\",
    ],
)
def test_sql_calls_what_is_not_canonical_invalid(text: str) -> None:
    assert ask(text) == (False, None, None)


@pytest.mark.django_db
def test_sql_takes_empty_text_for_an_unknown_date() -> None:
    assert ask("") == (True, None, None)


@pytest.mark.django_db
def test_sql_answers_null_with_null() -> None:
    assert ask(None) == (None, None, None)


@pytest.mark.django_db
def test_functions_are_immutable_and_parallel_safe() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT proname, provolatile, proparallel FROM pg_proc"
            " WHERE proname LIKE 'edtf%' ORDER BY proname"
        )
        functions = cursor.fetchall()
    assert functions == [
        ("edtf_bounds", "i", "s"),
        ("edtf_earliest", "i", "s"),
        ("edtf_is_valid", "i", "s"),
        ("edtf_latest", "i", "s"),
    ]


def address_of(database: str) -> str:
    """Build the address of another database on the server of the tests."""
    parameters = connection.get_connection_params()
    known = {
        key: parameters[key]
        for key in ("host", "port", "user", "password")
        if parameters.get(key)
    }
    return make_conninfo(**known, dbname=database)


@contextmanager
def empty_database(name: str) -> Iterator[str]:
    """Make a database that goes away again; yields its address."""
    identifier = sql.Identifier(name)
    with psycopg.connect(address_of("postgres"), autocommit=True) as server:
        server.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(identifier)
        )
        try:
            yield address_of(name)
        finally:
            server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(identifier))


@pytest.mark.django_db
def test_functions_can_be_dropped_and_made_again() -> None:
    with (
        empty_database(f"{connection.settings_dict['NAME']}_functions") as address,
        psycopg.connect(address, autocommit=True) as database,
    ):
        database.execute(CREATE_FUNCTIONS)
        database.execute(DROP_FUNCTIONS)
        left = database.execute("SELECT proname FROM pg_proc WHERE proname ~ '^edtf'")
        assert left.fetchall() == []
        database.execute(CREATE_FUNCTIONS)


@pytest.mark.django_db
def test_dump_with_generated_columns_restores_into_an_empty_database() -> None:
    name = connection.settings_dict["NAME"]
    with (
        empty_database(f"{name}_dumped") as source_address,
        empty_database(f"{name}_restored") as target_address,
    ):
        with psycopg.connect(source_address, autocommit=True) as source:
            source.execute(CREATE_FUNCTIONS)
            source.execute(
                "CREATE TABLE diary ("
                " date varchar(64) NOT NULL,"
                " date_earliest date GENERATED ALWAYS AS"
                " (edtf_earliest(date)) STORED,"
                " date_latest date GENERATED ALWAYS AS (edtf_latest(date)) STORED,"
                " CONSTRAINT diary_date_is_edtf CHECK (edtf_is_valid(date)))"
            )
            source.execute("CREATE INDEX ON diary (edtf_latest(date))")
            source.execute("INSERT INTO diary VALUES ('2021-08-16/2021-08'), ('')")
        dump = subprocess.run(
            [bundled_program("pg_dump"), "--inserts", source_address],
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        # psql's own commands, and a setting that older servers do not know.
        statements = [
            line
            for line in dump.splitlines()
            if not line.startswith(("\\", "SET transaction_timeout"))
        ]
        with psycopg.connect(target_address) as target:
            target.execute("\n".join(statements).encode())
            restored = target.execute("SELECT * FROM public.diary ORDER BY date")
            assert restored.fetchall() == [
                ("", None, None),
                ("2021-08-16/2021-08", date(2021, 8, 16), date(2021, 8, 31)),
            ]
            with pytest.raises(psycopg.errors.CheckViolation):
                target.execute("INSERT INTO public.diary VALUES ('2023-02-30')")
