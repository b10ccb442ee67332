"""The addresses that belong to no collection: the overview, the schema, the docs."""

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from drf_spectacular.utils import extend_schema
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from chancery.api.permissions import may_view
from chancery.api.registry import collections
from chancery.refusals import NotFound


class Overview(APIView):
    """The collections that the account's role reads, with their addresses."""

    permission_classes = (IsAuthenticated,)

    @extend_schema(exclude=True)
    def get(self, request: Request) -> Response:
        """Return name and address of each."""
        names = sorted(
            name
            for model, (name, _viewset) in collections().items()
            if may_view(request.user, model)
        )
        return Response(
            {
                name: request.build_absolute_uri(reverse(f"api:{name}-list"))
                for name in names
            }
        )


class Nowhere(APIView):
    """Every address that is none: a problem too, not a page."""

    authentication_classes = ()
    permission_classes = (AllowAny,)

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - DRF's signature
        """Say that there is nothing, whatever the method."""
        super().initial(request, *args, **kwargs)
        raise NotFound


def docs(request: HttpRequest) -> HttpResponse:
    """Show the schema as a page on which requests can be tried; needs no network."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    return render(request, "api/docs.html", {"schema_url": reverse("api:schema")})
