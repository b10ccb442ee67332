"""Every error as application/problem+json, RFC 9457: what went wrong, what to do.

``type`` is about:blank, so ``title`` is the status in words; ``code`` is for programs
and ``errors`` names the parameters or fields that are wrong.
"""

import logging
from collections.abc import Iterator, Mapping, Sequence
from http import HTTPStatus
from typing import Any, Final

import psycopg
from django.core import exceptions as core
from django.core.signals import got_request_exception
from django.db import DatabaseError
from django.db.models import ProtectedError, RestrictedError
from django.http import Http404
from django.utils.translation import gettext as _
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.views import set_rollback

from chancery.refusals import NotFound, Refused, Stale, sentence

CONTENT_TYPE: Final = "application/problem+json"

# PostgreSQL's classes of errors: 23 integrity, P0001 raised by a trigger, 22 data.
_CONFLICT: Final = ("23", "P0001")
_BAD_DATA: Final = "22"
_logger = logging.getLogger("django.request")

Errors = list[dict[str, str]]


def problem_response(exc: Exception, context: Mapping[str, Any]) -> Response:
    """Return the answer to any error; what nobody foresaw is logged and stays a 500."""
    known = _known(exc)
    if known is None:
        _report(exc, context)
        return problem(
            HTTPStatus.INTERNAL_SERVER_ERROR,
            "error",
            _("Something went wrong on our side. It was noted; try again later."),
        )
    set_rollback()
    return known


def problem(
    status: int,
    code: str,
    detail: str,
    *,
    errors: Errors | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Return one problem."""
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": int(status),
        "code": code,
        "detail": detail,
    }
    if errors:
        body["errors"] = errors
    return Response(body, int(status), headers=headers, content_type=CONTENT_TYPE)


def _known(exc: Exception) -> Response | None:
    """Return the answer to an error that is an answer; None for a fault of ours."""
    if isinstance(exc, Http404 | NotFound):
        exc = exceptions.NotFound(_("There is nothing here that you may see."))
    elif isinstance(exc, core.PermissionDenied):
        exc = exceptions.PermissionDenied(*exc.args)
    elif isinstance(exc, core.BadRequest | core.SuspiciousOperation):
        exc = exceptions.ParseError()
    if isinstance(exc, exceptions.ValidationError):
        errors = list(_named(exc.detail))
        return problem(exc.status_code, "invalid", _summary(errors), errors=errors)
    if isinstance(exc, exceptions.APIException):
        return problem(
            exc.status_code,
            str(exc.get_codes()),
            str(exc.detail),
            headers=_headers(exc),
        )
    if isinstance(exc, core.ValidationError):
        return _refusal(exc)
    if isinstance(exc, ProtectedError | RestrictedError):
        return problem(
            HTTPStatus.CONFLICT, "in_use", _("Other records still refer to this one.")
        )
    if isinstance(exc, DatabaseError):
        return _database_refusal(exc)
    return None


def _refusal(exc: core.ValidationError) -> Response:
    """Answer a broken rule of the record: 409 where the record stands in the way."""
    if hasattr(exc, "error_dict"):
        errors = [
            {"field": _field(name), "code": "invalid", "detail": message}
            for name, messages in exc.message_dict.items()
            for message in messages
        ]
        return problem(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            "refused",
            _summary(errors),
            errors=errors,
        )
    code = str(getattr(exc, "code", None) or "refused")
    is_conflict = isinstance(exc, Stale) or code.startswith(_CONFLICT)
    status = HTTPStatus.CONFLICT if is_conflict else HTTPStatus.UNPROCESSABLE_ENTITY
    if code[:1].isdigit() or code.startswith("P0"):
        code = "refused"  # an SQLSTATE says nothing to a client
    return problem(status, code, " ".join(exc.messages))


def _database_refusal(exc: DatabaseError) -> Response | None:
    """Answer what a constraint or trigger refused past the actions."""
    cause = exc.__cause__
    state = getattr(cause, "sqlstate", None) or ""
    if not isinstance(cause, psycopg.Error):
        return None
    if state.startswith((*_CONFLICT, _BAD_DATA)):
        return _refusal(Refused(sentence(cause), code=state))
    return None


def _named(detail: Any, name: str = "") -> Iterator[dict[str, str]]:  # noqa: ANN401 - DRF's tree
    """Flatten DRF's tree of messages to one list with dotted names."""
    if isinstance(detail, Mapping):
        for key, below in detail.items():
            yield from _named(below, ".".join(filter(None, (name, str(key)))))
    elif isinstance(detail, Sequence) and not isinstance(detail, str):
        for below in detail:
            yield from _named(below, name)
    else:
        code = getattr(detail, "code", "invalid")
        yield {"field": _field(name), "code": str(code), "detail": str(detail)}


def _field(name: str) -> str:
    """Return the name of a field; '' for the whole request."""
    whole = {core.NON_FIELD_ERRORS, "non_field_errors"}
    return "" if name in whole else name


def _summary(errors: Errors) -> str:
    return " ".join(
        f"{error['field']}: {error['detail']}" if error["field"] else error["detail"]
        for error in errors
    )


def _headers(exc: exceptions.APIException) -> dict[str, str]:
    headers = {}
    if auth_header := getattr(exc, "auth_header", None):
        headers["WWW-Authenticate"] = auth_header
    if wait := getattr(exc, "wait", None):
        headers["Retry-After"] = str(int(wait))
    return headers


def _report(exc: Exception, context: Mapping[str, Any]) -> None:
    """Tell the log and whoever listens, as Django does for an error that it meets."""
    request = getattr(context.get("request"), "_request", None)
    path = getattr(request, "path", "")
    _logger.error("Internal Server Error: %s", path, exc_info=exc)
    set_rollback()
    got_request_exception.send(sender=problem_response, request=request)
