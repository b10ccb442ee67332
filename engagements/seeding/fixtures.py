"""Reading fixtures, and refusing those that are not as they were built."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from django.core.exceptions import ValidationError

from engagements.seeding import layout
from engagements.seeding.layout import Content, Key, Model

GROUPS: Final = "groups.json"
_ADVICE: Final = (
    "Bring it back from version control, or build it again with manage.py"
    " build_fixtures."
)


class FixtureError(Exception):
    """Fixtures cannot be loaded; names the file and says what to do."""


@dataclass(frozen=True)
class Row:
    """One row of a fixture: what names it and what it holds, nothing left unsaid."""

    key: Key
    content: Content

    @cached_property
    def digest(self) -> str:
        """What tells this content from any other."""
        return digest(self.content)


@dataclass(frozen=True)
class Group:
    """A role: what its members may do."""

    name: str
    permissions: tuple[str, ...]


@dataclass(frozen=True)
class Fixtures:
    """All that is to be loaded, in order; a model's rows by their keys."""

    rows: dict[Model, dict[Key, Row]]
    groups: tuple[Group, ...]


def digest(content: object) -> str:
    """Return the SHA-256 of a row's content."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def read_fixtures(folder: Path) -> Fixtures:
    """Read every fixture of a folder; raises ``FixtureError`` and names the file."""
    rows: dict[Model, dict[Key, Row]] = {}
    for name, models in layout.FILES.items():
        path = folder / f"{name}.json"
        by_label = {layout.label(model): model for model in models}
        rows |= {model: {} for model in models}
        for place, item in enumerate(_items(path), start=1):
            try:
                model = by_label[item["model"]]
                row = _row(model, item["fields"])
            except (KeyError, TypeError, ValueError, ValidationError) as error:
                raise FixtureError(
                    f"{path}: row {place} cannot be read ({_said(error)}). {_ADVICE}"
                ) from error
            if row.key in rows[model]:
                raise FixtureError(f"{path}: row {place} is there twice. {_ADVICE}")
            rows[model][row.key] = row
    ordered = {model: rows[model] for model in layout.loading_order()}
    return Fixtures(ordered, tuple(_groups(folder / GROUPS)))


def _items(path: Path) -> list[Any]:
    try:
        items = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise FixtureError(f"{path} is missing. {_ADVICE}") from None
    except (OSError, ValueError) as error:
        raise FixtureError(f"{path} cannot be read ({error}). {_ADVICE}") from error
    if not isinstance(items, list):
        raise FixtureError(f"{path} is no list of rows. {_ADVICE}")
    return items


def _row(model: Model, given: dict[str, Any]) -> Row:
    fields = {field.name: field for field in layout.columns(model)}
    unknown = sorted(set(given) - set(fields))
    if unknown:
        raise ValueError(f"there is no field {unknown[0]!r}")
    content = layout.defaults(model) | given
    for name, field in fields.items():
        value = content[name]
        if value is None:
            if not field.null:
                raise ValueError(f"{name} is missing")
        elif field.is_relation:
            (named,) = value
            if not isinstance(named, str):
                raise TypeError(f"{name} names no row")
        else:
            content[name] = layout.plain(field.to_python(value))
    return Row(layout.key_of(model, content), content)


def _groups(path: Path) -> Iterator[Group]:
    for place, item in enumerate(_items(path), start=1):
        try:
            yield Group(str(item["name"]), tuple(map(str, item["permissions"])))
        except (KeyError, TypeError) as error:
            raise FixtureError(
                f"{path}: row {place} cannot be read ({_said(error)}). {_ADVICE}"
            ) from error


def _said(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    if isinstance(error, KeyError):
        return f"{error.args[0]!r} is not known here"
    return str(error)
