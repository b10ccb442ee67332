"""The base of every collection: what a user may not see is not there.

A subclass names its serializers and says which orders and questions it offers. How
rows are found, scoped and fetched is settled here and cannot be overridden: a class
that tries is refused when it is made.
"""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, ClassVar, Final, final

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.utils import timezone
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation import gettext as _
from django_filters import Filter
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.settings import api_settings
from rest_framework.viewsets import GenericViewSet

from chancery.api import ordering, pagination
from chancery.api.etags import conditional, etag_of
from chancery.api.filtersets import (
    ScopedFilterSet,
    filters_of,
    filterset_of,
)
from chancery.api.permissions import MayRead, seen
from chancery.api.renderers import JsonRenderer
from chancery.api.serializers import ScopedSerializer, prepared
from chancery.api.timelines import Timeline
from chancery.models.record import NamedPart, Record
from chancery.refusals import NotFound
from chancery.scope import AnyUser, Scoped
from chancery.timeline import timeline

# What the house settles once for all collections.
SETTLED: Final = frozenset(
    {
        "authentication_classes",
        "dispatch",
        "finalize_response",
        "filter_backends",
        "filter_queryset",
        "get_object",
        "get_permissions",
        "get_queryset",
        "get_serializer",
        "get_serializer_class",
        "http_method_names",
        "initial",
        "list",
        "pagination_class",
        "paginate_queryset",
        "parameters",
        "permission_classes",
        "queryset",
        "renderer_classes",
        "retrieve",
        "timeline",
    }
)


