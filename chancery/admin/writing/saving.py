"""Saving a page through actions: all of it in one transaction, or none.

Django's admin validates the page and then calls ``save_model`` and ``save_related``.
Here both lead to actions. When one refuses, the exception leaves Django's transaction
(so nothing stays) and the page is shown again as typed, with the refusal beside the
row that met it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import ProtectedError, RestrictedError
from django.utils.translation import gettext as _

from chancery.admin.forms import Refusal
from chancery.admin.typed import Form
from chancery.refusals import NotFound, Refused

# Where a request carries the refusal to the second showing of the page.
REFUSAL = "chancery.refusal"


class RefusedPageError(Exception):
    """An action refused; carries what to show and where."""

    def __init__(self, refusal: Refusal) -> None:
        """Keep the refusal."""
        super().__init__(refusal.error)
        self.refusal = refusal


def as_error(error: Exception) -> ValidationError:
    """Return any refusal as the sentence that a form can show."""
    if isinstance(error, Refused):
        return error
    if isinstance(error, ProtectedError | RestrictedError):
        return ValidationError(_("Other records still refer to it; it stays."))
    return ValidationError(str(error) or _("Your role does not allow this."))


REFUSALS = (Refused, NotFound, PermissionDenied, ProtectedError, RestrictedError)


@contextmanager
def refusals_at(prefix: str | None) -> Iterator[None]:
    """Tie what an action refuses to one form of the page."""
    try:
        yield
    except REFUSALS as error:
        raise RefusedPageError(Refusal(prefix, as_error(error))) from error


class Rows:
    """The rows that were typed into a new page's inlines, for the action to take along.

    What an action takes is not added again by the inline.
    """

    def __init__(self, formsets: list[Any]) -> None:
        """Keep the page's formsets."""
        self._formsets = formsets
        self.taken: set[str] = set()

    def take(self, model: type[Any]) -> list[dict[str, Any]]:
        """Return the typed rows of a model's inline as values, in their order."""
        found = []
        for formset in self._formsets:
            if formset.model is model:
                self.taken.add(formset.prefix)
                found += [form.all_values() for form in typed_forms(formset)]
        return found


def typed_forms(formset: Form) -> list[Any]:
    """Return the forms of new rows that hold something and are not crossed out."""
    return [
        form
        for form in formset.extra_forms
        if form.has_changed() and not is_crossed_out(formset, form)
    ]


def is_crossed_out(formset: Form, form: Form) -> bool:
    """Tell whether the user asked to remove this row."""
    return bool(formset.can_delete and form.cleaned_data.get("DELETE"))
