"""Names per language and script, each with the time in which it was used."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chancery.dates.fields import (
    EarliestField,
    LatestField,
    PartialDateField,
    valid_edtf,
)
from chancery.memo import once_a_request
from chancery.models.record import Part, known
from chancery.words import WordsField, words_index
from partners.vocabulary import NameForm


class Name(Part):
    """One name of something; the owner is added by each concrete table."""

    text = models.CharField(_("name"), max_length=300)
    language = models.CharField(
        _("language"), max_length=12, default="en", help_text=_("BCP 47, e.g. en, ko.")
    )
    script = models.CharField(
        _("script"), max_length=4, default="Latn", help_text=_("ISO 15924, e.g. Hang.")
    )
    form = models.CharField(
        _("form"), max_length=14, choices=NameForm.choices, default=NameForm.ALIAS
    )
    since = PartialDateField(_("in use since"), blank=True)
    since_earliest = EarliestField("since")
    since_latest = LatestField("since")
    until = PartialDateField(_("in use until"), blank=True)
    until_earliest = EarliestField("until")
    until_latest = LatestField("until")
    words = WordsField("text")

    class Meta:
        abstract = True
        constraints: ClassVar[list[models.BaseConstraint]] = [
            valid_edtf("since", "%(app_label)s_%(class)s_since_is_edtf"),
            valid_edtf("until", "%(app_label)s_%(class)s_until_is_edtf"),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_is_not_empty",
                violation_error_message=_("Type the name."),
                condition=~models.Q(text=""),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_ends_after_it_starts",
                violation_error_message=_(
                    "It ends before it starts: check the two dates."
                ),
                condition=models.Q(since_earliest=None)
                | models.Q(until_latest=None)
                | models.Q(until_latest__gte=models.F("since_earliest")),
            ),
            known("form", NameForm),
        ]
        indexes: ClassVar[list[models.Index]] = [words_index()]

    def __str__(self) -> str:
        """Return the name."""
        return self.text


def called(
    owner: models.Model, english: str, names: type[Name], forms: Sequence[NameForm]
) -> str:
    """Return what an owner is called in the reader's language, else in English.

    The names of all owners are asked for together, once a request: for kinds of which
    there are some hundreds. ``forms`` are those that will do, the best one first;
    names no longer in use do not. Outside of a request it is the English name.
    """
    language = (get_language() or "").partition("-")[0]
    if language in {"", "en"}:
        return english
    ask = partial(_names_in, language, names, forms)
    found = once_a_request((names, language), ask) or {}
    return found.get(owner.pk, english)


def _names_in(
    language: str, names: type[Name], forms: Sequence[NameForm]
) -> dict[int, str]:
    owner = names.history_parents[0]
    rows = names._default_manager.filter(language=language, until="", form__in=forms)
    best_last = sorted(
        rows.order_by("pk").values_list(f"{owner}_id", "text", "form"),
        key=lambda row: -forms.index(NameForm(row[2])),
    )
    return {pk: text for pk, text, _form in best_last}


def said_once(owner: str) -> models.UniqueConstraint:
    """Return the constraint that a name stands once per owner, language and form."""
    return models.UniqueConstraint(
        fields=[owner, "text", "language", "form"],
        name="%(app_label)s_%(class)s_is_said_once",
        violation_error_message=_("This spelling is entered already."),
    )
