"""Which rows fall in a period, asked of a partial date's two bound columns.

Each function takes the name of the date field, through relations if need be
(`meeting__date`), and a period, and gives a Q. A row without any bound (no date, or no
year) is never found. A bound that is missing on one side (`../2023-06`, `2023/`) sets
no limit on that side.
"""

from collections.abc import Callable
from typing import Final

from django.db.models import Q

from chancery.dates.edtf import EdtfError, Fault, PartialDate


def overlaps(field: str, period: PartialDate) -> Q:
    """Rows that may fall in the period: some day of theirs is a day of it.

    In 2023-06 are found 2023-06, 2023-06-26 and 2023-05-30/2023-06-02, but 2023 as
    well: it may have been June, and what may be relevant is not hidden.
    """
    _require(period, "any")
    earliest, latest = f"{field}_earliest", f"{field}_latest"
    has_start = Q(**{f"{earliest}__isnull": False})
    has_end = Q(**{f"{latest}__isnull": False})
    no_start = Q(**{f"{earliest}__isnull": True})
    no_end = Q(**{f"{latest}__isnull": True})
    starts_in_time = Q(**{f"{earliest}__lte": period.latest}) if period.latest else Q()
    ends_in_time = Q(**{f"{latest}__gte": period.earliest}) if period.earliest else Q()
    # Three plain cases rather than one clever one: each can use an index.
    return (
        (has_start & has_end & starts_in_time & ends_in_time)
        | (has_start & no_end & starts_in_time)
        | (no_start & has_end & ends_in_time)
    )


def within(field: str, period: PartialDate) -> Q:
    """Rows that certainly fall in the period: every day of theirs is a day of it.

    In 2023-06 are found 2023-06 and 2023-06-26, but not 2023.
    """
    _require(period, "any")
    condition = Q()
    if period.earliest:
        condition &= Q(**{f"{field}_earliest__gte": period.earliest})
    if period.latest:
        condition &= Q(**{f"{field}_latest__lte": period.latest})
    return condition


def before(field: str, period: PartialDate) -> Q:
    """Rows that certainly end before the period's first day."""
    _require(period, "earliest")
    return Q(**{f"{field}_latest__lt": period.earliest})


def after(field: str, period: PartialDate) -> Q:
    """Rows that certainly start after the period's last day."""
    _require(period, "latest")
    return Q(**{f"{field}_earliest__gt": period.latest})


PERIODS: Final[dict[str, Callable[[str, PartialDate], Q]]] = {
    "overlaps": overlaps,
    "within": within,
    "before": before,
    "after": after,
}
_NEEDS: Final = {"before": "earliest", "after": "latest"}


def check_period(text: str, question: str) -> PartialDate:
    """Read the period of one of PERIODS; EdtfError if the question makes no sense."""
    period = PartialDate.parse(text)
    _require(period, _NEEDS.get(question, "any"))
    return period


def _require(period: PartialDate, bound: str) -> None:
    """Refuse a period without the bound that is asked about."""
    if not period.has_year:
        raise EdtfError(Fault.NO_PERIOD, given=period.edtf)
    if bound == "earliest" and period.earliest is None:
        raise EdtfError(Fault.NO_START, given=period.edtf)
    if bound == "latest" and period.latest is None:
        raise EdtfError(Fault.NO_END, given=period.edtf)
