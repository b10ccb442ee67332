"""Documents over the API."""

from chancery.api.registry import collection
from chancery.api.serializers import ScopedSerializer, columns
from chancery.api.viewsets import RecordCollection
from seeds.models import Source


class SourceSerializer(ScopedSerializer):
    """A document that facts are taken from; its text stays outside."""

    class Meta:
        model = Source
        fields = columns(Source)


@collection("sources")
class SourceViewSet(RecordCollection):
    """Documents that facts are taken from."""

    family = "Sources"
    serializer_class = SourceSerializer
    orderings = {"published": ("published_latest", "published_earliest")}
    default_ordering = "-published"
    search = ("title", "publisher")
    exact = ("language", "sha256", "publisher")
