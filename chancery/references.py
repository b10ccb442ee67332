"""How records get their human references."""

import re

from django.db import connection, transaction

from chancery.dates.edtf import EdtfError, PartialDate
from chancery.models.installation import ReferenceCounter

_TAKE = """
    INSERT INTO chancery_referencecounter (series, last) VALUES (%s, 1)
    ON CONFLICT (series) DO UPDATE SET last = chancery_referencecounter.last + 1
    RETURNING last
"""


def next_reference(prefix: str, year: int | None = None) -> str:
    """Return the next free reference, ``MTG-2023-0007`` or ``PER-0012``.

    The counter's row is locked until the transaction ends, so two writers never get
    the same number and a rolled-back write leaves no gap.
    """
    series = prefix if year is None else f"{prefix}-{year:04d}"
    with connection.cursor() as cursor:
        cursor.execute(_TAKE, [series])
        (number,) = cursor.fetchone()
    return f"{series}-{number:04d}"


@transaction.atomic
def note_used(references: list[str]) -> None:
    """Move the counters past references that came from elsewhere (fixtures)."""
    highest: dict[str, int] = {}
    for reference in references:
        if match := re.fullmatch(r"(.+)-(\d+)", reference):
            series, number = match[1], int(match[2])
            highest[series] = max(number, highest.get(series, 0))
    for series, number in sorted(highest.items()):
        counter, made = ReferenceCounter.objects.select_for_update().get_or_create(
            series=series, defaults={"last": number}
        )
        if not made and counter.last < number:
            counter.last = number
            counter.save(update_fields=["last"])


def year_of(edtf: str) -> int | None:
    """Return the year that a record dated so is numbered in, None if not known."""
    try:
        date = PartialDate.parse(edtf)
    except EdtfError:
        return None
    day = date.earliest or date.latest
    return day.year if day else None
