"""Which collections there are: each room registers its own, none knows the others'."""

from collections.abc import Callable
from typing import Final, TypeVar

from rest_framework.routers import SimpleRouter

from chancery.api.viewsets import Collection
from chancery.scope import Scoped

C = TypeVar("C", bound=type[Collection])

router: Final = SimpleRouter()


def collection(name: str) -> Callable[[C], C]:
    """Put a viewset at ``/api/v1/<name>/``; one for each model."""

    def register(viewset: C) -> C:
        if viewset.model in collections():
            raise TypeError(f"{viewset.model.__name__} has a collection already.")
        router.register(name, viewset, basename=name)
        return viewset

    return register


def collections() -> dict[type[Scoped], tuple[str, type[Collection]]]:
    """Return every model's collection: its name and its viewset."""
    return {
        viewset.model: (name, viewset)
        for name, viewset, _basename in router.registry
        if issubclass(viewset, Collection)
    }
