"""Reads of the partners room, each defined once."""

from datetime import date
from typing import Any, Self

from django.db.models import Q

from chancery.scope import M, ScopedQuerySet


class PartnerQuerySet(ScopedQuerySet[M]):
    """Partners."""

    def home(self) -> M:
        """Return the state whose ministry this is; ``DoesNotExist`` when unset."""
        return self.get(is_home=True)

    def members_of(self, group: Any, *, on: date | None = None) -> Self:  # noqa: ANN401
        """Keep the members of a group, on a day where one is given."""
        held = Q(memberships__group=group, memberships__role="member")
        if on is not None:
            held &= Q(memberships__since_earliest=None) | Q(
                memberships__since_earliest__lte=on
            )
            held &= Q(memberships__until_latest=None) | Q(
                memberships__until_latest__gte=on
            )
        return self.filter(held).distinct()


class TenureQuerySet(ScopedQuerySet[M]):
    """Tenures."""

    def held_on(self, day: date) -> Self:
        """Keep the tenures that may have covered the day, as far as is known."""
        return self.filter(
            Q(start_earliest=None) | Q(start_earliest__lte=day),
            Q(end_latest=None) | Q(end_latest__gte=day),
        )


class RelationStepQuerySet(ScopedQuerySet[M]):
    """Steps of relations."""

    def between(self, one: Any, other: Any) -> Self:  # noqa: ANN401
        """Keep the steps of one pair, whichever way round it was entered."""
        return self.filter(Q(first=one, second=other) | Q(first=other, second=one))

    def in_order(self) -> Self:
        """Return the steps from the oldest to the newest."""
        return self.order_by("date_earliest", "date_latest", "pk")
