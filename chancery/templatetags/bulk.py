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
    rows = ""
    if deeds and model_admin.may_edit_rows(request):
        rows = model_admin.rows_address()
    return {
        "rows": f"{rows}?{query}" if rows and query else rows,
        "deeds": deeds,
        "address": f"{address}?{query}" if query else address,
    }
