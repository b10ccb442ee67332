"""Searching: every word somewhere in what the user may see of a row.

A list names its ``search_fields`` as any list does. Texts that a model keeps as words
(``chancery.words``) are looked up in its index; the few others are read through.
"""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any, Final

from django.db import models
from django.db.models import Exists, OuterRef, Q

from chancery.admin.sight import AnyRows, visible
from chancery.scope import AnyUser, Scoped
from chancery.words import Word, words_field, words_of

# Related records found by name are looked for by key, as long as they are that few.
_MOST_KEYS: Final = 500
# So many rows with a word are met soon enough by going through all in order.
_MANY: Final = 4_000
# More ways than that for a row to be found are asked for in one.
_MOST_WAYS: Final = 12
_REFERENCE: Final = "reference"
_PREFIX_LENGTH: Final = 3


def ways(
    model: type[models.Model], fields: Iterable[str], text: str, user: AnyUser
) -> list[Q]:
    """Return the ways in which a row may have all the words; no words, no way.

    A row is found if it meets one of them. Each is a plain conjunction that an index
    serves: asked all at once with OR, none would be used.

    A field may lead through relations (``person__names__text``): then it is looked up
    in visible rows only, so that a search cannot spell out a hidden record's name.
    """
    words = words_of(text)
    if not words:
        return []
    keeps_words = words_field(model) is not None
    paths = tuple(fields)
    found: list[tuple[list[Word], Q]] = [([], Q())]
    for word in words:
        others = _ways_of_word(model, paths, word, user)
        if not keeps_words and not others:
            return []
        if len(found) * (len(others) + keeps_words) > _MOST_WAYS:
            every = reduce(or_, [Q(words__finds=[word])] * keeps_words + others)
            others, own = [every], False
        else:
            own = keeps_words
        found = [
            *(([*texts, word], way) for texts, way in found if own),
            *((texts, way & other) for texts, way in found for other in others),
        ]
    narrowed = ((way, _having(model, texts) if texts else Q()) for texts, way in found)
    return [way & texts for way, texts in narrowed if texts is not None]


def _having(model: type[models.Model], words: list[Word]) -> Q | None:
    """Return the condition that rows have all the words, None if none has.

    Few rows are named by their keys. Left to itself the database often takes rare words
    for frequent ones, goes through the whole table in the list's order, and finds the
    page's rows last or never. Where many rows have the words, that way is short.
    """
    has_words = Q(words__finds=words)
    rows = model._default_manager.filter(has_words).order_by()
    keys = list(rows.values_list("pk", flat=True)[: _MANY + 1])
    if not keys:
        return None
    return has_words if len(keys) > _MANY else Q(pk__in=keys)


def in_some_way(rows: AnyRows, among: list[Q]) -> AnyRows:
    """Keep the rows that are found in one way or another."""
    return rows.filter(reduce(or_, among)) if among else rows.none()


def first_keys(rows: AnyRows, among: list[Q], most: int) -> list[int]:
    """Return the keys of the first rows in their order, each way asked on its own."""
    keys = dict.fromkeys(
        key
        for way in among
        for key in rows.filter(way).values_list("pk", flat=True)[:most]
    )
    return list(keys)


def looks_like_reference(word: Word) -> str | None:
    """Return a reference, or its beginning, if the word is like one."""
    prefix, *rest = word.parts
    if len(prefix) == _PREFIX_LENGTH and prefix.isascii() and prefix.isalpha() and rest:
        return "-".join(word.parts).upper()
    return None


def _ways_of_word(
    model: type[models.Model], paths: Iterable[str], word: Word, user: AnyUser
) -> list[Q]:
    """Return the ways to have one word, besides the row's own words."""
    kept = words_field(model)
    own: list[Q] = []
    through: dict[str, list[str]] = {}
    for path in paths:
        head, _dunder, rest = path.partition("__")
        if rest:
            through.setdefault(head, []).append(rest)
        elif head == _REFERENCE:
            if reference := looks_like_reference(word):
                own.append(Q(reference__startswith=reference))
        elif kept is None or head not in kept.sources:
            own.append(Q(**{f"{head}__icontains": word.text}))
    related = (_related(model, *item, word, user) for item in through.items())
    return [*own, *(way for way in related if way is not None)]


def _related(
    model: type[models.Model],
    head: str,
    paths: list[str],
    word: Word,
    user: AnyUser,
) -> Q | None:
    """Return the condition that a related row that may be seen has the word."""
    relation: Any = model._meta.get_field(head)
    target: type[models.Model] = relation.related_model
    inner = _ways_of_word(target, paths, word, user)
    if _asks_words(target, paths):
        inner.append(Q(words__finds=[word]))
    if not inner:
        return None
    condition = reduce(or_, inner)
    if relation.one_to_many:
        back = relation.field
        names = {path.partition("__")[0] for path in paths if "__" in path}
        rows = _parts(target, back.name, names, user).filter(condition)
        return Q(Exists(rows.filter(**{back.attname: OuterRef("pk")})))
    rows = visible(target, user).filter(condition)
    keys = list(rows.values_list("pk", flat=True)[: _MOST_KEYS + 1])
    if not keys:
        return None
    if len(keys) > _MOST_KEYS:
        return Q(**{f"{head}__in": rows.values("pk")})
    return Q(**{f"{relation.attname}__in": keys})


def _asks_words(model: type[models.Model], paths: Iterable[str]) -> bool:
    kept = words_field(model)
    return kept is not None and any(path in kept.sources for path in paths)


def _parts(
    target: type[models.Model], owner: str, looked_up: set[str], user: AnyUser
) -> AnyRows:
    """Return the parts of visible rows that may be seen.

    Where a part speaks of nothing but its owner, which is visible, and of what was
    looked up among visible rows already, it need not be asked again.
    """
    if issubclass(target, Scoped) and set(target.scope_paths) <= {owner, *looked_up}:
        return target._default_manager.all()
    return visible(target, user)
