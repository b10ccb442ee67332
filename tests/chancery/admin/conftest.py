"""Who looks at the pages."""

import pytest
from django.test import Client

from chancery.models import User
from tests.admin_builders import signed_in
from tests.builders import make_user


@pytest.fixture
def root(db: None) -> User:  # noqa: ARG001 - writes to the database
    return make_user(username="root", is_superuser=True, is_staff=True)


@pytest.fixture
def root_client(root: User) -> Client:
    return signed_in(root)


@pytest.fixture
def alice_client(alice: User) -> Client:
    return signed_in(alice)
