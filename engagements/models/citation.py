"""Where the facts of this room are said."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from chancery.history import recorded
from engagements.models.agreement import Agreement
from engagements.models.agreement_event import AgreementEvent
from engagements.models.commitment import Commitment
from engagements.models.initiative import Initiative
from engagements.models.line import Mention
from engagements.models.meeting import Meeting
from engagements.models.participation import Participation
from engagements.models.progress import ProgressUpdate
from engagements.models.series import MeetingSeries
from seeds.models.citation import PLACE_IN_SOURCE, Citation, cited, exclusive_arc

CITED = (
    "series",
    "meeting",
    "participation",
    "agreement",
    "agreement_event",
    "initiative",
    "commitment",
    "mention",
    "progress_update",
)


@recorded
class EngagementsCitation(Citation):
    """A citation of a record of this room."""

    CITED: ClassVar[tuple[str, ...]] = CITED
    scope_paths: ClassVar[tuple[str, ...]] = (*CITED, "source")
    natural_fields: ClassVar[tuple[str, ...]] = (*CITED, *PLACE_IN_SOURCE)
    history_parents: ClassVar[tuple[str, ...]] = CITED

    series = cited(MeetingSeries)
    meeting = cited(Meeting)
    participation = cited(Participation)
    agreement = cited(Agreement)
    agreement_event = cited(AgreementEvent)
    initiative = cited(Initiative)
    commitment = cited(Commitment)
    mention = cited(Mention)
    progress_update = cited(ProgressUpdate)

    class Meta(Citation.Meta):
        abstract = False
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        constraints: ClassVar = [
            *Citation.Meta.constraints,
            *exclusive_arc("engagements", CITED),
        ]
