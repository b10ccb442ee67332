"""Taking a step of a lifecycle, the same way for every kind of record."""

from datetime import datetime
from typing import Any, TypeVar

from django.db import models
from django.utils.translation import gettext as _

from chancery.actions import in_sight, lock, require, write
from chancery.history import acting
from chancery.models import User
from chancery.refusals import Refused, spoken
from chancery.scope import Scoped
from chancery.workflow import Step, Workflow

S = TypeVar("S", bound=Scoped)


def take_step(
    record: S,
    verb: str,
    *,
    workflow: Workflow,
    by: User,
    at: datetime,
    reason: str = "",
    version: int | None = None,
    **values: Any,  # noqa: ANN401 - fields of the record
) -> S:
    """Move a record along its lifecycle, with any fields that change along with it.

    ``Refused`` when the step does not follow from where the record stands, lacks a
    field it requires, or lacks its reason.
    """
    try:
        step = workflow.step(verb)
    except KeyError:
        raise Refused(_("There is no step “%s”.") % verb, "unknown_step") from None
    require(by, f"{record._meta.app_label}.{step.permission}")
    with spoken(), acting(by, at=at, verb=verb, reason=reason):
        current = lock(record, by=by, version=version)
        in_sight(values.values(), by=by)
        for name, value in values.items():
            setattr(current, name, value)
        _check(current, step, workflow, reason)
        setattr(current, workflow.field, step.target)
        write(current, by=by)
        current.refresh_from_db()
    return current


def _check(record: models.Model, step: Step, workflow: Workflow, reason: str) -> None:
    status = getattr(record, workflow.field)
    if status not in step.sources:
        shown = getattr(record, f"get_{workflow.field}_display")()
        raise Refused(
            _("“%(step)s” does not follow from “%(status)s”. Reload the page.")
            % {"step": step.label, "status": shown},
            "illegal_step",
        )
    if step.needs_reason and not reason.strip():
        raise Refused(_("Say why: this step needs a reason."), "reason")
    missing = [
        str(record._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
        for name in step.requires
        if getattr(record, name) in (None, "")
    ]
    if missing:
        raise Refused(_("Fill in first: %s.") % ", ".join(missing), "missing_fields")


def available_steps(
    record: models.Model, *, workflow: Workflow, by: User
) -> tuple[Step, ...]:
    """Return the steps this user may take now: what buttons and API verbs show."""
    status = getattr(record, workflow.field)
    return tuple(
        step
        for step in workflow.steps_from(status)
        if by.has_perm(f"{record._meta.app_label}.{step.permission}")
    )
