"""Our own side: desks, accounts with their roles, documents."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group, Permission

from chancery.models import User
from partners.models import Desk, Officer, OfficerDesk
from partners.roles import Role, role_groups
from seeds.models import Source
from tests.builders.base import made, number


def make_desk(**values: Any) -> Desk:  # noqa: ANN401 - fields of the model, as below
    """Make a desk at the top of the tree."""
    code = f"desk-{number()}"
    return made(Desk, values, code=code, name=f"Desk {code}")


def make_group(role: str) -> Group:
    """Return the group of a role with its rights, made where it is not there yet."""
    group, is_new = Group.objects.get_or_create(name=str(role))
    if is_new:
        rights = set(dict(role_groups())[str(role)])
        known = Permission.objects.values_list(
            "pk", "content_type__app_label", "codename"
        )
        group.permissions.set(
            pk for pk, app, codename in known if f"{app}.{codename}" in rights
        )
    return group


def make_user(
    role: str | None = None,
    *,
    desks: Iterable[Desk] = (),
    clearance: int = 0,
    password: str | None = None,
    **values: Any,  # noqa: ANN401
) -> User:
    """Make an account; with a role it is an officer's, of these desks and clearance.

    Without a password it cannot log in; ``client.force_login`` needs none.
    """
    values.setdefault("username", f"user-{number()}")
    values.setdefault("is_staff", role not in (None, Role.API_CLIENT))
    user = User(**values)
    user.set_password(password)
    user.save()
    if role is not None:
        user.groups.add(make_group(role))
        make_officer(user=user, desks=desks, clearance=clearance)
    return user


def make_officer(*, desks: Iterable[Desk] = (), **values: Any) -> Officer:  # noqa: ANN401
    """Make what the house knows of a user."""
    officer = made(Officer, values, user=make_user)
    for desk in desks:
        make_officer_desk(officer=officer, desk=desk)
    return officer


def make_officer_desk(**values: Any) -> OfficerDesk:  # noqa: ANN401
    """Seat an officer at a desk."""
    return made(OfficerDesk, values, officer=make_officer, desk=make_desk)


def make_source(**values: Any) -> Source:  # noqa: ANN401
    """Make a document."""
    return made(Source, values, title="A press release", kind="press_release")
