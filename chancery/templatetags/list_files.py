"""What the menu of files at a list offers."""

from typing import Any

from django import template
from django.template.context import Context

from chancery.admin.typed import Anything

register = template.Library()


@register.simple_tag(takes_context=True)
def list_files(context: Context, listed: Anything) -> dict[str, Any] | None:
    """Return the list's files with their addresses; None where it is not ours."""
    offer = getattr(listed.model_admin, "list_files", None)
    if offer is None or context.get("is_popup"):
        return None
    found: dict[str, Any] = offer(context["request"])
    return found
