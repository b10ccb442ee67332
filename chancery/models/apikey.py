"""Keys with which external systems read the API."""

import hashlib
import secrets
from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


def digest(secret: str) -> str:
    """Return what is stored of a key; the key has too many bits to be guessed back."""
    return hashlib.sha256(secret.encode()).hexdigest()


class ApiKey(models.Model):
    """A key of a service account: shown once, stored as a digest, dated, revocable."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="api_keys"
    )
    name = models.CharField(_("name"), max_length=100, help_text=_("Who uses it."))
    prefix = models.CharField(_("prefix"), max_length=12, unique=True, editable=False)
    secret_sha256 = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(_("created at"), editable=False)
    expires_at = models.DateTimeField(_("expires at"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True)
    last_used_date = models.DateField(
        _("last used"), null=True, blank=True, editable=False
    )

    class Meta:
        verbose_name = _("API key")

    def __str__(self) -> str:
        """Return what may be shown of a key."""
        return f"{self.name} ({self.prefix}…)"

    @classmethod
    def issue(
        cls,
        *,
        user: models.Model,
        name: str,
        at: datetime,
        expires_at: datetime | None = None,
    ) -> tuple["ApiKey", str]:
        """Make a key and return it with its secret, which is never shown again."""
        prefix = f"chk_{secrets.token_hex(4)}"
        secret = f"{prefix}_{secrets.token_urlsafe(32)}"
        key = cls.objects.create(
            user=user,
            name=name,
            prefix=prefix,
            secret_sha256=digest(secret),
            created_at=at,
            expires_at=expires_at,
        )
        return key, secret

    def is_valid(self, at: datetime) -> bool:
        """Tell whether the key may be used at that instant."""
        expired = self.expires_at is not None and self.expires_at <= at
        return self.revoked_at is None and not expired
