"""What this room shows on the home page: round anniversaries to prepare for."""

from django.http import HttpRequest
from django.utils import timezone

from chancery.admin.display import date_words
from chancery.admin.home import on_home
from chancery.admin.pages import Panel
from chancery.admin.sight import sighted, visible
from chancery.dates.edtf import PartialDate
from partners.anniversaries import anniversaries
from partners.models import RelationStep
from partners.vocabulary import TierKind

_SHOWN = 2


@on_home
def coming_anniversaries(request: HttpRequest) -> Panel | None:
    """Return the round anniversaries still to come this year and in the next two."""
    today = timezone.localdate()
    steps = list(
        sighted(
            visible(RelationStep, request.user).filter(
                archived_at=None, tier__kind=TierKind.RUNG
            ),
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
        for one in anniversaries(steps, year=today.year + ahead)
        if (PartialDate.parse(one.date).latest or today) >= today
    ]
    if not found:
        return None
    context = {"rows": found[:_SHOWN]}
    return Panel("admin/partners/home_anniversaries.html", context, "right", order=90)
