"""Lifecycles as data: one table feeds actions, rights, buttons, verbs and triggers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import pgtrigger

from chancery.text import Text


@dataclass(frozen=True)
class Step:
    """One way from a status to another.

    ``permission`` is the codename a user needs besides the right to write the record;
    ``requires`` names the fields that must be filled when the step is taken;
    ``needs_reason`` asks for a sentence that the history keeps.
    """

    verb: str
    label: Text
    sources: frozenset[str]
    target: str
    permission: str
    requires: tuple[str, ...] = ()
    needs_reason: bool = False


@dataclass(frozen=True)
class Workflow:
    """The lifecycle of one kind of record."""

    model: str
    initial: frozenset[str]
    steps: tuple[Step, ...]
    field: str = field(default="status")

    def step(self, verb: str) -> Step:
        """Return the step of that name; ``KeyError`` when the lifecycle has none."""
        for step in self.steps:
            if step.verb == verb:
                return step
        raise KeyError(verb)

    def steps_from(self, status: str) -> tuple[Step, ...]:
        """Return the steps that may follow a status, in the table's order."""
        return tuple(step for step in self.steps if status in step.sources)

    def transitions(self) -> list[tuple[str, str]]:
        """Return every allowed (from, to), as the database trigger wants them."""
        return sorted(
            {(source, step.target) for step in self.steps for source in step.sources}
        )

    def permissions(self) -> tuple[str, ...]:
        """Return the codenames that the steps ask for."""
        return tuple(dict.fromkeys(step.permission for step in self.steps))

    def fsm(self) -> pgtrigger.FSM:
        """Return the trigger that refuses every jump the table does not have."""
        return pgtrigger.FSM(
            name=f"{self.field}_follows_workflow",
            field=self.field,
            transitions=self.transitions(),
        )


def steps(
    rows: Iterable[tuple[str, Text, Sequence[str], str, str, tuple[str, ...], bool]],
) -> tuple[Step, ...]:
    """Build the steps from a table's rows, in the order of ``Step``'s fields."""
    return tuple(
        Step(verb, label, frozenset(sources), target, permission, requires, reason)
        for verb, label, sources, target, permission, requires, reason in rows
    )
