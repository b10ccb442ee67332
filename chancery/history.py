"""History by database trigger, and how an acting person is attached to it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TypeVar

import pghistory
import pgtrigger
from django.db import models, transaction

from chancery import triggers
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
    added = []
    if "version" in names:
        added.append(triggers.Bump(name="bumps_version"))
    if "reference" in names:
        added.append(triggers.reference_never_changes())
    if issubclass(model, Record):
        added += [triggers.ceiling(), triggers.never_deleted()]
    pgtrigger.register(*added)(model)
    return model


def _index_name(model: type[models.Model]) -> str:
    return f"{model._meta.model_name}_history_obj"[:30]


@contextmanager
def acting(
    by: User | None, *, at: datetime, verb: str, reason: str = ""
) -> Iterator[None]:
    """Run one transaction whose every change is signed by ``by`` with a reason.

    ``by`` is None only for the system itself (the seeds loader). The signature is
    transaction-local: it cannot leak to the next writer on the connection.
    """
    signature = {
        "user": by.pk if by else None,
        "username": by.get_username() if by else "",
        "verb": verb,
        "reason": reason,
        "at": at.isoformat(),
    }
    with transaction.atomic(), pghistory.context(**signature):
        yield
