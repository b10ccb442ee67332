"""Which collections there are: each room registers its own, none knows the others'."""

from collections.abc import Callable
from typing import Final, TypeVar

from django.utils.module_loading import autodiscover_modules
from rest_framework.routers import SimpleRouter

from chancery.api.viewsets import Collection
from chancery.scope import Scoped

C = TypeVar("C", bound=type[Collection])

_router: Final = SimpleRouter()
_collections: Final[dict[type[Scoped], tuple[str, type[Collection]]]] = {}


def collection(name: str) -> Callable[[C], C]:
    """Put a viewset at ``/api/v1/<name>/``; one for each model."""

    def register(viewset: C) -> C:
        if viewset.model in _collections:
            raise TypeError(f"{viewset.model.__name__} has a collection already.")
        _collections[viewset.model] = name, viewset
        _router.register(name, viewset, basename=name)
        return viewset

    return register


def collections() -> dict[type[Scoped], tuple[str, type[Collection]]]:
    """Return every model's collection: its name and its viewset."""
    autodiscover_modules("api")
    return _collections


def router() -> SimpleRouter:
    """Return the router once every room's ``api`` module has been read."""
    autodiscover_modules("api")
    return _router
