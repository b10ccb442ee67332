"""The form on which columns are confirmed: one choice for each column of the file."""

from collections.abc import Mapping
from typing import Any, Final

from django.http import QueryDict

from chancery.imports.mapping import guess
from chancery.imports.sheets import Sheet
from chancery.imports.tables import Table, letters
from chancery.models import User

# Rows shown to recognise a column by, and characters of each cell.
_SAMPLES: Final = 3
_SAMPLE_LENGTH: Final = 60


def columns_context(
    table: Table, sheet: Sheet, user: User, mapping: Mapping[str, Any] | None
) -> dict[str, Any]:
    """Return what the template shows: the file's columns and the fields to choose."""
    columns = (mapping or {}).get("columns") or guess(table.headings, sheet, user)
    defaults = sheet.defaults(user) | (mapping or {}).get("defaults", {})
    return {
        "columns": [
            {
                "place": place,
                "letters": letters(place),
                "heading": heading,
                "samples": _samples(table, place),
                "chosen": columns.get(heading, ""),
            }
            for place, heading in enumerate(table.headings)
            if heading
        ],
        "fields": [
            (column.name, column.label, column.is_required) for column in sheet.columns
        ],
        "offered": [
            {
                "column": column,
                "value": defaults.get(column.name, ""),
                "choices": [str(one) for one in column.allowed(user)]
                if column.allowed
                else [],
            }
            for column in sheet.columns
            if column.is_offered
        ],
    }


def mapping_from(posted: QueryDict, table: Table, sheet: Sheet) -> dict[str, Any]:
    """Return the mapping that was sent; anything that is no choice counts as none."""
    names = {column.name for column in sheet.columns}
    columns = {}
    for place, heading in enumerate(table.headings):
        name = posted.get(f"column-{place}", "")
        if heading:
            columns[heading] = name if name in names else ""
    defaults = {
        column.name: posted.get(f"default-{column.name}", "").replace("\0", "")[:300]
        for column in sheet.columns
        if column.is_offered
    }
    return {"columns": columns, "defaults": defaults}


def _samples(table: Table, place: int) -> list[str]:
    found = (row.cell(place) for row in table.rows[:50])
    return [cell[:_SAMPLE_LENGTH] for cell in found if cell][:_SAMPLES]
