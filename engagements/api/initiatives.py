"""Policies, programmes and projects over the API."""

from chancery.api.registry import collection
from chancery.api.related_filters import ReferencesFilter
from chancery.api.serializers import ScopedSerializer, columns, parts
from chancery.api.viewsets import Collection, RecordCollection
from engagements.api.citations import EngagementsCitationSerializer
from engagements.api.short import CommitmentShort
from engagements.models import (
    EngagementsCitation,
    Initiative,
    InitiativeAmount,
    InitiativePartner,
)
from partners.models import Partner


class InitiativePartnerSerializer(ScopedSerializer):
    """A partner that an initiative is with, for or about."""

    class Meta:
        model = InitiativePartner
        fields = columns(InitiativePartner)


class InitiativeAmountSerializer(ScopedSerializer):
    """Money that an initiative was promised, allotted or paid."""

    class Meta:
        model = InitiativeAmount
        fields = columns(InitiativeAmount)


class InitiativeSerializer(ScopedSerializer):
    """A policy, programme or project with its partners and amounts."""

    partners = parts(
        InitiativePartnerSerializer, inside="initiative", source="initiative_partners"
    )
    amounts = parts(InitiativeAmountSerializer, inside="initiative")

    class Meta:
        model = Initiative
        fields = (*columns(Initiative), "partners", "amounts")


class InitiativeDetail(InitiativeSerializer):
    """An initiative with its commitments and citations."""

    commitments = CommitmentShort(many=True, read_only=True)
    citations = parts(EngagementsCitationSerializer, inside=EngagementsCitation.CITED)

    class Meta(InitiativeSerializer.Meta):
        fields = (*InitiativeSerializer.Meta.fields, "commitments", "citations")


@collection("initiatives")
class InitiativeViewSet(RecordCollection):
    """Policies, programmes and projects."""

    family = "Initiatives"
    serializer_class = InitiativeSerializer
    detail_class = InitiativeDetail
    orderings = {"name": ("name",), "start": ("start_earliest", "start_latest")}
    search = ("name", "name_ko", "description")
    questions = {
        "partner": ReferencesFilter(
            "owner_partner", "initiative_partners__partner", model=Partner
        )
    }


@collection("initiative-partners")
class InitiativePartnerViewSet(Collection):
    """Which partners initiatives are with, for or about."""

    family = "Initiatives"
    serializer_class = InitiativePartnerSerializer


@collection("initiative-amounts")
class InitiativeAmountViewSet(Collection):
    """Sums pledged, committed and disbursed for initiatives."""

    family = "Initiatives"
    serializer_class = InitiativeAmountSerializer
    exact = ("currency",)
