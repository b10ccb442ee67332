"""Keeping what was typed on a page: Django validates, actions write."""

from datetime import datetime
from typing import Any, ClassVar

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from chancery import actions
from chancery.admin import rights
from chancery.admin.choosing.relating import desk_field
from chancery.admin.sight import relations, visible
from chancery.admin.typed import Anything, Form, ModelAdmin, Options, Row
from chancery.admin.writing.colliding import COLLISION, CollisionError, settle
from chancery.admin.writing.collisions import look_for_collision
from chancery.admin.writing.drafts import mark_saved
from chancery.admin.writing.gone import gone_page, typed_text
from chancery.admin.writing.saving import REFUSAL, RefusedPageError, Rows, refusals_at
from chancery.history import acting
from chancery.models import User
from chancery.scope import Scoped, scope_of

# Drawn by the page's template, not among the record's fields.
_APART = frozenset({"seen_version", "change_reason"})
# A look, perhaps a second one after a race, and the page that shows what was found.
_SHOWINGS = 3
_RACED = "chancery.raced"


class Keeping(ModelAdmin):
    """Saves the main form and all inlines as one signed act.

    ``adding_verb`` is how the history calls a new record.
    """

    adding_verb: ClassVar[str] = "add"

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show the page; after a refusal, again as typed with what was refused.

        What collided with somebody else's change is shown as merged so far; text typed
        into what may no longer be changed is given back for copying.
        """
        if request.method == "POST":
            settle(request)
        refused: RefusedPageError | None = None
        for _showing in range(_SHOWINGS):
            shown = {**(extra_context or {}), "collision": request.META.get(COLLISION)}
            try:
                answer = super().changeform_view(request, object_id, form_url, shown)
            except RefusedPageError as error:
                refused = error
                self._note(request, error)
            except PermissionDenied:
                if object_id and (kept := typed_text(request, self)):
                    return gone_page(request, self, kept, status=403)
                raise
            else:
                is_saved = isinstance(answer, HttpResponseRedirect)
                return mark_saved(request, answer) if is_saved else answer
        # The record changed between the showings, and again: begin anew.
        texts = refused.refusal.error.messages if refused else []
        messages.error(request, " ".join(texts))
        return HttpResponseRedirect(request.path)

    def _note(self, request: HttpRequest, refused: RefusedPageError) -> None:
        """Let the next showing know what was refused."""
        rights.forget(request)
        if isinstance(refused, CollisionError):
            request.META[COLLISION] = refused.collision
            request.POST = refused.collision.post  # type: ignore[assignment]
        elif (
            getattr(refused.refusal.error, "code", "") == "stale"
            and _RACED not in request.META
        ):
            # Somebody saved between our look and our lock: look again.
            request.META[_RACED] = True
            return
        request.META[REFUSAL] = refused.refusal

    def _get_obj_does_not_exist_redirect(
        self, request: HttpRequest, opts: Anything, object_id: str
    ) -> HttpResponse:
        """Answer for what is not there; text that was typed is given back."""
        if request.method == "POST" and (kept := typed_text(request, self)):
            return gone_page(request, self, kept, status=404)
        answer: HttpResponse = super()._get_obj_does_not_exist_redirect(  # type: ignore[misc]
            request, opts, object_id
        )
        return answer

    def get_form(
        self,
        request: HttpRequest,
        obj: Row = None,
        change: bool = False,  # noqa: FBT001, FBT002 - Django's signature
        **options: Options,
    ) -> Anything:
        """Return the form class, knowing what the page was refused for."""
        made: Any = super().get_form(request, obj, change, **options)
        made.refusal = request.META.get(REFUSAL)
        return made

    def get_fieldsets(self, request: HttpRequest, obj: Row = None) -> Anything:
        """Leave out what the template draws apart."""
        fieldsets = super().get_fieldsets(request, obj)
        return [
            (name, {**options, "fields": _without(options["fields"], _APART)})
            for name, options in fieldsets
        ]

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Begin with what the address names, and with the user's own desk."""
        given = super().get_changeform_initial_data(request)
        # What an address may begin a form with is short text and relations; a widget of
        # several parts would choke on the one string that an address holds.
        simple = {
            field.name
            for field in self.opts.concrete_fields
            if isinstance(field, models.CharField | models.IntegerField)
            or field.is_relation
        }
        initial: dict[str, Any] = {
            name: value
            for name, value in given.items()
            if name in simple and "\0" not in str(value)
        }
        for field in relations(self.model):
            named = initial.pop(field.name, None)
            rows = visible(field.related_model, request.user)
            if not isinstance(named, str):
                continue
            if not issubclass(field.related_model, Scoped):
                if named.isdecimal():
                    initial[field.name] = named  # the form offers what may be chosen
                continue
            key = "pk" if named.isdecimal() else "reference"
            initial[field.name] = rows.filter(**{key: named}).first()
        if (desk := desk_field(self.model)) and not initial.get(desk):
            scope = scope_of(request.user)
            if len(scope.desk_ids) == 1:
                initial[desk] = next(iter(scope.desk_ids))
        return initial

    def save_model(
        self,
        request: HttpRequest,
        obj: Row,
        form: Form,
        change: bool,  # noqa: FBT001 - Django's signature
    ) -> None:
        """Write nothing yet: the record is saved together with its rows."""

    def save_related(
        self,
        request: HttpRequest,
        form: Form,
        formsets: Form,
        change: bool,  # noqa: FBT001 - Django's signature
    ) -> None:
        """Write the record and its rows through actions, signed as one act."""
        user, at = rights.user_of(request), timezone.now()
        reason = form.cleaned_data.get("change_reason", "")
        verb = "change" if change else self.adding_verb
        rows = Rows(formsets)
        if change:
            look_for_collision(request, form, formsets)
        with acting(user, at=at, verb=verb, reason=reason):
            with refusals_at(form.prefix):
                if not change:
                    made = self.add_record(form, rows, by=user, at=at)
                    form.instance.pk = made.pk
                    form.instance.refresh_from_db()
                elif values := form.changed_values():
                    self.change_record(form, values, by=user, at=at)
            for formset in formsets:
                if formset.prefix not in rows.taken:
                    formset.inline.save_rows(formset, by=user, at=at)
        rights.forget(request)

    def add_record(self, form: Form, rows: Rows, *, by: User, at: datetime) -> Anything:  # noqa: ARG002 - rows is for rooms' own actions
        """Add the record; rooms with an action of their own call that instead."""
        return actions.add(self.model, by=by, at=at, values=self.new_values(form))

    def change_record(
        self,
        form: Form,
        values: dict[str, Any],
        *,
        by: User,
        at: datetime,
    ) -> None:
        """Change the fields that were changed, unless the record moved on meanwhile."""
        actions.change(
            form.instance,
            by=by,
            at=at,
            values=values,
            version=form.cleaned_data.get("seen_version"),
        )

    def new_values(self, form: Form) -> dict[str, Any]:
        """Return all fields of a new record as typed."""
        typed: dict[str, Any] = form.all_values()
        return typed

    def construct_change_message(
        self,
        request: HttpRequest,  # noqa: ARG002 - Django's signature
        form: Form,  # noqa: ARG002 - Django's signature
        formsets: Form,  # noqa: ARG002 - Django's signature
        add: bool = False,  # noqa: ARG002, FBT001, FBT002 - Django's signature
    ) -> Anything:
        """Say nothing to Django's own log: the history says it all."""
        return []

    def log_addition(self, request: HttpRequest, obj: Row, message: Anything) -> None:  # type: ignore[override]
        """Keep no second log: it would know neither scope nor reasons."""

    def log_change(self, request: HttpRequest, obj: Row, message: Anything) -> None:  # type: ignore[override]
        """As above."""


def _without(fields: Anything, left_out: frozenset[str]) -> list[Any]:
    kept: list[Any] = []
    for item in fields:
        if isinstance(item, str):
            if item not in left_out:
                kept.append(item)
        elif line := [name for name in item if name not in left_out]:
            kept.append(line)
    return kept
