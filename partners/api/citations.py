"""Where the facts of this room are said, over the API."""

from chancery.api.registry import collection
from chancery.api.serializers import ScopedSerializer, columns
from chancery.api.viewsets import Collection
from partners.models import PartnersCitation


class PartnersCitationSerializer(ScopedSerializer):
    """One place in one source, and the one record of this room that it bears on."""

    class Meta:
        model = PartnersCitation
        fields = columns(PartnersCitation)
        order = ("source__reference", "paragraph", "char_start")


@collection("partner-citations")
class PartnersCitationViewSet(Collection):
    """Where the facts about partners, institutions, posts and people are said."""

    family = "Sources"
    serializer_class = PartnersCitationSerializer
    exact = ("field",)
    search = ("quote", "source_says", "note")
