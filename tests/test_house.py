"""The house's own rules: who may import whom, and what no room may hold."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey
from django.db import models
from django.db.migrations.loader import MigrationLoader

HOUSE: Final = Path(__file__).parent.parent
# Imports run one way: each room knows the ones before it.
ROOMS: Final = ("chancery", "seeds", "partners", "engagements")
# Inside a room, a layer knows the ones before it: what models are made of, models,
# what works on them (actions first of all, and whatever is not named here), faces.
GROUND: Final = frozenset(
    {"vocabulary", "workflow", "querysets", "permissions", "sql"}
    # The plumbing's own ground.
    | {"classification", "dates", "env", "keyset", "refusals", "scope", "text"}
    | {"triggers", "words"}
)
FACES: Final = frozenset(
    {"admin", "api", "views", "management", "imports", "templatetags"}
)
_GROUND, _MODELS, _WORK, _FACES = range(4)
# A room's own ground has another layer than the plumbing's of that name.
_LAYER_HERE: Final = {
    # It answers what a user is to the house by asking officers and roles.
    ("partners", "scope"): _WORK,
}
# The project package's own: read before or above all layers.
_AROUND: Final = frozenset(
    {"__init__", "apps", "migrations", "settings", "urls", "wsgi", "preflight"}
    | {"postgres"}
)
# The one place that touches the faces of several rooms.
_SWITCHBOARD: Final = "chancery.urls"

# What the house is about. "Desk" is missing: it is the unit that owns records, which is
# what the choke point for rights is about. So is "Korean", one of the two languages.
DOMAIN_WORDS: Final = frozenset(
    {"agreement", "ambassador", "commitment", "embassy", "indicator", "initiative"}
    | {"institution", "korea", "meeting", "ministry", "mongolia", "mongolian"}
    | {"officer", "participant", "participation", "partner", "summit", "tenure"}
    | {"treaty"}
)


def modules(*rooms: str) -> list[Path]:
    return [
        path
        for room in rooms
        for path in sorted((HOUSE / room).rglob("*.py"))
        if "migrations" not in path.parts
    ]


def dotted(path: Path) -> str:
    name = ".".join(path.relative_to(HOUSE).with_suffix("").parts)
    return name.removesuffix(".__init__")


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imports(path: Path) -> Iterator[str]:
    """Yield every module that a file imports, deferred imports included."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            # "from partners import admin" imports a module as well.
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def rooms_imported(path: Path) -> set[tuple[str, str]]:
    """Return (room, first module in it) of a file's imports from this house."""
    found = set()
    for name in imports(path):
        room, _, rest = name.partition(".")
        if room in ROOMS and rest:
            found.add((room, rest.split(".")[0]))
    return found


def layer(room: str, module: str) -> int | None:
    """Return where a module stands inside its room; None where it stands outside."""
    if module in _AROUND:
        return None
    if (room, module) in _LAYER_HERE:
        return _LAYER_HERE[room, module]
    if module in GROUND:
        return _GROUND
    if module in FACES:
        return _FACES
    return _MODELS if module == "models" else _WORK


def layer_of(path: Path) -> int | None:
    """Return the layer of a file inside its room."""
    room, module = path.relative_to(HOUSE).parts[:2]
    return layer(room, module.removesuffix(".py"))


def identifiers(tree: ast.Module) -> Iterator[str]:
    """Yield every name that a module defines, uses or passes."""
    for node in ast.walk(tree):
        for attribute in ("id", "attr", "arg", "name", "asname"):
            name = getattr(node, attribute, None)
            if isinstance(name, str):
                yield name


def words(identifier: str) -> set[str]:
    """Return the words of an identifier, without the s of a plural."""
    parts = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", identifier)
    return {part.lower() for part in parts} | {
        part.lower().removesuffix("s") for part in parts
    }


@pytest.mark.parametrize("room", ROOMS)
def test_room_imports_only_from_the_rooms_before_it(room: str) -> None:
    known = ROOMS[: ROOMS.index(room) + 1]
    against = {
        (dotted(path), other)
        for path in modules(room)
        for other, _module in rooms_imported(path)
        if other not in known and dotted(path) != _SWITCHBOARD
    }
    assert against == set()


@pytest.mark.parametrize("room", ROOMS)
def test_layer_imports_only_from_the_layers_before_it(room: str) -> None:
    against = set()
    for path in modules(room):
        own = layer_of(path)
        for other, module in rooms_imported(path):
            theirs = layer(other, module)
            if other != room or own is None or theirs is None:
                continue
            if theirs > own:
                against.add((dotted(path), module))
    assert against == set()


def test_face_of_another_room_is_built_upon_by_the_same_face_only() -> None:
    # As a room's citation builds on the ground's abstract one, so does its admin; that
    # it goes one way is tested above. To put several faces together is the
    # switchboard's part.
    against = {
        (dotted(path), f"{other}.{module}")
        for path in modules(*ROOMS)
        for other, module in rooms_imported(path)
        if module in FACES
        # The plumbing's faces are bases for all.
        and other not in {path.relative_to(HOUSE).parts[0], "chancery"}
        and module != path.relative_to(HOUSE).parts[1].removesuffix(".py")
        and dotted(path) != _SWITCHBOARD
    }
    assert against == set()


def test_only_faces_touch_the_faces_of_the_plumbing() -> None:
    against = {
        (dotted(path), module)
        for path in modules(*ROOMS[1:])
        for other, module in rooms_imported(path)
        if module in FACES and layer_of(path) not in {_FACES, None}
    }
    assert against == set()


def test_plumbing_holds_no_domain_word() -> None:
    found = {
        (dotted(path), name)
        for path in modules("chancery")
        if dotted(path) != _SWITCHBOARD
        for name in identifiers(parsed(path))
        if words(name) & DOMAIN_WORDS
    }
    assert found == set()


def test_words_of_an_identifier_are_found() -> None:
    assert {"meeting", "admin"} <= words("MeetingAdmin")
    assert {"open", "commitment"} <= words("OPEN_COMMITMENTS")


def test_no_model_signal_is_received() -> None:
    # post_migrate is sent by a command, not by a model.
    model_signals = {
        f"{when}_{what}"
        for when in ("pre", "post")
        for what in ("init", "save", "delete")
    } | {"m2m_changed", "class_prepared", "receiver"}
    used = {
        (dotted(path), name)
        for path in modules(*ROOMS)
        for imported in imports(path)
        if imported.startswith(("django.db.models.signals.", "django.dispatch."))
        and (name := imported.rpartition(".")[2]) in model_signals
    }
    assert used == set()


def test_no_model_overrides_how_it_is_saved_or_deleted() -> None:
    own = {
        base
        for model in apps.get_models()
        for base in model.__mro__
        if issubclass(base, models.Model) and base.__module__.split(".")[0] in ROOMS
    }
    writing = {"save", "save_base", "delete", "asave", "adelete", "__init__"}
    assert {base.__name__ for base in own if writing & set(vars(base))} == set()


def test_no_model_has_a_generic_foreign_key() -> None:
    generic = {
        model.__name__
        for model in apps.get_models()
        if model._meta.app_label in ROOMS
        and any(
            isinstance(field, GenericForeignKey) for field in model._meta.private_fields
        )
    }
    assert generic == set()


@pytest.mark.parametrize("room", ROOMS)
def test_migrations_are_named_and_end_in_one_leaf(room: str) -> None:
    loader = MigrationLoader(None, ignore_no_migrations=True)
    assert len(loader.graph.leaf_nodes(room)) == 1
    names = [name for app, name in loader.disk_migrations if app == room]
    assert [name for name in names if "_auto_" in name] == []
