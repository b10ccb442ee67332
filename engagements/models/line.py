"""The line of a commitment through time: mentions and succession."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chancery.history import recorded
from chancery.models.record import NamedPart, Part, known
from engagements.models.commitment import Commitment
from engagements.models.meeting import Meeting
from engagements.vocabulary import MentionKind, SuccessionKind


@recorded
class Mention(NamedPart):
    """A meeting at which a commitment was spoken of, and how."""

    prefix: ClassVar[str] = "MEN"
    scope_paths: ClassVar[tuple[str, ...]] = ("commitment", "meeting")
    history_parents: ClassVar[tuple[str, ...]] = ("commitment", "meeting")

    commitment = models.ForeignKey(
        Commitment,
        models.PROTECT,
        related_name="mentions",
        verbose_name=_("commitment"),
    )
    meeting = models.ForeignKey(
        Meeting, models.PROTECT, related_name="mentions", verbose_name=_("meeting")
    )
    kind = models.CharField(_("how"), max_length=10, choices=MentionKind.choices)
    text_before = models.TextField(_("wording before"), blank=True)
    text_after = models.TextField(_("wording after"), blank=True)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["commitment"],
                condition=Q(kind="made"),
                name="engagements_mention_made_only_once",
                violation_error_message=_("A commitment is made at one meeting only."),
            ),
            models.UniqueConstraint(
                fields=["commitment", "meeting", "kind"],
                name="engagements_mention_is_entered_once",
                violation_error_message=_(
                    "This is entered already: change that row instead."
                ),
            ),
            models.CheckConstraint(
                name="engagements_mention_revision_says_what_changed",
                condition=~Q(kind="revised") | ~Q(text_after=""),
                violation_error_message=_("Give the revised wording."),
            ),
            known("kind", MentionKind),
        ]

    def __str__(self) -> str:
        """Return how and where."""
        return f"{self.get_kind_display()} · {self.meeting}"

    def seen_from(self, record: object) -> models.Model:
        """Return the other end: the meeting of a commitment, or the reverse."""
        return self.commitment if record == self.meeting else self.meeting


@recorded
class Succession(Part):
    """One commitment came out of another."""

    scope_paths: ClassVar[tuple[str, ...]] = ("predecessor", "successor")
    natural_fields: ClassVar[tuple[str, ...]] = ("predecessor", "successor")
    history_parents: ClassVar[tuple[str, ...]] = ("predecessor", "successor")

    predecessor = models.ForeignKey(
        Commitment,
        models.PROTECT,
        related_name="successions",
        verbose_name=_("predecessor"),
    )
    successor = models.ForeignKey(
        Commitment,
        models.PROTECT,
        related_name="origins",
        verbose_name=_("successor"),
    )
    kind = models.CharField(_("how"), max_length=14, choices=SuccessionKind.choices)

    class Meta:
        verbose_name = _("succession")
        verbose_name_plural = _("successions")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["predecessor", "successor"],
                name="engagements_succession_is_entered_once",
                violation_error_message=_(
                    "This is entered already: change that row instead."
                ),
            ),
            models.CheckConstraint(
                name="engagements_succession_is_to_another",
                condition=~Q(predecessor=F("successor")),
                violation_error_message=_("A commitment cannot succeed itself."),
            ),
            known("kind", SuccessionKind),
        ]

    def __str__(self) -> str:
        """Return kind and successor."""
        return f"{self.get_kind_display()} {self.successor}"
