"""What a typed date is understood as, asked by the page while it is typed."""

from django.http import HttpRequest, JsonResponse
from django.utils.translation import get_language

from chancery.admin.addresses import site_page
from chancery.dates.reading import ambiguous, read
from chancery.dates.words import in_words


@site_page("dates/read/", "read_date")
def read_date(request: HttpRequest) -> JsonResponse:
    """Answer for ``?text=`` with the date, its words, choices and what is wrong.

    Anyone who may be here may ask: it tells nothing of any record.
    """
    reading = read(request.GET.get("text", ""))
    language = get_language() or "en"
    problem = ambiguous(reading, language) if reading.choices else reading.problem
    return JsonResponse(
        {
            "edtf": reading.edtf,
            "words": reading.words(language),
            "choices": [
                {"edtf": edtf, "words": in_words(edtf, language)}
                for edtf in reading.choices
            ],
            "problem": problem,
        }
    )
