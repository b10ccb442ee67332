"""Agreements over the API."""

from chancery.api.fields import RelatedList
from chancery.api.registry import collection
from chancery.api.related_filters import ReferencesFilter
from chancery.api.serializers import ScopedSerializer, columns, parts
from chancery.api.viewsets import Collection, RecordCollection
from engagements.api.citations import EngagementsCitationSerializer
from engagements.api.relation_bases import RelationBasisSerializer
from engagements.api.short import CommitmentShort
from engagements.models import (
    Agreement,
    AgreementEvent,
    AgreementEventPlace,
    AgreementLink,
    AgreementParty,
    EngagementsCitation,
    MeetingSeries,
    ProcedureStep,
)
from partners.models import Institution, Partner


class AgreementPartySerializer(ScopedSerializer):
    """A state or an agency that is, or is to be, bound."""

    class Meta:
        model = AgreementParty
        fields = columns(AgreementParty)


class AgreementLinkSerializer(ScopedSerializer):
    """One agreement was made under, amends or supersedes another."""

    class Meta:
        model = AgreementLink
        fields = columns(AgreementLink)


class AgreementEventPlaceSerializer(ScopedSerializer):
    """Where an event took place."""

    class Meta:
        model = AgreementEventPlace
        fields = columns(AgreementEventPlace)


class AgreementEventSerializer(ScopedSerializer):
    """Something that happened to an agreement, with its places."""

    places = parts(AgreementEventPlaceSerializer, inside="event", source="event_places")

    class Meta:
        model = AgreementEvent
        fields = (*columns(AgreementEvent), "places")
        order = ("position",)


class AgreementEventDetail(AgreementEventSerializer):
    """An event with its citations."""

    citations = parts(EngagementsCitationSerializer, inside=EngagementsCitation.CITED)

    class Meta(AgreementEventSerializer.Meta):
        fields = (*AgreementEventSerializer.Meta.fields, "citations")


class ProcedureStepSerializer(ScopedSerializer):
    """One item of the home state's domestic checklist."""

    class Meta:
        model = ProcedureStep
        fields = columns(ProcedureStep)


class AgreementSerializer(ScopedSerializer):
    """A treaty, declaration, memorandum or plan with its parties."""

    parties = parts(AgreementPartySerializer, inside="agreement")

    class Meta:
        model = Agreement
        fields = (*columns(Agreement), "parties")


class AgreementDetail(AgreementSerializer):
    """An agreement with all that happened to it, and where that is said."""

    events = parts(AgreementEventDetail, inside="agreement")
    links = parts(AgreementLinkSerializer, inside="agreement")
    links_to_it = parts(AgreementLinkSerializer, inside="other")
    procedure = parts(
        ProcedureStepSerializer, inside="agreement", source="procedure_steps"
    )
    commitments = CommitmentShort(many=True, read_only=True)
    commitments_about = CommitmentShort(many=True, read_only=True)
    founded_series = RelatedList(model=MeetingSeries)
    relation_bases = parts(RelationBasisSerializer, inside="agreement")
    citations = parts(EngagementsCitationSerializer, inside=EngagementsCitation.CITED)

    class Meta(AgreementSerializer.Meta):
        fields = (
            *AgreementSerializer.Meta.fields,
            "events",
            "links",
            "links_to_it",
            "procedure",
            "commitments",
            "commitments_about",
            "founded_series",
            "relation_bases",
            "citations",
        )


@collection("agreements")
class AgreementViewSet(RecordCollection):
    """Treaties, declarations, memoranda and plans, and how each stands."""

    family = "Agreements"
    serializer_class = AgreementSerializer
    detail_class = AgreementDetail
    orderings = {"title": ("title",)}
    default_ordering = "-reference"
    search = ("title", "short_title", "title_ko", "subject")
    exact = ("treaty_number", "registration_number")
    questions = {
        "partner": ReferencesFilter("parties__partner", model=Partner),
        "institution": ReferencesFilter("parties__institution", model=Institution),
    }


@collection("agreement-parties")
class AgreementPartyViewSet(Collection):
    """Who is, or is to be, bound by which agreement."""

    family = "Agreements"
    serializer_class = AgreementPartySerializer


@collection("agreement-links")
class AgreementLinkViewSet(Collection):
    """How agreements bear on each other."""

    family = "Agreements"
    serializer_class = AgreementLinkSerializer


@collection("agreement-events")
class AgreementEventViewSet(RecordCollection):
    """What happened to agreements: the truth behind their status."""

    family = "Agreements"
    serializer_class = AgreementEventSerializer
    detail_class = AgreementEventDetail
    orderings = {"action_date": ("action_date_latest", "action_date_earliest")}
    default_ordering = "-action_date"
    search = ("instrument", "note")


@collection("agreement-event-places")
class AgreementEventPlaceViewSet(Collection):
    """Where what happened to agreements took place."""

    family = "Agreements"
    serializer_class = AgreementEventPlaceSerializer


@collection("procedure-steps")
class ProcedureStepViewSet(Collection):
    """The home state's domestic procedure for agreements."""

    family = "Agreements"
    serializer_class = ProcedureStepSerializer
