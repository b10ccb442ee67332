"""Loading fixtures into an installation, again and again, without taking over."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from django.db import connection, transaction

from chancery.history import acting
from chancery.models import User
from chancery.references import note_used
from chancery.refusals import spoken
from engagements.seeding.fixtures import Fixtures
from engagements.seeding.groups import LABEL, load_groups
from engagements.seeding.memory import Memory
from engagements.seeding.system import system_user
from engagements.seeding.table import Numbers, Report, Table

# Any number will do, if nothing else on the server locks the same.
_LOCK: Final = 5_420_319


@transaction.atomic
def load_fixtures(fixtures: Fixtures, *, at: datetime) -> dict[str, Report]:
    """Load fixtures in one transaction, signed by the system; returns what was done.

    Rows that are missing are inserted. A row that nobody has changed since it was
    loaded follows the fixture; one that an officer has changed or removed stays as
    the officer left it. A second run changes nothing.

    Raises ``FixtureError`` or ``Refused``, and then nothing has been written.
    """
    with connection.cursor() as cursor:
        # Of two loads at once the second finds all done.
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    by = system_user()
    memory = Memory()
    with acting(by, at=at, verb="seed"), spoken():
        reports = dict(_load(fixtures, memory, by))
        # What PostgreSQL would check at the end only, while it can still be told.
        connection.check_constraints()
        memory.write(at)
    return reports


def _load(fixtures: Fixtures, memory: Memory, by: User) -> Iterator[tuple[str, Report]]:
    yield LABEL, load_groups(fixtures.groups, memory)
    numbers: Numbers = {User: {by.get_username(): by.pk}}
    references: list[str] = []
    for model in fixtures.rows:
        table = Table(model, fixtures, memory, numbers)
        references += table.load()
        yield table.label, table.report
    if references:
        note_used(references)
