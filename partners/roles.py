"""What each role may do, as data: the source of ``fixtures/groups.json``.

A role says which kinds of act are open to a person at all; which records they may do
it to is the scope's business (``partners.scope``). Rights that a workflow's steps ask
for are declared on the models, so a new step reaches the supervisors by itself.
"""

from collections.abc import Iterable
from enum import StrEnum

from django.apps import apps
from django.db import models

from chancery.models import ApiKey, User
from chancery.scope import Scoped
from partners.models import Desk, Officer, OfficerDesk, RelationTier


class Role(StrEnum):
    """The groups' names."""

    READER = "Reader"
    DESK_OFFICER = "Desk officer"
    SUPERVISOR = "Supervisor"
    ADMINISTRATOR = "Administrator"
    API_CLIENT = "API client"


# How our own ministry is set up is not for desks to change.
_HOUSE: tuple[type[models.Model], ...] = (Desk, Officer, OfficerDesk, RelationTier)
_SUPERVISE, _ADMINISTER = "partners.supervise_desks", "partners.administer_desks"


def role_groups() -> list[tuple[str, list[str]]]:
    """Return each role with its permissions (``app.codename``), sorted."""
    domain = [model for model in apps.get_models() if issubclass(model, Scoped)]
    desk_work = [
        model
        for model in domain
        if model not in _HOUSE and not model.is_written_by_database
    ]
    read = _rights(domain, ["view"])
    log = read | _rights(desk_work, ["add", "change", "delete"])
    decide = {
        f"{model._meta.app_label}.{codename}"
        for model in domain
        for codename, _name in model._meta.permissions
    } - {_ADMINISTER}
    administer = _rights(
        [*_HOUSE, User, ApiKey], ["view", "add", "change", "delete"]
    ) | {_ADMINISTER, "auth.view_group", "chancery.view_importrun"}
    roles = {
        Role.READER: read,
        Role.DESK_OFFICER: log,
        Role.SUPERVISOR: log | decide,
        Role.ADMINISTRATOR: (log | decide | administer) - {_SUPERVISE},
        Role.API_CLIENT: read,
    }
    return [(str(role), sorted(rights)) for role, rights in roles.items()]


def _rights(kinds: Iterable[type[models.Model]], verbs: Iterable[str]) -> set[str]:
    return {
        f"{model._meta.app_label}.{verb}_{model._meta.model_name}"
        for model in kinds
        for verb in verbs
    }
