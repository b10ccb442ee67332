"""A record's history over the API; what it says is ``chancery.timeline``'s business."""

from typing import Any

from rest_framework import serializers

from chancery.api.fields import InstantField


class TimelineChange(serializers.Serializer[Any]):
    """One field, as people read it, in the language that was asked for."""

    # DRF takes declared fields off the class, so that its own ``label`` remains.
    label = serializers.CharField()  # type: ignore[assignment]
    before = serializers.CharField(allow_blank=True)
    after = serializers.CharField(allow_blank=True)


class TimelineEntry(serializers.Serializer[Any]):
    """One row written, changed or removed."""

    at = InstantField()
    actor = serializers.CharField(allow_blank=True)
    verb = serializers.CharField(allow_blank=True)
    reason = serializers.CharField(allow_blank=True)
    kind = serializers.ChoiceField(choices=["insert", "update", "delete"])
    subject = serializers.CharField(allow_blank=True)
    changes = TimelineChange(many=True)


class Timeline(serializers.Serializer[Any]):
    """The newest entries."""

    results = TimelineEntry(many=True)
