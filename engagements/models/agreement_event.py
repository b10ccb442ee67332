"""What happened to agreements, and the home state's own procedure for them."""

from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chancery.dates.fields import (
    EarliestField,
    LatestField,
    PartialDateField,
    valid_edtf,
)
from chancery.history import recorded
from chancery.models.record import NamedPart, Part, known
from chancery.text import Text
from chancery.triggers import never_deleted
from engagements.models import agreement_triggers
from engagements.models.agreement import Agreement
from engagements.models.meeting import Meeting
from engagements.vocabulary import AgreementEventKind
from engagements.workflow import AGREEMENT
from partners.models import Partner, Place

NEEDING_INSTRUMENT = [rule.kind for rule in AGREEMENT if rule.needs_instrument]
NEEDING_PARTY = [rule.kind for rule in AGREEMENT if rule.needs_party]


@recorded
class AgreementEvent(NamedPart):
    """Something that happened to an agreement; the truth behind its status.

    ``action_date`` is when it was done, ``effective_date`` when it took effect. An
    event entered by mistake is voided with a reason, never removed.
    """

    prefix: ClassVar[str] = "EVT"
    scope_paths: ClassVar[tuple[str, ...]] = ("agreement", "meeting", "party")
    history_parents: ClassVar[tuple[str, ...]] = ("agreement",)

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="events")
    kind = models.CharField(
        _("what happened"), max_length=24, choices=AgreementEventKind.choices
    )
    position = models.PositiveSmallIntegerField(
        _("place in the order"), help_text=_("Counted from 1.")
    )
    party = models.ForeignKey(
        Partner,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="agreement_events",
        verbose_name=_("for which party"),
        help_text=_("Empty: for all."),
    )
    action_date = PartialDateField(_("date of the act"), blank=True)
    action_date_earliest = EarliestField("action_date")
    action_date_latest = LatestField("action_date")
    action_date_is_inferred = models.BooleanField(_("date inferred"), default=False)
    effective_date = PartialDateField(_("takes effect"), blank=True)
    effective_date_earliest = EarliestField("effective_date")
    effective_date_latest = LatestField("effective_date")
    meeting = models.ForeignKey(
        Meeting,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="agreement_events",
        verbose_name=_("at which meeting"),
    )
    instrument = models.CharField(
        _("instrument"),
        max_length=300,
        blank=True,
        help_text=_("The note or notice by which it was done."),
    )
    places = models.ManyToManyField(
        Place, through="AgreementEventPlace", related_name="agreement_events"
    )
    note = models.TextField(_("note"), blank=True)
    voided_at = models.DateTimeField(null=True, blank=True, editable=False)
    voided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    void_reason = models.TextField(blank=True, editable=False)

    class Meta:
        verbose_name = _("event of an agreement")
        verbose_name_plural = _("events of agreements")
        constraints: ClassVar = [
            valid_edtf("action_date", "engagements_agreementevent_action_date_is_edtf"),
            valid_edtf(
                "effective_date", "engagements_agreementevent_effective_date_is_edtf"
            ),
            models.CheckConstraint(
                name="engagements_agreementevent_void_has_author_and_reason",
                violation_error_message=_("Say why the event is taken back."),
                condition=Q(voided_at=None, voided_by=None, void_reason="")
                | (
                    Q(voided_at__isnull=False, voided_by__isnull=False)
                    & ~Q(void_reason="")
                ),
            ),
            models.CheckConstraint(
                name="engagements_agreementevent_termination_has_instrument",
                condition=~Q(kind__in=NEEDING_INSTRUMENT) | ~Q(instrument=""),
                violation_error_message=_(
                    "Ending an agreement needs the instrument by which it was done."
                ),
            ),
            models.CheckConstraint(
                name="engagements_agreementevent_party_act_has_party",
                condition=~Q(kind__in=NEEDING_PARTY) | Q(party__isnull=False),
                violation_error_message=_("Say for which party this was done."),
            ),
            models.UniqueConstraint(
                fields=["agreement", "position"],
                name="engagements_agreementevent_position_is_unique",
                deferrable=models.Deferrable.DEFERRED,
            ),
            known("kind", AgreementEventKind),
        ]
        triggers: ClassVar = [
            agreement_triggers.event_is_past(),
            agreement_triggers.events_make_a_story(),
            pgtrigger.ReadOnly(name="agreement_is_fixed", fields=["agreement"]),
            never_deleted(),
        ]

    def __str__(self) -> str:
        """Return what happened."""
        return f"{self.agreement}: {self.get_kind_display()}"


@recorded
class AgreementEventPlace(Part):
    """Where an event took place; one signing may be in two cities."""

    scope_paths: ClassVar[tuple[str, ...]] = ("event", "place")
    natural_fields: ClassVar[tuple[str, ...]] = ("event", "place")
    history_parents: ClassVar[tuple[str, ...]] = ("event",)

    event = models.ForeignKey(
        AgreementEvent, models.CASCADE, related_name="event_places"
    )
    place = models.ForeignKey(
        Place, models.PROTECT, related_name="+", verbose_name=_("place")
    )

    class Meta:
        verbose_name = _("place of an event")
        verbose_name_plural = _("places of events")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["event", "place"],
                name="engagements_agreementeventplace_is_entered_once",
                violation_error_message=_(
                    "This is entered already: change that row instead."
                ),
            )
        ]

    def __str__(self) -> str:
        """Return the place."""
        return str(self.place)


def procedure_choices() -> list[tuple[str, Text]]:
    """Return the installation's domestic procedure, in order."""
    return list(settings.CHANCERY_DOMESTIC_PROCEDURE)


@recorded
class ProcedureStep(Part):
    """One item of the home state's domestic checklist for an agreement."""

    scope_paths: ClassVar[tuple[str, ...]] = ("agreement",)
    natural_fields: ClassVar[tuple[str, ...]] = ("agreement", "step")
    history_parents: ClassVar[tuple[str, ...]] = ("agreement",)

    agreement = models.ForeignKey(
        Agreement, models.CASCADE, related_name="procedure_steps"
    )
    step = models.CharField(_("step"), max_length=30, choices=procedure_choices)
    is_required = models.BooleanField(_("required"), null=True, blank=True)
    done_date = PartialDateField(_("done on"), blank=True)
    done_date_earliest = EarliestField("done_date")
    done_date_latest = LatestField("done_date")
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("step of the domestic procedure")
        verbose_name_plural = _("domestic procedure")
        constraints: ClassVar = [
            valid_edtf("done_date", "engagements_procedurestep_done_date_is_edtf"),
            models.UniqueConstraint(
                fields=["agreement", "step"],
                name="engagements_procedurestep_is_listed_once",
                violation_error_message=_("This step is on the checklist already."),
            ),
            models.CheckConstraint(
                name="engagements_procedurestep_done_was_not_needless",
                condition=~Q(is_required=False) | Q(done_date=""),
                violation_error_message=_("A step that is not required is not done."),
            ),
        ]

    def __str__(self) -> str:
        """Return the step."""
        return str(self.get_step_display())
