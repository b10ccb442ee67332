"""Lifecycles as data: one table that feeds checks, rights, buttons and triggers."""

import re

import pytest
from django.apps import apps
from django.contrib.auth.models import Permission

from chancery.workflow import Workflow, steps
from engagements.vocabulary import CommitmentStatus, MeetingStatus
from engagements.workflow import COMMITMENT, MEETING, event_rule, kinds_from

LAMP = Workflow(
    model="house.Lamp",
    initial=frozenset({"off"}),
    steps=steps(
        [
            ("light", "Light", ("off", "dim"), "on", "change_lamp", ("oil",), False),
            ("dim", "Dim", ("on",), "dim", "change_lamp", (), False),
            ("break", "Break", ("on", "off"), "broken", "break_lamp", (), True),
        ]
    ),
)
each_workflow = pytest.mark.parametrize(
    ("workflow", "statuses"),
    [(MEETING, MeetingStatus), (COMMITMENT, CommitmentStatus)],
    ids=["meeting", "commitment"],
)


def test_step_is_found_by_its_verb() -> None:
    step = LAMP.step("break")
    assert (step.target, step.permission, step.needs_reason) == (
        "broken",
        "break_lamp",
        True,
    )
    with pytest.raises(KeyError):
        LAMP.step("fly")


def test_steps_from_a_status_keep_the_order_of_the_table() -> None:
    assert [step.verb for step in LAMP.steps_from("off")] == ["light", "break"]
    assert [step.verb for step in LAMP.steps_from("on")] == ["dim", "break"]
    assert LAMP.steps_from("broken") == ()


def test_transitions_are_what_the_trigger_allows() -> None:
    assert LAMP.transitions() == [
        ("dim", "on"),
        ("off", "broken"),
        ("off", "on"),
        ("on", "broken"),
        ("on", "dim"),
    ]
    trigger = LAMP.fsm()
    assert (trigger.name, trigger.field) == ("status_follows_workflow", "status")
    assert trigger.transitions == LAMP.transitions()


def test_permissions_are_named_once() -> None:
    assert LAMP.permissions() == ("change_lamp", "break_lamp")


@each_workflow
def test_workflow_speaks_of_known_statuses_only(
    workflow: Workflow, statuses: type[MeetingStatus | CommitmentStatus]
) -> None:
    used = {status for pair in workflow.transitions() for status in pair}
    assert used | workflow.initial == set(statuses.values)


@each_workflow
def test_every_status_can_be_reached_and_left(
    workflow: Workflow, statuses: type[MeetingStatus | CommitmentStatus]
) -> None:
    reached = set(workflow.initial)
    for _round in statuses.values:
        reached |= {to for source, to in workflow.transitions() if source in reached}
    assert reached == set(statuses.values)
    assert {source for source, _to in workflow.transitions()} == set(statuses.values)


@each_workflow
def test_verbs_are_told_apart(workflow: Workflow, statuses: object) -> None:  # noqa: ARG001
    verbs = [step.verb for step in workflow.steps]
    assert len(verbs) == len(set(verbs))
    assert all(re.fullmatch(r"[a-z_]{3,20}", verb) for verb in verbs)
    assert all(str(step.label) for step in workflow.steps)


@each_workflow
def test_no_two_steps_lead_the_same_way(workflow: Workflow, statuses: object) -> None:  # noqa: ARG001
    ways = [(source, step.target) for step in workflow.steps for source in step.sources]
    assert len(ways) == len(set(ways))


@each_workflow
def test_required_fields_are_the_models_own(
    workflow: Workflow,
    statuses: object,  # noqa: ARG001
) -> None:
    names = {field.name for field in apps.get_model(workflow.model)._meta.get_fields()}
    assert {name for step in workflow.steps for name in step.requires} <= names
    assert workflow.field in names


@pytest.mark.django_db
@each_workflow
def test_rights_that_steps_ask_for_exist(workflow: Workflow, statuses: object) -> None:  # noqa: ARG001
    app = workflow.model.split(".")[0]
    known = Permission.objects.filter(
        content_type__app_label=app, codename__in=workflow.permissions()
    )
    assert set(known.values_list("codename", flat=True)) == set(workflow.permissions())


def test_events_that_may_follow_are_read_from_the_table() -> None:
    assert kinds_from("suspended") == (
        "amended",
        "resumed",
        "denounced",
        "terminated",
        "expired",
        "superseded",
    )
    assert kinds_from("terminated") == ()
    assert event_rule("in_force").sources == ("signed", "provisional")
    with pytest.raises(KeyError):
        event_rule("forgotten")
