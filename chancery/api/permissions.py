"""What a role may read, and what a user sees of a model: the API's two questions.

Every row that leaves the API, itself or as a part or a name inside another, came
through ``seen``.
"""

from typing import TYPE_CHECKING, Any

from django.db import models
from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from chancery.actions import permission_of
from chancery.models import User
from chancery.scope import AnyUser, ScopedQuerySet

if TYPE_CHECKING:
    # The settings name this module, so that the framework's views import it.
    from rest_framework.views import APIView


def may_view(user: AnyUser, model: type[models.Model]) -> bool:
    """Tell whether the user's role reads rows of this model at all."""
    return isinstance(user, User) and user.has_perm(permission_of(model, "view"))


def seen(model: type[models.Model], user: AnyUser) -> ScopedQuerySet[Any]:
    """Return the rows of a model that role and scope let the user see.

    ``TypeError`` for a model that is not under the choke point.
    """
    rows = model._default_manager.all()
    if not isinstance(rows, ScopedQuerySet):
        raise TypeError(f"{model._meta.label} is not scoped: it must not be shown.")
    return rows.visible_to(user) if may_view(user, model) else rows.none()


class MayRead(BasePermission):
    """Signed in, with a role that reads the model of the viewset."""

    def has_permission(self, request: Request, view: "APIView") -> bool:
        """Refuse whoever may not; DRF makes it 401 for those who gave no name."""
        model: type[models.Model] = view.model  # type: ignore[attr-defined]
        return may_view(request.user, model)
