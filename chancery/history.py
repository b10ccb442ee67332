"""History by database trigger, and how an acting person is attached to it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import TypeVar

import pghistory
import pgtrigger
from django.db import connection, models, transaction

from chancery import triggers
from chancery.models.mergeable import Mergeable, leads_straight
from chancery.models.record import Record
from chancery.models.user import User

M = TypeVar("M", bound=type[models.Model])


def recorded(model: M) -> M:
    """Put a domain model under history, versioning and the shared refusals.

    Class decorator for every domain table, many-to-many ones included. It adds a
    table of past states ``<Model>History`` written by statement-level triggers
    (so bulk updates and raw SQL are recorded), the version counter, and for records
    the fixed reference, the ceiling and the ban on deletion.
    """
    generated = [
        field.name
        for field in model._meta.local_fields
        if isinstance(field, models.GeneratedField)
    ]
    pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        exclude=generated,
        model_name=f"{model.__name__}History",
        obj_field=pghistory.ObjForeignKey(related_name="history"),
        append_only=True,
        level=pgtrigger.Statement,
        meta={"indexes": [models.Index("pgh_obj", "pgh_id", name=_index_name(model))]},
    )(model)
    names = {field.name for field in model._meta.local_fields}
    added: list[pgtrigger.Trigger] = []
    if "version" in names:
        added.append(triggers.Bump(name="bumps_version"))
    if "reference" in names:
        added.append(triggers.reference_never_changes())
    if issubclass(model, Record):
        added += [triggers.ceiling(), triggers.never_deleted()]
    if issubclass(model, Mergeable):
        added.append(leads_straight(model))
    pgtrigger.register(*added)(model)
    return model


def _index_name(model: type[models.Model]) -> str:
    return f"{model._meta.model_name}_history_obj"[:30]


_CLEAR = (
    "SELECT set_config('pghistory.context_id', '', true),"
    " set_config('pghistory.context_metadata', '', true)"
)
_is_signed: ContextVar[bool] = ContextVar("chancery_is_signed", default=False)


@contextmanager
def acting(
    by: User | None, *, at: datetime, verb: str, reason: str = ""
) -> Iterator[None]:
    """Run one transaction whose every change is signed by ``by`` with a reason.

    ``by`` is None only for the system itself (the seeds loader). Actions that an
    action calls sign nothing of their own: the history says what the person did. The
    signature is local to the transaction and taken back at the end, so it reaches
    neither the next writer on the connection nor what follows in a longer transaction.
    """
    if _is_signed.get():
        with transaction.atomic():
            yield
        return
    signature = {
        "user": by.pk if by else None,
        "username": by.get_username() if by else "",
        "verb": verb,
        "reason": reason,
        "at": at.isoformat(),
    }
    token = _is_signed.set(True)
    try:
        with transaction.atomic():
            with pghistory.context(**signature):
                yield
            with connection.cursor() as cursor:
                cursor.execute(_CLEAR)
    finally:
        _is_signed.reset(token)
