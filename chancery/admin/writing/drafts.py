"""Drafts live in the browser; the server only says which of them it has saved."""

import re
from collections.abc import Mapping
from typing import Final, TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse

R = TypeVar("R", bound=HttpResponse)

# The browser reads it on its next page, forgets those drafts and takes it away.
COOKIE: Final = "chancery_saved"
_ID = re.compile(r"[0-9a-f]{24}")
_AN_HOUR: Final = 3600
# Saves of so many tabs may come between two pages.
_MOST: Final = 20


def draft_id(post: Mapping[str, object]) -> str:
    """Return the draft that a form was sent with; '' for none, or for nonsense."""
    sent = str(post.get("_draft", "")) if post else ""
    return sent if _ID.fullmatch(sent) else ""


def mark_saved(request: HttpRequest, response: R) -> R:
    """Tell the browser that what this form was sent with is saved; return the answer.

    To be called by every view that saved a form with a draft bar.
    """
    draft = draft_id(request.POST)
    if draft:
        before = [
            one
            for one in request.COOKIES.get(COOKIE, "").split(".")
            if _ID.fullmatch(one)
        ]
        response.set_cookie(
            COOKIE,
            ".".join([*before, draft][-_MOST:]),
            max_age=_AN_HOUR,
            secure=settings.SESSION_COOKIE_SECURE,
            samesite="Lax",
        )
    return response
