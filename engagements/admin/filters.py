"""Named views and partners as filters beside the lists of this room."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.contrib.admin import SimpleListFilter
from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chancery.admin import rights
from chancery.admin.sight import visible
from chancery.admin.typed import Admin, Anything
from chancery.scope import Scoped
from chancery.text import Text
from engagements.querysets import COMMITMENT_VIEWS
from partners.models import Partner

# A partner that stands in fewer records than that is the quicker way to them.
_FEW_PARTS = 20_000

VIEW_LABELS: Mapping[str, Text] = {
    "open": _("Open"),
    "overdue": _("Overdue"),
    "due_soon": _("Due soon"),
    "stale": _("No news for long"),
    "unverified": _("Reported done, to verify"),
    "waiting_on_us": _("Waiting on us"),
    "waiting_on_them": _("Waiting on them"),
    "waiting_on_third": _("Waiting on a third"),
    "no_owner": _("Without an officer"),
    "noted": _("Noted, not tracked"),
    "ours": _("Promised by us"),
    "theirs": _("Promised by others"),
    "mutual": _("Promised together"),
}


class CommitmentViewFilter(SimpleListFilter):
    """The named views: the same rows as under the same name anywhere else."""

    title = _("view")
    parameter_name = "view"

    def lookups(
        self,
        request: HttpRequest,  # noqa: ARG002 - Django's signature
        model_admin: Admin,  # noqa: ARG002 - Django's signature
    ) -> list[tuple[str, Any]]:
        """Offer every named view, under its label."""
        return [(name, VIEW_LABELS.get(name, name)) for name in COMMITMENT_VIEWS]

    def queryset(
        self,
        request: HttpRequest,  # noqa: ARG002 - Django's signature
        queryset: QuerySet[Any],
    ) -> QuerySet[Any]:
        """Keep the rows of the view."""
        view = COMMITMENT_VIEWS.get(self.value() or "")
        if view is None:
            return queryset
        rows: QuerySet[Any] = view(queryset, timezone.localdate())  # type: ignore[arg-type]
        return rows


class _RowsFilter(SimpleListFilter):
    """Views that are methods of a queryset."""

    title = _("view")
    parameter_name = "view"
    views: ClassVar[Mapping[str, Text]]

    def lookups(
        self,
        request: HttpRequest,  # noqa: ARG002 - Django's signature
        model_admin: Admin,  # noqa: ARG002 - Django's signature
    ) -> list[tuple[str, Any]]:
        return list(self.views.items())


class MineFilter(SimpleListFilter):
    """The records that one writes oneself."""

    title = _("whose")
    parameter_name = "mine"

    def lookups(
        self,
        request: HttpRequest,  # noqa: ARG002 - Django's signature
        model_admin: Admin,  # noqa: ARG002 - Django's signature
    ) -> list[tuple[str, Any]]:
        """Offer one's own desks."""
        return [("1", _("Of my desks"))]

    def queryset(self, request: HttpRequest, queryset: Anything) -> Anything:
        """Keep the rows that the user may write."""
        if self.value() != "1":
            return queryset
        return queryset.editable_by(rights.user_of(request))


class MeetingViewFilter(_RowsFilter):
    """What lies ahead, what took place, and what its record still wants."""

    views: ClassVar[Mapping[str, Text]] = {
        "ahead": _("Ahead"),
        "held": _("Held"),
        "incomplete": _("Record incomplete"),
        "complete": _("Record complete"),
        "unclear": _("Was it held?"),
    }

    def queryset(
        self,
        request: HttpRequest,  # noqa: ARG002 - Django's signature
        queryset: Anything,
    ) -> Anything:
        """Keep the rows of the view."""
        today = timezone.localdate()
        match self.value():
            case "ahead":
                return queryset.ahead(today)
            case "held":
                return queryset.held()
            case "incomplete":
                return queryset.incomplete()
            case "complete":
                return queryset.complete()
            case "unclear":
                return queryset.unclear(today)
            case _:
                return queryset


class AgreementViewFilter(_RowsFilter):
    """What is still to be brought to its end."""

    views: ClassVar[Mapping[str, Text]] = {"pending": _("Pending")}

    def queryset(
        self,
        request: HttpRequest,  # noqa: ARG002 - Django's signature
        queryset: Anything,
    ) -> Anything:
        """Keep the rows of the view."""
        return queryset.pending() if self.value() == "pending" else queryset


class PartnerFilter(SimpleListFilter):
    """Partners that occur in the list at all, through the rows that name them.

    ``through`` is the relation from the listed model to those rows, ``owner`` the
    relation back.
    """

    title = _("partner")
    parameter_name = "partner"
    through: ClassVar[str]
    owner: ClassVar[str]

    def lookups(
        self, request: HttpRequest, model_admin: Admin
    ) -> list[tuple[str, str]]:
        """Offer visible partners that stand in some visible row."""
        relation = model_admin.model._meta.get_field(self.through).related_model
        named = visible(relation, request.user).filter(partner=OuterRef("pk"))
        rows = visible(Partner, request.user).annotate(
            # Asked partner by partner, each until the first answer: EXISTS would be
            # made a join over all rows there are.
            stands=Subquery(named.order_by().values("pk")[:1])
        )
        return [
            (partner.reference, str(partner))
            for partner in rows.filter(stands__isnull=False).order_by(
                "short_name", "pk"
            )
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep the records in which the partner stands."""
        if not self.value():
            return queryset
        # Looked up first: the database knows how many rows name one partner, but not
        # how many name "the partner with this reference".
        partner = visible(Partner, request.user).filter(reference=self.value()).first()
        if partner is None:
            return queryset.none()
        relation = queryset.model._meta.get_field(self.through).related_model
        assert isinstance(relation, type)  # noqa: S101 - the class names a relation
        assert issubclass(relation, Scoped)  # noqa: S101 - as above
        named: Any = relation.objects.all()
        if not set(relation.scope_paths) <= {self.owner, "partner"}:
            # It speaks of more than the record and the partner, which are visible.
            named = visible(relation, request.user)
        named = named.filter(partner=partner.pk).order_by()
        if named.values("pk")[: _FEW_PARTS + 1].count() <= _FEW_PARTS:
            # From the partner to the records; the limit keeps it that way round.
            return queryset.filter(pk__in=named.values(self.owner)[:_FEW_PARTS])
        # Most records name it: go through them in order, and ask each.
        return queryset.filter(Exists(named.filter(**{self.owner: OuterRef("pk")})))


class MeetingPartnerFilter(PartnerFilter):
    """Who takes part."""

    through, owner = "meeting_partners", "meeting"


class CommitmentPartnerFilter(PartnerFilter):
    """Who promises or is promised."""

    through, owner = "parties", "commitment"


class AgreementPartnerFilter(PartnerFilter):
    """Who is a party."""

    through, owner = "parties", "agreement"
