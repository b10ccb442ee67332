"""What the page asks while somebody types: meetings alike, names alike."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.translation import get_language

from chancery.admin.addresses import site_page
from chancery.admin.choosing.picking import Finder, admin_of, understood
from chancery.dates.words import in_words
from engagements.duplicates import Draft, similar_meetings
from engagements.models import Meeting, MeetingSeries
from partners.models import Partner, Person
from partners.similar import similar_people

_LONGEST = 300
_MOST_PARTNERS = 50
_MOST_NAMES = 4


def _asked(request: HttpRequest, name: str) -> str:
    return request.GET.get(name, "").replace("\0", "")[:_LONGEST]


def _words(edtf: str) -> str:
    return in_words(edtf, get_language() or "en") if edtf else "–"


def _check(request: HttpRequest) -> Finder:
    if not admin_of(Meeting).has_add_permission(request):
        raise PermissionDenied
    return Finder(request)


@site_page("engagements/meeting/log/similar/", "engagements_meeting_log_similar")
def similar_page(request: HttpRequest) -> JsonResponse:
    """Answer which visible meetings may be the one being entered."""
    finder = _check(request)
    references = request.GET.getlist("partner")[:_MOST_PARTNERS]
    partners = finder.rows(Partner).filter(
        reference__in=[one for one in references if "\0" not in one]
    )
    ordinal = _asked(request, "ordinal")
    draft = Draft(
        title=_asked(request, "title"),
        date=understood(_asked(request, "date")),
        partners=list(partners),
        series=finder.get(MeetingSeries, _asked(request, "series")),
        ordinal=int(ordinal) if ordinal.isdecimal() and len(ordinal) < 6 else None,  # noqa: PLR2004 - digits of the largest
    )
    return JsonResponse(
        {
            "results": [
                {
                    "text": f"{row.title} · {row.reference}",
                    "about": f"{_words(row.date)} · {row.get_status_display()}",
                    "url": reverse(
                        "admin:engagements_meeting_change", args=[row.reference]
                    ),
                }
                for row in similar_meetings(draft, user=finder.user)
            ]
        }
    )


@site_page("engagements/meeting/log/names/", "engagements_meeting_log_names")
def names_page(request: HttpRequest) -> JsonResponse:
    """Answer which visible people a new person's name may mean."""
    finder = _check(request)
    keys = similar_people(finder.user, _asked(request, "name"))[:_MOST_NAMES]
    found = finder.rows(Person).in_bulk(keys)
    people = [found[key] for key in keys if key in found]
    facts = finder.facts(people)
    return JsonResponse(
        {
            "results": [
                {
                    "id": person.reference,
                    "text": finder.label(person),
                    **facts.get(person.pk, {}),
                }
                for person in people
            ]
        }
    )
