"""Meetings over the API."""

from chancery.api.fields import RelatedList
from chancery.api.filters import NumberFilter
from chancery.api.registry import collection
from chancery.api.related_filters import ReferencesFilter
from chancery.api.serializers import ScopedSerializer, columns, parts
from chancery.api.viewsets import Collection, RecordCollection
from engagements.api.agreements import AgreementEventSerializer
from engagements.api.citations import EngagementsCitationSerializer
from engagements.api.follow_up import MentionDetail
from engagements.api.relation_bases import RelationBasisSerializer
from engagements.api.short import MeetingShort
from engagements.models import (
    EngagementsCitation,
    Meeting,
    MeetingPartner,
    MeetingStatusChange,
    Participation,
    ProgressUpdate,
)
from partners.models import Partner, Person, Post


class MeetingPartnerSerializer(ScopedSerializer):
    """A partner takes part in a meeting."""

    class Meta:
        model = MeetingPartner
        fields = columns(MeetingPartner)


class ParticipationSerializer(ScopedSerializer):
    """Somebody at a meeting: a person, only a post, or only a description."""

    class Meta:
        model = Participation
        fields = columns(Participation)
        order = ("position",)


class ParticipationDetail(ParticipationSerializer):
    """A participation with its citations."""

    citations = parts(EngagementsCitationSerializer, inside=EngagementsCitation.CITED)

    class Meta(ParticipationSerializer.Meta):
        fields = (*ParticipationSerializer.Meta.fields, "citations")


class MeetingStatusChangeSerializer(ScopedSerializer):
    """How a meeting's status or date moved."""

    class Meta:
        model = MeetingStatusChange
        fields = columns(MeetingStatusChange)
        order = ("position",)


class MeetingSerializer(ScopedSerializer):
    """One meeting, held, planned, hoped for or put off, with the partners at it."""

    partners = parts(
        MeetingPartnerSerializer, inside="meeting", source="meeting_partners"
    )

    class Meta:
        model = Meeting
        fields = (*columns(Meeting), "partners")
        hidden_with = {"ordinal": ("series", None), "parent_relation": ("parent", "")}


class MeetingDetail(MeetingSerializer):
    """A meeting with all that was said and done there, and where that is said."""

    participations = parts(ParticipationDetail, inside="meeting")
    mentions = parts(MentionDetail, inside="meeting")
    status_changes = parts(MeetingStatusChangeSerializer, inside="meeting")
    meetings_in_it = MeetingShort(many=True, read_only=True)
    agreement_events = parts(AgreementEventSerializer, inside="meeting")
    relation_bases = parts(RelationBasisSerializer, inside="meeting")
    progress_updates = RelatedList(model=ProgressUpdate)
    citations = parts(EngagementsCitationSerializer, inside=EngagementsCitation.CITED)

    class Meta(MeetingSerializer.Meta):
        fields = (
            *MeetingSerializer.Meta.fields,
            "participations",
            "mentions",
            "status_changes",
            "meetings_in_it",
            "agreement_events",
            "relation_bases",
            "progress_updates",
            "citations",
        )


@collection("meetings")
class MeetingViewSet(RecordCollection):
    """Meetings held, planned, hoped for and put off."""

    family = "Meetings"
    serializer_class = MeetingSerializer
    detail_class = MeetingDetail
    orderings = {"date": ("date_latest", "date_earliest")}
    default_ordering = "-date"
    search = ("title", "agenda", "summary", "outcome")
    questions = {
        "partner": ReferencesFilter("meeting_partners__partner", model=Partner),
        "person": ReferencesFilter("participations__person", model=Person),
        "post": ReferencesFilter("participations__post", model=Post),
        "ordinal": NumberFilter("ordinal"),
    }


@collection("meeting-partners")
class MeetingPartnerViewSet(Collection):
    """Which partners took part in which meetings, and in what role."""

    family = "Meetings"
    serializer_class = MeetingPartnerSerializer


@collection("participations")
class ParticipationViewSet(RecordCollection):
    """Who was at which meeting, under which title and on whose side."""

    family = "Meetings"
    serializer_class = ParticipationSerializer
    detail_class = ParticipationDetail
    search = ("label", "title_then")


@collection("meeting-status-changes")
class MeetingStatusChangeViewSet(Collection):
    """How the statuses and dates of meetings moved."""

    family = "Meetings"
    serializer_class = MeetingStatusChangeSerializer
