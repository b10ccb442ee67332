"""The page on which a whole meeting is logged."""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from chancery.admin import rights
from chancery.admin.addresses import site_page
from chancery.admin.choosing.picking import admin_of
from chancery.admin.sight import visible
from chancery.admin.writing.drafts import mark_saved
from chancery.admin.writing.once import new_token, once
from chancery.admin.writing.saving import REFUSALS
from engagements.admin.common import MEETINGS
from engagements.admin.logging.filling import begin, fill
from engagements.admin.logging.forms import MeetingForm
from engagements.admin.logging.rows import MOST_ROWS
from engagements.admin.logging.sheet import Sheet
from engagements.models import Meeting
from engagements.readings import STEMS, TOGETHER, read_outcomes
from partners.models import Officer, Place

_TEMPLATE = "admin/engagements/log/page.html"


class NotYetError(Exception):
    """The sheet has something to complain of: nothing is written."""


@site_page("engagements/meeting/log/", "engagements_meeting_log")
def log_page(request: HttpRequest) -> HttpResponse:
    """Show the empty page, fill in what is known, or log what was typed."""
    if not admin_of(Meeting).has_add_permission(request):
        raise PermissionDenied
    if request.method != "POST":
        return _page(request, Sheet(request, initial=begin(request)))
    if "_fill" in request.POST or "_split" in request.POST:
        typed = Sheet(request, request.POST, quiet=True)
        return _page(request, Sheet(request, initial=fill(typed)))
    lines = read_outcomes(request.POST.get("outcome_lines", ""))
    if lines:
        return _split_first(request, len(lines))
    return _save(request)


def _split_first(request: HttpRequest, number: int) -> HttpResponse:
    """Lines that are no rows yet would be lost: make them rows, to be completed."""
    typed = Sheet(request, request.POST, quiet=True)
    sheet = Sheet(request, initial=fill(typed))
    if number + len(typed.outcomes.filled()) > MOST_ROWS:
        text = _("At most %d outcomes fit on one page. Nothing was saved.") % MOST_ROWS
    else:
        text = _("Your lines are rows now: complete them, then save.")
    messages.warning(request, text)
    return _page(request, sheet)


def _save(request: HttpRequest) -> HttpResponse:
    sheet = Sheet(request, request.POST)
    user, at = rights.user_of(request), timezone.now()
    made: list[Meeting] = []

    def act() -> str:
        if not sheet.is_valid():
            raise NotYetError
        made.append(sheet.log(by=user, at=at))
        return made[0].reference

    try:
        reference, is_new = once(request, request.POST.get("token", "")[:64], act)
    except NotYetError:
        return _page(request, sheet)
    except REFUSALS as error:
        sheet.show(error)
        return _page(request, sheet)
    rights.forget(request)
    if is_new:
        messages.success(
            request,
            _("Logged: %(meeting)s (%(reference)s).")
            % {"meeting": made[0], "reference": reference},
        )
    else:
        messages.info(request, _("This page was sent before; here is what came of it."))
    return mark_saved(request, HttpResponseRedirect(_onward(request, reference)))


def _onward(request: HttpRequest, reference: str) -> str:
    if "_carry" in request.POST:
        try:
            return reverse("admin:engagements_meeting_carry_over", args=[reference])
        except NoReverseMatch:
            pass  # an installation without that page goes on at the meeting's
    return reverse("admin:engagements_meeting_change", args=[reference])


def _page(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    bound = sheet.main.is_bound
    token = sheet.main["token"].value() or new_token()
    context = {
        **admin.site.each_context(request),
        "opts": Meeting._meta,
        "section": MEETINGS,
        "title": _("Log a meeting"),
        "sheet": sheet,
        "problems": list(sheet.problems()) if bound else [],
        "token": token,
        "media": _media(sheet),
        "zones": _zones(request),
        "clocks": clocks(sheet.main, _reader_zone(request)),
        "reader_zone": _reader_zone(request),
        "stems": {"stems": STEMS, "together": sorted(TOGETHER)},
        "most_rows": MOST_ROWS,
        "has_carry_over": _has_carry_over(),
    }
    return TemplateResponse(request, _TEMPLATE, context)


def _media(sheet: Sheet) -> forms.Media:
    media = sheet.main.media + sheet.source.media
    for rows in sheet.row_sets:
        media += rows.empty_form.media
    return media


def _has_carry_over() -> bool:
    try:
        reverse("admin:engagements_meeting_carry_over", args=["MTG-0"])
    except NoReverseMatch:
        return False
    return True


def _zones(request: HttpRequest) -> list[str]:
    """Return the zones of the places on record, for the box that asks for one."""
    rows = visible(Place, request.user).exclude(time_zone="").order_by("time_zone")
    return list(rows.values_list("time_zone", flat=True).distinct())


def _reader_zone(request: HttpRequest) -> str:
    """Return the zone that the user's own clock shows."""
    if not hasattr(request, "_reader_zone"):
        zones = Officer.objects.filter(user=rights.user_of(request), archived_at=None)
        zone = zones.values_list("time_zone", flat=True).first()
        request._reader_zone = zone or timezone.get_current_timezone_name()  # type: ignore[attr-defined]  # noqa: SLF001 - kept on the request
    kept: str = request._reader_zone  # type: ignore[attr-defined]  # noqa: SLF001 - as above
    return kept


def clocks(main: MeetingForm, reader_zone: str) -> list[tuple[str, str]]:
    """Return start and end as (there, here), where both are known."""
    given = getattr(main, "cleaned_data", {}) if main.is_bound else {}
    shown = []
    for name in ("starts_at", "ends_at"):
        at: datetime | None = given.get(name)
        if at is not None:
            try:
                here = at.astimezone(ZoneInfo(reader_zone))
            except (ZoneInfoNotFoundError, ValueError):
                continue
            shown.append((f"{at:%H:%M}", f"{here:%Y-%m-%d %H:%M}"))
    return shown
