"""People and the posts they held, over the API."""

from chancery.api.registry import collection
from chancery.api.serializers import ScopedSerializer, columns, parts
from chancery.api.viewsets import Collection, RecordCollection
from partners.api.citations import PartnersCitationSerializer
from partners.models import PartnersCitation, Person, PersonName, Tenure

# Kept by the database for a constraint; says nothing to a reader.
_INTERNAL = ("is_exclusive",)


class PersonNameSerializer(ScopedSerializer):
    """A spelling of a person's name."""

    class Meta:
        model = PersonName
        fields = columns(PersonName)


class TenureSerializer(ScopedSerializer):
    """A person holds a post over a time, fully or as acting."""

    class Meta:
        model = Tenure
        fields = columns(Tenure, without=_INTERNAL)
        order = ("start_earliest", "start_latest")


class TenureDetail(TenureSerializer):
    """A tenure with its citations."""

    citations = parts(PartnersCitationSerializer, inside=PartnersCitation.CITED)

    class Meta(TenureSerializer.Meta):
        fields = (*TenureSerializer.Meta.fields, "citations")


class PersonSerializer(ScopedSerializer):
    """Somebody on one of the sides."""

    class Meta:
        model = Person
        fields = columns(Person)


class PersonDetail(PersonSerializer):
    """A person with all spellings of the name, the posts held, and citations."""

    names = parts(PersonNameSerializer, inside="person")
    tenures = parts(TenureSerializer, inside="person")
    citations = parts(PartnersCitationSerializer, inside=PartnersCitation.CITED)

    class Meta(PersonSerializer.Meta):
        fields = (*PersonSerializer.Meta.fields, "names", "tenures", "citations")


@collection("people")
class PersonViewSet(RecordCollection):
    """People on all sides."""

    family = "Institutions and people"
    serializer_class = PersonSerializer
    detail_class = PersonDetail
    orderings = {"name": ("name",)}
    search = ("name", "names__text")


@collection("person-names")
class PersonNameViewSet(Collection):
    """Spellings of people's names."""

    family = "Institutions and people"
    serializer_class = PersonNameSerializer
    search = ("text",)
    exact = ("language", "script")


@collection("tenures")
class TenureViewSet(RecordCollection):
    """Who held which post, and when."""

    family = "Institutions and people"
    serializer_class = TenureSerializer
    detail_class = TenureDetail
    orderings = {"start": ("start_earliest", "start_latest")}
