"""A table for the diary."""

import pytest
from django.db import connection

from tests.chancery.dates.diary import Diary


@pytest.fixture
def diary(db: None) -> type[Diary]:  # noqa: ARG001 - the table goes with its transaction
    with connection.schema_editor() as editor:
        editor.create_model(Diary)
    return Diary
