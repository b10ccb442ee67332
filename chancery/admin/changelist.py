"""Lists of records: scoped relations, addresses by reference, known questions only."""

from typing import Final

from django.contrib.admin import SimpleListFilter
from django.contrib.admin.utils import get_fields_from_path
from django.contrib.admin.views.main import ChangeList
from django.http import HttpRequest
from django.utils.text import capfirst

from chancery.admin.sight import AnyRows, sighted
from chancery.admin.typed import Admin, Anything, Row

# How Django's filters put their questions: on a field of the row, and on a relation,
# where any other question would be answered without asking what may be seen.
_ON_FIELDS: Final = ("", "__exact", "__isnull", "__gte", "__lt")
_ON_RELATIONS: Final = ("__id__exact", "__isnull")


class ScopedChangeList(ChangeList):
    """One page of a list."""

    def __init__(self, request: HttpRequest, *args: Anything) -> None:
        """Call the list what it is, not what to do with it."""
        super().__init__(request, *args)
        self.title = capfirst(str(self.opts.verbose_name_plural))

    def get_queryset(
        self,
        request: HttpRequest,
        exclude_parameters: Anything = None,
    ) -> AnyRows:
        """Return the rows with the relations the columns show."""
        rows = super().get_queryset(request, exclude_parameters)
        return sighted(rows, request.user, self.model_admin.list_paths(request))  # type: ignore[attr-defined]

    def url_for_result(self, result: Row) -> str:
        """Return the record's address."""
        address: str = self.model_admin.address(result)  # type: ignore[attr-defined]
        return address


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
