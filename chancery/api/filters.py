"""Questions about a row's own columns: ``?status=held,scheduled``."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from functools import reduce
from operator import or_
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_filters import Filter
from drf_spectacular.utils import extend_schema_field

from chancery.classification import scheme

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
                _("Ask for %(most)s values at most."),
                "too_many",
                {"most": _MOST_VALUES},
            )
        for part in given:
            if self.codes and part not in self.codes:
                raise ValidationError(
                    _("“%(part)s” is none of: %(codes)s."),
                    "invalid_choice",
                    {"part": part, "codes": ", ".join(self.codes)},
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
        options.setdefault(
            "help_text",
            gettext_lazy("Any of these.") if codes else gettext_lazy("Exactly this."),
        )
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

    def __init__(self, field_name: str) -> None:
        """Look at this instant."""
        super().__init__(
            field_name,
            help_text=gettext_lazy("Changed then or later: 2024-01-31T09:00:00Z."),
        )

    def filter(self, qs: Rows, value: datetime | None) -> Rows:
        """Keep what changed since; all where nothing is asked."""
        return qs if value is None else qs.filter(**{f"{self.field_name}__gte": value})


def describe_list(question: Filter, items: dict[str, Any]) -> None:
    """Tell readers of the schema that values are listed with commas between them."""
    described: Any = extend_schema_field({"type": "array", "items": items})
    described(question)
