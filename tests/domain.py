"""The domain's models and a builder for each, for tests that walk all of them."""

from collections.abc import Callable
from typing import Any, Final

from django.apps import apps
from django.db import models

from chancery.models.record import NamedPart, Part, Record
from chancery.scope import Scoped
from tests import builders

ROOMS: Final = ("seeds", "partners", "engagements")


def _made_by() -> dict[type[models.Model], Callable[..., Any]]:
    """Return each model's builder, by what the builder says it returns."""
    made: dict[type[models.Model], Callable[..., Any]] = {}
    for name in builders.__all__:
        builder = getattr(builders, name)
        model = getattr(builder, "__annotations__", {}).get("return")
        # The home state is a partner too, but there is only one.
        if (
            isinstance(model, type)
            and issubclass(model, Scoped)
            and name != "make_home"
        ):
            made[model] = builder
    return made


MAKE: Final = _made_by()
MODELS: Final[list[type[Scoped]]] = [
    model
    for model in apps.get_models()
    if issubclass(model, Scoped) and model._meta.app_label in ROOMS
]
RECORDS: Final = [model for model in MODELS if issubclass(model, Record)]
PARTS: Final = [model for model in MODELS if issubclass(model, Part)]
NAMED: Final = [model for model in MODELS if issubclass(model, Record | NamedPart)]


def history_of(model: Any) -> Any:  # noqa: ANN401 - made by the history, unknown to types
    """Return the model of a domain model's past states."""
    return model._meta.get_field("history").related_model


def label(model: object) -> str:
    """Name a model in a test's id."""
    return model.__name__ if isinstance(model, type) else str(model)
