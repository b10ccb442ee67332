"""Taking a merge back: one record is two again."""

from datetime import datetime

from django.utils.translation import gettext as _

from chancery import actions
from chancery.history import acting
from chancery.merging.ledger import Ledger, columns, python_of
from chancery.merging.returning import Returned, put_back
from chancery.models import User
from chancery.models.mergeable import Mergeable
from chancery.refusals import Refused, spoken
from partners.actions.pairs import column_of, locked, require_merging, rolled_back
from partners.models.merge import Merge


def undo_merge(done: Merge, *, by: User, at: datetime, reason: str = "") -> Returned:
    """Make two of one again: what nobody has changed since returns to its place."""
    require_merging(type(done.kept), by)
    with spoken(), acting(by, at=at, verb="undo_merge", reason=reason):
        return _undo(done, by=by, at=at, reason=reason.strip())


def preview_undo(done: Merge, *, by: User, at: datetime) -> Returned:
    """Return what an undo would do, it is done, and rolled back."""
    with rolled_back():
        return undo_merge(done, by=by, at=at)


def _undo(done: Merge, *, by: User, at: datetime, reason: str) -> Returned:
    current = actions.lock(done, by=by, archived_too=True)
    kept, gone = locked(current.kept, current.merged, by=by, versions=None)
    if current.undone_at is not None:
        raise Refused(_("This merge was undone already."), "undone")
    if gone.merged_into_id != kept.pk:
        raise Refused(
            _("“%s” was merged on since. Undo that merge first.") % kept, "later"
        )
    if kept.archived_at is not None:
        raise Refused(_("“%s” is archived. Restore it first.") % kept, "archived")
    ledger = Ledger.of_json(current.ledger)
    changed = _take_back_fields(kept, ledger)
    actions.write(kept, by=by)
    gone.merged_into = None
    gone.archived_at = gone.archived_by = None
    gone.archive_reason = ""
    for name, value in ledger.given.items():
        if name not in changed:
            setattr(gone, name, python_of(type(gone), column_of(gone, name), value))
    actions.write(gone, by=by)
    returned = put_back(ledger, by=by)
    returned.fields = changed
    current.undone_at, current.undone_by = at, by
    current.undo_reason = reason
    actions.write(current, by=by)
    return returned


def _take_back_fields(kept: Mergeable, ledger: Ledger) -> list[str]:
    """Set fields as they were; return those that somebody has set anew since."""
    now, changed = columns(kept), []
    for name, (before, after) in ledger.fields.items():
        attname = column_of(kept, name)
        if now[attname] == after:
            setattr(kept, attname, python_of(type(kept), attname, before))
        else:
            changed.append(name)
    return changed
