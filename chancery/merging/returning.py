"""Taking a merge back: everything returns that nobody has touched since."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, transaction

from chancery.actions import permission_of, require
from chancery.merging.batches import lead
from chancery.merging.ledger import Ledger, Shift, Taken, model_of, restored
from chancery.merging.moving import out_of_reach, own_keys
from chancery.merging.policies import Relation
from chancery.models import User
from chancery.refusals import Refused, spoken


@dataclass
class Returned:
    """What came back, and what stays as it is now because it was changed since.

    ``stays`` are rows (model's label, key) whose relation leads elsewhere by now, or
    that something else stands in the way of; ``lost`` names the models of rows
    that were taken off and cannot be put back; ``fields`` are columns that were set
    anew and stay.
    """

    moved: int = 0
    stays: list[tuple[str, int]] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)


def put_back(ledger: Ledger, *, by: User) -> Returned:
    """Return rows to where they were; fields of the two records are the caller's."""
    returned = Returned()
    for row in reversed(ledger.taken):
        _put_back(row, returned, by=by)
    for shift in reversed(ledger.moved):
        _lead_back(shift, returned, by=by)
    for added in ledger.added:
        model = model_of(added.model)
        rows = model._default_manager.filter(pk=added.key)
        if rows.filter(version=added.version).exists():
            require(by, permission_of(model, "delete"))
            rows.delete()
        elif rows.exists():
            returned.stays.append((added.model, added.key))
    return returned


def _put_back(taken: Taken, returned: Returned, *, by: User) -> None:
    model = model_of(taken.model)
    require(by, permission_of(model, "add"))
    try:
        with transaction.atomic(), spoken():
            row = restored(model, taken.values)
            row.save(force_insert=True)
            connection.check_constraints()
    except Refused:
        # What it belonged to is gone, or its like was entered anew meanwhile.
        returned.lost.append(taken.model)
        return
    manager: Any = model._default_manager
    if not manager.editable_by(by).filter(pk=row.pk).exists():
        raise out_of_reach()


def _lead_back(shift: Shift, returned: Returned, *, by: User) -> None:
    relation = Relation(model_of(shift.model), shift.name)
    home = relation.field.related_model._default_manager
    if not home.filter(pk=shift.old).exists():
        _stay(shift, shift.keys, returned)
        return
    still = list(
        relation.rows(shift.keys, **{relation.field.attname: shift.new})
        .order_by("pk")
        .values_list("pk", flat=True)
    )
    own = own_keys(relation, still, by=by) if still else []
    stuck = {one.key for one in lead(relation, own, shift.old)}
    returned.moved += len(own) - len(stuck)
    back = {*own} - stuck
    _stay(shift, [key for key in shift.keys if key not in back], returned)


def _stay(shift: Shift, keys: Sequence[int], returned: Returned) -> None:
    known = {*returned.stays}
    there = model_of(shift.model)._default_manager.filter(pk__in=keys)
    for key in there.order_by("pk").values_list("pk", flat=True):
        if (shift.model, key) not in known:
            returned.stays.append((shift.model, key))
