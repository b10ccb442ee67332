"""No constraint and no trigger without a test that tries to break it."""

from importlib import import_module
from inspect import getmembers, isfunction
from pathlib import Path

from django.apps import apps
from django.db import models

from chancery.models import ImportRun, Installation, User
from tests.domain import MODELS, history_of

TESTS = Path(__file__).parent

# These do what they are there for and refuse nothing; tests of the history see to them.
RECORDING = {"insert_insert", "update_update", "delete_delete"}


def tried() -> set[str]:
    """Return all that any test says it has tried to break."""
    found: set[str] = set()
    for path in TESTS.rglob("test_*.py"):
        if "@breaks(" in path.read_text(encoding="utf-8"):
            name = ".".join(path.relative_to(TESTS.parent).with_suffix("").parts)
            for _name, test in getmembers(import_module(name), isfunction):
                found |= getattr(test, "breaks", frozenset())
    return found


def test_every_constraint_is_tried() -> None:
    ruled: list[type[models.Model]] = [*MODELS, ImportRun, Installation, User]
    constraints = {
        constraint.name for model in ruled for constraint in model._meta.constraints
    }
    assert {name for name in tried() if ":" not in name} == constraints


def test_every_trigger_is_tried() -> None:
    triggers = {
        f"{model._meta.label}:{trigger.name}"
        for model in [*MODELS, *map(history_of, MODELS)]
        for trigger in vars(model._meta).get("triggers", ())
        if trigger.name not in RECORDING
    }
    assert {name for name in tried() if ":" in name} == triggers


def test_rules_stand_on_no_other_model() -> None:
    known = {*MODELS, *map(history_of, MODELS), ImportRun, Installation, User}
    others = {
        model.__name__
        for model in apps.get_models()
        if model._meta.app_label in {"chancery", "seeds", "partners", "engagements"}
        and model not in known
        and (model._meta.constraints or vars(model._meta).get("triggers"))
    }
    # What the loader remembers of the seeds is its own affair.
    assert others == {"LoadedSeed"}
