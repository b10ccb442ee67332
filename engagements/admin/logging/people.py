"""The rows of who was there, newcomers included."""

import unicodedata
from typing import Any, ClassVar

from django import forms
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.admin.choosing.picking import RecordField
from chancery.admin.typed import Anything, Options, Row
from engagements.actions.newcomers import Newcomer
from engagements.admin.logging.forms import EntryForm, paragraph_field
from engagements.vocabulary import Capacity, ParticipantRole
from partners.models import Institution, Partner, Person, Post
from partners.similar import similar_institutions, similar_people, similar_posts
from partners.vocabulary import InstitutionKind

_MOST_OFFERED = 4
NEW = "new"
# First words of a letter's Unicode name, with the ISO 15924 code and, where the script
# tells it, the language.
_SCRIPTS = {
    "HANGUL": ("Hang", "ko"),
    "CYRILLIC": ("Cyrl", ""),
    "CJK": ("Hani", ""),
    "HIRAGANA": ("Hira", "ja"),
    "KATAKANA": ("Kana", "ja"),
    "ARABIC": ("Arab", ""),
    "GEORGIAN": ("Geor", "ka"),
    "ARMENIAN": ("Armn", "hy"),
    "MONGOLIAN": ("Mong", "mn"),
    "LATIN": ("Latn", ""),
}


def script_of(text: str) -> tuple[str, str]:
    """Return a name's script and, where that is plain, its language; "" where not."""
    for letter in text:
        if letter.isalpha():
            first = unicodedata.name(letter, "").split(" ")[0]
            return _SCRIPTS.get(first, ("", ""))
    return "", ""


def _instead(label: Anything) -> forms.CharField:
    # What is offered is known only once the newcomer's name is; see ``_offer``.
    return forms.CharField(label=label, required=False, widget=forms.RadioSelect)


