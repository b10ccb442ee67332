"""Sources in the admin, and what every citable record shows of them."""

from collections.abc import Mapping
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any, ClassVar

from django import forms
from django.apps import apps
from django.contrib import admin
from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from chancery import actions
from chancery.admin.display import choice_column, date_column
from chancery.admin.forms import ScopedForm
from chancery.admin.inlines import PartCards
from chancery.admin.pages import Panel, RecordPages
from chancery.admin.record import RecordAdmin
from chancery.admin.searching.finding import Kind, can_be_found
from chancery.admin.sections import Section
from chancery.admin.sight import sighted, visible
from chancery.admin.typed import Admin, Anything, Options, Row
from chancery.models import User
from chancery.models.record import NamedPart, Part
from chancery.scope import Scoped
from chancery.text import label_of
from seeds.models import Citation, Source

SOURCES = Section("sources", _("Sources"), 500)
# A page lists no more places than a person reads; the rest is on the source's page.
MOST_SHOWN = 200


class CitationForm(ScopedForm):
    """A citation; the field that it bears on is chosen, not typed."""

    def __init__(self, *args: Anything, **options: Options) -> None:
        """Keep a field that is no longer on offer."""
        super().__init__(*args, **options)
        field = self.fields.get("field")
        now = self.initial.get("field")
        if isinstance(field, forms.ChoiceField) and now:
            offered: Any = field.choices
            if now not in dict(offered):
                field.choices = [*offered, (now, now)]


class CitationCards(PartCards):
    """Where a record, or one field of it, is said. Derive one for each room."""

    form = CitationForm
    fields = (
        ("source", "paragraph", "field"),
        ("basis", "quote"),
        "source_says",
        ("char_start", "char_end"),
        "note",
    )
    verbose_name = _("citation")
    verbose_name_plural = _("citations")
    classes = ("collapse",)
    order: ClassVar[tuple[str, ...]] = ("source", "paragraph", "pk")

    def formfield_for_dbfield(
        self,
        db_field: "models.Field[Any, Any]",
        request: HttpRequest | None,
        **options: Options,
    ) -> Anything:
        """Offer the record's own fields."""
        if db_field.name == "field":
            return forms.ChoiceField(
                label=_("Bears on"),
                required=False,
                choices=[("", _("all of it")), *citable_fields(self.parent_model)],
            )
        return super().formfield_for_dbfield(db_field, request, **options)

    def add_row(
        self,
        parent: Row,
        values: Mapping[str, Any],
        *,
        by: User,
        at: datetime,
    ) -> Scoped:
        """Add the citation as accepted by who entered it."""
        link = self.fk(self.model, self.parent_model).name
        accepted = {"accepted_by": by, "accepted_at": at}
        citation: Scoped = actions.add(
            self.model,
            by=by,
            at=at,
            values={link: parent, **values, **accepted},
            ruled=tuple(accepted),
        )
        return citation


def citable_fields(model: type[models.Model]) -> list[tuple[str, str]]:
    """Return the fields of a record that a source may bear on, lists of parts too."""
    own = [
        (field.name, label_of(field))
        for field in model._meta.concrete_fields
        if field.editable and not field.primary_key
    ]
    parts = [
        (relation.name, capfirst(str(relation.related_model._meta.verbose_name_plural)))
        for relation in model._meta.related_objects
        if issubclass(relation.related_model, Part)
        and not issubclass(relation.related_model, Citation)
        # Spoken of on their own, these are cited on their own.
        and not issubclass(relation.related_model, NamedPart)
    ]
    return own + parts


class Cited(RecordPages):
    """Pages that show where the record and its parts are said.

    ``cited_through`` are the paths from a citation to the record: the relation itself
    and those over parts, such as ``("meeting", "participation__meeting")``.
    """

    cited_through: ClassVar[tuple[str, ...]]

    def panels(self, request: HttpRequest, record: Row) -> list[Panel]:
        """Add the places."""
        model = type(record)._meta.get_field("citations").related_model
        assert isinstance(model, type)  # noqa: S101 - every cited record has the relation
        assert issubclass(model, Citation)  # noqa: S101 - as above
        condition = reduce(or_, (Q(**{path: record}) for path in self.cited_through))
        rows = visible(model, request.user).filter(condition)
        places = _places(self, request, rows, {"source", *_firsts(self.cited_through)})
        # A row that ties two records shows the other end of the tie.
        shown = [
            (place, place.record.seen_from(record))
            if hasattr(place.record, "seen_from")
            else (place, place.record)
            for place in places
        ]
        panel = Panel(
            "admin/panels/citations.html", {"places": shown, "record": record}
        )
        return [*super().panels(request, record), panel]


def _firsts(paths: tuple[str, ...]) -> set[str]:
    return {path.split("__")[0] for path in paths}


def _places(
    model_admin: Admin,
    request: HttpRequest,
    rows: "models.QuerySet[Any]",
    relations: set[str],
) -> list[Citation]:
    """Return citations with the records they name, in the order of the sources."""
    paths: list[str] = []
    for name in sorted(relations):
        target = rows.model._meta.get_field(name).related_model
        assert isinstance(target, type)  # noqa: S101 - a relation of a citation
        paths += model_admin.names_of(target, name)
    ordered = rows.order_by("source_id", "paragraph", "pk")[:MOST_SHOWN]
    return list(sighted(ordered, request.user, paths))


@admin.register(Source)
class SourceAdmin(RecordAdmin):
    """Documents, with what each of them is cited for."""

    section = SOURCES
    icon = "source"
    list_display = (
        "title",
        "publisher",
        choice_column("kind", _("kind")),
        date_column("published", _("published")),
        "language",
        "reference",
    )
    list_filter = ("kind", "language")
    search_fields = ("title", "publisher", "reference", "url")
    ordering = ("-published_latest", "-pk")
    fieldsets = (
        (None, {"fields": ("title", ("publisher", "kind", "language"), "url")}),
        (
            _("When"),
            {"fields": (("published", "published_is_inferred"),)},
        ),
        (_("More"), {"fields": ("note", "sha256", "classification")}),
    )

    def panels(self, request: HttpRequest, record: Source) -> list[Panel]:
        """Show every record that cites the document, as far as it may be seen."""
        places: list[tuple[Citation, models.Model]] = []
        for model in apps.get_models():
            if issubclass(model, Citation):
                rows = visible(model, request.user).filter(source=record)
                found = _places(self, request, rows, {"source", *model.CITED})
                places += [(place, place.record) for place in found]
        places.sort(key=lambda pair: (pair[0].paragraph or 0, pair[0].pk))
        context = {"places": places, "record": record, "by_record": True}
        return [
            *super().panels(request, record),
            Panel("admin/panels/citations.html", context),
        ]


can_be_found(Kind(Source, detail=lambda row: row.publisher, text=("url", "note")))