class Collection(GenericViewSet[Any]):
    """The visible rows of one model as a list; the way to see parts of records.

    ``orderings`` are names with the columns behind them, ``search`` the fields that
    ``q`` looks in, ``exact`` the free texts that may be asked for whole, ``questions``
    the filters that do not follow from a column. ``family`` groups the documentation.
    """

    http_method_names = ["get", "head", "options"]
    permission_classes = (MayRead,)
    renderer_classes = (JsonRenderer,)

    family: ClassVar[str] = ""
    orderings: Mapping[str, tuple[str, ...]] = {}
    default_ordering: str = ""
    search: ClassVar[Sequence[str]] = ()
    exact: ClassVar[Sequence[str]] = ()
    questions: ClassVar[Mapping[str, Filter]] = {}

    model: type[Scoped]
    filterset_class: type[ScopedFilterSet]

    def __init_subclass__(cls, **options: Any) -> None:  # noqa: ANN401 - Python's signature
        """Work out filters and orders; ``TypeError`` for one that goes its own way."""
        super().__init_subclass__(**options)
        if cls.__module__ == __name__:
            return
        if own := _own_ways(cls):
            raise TypeError(f"{cls.__name__} may not set {', '.join(sorted(own))}.")
        serializer = cls.serializer_class
        if serializer is None or not issubclass(serializer, ScopedSerializer):
            raise TypeError(f"{cls.__name__} needs a ScopedSerializer.")
        meta: Any = serializer.Meta
        cls.model = meta.model
        orders = dict(cls.orderings)
        if issubclass(cls.model, Record):
            orders |= {"updated_at": ("updated_at",), "created_at": ("created_at",)}
        if issubclass(cls.model, Record | NamedPart):
            orders["reference"] = ("reference",)
        orders["entered"] = ()
        cls.orderings = orders
        cls.default_ordering = cls.default_ordering or next(iter(orders))
        cls.filterset_class = filterset_of(
            cls.model,
            shown=meta.fields,
            search=cls.search,
            exact=cls.exact,
            more=cls.questions,
        )

    @final
    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - DRF's signature
        """Let in who may, then refuse questions that nobody would answer."""
        super().initial(request, *args, **kwargs)
        if self.action in {"list", "retrieve", "timeline"}:
            _check_parameters(request, self.parameters())

    @final
    def parameters(self) -> Sequence[str]:
        """Return the query parameters that this request may carry."""
        if self.action != "list":
            return []
        names = filters_of(self.filterset_class)
        return [*names, ordering.PARAMETER, pagination.CURSOR, pagination.PAGE_SIZE]

    @final
    def get_queryset(self) -> models.QuerySet[Any]:
        """Return the rows that the user may see: where everything starts."""
        return seen(self.model, self._user)

    @final
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:  # noqa: ANN401, ARG002 - DRF's signature
        """Return a page of the rows that answer the question."""
        rows = self.filter_queryset(self.get_queryset())
        page = self.paginate_queryset(self._prepared(rows))
        return self.get_paginated_response(self.get_serializer(page, many=True).data)

    @final
    def finalize_response(
        self,
        request: Request,
        response: Any,  # noqa: ANN401 - DRF's signature, as below
        *args: Any,  # noqa: ANN401
        **kwargs: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        """Say that an answer is one user's own, in one language."""
        response = super().finalize_response(request, response, *args, **kwargs)
        patch_cache_control(response, private=True, no_cache=True)
        patch_vary_headers(response, ["Authorization", "Cookie", "Accept-Language"])
        return response

    @property
    def _user(self) -> AnyUser:
        # There is no request where the schema is made by a command.
        request: Request | None = self.request
        return AnonymousUser() if request is None else request.user

    def _prepared(self, rows: models.QuerySet[Any]) -> models.QuerySet[Any]:
        serializer: Any = self.get_serializer()
        return prepared(rows, serializer, user=self._user, today=timezone.localdate())


class RecordCollection(Collection):
    """A collection whose rows have a reference: each has an address and a timeline.

    ``detail_class`` shows one with all its parts; without it as in the list.
    """

    lookup_field = "reference"
    lookup_value_regex = "[A-Z]{3}-[A-Z0-9]+(?:-[0-9]+)?"
    detail_class: ClassVar[type[ScopedSerializer] | None] = None

    def __init_subclass__(cls, **options: Any) -> None:  # noqa: ANN401 - Python's signature
        """Refuse a model without references."""
        super().__init_subclass__(**options)
        if not issubclass(cls.model, Record | NamedPart):
            raise TypeError(f"{cls.model.__name__} has no reference to be found by.")

    @final
    def get_serializer_class(self) -> Any:  # noqa: ANN401 - a serializer class
        """Show more of a single row."""
        if self.action == "retrieve" and self.detail_class is not None:
            return self.detail_class
        return self.serializer_class

    @final
    def get_object(self) -> Any:  # noqa: ANN401 - a row of the model
        """Return the row of the address, archived or not; ``NotFound`` for none."""
        return self._one(self.get_queryset())

    @final
    def retrieve(self, request: Request, reference: str) -> Response:  # noqa: ARG002 - it is in kwargs
        """Return one row with its parts."""
        row = self._one(self._prepared(self.get_queryset()))
        if getattr(row, "merged_into_id", None) is not None:
            return self._onward(row)
        body = JsonRenderer().render(self.get_serializer(row).data)
        etag = etag_of(row.reference, row.version, body)
        return conditional(request._request, body, etag)  # noqa: SLF001 - what Django asks for

    @extend_schema(responses=Timeline)
    @action(detail=True)
    @final
    def timeline(self, request: Request, reference: str) -> Response:  # noqa: ARG002 - it is in kwargs
        """Who changed what from what to what, when and why; newest first."""
        entries = timeline(self.get_object(), user=self._user)
        return Response(Timeline({"results": entries}).data)

    def _onward(self, row: Any) -> Response:  # noqa: ANN401 - a row of the model
        """Lead from a merged record to the one that stayed; ``NotFound`` if hidden."""
        stayed = self.get_queryset().filter(pk=row.merged_into_id).first()
        if stayed is None:
            raise NotFound
        path = self.request.path.replace(row.reference, stayed.reference)
        return Response(
            status=HTTPStatus.PERMANENT_REDIRECT, headers={"Location": path}
        )

    def _one(self, rows: models.QuerySet[Any]) -> Any:  # noqa: ANN401 - a row of the model
        row = rows.filter(reference=self.kwargs["reference"]).first()
        if row is None:
            raise NotFound
        return row


def _own_ways(viewset: type[Collection]) -> set[str]:
    """Return what a subclass, or something mixed into it, settles otherwise."""
    own: set[str] = set()
    for base in viewset.__mro__:
        if base.__module__ == __name__:
            break
        own |= SETTLED & set(vars(base))
    return own


def _check_parameters(request: Request, known: Sequence[str]) -> None:
    """Refuse what would otherwise be passed over in silence."""
    errors: dict[str, list[str]] = {}
    for name, values in request.query_params.lists():
        if name not in known:
            errors[name] = [_("There is no such parameter here.")]
            accepted = ", ".join(known) or _("none")
            whole = _("The parameters of this address are: %s.") % accepted
            errors[api_settings.NON_FIELD_ERRORS_KEY] = [whole]
        elif len(values) > 1:
            errors[name] = [_("Give it once, with commas between values.")]
    if errors:
        raise ValidationError(errors)
