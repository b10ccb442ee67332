"""The strings of the code, gathered from Python and templates, and their catalogue.

Django's own makemessages needs GNU gettext; this needs Babel, which is there anyway.
Nothing is matched by likeness: a string that changed is a new string without a
translation, and a test asks for it.
"""

import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.apps import apps
from django.conf import settings
from django.db import models
from django.utils.translation.template import templatize

from chancery.dates.fields import BoundField
from chancery.scope import Scoped

# The functions of django.utils.translation, and what each argument is.
_KEYWORDS: Final = {
    name: spec
    for base, spec in {
        "gettext": None,
        "ngettext": (1, 2),
        "pgettext": ((1, "c"), 2),
        "npgettext": ((1, "c"), 2, 3),
    }.items()
    for name in (base, f"{base}_lazy", f"{base}_noop")
} | {"_": None}
_ROOMS: Final = ("chancery", "seeds", "partners", "engagements")
# A catalogue says nothing of when it was made, so that only strings change it.
_NEVER: Final = datetime(2000, 1, 1, tzinfo=UTC)
_PLACEHOLDER: Final = re.compile(r"%\([a-z_]+\)[sd]|%[sd]")


class Message(NamedTuple):
    """One string of the code: what tells it apart, and its form for many."""

    context: str | None
    text: str
    plural: str | None

    @property
    def id(self) -> str | tuple[str, str]:
        """What Babel knows it by."""
        return (self.text, self.plural) if self.plural is not None else self.text


def messages() -> dict[Message, set[str]]:
    """Return every string that people may read, with the files it stands in."""
    found: dict[Message, set[str]] = {}
    for path in _sources():
        place = path.relative_to(settings.BASE_DIR).as_posix()
        for message in _of(path):
            found.setdefault(message, set()).add(place)
    for model, name in _derived_names():
        place = model.__module__.replace(".", "/") + ".py"
        found.setdefault(Message(None, name, None), set()).add(place)
    return found


def catalogue_path(language: str) -> Path:
    """Return where a language's catalogue is kept."""
    folder = Path(settings.LOCALE_PATHS[0])
    return folder / language / "LC_MESSAGES" / "django.po"


def read_catalogue(language: str) -> Catalog:
    """Return a language's catalogue; an empty one where there is none yet."""
    path = catalogue_path(language)
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def renewed(language: str) -> Catalog:
    """Return the catalogue for the strings as they are: new ones without words."""
    before = read_catalogue(language)
    catalogue = Catalog(
        locale=language,
        project="Chancery",
        version="1",
        creation_date=_NEVER,
        revision_date=_NEVER,
        last_translator="Chancery",
        language_team="Chancery",
        msgid_bugs_address="-",
        header_comment="# The Korean of Chancery. Made by manage.py catalogue.",
        fuzzy=False,
    )
    for message, places in messages().items():
        known = before.get(message.id, message.context)
        flags = {"python-format"} if _PLACEHOLDER.search(message.text) else set()
        catalogue.add(
            message.id,
            known.string if known and known.id == message.id else None,
            locations=[(place, 0) for place in sorted(places)],
            flags=flags,
            context=message.context,
        )
    return catalogue


def untranslated(catalogue: Catalog) -> list[object]:
    """Return the strings without a translation, or without one of their forms."""
    return [
        one.id for one in catalogue if one.id and not (one.string and all(one.string))
    ]


def as_po(catalogue: Catalog) -> bytes:
    """Return a catalogue as text for translators."""
    out = io.BytesIO()
    write_po(out, catalogue, width=88, sort_by_file=True, include_lineno=False)
    return out.getvalue()


def as_mo(catalogue: Catalog) -> bytes:
    """Return a catalogue as gettext reads it."""
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def _sources() -> Iterator[Path]:
    """Yield the files that strings stand in."""
    for room in _ROOMS:
        for path in sorted((settings.BASE_DIR / room).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path
    for pattern in ("*.html", "*.txt"):
        yield from sorted((settings.BASE_DIR / "templates").rglob(pattern))


def _derived_names() -> Iterator[tuple[type[models.Model], str]]:
    """Yield what Django calls fields without a name of their own; pages say it."""
    for model in apps.get_models():
        if not issubclass(model, Scoped):
            continue
        for field in model._meta.concrete_fields:
            is_technical = field.primary_key or isinstance(field, BoundField)
            if isinstance(field.verbose_name, str) and not is_technical:
                yield model, field.verbose_name


def _of(path: Path) -> Iterator[Message]:
    """Yield the strings of one file."""
    if path.suffix == ".py":
        method, source = "python", path.read_bytes()
    else:
        # What Django makes of a template reads as Python to xgettext only; the
        # extractor for JavaScript stumbles over less.
        text = templatize(path.read_text(encoding="utf-8"), origin=str(path))
        method, source = "javascript", text.encode()
    for _line, found, _comments, context in extract(
        method,
        io.BytesIO(source),
        keywords=_KEYWORDS,
        options={"encoding": "utf-8", "template_string": False},
    ):
        text, plural = (found, None) if isinstance(found, str) else found[-2:]
        yield Message(context, text, plural)
