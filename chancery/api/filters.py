"""Questions that a collection answers: ``?status=held,scheduled&partner=MNG``.

A name that the user may not see is answered like one that nobody bears, and rows are
found through visible rows only.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import reduce
from operator import or_
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django_filters import CharFilter, Filter
from drf_spectacular.utils import extend_schema_field

from chancery.api.briefs import briefs, codes_of
from chancery.api.permissions import seen
from chancery.classification import scheme
from chancery.scope import Scoped

Rows = models.QuerySet[Any]

_MOST_VALUES: Final = 100


class ListField(forms.CharField):
    """Values with commas between them; with ``codes``, each must be one of them."""

    def __init__(self, *, codes: Sequence[str] = (), **options: Any) -> None:  # noqa: ANN401 - Django's options
        """Take the codes that may be asked for; none given, any text may."""
        self.codes = codes
        super().__init__(**options)

    def clean(self, value: Any) -> list[str]:  # noqa: ANN401 - Django's signature
        """Return the values, or say which one is wrong and what there is."""
        text = super().clean(value)
        given = [part for part in (part.strip() for part in text.split(",")) if part]
        if len(given) > _MOST_VALUES:
            raise ValidationError(
                _("Ask for %s values at most.") % _MOST_VALUES, "too_many"
            )
        for part in given:
            if self.codes and part not in self.codes:
                message = _("“%(part)s” is none of: %(codes)s.")
                raise ValidationError(
                    message % {"part": part, "codes": ", ".join(self.codes)},
                    "invalid_choice",
                )
        return given


class CodesFilter(Filter):
    """Rows whose field has one of the values."""

    field_class = ListField

    def __init__(
        self,
        field_name: str,
        *,
        codes: Sequence[str] = (),
        **options: Any,  # noqa: ANN401 - Filter's options
    ) -> None:
        """Take the codes that the field knows; none given, it holds any text."""
        items: dict[str, Any] = {"type": "string"}
        if codes:
            items["enum"] = list(codes)
        describe_list(self, items)
        super().__init__(field_name, codes=codes, **options)

    def filter(self, qs: Rows, value: list[str]) -> Rows:
        """Keep the rows that have one of them; all where none is asked for."""
        if not value:
            return qs
        return qs.filter(**{f"{self.field_name}__in": self.stored(value)})

    def stored(self, codes: list[str]) -> Iterable[Any]:
        """Return what the column holds for each code."""
        return codes


class LevelFilter(CodesFilter):
    """Rows of these levels of the classification scheme."""

    def __init__(self, field_name: str) -> None:
        """Take the installation's levels."""
        super().__init__(field_name, codes=scheme().codes)

    def stored(self, codes: list[str]) -> Iterable[int]:
        """Return the levels' numbers."""
        return [scheme().level(code) for code in codes]


class TruthFilter(CodesFilter):
    """Rows for which it is true, false or (where nobody may have judged) unknown."""

    _STORED: Final = {"true": True, "false": False, "unknown": None}

    def __init__(self, field_name: str, *, may_be_unknown: bool) -> None:
        """Take the answers there are."""
        super().__init__(field_name, codes=list(self._STORED)[: 2 + may_be_unknown])

    def filter(self, qs: Rows, value: list[str]) -> Rows:
        """Keep the rows with one of the answers."""
        if not value:
            return qs
        answers = [Q(**{self.field_name: self._STORED[code]}) for code in value]
        return qs.filter(reduce(or_, answers))


@extend_schema_field({"type": "integer"})
class NumberFilter(Filter):
    """Rows with this whole number."""

    field_class = forms.IntegerField


class ReferencesFilter(Filter):
    """Rows that refer to one of the named records, in one of the given ways.

    A way is a relation of the row (``desk``), or leads through parts that belong to it
    (``parties__partner``); then only visible parts count, and of them those with
    ``also`` where given.
    """

    field_class = ListField
    # The filter set, which knows the request; django-filter sets it.
    parent: Any

    def __init__(
        self,
        *ways: str,
        model: type[models.Model],
        also: dict[str, str] | None = None,
    ) -> None:
        """Look for rows of ``model`` by their references or other codes."""
        self.ways = ways
        self.target = model
        self.also = also or {}
        named_by = ", ".join(("reference", *codes_of(model)))
        describe_list(self, {"type": "string"}, f"By {named_by}; any of them.")
        super().__init__(ways[0])

    def filter(self, qs: Rows, value: list[str]) -> Rows:
        """Keep the rows that refer to any of them; ``UnknownName`` for no such name."""
        if not value:
            return qs
        keys = self._keys(value)
        return qs.filter(
            reduce(or_, (self._refers(qs.model, way, keys) for way in self.ways))
        )

    def _refers(self, model: type[models.Model], way: str, keys: list[int]) -> Q:
        part, _dunder, target = way.partition("__")
        if not target:
            return Q(**{f"{part}_id__in": keys})
        relation: Any = model._meta.get_field(part)
        rows = seen(relation.related_model, self.parent.request.user)
        owner = {relation.field.attname: OuterRef("pk")}
        rows = rows.filter(**owner, **{f"{target}_id__in": keys}, **self.also)
        return Q(Exists(rows))

    def _keys(self, names: list[str]) -> list[int]:
        """Return the keys of the records that bear these names."""
        rows = briefs(self.target, self.parent.request.user)
        ways = ("reference", *codes_of(self.target))
        bear = reduce(or_, (Q(**{f"{way}__in": names}) for way in ways))
        found = list(rows.filter(bear).values_list("pk", *ways))
        known = {name for _key, *own in found for name in own}
        for name in names:
            if name not in known:
                kind = self.target._meta.verbose_name
                message = _("There is no %(kind)s “%(name)s” that you may see.")
                raise UnknownNameError(message % {"kind": kind, "name": name})
        return [row[0] for row in found]


