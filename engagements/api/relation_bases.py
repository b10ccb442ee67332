"""What steps of relations rest on, over the API."""

from chancery.api.registry import collection
from chancery.api.serializers import ScopedSerializer, columns
from chancery.api.viewsets import Collection
from engagements.models import RelationBasis


class RelationBasisSerializer(ScopedSerializer):
    """The meeting or agreement by which two partners took a step of relations."""

    class Meta:
        model = RelationBasis
        fields = columns(RelationBasis)


@collection("relation-bases")
class RelationBasisViewSet(Collection):
    """The meetings and agreements that steps of relations rest on."""

    family = "Relations"
    serializer_class = RelationBasisSerializer
