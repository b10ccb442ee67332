"""The form field for partial dates: one text input that says what it takes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.dates.edtf import MAX_LENGTH, EdtfError, normalise

HELP_TEXT = _(
    "As much as is known: 2023-06-26, 2023-06 or 2023; a range 2021-08-16/2021-08-17; "
    "a quarter 2023-Q2; about 2011~; uncertain 2011?; year not known XXXX-10-28."
)
PLACEHOLDER = _("2023-06-26, 2023-06 or 2023")


class PartialDateFormField(forms.CharField):
    """Takes EDTF and Q1-Q4/H1-H2, gives canonical EDTF; '' when left empty."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 - Django's options
        """Take CharField's options; help text and length are ours unless given."""
        kwargs["help_text"] = kwargs.get("help_text") or HELP_TEXT
        kwargs.setdefault("max_length", MAX_LENGTH)
        super().__init__(**kwargs)

    def to_python(self, value: object) -> str:
        """Give canonical text; raises ValidationError saying what to write."""
        text = super().to_python(value) or ""
        try:
            return normalise(text)
        except EdtfError as error:
            raise error.for_form() from error

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Show the shapes it takes; keep browsers from suggesting and correcting."""
        return {
            **super().widget_attrs(widget),
            "placeholder": PLACEHOLDER,
            "autocomplete": "off",
            "autocapitalize": "characters",
            "spellcheck": "false",
        }
