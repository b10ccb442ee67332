"""What the rooms show on the home page, without this room knowing what it is."""

from collections.abc import Callable

from django.http import HttpRequest

from chancery.admin.pages import Panel

BuildPanel = Callable[[HttpRequest], Panel | None]
_BUILDERS: list[BuildPanel] = []


def on_home(build: BuildPanel) -> BuildPanel:
    """Show on the home page what the function returns.

    Panels stand in the order they name, else of the calls.

    Each panel costs a fixed number of queries and reads through ``visible_to``.
    """
    _BUILDERS.append(build)
    return build


def home_panels(request: HttpRequest) -> list[Panel]:
    """Return the panels for one user."""
    built = [panel for build in _BUILDERS if (panel := build(request)) is not None]
    return sorted(built, key=lambda panel: panel.order)
