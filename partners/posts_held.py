"""Which posts people held at a time, as far as a user may see it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from chancery.scope import AnyUser
from partners.models import Person, Post, Tenure


@dataclass(frozen=True)
class Held:
    """A post that somebody held, or may have held, at a time.

    ``is_certain`` tells whether the dates on record cover all of that time; else they
    only do not speak against it (in office by June, nobody knows until when).
    """

    tenure: Tenure
    post: Post
    is_certain: bool


def posts_held(
    people: Iterable[Person],
    *,
    user: AnyUser,
    earliest: date,
    latest: date,
) -> dict[int, list[Held]]:
    """Return by person's key the posts held between two days, certain ones first.

    A tenure without an end still runs, as far as is known. Costs three queries,
    however many people there are.
    """
    visible_posts = Post.objects.nameable_by(user).prefetch_related("partner")
    rows = list(
        Tenure.objects.nameable_by(user)
        .filter(person__in=[person.pk for person in people], archived_at=None)
        .held_on(latest)
        .order_by("-start_latest", "-pk")
    )
    posts: dict[int, Any] = visible_posts.in_bulk({row.post_id for row in rows})
    held: dict[int, list[Held]] = {}
    for row in rows:
        post = posts.get(row.post_id)
        if post is None or (row.end_latest is not None and row.end_latest < earliest):
            continue
        held.setdefault(row.person_id, []).append(
            Held(row, post, _covers(row, earliest, latest))
        )
    for found in held.values():
        found.sort(key=lambda one: (not one.is_certain, one.tenure.is_acting))
    return held


def _covers(tenure: Tenure, earliest: date, latest: date) -> bool:
    begun = tenure.start_latest is not None and tenure.start_latest <= earliest
    still = not tenure.end or (
        tenure.end_earliest is not None and tenure.end_earliest >= latest
    )
    return begun and still
