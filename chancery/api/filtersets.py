"""The questions that follow from a model, and how a collection answers them."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import models
from django_filters import Filter
from django_filters.rest_framework import FilterSet
from rest_framework.exceptions import ValidationError

from chancery.api.filters import CodesFilter, LevelFilter, SinceFilter, TruthFilter
from chancery.api.related_filters import (
    ArchivedFilter,
    ReferencesFilter,
    TextFilter,
    UnknownNameError,
)
from chancery.dates.filters import period_filters
from chancery.scope import Scoped


class ScopedFilterSet(FilterSet):
    """Cleans and applies the parameters that are there, not all there could be.

    django-filter would copy every filter and build a form of them for each request.
    """

    def __init__(
        self,
        data: Any = None,  # noqa: ANN401 - FilterSet's signature, as below
        queryset: Any = None,  # noqa: ANN401
        *,
        request: Any = None,  # noqa: ANN401
        prefix: Any = None,  # noqa: ANN401
    ) -> None:
        """Take up the filters that are asked for, and the one that always works."""
        self.base_filters = {
            name: question
            for name, question in filters_of(type(self)).items()
            if name in (data or ()) or isinstance(question, ArchivedFilter)
        }
        super().__init__(data, queryset, request=request, prefix=prefix)

    def filter_queryset(self, queryset: Any) -> Any:  # noqa: ANN401 - FilterSet's signature
        """Apply each; name the parameter that asks for what is not there."""
        for name, value in self.form.cleaned_data.items():
            try:
                queryset = self.filters[name].filter(queryset, value)
            except UnknownNameError as error:
                raise ValidationError({name: [str(error)]}, "unknown") from error
        return queryset


def filterset_of(
    model: type[Scoped],
    *,
    shown: Sequence[str],
    search: Sequence[str] = (),
    exact: Sequence[str] = (),
    more: Mapping[str, Filter] | None = None,
) -> type[ScopedFilterSet]:
    """Return the filters of a collection.

    Each column that is ``shown`` and has a natural question gets it: choices, levels,
    truths, relations and partial dates. ``search`` are the fields that ``q`` looks in,
    ``exact`` texts that are asked for whole, ``more`` what only this model has.
    """
    questions: dict[str, Filter] = {}
    for field in model._meta.concrete_fields:
        if field.name in shown:
            questions |= _questions(field, is_exact=field.name in exact)
    questions |= {
        name: question
        for name, question in period_filters(model).items()
        if question.field_name in shown
    }
    if "updated_at" in shown:
        questions["updated_since"] = SinceFilter("updated_at")
    if search:
        questions["q"] = TextFilter(search)
    questions |= more or {}
    questions["archived"] = ArchivedFilter(model)
    kind: Any = type(ScopedFilterSet)
    filterset: type[ScopedFilterSet] = kind(
        f"{model.__name__}Filters", (ScopedFilterSet,), questions
    )
    return filterset


def filters_of(filterset: type[ScopedFilterSet]) -> Mapping[str, Filter]:
    """Return a filter set's filters by their parameters' names."""
    made: Any = filterset
    filters: Mapping[str, Filter] = made.base_filters
    return filters


def _questions(field: Any, *, is_exact: bool) -> dict[str, Filter]:  # noqa: ANN401 - a model field
    """Return the question that a column's kind lends itself to."""
    name = field.name
    question: Filter | None = None
    if name in {"classification", "clearance"}:
        question = LevelFilter(name)
    elif field.is_relation and name != "archived_by":
        question = ReferencesFilter(name, model=field.related_model)
    elif field.choices:
        codes = [str(code) for code, _label in field.flatchoices if code != ""]
        question = CodesFilter(name, codes=codes)
    elif isinstance(field, models.BooleanField):
        question = TruthFilter(name, may_be_unknown=field.null)
    elif is_exact or name == "reference":
        question = CodesFilter(name)
    return {} if question is None else {name: question}
