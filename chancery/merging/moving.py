"""Leading everything that refers to one record over to another."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from chancery.actions import permission_of, require
from chancery.merging.batches import Stuck, lead
from chancery.merging.ledger import Ledger, Shift, Taken, columns
from chancery.merging.policies import Clash, Relation, relations_to
from chancery.models import User
from chancery.refusals import NotFound, Refused
from chancery.scope import Scoped

# What may differ between two rows that say the same.
_NOTHING_SAID = frozenset({"version", "reference", "position"})
# More would not be read before the first of them is settled.
_MOST_NAMED = 10


def out_of_reach() -> Exception:
    """Return the refusal where rows are not the user's to move.

    It says neither which nor how many: some may be above the user's clearance.
    """
    return PermissionDenied(
        _(
            "Records that are not yours to change refer to it. Ask a supervisor or an"
            " administrator to do it."
        )
    )


def own_keys(relation: Relation, keys: Sequence[int], *, by: User) -> list[int]:
    """Lock rows and return their keys; stop where any is not the user's to change."""
    locked = relation.rows(keys).select_for_update(of=("self",)).order_by("pk")
    found = list(locked.values_list("pk", flat=True))
    if not found:
        return []
    require(by, permission_of(relation.model, "change"))
    if _writable(relation, found, by) != len(found):
        raise out_of_reach()
    return found


def _writable(relation: Relation, keys: Sequence[int], by: User) -> int:
    manager: Any = relation.model._default_manager
    count: int = manager.editable_by(by).filter(pk__in=keys).count()
    return count


