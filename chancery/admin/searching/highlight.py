"""Showing where the words stand: marked in a title, and in an excerpt of a long text.

It is done here and not in the database: only the few rows that are shown are marked,
what is text stays text (nothing in it can become markup), and words are told apart by
the same rule as in the question.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

from chancery.words import Word

_TOKEN = re.compile(r"[^\W_]+")
_ELLIPSIS: Final = "…"
# Letters on either side of the first word that was found.
_BEFORE, _AFTER = 60, 140


def highlighted(text: str, words: Sequence[Word]) -> SafeString:
    """Return a text as markup, with the words marked in it."""
    pieces: list[tuple[SafeString, ...]] = []
    end = 0
    for start, stop in _places(text, words):
        pieces.append((conditional_escape(text[end:start]),))
        pieces.append((format_html("<mark>{}</mark>", text[start:stop]),))
        end = stop
    pieces.append((conditional_escape(text[end:]),))
    return format_html_join("", "{}", pieces)


def excerpt(text: str, words: Sequence[Word]) -> SafeString:
    """Return the part of a text in which the first word stands, '' where none does."""
    text = " ".join(unicodedata.normalize("NFC", text).split())
    places = _places(text, words)
    if not places:
        return SafeString("")
    first, stop = places[0]
    start = max(0, first - _BEFORE)
    end = min(len(text), stop + _AFTER)
    if start and (space := text.find(" ", start, first)) != -1:
        start = space + 1
    if end < len(text) and (space := text.rfind(" ", stop, end)) != -1:
        end = space
    return format_html(
        "{}{}{}",
        _ELLIPSIS if start else "",
        highlighted(text[start:end], words),
        _ELLIPSIS if end < len(text) else "",
    )


def _places(text: str, words: Sequence[Word]) -> list[tuple[int, int]]:
    whole = {part.lower() for word in words for part in word.parts}
    openings = tuple(word.parts[-1].lower() for word in words if word.is_open)
    return [
        match.span()
        for match in _TOKEN.finditer(text)
        if (token := match[0].lower()) in whole
        or (openings and token.startswith(openings))
    ]