class ParticipantRow(EntryForm):
    """Somebody there: a person, only a post, or only a description."""

    person = RecordField(Person, label=gettext_lazy("Person"))
    partner = RecordField(Partner, label=gettext_lazy("Side"))
    post = RecordField(Post, label=gettext_lazy("Post held then"))
    role = forms.ChoiceField(
        label=gettext_lazy("Role"),
        choices=ParticipantRole.choices,
        initial=ParticipantRole.MEMBER,
    )
    paragraph = paragraph_field()
    label = forms.CharField(
        label=gettext_lazy("Or a description"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Where no name is known: “Ambassador of Kazakhstan”."),
    )
    title_then = forms.CharField(
        label=gettext_lazy("Title in the source"),
        required=False,
        max_length=200,
    )
    capacity = forms.ChoiceField(
        label=gettext_lazy("Capacity"), choices=Capacity.choices, initial=Capacity.OWN
    )
    stands_in_for = RecordField(Post, label=gettext_lazy("Stands in for"))
    new_name = forms.CharField(
        label=gettext_lazy("Name of the new person"), required=False, max_length=200
    )
    new_original = forms.CharField(
        label=gettext_lazy("In the original script"), required=False, max_length=300
    )
    new_post = forms.CharField(
        label=gettext_lazy("Title of the new post"), required=False, max_length=200
    )
    institution = RecordField(Institution, label=gettext_lazy("Of the institution"))
    new_institution = forms.CharField(
        label=gettext_lazy("Or a new institution"), required=False, max_length=200
    )
    institution_kind = forms.ChoiceField(
        label=gettext_lazy("Kind of institution"),
        choices=InstitutionKind.choices,
        initial=InstitutionKind.MINISTRY,
    )
    instead_person = _instead(gettext_lazy("Is it one of these?"))
    instead_post = _instead(gettext_lazy("Is it one of these posts?"))
    instead_institution = _instead(gettext_lazy("Is it one of these institutions?"))

    MORE: ClassVar[tuple[str, ...]] = ("label", "title_then", "stands_in_for")
    NEWCOMER: ClassVar[tuple[str, ...]] = (
        "new_name",
        "new_original",
        "new_post",
        "institution",
        "new_institution",
    )

    def __init__(self, *args: Anything, **options: Options) -> None:
        """Nothing is offered instead before somebody new is named."""
        super().__init__(*args, **options)
        self.said: str = (self.initial or {}).get("said", "")

    @property
    def has_more(self) -> bool:
        """Whether anything stands in the fields that are folded away."""
        return self._any(self.MORE) or self["capacity"].value() != Capacity.OWN

    @property
    def has_newcomer(self) -> bool:
        """Whether somebody new, or a new post, is named."""
        return self._any(self.NEWCOMER)

    @property
    def offers(self) -> list[Any]:
        """The choices between somebody on record and somebody new."""
        names = ("instead_person", "instead_post", "instead_institution")
        return [self[name] for name in names if self._choices(name)]

    def _choices(self, name: str) -> list[Any]:
        widget: Any = self.fields[name].widget
        return list(widget.choices)

    def _any(self, names: tuple[str, ...]) -> bool:
        wrong = self.is_bound and any(name in self.errors for name in names)
        return wrong or any(self[name].value() for name in names)

    def clean(self) -> dict[str, Any]:
        """Ask who it was, and whether a newcomer is not on record already."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("person") and given.get("new_name"):
            self.add_error(
                "new_name", _("Choose a person on record or name a new one, not both.")
            )
            return given
        if given.get("post") and given.get("new_post"):
            self.add_error(
                "new_post", _("Choose a post on record or name a new one, not both.")
            )
            return given
        person: Person | None = given.get("person")
        if person is not None and not given.get("partner"):
            given["partner"] = person.partner
        self._settle(given)
        if given.get("stands_in_for") and given.get("capacity") != Capacity.STANDING_IN:
            self.add_error(
                "capacity",
                _("Only somebody standing in stands in for another post."),
            )
        named = ("person", "post", "label", "new_name", "new_post")
        if not self.errors and not any(given.get(name) for name in named):
            self.add_error(
                "person", _("Name a person, a post, or describe who it was.")
            )
        return given

    def _settle(self, given: dict[str, Any]) -> None:
        """Take who is on record already instead of a newcomer, or ask."""
        user = self.finder.user
        side: Any = given.get("partner")
        newcomer = given.get("new_name") or given.get("new_post")
        if newcomer and side is None:
            if "partner" not in self.errors:
                self.add_error("partner", _("Say whose side the newcomer is on."))
            return
        if name := given.get("new_institution"):
            if not given.get("new_post"):
                self.add_error("new_post", _("Say which post of it was held."))
            elif given.get("institution"):
                self.add_error(
                    "new_institution", _("Choose an institution or name a new one.")
                )
            else:
                keys = similar_institutions(user, name, side)
                self._offer(given, "institution", "new_institution", Institution, keys)
        if title := given.get("new_post"):
            keys = similar_posts(user, title, side)
            self._offer(given, "post", "new_post", Post, keys)
        if name := given.get("new_name"):
            keys = similar_people(user, name)
            self._offer(given, "person", "new_name", Person, keys)

    def _offer(
        self,
        given: dict[str, Any],
        target: str,
        source: str,
        model: type[models.Model],
        keys: list[int],
    ) -> None:
        """Offer what is on record under a name like it; the user's choice counts."""
        if not keys:
            return
        found = self.finder.rows(model).in_bulk(keys[:_MOST_OFFERED])
        rows: dict[str, Row] = {
            found[key].reference: found[key] for key in keys if key in found
        }
        if not rows:
            return
        choice: Any = self.fields[f"instead_{target}"].widget
        choice.choices = [
            *((reference, self.finder.label(row)) for reference, row in rows.items()),
            (NEW, _("None of these: enter a new one")),
        ]
        chosen = self.data.get(self.add_prefix(f"instead_{target}"), "")
        if chosen in rows:
            given[target], given[source] = rows[chosen], ""
        elif chosen != NEW:
            self.add_error(
                source,
                _("“%s” may be on record already. Choose below.") % given[source],
            )

    def newcomer(self) -> Newcomer | None:
        """Return who is to be entered with the meeting, if anybody."""
        given = self.cleaned_data
        if not (given["new_name"] or given["new_post"]):
            return None
        script, language = script_of(given["new_original"])
        return Newcomer(
            partner=given["partner"],
            name=given["new_name"],
            original_name=given["new_original"],
            language=language,
            script=script,
            post_title=given["new_post"],
            institution=given["institution"],
            institution_name=given["new_institution"],
            institution_kind=given["institution_kind"],
        )

    def values(self) -> dict[str, Any]:
        """Return the fields of the participation."""
        names = "person post partner label title_then role capacity stands_in_for"
        return {name: self.cleaned_data[name] for name in names.split()}
