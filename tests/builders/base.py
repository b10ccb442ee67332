"""What every builder stands on."""

from datetime import UTC, datetime
from itertools import count
from typing import Any, Final, TypeVar

from django.db import models

from chancery.models.record import NamedPart, Record

M = TypeVar("M", bound=models.Model)

# A Monday on which nothing in particular happened.
AT: Final = datetime(2023, 7, 3, 9, 0, tzinfo=UTC)

_numbers = count(1)


def number() -> int:
    """Return a number that no other row of this run has."""
    return next(_numbers)


def made(model: type[M], given: dict[str, Any], **defaults: Any) -> M:  # noqa: ANN401
    """Make a row from what was given; a default may be a builder, called if needed."""
    values = dict(given)
    if issubclass(model, Record | NamedPart):
        values.setdefault("reference", f"{model.prefix}-T{number():05d}")
    for name, default in defaults.items():
        if name not in values:
            values[name] = default() if callable(default) else default
    return model._default_manager.create(**values)
