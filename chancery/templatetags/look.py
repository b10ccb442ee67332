"""How the frame of the admin looks: icons, initials, filters, values only read."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from chancery.admin.display import date_words
from chancery.admin.typed import Anything
from chancery.dates.fields import PartialDateField

register = template.Library()

# Up to so many choices a filter lists links; beyond, one looks for the choice.
_FEW = 14


@register.simple_tag
def icon(name: str) -> SafeString:
    """Return a picture of ``img/icons.svg``; what it means is said beside it."""
    return format_html(
        '<svg class="icon" aria-hidden="true"><use href="{}#{}"></use></svg>',
        static("chancery/img/icons.svg"),
        name,
    )


@register.filter
def initials(user: Anything) -> str:
    """Return two letters for a person."""
    letters = f"{user.first_name[:1]}{user.last_name[:1]}"
    return letters or str(user.get_username())[:2]


@register.filter
def filters_set(changelist: Anything) -> int:
    """Return how many filters of a list are set."""
    return sum(
        any(name in changelist.params for name in spec.expected_parameters())
        or any(name in changelist.filter_params for name in spec.expected_parameters())
        for spec in changelist.filter_specs
    )


@dataclass(frozen=True)
class Option:
    """One of many choices of a filter."""

    value: str
    label: Any
    selected: bool


@dataclass(frozen=True)
class LongChoice:
    """A filter of many choices as a form: its parameter, and the list's others."""

    name: str
    options: list[Option]
    others: list[tuple[str, str]]


@register.filter
def long_choice(spec: Anything, choices: Anything) -> LongChoice | None:
    """Return a filter's many choices as a form; None where links will do.

    Links to 250 choices weigh twenty times what their names weigh.
    """
    rows = list(choices)
    own = list(spec.expected_parameters())
    if len(rows) <= _FEW or not own:
        return None
    asked = [dict(parse_qsl(row["query_string"].lstrip("?"))) for row in rows]
    # "All" comes first and asks nothing; "Empty" asks by another parameter.
    name = own[0]
    options = [
        Option(query[name], row["display"], bool(row.get("selected")))
        for query, row in zip(asked, rows, strict=True)
        if name in query
    ]
    others = [(key, value) for key, value in asked[0].items() if key not in own]
    return LongChoice(name, options, others)


@register.filter
def readonly(field: Anything) -> SafeString | str:
    """Return a value that is only read: partial dates in words, the rest as it is."""
    name, row = field.field["name"], field.form.instance
    columns = {column.name: column for column in row._meta.concrete_fields}
    if isinstance(columns.get(name), PartialDateField) and getattr(row, name):
        return date_words(getattr(row, name))
    contents: SafeString | str = field.contents()
    return contents
