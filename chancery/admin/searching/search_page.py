"""The search page over all kinds, and the same question asked by the palette."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from chancery.admin.addresses import site_page
from chancery.admin.rights import user_of
from chancery.admin.searching.finding import find, referred_to
from chancery.words import words_of

# What is read of a question; more is no question.
_LONGEST = 500
_HITS_IN_PALETTE = 5


@site_page("search/", "search")
def search(request: HttpRequest) -> HttpResponse:
    """Show what has all the words, kind by kind; a reference leads to its record."""
    text = _typed(request)
    user = user_of(request)
    record = referred_to(user, text)
    if record is not None:
        return HttpResponseRedirect(admin.site._registry[type(record)].address(record))  # type: ignore[attr-defined]  # noqa: SLF001 - no public way
    context = {
        **admin.site.each_context(request),
        "title": _("Search"),
        "query": text,
        "has_words": bool(words_of(text)),
        "groups": find(user, text),
    }
    return TemplateResponse(request, "admin/search.html", context)


@site_page("jump/", "jump")
def jump(request: HttpRequest) -> JsonResponse:
    """Answer what the palette asks at every key, with where each hit leads."""
    groups = find(
        user_of(request), _typed(request), limit=_HITS_IN_PALETTE, by_own_words=True
    )
    answer = [
        {
            "label": group.label,
            "hits": [
                {
                    "title": hit.title,
                    "detail": hit.detail,
                    "url": hit.url,
                    "reference": hit.reference,
                }
                for hit in group.hits
            ],
        }
        for group in groups
    ]
    return JsonResponse({"groups": answer})


def _typed(request: HttpRequest) -> str:
    return request.GET.get("q", "").replace("\0", " ").strip()[:_LONGEST]
