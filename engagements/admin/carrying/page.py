"""The page on which a meeting's open items are gone through."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.admin import rights
from chancery.admin.addresses import site_page
from chancery.admin.writing.saving import REFUSALS, as_error
from engagements.actions.carrying import carry_over
from engagements.admin.carrying.forms import KEYS
from engagements.admin.carrying.rows import HEADINGS, PAGE, ItemRow, page_of, rows_of
from engagements.admin.common import MEETINGS
from engagements.models import Commitment, Meeting
from engagements.open_items import not_dealt_with, open_items
from engagements.vocabulary import MeetingStatus


@site_page(
    "engagements/meeting/<str:reference>/carry-over/", "engagements_meeting_carry_over"
)
def carry_over_page(request: HttpRequest, reference: str) -> HttpResponse:
    """Show one page of open items, or save what became of them."""
    model_admin: Any = admin.site.get_model_admin(Meeting)
    meeting = model_admin.get_object(request, reference)
    if meeting is None:
        missing: HttpResponse = model_admin.missing(request, reference)
        return missing
    if not model_admin.has_change_permission(request, meeting):
        raise PermissionDenied
    address = model_admin.address(meeting)
    if meeting.status == MeetingStatus.CANCELLED:
        messages.error(request, _("This meeting was called off."))
        return HttpResponseRedirect(address)
    user = rights.user_of(request)
    last = request.GET.get("after", "").replace("\0", "")[:40]
    wanted = open_items(meeting, user)
    if request.method == "POST":
        # What was on the page, though the list may have changed underneath.
        given = request.POST.getlist("item")[: PAGE + 1]
        wanted = wanted.filter(reference__in=[one for one in given if "\0" not in one])
        if len(given) > PAGE or wanted.count() != len(set(given)):
            messages.error(
                request,
                _("Nothing was saved: the list has changed. Here it is as it stands."),
            )
            return HttpResponseRedirect(request.get_full_path())
        last, onward = "", request.POST.get("onward", "")[:40]
        items, _more = page_of(wanted, "", user)
    else:
        items, onward = page_of(wanted, last, user)
    own = {item.pk for item in items} & set(
        Commitment.objects.editable_by(user)
        .filter(pk__in=[item.pk for item in items])
        .values_list("pk", flat=True)
    )
    data = request.POST if request.method == "POST" else None
    rows = rows_of(items, meeting, own, data)
    if data is not None and _saved(request, meeting, rows):
        onward = onward.replace("\0", "")
        here = request.path
        return HttpResponseRedirect(f"{here}?after={onward}" if onward else address)
    return _shown(request, meeting, rows, onward, address)


def _saved(request: HttpRequest, meeting: Meeting, rows: list[ItemRow]) -> bool:
    """Write what was chosen; False with the reasons on the forms where refused."""
    forms = {row.commitment.reference: row.form for row in rows if row.form}
    touched = {name: form for name, form in forms.items() if form.is_touched()}
    # The page judges the others when it shows them.
    if not all(form.is_valid() for form in touched.values()):
        return False
    try:
        count = carry_over(
            meeting,
            [form.to_choice() for form in touched.values()],
            by=rights.user_of(request),
            at=timezone.now(),
        )
    except REFUSALS as error:
        refusal = as_error(error)
        if not hasattr(refusal, "error_dict"):
            messages.error(request, " ".join(refusal.messages))
            return False
        for name, reasons in refusal.error_dict.items():
            for reason in reasons:
                touched[name].add_error(None, reason.messages)
        return False
    rights.forget(request)
    messages.success(
        request,
        ngettext(
            "%d open item was carried over.", "%d open items were carried over.", count
        )
        % count
        if count
        else _("Nothing was changed."),
    )
    return True


def _shown(
    request: HttpRequest,
    meeting: Meeting,
    rows: list[ItemRow],
    onward: str,
    address: str,
) -> HttpResponse:
    for row in rows:
        if row.form is not None:
            row.form.renew()
    faults = sum(row.form is not None and bool(row.form.errors) for row in rows)
    groups = [
        (label, [row for row in rows if row.side == side])
        for side, label in HEADINGS.items()
    ]
    return TemplateResponse(
        request,
        "admin/engagements/carry_over.html",
        {
            **admin.site.each_context(request),
            "title": _("Open items"),
            "subtitle": str(meeting),
            "section": MEETINGS,
            "opts": Meeting._meta,
            "meeting": meeting,
            "address": address,
            "groups": [group for group in groups if group[1]],
            "total": len(rows),
            "left": not_dealt_with(meeting, rights.user_of(request)).count(),
            "faults": faults,
            "onward": onward,
            "is_held": meeting.status == MeetingStatus.HELD,
            "keys": {str(kind.value): key for kind, key in KEYS.items()},
        },
    )
