"""What was changed in a record since the version that a user was looking at."""

from typing import Any

from django.utils.text import capfirst

from chancery.models import User
from chancery.models.mergeable import Mergeable
from partners.actions.pairs import comparable


def changes_since(record: Mergeable, version: int, user: User) -> str:
    """Return the record's name with the fields that moved on; '' where none did.

    The history knows what the record was at that version.
    """
    model: Any = type(record)
    now = model._default_manager.visible_to(user).filter(pk=record.pk).first()
    if now is None or now.version == version:
        return ""
    then = record_at(record, version)
    names = [
        capfirst(str(field.verbose_name))
        for field in comparable(model)
        if then is not None
        and getattr(then, field.attname) != getattr(now, field.attname)
    ]
    return f"{now} ({', '.join(names)})" if names else str(now)


def record_at(record: Mergeable, version: int) -> Any:  # noqa: ANN401 - a model made at run time
    """Return the past state of a record with that version."""
    history: Any = type(record)._meta.get_field("history").related_model  # type: ignore[misc]
    rows = history._default_manager.filter(pgh_obj_id=record.pk, version=version)
    return rows.order_by("-pgh_id").first()
