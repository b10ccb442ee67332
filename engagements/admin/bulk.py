"""What may be done to many meetings or commitments at once."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from chancery import actions
from chancery.admin import rights
from chancery.admin.choosing.choices import ScopedChoiceField
from chancery.admin.lists.bulk import BulkDeed
from chancery.admin.lists.rows import RowField
from chancery.admin.sight import sighted, visible
from chancery.admin.typed import Options, Row
from chancery.admin.writing.deeds import reason_field
from chancery.models import User
from chancery.scope import scope_of
from chancery.text import Text
from chancery.workflow import Step, Workflow
from engagements.vocabulary import Priority
from partners.models import Desk, Officer


def officers(request: HttpRequest) -> models.QuerySet[Any]:
    """Return the officers that a record may be given to."""
    rows = visible(Officer, request.user).filter(archived_at=None)
    rows = rows.order_by("user__last_name", "user__first_name", "pk")
    return sighted(rows, request.user, ("user",))


def desks(request: HttpRequest) -> models.QuerySet[Any]:
    """Return the desks that the user writes for: a record goes to no other."""
    rows = visible(Desk, request.user).filter(archived_at=None).order_by("name", "pk")
    scope = scope_of(request.user)
    return rows if scope.all_desks else rows.filter(pk__in=scope.desk_ids)


def _why() -> forms.Field:
    return reason_field(_("Why?"), is_required=False)


def _archived(row: Row) -> Text:
    return _("archived already") if row.archived_at else ""


def _setting(name: str) -> Callable[..., object]:
    def set_one(row: Row, *, reason: str = "", **answers: Options) -> object:
        values = {name: answers.pop(name)}
        return actions.change(row, values=values, reason=reason, **answers)

    return set_one


def owner_deed() -> BulkDeed:
    """Give rows to an officer, who must be chosen: nothing is taken by a slip."""

    def asks(request: HttpRequest) -> Mapping[str, forms.Field]:
        return {
            "owner": ScopedChoiceField(
                officers(request),
                label=_("New officer in charge"),
                empty_label=_("Choose an officer"),
            ),
            "reason": _why(),
        }

    return BulkDeed(
        "set_owner",
        _("Give to an officer"),
        _setting("owner"),
        leaves_out=_archived,
        asks=asks,
        signed_as="change",
    )


def no_owner_deed() -> BulkDeed:
    """Leave rows without an officer."""

    def take(row: Row, *, reason: str = "", **answers: Options) -> object:
        return actions.change(row, values={"owner": None}, reason=reason, **answers)

    def leaves_out(row: Row) -> Text:
        return _archived(row) or ("" if row.owner_id else _("has no officer"))

    return BulkDeed(
        "clear_owner",
        _("Take from its officer"),
        take,
        leaves_out=leaves_out,
        asks=lambda _request: {"reason": _why()},
        signed_as="change",
    )


def desk_deed() -> BulkDeed:
    """Hand rows over to another desk of one's own."""

    def asks(request: HttpRequest) -> Mapping[str, forms.Field]:
        return {
            "desk": ScopedChoiceField(desks(request), label=_("New desk")),
            "reason": _why(),
        }

    return BulkDeed(
        "set_desk",
        _("Hand over to a desk"),
        _setting("desk"),
        leaves_out=_archived,
        asks=asks,
        signed_as="change",
    )


def priority_deed() -> BulkDeed:
    """Say how pressing rows are."""

    def asks(_request: HttpRequest) -> Mapping[str, forms.Field]:
        return {
            "priority": forms.ChoiceField(
                label=_("New priority"), choices=Priority.choices
            ),
            "reason": _why(),
        }

    return BulkDeed(
        "set_priority",
        _("Set the priority"),
        _setting("priority"),
        leaves_out=_archived,
        asks=asks,
        signed_as="change",
    )


def field_deeds(
    request: HttpRequest, model: type[models.Model], deeds_offered: list[BulkDeed]
) -> list[BulkDeed]:
    """Return the deeds that the user's role allows; handing over needs two desks."""
    user = rights.user_of(request)
    if not user.has_perm(actions.permission_of(model, "change")):
        return []
    scope = scope_of(user)
    may_hand_over = scope.all_desks or len(scope.desk_ids) > 1
    return [one for one in deeds_offered if may_hand_over or one.verb != "set_desk"]


def workflow_deeds(
    by: User, *, model: type[models.Model], workflow: Workflow, take: Callable[..., Any]
) -> list[BulkDeed]:
    """Return the steps of a lifecycle that the user's role allows."""
    app = model._meta.app_label
    return [
        _step_deed(step, workflow, take, by)
        for step in workflow.steps
        if by.has_perm(f"{app}.{step.permission}")
    ]


def _step_deed(
    step: Step, workflow: Workflow, take: Callable[..., Any], by: User
) -> BulkDeed:
    def leaves_out(row: Row) -> Text:
        if row.archived_at:
            return _archived(row)
        if getattr(row, workflow.field) not in step.sources:
            return _("the step does not follow from how they stand")
        if any(getattr(row, name) in (None, "") for name in step.requires):
            return _("something must be filled in first")
        if step.verb == "verify" and row.reported_by_id == by.pk:
            return _("reported by yourself")
        return ""

    def asks(_request: HttpRequest) -> dict[str, forms.Field]:
        return {"reason": reason_field(_("Why?"))} if step.needs_reason else {}

    def do(row: Row, **answers: Options) -> object:
        return take(row, step.verb, **answers)

    return BulkDeed(step.verb, step.label, do, leaves_out=leaves_out, asks=asks)


def owner_in_list(request: HttpRequest) -> RowField:
    """Let the officer in charge be chosen in the list."""
    return RowField.of_records("owner", officers(request))
