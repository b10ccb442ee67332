"""Loading one table: what is missing, what follows the fixture, what is kept."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final

from django.db import connection, models

from chancery.refusals import Refused, spoken
from engagements.seeding import layout
from engagements.seeding.fixtures import FixtureError, Fixtures, Row, digest
from engagements.seeding.layout import Content, Key, Model
from engagements.seeding.memory import Memory, name_of

_BATCH: Final = 1000
_SHOWN: Final = 5
# Primary keys of the rows that others may refer to, by what names them.
Numbers = dict[Model, dict[str, int]]


@dataclass
class Report:
    """What became of a table's rows.

    ``kept`` names the rows that officers have changed or removed since they were
    loaded, ``gone`` those that no fixture has any more; both are left as they are.
    """

    counts: Counter[str] = field(default_factory=Counter)
    kept: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)


class _RemovedError(Exception):
    """A row belongs to one that an officer has removed."""


@dataclass
class Table:
    """One model's rows, in the fixtures and here."""

    model: Model
    fixtures: Fixtures
    memory: Memory
    numbers: Numbers
    report: Report = field(default_factory=Report)

    def __post_init__(self) -> None:
        """Look up what there is to load."""
        self.label = layout.label(self.model)
        self.rows = self.fixtures.rows[self.model]

    def load(self) -> list[str]:
        """Load the table; returns the references that are new here."""
        existing = self._existing()
        self.numbers[self.model] = {
            content["reference"]: pk
            for pk, content in existing.values()
            if "reference" in content
        }
        missing, collisions = [], []
        for key, row in self.rows.items():
            before = self.memory.digest(self.label, key)
            if key in existing:
                if not self._follow(row, before, *existing[key]):
                    collisions.append(name_of(key))
            elif before is None:
                missing.append(row)
            else:
                self.report.kept.append(name_of(key))
        if collisions:
            raise FixtureError(_collision(self.label, collisions))
        gone = self.memory.gone(self.label, self.rows)
        self.report.gone = [name_of(key) for key in gone]
        return self._insert(missing)

    def _existing(self) -> dict[Key, tuple[int, Content]]:
        """Return the rows that the fixtures speak of, and their neighbours, by key."""
        names = layout.natural_fields(self.model)
        if names == ("reference",):
            lookup: dict[str, Any] = {"reference__in": [key[0] for key in self.rows]}
        else:
            # A part is looked for in its owner: no table of millions is read whole.
            owner = next(
                column
                for column in layout.columns(self.model)
                if column.name in names and column.is_relation and not column.null
            )
            target: Any = owner.related_model
            named = {row.content[owner.name][0] for row in self.rows.values()}
            known = self.numbers[target]
            lookup = {
                f"{owner.attname}__in": [known[name] for name in named if name in known]
            }
        found = layout.rows(self.model._base_manager.filter(**lookup))
        return {
            layout.key_of(self.model, content): (pk, content) for pk, content in found
        }

    def _follow(self, row: Row, before: str | None, pk: int, content: Content) -> bool:
        """Let an existing row follow the fixture if nobody has touched it.

        Returns False for a record that never came from the seeds.
        """
        now = digest(content)
        if now == row.digest:
            self.report.counts["unchanged"] += 1
            self.memory.note(self.label, row.key, row.digest)
        elif before is None and "reference" in content:
            return False
        elif before != now or _is_append_only(self.model):
            self.report.kept.append(name_of(row.key))
        else:
            changed = {
                name: value
                for name, value in row.content.items()
                if value != content[name]
            }
            with _refusing(self.label, name_of(row.key)):
                self.model._base_manager.filter(pk=pk).update(
                    **self._attributes(changed)
                )
            self.report.counts["updated"] += 1
            self.memory.note(self.label, row.key, row.digest)
        return True

    def _insert(self, missing: list[Row]) -> list[str]:
        """Insert rows at once, numbered beforehand: they may refer to each other."""
        numbered = list(
            zip(missing, _next_numbers(self.model, len(missing)), strict=True)
        )
        self.numbers[self.model] |= {
            row.content["reference"]: number
            for row, number in numbered
            if "reference" in row.content
        }
        objects, references = [], []
        for row, number in numbered:
            try:
                attributes = self._attributes(row.content)
            except _RemovedError:
                self.report.kept.append(name_of(row.key))
                continue
            objects.append(self.model(pk=number, **attributes))
            references.append(row.content.get("reference", ""))
            self.memory.note(self.label, row.key, row.digest)
        with _refusing(self.label):
            self.model._base_manager.bulk_create(objects, batch_size=_BATCH)
        self.report.counts["inserted"] = len(objects)
        return [reference for reference in references if reference]

    def _attributes(self, content: Content) -> dict[str, Any]:
        """Return a row's columns with primary keys in the place of names."""
        return {
            column.attname: self._number(column, content[column.name])
            if column.is_relation
            else content[column.name]
            for column in layout.columns(self.model)
            if column.name in content
        }

    def _number(
        self, column: "models.Field[Any, Any]", named: list[str] | None
    ) -> int | None:
        if named is None:
            return None
        target: Any = column.related_model
        number = self.numbers.get(target, {}).get(named[0])
        if number is None and (named[0],) in self.fixtures.rows.get(target, {}):
            raise _RemovedError
        if number is None:
            raise FixtureError(
                f"{self.label}: {column.name} names {named[0]}, which is in no fixture."
                " Build the fixtures again with manage.py build_fixtures."
            )
        return number


@contextmanager
def _refusing(label: str, name: str = "") -> Iterator[None]:
    """Say which rows the database has refused."""
    try:
        with spoken():
            yield
    except Refused as error:
        what = f"{label} {name}".strip()
        raise FixtureError(
            f"{what} was refused, so nothing was loaded: {' '.join(error.messages)}"
        ) from error


def _collision(label: str, names: list[str]) -> str:
    shown = ", ".join(names[:_SHOWN])
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return (
        f"{label}: {shown}{more} stand in this database already and did not come from"
        " the seeds, so nothing was loaded. Seeds belong into a database that was"
        " seeded from its first day: seed an empty one."
    )


def _is_append_only(model: Model) -> bool:
    triggers = getattr(model._meta, "triggers", [])
    return any(trigger.name == "append_only" for trigger in triggers)


def _next_numbers(model: Model, count: int) -> list[int]:
    """Take primary keys from the table's own sequence."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id'))"
            " FROM generate_series(1, %s)",
            [model._meta.db_table, count],
        )
        return [number for (number,) in cursor.fetchall()]
