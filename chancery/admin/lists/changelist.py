"""Lists of records: scoped relations, addresses by reference, known questions only."""

from typing import Any, Final

from django.contrib import messages
from django.contrib.admin import SimpleListFilter
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.utils import get_fields_from_path
from django.contrib.admin.views.main import ORDER_VAR, ChangeList
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from chancery.admin.lists.counting import MOST, Count, at_most, counted
from chancery.admin.lists.ordering import is_indexed, known_to_be_filled, order_by
from chancery.admin.searching.search import first_keys, in_some_way
from chancery.admin.sight import AnyRows, sighted
from chancery.admin.typed import Admin, Anything, Row
from chancery.keyset import Cursor, Order, field_at

AFTER: Final = "after"
BEFORE: Final = "before"

# How Django's filters put their questions: on a field of the row, and on a relation,
# where any other question would be answered without asking what may be seen.
_ON_FIELDS: Final = ("", "__exact", "__isnull", "__gte", "__lt")
_ON_RELATIONS: Final = ("__id__exact", "__isnull")


class ScopedChangeList(ChangeList):
    """One page of a list, found in an index however deep it lies.

    A page begins after the last row of the one before it (``?after=``) or ends before
    the first of the one behind it (``?before=``); there are no page numbers, since
    they make the database count to them, and no count beyond what a person can use.
    A list of many rows is shown in indexed orders only.
    """

    def __init__(self, request: HttpRequest, *args: Anything) -> None:
        """Call the list what it is, not what to do with it.

        A character that no text can hold is no question, whichever value has it.
        """
        if any("\0" in text for _name, texts in request.GET.lists() for text in texts):
            raise IncorrectLookupParameters
        super().__init__(request, *args)
        self.title = capfirst(str(self.opts.verbose_name_plural))

    def get_queryset(
        self,
        request: HttpRequest,
        exclude_parameters: Anything = None,
    ) -> AnyRows:
        """Return all rows that the filters and the search leave, in order."""
        for name in (AFTER, BEFORE):
            self.params.pop(name, None)
            self.filter_params.pop(name, None)
        typed, self.query = self.query, ""
        rows = super().get_queryset(request, exclude_parameters)
        self.query = typed
        model_admin: Any = self.model_admin
        rows = sighted(rows, request.user, model_admin.list_paths(request))
        self.ways = model_admin.search_ways(request, typed) if typed else [Q()]
        self.unsearched = rows
        self.count = self._counted()
        self.order = self._order(request)
        return self.order.sort(in_some_way(rows, self.ways))

    def get_ordering(self, request: HttpRequest, queryset: AnyRows) -> Any:  # noqa: ANN401, ARG002 - Django's signature
        """Leave the order to ``get_queryset``, which knows how many rows there are."""
        return []

    def get_results(self, request: HttpRequest) -> None:
        """Fetch one page and what leads to its neighbours."""
        cursor = self._cursor(request)
        page = self._page(cursor)
        if cursor is not None and not page:
            # What stood there is gone.
            cursor = None
            page = self._page(None)
        is_back = cursor is not None and cursor.backwards
        has_more = len(page) > self.list_per_page
        page = page[: self.list_per_page]
        if is_back:
            page.reverse()
        has_previous = has_more if is_back else cursor is not None
        has_next = is_back or has_more
        self.previous = self.link(BEFORE, page[0]) if page and has_previous else ""
        self.next = self.link(AFTER, page[-1]) if page and has_next else ""
        self.first = self.get_query_string()
        self.result_list = page
        self.result_count = self.count.number + (not self.count.is_exact)
        self.full_result_count = None
        self.show_full_result_count = False
        self.show_admin_actions = True
        self.can_show_all = False
        self.multi_page = bool(self.previous or self.next)

    def get_ordering_field_columns(self) -> Any:  # noqa: ANN401 - Django's signature
        """Return the column that the list is sorted by, for its header."""
        direction = "desc" if self.order.descends else "asc"
        for place, name in enumerate(self.list_display):
            order = self._order_of_column(name)
            if order is not None and order.columns[:1] == self.order.columns[:1]:
                return {place: direction}
        return {}

    def url_for_result(self, result: Row) -> str:
        """Return the record's address."""
        address: str = self.model_admin.address(result)  # type: ignore[attr-defined]
        return address

    def _counted(self) -> Count:
        if len(self.ways) > 1:
            return at_most(len(first_keys(self.unsearched, self.ways, MOST + 1)))
        return counted(in_some_way(self.unsearched, self.ways))

    def _order(self, request: HttpRequest) -> Order:
        """Return the order asked for where there is one, or the list's own."""
        orders: dict[Any, Order] = {
            name: order
            for name in self.list_display
            if (order := self._order_of_column(name)) is not None
            and (self.count.is_exact or is_indexed(order))
        }
        self.sortable_by = tuple(orders)
        order = self._asked_order(orders) or self._own_order(request)
        return known_to_be_filled(self.unsearched, order)

    def _asked_order(self, orders: dict[Any, Order]) -> Order | None:
        """Return the order of the first column that the address names."""
        asked = str(self.params.get(ORDER_VAR, "")).split(".")[0]
        place = asked.removeprefix("-")
        if not (place.isascii() and place.isdigit()):
            return None
        names = self.list_display[int(place[:3]) :][:1]
        order = orders.get(names[0]) if names else None
        if order is None or not asked.startswith("-"):
            return order
        return Order(f"-{order.name}", order.model, order.columns)

    def _own_order(self, request: HttpRequest) -> Order:
        order = order_by(self.model, self.model_admin.get_ordering(request))
        if order is None or not (self.count.is_exact or is_indexed(order)):
            return Order("-pk", self.model, ())
        return order

    def _order_of_column(self, name: Any) -> Order | None:  # noqa: ANN401 - text or a function
        """Return the order by a column, None where people would see no order in it."""
        path = self.get_ordering_field(name)
        if not isinstance(path, str) or path.startswith("-"):
            return None
        if field_at(self.model, path).is_relation:
            return None  # its key says nothing
        return order_by(self.model, [path])

    def _cursor(self, request: HttpRequest) -> Cursor | None:
        for name, is_back in ((AFTER, False), (BEFORE, True)):
            if not (text := request.GET.get(name)):
                continue
            try:
                cursor = self.order.read(text)
            except (ValueError, KeyError, TypeError, ValidationError):
                cursor = None
            if cursor is None or cursor.backwards != is_back:
                message = _("This place in the list is not known: here is its start.")
                messages.warning(request, message)
                return None
            return cursor
        return None

    def _page(self, cursor: Cursor | None) -> list[Row]:
        """Return the rows of a page and one more, from the cursor away."""
        is_back = cursor is not None and cursor.backwards
        most = self.list_per_page + 1
        rows = self.order.sort(self.unsearched, backwards=is_back)
        if cursor is not None:
            rows = self.order.after(rows, cursor)
        # Keys first: which rows they are, an index often knows without the rows.
        keys = first_keys(rows, self.ways, most)
        page = self.order.sort(self.unsearched, backwards=is_back)
        return list(page.filter(pk__in=keys)[:most]) if keys else []

    def link(self, name: str, row: Row) -> str:
        """Return the query of the page that begins after a row, or ends before it."""
        cursor = Cursor(self.order.key(row), backwards=name == BEFORE)
        return self.get_query_string({name: self.order.write(cursor)})


def allowed_parameters(model_admin: Admin, request: HttpRequest) -> set[str]:
    """Return the names of all questions that the list's filters may put."""
    names: set[str] = set()
    for item in model_admin.get_list_filter(request):
        if isinstance(item, type) and issubclass(item, SimpleListFilter):
            names.add(str(item.parameter_name))
        else:
            path = item if isinstance(item, str) else item[0]
            field = get_fields_from_path(model_admin.model, path)[-1]
            lookups = _ON_RELATIONS if field.is_relation else _ON_FIELDS
            names.update(f"{path}{lookup}" for lookup in lookups)
    return names
