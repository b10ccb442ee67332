"""The people of the tests, each with a part of their own.

The house has a bureau with two desks under it, Mongolia and Central Asia, and a desk
for Europe that the bureau has nothing to do with.

=========  ==================  =====================  ==========
Alice      desk officer        Mongolia desk          restricted
Bob        supervisor          the bureau             restricted
Carol      reader              Mongolia desk          internal
Dana       administrator       no desk                restricted
Erik       a service account   no desk                public
Charlie    has an account but is nobody's officer and has no role
=========  ==================  =====================  ==========
"""

from typing import Final

import pytest
from pytest_django import DjangoDbBlocker

from chancery.models import User
from partners.models import Desk
from partners.roles import Role
from tests.builders import make_desk, make_group, make_user

# Levels of the default scheme, whose ceiling is "restricted".
PUBLIC: Final = 0
INTERNAL: Final = 1
RESTRICTED: Final = 2


@pytest.fixture(scope="session")
def _roles(
    django_db_setup: None,  # noqa: ARG001 - makes the database
    django_db_blocker: DjangoDbBlocker,
) -> None:
    """Make the roles once; after a test that empties the tables, builders do."""
    with django_db_blocker.unblock():
        for role in Role:
            make_group(role)


@pytest.fixture
def bureau(_roles: None, db: None) -> Desk:  # noqa: ARG001 - writes to the database
    return make_desk(code="bureau", name="Bureau for Northern and Central Asia")


@pytest.fixture
def mongolia_desk(bureau: Desk) -> Desk:
    return make_desk(code="mongolia", name="Mongolia desk", parent=bureau)


@pytest.fixture
def central_asia_desk(bureau: Desk) -> Desk:
    return make_desk(code="central-asia", name="Central Asia desk", parent=bureau)


@pytest.fixture
def europe_desk(db: None) -> Desk:  # noqa: ARG001 - as above
    return make_desk(code="europe", name="Europe desk")


@pytest.fixture
def alice(mongolia_desk: Desk) -> User:
    return make_user(
        Role.DESK_OFFICER, username="alice", desks=[mongolia_desk], clearance=RESTRICTED
    )


@pytest.fixture
def bob(bureau: Desk) -> User:
    return make_user(
        Role.SUPERVISOR, username="bob", desks=[bureau], clearance=RESTRICTED
    )


@pytest.fixture
def carol(mongolia_desk: Desk) -> User:
    return make_user(
        Role.READER, username="carol", desks=[mongolia_desk], clearance=INTERNAL
    )


@pytest.fixture
def dana(_roles: None, db: None) -> User:  # noqa: ARG001 - as above
    return make_user(Role.ADMINISTRATOR, username="dana", clearance=RESTRICTED)


@pytest.fixture
def charlie(db: None) -> User:  # noqa: ARG001 - as above
    return make_user(username="charlie")


@pytest.fixture
def erik(_roles: None, db: None) -> User:  # noqa: ARG001 - as above
    return make_user(
        Role.API_CLIENT, username="erik", clearance=PUBLIC, is_service_account=True
    )
