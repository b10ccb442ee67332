"""What tests of the API share: asking for an address and reading the answer."""

from typing import Any, Final

from django.test import Client

ROOT: Final = "/api/v1"


def get(client: Client, path: str, **parameters: Any) -> Any:  # noqa: ANN401 - whatever JSON there is
    """Return the JSON at a path below the root; fail on anything but 200."""
    response = client.get(f"{ROOT}{path}", parameters)
    assert response.status_code == 200, response.content
    return response.json()


def rows(client: Client, path: str, **parameters: Any) -> list[Any]:  # noqa: ANN401 - what Client takes
    """Return the rows of a page."""
    results: list[Any] = get(client, path, **parameters)["results"]
    return results


def references(client: Client, path: str, **parameters: Any) -> list[str]:  # noqa: ANN401 - what Client takes
    """Return the references on a page, in order."""
    return [row["reference"] for row in rows(client, path, **parameters)]


def problem(client: Client, path: str, **parameters: Any) -> dict[str, Any]:  # noqa: ANN401 - what Client takes
    """Return the problem at a path below the root; fail on anything else."""
    response = client.get(f"{ROOT}{path}", parameters)
    assert response["Content-Type"] == "application/problem+json"
    body: dict[str, Any] = response.json()
    assert body["status"] == response.status_code
    return body


def errors(client: Client, path: str, **parameters: Any) -> dict[str, str]:  # noqa: ANN401 - what Client takes
    """Return what a 400 says of each parameter."""
    body = problem(client, path, **parameters)
    assert body["status"] == 400
    return {error["field"]: error["detail"] for error in body["errors"]}
