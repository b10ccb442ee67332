"""The form field: what it takes and what it tells."""

import pytest
from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget

from chancery.dates.forms import HELP_TEXT, PartialDateFormField


class EntryForm(forms.Form):
    date = PartialDateFormField(required=False)


def test_form_gives_canonical_text() -> None:
    form = EntryForm({"date": " 2023-Q2 "})
    assert form.is_valid()
    assert form.cleaned_data == {"date": "2023-34"}


@pytest.mark.parametrize("data", [{}, {"date": ""}, {"date": "  "}])
def test_form_left_empty_gives_empty_text(data: dict[str, str]) -> None:
    form = EntryForm(data)
    assert form.is_valid()
    assert form.cleaned_data == {"date": ""}


def test_form_says_what_to_write_instead() -> None:
    form = EntryForm({"date": "01/12/2026"})
    assert form.errors == {
        "date": [
            (
                "“01/12/2026” does not begin with the year, so day and month could be "
                "confused. Write year, month and day with hyphens, such as 2023-06-26."
            )
        ]
    }


def test_form_refuses_a_very_long_text_once() -> None:
    form = EntryForm({"date": "2" * 10_000})
    assert form.errors == {
        "date": [
            (
                "This is too long for a date: 10000 characters, at most 64. Write for "
                "example 2023-06-26 or 2021-08-16/2021-08-17."
            )
        ]
    }


def test_refusal_escapes_what_was_typed() -> None:
    form = EntryForm({"date": "<script>"})
    assert "<script>" not in str(form)


def test_input_shows_the_shapes_it_takes() -> None:
    field = PartialDateFormField(widget=AdminTextInputWidget)
    assert field.widget.attrs == {
        "class": "vTextField",
        "maxlength": "64",
        "placeholder": "2023-06-26, 2023-06 or 2023",
        "autocomplete": "off",
        "autocapitalize": "characters",
        "spellcheck": "false",
    }
    assert field.help_text == HELP_TEXT


def test_help_text_may_be_replaced() -> None:
    assert PartialDateFormField(help_text="When?").help_text == "When?"
