"""The pages of a merge: where they are, and how somebody goes through them."""

from typing import Any, Final

from django.test import Client

from partners.models import Merge
from tests.admin_builders import address
from tests.admin_pages import form_data

WHY: Final = "One person, two spellings."


def pick(record: Any) -> str:  # noqa: ANN401 - of any kind, as below
    return address(type(record), "merge", record.reference)


def pair(record: Any, other: Any) -> str:  # noqa: ANN401
    return address(type(record), "merge_with", record.reference, other.reference)


def undo(done: Merge) -> str:
    kept: Any = done.kept
    return address(type(kept), "undo_merge", kept.reference, done.reference)


def confirmed(browser: Client, record: Any, other: Any, **more: str) -> Any:  # noqa: ANN401
    """Preview and confirm a merge, as the pages ask for it."""
    page = browser.get(pair(record, other), {"preview": "1", **more})
    data = form_data(page) | {"reason": WHY}
    return browser.post(pair(record, other), data, follow=True)
