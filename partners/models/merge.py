"""What was found to be one: a record of the merge, and how to take it back."""

from functools import reduce
from operator import or_
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chancery.history import recorded
from chancery.models.mergeable import Mergeable
from chancery.models.record import NamedPart
from chancery.triggers import never_deleted
from partners.models.institution import Institution, Post
from partners.models.partner import Partner
from partners.models.person import Person

KINDS = ("partner", "institution", "post", "person")
_BOTH = tuple(f"{end}_{kind}" for kind in KINDS for end in ("kept", "merged"))


def _end(model: type[models.Model], name: str, label: Any) -> Any:  # noqa: ANN401 - as in the stubs
    return models.ForeignKey(
        model,
        models.PROTECT,
        null=True,
        blank=True,
        related_name=name,
        verbose_name=label,
    )


def _is_of(kind: str) -> Q:
    """Return the condition that two records of this kind, and no others, are named."""
    own = (f"kept_{kind}", f"merged_{kind}")
    named = Q(**{f"{name}__isnull": name not in own for name in _BOTH})
    return named & ~Q(**{own[0]: F(own[1])})


@recorded
class Merge(NamedPart):
    """One record was merged into another of its kind.

    An exclusive arc, so that both are real foreign keys. ``ledger`` holds keys and
    former values and is for the undo only (``chancery.merging.ledger``).
    """

    prefix: ClassVar[str] = "MRG"
    scope_paths: ClassVar[tuple[str, ...]] = _BOTH
    history_parents: ClassVar[tuple[str, ...]] = _BOTH

    kept_partner = _end(Partner, "merges_kept", _("kept"))
    merged_partner = _end(Partner, "merges_away", _("merged"))
    kept_institution = _end(Institution, "merges_kept", _("kept"))
    merged_institution = _end(Institution, "merges_away", _("merged"))
    kept_post = _end(Post, "merges_kept", _("kept"))
    merged_post = _end(Post, "merges_away", _("merged"))
    kept_person = _end(Person, "merges_kept", _("kept"))
    merged_person = _end(Person, "merges_away", _("merged"))
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        editable=False,
        related_name="+",
        verbose_name=_("merged by"),
    )
    merged_at = models.DateTimeField(_("merged at"), editable=False)
    reason = models.TextField(_("reason"), editable=False)
    ledger = models.JSONField(default=dict, editable=False)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("undone by"),
    )
    undone_at = models.DateTimeField(
        _("undone at"), null=True, blank=True, editable=False
    )
    undo_reason = models.TextField(_("why undone"), blank=True, editable=False)

    class Meta:
        verbose_name = _("merge")
        verbose_name_plural = _("merges")
        constraints: ClassVar = [
            models.CheckConstraint(
                name="partners_merge_joins_two_of_one_kind",
                condition=reduce(or_, map(_is_of, KINDS)),
            ),
            models.CheckConstraint(
                name="partners_merge_says_why", condition=~Q(reason="")
            ),
            models.CheckConstraint(
                name="partners_merge_undone_at_has_undone_by",
                condition=Q(undone_at=None, undone_by=None, undo_reason="")
                | Q(undone_at__isnull=False, undone_by__isnull=False),
            ),
        ]
        triggers: ClassVar = [never_deleted()]

    def __str__(self) -> str:
        """Return what went and what stayed."""
        return f"{self.merged} → {self.kept}"

    @property
    def kept(self) -> Mergeable:
        """The record that stays; None where it was loaded for who may not see it."""
        return self._end("kept")

    @property
    def merged(self) -> Mergeable:
        """The record that went."""
        return self._end("merged")

    def _end(self, end: str) -> Mergeable:
        found: Mergeable = next(
            getattr(self, f"{end}_{kind}")
            for kind in KINDS
            if getattr(self, f"{end}_{kind}_id") is not None
        )
        return found


def ends(survivor: Mergeable, merged: Mergeable) -> dict[str, Mergeable]:
    """Return the two as the columns of ``Merge`` have them."""
    kind = survivor._meta.model_name
    return {f"kept_{kind}": survivor, f"merged_{kind}": merged}
