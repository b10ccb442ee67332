"""Names that may be the same: other spellings of people, posts and institutions."""

import re
import unicodedata
from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q
from rapidfuzz import fuzz, process

from chancery.scope import AnyUser, Scoped
from partners.models import Institution, Partner, Person, Post

# Of 100, as rapidfuzz counts. Lee Dohoon and Lee Do-hoon are 100, Kim Minsu and Kim
# Minseo 89, Park Jin and Park Jun 86: a person decides, so rather one too many.
ALIKE = 85
# Of the letters alone, in any order, more must be the same.
SAME_LETTERS = 97
_MOST_CANDIDATES = 400
_MOST_WORDS = 6
_FIRST_LETTERS = 3


def plain(name: str) -> str:
    """Return a name without marks, hyphens and case, its words in order."""
    spread = unicodedata.normalize("NFKD", name).casefold()
    kept = "".join(one for one in spread if not unicodedata.combining(one))
    letters = re.sub(r"[\W_]+", " ", kept)
    # Hangul was taken apart above; put together, a syllable counts as one letter.
    return " ".join(sorted(unicodedata.normalize("NFC", letters).split()))


def similar_people(user: AnyUser, name: str) -> list[int]:
    """Return the keys of visible people who may be meant, the likeliest first."""
    return _similar(Person, "name", user, name)


def similar_institutions(user: AnyUser, name: str, partner: Partner) -> list[int]:
    """Return the keys of a partner's visible institutions that may be meant."""
    return _similar(Institution, "name", user, name, Q(partner=partner))


def similar_posts(user: AnyUser, title: str, partner: Partner) -> list[int]:
    """Return the keys of a partner's visible posts that may be meant."""
    return _similar(Post, "title", user, title, Q(partner=partner))


def _similar(
    model: type[Scoped], field: str, user: AnyUser, name: str, among: Q | None = None
) -> list[int]:
    wanted = plain(name)
    words = wanted.split()[:_MOST_WORDS]
    if not words:
        return []
    rows: models.QuerySet[Any] = model.objects.nameable_by(user).current()
    if among is not None:
        rows = rows.filter(among)
    beginnings = [word[:_FIRST_LETTERS] for word in words]
    own = reduce(or_, (Q(**{f"{field}__icontains": one}) for one in beginnings))
    spelt: models.QuerySet[Any] | None = None
    if "names" in {relation.name for relation in model._meta.related_objects}:
        meta: Any = model._meta
        names = meta.get_field("names")
        link = names.field.attname
        said = reduce(or_, (Q(text__icontains=one) for one in beginnings))
        spelt = names.related_model.objects.visible_to(user).filter(said)
        own |= Q(Exists(spelt.filter(**{link: OuterRef("pk")})))
    found = list(rows.filter(own).values_list("pk", field)[:_MOST_CANDIDATES])
    if spelt is not None:
        keys = [key for key, _name in found]
        found += spelt.filter(**{f"{link}__in": keys}).values_list(link, "text")
    return _ranked(wanted, found)


def _ranked(wanted: str, found: Iterable[tuple[int, str]]) -> list[int]:
    """Return each key once, by its best spelling."""
    pairs = list(found)
    spellings = [plain(text) for _key, text in pairs]
    best: dict[int, float] = {}
    for read, cutoff in ((str, ALIKE), (_letters, SAME_LETTERS)):
        for _text, score, index in process.extract(
            read(wanted),
            [read(one) for one in spellings],
            scorer=fuzz.ratio,
            score_cutoff=cutoff,
            limit=None,
        ):
            key = pairs[index][0]
            best[key] = max(score, best.get(key, 0.0))
    return sorted(best, key=lambda key: (-best[key], key))


def _letters(name: str) -> str:
    """Return a name's letters in order: Do-hoon is Dohoon, whatever stands first."""
    return "".join(sorted(name.replace(" ", "")))
