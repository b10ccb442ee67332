"""Places over the API."""

from chancery.api.fields import RelatedList
from chancery.api.registry import collection
from chancery.api.serializers import ScopedSerializer, columns, parts
from chancery.api.viewsets import Collection, RecordCollection
from partners.api.citations import PartnersCitationSerializer
from partners.models import PartnersCitation, Place, PlaceName


class PlaceNameSerializer(ScopedSerializer):
    """A name of a place, with the time in which it was used."""

    class Meta:
        model = PlaceName
        fields = columns(PlaceName)


class PlaceSerializer(ScopedSerializer):
    """A city, a site or a building."""

    class Meta:
        model = Place
        fields = columns(Place)


class PlaceDetail(PlaceSerializer):
    """A place with its names, the places in it, and citations."""

    names = parts(PlaceNameSerializer, inside="place")
    places_in_it = RelatedList(model=Place)
    citations = parts(PartnersCitationSerializer, inside=PartnersCitation.CITED)

    class Meta(PlaceSerializer.Meta):
        fields = (*PlaceSerializer.Meta.fields, "names", "places_in_it", "citations")


@collection("places")
class PlaceViewSet(RecordCollection):
    """Cities, sites and buildings."""

    family = "Places"
    serializer_class = PlaceSerializer
    detail_class = PlaceDetail
    orderings = {"name": ("name",)}
    search = ("name", "names__text")
    exact = ("time_zone",)


@collection("place-names")
class PlaceNameViewSet(Collection):
    """Names of places, each with the time in which it was used."""

    family = "Places"
    serializer_class = PlaceNameSerializer
    search = ("text",)
    exact = ("language", "script")
