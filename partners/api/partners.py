"""Partners over the API."""

from chancery.api.briefs import called
from chancery.api.fields import RelatedList
from chancery.api.registry import collection
from chancery.api.serializers import ScopedSerializer, columns, parts
from chancery.api.viewsets import Collection, RecordCollection
from partners.api.citations import PartnersCitationSerializer
from partners.models import GroupMembership, Partner, PartnerName, PartnersCitation

called(Partner, codes=("iso_alpha3",))


class PartnerNameSerializer(ScopedSerializer):
    """A name of a partner in some language and script."""

    class Meta:
        model = PartnerName
        fields = columns(PartnerName)


class GroupMembershipSerializer(ScopedSerializer):
    """A partner belongs to a group, for a time."""

    class Meta:
        model = GroupMembership
        fields = columns(GroupMembership)


class GroupMembershipDetail(GroupMembershipSerializer):
    """A membership with its citations."""

    citations = parts(PartnersCitationSerializer, inside=PartnersCitation.CITED)

    class Meta(GroupMembershipSerializer.Meta):
        fields = (*GroupMembershipSerializer.Meta.fields, "citations")


class PartnerSerializer(ScopedSerializer):
    """A state, organisation, group or other actor."""

    class Meta:
        model = Partner
        fields = columns(Partner)


class PartnerDetail(PartnerSerializer):
    """A partner with its names, groups, members and citations."""

    names = parts(PartnerNameSerializer, inside="partner")
    memberships = parts(GroupMembershipSerializer, inside="member")
    members = parts(
        GroupMembershipSerializer, inside="group", source="memberships_in_it"
    )
    predecessors = RelatedList(model=Partner)
    citations = parts(PartnersCitationSerializer, inside=PartnersCitation.CITED)

    class Meta(PartnerSerializer.Meta):
        fields = (
            *PartnerSerializer.Meta.fields,
            "names",
            "memberships",
            "members",
            "predecessors",
            "citations",
        )


@collection("partners")
class PartnerViewSet(RecordCollection):
    """States, organisations, groups and other actors, our own state among them."""

    family = "Partners"
    serializer_class = PartnerSerializer
    detail_class = PartnerDetail
    orderings = {"name": ("short_name",)}
    search = ("short_name", "official_name", "names__text")
    exact = ("iso_alpha2", "iso_alpha3", "iso_numeric", "region")


@collection("partner-names")
class PartnerNameViewSet(Collection):
    """Names of partners, each with the time in which it was used."""

    family = "Partners"
    serializer_class = PartnerNameSerializer
    search = ("text",)
    exact = ("language", "script")


@collection("group-memberships")
class GroupMembershipViewSet(RecordCollection):
    """Who belongs to which group, in which role and when."""

    family = "Partners"
    serializer_class = GroupMembershipSerializer
    detail_class = GroupMembershipDetail
