"""What was merged into what, over the API."""

from chancery.api.registry import collection
from chancery.api.serializers import ScopedSerializer, columns
from chancery.api.viewsets import RecordCollection
from partners.models import Merge

# Keys and former values, for the undo only.
_INTERNAL = ("ledger",)


class MergeSerializer(ScopedSerializer):
    """One record was merged into another; undone where ``undone_at`` is set."""

    class Meta:
        model = Merge
        fields = columns(Merge, without=_INTERNAL)


@collection("merges")
class MergeViewSet(RecordCollection):
    """Records that were found to be one."""

    family = "Institutions and people"
    serializer_class = MergeSerializer
    orderings = {"merged_at": ("merged_at",)}
