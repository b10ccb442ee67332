"""What the page asks about the meeting itself and its source."""

from datetime import date, datetime, time
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.admin.choosing.lean import LeanSelect
from chancery.admin.choosing.picking import Finder, RecordField
from chancery.admin.sight import visible
from chancery.admin.typed import Anything, Options
from chancery.classification import classification_choices
from chancery.dates.edtf import PartialDate, Precision
from chancery.dates.forms import PartialDateFormField
from chancery.scope import scope_of
from chancery.zones import validate_instant, validate_time_zone
from engagements.models import Meeting, MeetingSeries
from engagements.vocabulary import (
    Level,
    MeetingKind,
    MeetingStatus,
    Mode,
    ParentRelation,
)
from engagements.workflow import MEETING
from partners.models import Desk, Officer, Partner, Place
from seeds.models import Source
from seeds.vocabulary import SourceKind

# A paragraph's number, as the database keeps it.
LAST_PARAGRAPH = 32767
_TIMES = ["%H:%M", "%H.%M", "%H%M", "%I:%M %p", "%I %p"]


def choices_with_blank(choices: Anything, blank: Anything = "–") -> list[Any]:
    """Return choices after an empty one."""
    return [("", blank), *choices]


def paragraph_field() -> forms.IntegerField:
    """Return the box for a paragraph of the source."""
    return forms.IntegerField(
        label=gettext_lazy("¶"),
        required=False,
        min_value=1,
        max_value=LAST_PARAGRAPH,
        widget=forms.TextInput(
            attrs={
                "inputmode": "numeric",
                "size": 4,
                "aria-label": gettext_lazy("Paragraph of the source"),
            }
        ),
    )


def date_field(label: Anything) -> PartialDateFormField:
    """Return a box for a partial date that may be left empty."""
    return PartialDateFormField(label=label, required=False)


def long_text(label: Anything, rows: int = 3, **options: Options) -> forms.CharField:
    """Return a box for a text of several lines."""
    return forms.CharField(
        label=label,
        required=False,
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": rows}),
        **options,
    )


class EntryForm(forms.Form):
    """A part of the page: looks records up through one finder.

    ``proposed`` names the fields that hold a proposal nobody has touched yet. A form
    that is ``quiet`` shows what was typed and complains of nothing.
    """

    proposed = forms.CharField(
        required=False, max_length=400, widget=forms.HiddenInput()
    )

    def __init__(
        self, *args: Anything, finder: Finder, quiet: bool = False, **options: Options
    ) -> None:
        """Give every box its eyes."""
        options.setdefault("label_suffix", "")
        super().__init__(*args, **options)
        self.finder, self.quiet = finder, quiet
        for field in self.fields.values():
            if isinstance(field, RecordField):
                field.look_with(finder)
            elif type(field.widget) is forms.Select:
                lean = LeanSelect(field.widget.attrs)
                lean.choices, lean.is_required = field.widget.choices, field.required
                field.widget = lean

    def full_clean(self) -> None:
        """Validate, unless nobody has asked for it yet."""
        if self.quiet:
            self._errors = ErrorDict(renderer=self.renderer)
            self.cleaned_data: dict[str, Any] = {}
            return
        super().full_clean()

    @property
    def proposed_names(self) -> list[str]:
        """The fields that hold proposals."""
        value = self["proposed"].value()
        return value.split(",") if isinstance(value, str) else []

    def typed(self) -> dict[str, Any]:
        """Return what the page sent, as it was typed, empty boxes left out."""
        raw = {name: self[name].data for name in self.fields}
        return {name: value for name, value in raw.items() if value}


