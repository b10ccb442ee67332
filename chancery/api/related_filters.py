"""Questions that lead to other rows, and so through the choke point once more.

A name that the user may not see is answered like one that nobody bears; rows are found
through visible rows only.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_filters import CharFilter, Filter

from chancery.api.briefs import briefs, codes_of
from chancery.api.filters import CodesFilter, ListField, Rows, describe_list
from chancery.api.permissions import seen
from chancery.scope import Scoped


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
        describe_list(self, {"type": "string"})
        super().__init__(
            ways[0], help_text=gettext_lazy("By %s; any of them.") % named_by
        )

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
        super().__init__(
            "pk",
            codes=tuple(views),
            help_text=gettext_lazy("In every one of these named views."),
        )

    def filter(self, qs: Rows, value: list[str]) -> Rows:
        """Keep the rows that stand in every one of the views."""
        today = timezone.localdate()
        for name in value:
            qs = self.views[name](qs, today)
        return qs


class TextFilter(CharFilter):
    """Rows with this text in one of their own fields, or in a field of their parts."""

    parent: Any

    def __init__(self, fields: Sequence[str]) -> None:
        """Look in ``fields``: ``title``, or ``names__text`` of visible parts."""
        self.fields = fields
        super().__init__(
            max_length=100, help_text=gettext_lazy("Text in: %s.") % ", ".join(fields)
        )

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
        super().__init__(
            "archived_at",
            codes=("false", "true"),
            help_text=gettext_lazy("By default false; true,false gives both."),
        )

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
