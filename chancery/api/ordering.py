"""``?ordering=-date``: the orders that a collection offers."""

from collections.abc import Mapping
from typing import Any, Final, Protocol, cast

from django.db import models
from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from rest_framework.filters import BaseFilterBackend
from rest_framework.request import Request
from rest_framework.views import APIView

from chancery.keyset import Order

PARAMETER: Final = "ordering"


class Ordered(Protocol):
    """What a viewset says about its orders."""

    model: type[models.Model]
    orderings: Mapping[str, tuple[str, ...]]
    default_ordering: str


def order_of(request: Request, view: APIView) -> Order:
    """Return the order that was asked for; ``ValidationError`` for none such."""
    ordered = cast("Ordered", view)
    name = request.query_params.get(PARAMETER) or ordered.default_ordering
    columns = ordered.orderings.get(name.removeprefix("-"))
    if columns is None:
        message = _("There is no order “%(name)s”. There are: %(names)s.") % {
            "name": name,
            "names": ", ".join(choices(ordered)),
        }
        raise ValidationError({PARAMETER: [message]})
    return Order(name=name, model=ordered.model, columns=columns)


def choices(view: Ordered) -> list[str]:
    """Return what may be asked for, each forwards and backwards."""
    return [f"{sign}{name}" for name in view.orderings for sign in ("", "-")]


class KeysetOrdering(BaseFilterBackend):
    """Sorts by one of the viewset's ``orderings``, made unambiguous by the key."""

    def filter_queryset(
        self,
        request: Request,
        queryset: models.QuerySet[Any],
        view: APIView,
    ) -> models.QuerySet[Any]:
        """Return the rows in the order that was asked for."""
        return order_of(request, view).sort(queryset)

    def get_schema_operation_parameters(self, view: APIView) -> list[dict[str, Any]]:
        """Describe the parameter to readers of the schema."""
        ordered = cast("Ordered", view)
        return [
            {
                "name": PARAMETER,
                "in": "query",
                "required": False,
                "description": (
                    "The order; with a minus the greatest first. Rows without the"
                    f" value come last. By default {ordered.default_ordering}."
                ),
                "schema": {"type": "string", "enum": choices(ordered)},
            }
        ]
