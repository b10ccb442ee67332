"""Which column of a file is which field: guessed, remembered, confirmed."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from chancery.imports.readers import folded, in_all_languages
from chancery.imports.sheets import Sheet
from chancery.models import ImportRun, User


def guess(headings: tuple[str, ...], sheet: Sheet, user: User) -> dict[str, str]:
    """Return the field of each heading, '' where none fits; each field once.

    What the user said of the same heading last time goes before what headings mean in
    any language.
    """
    words = _words(sheet)
    remembered = _remembered(sheet, user)
    taken: set[str] = set()
    found: dict[str, str] = {}
    for heading in filter(None, headings):
        name = remembered.get(heading, words.get(folded(heading), ""))
        if name in taken:
            name = ""
        taken.add(name)
        found[heading] = name
    return found


def _words(sheet: Sheet) -> dict[str, str]:
    words: dict[str, str] = {}
    for column in sheet.columns:
        said = {folded(column.name), *map(folded, column.also)}
        for word in said | in_all_languages(column.label):
            words.setdefault(word, column.name)
    return words


def _remembered(sheet: Sheet, user: User) -> dict[str, str]:
    last = (
        ImportRun.objects.of(user)
        .filter(kind=sheet.code)
        .exclude(mapping={})
        .order_by("-uploaded_at", "-pk")
        .values_list("mapping", flat=True)
        .first()
    )
    names = {column.name for column in sheet.columns}
    columns: dict[str, Any] = (last or {}).get("columns", {})
    return {
        heading: name
        for heading, name in columns.items()
        if name in names or name == ""
    }


def problems_of(mapping: Mapping[str, Mapping[str, str]], sheet: Sheet) -> list[str]:
    """Return what is wrong with a mapping, in words."""
    chosen = [name for name in mapping["columns"].values() if name]
    filled = {name for name, text in mapping["defaults"].items() if text}
    twice = {name for name in chosen if chosen.count(name) > 1}
    missing = [
        column
        for column in sheet.columns
        if column.is_required and column.name not in {*chosen, *filled}
    ]
    return [
        *(
            _("“%s” is chosen for two columns. Choose one of them.")
            % sheet.column(name).label
            for name in sorted(twice)
        ),
        *(
            _("No column is “%s”, which every row needs. Choose it, or add the column.")
            % column.label
            for column in missing
        ),
    ]
