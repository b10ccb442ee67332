"""What can be wrong with a date, each with what to write instead."""

from enum import StrEnum
from typing import Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


class Fault(StrEnum):
    """What can be wrong; the codes that forms and the API report."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    MALFORMED = "malformed"
    DAY_FIRST = "day_first"
    WITH_TIME = "with_time"
    YEAR_ZERO = "year_zero"
    VAGUE_YEAR = "vague_year"
    NOTHING_KNOWN = "nothing_known"
    MONTH_MISSING = "month_missing"
    NO_SUCH_MONTH = "no_such_month"
    NO_SUCH_DAY = "no_such_day"
    SEASON = "season"
    LOOSE_GROUPING = "loose_grouping"
    NO_END_KNOWN = "no_end_known"
    ONE_YEAR_MISSING = "one_year_missing"
    NO_PERIOD = "no_period"
    NO_START = "no_start"
    NO_END = "no_end"
    ENDS_BEFORE_START = "ends_before_start"
    # Of what people type only; the API takes EDTF alone.
    NOT_READ = "not_read"
    RELATIVE = "relative"
    WRONG_WEEKDAY = "wrong_weekday"


MESSAGES: Final = {
    Fault.EMPTY: _("Write a date, such as 2023-06-26 or 2023-06."),
    Fault.TOO_LONG: _(
        "This is too long for a date: %(length)d characters, at most %(limit)d. Write "
        "for example 2023-06-26 or 2021-08-16/2021-08-17."
    ),
    Fault.MALFORMED: _(
        "“%(given)s” is not a date as it is written here. Write a day, 2023-06-26; a "
        "month, 2023-06; a year, 2023; a range, 2021-08-16/2021-08-17; a quarter, "
        "2023-Q2; about, 2011~; or, with the year missing, XXXX-10-28."
    ),
    Fault.DAY_FIRST: _(
        "“%(given)s” does not begin with the year, so day and month could be confused. "
        "Write year, month and day with hyphens, such as 2023-06-26."
    ),
    Fault.WITH_TIME: _(
        "“%(given)s” carries a time of day, which is kept elsewhere. Write only the "
        "date, such as 2023-06-26."
    ),
    Fault.YEAR_ZERO: _(
        "“%(given)s”: years run from 0001 to 9999. Write for example 2023."
    ),
    Fault.VAGUE_YEAR: _(
        "“%(given)s” names a month of a decade or century. Write the whole year, such "
        "as 2015-06, or the decade alone, such as 201X."
    ),
    Fault.NOTHING_KNOWN: _(
        "“%(given)s” says nothing. Leave the date empty, or write what is known, such "
        "as XXXX-10-28 where only the year is missing."
    ),
    Fault.MONTH_MISSING: _(
        "“%(given)s” has no month. Write the month, such as 2023-06-26, or only the "
        "year, such as 2023."
    ),
    Fault.NO_SUCH_MONTH: _(
        "“%(given)s” has no such month. Months run from 01 to 12, such as 2023-06; a "
        "quarter is written 2023-Q2."
    ),
    Fault.NO_SUCH_DAY: _(
        "“%(given)s” is no day of the calendar: that month has %(length)d days. Check "
        "the day, or write only the month, such as 2023-06."
    ),
    Fault.SEASON: _(
        "“%(given)s” names a season, which begins at another time in every place. "
        "Write the months, such as 2023-03/2023-05, or a quarter, such as 2023-Q2."
    ),
    Fault.LOOSE_GROUPING: _(
        "“%(given)s” is unclear. A quarter or half-year stands after a whole year and "
        "has no day, such as 2023-Q2 or 2023-H1."
    ),
    Fault.NO_END_KNOWN: _(
        "“%(given)s” names neither start nor end. Write at least one, such as "
        "2023-06/.. or ../2023-06."
    ),
    Fault.ONE_YEAR_MISSING: _(
        "“%(given)s” gives the year on one side only. Write it on both, such as "
        "2021-08-16/2021-08-17, or on neither."
    ),
    Fault.NO_PERIOD: _(
        "“%(given)s” has no year, so nothing can be compared with it. Write a period "
        "such as 2023-06 or 2023-06-26/2023-07-02."
    ),
    Fault.NO_START: _(
        "“%(given)s” has no first day, so nothing is before it. Write a date such as "
        "2023-06-26, or a period that has a start."
    ),
    Fault.NO_END: _(
        "“%(given)s” has no last day, so nothing is after it. Write a date such as "
        "2023-06-26, or a period that has an end."
    ),
    Fault.ENDS_BEFORE_START: _(
        "“%(given)s” ends before it starts. Write the earlier date first, such as "
        "2021-08-16/2021-08-17."
    ),
    Fault.NOT_READ: _(
        "“%(given)s” was not understood as a date. Write for example 26 June 2023, "
        "June 2023, 2023, 26–28 June 2023, Q2 2023, about 2011, or 28 October (year "
        "not known)."
    ),
    Fault.RELATIVE: _(
        "“%(given)s” depends on the day it is said. Write the date itself, as far as "
        "it is known, such as 26 June 2023, June 2023 or 2023."
    ),
    Fault.WRONG_WEEKDAY: _(
        "“%(given)s” names a day of the week that is not that of the date, or that "
        "cannot be checked without a year. Check both, or leave the day of the week "
        "out."
    ),
}


class EdtfError(ValueError):
    """The text is no date we accept; says what is wrong and shows what to write."""

    def __init__(self, fault: Fault, **params: str | int) -> None:
        """Take what is wrong and the values that its sentence names."""
        super().__init__(fault)
        self.fault = fault
        self.params = params

    def __str__(self) -> str:
        """Give the whole sentence in the active language."""
        return str(MESSAGES[self.fault]) % self.params

    def for_form(self) -> ValidationError:
        """Give it as Django's own error, translated when the page is rendered."""
        return ValidationError(
            MESSAGES[self.fault], code=self.fault.value, params=self.params
        )
