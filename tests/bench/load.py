"""Filling a database: rows by COPY, indexes made afterwards, statistics taken."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from typing import Any

from django.db import connection, models

from chancery.models import User
from chancery.triggers import stored_fields
from engagements.models import (
    Commitment,
    CommitmentParty,
    Meeting,
    MeetingPartner,
    Mention,
)
from partners.models import Officer
from partners.roles import Role
from tests.bench.rows import PARTNERS, House, Row
from tests.builders import (
    make_desk,
    make_home,
    make_partner,
    make_partner_name,
    make_user,
)

OFFICER, ROOT = "bench-officer", "bench-root"
_DESKS, _OFFICERS = 40, 60


def fill(size: int) -> None:
    """Fill an empty, migrated database with so many commitments and what goes along."""
    house = _house(size)
    with _bare((Meeting, MeetingPartner, Commitment, CommitmentParty, Mention)):
        _copy(Meeting, house.meeting_rows())
        _copy(MeetingPartner, house.meeting_partner_rows())
        _copy(Commitment, house.commitment_rows())
        _copy(CommitmentParty, house.party_rows())
        _copy(Mention, house.mention_rows())
    with connection.cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE)")


def _house(size: int) -> House:
    """Make our own side and the partners, as an officer would."""
    desks = [make_desk(name=f"Desk {number}") for number in range(_DESKS)]
    make_user(Role.DESK_OFFICER, username=OFFICER, desks=desks[:2], clearance=2)
    make_user(username=ROOT, is_superuser=True, is_staff=True)
    for number in range(_OFFICERS):
        make_user(Role.READER, desks=desks[number % _DESKS :][:1])
    partners = [make_home(short_name="Ruritania")]
    for number in range(1, PARTNERS):
        partner = make_partner(short_name=f"{_letters(number).title()}land")
        make_partner_name(
            partner=partner, text=f"나라{_letters(number)}", language="ko"
        )
        partners.append(partner)
    return House(
        desks=[desk.pk for desk in desks],
        officers=list(Officer.objects.values_list("pk", flat=True)),
        users=list(User.objects.values_list("pk", flat=True)),
        partners=[partner.pk for partner in partners],
        size=size,
    )


def _letters(number: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in f"{number:03d}")


@contextmanager
def _bare(tables: tuple[type[models.Model], ...]) -> Iterator[None]:
    """Load without our triggers, and make indexes and foreign keys afterwards."""
    names = [model._meta.db_table for model in tables]
    with connection.cursor() as cursor:
        cursor.execute(_INDEXES, [names])
        indexes = cursor.fetchall()
        cursor.execute(_KEYS, [names])
        keys = cursor.fetchall()
        cursor.execute("SET maintenance_work_mem = '512MB'")
        for name in names:
            cursor.execute(f"ALTER TABLE {name} DISABLE TRIGGER USER")
        for table, key, _definition in keys:
            cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {key}")
        for index, _definition in indexes:
            cursor.execute(f"DROP INDEX {index}")
    yield
    with connection.cursor() as cursor:
        for _index, definition in indexes:
            cursor.execute(definition)
        for table, key, definition in keys:
            cursor.execute(f"ALTER TABLE {table} ADD CONSTRAINT {key} {definition}")
        for name in names:
            cursor.execute(f"ALTER TABLE {name} ENABLE TRIGGER USER")
            last = f"SELECT max(id) FROM {name}"  # noqa: S608 - our own table's name
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), ({last}))"
            )


# Indexes that no constraint needs, and keys to other tables.
_INDEXES = """
    SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
    WHERE indrelid = ANY(%s::regclass[])
    AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
"""
_KEYS = """
    SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid)
    FROM pg_constraint WHERE contype = 'f' AND conrelid = ANY(%s::regclass[])
"""


def _copy(model: type[models.Model], rows: Iterator[Row]) -> None:
    """Write rows as they are; what they leave out is the model's default."""
    first = next(rows)
    fields: list[Any] = [model._meta.get_field(name) for name in stored_fields(model)]
    template = {
        field.attname: None if field.attname in first else field.get_default()
        for field in fields
        if not field.primary_key or "id" in first
    }
    columns = ", ".join(f'"{name}"' for name in template)
    table = model._meta.db_table
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy,
    ):
        for row in chain([first], rows):
            copy.write_row([*{**template, **row}.values()])
