"""The forms of records: what was looked at, what changed, and why it was refused."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.forms.models import InlineForeignKeyField, construct_instance
from django.utils.translation import gettext_lazy as _

from chancery.admin.choosing.choices import ScopedChoiceField
from chancery.admin.typed import Anything, ModelForm, Options
from chancery.text import label_of


@dataclass(frozen=True)
class Refusal:
    """Why saving was refused, and at which form of the page (None: the main one)."""

    prefix: str | None
    error: ValidationError


class VersionField(forms.IntegerField):
    """Carries the version the user was looking at; never counts as a change."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        """Take no options: the field is the same everywhere."""
        super().__init__(label=_("version"), required=False, min_value=0)

    def has_changed(self, initial: object, data: object) -> bool:  # noqa: ARG002 - Django's signature
        """See the class."""
        return False


class ScopedForm(ModelForm):
    """A form over one row, main or inline.

    Rules of the record are judged once, by the action and the database; the form
    checks single fields and shows the refusal, if any, that the page was saved with.
    A relation to a record that the user may not see looks empty here, and left empty
    it is no change.
    """

    seen_version = VersionField()
    refusal: ClassVar[Refusal | None] = None

    def __init__(self, *args: Anything, **options: Options) -> None:
        """Prepare relations and the version."""
        options.setdefault("label_suffix", "")
        super().__init__(*args, **options)
        if self.instance.pk is not None:
            self.initial["seen_version"] = self.instance.version
        loaded = self.instance._state.fields_cache  # noqa: SLF001 - what was prefetched
        for name, field in self.fields.items():
            if isinstance(field, ScopedChoiceField) and name in loaded:
                field.known = loaded[name]
                if loaded[name] is None:
                    self.initial[name] = None

    def _post_clean(self) -> None:
        exclude: set[str] = self._get_validation_exclusions()  # type: ignore[attr-defined]
        exclude |= {
            name
            for name, field in self.fields.items()
            if isinstance(field, InlineForeignKeyField)
        }
        options = self._meta
        self.instance = construct_instance(
            self, self.instance, options.fields, options.exclude
        )
        try:
            self.instance.full_clean(
                exclude=exclude, validate_unique=False, validate_constraints=False
            )
        except ValidationError as error:
            self._update_errors(error)  # type: ignore[attr-defined]
        refused = self.refusal
        if refused is not None and refused.prefix == self.prefix:
            self._show(refused.error)

    def _show(self, error: ValidationError) -> None:
        """Put the refusal beside the fields it names, the rest above the form."""
        by_field: dict[str, list[ValidationError]]
        by_field = getattr(error, "error_dict", None) or {
            NON_FIELD_ERRORS: error.error_list
        }
        for name, errors in by_field.items():
            if name in self.fields:
                self.add_error(name, errors)
                continue
            for one in errors:
                label = "" if name == NON_FIELD_ERRORS else f"{self._label(name)}: "
                self.add_error(None, [f"{label}{text}" for text in one.messages])

    def _label(self, name: str) -> str:
        field = self.instance._meta.get_field(name)
        return label_of(field) if isinstance(field, models.Field) else name

    def changed_values(self) -> dict[str, Any]:
        """Return the fields of the row that the user changed."""
        return self._values(self.changed_data)

    def all_values(self) -> dict[str, Any]:
        """Return every field of a new row."""
        return self._values(self.fields)

    def _values(self, names: Anything) -> dict[str, Any]:
        columns = {
            field.name
            for field in self.instance._meta.concrete_fields
            if isinstance(field, models.Field) and field.editable
        }
        inline = {
            name
            for name, field in self.fields.items()
            if isinstance(field, InlineForeignKeyField)
        }
        return {
            name: getattr(self.instance, name)
            for name in names
            if name in columns and name not in inline and name != "id"
        }


class RecordForm(ScopedForm):
    """The main form of a page: it also asks why."""

    change_reason = forms.CharField(
        label=_("Reason for the change"),
        required=False,
        max_length=500,
        help_text=_("Kept in the history; say it where the change does not."),
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
