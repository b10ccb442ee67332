"""The forms of a meeting's own page."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chancery.admin.forms import RecordForm
from chancery.admin.typed import Anything, Options
from engagements.vocabulary import MeetingStatus
from engagements.workflow import MEETING


class MeetingForm(RecordForm):
    """Says by whose clock hours are typed: the zone asked beside them is another."""

    def __init__(self, *args: Anything, **options: Options) -> None:
        """Name the user's own zone."""
        super().__init__(*args, **options)
        clock = _("By your own clock (%(zone)s), not the clock there.") % {
            "zone": timezone.get_current_timezone_name()
        }
        for name in ("starts_at", "ends_at"):
            if name in self.fields:
                self.fields[name].help_text = clock


class NewMeetingForm(MeetingForm):
    """A new meeting may have been held already."""

    begins_as = forms.ChoiceField(
        label=_("Status"),
        initial=MeetingStatus.HELD,
        choices=[
            (status.value, status.label)
            for status in MeetingStatus
            if status in MEETING.initial
        ],
    )
