"""The bar of a list from which rows are chosen and edited."""

from typing import Any

from django import template

from chancery.admin.typed import Anything

register = template.Library()


@register.inclusion_tag("admin/bulk_bar.html", takes_context=True)
def bulk_bar(context: template.Context, changelist: Anything) -> dict[str, Any]:
    """Offer what may be done to the rows that are chosen."""
    request: Any = context["request"]
    model_admin = changelist.model_admin
    offered = getattr(model_admin, "bulk_deeds", None)
    is_popup = changelist.is_popup or not changelist.result_list
    deeds = offered(request) if offered is not None and not is_popup else []
    query = request.META.get("QUERY_STRING", "")
    address = model_admin.bulk_address() if deeds else ""
    return {
        "deeds": deeds,
        "address": f"{address}?{query}" if query else address,
    }


@register.simple_tag(takes_context=True)
def rows_address(context: template.Context, changelist: Anything) -> str:
    """Return where the list is edited in place, '' where the user may not."""
    request: Any = context["request"]
    may = getattr(changelist.model_admin, "may_edit_rows", None)
    if may is None or changelist.is_popup or not changelist.result_list:
        return ""
    if not may(request):
        return ""
    query = request.META.get("QUERY_STRING", "")
    address: str = changelist.model_admin.rows_address()
    return f"{address}?{query}" if query else address
