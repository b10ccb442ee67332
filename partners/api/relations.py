"""How partners stand to each other, over the API."""

from chancery.api.registry import collection
from chancery.api.related_filters import ReferencesFilter
from chancery.api.serializers import ScopedSerializer, columns, parts
from chancery.api.viewsets import RecordCollection
from partners.api.citations import PartnersCitationSerializer
from partners.models import (
    Indicator,
    Partner,
    PartnersCitation,
    RelationStep,
    RelationTier,
)


class RelationTierSerializer(ScopedSerializer):
    """A rung of the ladder of relations, or a way of falling off it."""

    class Meta:
        model = RelationTier
        fields = columns(RelationTier)


class RelationStepSerializer(ScopedSerializer):
    """Two partners came to stand on a tier."""

    class Meta:
        model = RelationStep
        fields = columns(RelationStep)


class RelationStepDetail(RelationStepSerializer):
    """A step of relations with its citations."""

    citations = parts(PartnersCitationSerializer, inside=PartnersCitation.CITED)

    class Meta(RelationStepSerializer.Meta):
        fields = (*RelationStepSerializer.Meta.fields, "citations")


class IndicatorSerializer(ScopedSerializer):
    """A figure: what was measured, between whom, for when."""

    class Meta:
        model = Indicator
        fields = columns(Indicator)


class IndicatorDetail(IndicatorSerializer):
    """A figure with its citations."""

    citations = parts(PartnersCitationSerializer, inside=PartnersCitation.CITED)

    class Meta(IndicatorSerializer.Meta):
        fields = (*IndicatorSerializer.Meta.fields, "citations")


@collection("relation-tiers")
class RelationTierViewSet(RecordCollection):
    """The installation's ladder of relations."""

    family = "Relations"
    serializer_class = RelationTierSerializer
    orderings = {"rank": ("rank",)}
    search = ("name", "name_ko")


@collection("relation-steps")
class RelationStepViewSet(RecordCollection):
    """When which two partners came to stand on which tier; third parties too.

    What a step rests on stands in relation-bases.
    """

    family = "Relations"
    serializer_class = RelationStepSerializer
    detail_class = RelationStepDetail
    orderings = {"date": ("date_earliest", "date_latest")}
    search = ("instrument", "note")
    questions = {"partner": ReferencesFilter("first", "second", model=Partner)}


@collection("indicators")
class IndicatorViewSet(RecordCollection):
    """Trade, investment, travellers and other figures."""

    family = "Relations"
    serializer_class = IndicatorSerializer
    detail_class = IndicatorDetail
    orderings = {"period": ("period_latest", "period_earliest")}
    default_ordering = "-period"
    exact = ("unit", "currency")
    search = ("unit", "note")
    questions = {"partner": ReferencesFilter("first", "second", model=Partner)}
