"""How a row is shown where another one refers to it: its reference and its title.

A room says only what differs from the rule (``called``) or how an account of the
plumbing is seen in it (``seen_through``).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models import F, Value

from chancery.api.permissions import seen
from chancery.scope import AnyUser, Scoped

# The annotation; no model has a field of that name.
TITLE: Final = "brief_title"
# The first of these that a model has is its title.
_TITLES: Final = ("short_name", "title", "name")

Title = F | models.Expression | Value
Accounts = Callable[[AnyUser], models.QuerySet[Any]]


@dataclass(frozen=True)
class _Call:
    title: Title | None = None
    codes: tuple[str, ...] = ()


_calls: dict[type[models.Model], _Call] = {}
_through: dict[type[models.Model], Accounts] = {}


def called(
    model: type[Scoped], *, title: Title | None = None, codes: tuple[str, ...] = ()
) -> None:
    """Give a model another title than the rule's, or unique codes that name it too."""
    _calls[model] = _Call(title, codes)


def seen_through(model: type[models.Model], accounts: Accounts) -> None:
    """Say how rows of an unscoped model are seen.

    ``accounts`` returns those that the user may know of, with ``reference`` and
    ``brief_title`` annotated.
    """
    _through[model] = accounts


def briefs(model: type[models.Model], user: AnyUser) -> models.QuerySet[Any]:
    """Return what the user sees of a model, with no more than reference and title."""
    if model in _through:
        return _through[model](user)
    return named(seen(model, user).only("reference"), _title(model))


def named(rows: models.QuerySet[Any], title: Title) -> models.QuerySet[Any]:
    """Return the rows with the title that briefs show."""
    return rows.annotate(**{TITLE: title})  # type: ignore[no-any-return] # the plugin does not follow the name


def codes_of(model: type[models.Model]) -> tuple[str, ...]:
    """Return the fields, besides the reference, whose values name a row."""
    return _calls.get(model, _Call()).codes


def _title(model: type[models.Model]) -> Title:
    given = _calls.get(model, _Call()).title
    if given is not None:
        return given
    for name in _TITLES:
        try:
            model._meta.get_field(name)
        except FieldDoesNotExist:
            continue
        return F(name)
    return Value("")
