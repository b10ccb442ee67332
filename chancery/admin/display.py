"""How values look in lists and on pages: badges, dates in words, marks."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.db import models
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.dates.words import in_words
from chancery.text import Text

# What a badge's colour stands for; the text says it too, the colour only repeats it.
TONES = ("neutral", "info", "good", "warn", "bad", "quiet")
NOTHING = "–"


def badge(text: Text, tone: str = "neutral") -> SafeString:
    """Return a small label; ``tone`` is one of TONES."""
    return format_html('<span class="badge badge-{}">{}</span>', tone, text)


def date_words(edtf: str, *, is_inferred: bool = False) -> SafeString:
    """Return a partial date in the reader's words, its EDTF text as the tooltip."""
    if not edtf:
        return SafeString("")
    words = in_words(edtf, get_language() or "en")
    mark = inferred_mark() if is_inferred else ""
    return format_html('<span class="date" title="{}">{}</span>{}', edtf, words, mark)


def inferred_mark() -> SafeString:
    """Return the mark of what no source states, but follows from what it does."""
    return format_html(
        ' <span class="inferred" title="{}">{}</span>',
        _("Worked out from what the source says, not stated in it."),
        _("inferred"),
    )


def date_column(name: str, label: Text) -> Callable[[Any], SafeString]:
    """Return a list column that shows a partial date and sorts by its last day."""

    @admin.display(description=label, ordering=f"{name}_latest", empty_value=NOTHING)
    def column(row: models.Model) -> SafeString:
        inferred = getattr(row, f"{name}_is_inferred", False)
        return date_words(getattr(row, name), is_inferred=inferred)

    column.__name__ = name
    return column


def choice_column(
    name: str, label: Text, tones: dict[str, str] | None = None
) -> Callable[[Any], SafeString | str]:
    """Return a list column that shows a choice: as a badge where it has tones."""

    @admin.display(description=label, ordering=name, empty_value=NOTHING)
    def column(row: models.Model) -> SafeString | str:
        if tones is None:
            return choice_words(row, name)
        return choice_badge(row, name, tones)

    column.__name__ = name
    return column


def choice_badge(row: models.Model, name: str, tones: dict[str, str]) -> SafeString:
    """Return a choice of a row as a badge, '' where nothing is chosen."""
    value = getattr(row, name)
    if value in (None, ""):
        return SafeString("")
    return badge(choice_words(row, name), tones.get(value, "neutral"))


def choice_words(row: models.Model, name: str) -> str:
    """Return what a row's choice is called, in the reader's language.

    Django's own method makes every label hashable first, which translates them all:
    a seventh of the time of a list.
    """
    value = getattr(row, name)
    choices = row._meta.get_field(name).flatchoices  # type: ignore[union-attr]
    return next((str(label) for key, label in choices if key == value), str(value))
