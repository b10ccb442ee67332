"""The account that signs in."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """A person or a service that signs in; rights come from groups and the scope."""

    is_service_account = models.BooleanField(
        _("service account"),
        default=False,
        help_text=_("Reads and writes through the API with a key; cannot log in."),
    )

    is_system = models.BooleanField(
        _("the system itself"),
        default=False,
        editable=False,
        help_text=_("Signs what the software writes of itself; can never sign in."),
    )

    class Meta(AbstractUser.Meta):
        constraints = [
            models.CheckConstraint(
                name="chancery_user_system_never_signs_in",
                violation_error_message=_(
                    "The system's own account cannot sign in: make another account."
                ),
                condition=Q(is_system=False) | Q(is_active=False, is_staff=False),
            )
        ]

    def __str__(self) -> str:
        """Return the person's name, or the account's where none is given."""
        return self.get_full_name() or self.get_username()

    def has_perm(self, perm: str, obj: models.Model | None = None) -> bool:
        """Grant the system what it does for itself, through the same actions."""
        return self.is_system or super().has_perm(perm, obj)
