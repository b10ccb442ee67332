"""The only way to write a record: signed, scoped, versioned, in one transaction.

Rooms build their own actions on these; every face (admin, API, importer, loader)
calls an action and none saves a model itself. All are keyword-only, take the acting
user as ``by`` and the instant as ``at``, and either write everything or nothing.

Raised by all: ``PermissionDenied`` when the role may not do it at all, ``NotFound``
when the record is outside what the user may write (or does not exist), ``Refused``
with a sentence for people when a rule of the record is broken.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.utils.translation import gettext as _

from chancery.history import acting
from chancery.models.record import NamedPart, Record
from chancery.models.user import User
from chancery.references import next_reference
from chancery.refusals import NotFound, Refused, Stale, spoken
from chancery.scope import Scoped
from chancery.zones import validate_instant

S = TypeVar("S", bound=Scoped)
R = TypeVar("R", bound=Record)


def require(by: User, permission: str) -> None:
    """Stop unless the user's role grants ``app.codename``."""
    if not by.has_perm(permission):
        raise PermissionDenied(_("Your role does not allow this."))


def permission_of(model: type[models.Model], verb: str) -> str:
    """Return Django's name for a right: ``permission_of(Meeting, "change")``."""
    return f"{model._meta.app_label}.{verb}_{model._meta.model_name}"


def is_put_away(row: Scoped) -> bool:
    """Tell whether a record, or the record that a part belongs to, is archived."""
    if hasattr(row, "archived_at"):
        return row.archived_at is not None
    for path in row.scope_paths:
        owner = getattr(row, path, None) if path else None
        if isinstance(owner, Scoped):
            return is_put_away(owner)
    return False


def _open(row: Scoped, by: User) -> None:
    """Stop where a row belongs to what is archived; the system may restore it all."""
    if not by.is_system and is_put_away(row):
        raise Refused(_("It is archived. Restore it before changing it."), "archived")


def lock(
    record: S, *, by: User, version: int | None = None, archived_too: bool = False
) -> S:
    """Return the record as it is now, locked until the transaction ends.

    ``version`` is the one the user was looking at; ``Stale`` when it has moved on.
    What is archived, or part of it, stays as it is unless ``archived_too``.
    """
    model = type(record)
    rows = model._default_manager.editable_by(by)
    everything: models.QuerySet[Any] = model._default_manager.all()
    current: S | None = (
        everything.select_for_update(of=("self",))
        .filter(pk=record.pk, pk__in=rows.values("pk"))
        .first()
    )
    if current is None:
        raise NotFound(_("There is no such record that you may change."))
    if version is not None and getattr(current, "version", None) != version:
        raise Stale(
            _("Somebody else changed this meanwhile. Reload and compare."), "stale"
        )
    if not archived_too:
        _open(current, by)
    return current


def in_sight(values: Iterable[object], *, by: User) -> None:
    """Stop where a value is a record that the user may not see.

    Otherwise a guessed key would tell that a record exists, and often its name too.
    """
    for value in values:
        if isinstance(value, Scoped) and not by.is_system:
            rows = type(value)._default_manager.visible_to(by)
            if not rows.filter(pk=value.pk).exists():
                raise NotFound(_("There is no such record."))
            if getattr(value, "merged_into_id", None) is not None:
                raise Refused(
                    _("“%s” was merged into another record. Choose that one.") % value,
                    "merged",
                )


def _open_to(
    model: type[models.Model], values: Iterable[str], ruled: Collection[str], by: User
) -> None:
    """Stop where a value is for a field that only a rule may set.

    A status, a verifier, an archive date follow from what people do; the action that
    knows the rule names them as ``ruled``. The system may restore any of them.
    """
    for name in values:
        field = model._meta.get_field(name)
        if not (by.is_system or getattr(field, "editable", True) or name in ruled):
            raise Refused(_("“%s” cannot be set by hand.") % name, "ruled")


