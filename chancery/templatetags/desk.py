"""What the admin's templates need: links to records, labelled cells, date words."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.contrib import admin
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst

from chancery.admin.display import NOTHING, date_words
from chancery.admin.typed import Anything, Row

register = template.Library()


@register.filter
def link(record: Row) -> SafeString | str:
    """Return a record's name, linked to its page where it has one."""
    if record is None or record == "":
        return NOTHING
    address = url(record)
    if not address:
        return conditional_escape(str(record))
    return format_html('<a href="{}">{}</a>', address, record)


@register.filter
def url(record: models.Model) -> str:
    """Return the address of a record's page, '' where it has none."""
    model_admin: Any = admin.site._registry.get(type(record))  # noqa: SLF001 - no public way
    if model_admin is None or not hasattr(model_admin, "address"):
        return ""
    address: str = model_admin.address(record)
    return address


@register.filter
def words(edtf: str) -> SafeString:
    """Return a partial date in the reader's words."""
    return date_words(edtf)


@register.filter
def zipped(one: Iterable[Any], other: Iterable[Any]) -> list[tuple[Any, Any]]:
    """Return two lists side by side."""
    return list(zip(one, other, strict=False))


@register.filter
def filled(formset: Anything) -> int:
    """Return how many rows of a page hold something, typed and refused ones too."""
    return sum(
        form.instance.pk is not None or (form.is_bound and form.has_changed())
        for form in formset.forms
    )


@register.filter
def labelled(cell: SafeString, label: str) -> SafeString:
    """Let a list's cell carry its column's name, which a phone shows beside it."""
    if "action-toggle" in label:
        return cell  # the boxes that choose rows name themselves
    attribute = format_html(' data-label="{}"', capfirst(str(label)))
    for tag in ("<td", "<th"):
        if cell.startswith(tag):
            # The cell is markup that Django's admin made; only the attribute is new.
            return mark_safe(f"{tag}{attribute}{cell[len(tag) :]}")  # noqa: S308 - see above
    return cell


@register.filter
def chosen(spec: Anything, changelist: Anything) -> dict[str, Any] | None:
    """Return what a filter is set to, and the address without it; None when unset."""
    choices = list(spec.choices(changelist))
    for choice in choices[1:]:
        if choice.get("selected"):
            return {
                "display": choice["display"],
                "without": changelist.get_query_string(
                    remove=spec.expected_parameters()
                ),
            }
    return None


@register.filter
def cited_field(place: Row) -> str:
    """Return the field that a citation bears on, '' for all of the record."""
    if not place.field:
        return ""
    record = place.record
    try:
        field = record._meta.get_field(place.field)
    except FieldDoesNotExist:
        return str(place.field)
    named = field if hasattr(field, "verbose_name") else field.related_model._meta
    return capfirst(str(getattr(named, "verbose_name", place.field)))
