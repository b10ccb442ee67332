"""What the keeping of drafts in the browser needs to know."""

from collections.abc import Iterator
from typing import Any

from django import template
from django.conf import settings
from django.utils.crypto import salted_hmac

from chancery.admin.writing.drafts import draft_id
from chancery.classification import scheme
from chancery.scope import AnyUser, Scoped

register = template.Library()


@register.simple_tag
def draft_owner(user: AnyUser) -> str:
    """Return whose drafts these are: a word that tells nothing to anybody else."""
    return salted_hmac("chancery.drafts", str(user.pk)).hexdigest()[:32]


@register.simple_tag
def draft_brief_level() -> int:
    """Return the level from which drafts are kept for one tab only."""
    return scheme().level(settings.CHANCERY_DRAFTS_TAB_ONLY_FROM)


@register.simple_tag
def draft_level(record: object) -> int:
    """Return the highest classification of what a record speaks of; 0 for none."""
    if not isinstance(record, Scoped) or record.pk is None:
        return 0
    return max(_levels(record), default=0)


def _levels(row: Scoped) -> Iterator[int]:
    for path in row.scope_paths:
        target = getattr(row, path, None) if path else None
        if not path:
            yield getattr(row, "classification", 0)
        elif isinstance(target, Scoped):
            yield from _levels(target)


@register.filter
def sent_draft(post: Any) -> str:  # noqa: ANN401 - the answers of a form
    """Return the draft that a page was sent with, '' for none."""
    return draft_id(post)
