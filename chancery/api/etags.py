"""Strong entity tags: they change whenever what the user sees changes."""

import hashlib
from http import HTTPStatus

from django.http import HttpRequest
from django.utils.cache import get_conditional_response
from rest_framework.exceptions import APIException
from rest_framework.response import Response


class PreconditionFailed(APIException):
    """The request was for another version of the record, RFC 9110 section 15.5.13."""

    status_code = HTTPStatus.PRECONDITION_FAILED
    default_detail = "The record is not, or no longer, the one that you asked for."
    default_code = "precondition_failed"


def etag_of(reference: str, version: int, body: bytes) -> str:
    """Return the strong tag of one representation of a record.

    Reference and version say which record in which state; the digest covers what the
    row's version does not count: its visible parts, the names of what it refers to,
    and what is worked out from the day.
    """
    return f'"{reference}.{version}.{hashlib.sha256(body).hexdigest()[:20]}"'


def conditional(request: HttpRequest, body: bytes, etag: str) -> Response:
    """Return the body, or 304 where the client has it already (``If-None-Match``)."""
    answer = get_conditional_response(request, etag=etag)
    headers = {"ETag": etag}
    if answer is None:
        return Response(body, headers=headers)
    if answer.status_code == HTTPStatus.PRECONDITION_FAILED:
        raise PreconditionFailed
    return Response(status=answer.status_code, headers=headers)
