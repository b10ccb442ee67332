"""Doing once what a page was sent for twice.

A page carries a token. Who sends it locks their own session's row, looks whether the
token was used, acts, and notes what came of it: all in one transaction, so that the
second of two clicks waits for the first and is then led to its result.
"""

import secrets
from collections.abc import Callable

from django.contrib.sessions.models import Session
from django.db import transaction
from django.http import HttpRequest

_USED = "chancery.used_tokens"
# Tokens of pages that somebody may still have open in a browser.
_KEPT = 50


def new_token() -> str:
    """Return a token for a page that is shown anew."""
    return secrets.token_urlsafe(16)


def once(request: HttpRequest, token: str, act: Callable[[], str]) -> tuple[str, bool]:
    """Return what ``act`` gives (a reference), and whether it was done just now.

    Sent again with the same token, nothing is done and the first result is returned.
    What ``act`` raises undoes everything, and the token stays good.
    """
    with transaction.atomic():
        row = (
            Session.objects.select_for_update()
            .filter(session_key=request.session.session_key)
            .first()
        )
        used: dict[str, str] = row.get_decoded().get(_USED, {}) if row else {}
        if token and token in used:
            return used[token], False
        result = act()
        if token:
            kept = [*used.items(), (token, result)][-_KEPT:]
            request.session[_USED] = dict(kept)
            request.session.save()
    return result, True
