"""Writing a form's answers as a browser would: for showing a page as merged."""

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.http import QueryDict

from chancery.admin.typed import Form, Row

Sent = dict[str, list[str]]


def sent(bound: forms.BoundField, value: object, name: str = "") -> Sent:
    """Return what a browser sends of a field that holds a value, by box."""
    prepared = bound.field.prepare_value(value)
    return _boxes(bound.field.widget, name or bound.html_name, prepared)


def _boxes(widget: Any, name: str, value: Any) -> Sent:  # noqa: ANN401 - as Django's
    if isinstance(widget, RelatedFieldWidgetWrapper):
        return _boxes(widget.widget, name, value)
    if isinstance(widget, forms.MultiWidget):
        parts: Sent = {}
        pairs = zip(widget.widgets, widget.widgets_names, strict=True)  # type: ignore[attr-defined]
        for (one, suffix), part in zip(
            pairs, widget.decompress(value) or [], strict=False
        ):
            parts |= _boxes(one, f"{name}{suffix}", part)
        return parts
    if isinstance(widget, forms.CheckboxInput):
        return {name: ["on"] if value else []}
    shown = widget.format_value(value)
    if shown is None:
        return {name: [""]}
    return {name: [str(one) for one in shown] if _is_many(shown) else [str(shown)]}


def _is_many(value: object) -> bool:
    return isinstance(value, list | tuple)


def put(post: QueryDict, boxes: Sent) -> None:
    """Answer boxes anew; one without any value is left unanswered."""
    for name, values in boxes.items():
        post.pop(name, None)
        if values:
            post.setlist(name, values)


def row_sent(formset: Form, row: Row, index: int) -> Sent:
    """Return what a browser sends of an untouched row at a place of its formset."""
    form = formset.form(
        instance=row,
        prefix=formset.add_prefix(index),
        **formset.get_form_kwargs(index),
    )
    formset.add_fields(form, index)
    boxes: Sent = {}
    for bound in form:
        if bound.name != "DELETE":
            boxes |= sent(bound, bound.initial)
    return boxes


def typed_rows(post: QueryDict, prefix: str) -> dict[int, Sent]:
    """Take a formset's rows out of the answers: by place, boxes by bare name."""
    rows: dict[int, Sent] = {}
    pattern = re.compile(rf"{re.escape(prefix)}-(\d{{1,6}})-(.+)", re.DOTALL)
    for key in list(post):
        if found := pattern.fullmatch(key):
            rows.setdefault(int(found[1]), {})[found[2]] = post.getlist(key)
            del post[key]
    return rows


def write_rows(
    post: QueryDict, prefix: str, initial: Iterable[Sent], extra: Iterable[Sent]
) -> None:
    """Put rows back in their new order, those that exist first."""
    old, new = list(initial), list(extra)
    for index, boxes in enumerate([*old, *new]):
        for name, values in boxes.items():
            post.setlist(f"{prefix}-{index}-{name}", values)
    post[f"{prefix}-INITIAL_FORMS"] = str(len(old))
    post[f"{prefix}-TOTAL_FORMS"] = str(len(old) + len(new))
