"""Which records may be the same, told by how much their names are alike."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from rapidfuzz import fuzz, process

from chancery.models.mergeable import Mergeable
from chancery.scope import AnyUser, ScopedQuerySet
from partners.models import Institution, Post

# Out of 100; below it, names share little more than common syllables.
_ENOUGH: Final = 78
_MOST: Final = 6
# Names that one look compares; a thousand take about a millisecond.
_MOST_NAMES: Final = 50_000
# These are called alike everywhere ("Ministry of Finance"), so only the same side's
# are compared.
_OF_ONE_SIDE: Final = (Institution, Post)


@dataclass(frozen=True)
class Like:
    """A record that may be the same, and the spelling that says so."""

    record: Mergeable
    spelling: str
    score: int


def in_any_order(text: str) -> str:
    """Return a name's words without case and accents, sorted: "Batsukh, Dorj".

    Korean syllables come apart into letters, so that one letter's difference counts
    as one.
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = (one for one in plain if not unicodedata.combining(one))
    letters = (one if one.isalnum() else " " for one in kept)
    return " ".join(sorted("".join(letters).split()))


def in_one_piece(text: str) -> str:
    """Return a name's letters without what parts them: "Chol-su" is "Cholsu"."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(
        one for one in plain if one.isalnum() and not unicodedata.combining(one)
    )


def alike(record: Mergeable, *, by: AnyUser) -> list[Like]:
    """Return the current records most like this one, among those the user may see."""
    model: Any = type(record)
    rows: ScopedQuerySet[Any] = model._default_manager.nameable_by(by)
    others = rows.filter(archived_at=None).exclude(pk=record.pk)
    if isinstance(record, _OF_ONE_SIDE):
        others = others.filter(partner=record.partner_id)
    spelled = list(_spellings(others, by))
    own = list(_own(record, by))
    best: dict[int, tuple[int, str]] = {}
    for form in (in_any_order, in_one_piece):
        forms = [form(text) for _key, text in spelled]
        for query in {form(text) for text in own}:
            found = process.extract(
                query,
                forms,
                scorer=fuzz.ratio,
                score_cutoff=_ENOUGH,
                limit=4 * _MOST,
            )
            for _form, score, place in found:
                key, text = spelled[place]
                best[key] = max(best.get(key, (0, "")), (round(score), text))
    first = sorted(best, key=lambda key: (-best[key][0], key))[:_MOST]
    known = others.in_bulk(first)
    return [Like(known[key], best[key][1], best[key][0]) for key in first]


def _spellings(rows: "ScopedQuerySet[Any]", by: AnyUser) -> Iterator[tuple[int, str]]:
    """Yield (key, name) of all names in the records' columns and tables of names."""
    columns = list(rows.model.names_kept) or ["title"]
    for key, *texts in rows.order_by("-pk").values_list("pk", *columns)[:_MOST_NAMES]:
        yield from ((key, text) for text in texts if text)
    if rows.model.names_kept:
        relation = rows.model._meta.get_field("names")
        owner = relation.field.attname
        names = relation.related_model._default_manager.visible_to(by)
        yield from (
            names.filter(**{f"{relation.field.name}__in": rows.values("pk")})
            .order_by("-pk")
            .values_list(owner, "text")[:_MOST_NAMES]
        )


def _own(record: Mergeable, by: AnyUser) -> Iterator[str]:
    model: Any = type(record)
    own = model._default_manager.filter(pk=record.pk)
    yield from (text for _key, text in _spellings(own, by))