def write(record: Scoped, *, by: User) -> None:
    """Validate and store one row, then make sure it is one the user may write.

    The last check runs after the write and before the commit, so that it sees the
    row as it would stand: a record moved to another's desk is rolled back.
    """
    try:
        record.clean_fields()
        record.clean()
        _check_instants(record)
    except ValidationError as error:
        raise Refused(error) from error
    with spoken():
        record.save()
    rows = type(record)._default_manager.editable_by(by)
    if not rows.filter(pk=record.pk).exists():
        raise NotFound(_("There is no such desk or record that you may write."))


def _check_instants(record: Scoped) -> None:
    for field in record._meta.concrete_fields:
        if not isinstance(field, models.DateTimeField):
            continue
        at = getattr(record, field.attname)
        if isinstance(at, datetime):  # not one that the database is yet to give
            try:
                validate_instant(at)
            except ValidationError as error:
                raise ValidationError({field.name: error}) from error


def add(
    model: type[S],
    *,
    by: User,
    at: datetime,
    values: Mapping[str, Any],
    year: int | None = None,
    code: str = "",
    reason: str = "",
    ruled: Collection[str] = (),
) -> S:
    """Make one record or part of a record.

    References are numbered within ``year`` where given; ``code`` is used instead of
    a number where the field has a code of its own (``PTR-MNG``). ``ruled`` names the
    fields that no person edits and that the calling action sets by its rule.
    """
    require(by, permission_of(model, "add"))
    _open_to(model, values, ruled, by)
    with spoken(), acting(by, at=at, verb="add", reason=reason):
        in_sight(values.values(), by=by)
        row = model(**values)
        _open(row, by)
        if isinstance(row, Record | NamedPart) and not row.reference:
            row.reference = (
                f"{row.prefix}-{code}" if code else next_reference(row.prefix, year)
            )
        write(row, by=by)
    return row


def change(
    record: S,
    *,
    by: User,
    at: datetime,
    values: Mapping[str, Any],
    version: int | None = None,
    reason: str = "",
    ruled: Collection[str] = (),
) -> S:
    """Set fields of one row; fields not named stay as they are. See ``add``."""
    model = type(record)
    require(by, permission_of(model, "change"))
    _open_to(model, values, ruled, by)
    with spoken(), acting(by, at=at, verb="change", reason=reason):
        current = lock(record, by=by, version=version)
        in_sight(values.values(), by=by)
        for name, value in values.items():
            setattr(current, name, value)
        write(current, by=by)
        current.refresh_from_db()
    return current


def remove(part: Scoped, *, by: User, at: datetime, reason: str = "") -> None:
    """Take a part off its record; the history keeps it. Records are archived."""
    require(by, permission_of(type(part), "delete"))
    with spoken(), acting(by, at=at, verb="remove", reason=reason):
        lock(part, by=by).delete()


def archive(
    record: R, *, by: User, at: datetime, reason: str, version: int | None = None
) -> R:
    """Put a record away with a reason; it stays readable and can be restored."""
    require(by, permission_of(type(record), "delete"))
    with spoken(), acting(by, at=at, verb="archive", reason=reason):
        current = lock(record, by=by, version=version, archived_too=True)
        if current.archived_at is not None:
            raise Refused(_("It is archived already."), "archived")
        if not reason.strip():
            raise Refused(_("Say why the record is archived."), "reason")
        current.archived_at, current.archived_by = at, by
        current.archive_reason = reason.strip()
        write(current, by=by)
        current.refresh_from_db()
    return current


def restore(
    record: R,
    *,
    by: User,
    at: datetime,
    reason: str = "",
    version: int | None = None,
) -> R:
    """Bring an archived record back."""
    require(by, permission_of(type(record), "delete"))
    with spoken(), acting(by, at=at, verb="restore", reason=reason):
        current = lock(record, by=by, version=version, archived_too=True)
        if current.archived_at is None:
            raise Refused(_("It is not archived."), "archived")
        current.archived_at = current.archived_by = None
        current.archive_reason = ""
        write(current, by=by)
        current.refresh_from_db()
    return current
