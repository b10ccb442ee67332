"""What every admin of a domain model derives from.

Reading goes through ``visible_to``, editing through ``editable_by``, writing through
actions. A new model's admin gets all of it by deriving from ``RecordAdmin`` (things
with a name of their own) or ``PartAdmin`` (parts that have a page).
"""

from typing import Any, ClassVar, final

from django.contrib.admin.utils import quote, unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse

from chancery import actions
from chancery.admin import rights
from chancery.admin.choosing.relating import ScopedRelations
from chancery.admin.forms import RecordForm
from chancery.admin.history import timeline_page
from chancery.admin.lists.bulk import BulkDeeds
from chancery.admin.lists.changelist import ScopedChangeList, allowed_parameters
from chancery.admin.lists.exporting import Exporting
from chancery.admin.lists.rows import RowEditing
from chancery.admin.pages import RecordPages
from chancery.admin.searching.search import in_some_way, ways
from chancery.admin.sections import ADMINISTRATION, Section
from chancery.admin.sight import AnyRows, sighted, visible
from chancery.admin.typed import Anything, Options, Row
from chancery.admin.writing.deeds import Deed, DeedView
from chancery.admin.writing.keeping import Keeping


class ScopedAdmin(
    Exporting, ScopedRelations, Keeping, RecordPages, BulkDeeds, RowEditing
):
    """One admin under the choke point."""

    form = RecordForm
    section: ClassVar[Section] = ADMINISTRATION
    is_in_sidebar: ClassVar[bool] = True
    # Its picture among img/icons.svg.
    icon: ClassVar[str] = "list"
    show_full_result_count = False
    list_per_page = 50
    list_max_show_all = 0
    actions = None
    save_as = False
    # Relations of many rows, and others, that a list's own columns show.
    list_with: ClassVar[tuple[str, ...]] = ()
    # Where else one begins a record, offered above the list: labels and addresses.
    first_links: Any = ()

    @final
    def get_queryset(self, request: HttpRequest) -> AnyRows:
        """Return what the user may see; nothing may widen or forget it."""
        rows = visible(self.model, request.user)
        ordering = self.get_ordering(request)
        return rows.order_by(*ordering) if ordering else rows

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Anything:
        """Return the record by its reference (or key), with the relations it shows."""
        rows = sighted(self.get_queryset(request), request.user, self.form_paths())
        wanted = unquote(object_id)
        if "\0" in wanted:
            return None  # no text in the database can hold it
        name = from_field or ("pk" if wanted.isdecimal() else "reference")
        try:
            return rows.get(**{name: wanted})
        except (self.model.DoesNotExist, ValidationError, ValueError):
            return None

    def address(self, record: Row) -> str:
        """Return the address of a record's page."""
        return reverse(
            f"admin:{self.opts.app_label}_{self.opts.model_name}_change",
            args=[quote(record.reference)],
            current_app=self.admin_site.name,
        )

    def missing(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Answer for a record that is not there, or not for this user."""
        answer: HttpResponse = self._get_obj_does_not_exist_redirect(
            request, self.opts, object_id
        )
        return answer

    def get_urls(self) -> list[URLPattern]:
        """Add the deeds."""
        view = self.admin_site.admin_view(DeedView(self))
        name = f"{self.opts.app_label}_{self.opts.model_name}_deed"
        return [
            path("<path:object_id>/do/<slug:verb>/", view, name=name),
            *super().get_urls(),
        ]

    def deeds(self, request: HttpRequest, record: Row) -> list[Deed]:  # noqa: ARG002 - for subclasses
        """Return what this user may do to the record now."""
        return []

    def get_changelist(self, request: HttpRequest, **options: Options) -> Anything:  # noqa: ARG002 - Django's signature
        """Return our list, which loads relations through the choke point."""
        return ScopedChangeList

    def list_paths(self, request: HttpRequest) -> list[str]:
        """Return the relations that the list shows."""
        shown = {
            name for name in self.get_list_display(request) if isinstance(name, str)
        }
        paths = [
            nested
            for field in self.opts.concrete_fields
            if field.name in shown and field.is_relation
            for nested in self.names_of(field.related_model, field.name)  # type: ignore[arg-type]
        ]
        return [*self.names_with, *paths, *self.list_with]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show the list; a character that no text can hold is no question at all."""
        if any("\0" in value for value in request.GET.values()):
            return HttpResponseRedirect(request.path)
        return super().changelist_view(request, extra_context)

    def get_search_results(
        self, request: HttpRequest, queryset: AnyRows, search_term: str
    ) -> tuple[AnyRows, bool]:
        """Search through what the user may see, related records included."""
        if not search_term:
            return queryset, False
        return in_some_way(queryset, self.search_ways(request, search_term)), False

    def search_ways(self, request: HttpRequest, text: str) -> list[Q]:
        """Return the ways in which a row of the list has all the words."""
        fields = self.get_search_fields(request)
        return ways(self.model, fields, text, request.user)

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:  # noqa: ARG002 - Django's signature
        """Answer only the filters on offer: any other question may tell a secret."""
        return lookup in allowed_parameters(self, request)

    def history_view(
        self,
        request: HttpRequest,
        object_id: str,
        extra_context: dict[str, Any] | None = None,  # noqa: ARG002 - as above
    ) -> HttpResponse:
        """Show who changed what, when and why."""
        record = self.get_object(request, object_id)
        if record is None:
            return self.missing(request, object_id)
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        return timeline_page(self, request, record)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show or save a record; by its reference, which is the one to pass on."""
        if request.method == "GET" and unquote(object_id).isdecimal():
            record = self.get_queryset(request).filter(pk=unquote(object_id)).first()
            if record is not None:
                query = request.META.get("QUERY_STRING", "")
                tail = f"?{query}" if query else ""
                return HttpResponseRedirect(f"{self.address(record)}{tail}")
        return super().change_view(request, object_id, form_url, extra_context)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Only who writes for some desk adds anything."""
        may = super().has_add_permission(request)
        return may and rights.writes_for_a_desk(rights.user_of(request))

    def has_change_permission(self, request: HttpRequest, obj: Row = None) -> bool:
        """One's role must allow it; the record be one's own, and nothing archived."""
        if not super().has_change_permission(request, obj):
            return False
        if obj is None or obj.pk is None:
            return True
        return not actions.is_put_away(obj) and rights.may_edit(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Row = None) -> bool:  # noqa: ARG002 - as above
        """Records are archived; parts are removed on the page of their record."""
        return False
