"""Finding what collided on a page: its record, its rows, those gone and those new."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from chancery.admin.forms import Refusal
from chancery.admin.typed import Form, Row
from chancery.admin.writing.colliding import (
    Collision,
    CollisionError,
    Part,
    Stale,
    compare,
    is_stale,
    other_changes,
    stale,
)
from chancery.admin.writing.reposting import Sent, row_sent, typed_rows, write_rows
from chancery.admin.writing.saving import is_crossed_out
from chancery.meanwhile import Moved, Reader, removal, states_since, tracked
from chancery.text import label_of


class _Rows:
    """The rows of one inline: which moved on, which went, which came."""

    def __init__(self, formset: Form, request: HttpRequest) -> None:
        """Sort the formset's rows."""
        self.formset = formset
        self.user = request.user
        self.link = formset.fk.name
        self.present = {
            form.instance.pk: form
            for form in formset.initial_forms
            if form.instance.pk is not None
        }
        self.rows = list(formset.get_queryset())
        self.new = [row for row in self.rows if row.pk not in self.present]
        self.gone: list[tuple[Form, Any]] = []
        for form in formset.initial_forms:
            if form.instance.pk is None:
                key = form.cleaned_data.get(formset.model._meta.pk.name)
                last = removal(
                    formset.model,
                    key,
                    of=formset.instance,
                    by=self.link,
                    user=request.user,
                )
                if last is not None:
                    self.gone.append((form, last))

    def collides(self) -> bool:
        """Tell whether saving would overwrite, or miss, what somebody else did."""
        return bool(self.gone) or any(
            is_stale(form)
            and (form.changed_values() or is_crossed_out(self.formset, form))
            for form in self.present.values()
        )

    def stale(self) -> list[Stale]:
        """Return the rows that moved on, under the prefix they will have."""
        found = []
        for index, row in enumerate(self.rows):
            form = self.present.get(row.pk)
            if form is not None and is_stale(form):
                one = stale(form, user=self.user, prefix=self.formset.add_prefix(index))
                one.is_crossed_out = is_crossed_out(self.formset, form)
                found.append(one)
        return found

    def is_typed_in(self, form: Form, last: Row) -> bool:
        """Tell whether a row that is gone holds something of the user's own."""
        if is_crossed_out(self.formset, form):
            return False
        return any(
            getattr(form.instance, column.attname) != getattr(last, column.attname)
            for column in tracked(self.formset.model)
            if column.name in form.fields
            and column.name not in {self.link, "id"}
            and column.editable
        )

    def rewrite(self, post: QueryDict) -> None:
        """Put the rows into the answers as they are now: what came, without what went.

        Text that was typed into a row that went stays, as a new row.
        """
        prefix = self.formset.prefix
        typed = typed_rows(post, prefix)
        places = {form.prefix: place for place, form in enumerate(self.formset.forms)}
        initial: list[Sent] = []
        for index, row in enumerate(self.rows):
            form = self.present.get(row.pk)
            if form is None:
                start = f"{self.formset.add_prefix(index)}-"
                boxes = row_sent(self.formset, row, index)
                initial.append(
                    {name.removeprefix(start): v for name, v in boxes.items()}
                )
                continue
            boxes = typed.get(places[form.prefix], {})
            initial.append({**boxes, "seen_version": [str(_version(form))]})
        extra = [
            {
                name: values
                for name, values in typed.get(places[form.prefix], {}).items()
                if name not in {"id", "seen_version", "DELETE"}
            }
            for form, last in self.gone
            if self.is_typed_in(form, last)
        ]
        extra += [
            typed.get(places[form.prefix], {}) for form in self.formset.extra_forms
        ]
        write_rows(post, prefix, initial, extra)


def _version(form: Form) -> Any:  # noqa: ANN401 - a number, or None on a new row
    return form.initial.get("seen_version")


def look_for_collision(request: HttpRequest, form: Form, formsets: list[Any]) -> None:
    """Stop where somebody else changed what this page is about to change."""
    groups = [
        _Rows(formset, request)
        for formset in formsets
        if formset.inline.has_change_permission(request, form.instance)
    ]
    is_main_stale = is_stale(form)
    if (is_main_stale and form.changed_values()) or any(
        group.collides() for group in groups
    ):
        refusal = Refusal(
            form.prefix,
            ValidationError(
                _(
                    "Somebody else changed this while you were editing. Nothing is"
                    " saved yet: compare both versions, then save again."
                ),
                "stale",
            ),
        )
        raise CollisionError(refusal, _collision(request, form, groups))


def _collision(request: HttpRequest, form: Form, groups: list[_Rows]) -> Collision:
    post = request.POST.copy()
    main = [stale(form, user=request.user)] if is_stale(form) else []
    moved = [(group, group.stale()) for group in groups]
    every = [*main, *(one for _group, found in moved for one in found)]
    born = {row: _first(row, request) for group in groups for row in group.new}
    reader = Reader(
        request.user,
        [
            *(state for one in every for state in (*one.states, one.now)),
            *(one.form.instance for one in every),
            *(last for group in groups for _form, last in group.gone),
            *born.values(),
        ],
    )
    for group in groups:
        group.rewrite(post)
    post["seen_version"] = str(_version(form))
    parts = [_part(one, reader, post, "record") for one in main]
    for group, found in moved:
        parts += [_part(one, reader, post, "row") for one in found]
        parts += [_removed(group, gone, last, reader) for gone, last in group.gone]
        parts += [
            Part(
                "added",
                f"{_called(group)}: {row}",
                reader.signature(born[row]) if born[row] is not None else None,
            )
            for row in group.new
        ]
    was = {
        f"{one.prefix}-seen_version" if one.prefix else "seen_version": str(
            one.form.cleaned_data.get("seen_version") or 0
        )
        for one in every
    }
    return Collision(parts, post, was)


def _first(row: Row, request: HttpRequest) -> Any:  # noqa: ANN401 - a state or None
    states = states_since(row, 1, user=request.user)
    return states[0] if states else None


def _called(group: _Rows) -> str:
    return capfirst(str(group.formset.inline.verbose_name))


def _part(one: Stale, reader: Reader, post: QueryDict, kind: str) -> Part:
    last = one.states[-1] if one.states and one.states[-1] is not one.base else None
    label = capfirst(str(type(one.now)._meta.verbose_name))
    return Part(
        "crossed" if one.is_crossed_out else kind,
        label if kind == "record" else f"{label}: {one.form.instance}",
        reader.signature(last) if last is not None else None,
        compare(one, reader, post),
        other_changes(one, reader),
    )


def _removed(group: _Rows, form: Form, last: Row, reader: Reader) -> Part:
    names = {name for name in form.fields if name not in {"id", "seen_version"}}
    was = [
        Moved(
            label_of(column),
            reader.names.shown(column, last),
            "",
            None,
        )
        for column in tracked(group.formset.model)
        if column.name in names - {group.link} and reader.names.shown(column, last)
    ]
    return Part(
        "removed",
        _called(group),
        reader.signature(last),
        others=was,
        is_kept=group.is_typed_in(form, last),
    )