class MeetingForm(EntryForm):
    """The meeting: which, when, where, what was said, who keeps it."""

    # Django's forms keep declared fields in this order, which is the tab order.
    series = RecordField(MeetingSeries, label=gettext_lazy("Series"))
    ordinal = forms.IntegerField(
        label=gettext_lazy("Session"),
        required=False,
        min_value=1,
        max_value=LAST_PARAGRAPH,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    title = forms.CharField(label=gettext_lazy("Title"), max_length=300)
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"), choices=choices_with_blank(MeetingKind.choices)
    )
    level = forms.ChoiceField(
        label=gettext_lazy("Level"), choices=Level.choices, initial=Level.UNKNOWN
    )
    mode = forms.ChoiceField(
        label=gettext_lazy("Mode"), choices=Mode.choices, initial=Mode.UNKNOWN
    )
    begins_as = forms.ChoiceField(
        label=gettext_lazy("Status"),
        initial=MeetingStatus.HELD,
        choices=[
            (status.value, status.label)
            for status in reversed(MeetingStatus)
            if status in MEETING.initial
        ],
    )
    date = date_field(gettext_lazy("Date"))
    date_is_inferred = forms.BooleanField(
        label=gettext_lazy("The date is worked out, not stated in the source"),
        required=False,
    )
    place = RecordField(Place, label=gettext_lazy("City"))
    venue = RecordField(Place, label=gettext_lazy("Venue"))
    host = RecordField(Partner, label=gettext_lazy("Host"))
    starts = forms.TimeField(
        label=gettext_lazy("Starts"),
        required=False,
        input_formats=_TIMES,
        widget=forms.TimeInput(format="%H:%M", attrs={"placeholder": "10:00"}),
    )
    ends = forms.TimeField(
        label=gettext_lazy("Ends"),
        required=False,
        input_formats=_TIMES,
        widget=forms.TimeInput(format="%H:%M", attrs={"placeholder": "12:00"}),
    )
    time_zone = forms.CharField(
        label=gettext_lazy("Time zone of the place"),
        required=False,
        max_length=64,
        validators=[validate_time_zone],
        widget=forms.TextInput(
            attrs={"list": "zones", "placeholder": "Asia/Ulaanbaatar"}
        ),
    )
    parent = RecordField(Meeting, label=gettext_lazy("Belongs to"))
    parent_relation = forms.ChoiceField(
        label=gettext_lazy("How it belongs"),
        required=False,
        choices=choices_with_blank(ParentRelation.choices),
    )
    agenda = long_text(gettext_lazy("Agenda"))
    summary = long_text(gettext_lazy("Summary"))
    outcome = long_text(gettext_lazy("Outcome as a text"))
    outcome_lines = long_text(gettext_lazy("Outcomes, one per line"), 4)
    desk = forms.ModelChoiceField(
        label=gettext_lazy("Desk"),
        queryset=Desk.objects.none(),
        to_field_name="reference",
    )
    owner = RecordField(Officer, label=gettext_lazy("Officer in charge"))
    classification = forms.TypedChoiceField(
        label=gettext_lazy("Classification"), coerce=int, initial=0
    )
    token = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput())
    is_another = forms.BooleanField(
        label=gettext_lazy("This is another meeting"), required=False
    )

    def __init__(self, *args: Anything, **options: Options) -> None:
        """Offer the user's own desks, and levels the user may read."""
        super().__init__(*args, **options)
        scope = scope_of(self.finder.user)
        desks = visible(Desk, self.finder.user).filter(archived_at=None)
        if not scope.all_desks:
            desks = desks.filter(pk__in=scope.desk_ids)
        field: Any = self.fields["desk"]
        field.queryset = desks.order_by("name", "pk")
        level: Any = self.fields["classification"]
        level.choices = [
            (number, name)
            for number, name in classification_choices()
            if number <= scope.clearance
        ]
        self.fields["date"].help_text = ""
        # People are offered with the posts that they held on this day.
        self.fields["date"].widget.attrs["data-choosing-on"] = ""
        self.fields["outcome_lines"].widget.attrs["aria-describedby"] = "lines-help"

    def clean(self) -> dict[str, Any]:
        """Judge what depends on more than one box."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("begins_as") != MeetingStatus.PROPOSED and not given.get("date"):
            self._complain(
                "date", _("Give a date, if only the year: “2023” or “June 2023”.")
            )
        if given.get("ordinal") and not given.get("series"):
            self._complain("series", _("A session number needs its series."))
        if given.get("parent") and not given.get("parent_relation"):
            self._complain(
                "parent_relation",
                _("Say whether it is part of the other meeting or on its margins."),
            )
        place = given.get("place") or given.get("venue")
        if given.get("starts") and not given.get("time_zone") and place is not None:
            given["time_zone"] = place.time_zone
        self._set_times(given)
        return given

    def _complain(self, name: str, text: str) -> None:
        if name not in self.errors:
            self.add_error(name, text)

    def _set_times(self, given: dict[str, Any]) -> None:
        starts, ends = given.get("starts"), given.get("ends")
        if starts is None and ends is None:
            return
        if starts is None:
            self._complain("starts", _("Say when it started, too."))
            return
        if not given.get("time_zone"):
            self._complain("time_zone", _("A time of day needs the place's time zone."))
            return
        days = _days(given.get("date", ""))
        if days is None:
            self._complain("date", _("A time of day needs a whole date, with its day."))
            return
        zone = ZoneInfo(given["time_zone"])
        for name, day, clock in (("starts", days[0], starts), ("ends", days[1], ends)):
            if clock is not None:
                try:
                    given[f"{name}_at"] = instant(day, clock, zone)
                except ValidationError as error:
                    self.add_error(name, error)
        if (
            ends is not None
            and given.get("ends_at", given.get("starts_at")) is not None
        ):
            last, first = given.get("ends_at"), given.get("starts_at")
            if last is not None and first is not None and last <= first:
                self._complain("ends", _("The meeting ends before it starts."))

    def values(self) -> dict[str, Any]:
        """Return the fields of the meeting, for the action."""
        given = self.cleaned_data
        names = [
            "series",
            "ordinal",
            "title",
            "kind",
            "level",
            "mode",
            "date",
            "date_is_inferred",
            "place",
            "venue",
            "host",
            "time_zone",
            "parent",
            "parent_relation",
            "agenda",
            "summary",
            "outcome",
            "desk",
            "owner",
            "classification",
        ]
        return {
            **{name: given[name] for name in names},
            "starts_at": given.get("starts_at"),
            "ends_at": given.get("ends_at"),
            "status": given["begins_as"],
        }


class SourceForm(EntryForm):
    """Where it says so: a document on record, or a new one."""

    source = RecordField(Source, label=gettext_lazy("Source"))
    paragraph = paragraph_field()
    title = forms.CharField(
        label=gettext_lazy("Title of the new source"), required=False, max_length=300
    )
    publisher = forms.CharField(
        label=gettext_lazy("Publisher"), required=False, max_length=200
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind of document"),
        required=False,
        choices=choices_with_blank(SourceKind.choices),
    )
    url = forms.URLField(
        label=gettext_lazy("Address"),
        required=False,
        max_length=500,
        assume_scheme="https",
    )
    published = date_field(gettext_lazy("Published"))
    language = forms.CharField(
        label=gettext_lazy("Language"), required=False, max_length=12, initial="en"
    )

    NEW: ClassVar[tuple[str, ...]] = ("title", "publisher", "kind", "url", "published")

    def __init__(self, *args: Anything, **options: Options) -> None:
        """Say nothing twice."""
        super().__init__(*args, **options)
        self.fields["published"].help_text = ""

    @property
    def is_new(self) -> bool:
        """Whether anything was typed about a new source."""
        return any(self[name].data for name in self.NEW) if self.is_bound else False

    def clean(self) -> dict[str, Any]:
        """Take one source only, and enough of a new one."""
        given: dict[str, Any] = super().clean() or {}
        new = [name for name in self.NEW if given.get(name)]
        if new and given.get("source"):
            self.add_error(
                "source", _("Choose a source on record or enter a new one, not both.")
            )
        elif new:
            if not given.get("title") and "title" not in self.errors:
                self.add_error("title", _("A new source needs its title."))
            if not given.get("kind") and "kind" not in self.errors:
                self.add_error("kind", _("Say what kind of document it is."))
        elif given.get("paragraph") and not given.get("source"):
            self.add_error("source", _("Name the source of that paragraph."))
        return given

    @property
    def is_given(self) -> bool:
        """Whether there is a source at all, on record or new."""
        given = self.cleaned_data
        return bool(given.get("source") or given.get("title"))


def instant(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """Return an instant; ValidationError when clocks there skipped that time.

    So does a time that clocks elsewhere could not show.
    """
    local = datetime.combine(day, clock, tzinfo=zone)
    validate_instant(local)
    there = local.astimezone(ZoneInfo("UTC")).astimezone(zone)
    if there.replace(tzinfo=None) != local.replace(tzinfo=None):
        raise ValidationError(_("Clocks there skipped this time on that day."))
    return local


def _days(edtf: str) -> tuple[date, date] | None:
    """Return the first and last day of a date that names whole days."""
    if not edtf:
        return None
    parsed = PartialDate.parse(edtf)
    points = (parsed.start, parsed.end)
    if parsed.earliest is None or parsed.latest is None:
        return None
    if any(point is None or point.precision != Precision.DAY for point in points):
        return None
    return parsed.earliest, parsed.latest
