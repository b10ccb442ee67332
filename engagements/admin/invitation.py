"""An invitation becomes a meeting: what it says is shown, completed and logged."""

from datetime import UTC, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from chancery import actions
from chancery.admin.addresses import site_page
from chancery.admin.rights import user_of, writes_for_a_desk
from chancery.admin.sight import visible
from chancery.admin.writing.saving import REFUSALS, as_error
from chancery.classification import classification_choices
from chancery.dates.forms import PartialDateFormField
from chancery.history import acting
from chancery.imports import readers
from chancery.imports.sheets import CellFaultError, Sitting
from chancery.imports.tables import FileRefusedError
from chancery.models import User
from chancery.scope import scope_of
from chancery.zones import validate_instant, validate_time_zone
from engagements.actions.meetings import log_meeting
from engagements.admin.common import MEETINGS
from engagements.imports.invitation import MAX_BYTES, Invitation, read_invitation
from engagements.imports.meetings import (
    is_alike,
    meetings_near,
    read_participant,
    read_partners,
)
from engagements.models import Meeting
from engagements.vocabulary import MeetingKind, MeetingStatus, PartnerRole
from engagements.workflow import MEETING
from partners.models import Desk, Partner, Person, Place

_FORM_BYTES: Final = 64 * 1024
_CLOCK: Final = "%Y-%m-%d %H:%M"


