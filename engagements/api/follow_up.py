"""The line of a commitment through time, over the API."""

from typing import ClassVar

from django.db.models import F

from chancery.api.registry import collection
from chancery.api.serializers import ScopedSerializer, columns, parts
from chancery.api.viewsets import Collection, RecordCollection
from engagements.api.citations import EngagementsCitationSerializer
from engagements.api.short import CommitmentShort, MeetingShort
from engagements.models import (
    DueDateChange,
    EngagementsCitation,
    Mention,
    ProgressEvidence,
    ProgressUpdate,
    Succession,
)


class MentionSerializer(ScopedSerializer):
    """A meeting at which a commitment was spoken of, and how."""

    commitment = CommitmentShort(read_only=True)
    meeting = MeetingShort(read_only=True)

    class Meta:
        model = Mention
        fields = columns(Mention)
        order: ClassVar = ("meeting__date_earliest", "meeting__date_latest")


class MentionDetail(MentionSerializer):
    """A mention with its citations."""

    citations = parts(EngagementsCitationSerializer, inside=EngagementsCitation.CITED)

    class Meta(MentionSerializer.Meta):
        fields = (*MentionSerializer.Meta.fields, "citations")


class SuccessionSerializer(ScopedSerializer):
    """One commitment came out of another."""

    class Meta:
        model = Succession
        fields = columns(Succession)


class ProgressEvidenceSerializer(ScopedSerializer):
    """What shows that something was done."""

    class Meta:
        model = ProgressEvidence
        fields = columns(ProgressEvidence)


class ProgressUpdateSerializer(ScopedSerializer):
    """What an officer reported on a commitment, with the evidence."""

    evidence = parts(ProgressEvidenceSerializer, inside="update")

    class Meta:
        model = ProgressUpdate
        fields = (*columns(ProgressUpdate), "evidence")
        order: ClassVar = (F("date_latest").desc(nulls_last=True), "-pk")


class ProgressUpdateDetail(ProgressUpdateSerializer):
    """A report with its citations."""

    citations = parts(EngagementsCitationSerializer, inside=EngagementsCitation.CITED)

    class Meta(ProgressUpdateSerializer.Meta):
        fields = (*ProgressUpdateSerializer.Meta.fields, "citations")


class DueDateChangeSerializer(ScopedSerializer):
    """A wish to move a due date, with its reason and a supervisor's decision."""

    class Meta:
        model = DueDateChange
        fields = columns(DueDateChange)
        order: ClassVar = ("requested_at",)


@collection("mentions")
class MentionViewSet(RecordCollection):
    """The meetings at which commitments were spoken of."""

    family = "Commitments"
    serializer_class = MentionSerializer
    detail_class = MentionDetail
    search = ("text_before", "text_after", "note")


@collection("successions")
class SuccessionViewSet(Collection):
    """Which commitments came out of which."""

    family = "Commitments"
    serializer_class = SuccessionSerializer


@collection("progress-updates")
class ProgressUpdateViewSet(RecordCollection):
    """What officers reported on commitments."""

    family = "Commitments"
    serializer_class = ProgressUpdateSerializer
    detail_class = ProgressUpdateDetail
    orderings = {
        "date": ("date_latest", "date_earliest"),
        "written_at": ("written_at",),
    }
    default_ordering = "-date"
    search = ("done", "next_step", "obstacle", "help_needed")
    exact = ("verb",)


@collection("progress-evidence")
class ProgressEvidenceViewSet(Collection):
    """Addresses and documents that show what was done."""

    family = "Commitments"
    serializer_class = ProgressEvidenceSerializer
    exact = ("sha256",)


@collection("due-date-changes")
class DueDateChangeViewSet(RecordCollection):
    """Wishes to move due dates, and what was decided."""

    family = "Commitments"
    serializer_class = DueDateChangeSerializer
    orderings = {"requested_at": ("requested_at",)}
    default_ordering = "-requested_at"
