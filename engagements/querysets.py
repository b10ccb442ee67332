"""Reads of the engagements room, each defined once; named views build on these."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Self

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Q, Subquery

from chancery.scope import M, ScopedQuerySet
from engagements.vocabulary import OPEN_STATUSES, CommitmentStatus, MeetingStatus


class MeetingQuerySet(ScopedQuerySet[M]):
    """Meetings."""

    def between(self, one: Any, other: Any) -> Self:  # noqa: ANN401
        """Keep the meetings at which both partners took part."""
        return self.filter(meeting_partners__partner=one).filter(
            meeting_partners__partner=other
        )

    def held(self) -> Self:
        """Keep the meetings that took place."""
        return self.filter(status=MeetingStatus.HELD)

    def ahead(self, today: date) -> Self:
        """Keep what is proposed or scheduled and not certainly past."""
        return self.filter(
            Q(date_latest=None) | Q(date_latest__gte=today),
            status__in=[MeetingStatus.PROPOSED, MeetingStatus.SCHEDULED],
        )

    def incomplete(self) -> Self:
        """Keep what is over and whose record nobody has marked complete."""
        return self.filter(
            status__in=[MeetingStatus.HELD, MeetingStatus.CANCELLED],
            completed_at=None,
            archived_at=None,
        )

    def complete(self) -> Self:
        """Keep what somebody has marked complete."""
        return self.filter(completed_at__isnull=False)

    def unclear(self, today: date) -> Self:
        """Keep what was to take place before today, without a word whether it did."""
        return self.filter(
            status__in=[MeetingStatus.PROPOSED, MeetingStatus.SCHEDULED],
            date_latest__lt=today,
            archived_at=None,
        )

    def in_order(self) -> Self:
        """Return the newest first, undated ones last."""
        return self.order_by(
            F("date_latest").desc(nulls_last=True),
            F("date_earliest").desc(nulls_last=True),
            "-pk",
        )


class AgreementQuerySet(ScopedQuerySet[M]):
    """Agreements."""

    def between(self, one: Any, other: Any) -> Self:  # noqa: ANN401
        """Keep the agreements to which both partners are parties."""
        return self.filter(parties__partner=one).filter(parties__partner=other)

    def pending(self) -> Self:
        """Keep what is proposed, under negotiation, concluded or only signed."""
        return self.filter(
            status__in=["proposed", "negotiating", "concluded", "signed"]
        )


class CommitmentQuerySet(ScopedQuerySet[M]):
    """Commitments."""

    def open(self) -> Self:
        """Keep what is tracked and not yet settled."""
        return self.filter(status__in=OPEN_STATUSES, archived_at=None)

    def noted(self) -> Self:
        """Keep what was said but nobody has decided to track."""
        return self.filter(status=CommitmentStatus.NOTED, archived_at=None)

    def overdue(self, today: date) -> Self:
        """Keep the open ones whose last possible due day has passed."""
        return self.open().filter(due_date_latest__lt=today)

    def due_within(self, days: int, today: date) -> Self:
        """Keep the open ones that fall due within so many days from today."""
        return self.open().filter(
            due_date_latest__gte=today,
            due_date_earliest__lte=today + timedelta(days=days),
        )

    def stale(self, today: date) -> Self:
        """Keep the open ones nobody has reported on for ``CHANCERY_STALE_DAYS``."""
        since = today - timedelta(days=settings.CHANCERY_STALE_DAYS)
        updates = self._updates().filter(date_latest__gte=since)
        return self.open().filter(~Exists(updates), created_at__date__lt=since)

    def reported_done(self) -> Self:
        """Keep what waits for somebody else to verify it."""
        return self.filter(status=CommitmentStatus.REPORTED_DONE, archived_at=None)

    def waiting_on(self, whom: str) -> Self:
        """Keep the open ones that wait on us, them or a third."""
        return self.open().filter(waiting_on=whom)

    def ours(self) -> Self:
        """Keep what the home side promised, alone or with others."""
        return self._with(self._promisors().filter(partner__is_home=True))

    def theirs(self) -> Self:
        """Keep what another side promised, alone or with us."""
        return self._with(self._promisors().filter(partner__is_home=False))

    def mutual(self) -> Self:
        """Keep what the home side and another promised together."""
        return self.ours().theirs()

    def without_owner(self) -> Self:
        """Keep the open ones nobody owns."""
        return self.open().filter(owner=None)

    def between(self, one: Any, other: Any) -> Self:  # noqa: ANN401
        """Keep the commitments that both partners stand in, on whichever side."""
        return self.filter(
            Exists(self._parties().filter(partner=one)),
            Exists(self._parties().filter(partner=other)),
        )

    def in_order(self) -> Self:
        """Return what falls due first, undated ones last."""
        return self.order_by("due_date_latest", "pk")

    def _parties(self) -> Any:  # noqa: ANN401 - a reverse relation's queryset
        related: Any = self.model._meta.get_field("parties").related_model
        return related.objects.filter(commitment=OuterRef("pk"))

    def _promisors(self) -> Any:  # noqa: ANN401
        return self._parties().filter(side="promisor")

    def _with(self, parts: Any) -> Self:  # noqa: ANN401 - as above
        """Keep the rows that have such a part, asked row by row until the first.

        PostgreSQL would make EXISTS a join over all parts there are, which takes
        seconds where most rows have one and a page shows fifty.
        """
        found = Subquery(parts.order_by().values("pk")[:1])
        return self.alias(found_part=found).filter(found_part__isnull=False)

    def _updates(self) -> Any:  # noqa: ANN401
        related: Any = self.model._meta.get_field("updates").related_model
        return related.objects.filter(commitment=OuterRef("pk"))


# The named views of commitments: the admin's list filter, the API's ``view`` filter and
# the review page all look here, so one name always gives the same rows.
COMMITMENT_VIEWS: dict[str, Callable[[CommitmentQuerySet[Any], date], Any]] = {
    "open": lambda rows, _today: rows.open(),
    "overdue": lambda rows, today: rows.overdue(today),
    "due_soon": lambda rows, today: rows.due_within(settings.CHANCERY_SOON_DAYS, today),
    "stale": lambda rows, today: rows.stale(today),
    "unverified": lambda rows, _today: rows.reported_done(),
    "waiting_on_us": lambda rows, _today: rows.waiting_on("us"),
    "waiting_on_them": lambda rows, _today: rows.waiting_on("them"),
    "waiting_on_third": lambda rows, _today: rows.waiting_on("third"),
    "no_owner": lambda rows, _today: rows.without_owner(),
    "noted": lambda rows, _today: rows.noted(),
    "ours": lambda rows, _today: rows.ours(),
    "theirs": lambda rows, _today: rows.theirs(),
    "mutual": lambda rows, _today: rows.mutual(),
}
