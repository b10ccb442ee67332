"""Two spellings of one person, for the tests of merging."""

import pytest

from partners.models import Desk, Person
from tests.builders import make_person


@pytest.fixture
def kim(mongolia_desk: Desk) -> Person:
    return make_person(name="Kim Chol-su", desk=mongolia_desk)


@pytest.fixture
def gim(mongolia_desk: Desk) -> Person:
    return make_person(name="김철수", desk=mongolia_desk)
