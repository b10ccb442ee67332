"""Institutions and posts over the API."""

from chancery.api.fields import RelatedList
from chancery.api.registry import collection
from chancery.api.serializers import ScopedSerializer, columns, parts
from chancery.api.viewsets import Collection, RecordCollection
from partners.api.citations import PartnersCitationSerializer
from partners.api.people import TenureSerializer
from partners.models import Institution, InstitutionName, PartnersCitation, Post


class InstitutionNameSerializer(ScopedSerializer):
    """A name of an institution in some language and script."""

    class Meta:
        model = InstitutionName
        fields = columns(InstitutionName)


class InstitutionSerializer(ScopedSerializer):
    """A ministry, agency, office, mission or legislature."""

    class Meta:
        model = Institution
        fields = columns(Institution)


class InstitutionDetail(InstitutionSerializer):
    """An institution with its names, parts, posts and citations."""

    names = parts(InstitutionNameSerializer, inside="institution")
    parts_of_it = RelatedList(model=Institution, source="parts")
    posts = RelatedList(model=Post)
    citations = parts(PartnersCitationSerializer, inside=PartnersCitation.CITED)

    class Meta(InstitutionSerializer.Meta):
        fields = (
            *InstitutionSerializer.Meta.fields,
            "names",
            "parts_of_it",
            "posts",
            "citations",
        )


class PostSerializer(ScopedSerializer):
    """An office that a person holds; it exists while it is vacant."""

    class Meta:
        model = Post
        fields = columns(Post)


class PostDetail(PostSerializer):
    """A post with those who held it, and its citations."""

    tenures = parts(TenureSerializer, inside="post")
    citations = parts(PartnersCitationSerializer, inside=PartnersCitation.CITED)

    class Meta(PostSerializer.Meta):
        fields = (*PostSerializer.Meta.fields, "tenures", "citations")


@collection("institutions")
class InstitutionViewSet(RecordCollection):
    """Ministries, agencies, offices, missions and legislatures of partners."""

    family = "Institutions and people"
    serializer_class = InstitutionSerializer
    detail_class = InstitutionDetail
    orderings = {"name": ("name",)}
    search = ("name", "names__text")


@collection("institution-names")
class InstitutionNameViewSet(Collection):
    """Names of institutions, each with the time in which it was used."""

    family = "Institutions and people"
    serializer_class = InstitutionNameSerializer
    search = ("text",)
    exact = ("language", "script")


@collection("posts")
class PostViewSet(RecordCollection):
    """Offices that people hold."""

    family = "Institutions and people"
    serializer_class = PostSerializer
    detail_class = PostDetail
    orderings = {"title": ("title",)}
    search = ("title", "title_ko")
