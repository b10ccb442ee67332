"""A record's history as a person reads it: who changed what from what to what, why.

Read from the tables that the database's triggers write (``chancery.history``). The
parts of a record (its participants, its citations…) speak through it: each recorded
model names in ``history_parents`` the records on whose timeline it shows.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.dates.fields import PartialDateField
from chancery.dates.words import in_words
from chancery.models.user import User
from chancery.scope import AnyUser, Scoped, scope_of
from chancery.text import label_of

# The house's own bookkeeping says nothing to a reader.
SILENT = frozenset(
    {"id", "version", "created_at", "updated_at", "is_exclusive", "ledger"}
)
# No record was changed more often than a person will page through.
MOST = 500


@dataclass(frozen=True)
class Change:
    """One field: its label, and its value before and after as shown to people."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Entry:
    """One row of one table written, changed or removed."""

    at: datetime
    actor: str
    verb: str
    reason: str
    kind: str
    subject: str
    changes: tuple[Change, ...]


def timeline(record: Scoped, *, user: AnyUser, most: int = MOST) -> list[Entry]:
    """Return the newest ``most`` entries of a record and its parts, newest first.

    The caller has made sure that the user may see the record. Parts that also speak
    of a record the user may not see are left out, as are such records' names. What was
    written before a record came down to the user's clearance stays with those cleared.
    """
    states: list[tuple[Any, Any]] = []
    since = open_since(record, user)
    for model, name in _speaking(type(record)):
        states += _states(model, name, record, user, since, most)
    states.sort(key=lambda pair: (pair[0].pgh_created_at, pair[0].pgh_id), reverse=True)
    states = states[:most]
    names = Names(user)
    names.collect(state for pair in states for state in pair if state is not None)
    people = User.objects.in_bulk(
        {signature_of(state).get("user") for state, _before in states} - {None}
    )
    entries = [_entry(state, before, names, people) for state, before in states]
    return [entry for entry in entries if entry.changes or entry.kind != "update"]


def _speaking(model: type[Scoped]) -> list[tuple[type[Scoped], str | None]]:
    """Return the models whose histories belong on the timeline, with their relation."""
    parts: list[tuple[Any, str | None]] = [
        (other, name)
        for other in apps.get_models()
        for name in getattr(other, "history_parents", ())
        if other._meta.get_field(name).related_model is model
    ]
    return [(model, None), *parts]


def open_since(record: Scoped, user: AnyUser) -> datetime | None:
    """Return when all that the record speaks of was last brought down to the user.

    None where none of it was ever above the user's clearance.
    """
    instants = []
    for row in _classified(record):
        states = history_of(type(row))._default_manager.filter(pgh_obj_id=row.pk)
        above = states.filter(classification__gt=scope_of(user).clearance)
        last = above.aggregate(last=models.Max("pgh_id"))["last"]
        if last is not None:
            opened = states.filter(pgh_id__gt=last).order_by("pgh_id").first()
            if opened is not None:
                instants.append(opened.pgh_created_at)
    return max(instants, default=None)


def _classified(row: Scoped) -> Iterator[Scoped]:
    """Return the records with a classification that a row speaks of."""
    for path in row.scope_paths:
        target = getattr(row, path) if path else None
        if not path:
            yield row
        elif target is not None:
            yield from _classified(target)


def history_of(model: type[models.Model]) -> Any:  # noqa: ANN401 - a model made at run time
    """Return the model of a domain model's past states."""
    return model._meta.get_field("history").related_model


def _states(  # noqa: PLR0917 - all of it says which states
    model: type[Scoped],
    name: str | None,
    record: Scoped,
    user: AnyUser,
    since: datetime | None,
    most: int,
) -> list[tuple[Any, Any]]:
    """Return (state, the state before it or None) of one table, newest first."""
    history = history_of(model)
    rows = history._default_manager.select_related("pgh_context")
    if since is not None:
        rows = rows.filter(pgh_created_at__gte=since)
    if name is None:
        rows = rows.filter(pgh_obj_id=record.pk)
        if since is not None and "" in model.scope_paths:
            rows = rows.filter(classification__lte=scope_of(user).clearance)
    else:
        # A part that was moved away or removed stays on the timeline it was on.
        touched = history._default_manager.filter(**{f"{name}_id": record.pk})
        rows = rows.filter(pgh_obj_id__in=touched.values("pgh_obj_id"))
        for path, seen in seen_paths(model, user).items():
            rows = rows.filter(
                models.Q(**{f"{path}_id": None}) | models.Q(**{f"{path}_id__in": seen})
            )
    newest = list(rows.order_by("-pgh_id")[: most + 1])
    before: dict[int, Any] = {}
    pairs = []
    for state in reversed(newest):
        pairs.append((state, before.get(state.pgh_obj_id)))
        before[state.pgh_obj_id] = state
    return pairs[::-1][:most]


