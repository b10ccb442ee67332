"""Searching: every word somewhere in what the user may see of a row."""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.text import smart_split, unescape_string_literal

from chancery.admin.sight import AnyRows, visible
from chancery.scope import AnyUser

# More words than anybody types; each costs a condition per field.
_MOST_WORDS = 16


def words_of(text: str) -> list[str]:
    """Return the words of a question; a quoted phrase counts as one."""
    words = []
    for word in smart_split(text.replace("\0", " ")):
        is_phrase = word[0] in "'\"" and word[0] == word[-1] and len(word) > 1
        words.append(unescape_string_literal(word) if is_phrase else word)
    return words[:_MOST_WORDS]


def found(rows: AnyRows, fields: Iterable[str], text: str, user: AnyUser) -> AnyRows:
    """Keep the rows in which every word stands in one of the fields.

    A field may lead through relations (``person__names__text``): then it is looked up
    in visible rows only, so that a search cannot spell out a hidden record's name.
    """
    paths = tuple(fields)
    for word in words_of(text):
        rows = rows.filter(
            reduce(or_, (_matches(rows.model, path, word, user) for path in paths))
        )
    return rows


def _matches(model: type[models.Model], path: str, word: str, user: AnyUser) -> Q:
    head, _dunder, rest = path.partition("__")
    if not rest:
        return Q(**{f"{head}__icontains": word})
    relation: Any = model._meta.get_field(head)
    target: type[models.Model] = relation.related_model
    rows = visible(target, user).filter(_matches(target, rest, word, user))
    if relation.one_to_many:
        return Q(Exists(rows.filter(**{relation.field.attname: OuterRef("pk")})))
    return Q(Exists(rows.filter(pk=OuterRef(relation.attname))))
