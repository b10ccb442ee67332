"""Series of meetings over the API."""

from chancery.api.registry import collection
from chancery.api.related_filters import ReferencesFilter
from chancery.api.serializers import ScopedSerializer, columns, parts
from chancery.api.viewsets import Collection, RecordCollection
from engagements.api.citations import EngagementsCitationSerializer
from engagements.api.short import MeetingShort
from engagements.models import EngagementsCitation, MeetingSeries, SeriesParty
from partners.models import Partner


class SeriesPartySerializer(ScopedSerializer):
    """A partner that the sessions of a series bring together."""

    class Meta:
        model = SeriesParty
        fields = columns(SeriesParty)


class SessionShort(MeetingShort):
    """A session of a series in a line."""

    class Meta(MeetingShort.Meta):
        fields = ("ordinal", *MeetingShort.Meta.fields)
        order = ("ordinal", *MeetingShort.Meta.order)


class MeetingSeriesSerializer(ScopedSerializer):
    """A joint committee, a forum, a dialogue, with its parties."""

    parties = parts(SeriesPartySerializer, inside="series")

    class Meta:
        model = MeetingSeries
        fields = (*columns(MeetingSeries), "parties")


class MeetingSeriesDetail(MeetingSeriesSerializer):
    """A series with its sessions and citations."""

    meetings = SessionShort(many=True, read_only=True)
    citations = parts(EngagementsCitationSerializer, inside=EngagementsCitation.CITED)

    class Meta(MeetingSeriesSerializer.Meta):
        fields = (*MeetingSeriesSerializer.Meta.fields, "meetings", "citations")


@collection("meeting-series")
class MeetingSeriesViewSet(RecordCollection):
    """Joint committees, forums and dialogues: what their sessions have in common."""

    family = "Meetings"
    serializer_class = MeetingSeriesSerializer
    detail_class = MeetingSeriesDetail
    orderings = {"name": ("name",)}
    search = ("name", "name_ko")
    questions = {"partner": ReferencesFilter("parties__partner", model=Partner)}


@collection("series-parties")
class SeriesPartyViewSet(Collection):
    """Which partners the sessions of which series bring together."""

    family = "Meetings"
    serializer_class = SeriesPartySerializer
