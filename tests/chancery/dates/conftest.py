"""A table for the diary."""

from typing import TYPE_CHECKING

import pytest
from django.db import connection

if TYPE_CHECKING:
    from tests.chancery.dates.diary import Diary


@pytest.fixture
def diary(db: None) -> "type[Diary]":  # noqa: ARG001 - the table goes with its transaction
    from tests.chancery.dates.diary import Diary  # noqa: PLC0415 - needs loaded apps

    with connection.schema_editor() as editor:
        editor.create_model(Diary)
    return Diary
