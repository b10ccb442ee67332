"""``manage.py seed``: the fixtures into this database, as often as one likes."""

from argparse import ArgumentParser
from pathlib import Path
from time import monotonic

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from chancery.refusals import Refused
from engagements.seeding.fixtures import FixtureError, read_fixtures
from engagements.seeding.load import load_fixtures
from engagements.seeding.table import Report

_SHOWN = 10


class Command(BaseCommand):
    """Loads the fixtures and says what became of them."""

    help = (
        "Load fixtures/ into the database: what is missing is added, what nobody has"
        " changed since follows the fixtures, what an officer has changed is kept."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare where the fixtures are."""
        parser.add_argument(
            "--fixtures",
            type=Path,
            default=settings.BASE_DIR / "fixtures",
            help="the folder of the fixtures (default: fixtures)",
        )

    def handle(self, *, fixtures: Path, verbosity: int, **_options: object) -> None:
        """Read everything first, then load it in one transaction."""
        begun = monotonic()
        if not _is_migrated():
            raise CommandError(
                "The database is not migrated: run manage.py migrate first."
            )
        try:
            content = read_fixtures(fixtures)
            if verbosity:
                rows = sum(map(len, content.rows.values()))
                self.stdout.write(f"Loading {rows} rows from {fixtures} ...")
                self.stdout.flush()
            reports = load_fixtures(content, at=timezone.now())
        except (FixtureError, Refused) as error:
            said = " ".join(error.messages) if isinstance(error, Refused) else error
            raise CommandError(str(said)) from error
        if verbosity:
            self._tell(reports, monotonic() - begun)

    def _tell(self, reports: dict[str, Report], seconds: float) -> None:
        words = ("inserted", "updated", "unchanged")
        width = max(len(label) for label in reports)
        total: dict[str, int] = {}
        for label, report in reports.items():
            counts = {word: report.counts[word] for word in words}
            counts |= {"kept": len(report.kept), "left over": len(report.gone)}
            said = [f"{count} {word}" for word, count in counts.items() if count]
            self.stdout.write(f"  {label.ljust(width)}  {', '.join(said) or 'none'}")
            for word, count in counts.items():
                total[word] = total.get(word, 0) + count
            self._name(report.kept, "kept as officers left it")
            self._name(report.gone, "in no fixture any more, left as it is")
        summary = ", ".join(f"{count} {word}" for word, count in total.items())
        self.stdout.write(f"Seeded in {seconds:.1f} s: {summary}.")

    def _name(self, names: list[str], why: str) -> None:
        for name in names[:_SHOWN]:
            self.stdout.write(f"    {name}: {why}")
        if len(names) > _SHOWN:
            self.stdout.write(f"    and {len(names) - _SHOWN} more")


def _is_migrated() -> bool:
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())
