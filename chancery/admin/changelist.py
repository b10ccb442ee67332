"""Lists of records: scoped relations, addresses by reference, known questions only."""

from typing import Final

from django.contrib.admin import SimpleListFilter
from django.contrib.admin.views.main import ChangeList
from django.http import HttpRequest
from django.utils.text import capfirst

from chancery.admin.sight import AnyRows, sighted
from chancery.admin.typed import Admin, Anything, Row

# How Django's filters on a field put their questions.
_LOOKUPS: Final = ("", "__exact", "__isnull", "__id__exact", "__gte", "__lt")


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
            names.update(f"{path}{lookup}" for lookup in _LOOKUPS)
    return names
