"""Signing in."""

from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


class LoginForm(AdminAuthenticationForm):
    """Takes people; service accounts have keys for the API instead."""

    def confirm_login_allowed(self, user: AbstractBaseUser) -> None:
        """Refuse services, as any account that may not be here."""
        super().confirm_login_allowed(user)  # type: ignore[arg-type]
        if getattr(user, "is_service_account", False):
            raise ValidationError(
                _("Service accounts cannot log in; they use the API with a key."),
                code="service_account",
            )
