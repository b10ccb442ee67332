"""Where the facts of this room are said, over the API."""

from chancery.api.registry import collection
from chancery.api.serializers import ScopedSerializer, columns
from chancery.api.viewsets import Collection
from engagements.models import EngagementsCitation


class EngagementsCitationSerializer(ScopedSerializer):
    """One place in one source, and the one record of this room that it bears on."""

    class Meta:
        model = EngagementsCitation
        fields = columns(EngagementsCitation)
        order = ("source__reference", "paragraph", "char_start")


@collection("engagement-citations")
class EngagementsCitationViewSet(Collection):
    """Where the facts about meetings, agreements and commitments are said."""

    family = "Sources"
    serializer_class = EngagementsCitationSerializer
    exact = ("field",)
    search = ("quote", "source_says", "note")
