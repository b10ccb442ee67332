"""Who is asking, and what may be done to one record, asked once per request."""

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.http import HttpRequest

from chancery.models import User
from chancery.scope import Scoped, scope_of

_CACHE = "chancery.may_edit"


def user_of(request: HttpRequest) -> User:
    """Return the signed-in user; the admin's views let nobody else in."""
    user = request.user
    assert not isinstance(user, AnonymousUser)  # noqa: S101 - see above
    return user


def may_edit(request: HttpRequest, record: models.Model) -> bool:
    """Tell whether the record is one the user may write; roles are asked elsewhere."""
    known: dict[tuple[type[models.Model], int], bool]
    known = request.META.setdefault(_CACHE, {})
    key = (type(record), record.pk)
    if key not in known:
        assert isinstance(record, Scoped)  # noqa: S101 - base classes take no other
        rows = type(record)._default_manager.editable_by(user_of(request))
        known[key] = rows.filter(pk=record.pk).exists()
    return known[key]


def forget(request: HttpRequest) -> None:
    """Ask again: something was written that may change the answers."""
    request.META.pop(_CACHE, None)


def writes_for_a_desk(user: User) -> bool:
    """Tell whether there is any desk whose records the user writes."""
    scope = scope_of(user)
    return scope.all_desks or bool(scope.desk_ids)
