"""The page on which a whole meeting is logged, as tests fill it in."""

from typing import Any

from django.test import Client
from django.urls import reverse

from tests.admin_pages import form_data


def page(name: str = "log") -> str:
    """Return the page's address, or that of one of its endpoints."""
    ending = "" if name == "log" else f"_{name}"
    return reverse(f"admin:engagements_meeting_log{ending}")


def picked(prefix: str, record: Any) -> dict[str, str]:  # noqa: ANN401 - any record
    """Return what a box sends when a record was chosen by its reference alone."""
    return {prefix: record.reference, f"{prefix}-words": record.reference}


def blank(client: Client, **query: str) -> dict[str, str]:
    """Return what saving the page untouched would send."""
    response = client.get(page(), query)
    assert response.status_code == 200
    return form_data(response)


def meeting(client: Client, **more: str) -> dict[str, str]:
    """Return the least that makes a meeting."""
    least = {"title": "Consultations", "kind": "working_level", "date": "2023-06-26"}
    return blank(client) | least | more


def problems(response: Any) -> list[str]:  # noqa: ANN401 - a test client's response
    """Return what the page complains of, each with its place."""
    assert response.status_code == 200
    return [
        f"{problem.where}: {problem.text}" if problem.where else problem.text
        for problem in response.context["problems"]
    ]


def sent(client: Client, data: dict[str, str]) -> Any:  # noqa: ANN401 - as above
    """Save the page."""
    return client.post(page(), data | {"_save": "1"})
