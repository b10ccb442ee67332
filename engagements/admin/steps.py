"""The steps of a lifecycle as deeds: buttons fed from the workflow's table."""

from collections.abc import Callable

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.admin.typed import Options, Row
from chancery.admin.writing.deeds import Deed, reason_field
from chancery.models import User
from chancery.workflow import Step, Workflow
from engagements.actions.steps import available_steps

_PRIMARY = {"schedule", "hold", "accept", "start", "report_done", "verify", "revive"}
_SELDOM = {"close_partly", "supersede", "reopen", "unhold"}
_DANGER = {"cancel", "lapse", "withdraw"}
# With these a new date may come; it is not asked for where the record has one.
_WITH_DATE = {"schedule", "hold", "postpone"}


def step_deeds(
    record: Row,
    *,
    workflow: Workflow,
    take: Callable[..., object],
    by: User,
) -> list[Deed]:
    """Return the steps that the user may take now."""
    if record.archived_at is not None:
        return []
    deeds: list[Deed] = []
    for step in available_steps(record, workflow=workflow, by=by):
        tone = _tone(step.verb)
        # One button leads; what may follow as well stands beside it.
        if tone == "primary" and any(deed.tone == "primary" for deed in deeds):
            tone = "plain"
        deeds.append(
            Deed(
                step.verb,
                step.label,
                _taking(record, step, take),
                asks=_asks(record, step),
                tone=tone,
                takes_version=True,
            )
        )
    return deeds


def _tone(verb: str) -> str:
    if verb in _PRIMARY:
        return "primary"
    if verb in _DANGER:
        return "danger"
    return "more" if verb in _SELDOM else "plain"


def _asks(record: Row, step: Step) -> dict[str, forms.Field]:
    asks: dict[str, forms.Field] = {}
    wanted = [name for name in step.requires if not getattr(record, name)]
    optional = [] if "date" in wanted or step.verb not in _WITH_DATE else ["date"]
    for name in wanted + optional:
        field = record._meta.get_field(name).formfield(required=name in wanted)
        field.initial = getattr(record, name)
        if step.verb == "postpone":
            # The old date is the one thing that no longer holds.
            field.initial = ""
            field.label = _("New date")
            field.help_text = _("Leave it empty while there is none.")
        asks[name] = field
    if step.needs_reason:
        asks["reason"] = reason_field(_("Why?"))
    return asks


def _taking(
    record: Row,
    step: Step,
    take: Callable[..., object],
) -> Callable[..., object]:
    def do(*, reason: str = "", **answers: Options) -> object:
        signed = {name: answers.pop(name) for name in ("by", "at", "version")}
        changed = {
            name: value
            for name, value in answers.items()
            if value and value != getattr(record, name)
        }
        return take(record, step.verb, reason=reason, **signed, **changed)

    return do
