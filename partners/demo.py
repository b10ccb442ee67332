"""The demo's people: one of each role, on the desks that the seeds bring."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone

from chancery.actions import add
from chancery.classification import scheme
from chancery.models import User
from partners.models import Desk, Officer, OfficerDesk
from partners.roles import Role


@dataclass(frozen=True)
class DemoLogin:
    """What a visitor types to sign in; the password is shown this once only."""

    username: str
    password: str
    role: str
    display_name: str


@dataclass(frozen=True)
class _Person:
    username: str
    first_name: str
    last_name: str
    role: Role
    desks: tuple[str, ...]
    clearance: str


_CAST = (
    _Person("officer", "Haneul", "Seo", Role.DESK_OFFICER, ("mongolia",), "restricted"),
    _Person("supervisor", "Jiwon", "Baek", Role.SUPERVISOR, ("",), "restricted"),
    _Person("reader", "Minseo", "Cha", Role.READER, (), "internal"),
    _Person("admin", "Dohyun", "Noh", Role.ADMINISTRATOR, (), "restricted"),
)


def create_demo_users(*, today: date) -> list[DemoLogin]:
    """Make the demo's people, or give those there are new passwords.

    Only in demo mode; ``ImproperlyConfigured`` elsewhere, so that no installation
    ever gets accounts with known names by accident. An empty desk code means every
    desk at the top of the tree.
    """
    if not settings.DEMO:
        message = "CHANCERY_DEMO is off: demo users are made in demo mode only."
        raise ImproperlyConfigured(message)
    at = datetime.combine(today, time(), tzinfo=ZoneInfo(settings.TIME_ZONE))
    system, _made = User.objects.get_or_create(
        username="demo", defaults={"is_system": True, "is_active": False}
    )
    return [_login(person, by=system, at=min(at, timezone.now())) for person in _CAST]


def _login(person: _Person, *, by: User, at: datetime) -> DemoLogin:
    user, made = User.objects.get_or_create(
        username=person.username,
        defaults={
            "first_name": person.first_name,
            "last_name": person.last_name,
            "is_staff": True,
        },
    )
    password = f"{person.username}-{secrets.token_hex(3)}"
    user.set_password(password)
    user.save(update_fields=["password"])
    if made:
        user.groups.add(Group.objects.get(name=person.role))
        officer = add(
            Officer,
            by=by,
            at=at,
            values={
                "user": user,
                "clearance": min(
                    scheme().level(person.clearance), scheme().ceiling_level
                ),
            },
        )
        for desk in _desks(person):
            add(OfficerDesk, by=by, at=at, values={"officer": officer, "desk": desk})
    return DemoLogin(user.username, password, person.role, user.get_full_name())


def _desks(person: _Person) -> list[Desk]:
    found: list[Desk] = []
    for code in person.desks:
        lookup = {"code": code} if code else {"parent": None}
        found += Desk.objects.filter(**lookup)
    return found
