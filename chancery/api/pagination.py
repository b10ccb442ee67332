"""Pages that cost the same however deep they are, and never count all rows."""

from typing import Any, Final

from django.db import models
from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param
from rest_framework.views import APIView

from chancery.api.ordering import order_of
from chancery.keyset import BadCursorError, Cursor, Order

CURSOR: Final = "cursor"
PAGE_SIZE: Final = "page_size"
DEFAULT_SIZE: Final = 50
MOST: Final = 200


class KeysetPagination(BasePagination):
    """``next`` and ``previous`` lead on from the page's last and first row.

    Rows that are added or removed meanwhile neither shift a page nor repeat a row.
    """

    next_link: str | None = None
    previous_link: str | None = None

    def paginate_queryset(
        self,
        queryset: Any,  # noqa: ANN401 - rows, or a list of them in other views
        request: Request,
        view: APIView | None = None,
    ) -> list[Any]:
        """Return the rows of the page; ``ValidationError`` for a bad cursor or size."""
        assert view is not None  # noqa: S101 - the order is the viewset's
        order = order_of(request, view)
        cursor = _cursor(request, order)
        size = _size(request)
        rows: models.QuerySet[Any] = queryset
        if cursor is not None:
            rows = order.sort(order.after(rows, cursor), backwards=cursor.backwards)
        # One more than asked for tells whether there is more.
        found = list(rows[: size + 1])
        more, page = len(found) > size, found[:size]
        backwards = cursor is not None and cursor.backwards
        if backwards:
            page.reverse()
        if page:
            follows = more if not backwards else True
            precedes = more if backwards else cursor is not None
            here = request.build_absolute_uri()
            if follows:
                self.next_link = _link(here, order, Cursor(order.key(page[-1])))
            if precedes:
                first = Cursor(order.key(page[0]), backwards=True)
                self.previous_link = _link(here, order, first)
        return page

    def get_paginated_response(self, data: Any) -> Response:  # noqa: ANN401 - DRF's signature
        """Wrap the page."""
        return Response(
            {"next": self.next_link, "previous": self.previous_link, "results": data}
        )

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """Describe the page to readers of the schema."""
        link = {"type": ["string", "null"], "format": "uri"}
        return {
            "type": "object",
            "required": ["next", "previous", "results"],
            "properties": {"next": link, "previous": link, "results": schema},
        }

    def get_schema_operation_parameters(self, view: APIView) -> list[dict[str, Any]]:  # noqa: ARG002 - DRF's signature
        """Describe the parameters to readers of the schema."""
        return [
            {
                "name": CURSOR,
                "in": "query",
                "required": False,
                "description": "Where the page begins: follow next and previous.",
                "schema": {"type": "string"},
            },
            {
                "name": PAGE_SIZE,
                "in": "query",
                "required": False,
                "description": f"Rows on a page, at most {MOST}; more is cut to that.",
                "schema": {
                    "type": "integer",
                    "minimum": 1,
                    "default": DEFAULT_SIZE,
                },
            },
        ]


def _cursor(request: Request, order: Order) -> Cursor | None:
    text = request.query_params.get(CURSOR)
    if not text:
        return None
    try:
        return order.read(text)
    except BadCursorError as error:
        message = _(
            "This cursor does not belong to these rows in this order. Start again"
            " without it and follow the links."
        )
        raise ValidationError({CURSOR: [message]}) from error


def _size(request: Request) -> int:
    text = request.query_params.get(PAGE_SIZE)
    if not text:
        return DEFAULT_SIZE
    if not (text.isascii() and text.isdigit()) or not text.strip("0"):
        raise ValidationError({PAGE_SIZE: [_("Give a whole number from 1 on.")]})
    return min(int(text[:9]), MOST)


def _link(here: str, order: Order, cursor: Cursor) -> str:
    return str(replace_query_param(here, CURSOR, order.write(cursor)))
