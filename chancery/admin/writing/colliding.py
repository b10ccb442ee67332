"""Two people edit one record: the second sees both versions and merges them.

For each field there are three values: as it was when the page was opened (from the
history, by the version that the page carries), as somebody else left it, and as it was
typed. What only one side changed is taken; where both did, the user says whose stays.
"""

import json
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils.text import capfirst

from chancery.admin.forms import Refusal
from chancery.admin.typed import Form, Row
from chancery.admin.writing.reposting import Sent, put, sent
from chancery.admin.writing.saving import RefusedPageError
from chancery.meanwhile import Moved, Reader, Signature, states_since, tracked

# Where a request carries the collision to the second showing of the page.
COLLISION = "chancery.collision"
# What the page sends along of a field that both changed: their value, whose stays, and
# the version that the page was first opened at.
THEIRS, CHOICE, WAS = "theirs:", "merge:", "was:"


@dataclass(frozen=True)
class Difference:
    """One field of a form that was changed meanwhile, or by the user.

    ``state`` is "conflict", "theirs" or "mine": who changed it, and so whose is taken.
    ``theirs_sent`` is what a browser would send of their value.
    """

    name: str
    label: str
    was: str
    theirs: str
    mine: str
    state: str
    signed: Signature | None
    field_id: str = ""
    theirs_sent: str = ""
    choice: str = ""


@dataclass(frozen=True)
class Part:
    """What happened to one form of the page.

    ``kind`` is "record" or "row" (changed), "crossed" (changed, and the user wanted to
    remove it), "removed" or "added". ``others`` are changes that the form has no box
    for; ``is_kept`` tells that a removed row's text stays as a new row.
    """

    kind: str
    title: str
    signed: Signature | None = None
    differences: list[Difference] = field(default_factory=list)
    others: list[Moved] = field(default_factory=list)
    is_kept: bool = False


@dataclass
class Collision:
    """All that collided on a page, and its answers as merged so far."""

    parts: list[Part]
    post: QueryDict
    was: dict[str, str]

    @property
    def conflicts(self) -> int:
        """How many fields wait for the user's word."""
        return sum(
            one.state == "conflict" for part in self.parts for one in part.differences
        )


class CollisionError(RefusedPageError):
    """The page collided with what somebody else saved."""

    def __init__(self, refusal: Refusal, collision: Collision) -> None:
        """Keep both."""
        super().__init__(refusal)
        self.collision = collision


@dataclass
class Stale:
    """A form whose row moved on: the row now, its states since, the new prefix."""

    form: Form
    now: Row
    states: list[Any]
    prefix: str | None
    is_crossed_out: bool = False

    @property
    def base(self) -> Any:  # noqa: ANN401 - a state
        """What the user opened; None where that may not be told any more."""
        seen = self.form.cleaned_data.get("seen_version")
        first = self.states[0] if self.states else None
        return first if first is not None and first.version == seen else None


def is_stale(form: Form) -> bool:
    """Tell whether the row moved on since the form was shown."""
    seen, now = form.cleaned_data.get("seen_version"), form.initial.get("seen_version")
    return bool(seen != now)


def stale(form: Form, *, user: Any, prefix: str | None = None) -> Stale:  # noqa: ANN401
    """Read what happened to a form's row."""
    model = type(form.instance)
    now = model._default_manager.get(pk=form.instance.pk)
    seen = form.cleaned_data.get("seen_version") or 0
    return Stale(form, now, states_since(now, seen, user=user), prefix)


def _plain(value: object) -> object:
    """Return a value as it compares: browsers send other line breaks."""
    return value.replace("\r\n", "\n") if isinstance(value, str) else value


def compare(one: Stale, reader: Reader, post: QueryDict) -> list[Difference]:
    """Return the fields of a form that differ, and take theirs where it is plain."""
    found: list[Difference] = []
    bounds = {
        name: one.form[name] for name in one.form.fields if name != "seen_version"
    }
    columns = {column.name: column for column in tracked(type(one.now))}
    for field_name, bound in bounds.items():
        column = columns.get(field_name)
        if column is None or bound.is_hidden or not column.editable:
            continue
        name = f"{one.prefix}-{column.name}" if one.prefix else column.name
        theirs, mine, base = (
            _plain(reader.names.key(column, state)) if state is not None else None
            for state in (one.now, one.form.instance, one.base)
        )
        is_known = one.base is not None
        if theirs == mine:
            continue
        boxes = sent(bound, column.value_from_object(one.now), name)
        if is_known and mine == base:
            state = "theirs"
            put(post, boxes)
        else:
            state = "mine" if is_known and theirs == base else "conflict"
        found.append(
            Difference(
                name=name,
                label=capfirst(str(bound.label)),
                was=reader.names.shown(column, one.base) if is_known else "",
                theirs=reader.names.shown(column, one.now),
                mine=reader.names.shown(column, one.form.instance),
                state=state,
                signed=reader.last_change(column, one.states),
                field_id=f"id_{name}",
                theirs_sent=json.dumps(boxes) if state == "conflict" else "",
                choice=str(post.get(CHOICE + name, "")),
            )
        )
    return found


def other_changes(one: Stale, reader: Reader) -> list[Moved]:
    """Return what changed in a row besides the boxes of its form."""
    if one.base is None:
        return []
    return reader.moved(one.now, one.states, but=one.form.fields)


def settle(request: HttpRequest) -> None:
    """Take the user's word on each conflict into the page's answers.

    Where a word is missing the page counts as opened at the version it first was, so
    that it collides again and asks again.
    """
    if not any(key.startswith((THEIRS, WAS)) for key in request.POST):
        return
    post = request.POST.copy()
    is_open = False
    for key in [key for key in post if key.startswith(THEIRS)]:
        name = key.removeprefix(THEIRS)
        choice = post.get(CHOICE + name)
        if choice == "theirs":
            put(post, _boxes_of(name, str(post[key])))
        elif choice != "mine":
            is_open = True
    if is_open:
        for key in [key for key in post if key.startswith(WAS)]:
            post[key.removeprefix(WAS)] = str(post[key])
    request.POST = post  # type: ignore[assignment]


def _boxes_of(name: str, text: str) -> Sent:
    """Return the boxes of one field from what the page sent along; {} for nonsense."""
    try:
        boxes = json.loads(text)
    except ValueError:
        return {}
    if not isinstance(boxes, dict):
        return {}
    return {
        key: [str(value) for value in values]
        for key, values in boxes.items()
        if (key == name or key.startswith(f"{name}_")) and isinstance(values, list)
    }
