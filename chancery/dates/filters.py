"""Ask for a period over the API or the admin: `?date=2023-06`, `?date_before=2023`.

The meaning of each question stands in `periods`. A bad or senseless period is a
validation error of that parameter.
"""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as _
from django_filters import Filter
from drf_spectacular.drainage import set_override

from chancery.dates.edtf import EdtfError, PartialDate
from chancery.dates.fields import PartialDateField
from chancery.dates.forms import EdtfFormField
from chancery.dates.periods import PERIODS, check_period

# The description of the API parameter, in English, and the help text of the form.
_HELP = {
    "overlaps": _("May fall in this period, such as 2023-06 or 2023-06-01/2023-09."),
    "within": _("Certainly falls in this period, such as 2023 or 2023-Q2."),
    "before": _("Certainly before this date, such as 2023-06-26 or 2023."),
    "after": _("Certainly after this date, such as 2023-06-26 or 2023."),
}
_SCHEMA = {"type": "string", "format": "edtf", "example": "2023-06"}


class PeriodFormField(EdtfFormField):
    """A period to compare with; refuses one that the question cannot use."""

    def __init__(self, *, question: str = "overlaps", **kwargs: Any) -> None:  # noqa: ANN401 - Django's options
        """Take one of PERIODS besides the options of a form field."""
        self.question = question
        super().__init__(**kwargs)

    def to_python(self, value: object) -> str:
        """Give canonical text; raises ValidationError saying what to write."""
        text = super().to_python(value)
        if not text:
            return text
        try:
            return check_period(text, self.question).edtf
        except EdtfError as error:
            raise error.for_form() from error


class PeriodFilter(Filter):
    """Filter rows by their partial date.

    `field_name` is the date field; its bounds are found by name. `lookup_expr` is one
    of PERIODS: overlaps (the default), within, before, after.
    """

    field_class = PeriodFormField

    def __init__(
        self,
        field_name: str | None = None,
        lookup_expr: str = "overlaps",
        **kwargs: Any,  # noqa: ANN401 - Django's options
    ) -> None:
        """Take Filter's options; the help text is ours unless given."""
        kwargs.setdefault("help_text", gettext_lazy(_HELP[lookup_expr]))
        super().__init__(field_name, lookup_expr, question=lookup_expr, **kwargs)
        set_override(self, "field", {**_SCHEMA, "description": _HELP[lookup_expr]})

    def filter(self, qs: models.QuerySet[Any], value: str) -> models.QuerySet[Any]:
        """Keep the rows that answer the question; all of them when it is empty."""
        if not value:
            return qs
        condition = PERIODS[self.lookup_expr](self.field_name, PartialDate.parse(value))
        rows: models.QuerySet[Any] = self.get_method(qs)(condition)
        return rows


def period_filters(model: type[models.Model]) -> dict[str, PeriodFilter]:
    """Give four filters for every partial date of a model, by parameter name.

    For a field `date`: `date`, `date_within`, `date_before` and `date_after`.
    """
    return {
        name if question == "overlaps" else f"{name}_{question}": PeriodFilter(
            name, question
        )
        for name in (
            field.name
            for field in model._meta.concrete_fields
            if isinstance(field, PartialDateField)
        )
        for question in PERIODS
    }
