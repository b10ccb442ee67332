"""The form field: what it takes and what it tells."""

import pytest
from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget

from chancery.dates.forms import HELP_TEXT, PartialDateFormField


class EntryForm(forms.Form):
    date = PartialDateFormField(required=False)


def test_form_gives_canonical_text() -> None:
    form = EntryForm({"date": " Q2 2023 "})
    assert form.is_valid()
    assert form.cleaned_data == {"date": "2023-34"}


@pytest.mark.parametrize("data", [{}, {"date": ""}, {"date": "  "}])
def test_form_left_empty_gives_empty_text(data: dict[str, str]) -> None:
    form = EntryForm(data)
    assert form.is_valid()
    assert form.cleaned_data == {"date": ""}


def test_form_asks_when_a_date_can_mean_two() -> None:
    form = EntryForm({"date": "01/12/2026"})
    assert form.errors == {
        "date": [
            (
                "This can mean “1 December 2026” / “12 January 2026”. Write the one "
                "you mean."
            )
        ]
    }
    assert form.errors.as_data()["date"][0].code == "ambiguous"


def test_form_says_what_to_write_instead() -> None:
    form = EntryForm({"date": "last August"})
    assert form.errors == {
        "date": [
            (
                "“last August” depends on the day it is said. Write the date itself, "
                "as far as it is known, such as 26 June 2023, June 2023 or 2023."
            )
        ]
    }


def test_form_refuses_a_very_long_text_once() -> None:
    form = EntryForm({"date": "2" * 10_000})
    assert form.errors == {
        "date": [
            (
                "This is too long for a date: 10000 characters, at most 160. Write for "
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
        "maxlength": "160",
        "data-partial-date": "",
        "placeholder": "26 June 2023, June 2023 or 2023",
        "autocomplete": "off",
        "spellcheck": "false",
    }
    assert field.help_text == HELP_TEXT


def test_help_text_may_be_replaced() -> None:
    assert PartialDateFormField(help_text="When?").help_text == "When?"
