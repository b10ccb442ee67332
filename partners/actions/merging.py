"""Making one record of two that were entered for the same."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, Final, TypeVar

from django.utils.translation import gettext as _

from chancery import actions
from chancery.history import acting
from chancery.merging.ledger import Added, Ledger, columns
from chancery.merging.moving import Move
from chancery.models import User
from chancery.models.mergeable import Mergeable
from chancery.refusals import Refused, spoken
from partners.actions.pairs import (
    column_of,
    comparable,
    locked,
    require_merging,
    rolled_back,
)
from partners.models.merge import Merge, ends
from partners.scripts import script_of

M = TypeVar("M", bound=Mergeable)

OURS: Final = "ours"
THEIRS: Final = "theirs"


def merge(
    survivor: M,
    merged: M,
    *,
    by: User,
    at: datetime,
    reason: str,
    fields: Mapping[str, str] | None = None,
    versions: tuple[int, int] | None = None,
) -> Merge:
    """Let ``merged`` go into ``survivor``: all that refers to it leads there.

    ``fields`` says for fields of the record whether its own value stays (``ours``) or
    the other's is taken (``theirs``); what is not named stays. ``versions`` are those
    of the two that the user compared.

    Raises ``PermissionDenied`` where anything that refers to it is not the user's to
    change, and ``Refused`` with all that must be settled first.
    """
    require_merging(type(survivor), by)
    with spoken(), acting(by, at=at, verb="merge", reason=reason):
        return _merge(
            survivor,
            merged,
            by=by,
            at=at,
            reason=reason.strip(),
            fields=fields or {},
            versions=versions,
        )


def preview_merge(
    survivor: M,
    merged: M,
    *,
    by: User,
    at: datetime,
    fields: Mapping[str, str],
    versions: tuple[int, int] | None = None,
) -> Ledger:
    """Return what a merge would do: it is done, and rolled back.

    So what is shown before is what happens afterwards. Refuses as ``merge`` does.
    """
    with rolled_back():
        done = merge(
            survivor,
            merged,
            by=by,
            at=at,
            reason="preview",
            fields=fields,
            versions=versions,
        )
        return Ledger.of_json(done.ledger)


def _merge(
    survivor: M,
    merged: M,
    *,
    by: User,
    at: datetime,
    reason: str,
    fields: Mapping[str, str],
    versions: tuple[int, int] | None,
) -> Merge:
    if type(survivor) is not type(merged) or survivor.pk == merged.pk:
        raise Refused(_("Choose two different records of one kind."), "same")
    kept, gone = locked(survivor, merged, by=by, versions=versions)
    if not reason or "\0" in reason:
        raise Refused(_("Say why the two are one."), "reason")
    values = _values(kept, gone, fields)
    _check(kept, gone, values)
    actions.in_sight(values.values(), by=by)
    ledger = Move(gone, kept, by=by).run()
    before = {name: columns(kept)[column_of(kept, name)] for name in values}
    names = _names(kept) | _names(gone)
    ledger.given = _give_up(gone, values)
    gone.archived_at, gone.archived_by, gone.archive_reason = at, by, reason
    gone.merged_into = kept
    actions.write(gone, by=by)
    for name, value in values.items():
        setattr(kept, name, value)
    actions.write(kept, by=by)
    after = columns(kept)
    ledger.fields = {
        name: [before[name], after[column_of(kept, name)]] for name in values
    }
    ledger.added = list(_keep_names(kept, names, by=by, at=at))
    gone.merged_into_id = None  # the merge is written of two records
    return actions.add(
        Merge,
        by=by,
        at=at,
        values={
            **ends(kept, gone),
            "merged_by": by,
            "merged_at": at,
            "reason": reason,
            "ledger": ledger.as_json(),
        },
        ruled=("merged_by", "merged_at", "reason", "ledger"),
    )


def _values(kept: M, gone: M, fields: Mapping[str, str]) -> dict[str, Any]:
    """Return what the record that stays takes over."""
    known = {field.name: field for field in comparable(type(kept))}
    values = {}
    for name, whose in fields.items():
        if name not in known or whose not in {OURS, THEIRS}:
            raise Refused(_("There is no such field to compare: “%s”.") % name, "field")
        value = getattr(gone, name)
        if whose == THEIRS and value != getattr(kept, name):
            if value == kept:
                raise Refused(
                    _("“%s” would lead from the record to itself. Keep its own value.")
                    % known[name].verbose_name,
                    "itself",
                )
            values[name] = value
    return values


def _check(kept: M, gone: M, values: Mapping[str, Any]) -> None:
    for record in (kept, gone):
        if record.merged_into_id is not None:
            raise Refused(_("“%s” was merged already. Reload the page.") % record)
        if record.archived_at is not None:
            raise Refused(_("“%s” is archived. Restore it first.") % record, "archived")
    if values.get("classification", kept.classification) < gone.classification:
        raise Refused(
            _(
                "What is known of the other would be open to more people than now. Take"
                " the higher classification."
            ),
            "classification",
        )
    if reasons := gone.apart_from(kept):
        raise Refused([str(one) for one in reasons], "apart")


def _give_up(gone: Mergeable, values: Mapping[str, Any]) -> dict[str, Any]:
    """Clear on the record that goes what only one may have and the other takes."""
    given = {}
    for name in values:
        field: Any = gone._meta.get_field(name)
        if field.unique and field.null:
            given[name] = getattr(gone, name)
            setattr(gone, name, None)
    return given


def _names(record: Mergeable) -> dict[str, str]:
    """Return the names in a record's own columns, with what becomes of each."""
    return {
        text: form
        for name, form in record.names_kept.items()
        if (text := getattr(record, name))
    }


def _keep_names(
    kept: Mergeable, names: Mapping[str, str], *, by: User, at: datetime
) -> Iterator[Added]:
    """Enter every name that the record would no longer be found by."""
    if not kept.names_kept:
        return
    relation: Any = kept._meta.get_field("names")  # type: ignore[misc]
    rows = relation.related_model._default_manager.filter(**{relation.field.name: kept})
    known = {*_names(kept), *rows.values_list("text", flat=True)}
    for text, form in names.items():
        if text in known:
            continue
        script, language = script_of(text)
        row = actions.add(
            relation.related_model,
            by=by,
            at=at,
            values={
                relation.field.name: kept,
                "text": text,
                "form": form,
                "script": script,
                "language": language,
            },
        )
        yield Added(row._meta.label_lower, row.pk, row.version)
