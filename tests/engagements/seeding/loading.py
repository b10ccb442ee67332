"""What the tests of loading share."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.apps import apps

from engagements.seeding.fixtures import read_fixtures
from engagements.seeding.load import load_fixtures
from engagements.seeding.table import Report

LATER = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)


def load(folder: Path) -> dict[str, Report]:
    return load_fixtures(read_fixtures(folder), at=LATER)


def newer(
    folder: Path, tmp_path: Path, file: str, change: Callable[[list[Any]], None]
) -> Path:
    """Copy fixtures and change one file of the copy."""
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    rows = json.loads((tmp_path / f"{file}.json").read_text(encoding="utf-8"))
    change(rows)
    (tmp_path / f"{file}.json").write_text(json.dumps(rows), encoding="utf-8")
    return tmp_path


def retitled(rows: list[Any]) -> None:
    """Give MTG-2021-0001 another title."""
    for row in rows:
        if row["fields"].get("reference") == "MTG-2021-0001":
            row["fields"]["title"] = "First Talks of the Steppe"


def history() -> dict[str, int]:
    """Count the past states of every table."""
    return {
        model.__name__: model._base_manager.count()
        for model in apps.get_models()
        if model.__name__.endswith("History")
    }


def kept(reports: dict[str, Report]) -> dict[str, list[str]]:
    return {label: report.kept for label, report in reports.items() if report.kept}


def counts(reports: dict[str, Report]) -> dict[str, int]:
    """Sum up what happened to rows, without what did not happen."""
    total: dict[str, int] = {}
    for report in reports.values():
        for word, count in report.counts.items():
            total[word] = total.get(word, 0) + count
    return {word: count for word, count in total.items() if count}
