"""The form fields for partial dates: one text input that says what it takes."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chancery.dates.edtf import MAX_LENGTH, EdtfError, normalise
from chancery.dates.reading import MAX_TYPED, ambiguous, read

EDTF_HELP = _(
    "As much as is known: 2023-06-26, 2023-06 or 2023; a range 2021-08-16/2021-08-17; "
    "a quarter 2023-Q2; about 2011~; uncertain 2011?; year not known XXXX-10-28."
)
HELP_TEXT = _(
    "As much as is known, as you would write it: 26 June 2023, June 2023, 2023, "
    "16–17 August 2021, Q2 2023, about 2011, 28 October (year not known)."
)
PLACEHOLDER = _("26 June 2023, June 2023 or 2023")
# Marks the inputs that dates.js shows a preview under.
MARK = "data-partial-date"


class EdtfFormField(forms.CharField):
    """Takes EDTF and Q1-Q4/H1-H2 only, gives canonical EDTF; '' when left empty."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 - Django's options
        """Take CharField's options; help text and length are ours unless given."""
        kwargs["help_text"] = kwargs.get("help_text") or EDTF_HELP
        kwargs.setdefault("max_length", MAX_LENGTH)
        super().__init__(**kwargs)

    def to_python(self, value: object) -> str:
        """Give canonical text; raises ValidationError saying what to write."""
        text = super().to_python(value) or ""
        try:
            return normalise(text)
        except EdtfError as error:
            raise error.for_form() from error


class PartialDateFormField(forms.CharField):
    """Takes a date as people write it, gives canonical EDTF; '' when left empty.

    What can mean several dates is asked, in the error, and never guessed.
    """

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 - Django's options
        """Take CharField's options; what is typed may be longer than what is kept."""
        kwargs["help_text"] = kwargs.get("help_text") or HELP_TEXT
        super().__init__(**{**kwargs, "max_length": MAX_TYPED})

    def to_python(self, value: object) -> str:
        """Give canonical text; raises ValidationError saying what to write."""
        reading = read(super().to_python(value) or "")
        if reading.choices:
            question = ambiguous(reading, get_language() or "en")
            raise ValidationError(question, code="ambiguous")
        if reading.problem:
            raise ValidationError(reading.problem, code=reading.fault)
        return reading.edtf

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Show the shapes it takes; keep browsers from suggesting and correcting."""
        return {
            **super().widget_attrs(widget),
            MARK: "",
            "placeholder": PLACEHOLDER,
            "autocomplete": "off",
            "spellcheck": "false",
        }