def seen_paths(model: type[Scoped], user: AnyUser) -> dict[str, models.QuerySet[Any]]:
    """Return, per relation a part speaks through, the records the user may see.

    The one it shows on is among them: a part may have left it for a hidden one.
    """
    seen = {}
    for path in filter(None, model.scope_paths):
        target: Any = model._meta.get_field(path).related_model
        seen[path] = target._default_manager.visible_to(user).values("pk")
    return seen


class Names:
    """What related rows are called, fetched once per model and only where visible."""

    def __init__(self, user: AnyUser) -> None:
        """Know no name yet."""
        self._user = user
        self._wanted: dict[type[models.Model], set[int]] = {}
        self._known: dict[tuple[type[models.Model], int], str] = {}

    def collect(self, states: Iterable[Any]) -> None:
        """Note every relation of states, or of rows, and look its names up."""
        for state in states:
            model = getattr(state, "pgh_tracked_model", type(state))
            for field in model._meta.concrete_fields:
                key = getattr(state, field.attname, None)
                if field.is_relation and key is not None:
                    self._wanted.setdefault(field.related_model, set()).add(key)
        for target, keys in self._wanted.items():
            rows: Any = target._default_manager.all()
            if issubclass(target, Scoped):
                rows = rows.nameable_by(self._user)
            for row in rows.select_related(*_needed(target)).filter(pk__in=keys):
                self._known[target, row.pk] = str(row)

    def key(self, field: Any, state: Any) -> Any:  # noqa: ANN401 - any field's value
        """Return a field's plain value; None where it leads to what is hidden."""
        value = getattr(state, field.attname, None)
        if field.is_relation and (field.related_model, value) not in self._known:
            return None
        return value

    def shown(self, field: Any, state: Any) -> str:  # noqa: ANN401
        """Return a field's value as people read it; '' for nothing."""
        value = getattr(state, field.attname, None)
        if value is None or value == "":
            return ""
        if field.is_relation:
            # What may not be seen looks like what is not there.
            return self._known.get((field.related_model, value), "")
        if field.choices:
            return str(dict(field.flatchoices).get(value, value))
        return _in_words(field, value)


def _needed(model: type[models.Model]) -> list[str]:
    """Return the relations that a row cannot be without: its name may speak of them."""
    return [
        field.name
        for field in model._meta.concrete_fields
        if field.is_relation and not field.null
    ]


def _in_words(field: Any, value: Any) -> str:  # noqa: ANN401 - any field's value
    """Return a plain value in the reader's language and time."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "DATETIME_FORMAT")
    if isinstance(field, PartialDateField):
        return in_words(value, get_language() or "en")
    return str(value)


def _entry(state: Any, before: Any, names: Names, people: dict[int, User]) -> Entry:  # noqa: ANN401
    signature = signature_of(state)
    model = state.pgh_tracked_model
    person = people.get(signature.get("user") or 0)
    changes = []
    for field in model._meta.concrete_fields:
        if field.name in SILENT or not hasattr(state, field.attname):
            continue
        old = names.shown(field, before) if before is not None else ""
        new = "" if state.pgh_label == "delete" else names.shown(field, state)
        if state.pgh_label == "delete" and before is None:
            old = names.shown(field, state)
        if old != new:
            changes.append(Change(label_of(field), old, new))
    return Entry(
        at=state.pgh_created_at,
        actor=actor_of(person, signature),
        verb=signature.get("verb", ""),
        reason=signature.get("reason", ""),
        kind=state.pgh_label,
        subject=_subject(state, model),
        changes=tuple(changes),
    )


def signature_of(state: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return what a state is signed with; {} where nobody signed."""
    return (state.pgh_context.metadata if state.pgh_context else None) or {}


def actor_of(person: User | None, signature: dict[str, Any]) -> str:
    """Return the name of who signed, as it is now or as it was then."""
    if person is not None:
        return str(person)
    return signature.get("username") or _("unsigned (database)")


def _subject(state: Any, model: type[models.Model]) -> str:  # noqa: ANN401
    label = capfirst(str(model._meta.verbose_name))
    reference = getattr(state, "reference", "")
    return f"{label} {reference}".strip()
