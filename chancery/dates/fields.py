"""Model fields for partial dates, their bounds, and the constraint that keeps them.

    date = PartialDateField(_("date"), blank=True)
    date_earliest = EarliestField("date")
    date_latest = LatestField("date")

    class Meta:
        constraints = [valid_edtf("date", name="..._date_is_edtf")]
        indexes = [models.Index(fields=["date_latest", "date_earliest"], name="...")]

Bounds are named after their date (`date_earliest`, `date_latest`): `periods` and
`filters` rely on it.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models.expressions import Func
from django.utils.translation import gettext_lazy as _

from chancery.dates.edtf import MAX_LENGTH, EdtfError, PartialDate, normalise
from chancery.dates.forms import PartialDateFormField

if TYPE_CHECKING:
    from django.db.models.expressions import Combinable
    from django.forms import Field as FormField

    _TextField = models.CharField[str | PartialDate | date | Combinable, str]
else:
    _TextField = models.CharField


class PartialDateField(_TextField):
    """A partial date as canonical EDTF text; '' when nothing is known, never NULL.

    The attribute is a plain `str`, so lookups, fixtures, history tables and JSON need
    nothing special; `PartialDate.parse` gives the meaning. A `PartialDate` or a
    `datetime.date` may be assigned. Text is made canonical when the model is cleaned
    and when it is saved; afterwards the instance holds what the database holds, its
    bounds included. Validation raises ValidationError with what to write instead.
    Without validation the database refuses bad text through `valid_edtf`.
    """

    description = _("Partial date (EDTF)")

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's options
        """Take CharField's options; the length is ours unless given."""
        kwargs.setdefault("max_length", MAX_LENGTH)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        """Leave the standard length out of migrations."""
        name, path, args, kwargs = super().deconstruct()
        if kwargs.get("max_length") == MAX_LENGTH:
            del kwargs["max_length"]
        return name, path, args, kwargs

    def to_python(self, value: object) -> str | None:
        """Give canonical text; raises ValidationError for what is no date."""
        if value is None:
            return None
        try:
            return _canonical(value)
        except EdtfError as error:
            raise error.for_form() from error

    def get_prep_value(self, value: object) -> object:
        """Give canonical text where it is one, so that lookups match what is stored.

        Anything else passes as it is: a prefix is a fair lookup, and a bad value that
        was never validated is for the database to refuse.
        """
        if value is None or hasattr(value, "resolve_expression"):
            return value
        try:
            return _canonical(value)
        except EdtfError:
            return str(value)

    def pre_save(self, model_instance: models.Model, add: bool) -> object:  # noqa: FBT001 - Django's signature
        """Make the instance agree with the row: canonical text and matching bounds.

        Django 5.2 reads generated columns back on INSERT only; without this an
        updated instance would go on showing the old bounds.
        """
        value = super().pre_save(model_instance, add)
        if value is None or hasattr(value, "resolve_expression"):
            return value
        text = str(self.get_prep_value(value))
        setattr(model_instance, self.attname, text)
        for field in model_instance._meta.concrete_fields:
            if isinstance(field, BoundField) and field.source == self.name:
                setattr(model_instance, field.attname, field.bound_of(text))
        return text

    def formfield(self, **kwargs: Any) -> "FormField | None":  # noqa: ANN401 - as above
        """Use the partial-date form field, in the admin too."""
        return super().formfield(**{"form_class": PartialDateFormField, **kwargs})


class EdtfEarliest(Func):
    """SQL: the first day an EDTF text can be."""

    function = "edtf_earliest"
    arity = 1
    output_field = models.DateField(null=True)


class EdtfLatest(Func):
    """SQL: the last day an EDTF text can be."""

    function = "edtf_latest"
    arity = 1
    output_field = models.DateField(null=True)


class EdtfIsValid(Func):
    """SQL: whether a text is canonical EDTF or empty."""

    function = "edtf_is_valid"
    arity = 1
    output_field = models.BooleanField()


# What every bound has in common, and so is not written into migrations.
_DERIVED = ("expression", "output_field", "db_persist", "null", "serialize")


class BoundField(models.GeneratedField):
    """A day that PostgreSQL derives from a partial date of the same row; or NULL.

    It is read-only, and left out of fixtures and of a serialiser's `__all__`: name it
    where the API shows it. Reading it on an unsaved instance raises
    AttributeError. `save` and `bulk_create` refresh it (see PartialDateField.pre_save);
    after `QuerySet.update`, `bulk_update`, raw SQL or an SQL expression as the date,
    call `refresh_from_db`.

    History (django-pghistory): event models copy the field as it is, their triggers
    leave it out, and PostgreSQL derives it again from the copied text. So it need not
    be excluded; excluding the date means excluding its bounds too. BEFORE triggers do
    not see it yet: PostgreSQL refuses a whole-row `NEW.*` in their condition.
    """

    bound: ClassVar[type[Func]]
    is_first: ClassVar[bool]

    def __init__(self, source: str, **kwargs: Any) -> None:  # noqa: ANN401 - as above
        """Derive from the partial date named `source`."""
        self.source = source
        # Nullable for the ORM too: `exclude` must keep rows without the bound.
        kwargs |= {"null": True, "serialize": False}
        super().__init__(
            expression=self.bound(source),
            output_field=models.DateField(null=True),
            db_persist=True,
            **kwargs,
        )

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        """Name the source in migrations; the rest follows from the class."""
        name, path, _args, kwargs = super().deconstruct()
        for derived in _DERIVED:
            del kwargs[derived]
        return name, path, [self.source], kwargs

    def bound_of(self, text: str) -> date | None:
        """Work out the bound in Python; None for '' and for what is no date."""
        try:
            parsed = PartialDate.parse(text)
        except EdtfError:
            return None
        return parsed.earliest if self.is_first else parsed.latest


class EarliestField(BoundField):
    """The first day a partial date can be, as a real column."""

    bound = EdtfEarliest
    is_first = True


class LatestField(BoundField):
    """The last day a partial date can be, as a real column."""

    bound = EdtfLatest
    is_first = False


def valid_edtf(field: str, name: str) -> models.CheckConstraint:
    """Keep anything but canonical EDTF (or '') out of the column, whoever writes."""
    return models.CheckConstraint(
        name=name,
        condition=EdtfIsValid(field),
        violation_error_message=_("Write a date, such as 2023-06-26 or 2023-06."),
    )


def _canonical(value: object) -> str:
    """Give the canonical text of what may be assigned to a partial date."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    return normalise(str(value))
