"""How a refusal reaches a person: one sentence that says what to do, never SQL."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import DatabaseError, models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# SQLSTATE classes, https://www.postgresql.org/docs/current/errcodes-appendix.html:
# 23 integrity constraint violation, P0001 raised by a trigger, 22 data exception.
_SPOKEN = ("23", "P0001", "22")
# Ready-made triggers speak of tables and fields; by name, this is what they mean.
_READY_MADE = {
    "never_deleted": gettext_lazy(
        "It cannot be deleted. Archive it, or take it back, with a reason."
    ),
    "append_only": gettext_lazy(
        "What was written here stays as it is. Write another entry instead."
    ),
    "reference_never_changes": gettext_lazy("A reference never changes."),
    "status_follows_workflow": gettext_lazy(
        "This step does not follow from where the record stands. Reload the page."
    ),
}


class Refused(ValidationError):  # noqa: N818 - reads as what happened
    """What was asked for breaks a rule of the record; nothing was written."""


class Stale(Refused):
    """The record was changed by somebody else since it was read."""


class NotFound(ObjectDoesNotExist):
    """There is no such record, or the user may not see it: both look the same."""


@contextmanager
def spoken() -> Iterator[None]:
    """Turn the database's refusals into ``Refused``; let other errors pass."""
    try:
        yield
    except DatabaseError as error:
        cause = error.__cause__
        state = getattr(cause, "sqlstate", None) or ""
        if not isinstance(cause, psycopg.Error) or not state.startswith(_SPOKEN):
            raise
        raise Refused(sentence(cause), code=state) from error


def sentence(error: psycopg.Error) -> str:
    """Return what a database refusal means to a person.

    Unique and foreign-key details are left out on purpose: they quote other records,
    which the reader may not be cleared for.
    """
    diagnostics = error.diag
    name = diagnostics.constraint_name
    if name:
        known = _constraint_messages().get(name)
        if known:
            return known
        if error.sqlstate == "23503":
            return _("A record that this one refers to is missing or still in use.")
        return _("This breaks the rule “%s”.") % name.replace("_", " ")
    if error.sqlstate == "23502":
        return _("“%s” must be filled in.") % diagnostics.column_name
    text = diagnostics.message_primary or str(error)
    if text.startswith("pgtrigger: "):
        return _of_ready_made(diagnostics.context or "")
    hint = diagnostics.message_hint
    return f"{_(text)} {_(hint)}" if hint else _(text)


def _of_ready_made(context: str) -> str:
    """Return what a ready-made trigger means, told by the name of its function."""
    found = re.search(r"\bpgtrigger_(\w+)_[0-9a-f]{5}\(\)", context)
    meaning = _READY_MADE.get(found[1]) if found else None
    return str(meaning or _("This cannot be changed any more."))


def _constraint_messages() -> dict[str, str]:
    """Return every constraint's own sentence, where it was given one."""
    messages = {}
    for model in apps.get_models():
        for constraint in model._meta.constraints:
            message = constraint.violation_error_message
            if (
                message
                and message != models.BaseConstraint.default_violation_error_message
            ):
                messages[constraint.name] = str(message)
    return messages