class Move:
    """One merge under way: fills the ledger and collects what stands against it."""

    def __init__(self, merged: Scoped, survivor: Scoped, *, by: User) -> None:
        """Lead what refers to ``merged`` to ``survivor``, as ``by`` may."""
        self.merged, self.survivor, self.by = merged, survivor, by
        self.ledger = Ledger()
        self._obstacles: list[str] = []

    def run(self) -> Ledger:
        """Do it; ``Refused`` with all that has to be settled first."""
        for relation in relations_to(type(self.merged)):
            self._relation(relation)
        if self._obstacles:
            shown = self._obstacles[:_MOST_NAMED]
            if len(self._obstacles) > _MOST_NAMED:
                shown.append(_("There is more like this."))
            raise Refused([_("Settle this first, then merge:"), *shown], "unsettled")
        return self.ledger

    def _relation(self, relation: Relation) -> None:
        keys = list(
            relation.rows(**{relation.field.attname: self.merged.pk})
            .order_by("pk")
            .values_list("pk", flat=True)
        )
        if not keys:
            return
        if not relation.policy.moves:
            self._note(self.ledger.left, relation, keys, self.merged.pk)
            return
        own = own_keys(relation, keys, by=self.by)
        if relation.model is type(self.survivor) and self.survivor.pk in own:
            own.remove(self.survivor.pk)
            self._obstacles.append(
                _("“%(row)s” names the other record as “%(relation)s”: take that out.")
                % {
                    "row": self.survivor,
                    "relation": relation.field.verbose_name,
                }
            )
        stuck = {one.key: one for one in lead(relation, own, self.survivor.pk)}
        moved = [key for key in own if key not in stuck]
        # Row by row: few, since each has its like.
        for one in stuck.values():
            self._settle(relation, one)
        self._note(self.ledger.moved, relation, moved, self.survivor.pk)
        if relation.policy.once_per:
            self._once(relation, moved)
        if _writable(relation, moved, self.by) != len(moved):
            raise NotFound(_("There is no such desk or record that you may write."))

    def _note(
        self, shifts: list[Shift], relation: Relation, keys: list[int], new: int
    ) -> None:
        if keys:
            label = relation.model._meta.label_lower
            shifts.append(Shift(label, relation.name, self.merged.pk, new, keys))

    def _settle(self, relation: Relation, stuck: Stuck) -> None:
        """Deal with a row that the database keeps back."""
        row = relation.rows(pk=stuck.key).get()
        clash = relation.policy.clash
        like = self._like(relation, row, stuck.constraint)
        if clash is Clash.DROP and like is not None:
            if _says_no_more(relation, row, like):
                self._take_off(relation, row, like)
                return
        elif (clash is Clash.LEAVE and like is not None) or _is_away(row):
            self._note(self.ledger.left, relation, [row.pk], self.merged.pk)
            return
        self._obstacles.append(f"{self._named(row)}: {stuck.reason}")

    def _like(
        self, relation: Relation, row: models.Model, constraint: str
    ) -> models.Model | None:
        """Return the row of the other record that a unique rule finds the same."""
        rule = next(
            (
                one
                for one in relation.model._meta.constraints
                if one.name == constraint and isinstance(one, models.UniqueConstraint)
            ),
            None,
        )
        if rule is None or relation.name not in rule.fields:
            return None
        same: dict[str, Any] = {relation.name: self.survivor.pk}
        for name in rule.fields:
            if name != relation.name:
                column: Any = relation.model._meta.get_field(name)
                value = getattr(row, column.attname)
                same |= {f"{name}__isnull": True} if value is None else {name: value}
        found: models.Model | None = relation.rows(**same).first()
        return found

    def _take_off(
        self, relation: Relation, row: models.Model, like: models.Model
    ) -> None:
        require(self.by, permission_of(relation.model, "delete"))
        for other in relations_to(relation.model):
            keys = list(
                other.rows(**{other.field.attname: row.pk}).values_list("pk", flat=True)
            )
            own = own_keys(other, keys, by=self.by) if keys else []
            for stuck in lead(other, own, like.pk):
                own.remove(stuck.key)
                dependent = other.rows(pk=stuck.key).get()
                self._obstacles.append(f"{self._named(dependent)}: {stuck.reason}")
            if own:
                label = other.model._meta.label_lower
                shift = Shift(label, other.name, row.pk, like.pk, own)
                self.ledger.moved.append(shift)
        label = relation.model._meta.label_lower
        self.ledger.taken.append(Taken(label, columns(row), like.pk))
        if not self._obstacles:
            relation.rows(pk=row.pk).delete()

    def _once(self, relation: Relation, moved: list[int]) -> None:
        owner = relation.policy.once_per
        others = relation.rows(
            **{relation.name: self.survivor.pk, owner: OuterRef(owner)}
        ).exclude(pk__in=moved)
        for row in relation.rows(moved).filter(Exists(others)):
            self._obstacles.append(
                _("%(row)s would name the same record twice.")
                % {"row": self._named(getattr(row, owner))}
            )

    def _named(self, row: models.Model) -> str:
        return called(row, self.merged, by=self.by)


def called(row: models.Model, beside: models.Model, *, by: User) -> str:
    """Return what a row is called on the page of ``beside``, as far as ``by`` may know.

    A part is called by the record that it belongs to as well.
    """
    kind = capfirst(str(row._meta.verbose_name))
    manager: Any = type(row)._default_manager
    seen = manager.nameable_by(by).filter(pk=row.pk).first()
    name = f"{kind} {getattr(row, 'reference', '')}".strip()
    if seen is None:
        return name
    owner = _owner(seen)
    if owner is not None and owner != beside:
        return f"{owner} – {name}: {seen}"
    return f"{name}: {seen}"


def _owner(row: Any) -> Any:  # noqa: ANN401 - rows of any model
    for path in row.scope_paths:
        if not path:
            return None
        if (owner := getattr(row, path)) is not None:
            return owner
    return None


def _is_away(row: models.Model) -> bool:
    return getattr(row, "archived_at", None) is not None


def _says_no_more(relation: Relation, row: models.Model, like: models.Model) -> bool:
    """Tell whether a row differs from its like in nothing that anybody wrote."""
    return all(
        getattr(row, field.attname) == getattr(like, field.attname)
        for field in row._meta.concrete_fields
        if not field.primary_key
        and field.name != relation.name
        and field.name not in _NOTHING_SAID
    )
