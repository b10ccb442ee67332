"""Who asks: an API key in the Authorization header."""

from datetime import date
from typing import Final

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from chancery.models import ApiKey, User
from chancery.models.apikey import digest

_SCHEME: Final = "bearer"


class ApiKeyAuthentication(BaseAuthentication):
    """``Authorization: Bearer chk_…``, RFC 6750; a bad key is 401, none is passed on.

    It comes first among the authentications, so that whoever has not said who they
    are is asked for a key (401), not merely refused (403).
    """

    def authenticate(self, request: Request) -> tuple[User, ApiKey] | None:
        """Return account and key; ``AuthenticationFailed`` where the key is bad."""
        scheme, _space, secret = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != _SCHEME:
            return None
        key = (
            ApiKey.objects.select_related("user")
            .filter(secret_sha256=digest(secret.strip()))
            .first()
        )
        now = timezone.now()
        if key is None:
            raise AuthenticationFailed(_("There is no such API key."))
        if not key.is_valid(now):
            raise AuthenticationFailed(_("This API key has expired or was revoked."))
        if not key.user.is_active:
            raise AuthenticationFailed(_("The account of this API key is closed."))
        _note_use(key, timezone.localdate(now))
        return key.user, key

    def authenticate_header(self, request: Request) -> str:  # noqa: ARG002 - DRF's signature
        """Return what a 401 asks for."""
        return 'Bearer realm="chancery"'


def _note_use(key: ApiKey, today: date) -> None:
    """Remember the day, with one write a day and not one a request."""
    if key.last_used_date != today:
        not_yet = Q(last_used_date=None) | Q(last_used_date__lt=today)
        ApiKey.objects.filter(not_yet, pk=key.pk).update(last_used_date=today)
