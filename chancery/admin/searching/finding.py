"""Finding a record of any kind by words: what the search page and the palette ask.

Each room says which of its kinds can be found and how a hit is told from others::

    can_be_found(Kind(Thing, detail=lambda row: row.get_kind_display(), text=("note",)))

What is looked in are the kind's own ``search_fields``, so that a list and the search
page find the same rows under the same words.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.contrib import admin
from django.db import models
from django.urls import reverse
from django.utils.html import conditional_escape
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from chancery.admin.lists.counting import MOST, Count, at_most
from chancery.admin.searching.highlight import excerpt, highlighted
from chancery.admin.searching.search import first_keys, looks_like_reference, ways
from chancery.admin.sight import load, visible
from chancery.admin.typed import Anything, Row
from chancery.models import User
from chancery.scope import Scoped
from chancery.words import Word, words_of

FEW: Final = 8


def _nothing(row: Row) -> str:  # noqa: ARG001 - a kind's ``detail``
    return ""


@dataclass(frozen=True)
class Kind:
    """A kind of record that can be found.

    ``detail`` tells hits of one name apart, in a line of plain text; ``shows`` are the
    relations it reads; ``text`` are the long texts an excerpt may come from.
    """

    model: type[Scoped]
    detail: Callable[[Anything], str] = _nothing
    shows: tuple[str, ...] = ()
    text: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What records of this kind are called."""
        return str(capfirst(str(self.model._meta.verbose_name_plural)))

    @property
    def list_address(self) -> str:
        """Where all of them are listed."""
        meta = self.model._meta
        return reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist")


_KINDS: dict[type[models.Model], Kind] = {}


def can_be_found(kind: Kind) -> None:
    """Let records of a kind be found; in the order of the calls."""
    _KINDS[kind.model] = kind


@dataclass(frozen=True)
class Hit:
    """One record that was found, with what is shown of it."""

    record: Row
    title: str
    detail: str
    reference: str
    url: str
    marked: SafeString
    excerpt: SafeString


@dataclass(frozen=True)
class Group:
    """The hits of one kind, newest first; ``more`` is the list of all of them."""

    kind: Kind
    hits: list[Hit]
    count: Count
    more: str

    @property
    def label(self) -> str:
        """What the hits are called."""
        return self.kind.label


def find(
    user: User,
    text: str,
    *,
    kinds: Iterable[type[models.Model]] | None = None,
    limit: int = FEW,
    by_own_words: bool = False,
) -> list[Group]:
    """Return what the user may see of what has all the words, kind by kind.

    A typed reference finds the records whose reference begins so, and nothing else.
    ``by_own_words`` asks for what a record itself says and for its names, not for
    those of related ones, and counts nothing: quick enough to ask at every key.
    """
    words = words_of(text)
    if not words:
        return []
    wanted = None if kinds is None else set(kinds)
    groups = (
        _group(user, kind, text, words, limit=limit, by_own_words=by_own_words)
        for kind in sorted(_KINDS.values(), key=_place)
        if (wanted is None or kind.model in wanted) and _may_see(user, kind.model)
    )
    return [group for group in groups if group.hits]


def referred_to(user: User, text: str) -> Row | None:
    """Return the visible record whose reference was typed, None if there is none."""
    words = words_of(text)
    reference = looks_like_reference(words[0]) if len(words) == 1 else None
    if reference is None:
        return None
    for model in _KINDS:
        if getattr(model, "prefix", None) == reference[:3] and _may_see(user, model):
            return visible(model, user).filter(reference=reference).first()
    return None


def _place(kind: Kind) -> int:
    """Return where the sidebar has the kind."""
    return int(_admin_of(kind.model).section.order)


def _admin_of(model: type[models.Model]) -> Any:  # noqa: ANN401 - an admin of ours
    return admin.site._registry[model]  # noqa: SLF001 - no public way


def _may_see(user: User, model: type[models.Model]) -> bool:
    return user.has_perm(f"{model._meta.app_label}.view_{model._meta.model_name}")


def _group(
    user: User,
    kind: Kind,
    text: str,
    words: list[Word],
    *,
    limit: int,
    by_own_words: bool,
) -> Group:
    model_admin = _admin_of(kind.model)
    rows = visible(kind.model, user).filter(archived_at=None)
    reference = looks_like_reference(words[0]) if len(words) == 1 else None
    if reference is not None:
        is_own = reference[:3] == getattr(kind.model, "prefix", "")
        rows = rows.filter(reference__startswith=reference) if is_own else rows.none()
        found = list(rows.order_by("reference")[: limit + 1])
        number = len(found) if by_own_words else rows.values("pk")[: MOST + 1].count()
    else:
        fields = model_admin.search_fields
        if by_own_words:
            fields = [path for path in fields if _is_own(kind, path)]
        among = ways(kind.model, fields, text, user)
        newest = rows.order_by("-updated_at", "-pk")
        keys = first_keys(newest, among, limit)
        found = list(newest.filter(pk__in=keys)[:limit]) if keys else []
        number = len(found)
        if found and not by_own_words:
            number = len(first_keys(rows.order_by(), among, MOST + 1))
    found = found[:limit]
    if found:
        load(found, user, (*getattr(model_admin, "names_with", ()), *kind.shows))
    more = f"{kind.list_address}?{urlencode({'q': text})}"
    hits = [_hit(kind, row, words, model_admin) for row in found]
    return Group(kind, hits, at_most(number), more)


def _is_own(kind: Kind, path: str) -> bool:
    """Tell whether a field is the record's own, or a name in a table of its own."""
    head, _dunder, rest = path.partition("__")
    return not rest or (
        "__" not in rest and bool(kind.model._meta.get_field(head).one_to_many)
    )


def _hit(kind: Kind, row: Row, words: list[Word], model_admin: Anything) -> Hit:
    title = str(row)
    texts = (excerpt(getattr(row, name), words) for name in kind.text)
    return Hit(
        record=row,
        title=title,
        detail=str(kind.detail(row)),
        reference=row.reference,
        url=model_admin.address(row),
        marked=highlighted(title, words),
        excerpt=next(filter(None, texts), conditional_escape("")),
    )
