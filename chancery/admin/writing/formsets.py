"""The rows of a record on its page, told apart only where the user may see them."""

from typing import Any

from django import forms

from chancery.admin.typed import Form, InlineFormSet, Row


class RowKeyField(forms.Field):
    """Carries a row's key, and takes any: which row it is, the formset has found.

    Django's own field looks the key up among all rows there are, one query each, and
    would so tell a row that may not be seen from one that does not exist.
    """

    widget = forms.HiddenInput

    def has_changed(self, initial: object, data: object) -> bool:  # noqa: ARG002 - Django's signature
        """See the class: a key is never typed."""
        return False


class PartFormSet(InlineFormSet):
    """Rows that the user may see; a key of any other is as good as no row."""

    def get_queryset(self) -> Any:  # noqa: ANN401 - Django's queryset or list
        """Return the rows, each knowing the record of the page: its name may say it."""
        rows = super().get_queryset()
        for row in rows:
            setattr(row, self.fk.name, self.instance)
        return rows

    def add_fields(self, form: Form, index: int | None) -> None:
        """Take keys without looking them up."""
        super().add_fields(form, index)
        model: Any = self.model
        name = model._meta.pk.name
        key = form.fields.get(name)
        if isinstance(key, forms.ModelChoiceField):
            form.fields[name] = RowKeyField(
                initial=form.instance.pk, required=False, label=key.label
            )

    def row(self, key: object) -> Row | None:
        """Return the visible row of a key, as it is now."""
        rows: dict[str, Any] = {str(row.pk): row for row in self.get_queryset()}
        return rows.get(str(key))
