"""Commitments over the API."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import F, OuterRef, Subquery
from rest_framework.serializers import BooleanField, ChoiceField

from chancery.api.permissions import seen
from chancery.api.registry import collection
from chancery.api.related_filters import ReferencesFilter, ViewFilter
from chancery.api.serializers import ScopedSerializer, columns, parts
from chancery.api.viewsets import Collection, RecordCollection
from chancery.scope import AnyUser
from engagements.api.citations import EngagementsCitationSerializer
from engagements.api.follow_up import (
    DueDateChangeSerializer,
    MentionDetail,
    ProgressUpdateDetail,
    SuccessionSerializer,
)
from engagements.api.short import stands_in
from engagements.models import (
    Commitment,
    CommitmentAmount,
    CommitmentInstitution,
    CommitmentParty,
    EngagementsCitation,
    Meeting,
    ProgressUpdate,
)
from engagements.querysets import COMMITMENT_VIEWS
from engagements.vocabulary import Health, Side
from partners.models import Institution, Partner


class CommitmentPartySerializer(ScopedSerializer):
    """Who promises, or to whom: a partner, or somebody who is no partner at all."""

    class Meta:
        model = CommitmentParty
        fields = columns(CommitmentParty)


class CommitmentInstitutionSerializer(ScopedSerializer):
    """An institution that leads or supports the work."""

    class Meta:
        model = CommitmentInstitution
        fields = columns(CommitmentInstitution)


class CommitmentAmountSerializer(ScopedSerializer):
    """Money that a commitment speaks of."""

    class Meta:
        model = CommitmentAmount
        fields = columns(CommitmentAmount)


class CommitmentSerializer(ScopedSerializer):
    """An undertaking, request or shared view, with its parties and how it stands.

    Whether it is overdue or stale and how it goes is worked out when it is read.
    """

    is_overdue = BooleanField(read_only=True)
    is_stale = BooleanField(read_only=True)
    health = ChoiceField(choices=Health.choices, allow_null=True, read_only=True)
    parties = parts(CommitmentPartySerializer, inside="commitment")

    class Meta:
        model = Commitment
        fields = (*columns(Commitment), "is_overdue", "is_stale", "health", "parties")

    @classmethod
    def derived(cls, *, user: AnyUser, today: date) -> Mapping[str, Any]:
        """Return the named views it stands in, and the latest health reported."""
        reports = (
            seen(ProgressUpdate, user)
            .filter(commitment=OuterRef("pk"))
            .exclude(health="")
            .order_by(F("date_latest").desc(nulls_last=True), "-pk")
        )
        return {
            "is_overdue": stands_in("overdue", today),
            "is_stale": stands_in("stale", today),
            "health": Subquery(reports.values("health")[:1]),
        }


class CommitmentDetail(CommitmentSerializer):
    """A commitment with its line through time, and where each fact is said."""

    institutions = parts(
        CommitmentInstitutionSerializer,
        inside="commitment",
        source="commitment_institutions",
    )
    amounts = parts(CommitmentAmountSerializer, inside="commitment")
    mentions = parts(MentionDetail, inside="commitment")
    successions = parts(SuccessionSerializer, inside="predecessor")
    origins = parts(SuccessionSerializer, inside="successor")
    updates = parts(ProgressUpdateDetail, inside="commitment")
    due_date_changes = parts(DueDateChangeSerializer, inside="commitment")
    citations = parts(EngagementsCitationSerializer, inside=EngagementsCitation.CITED)

    class Meta(CommitmentSerializer.Meta):
        fields = (
            *CommitmentSerializer.Meta.fields,
            "institutions",
            "amounts",
            "mentions",
            "successions",
            "origins",
            "updates",
            "due_date_changes",
            "citations",
        )


@collection("commitments")
class CommitmentViewSet(RecordCollection):
    """What was promised, asked or hoped, by whom, to whom, and how it stands."""

    family = "Commitments"
    serializer_class = CommitmentSerializer
    detail_class = CommitmentDetail
    orderings = {"due_date": ("due_date_latest",)}
    search = ("title", "as_worded", "conditions")
    questions = {
        "view": ViewFilter(COMMITMENT_VIEWS),
        "partner": ReferencesFilter("parties__partner", model=Partner),
        "promisor": ReferencesFilter(
            "parties__partner", model=Partner, also={"side": Side.PROMISOR}
        ),
        "promisee": ReferencesFilter(
            "parties__partner", model=Partner, also={"side": Side.PROMISEE}
        ),
        "institution": ReferencesFilter(
            "commitment_institutions__institution", model=Institution
        ),
        "meeting": ReferencesFilter("mentions__meeting", model=Meeting),
    }


@collection("commitment-parties")
class CommitmentPartyViewSet(Collection):
    """Who promises what, and to whom."""

    family = "Commitments"
    serializer_class = CommitmentPartySerializer
    exact = ("label",)


@collection("commitment-institutions")
class CommitmentInstitutionViewSet(Collection):
    """Which institutions lead or support the work on which commitments."""

    family = "Commitments"
    serializer_class = CommitmentInstitutionSerializer


@collection("commitment-amounts")
class CommitmentAmountViewSet(Collection):
    """Sums that commitments speak of."""

    family = "Commitments"
    serializer_class = CommitmentAmountSerializer
    exact = ("currency",)
