"""What a box for people says of each: side, and posts held on a day."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.admin import rights
from chancery.admin.choosing.picking import understood
from chancery.dates.edtf import PartialDate
from chancery.dates.words import in_words
from partners.models import Partner, Person
from partners.posts_held import Held, posts_held


def facts_of_people(
    request: HttpRequest, people: list[Person]
) -> dict[int, dict[str, Any]]:
    """Return by key the side and the posts held on the day that ``on`` names.

    People must have their partner loaded as far as the user may see it. Without a day
    it is today; the number of queries does not depend on how many people there are.
    """
    today = timezone.localdate()
    earliest = latest = today
    if on := understood(request.GET.get("on", "")):
        asked = PartialDate.parse(on)
        earliest = asked.earliest or asked.latest or today
        latest = asked.latest or asked.earliest or today
    held = posts_held(
        people, user=rights.user_of(request), earliest=earliest, latest=latest
    )
    partners: Any = admin.site.get_model_admin(Partner)
    found: dict[int, dict[str, Any]] = {}
    for person in people:
        posts = [_post(one) for one in held.get(person.pk, [])]
        found[person.pk] = {
            "posts": posts,
            "hint": posts[0]["text"] if posts else _("no post on record that day"),
        }
        if person.partner is not None:
            found[person.pk]["partner"] = {
                "id": person.partner.reference,
                "text": str(partners.describe(person.partner)),
            }
    return found


def _post(held: Held) -> dict[str, str]:
    return {
        "id": held.post.reference,
        "text": str(held.post),
        "said": said_of(held),
    }


def said_of(held: Held) -> str:
    """Return how far the record vouches for a post held on a day, '' where fully."""
    if held.is_certain:
        return ""
    if held.tenure.end:
        end = in_words(held.tenure.end, get_language() or "en")
        return _("Not certain on that day; on record the tenure ends: %s.") % end
    return _("Not certain on that day.")
