"""What this room shows on the home page: round anniversaries to prepare for."""

from django.http import HttpRequest
from django.utils import timezone

from chancery.admin.display import date_words
from chancery.admin.home import on_home
from chancery.admin.pages import Panel
from chancery.admin.sight import sighted, visible
from partners.anniversaries import anniversaries
from partners.models import RelationStep

_SHOWN = 6


@on_home
def coming_anniversaries(request: HttpRequest) -> Panel | None:
    """Return the round anniversaries of this year and the next two."""
    year = timezone.localdate().year
    steps = list(
        sighted(
            visible(RelationStep, request.user).filter(archived_at=None),
            request.user,
            ["first", "second", "tier"],
        ).order_by("date_earliest", "pk")
    )
    found = [
        {
            "step": one.step,
            "years": one.years,
            "date": date_words(one.date, is_inferred=one.step.date_is_inferred),
        }
        for ahead in range(3)
        for one in anniversaries(steps, year=year + ahead)
    ]
    if not found:
        return None
    context = {"rows": found[:_SHOWN]}
    return Panel("admin/partners/home_anniversaries.html", context, "right")