class InvitationForm(forms.Form):
    """What is needed for a meeting; the invitation says the first half of it."""

    title = forms.CharField(label=__("title"), max_length=300)
    date = PartialDateFormField(label=__("date"))
    starts = forms.CharField(
        label=__("starts at"),
        required=False,
        max_length=16,
        help_text=__("As the clock there shows it, such as 2026-12-03 14:30."),
    )
    ends = forms.CharField(label=__("ends at"), required=False, max_length=16)
    time_zone = forms.CharField(
        label=__("time zone of the place"),
        required=False,
        max_length=64,
        validators=[validate_time_zone],
        help_text=__("IANA name, e.g. Asia/Ulaanbaatar."),
    )
    kind = forms.ChoiceField(
        label=__("kind"), choices=[("", "–"), *MeetingKind.choices]
    )
    status = forms.ChoiceField(
        label=__("status"),
        choices=[
            (status.value, status.label)
            for status in MeetingStatus
            if status in MEETING.initial
        ],
    )
    partners = forms.CharField(
        label=__("partners"),
        max_length=1000,
        help_text=__("Names, ISO codes or references, separated by semicolons."),
    )
    place = forms.CharField(
        label=__("place"),
        required=False,
        max_length=300,
        help_text=__("A place that is entered already, or empty."),
    )
    participants = forms.CharField(
        label=__("participants"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=__(
            "One per line. Who is entered already by that name becomes that person;"
            " anybody else stays a description."
        ),
    )
    agenda = forms.CharField(
        label=__("agenda"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    desk = forms.ModelChoiceField(label=__("desk"), queryset=Desk.objects.none())
    classification = forms.TypedChoiceField(
        label=__("classification"),
        choices=classification_choices,
        coerce=int,
        initial=0,
    )
    uid = forms.CharField(required=False, max_length=300, widget=forms.HiddenInput)
    is_another = forms.BooleanField(
        label=__("It is another meeting: log it all the same"), required=False
    )

    def __init__(self, user: User, **options: Any) -> None:  # noqa: ANN401 - Django's options
        """Offer the user's own desks."""
        super().__init__(label_suffix="", **options)
        self.sitting = Sitting(user, timezone.now())
        scope = scope_of(user)
        desks = visible(Desk, user).filter(archived_at=None).order_by("name", "pk")
        if not scope.all_desks:
            desks = desks.filter(pk__in=scope.desk_ids)
        field: Any = self.fields["desk"]
        field.queryset = desks
        if len(found := list(desks[:2])) == 1:
            field.initial = found[0].pk

    def clean_partners(self) -> list[Partner]:
        """Find the partners."""
        found: list[Partner] = self._read("partners", read_partners)
        return list({partner.pk: partner for partner in found}.values())

    def clean_place(self) -> Place | None:
        """Find the place."""
        if not self.cleaned_data["place"]:
            return None
        place: Place = self._read(
            "place", readers.related(Place, "name", "names__text")
        )
        return place

    def clean_participants(self) -> list[Person | str]:
        """Find who is known."""
        lines = self.cleaned_data["participants"].splitlines()
        return [
            self._given(read_participant, line.strip())
            for line in lines
            if line.strip()
        ]

    def clean_starts(self) -> datetime | None:
        """Read the beginning."""
        return self._clock("starts")

    def clean_ends(self) -> datetime | None:
        """Read the end."""
        return self._clock("ends")

    def clean(self) -> dict[str, Any]:
        """Ask for the zone where there is a time."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("starts") and not data.get("time_zone"):
            place = data.get("place")
            data["time_zone"] = place.time_zone if place else ""
            if not data["time_zone"]:
                self.add_error(
                    "time_zone", _("A time of day needs the place's time zone.")
                )
        return data

    def instants(self) -> dict[str, Any]:
        """Return beginning and end as instants, with their zone."""
        data = self.cleaned_data
        if not data["starts"]:
            return {}
        zone = ZoneInfo(data["time_zone"])
        found = {"time_zone": data["time_zone"]}
        for name, clock in (("starts_at", data["starts"]), ("ends_at", data["ends"])):
            if clock is not None:
                found[name] = clock.replace(tzinfo=zone).astimezone(UTC)
        return found

    def _clock(self, name: str) -> datetime | None:
        text = self.cleaned_data[name].replace("T", " ")
        if not text:
            return None
        try:
            clock = datetime.strptime(text, _CLOCK)  # noqa: DTZ007 - the zone is asked for beside it
        except ValueError:
            raise ValidationError(
                _("Write day and time, such as 2026-12-03 14:30.")
            ) from None
        validate_instant(clock)
        return clock

    def _read(self, name: str, read: Any) -> Any:  # noqa: ANN401 - a reader of cells
        return self._given(read, self.cleaned_data[name])

    def _given(self, read: Any, text: str) -> Any:  # noqa: ANN401 - as above
        try:
            return read(text, self.sitting)
        except CellFaultError as error:
            raise ValidationError(str(error)) from error


@site_page("engagements/meeting/from-invitation/", "meeting_from_invitation")
@csrf_exempt  # checked below, once the size is known
@require_http_methods(["GET", "POST"])
def from_invitation(request: HttpRequest) -> HttpResponse:
    """Take an invitation, show what it says, and log it when it is complete."""
    user = user_of(request)
    if not writes_for_a_desk(user):
        raise PermissionDenied
    actions.require(user, actions.permission_of(Meeting, "add"))
    length = request.META.get("CONTENT_LENGTH") or "0"
    if length.isdecimal() and int(length) > MAX_BYTES + _FORM_BYTES:
        text = _("The file is larger than 1 MB: it is no invitation.")
        return _page(request, error=text, status=413)
    answer: HttpResponse = _take(request)
    return answer


@csrf_protect
def _take(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _page(request)
    if "title" in request.POST:
        return _log(request)
    file = request.FILES.get("file")
    if file is None:
        return _page(request, error=_("Choose a file first."), status=422)
    try:
        invitation = read_invitation(file.read())
    except FileRefusedError as error:
        return _page(request, error=str(error), status=422)
    form = InvitationForm(user_of(request), initial=_initial(request, invitation))
    return _page(
        request, form=form, invitation=invitation, alike=_alike(form, invitation)
    )


def _initial(request: HttpRequest, invitation: Invitation) -> dict[str, Any]:
    user = user_of(request)
    home = visible(Partner, user).filter(is_home=True).first()
    places = readers.candidates(Place, ("name", "names__text"), invitation.place, user)
    clock = {
        name: at.strftime(_CLOCK)
        for name, at in (("starts", invitation.starts), ("ends", invitation.ends))
        if at is not None
    }
    zone = invitation.zone
    if len(places) == 1 and zone in {"", "UTC"} and not invitation.zone:
        zone = places[0].time_zone
    return {
        "title": invitation.title,
        "date": invitation.date,
        **clock,
        "time_zone": zone,
        "status": str(MeetingStatus.SCHEDULED),
        "partners": f"{home}; " if home else "",
        "place": invitation.place if len(places) == 1 else "",
        "participants": "\n".join(invitation.people),
        "agenda": invitation.text,
        "uid": invitation.uid,
    }


def _alike(form: InvitationForm, invitation: Invitation) -> list[Meeting]:
    near = meetings_near(form.sitting.by, invitation.date)
    return [one for one in near if is_alike(one, invitation.title, ())]


def _log(request: HttpRequest) -> HttpResponse:
    user = user_of(request)
    form = InvitationForm(user, data=request.POST)
    if not form.is_valid():
        return _page(request, form=form, status=422)
    data = form.cleaned_data
    starts_at = form.instants().get("starts_at")
    partners = [partner.pk for partner in data["partners"]]
    alike = [
        one
        for one in meetings_near(user, data["date"])
        if is_alike(one, data["title"], partners)
        or (starts_at is not None and one.starts_at == starts_at)
    ]
    if alike and not data["is_another"]:
        return _page(request, form=form, alike=alike, status=422)
    try:
        meeting = _logged(form, user)
    except REFUSALS as error:
        form.add_error(None, as_error(error).messages)
        return _page(request, form=form, alike=alike, status=422)
    messages.success(request, _("The meeting was logged. Add what is missing."))
    page = reverse("admin:engagements_meeting_change", args=[meeting.reference])
    return HttpResponseRedirect(page)


def _logged(form: InvitationForm, user: User) -> Meeting:
    data, now = form.cleaned_data, timezone.now()
    reason = _("From an invitation (%s)") % (data["uid"] or "–")
    with acting(user, at=now, verb="log_meeting", reason=reason):
        return log_meeting(
            by=user,
            at=now,
            values={
                **{
                    name: data[name]
                    for name in ("title", "date", "kind", "status", "place", "agenda")
                },
                **{name: data[name] for name in ("desk", "classification")},
                **form.instants(),
            },
            partners=[(one, str(PartnerRole.MEMBER)) for one in data["partners"]],
            participants=[
                {"label": one}
                if isinstance(one, str)
                else {"person": one, "partner": one.partner}
                for one in data["participants"]
            ],
        )


def _page(
    request: HttpRequest,
    *,
    status: int = 200,
    **context: Any,  # noqa: ANN401 - what the template needs
) -> HttpResponse:
    return TemplateResponse(
        request,
        "admin/engagements/invitation.html",
        {
            **admin.site.each_context(request),
            "title": _("Meeting from an invitation"),
            "section": MEETINGS,
            **context,
        },
        status=status,
    )
