"""Pages of the house that belong to no face of its own."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from chancery.language import choose, is_offered


@require_POST
def choose_language(request: HttpRequest) -> HttpResponseBase:
    """Answer in the posted language from now on, and go back to where one was."""
    language = request.POST.get("language", "")
    if is_offered(language) and request.user.is_authenticated:
        choose(request, language)
    return set_language(request)
