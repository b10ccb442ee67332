"""Text that people typed is shown as text."""

from typing import Any, Final

import pytest
from django.db import models
from django.test import Client

from chancery.dates.fields import PartialDateField
from chancery.scope import Scoped
from engagements.models import (
    DueDateChange,
    MeetingStatusChange,
    ProgressEvidence,
    ProgressUpdate,
)
from partners.models import Desk
from tests.admin_builders import MODELS, address, full, page_of
from tests.builders import make_commitment, make_due_date_change, make_update

SCRIPT: Final = "<script>alert('x')</script>"
SHOWN: Final = "alert(&#x27;x&#x27;)"
# Rows that the database lets nobody change.
FIXED: Final = (
    DueDateChange,
    MeetingStatusChange,
    ProgressEvidence,
    ProgressUpdate,
)
every_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)


def _texts(model: type[models.Model]) -> list[str]:
    return [
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField)
        and not isinstance(field, PartialDateField | models.URLField | models.SlugField)
        and field.editable
        and not field.choices
        and (field.max_length or 999) > len(SCRIPT)
        and field.name not in {"sha256", "language", "script", "reference"}
    ]


@every_model
def test_script_in_every_text_is_escaped(
    model: type[Scoped], root_client: Client, mongolia_desk: Desk
) -> None:
    record = full(model, mongolia_desk)
    names = [] if model in FIXED else _texts(model)
    if names:
        rows = model._default_manager.filter(pk=record.pk)
        rows.update(**dict.fromkeys(names, SCRIPT))
    for relation in model._meta.related_objects:
        _poison(relation.related_model, {relation.field.name: record})
    reference: Any = record.reference  # type: ignore[attr-defined]
    page = root_client.get(page_of(record)).content.decode()
    assert SCRIPT not in page
    assert not names or SHOWN in page
    for other in (address(model), address(model, "history", reference)):
        assert SCRIPT not in root_client.get(other).content.decode()


def _poison(model: Any, lookup: dict[str, Any]) -> None:  # noqa: ANN401 - any related model
    is_part = isinstance(model, type) and issubclass(model, Scoped)
    if is_part and model not in FIXED and (names := _texts(model)):
        rows = model._default_manager.filter(**lookup)
        # More than one would break a rule on doubles; labels exclude partners.
        if rows.count() == 1:
            rows.update(**{name: SCRIPT for name in names if name != "label"})


def test_script_in_what_is_written_once_is_escaped(root_client: Client) -> None:
    commitment = make_commitment()
    update = make_update(commitment=commitment, done=SCRIPT, obstacle=SCRIPT)
    request = make_due_date_change(commitment=commitment, reason=SCRIPT)
    for record in (commitment, update, request):
        page = root_client.get(page_of(record)).content.decode()
        assert SCRIPT not in page
        assert SHOWN in page


def test_script_in_a_search_and_a_filter_is_escaped(root_client: Client) -> None:
    for model in MODELS:
        page = root_client.get(address(model), {"q": SCRIPT}).content.decode()
        assert SCRIPT not in page