class UnknownNameError(Exception):
    """A filter named a record that is not there for this user."""


class ViewFilter(CodesFilter):
    """Rows of a named view: the same rows as under that name everywhere else."""

    def __init__(self, views: Mapping[str, Callable[[Any, date], Any]]) -> None:
        """Take the views by name; each is asked for rows as of a day."""
        self.views = views
        super().__init__("pk", codes=tuple(views))

    def filter(self, qs: Rows, value: list[str]) -> Rows:
        """Keep the rows that stand in every one of the views."""
        today = timezone.localdate()
        for name in value:
            qs = self.views[name](qs, today)
        return qs


class SinceField(forms.CharField):
    """An instant with its offset."""

    def clean(self, value: Any) -> datetime | None:  # noqa: ANN401 - Django's signature
        """Return the instant; refuse one that leaves the offset open."""
        text = super().clean(value)
        if not text:
            return None
        # An unescaped + arrives as a space.
        text = re.sub(r" (?=\d\d:?\d\d$)", "+", text)
        try:
            instant = parse_datetime(text)
            if instant is not None and instant.tzinfo is not None:
                return instant.astimezone(UTC)
        except (ValueError, OverflowError):
            pass
        raise ValidationError(
            _("Write an instant with its offset, such as 2024-01-31T09:00:00Z."),
            "invalid",
        )


@extend_schema_field({"type": "string", "format": "date-time"})
class SinceFilter(Filter):
    """Rows changed at that instant or later."""

    field_class = SinceField

    def filter(self, qs: Rows, value: datetime | None) -> Rows:
        """Keep what changed since; all where nothing is asked."""
        return qs if value is None else qs.filter(**{f"{self.field_name}__gte": value})


class TextFilter(CharFilter):
    """Rows with this text in one of their own fields, or in a field of their parts."""

    parent: Any

    def __init__(self, fields: Sequence[str]) -> None:
        """Look in ``fields``: ``title``, or ``names__text`` of visible parts."""
        self.fields = fields
        super().__init__(max_length=100, help_text=f"Text in: {', '.join(fields)}.")

    def filter(self, qs: Rows, value: str) -> Rows:
        """Keep the rows that have it somewhere; letter case does not matter."""
        if not value:
            return qs
        return qs.filter(
            reduce(or_, (self._holds(qs.model, name, value) for name in self.fields))
        )

    def _holds(self, model: type[models.Model], name: str, text: str) -> Q:
        part, _dunder, rest = name.partition("__")
        if not rest:
            return Q(**{f"{name}__icontains": text})
        relation: Any = model._meta.get_field(part)
        rows = seen(relation.related_model, self.parent.request.user)
        owner = relation.field.attname
        return Q(
            Exists(rows.filter(**{owner: OuterRef("pk"), f"{rest}__icontains": text}))
        )


class ArchivedFilter(CodesFilter):
    """Archived rows are left out unless they are asked for.

    A part is archived with the record that it belongs to.
    """

    def __init__(self, model: type[Scoped]) -> None:
        """Find out whose archiving counts."""
        self._is_current = current_q(model)
        super().__init__("archived_at", codes=("false", "true"))

    def filter(self, qs: Rows, value: list[str]) -> Rows:
        """Keep the current rows, the archived ones or (``true,false``) both."""
        wanted = set(value) or {"false"}
        if wanted == {"false"}:
            return qs.filter(self._is_current)
        return qs.exclude(self._is_current) if wanted == {"true"} else qs


def current_q(model: type[Scoped], prefix: str = "") -> Q:
    """Return the condition under which the record that owns a row is not archived."""
    condition = Q()
    for path in model.scope_paths:
        name = f"{prefix}{path}"
        if not path:
            condition &= Q(**{f"{prefix}archived_at": None})
            break
        field: Any = model._meta.get_field(path)
        condition &= current_q(field.related_model, f"{name}__")
        if not field.null:
            break  # the first relation that is always set owns the row
    return condition


def describe_list(
    question: Filter, items: dict[str, Any], description: str = ""
) -> None:
    """Tell readers of the schema that values are listed with commas between them."""
    schema: dict[str, Any] = {"type": "array", "items": items}
    if description:
        schema["description"] = description
    described: Any = extend_schema_field(schema)
    described(question)
