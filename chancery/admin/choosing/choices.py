"""Choosing another record: only what the user may see is offered or taken."""

from typing import Any

from django.contrib.admin.widgets import AutocompleteSelect
from django.db import models

from chancery.admin.typed import Anything, ModelChoiceField


class ScopedChoiceField(ModelChoiceField):
    """A choice among the rows of a queryset that was scoped by the caller.

    ``known`` is the row that is chosen now, where the form has it loaded: taking it
    again or showing it then costs no query.
    """

    known: models.Model | None = None

    def to_python(self, value: Anything) -> models.Model | None:
        """Return the row; ValidationError when it is not on offer."""
        if self.known is not None and str(value) == str(self.known.pk):
            return self.known
        chosen: models.Model | None = super().to_python(value)
        return chosen


class ScopedAutocomplete(AutocompleteSelect):
    """Django's autocomplete box, which does not ask again for what is chosen now."""

    def optgroups(  # type: ignore[override]
        self,
        name: str,
        value: list[str],
        attr: dict[str, Any] | None = None,
    ) -> list[Any]:
        """Return the one option that is selected, besides the empty one."""
        known = getattr(self.choices.field, "known", None)
        if known is None or value != [str(known.pk)]:
            groups: list[Any] = super().optgroups(name, value, attr)
            return groups
        options = []
        if not self.is_required:
            options.append(self.create_option(name, "", "", selected=False, index=0))
        options.append(
            self.create_option(
                name, known.pk, str(known), selected=True, index=len(options)
            )
        )
        return [(None, options, 0)]
