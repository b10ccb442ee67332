"""The page's rows: partners, outcomes and what happened to agreements."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.forms.utils import ErrorDict, ErrorList
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.admin.choosing.picking import Finder, RecordField
from chancery.admin.typed import Anything, Options
from engagements.admin.logging.forms import (
    EntryForm,
    choices_with_blank,
    date_field,
    long_text,
    paragraph_field,
)
from engagements.models import Agreement
from engagements.vocabulary import (
    AgreementEventKind,
    CommitmentKind,
    PartnerRole,
    Priority,
    Sector,
    WaitingOn,
    Wording,
)
from engagements.workflow import AGREEMENT
from partners.models import Officer, Partner, Place

# More than a meeting has; a page with more is a mistake or an attack.
MOST_ROWS = 200
_QUOTES = "\"'“”„«»"
_LONGEST_LABEL = 200
# Names of parties in one box.
_MOST_PARTIES = 60


if TYPE_CHECKING:
    _BaseFormSet = forms.BaseFormSet[Any]
else:
    _BaseFormSet = forms.BaseFormSet


class Rows(_BaseFormSet):
    """Rows of one kind; empty ones and those struck out count for nothing."""

    heading: ClassVar[Any] = ""

    def __init__(
        self, *args: Anything, quiet: bool = False, **options: Options
    ) -> None:
        """See ``EntryForm`` for quiet."""
        self.quiet = quiet
        super().__init__(*args, **options)

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        """Pass quietness on."""
        return {**super().get_form_kwargs(index), "quiet": self.quiet}

    def initial_form_count(self) -> int:
        """Treat every row that comes in as new: none is on record yet."""
        return 0 if self.is_bound else super().initial_form_count()

    def full_clean(self) -> None:
        """Validate, unless nobody has asked for it yet."""
        if self.quiet:
            self._errors: list[ErrorDict] = [form.errors for form in self.forms]
            self._non_form_errors = ErrorList()
            return
        super().full_clean()

    def add_fields(self, form: Anything, index: int | None) -> None:
        """Call the crossing-out by its name."""
        super().add_fields(form, index)
        form.fields["DELETE"].label = _("Strike out")

    def filled(self) -> list[Any]:
        """Return the rows that count, in order."""
        return [
            form
            for form in self.forms
            if form.has_changed() and not self._is_struck_out(form)
        ]

    def _is_struck_out(self, form: Anything) -> bool:
        return bool(form.data.get(form.add_prefix("DELETE")))

    def typed(self) -> list[dict[str, Any]]:
        """Return what rows hold, as typed."""
        return [form.typed() for form in self.filled()]


def rows_of(
    form: type[forms.Form], *, prefix: str, extra: int, heading: Anything
) -> type[Rows]:
    """Return the formset of one kind of row."""
    made: Any = forms.formset_factory(
        form,
        formset=Rows,
        extra=extra,
        max_num=MOST_ROWS,
        absolute_max=MOST_ROWS + 1,
        validate_max=True,
        can_delete=True,
    )
    made.heading, made.prefix_name = heading, prefix
    return made  # type: ignore[no-any-return]


class PartnerRow(EntryForm):
    """A partner and what it is there as."""

    partner = RecordField(Partner, label=gettext_lazy("Partner"))
    role = forms.ChoiceField(
        label=gettext_lazy("Role"),
        choices=PartnerRole.choices,
        initial=PartnerRole.MEMBER,
    )

    def clean(self) -> dict[str, Any]:
        """A role alone is nobody."""
        given: dict[str, Any] = super().clean() or {}
        if not given.get("partner") and "partner" not in self.errors:
            self.add_error("partner", _("Name the partner, or strike the row out."))
        return given


class PartiesField(forms.CharField):
    """Partners by name or code, parted by semicolons; others stand in quotes."""

    def __init__(self, **options: Options) -> None:
        """Explain itself."""
        options.setdefault("required", False)
        super().__init__(
            max_length=2000,
            help_text=gettext_lazy(
                "Names or codes, parted by “;”. Who is no partner stands in quotes."
            ),
            **options,
        )

    def look_up(self, text: str, finder: Finder) -> list[dict[str, Any]]:
        """Return the parties as values of a commitment's party, each once."""
        names = [name.strip() for name in text.split(";")]
        parties: list[dict[str, Any]] = []
        for name in [name for name in names if name][:_MOST_PARTIES]:
            party = self._party(name, finder)
            if party not in parties:
                parties.append(party)
        return parties

    def _party(self, name: str, finder: Finder) -> dict[str, Any]:
        if name[0] in _QUOTES and name[-1] in _QUOTES and name.strip(_QUOTES):
            return {"label": name.strip(_QUOTES).strip()[:_LONGEST_LABEL]}
        key = (Partner, name.casefold())
        if key not in finder.found:
            finder.found[key] = self._called(name, finder)
        found = finder.found[key]
        if len(found) != 1:
            raise ValidationError(
                _(
                    "No partner is called “%(name)s”. Write it as on record, or in"
                    " quotes if it is no partner."
                ),
                params={"name": name},
            )
        return {"partner": found[0]}

    def _called(self, name: str, finder: Finder) -> list[Partner]:
        """Return who is called so, two of them at most."""
        same = Q(reference=name)
        for field in ("short_name", "official_name", "iso_alpha3", "iso_alpha2"):
            same |= Q(**{f"{field}__iexact": name})
        rows = finder.rows(Partner)
        found = list(rows.filter(same).order_by("pk")[:2])
        return found or list(
            rows.filter(names__text__iexact=name).distinct().order_by("pk")[:2]
        )


class OutcomeRow(EntryForm):
    """Something promised, asked or noted."""

    title = forms.CharField(label=gettext_lazy("What"), max_length=300, required=False)
    wording = forms.ChoiceField(
        label=gettext_lazy("Wording"),
        required=False,
        choices=choices_with_blank(Wording.choices),
    )
    side = forms.ChoiceField(
        label=gettext_lazy("Who is to do it"),
        required=False,
        choices=[
            ("", "–"),
            ("ours", gettext_lazy("We")),
            ("theirs", gettext_lazy("They")),
            ("mutual", gettext_lazy("All together")),
            ("named", gettext_lazy("As named below")),
        ],
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Type"),
        required=False,
        choices=choices_with_blank(CommitmentKind.choices),
    )
    sector = forms.ChoiceField(
        label=gettext_lazy("Sector"),
        required=False,
        choices=choices_with_blank(Sector.choices),
    )
    due_date = date_field(gettext_lazy("Due"))
    paragraph = paragraph_field()
    as_worded = long_text(gettext_lazy("As worded"), 2)
    promisors = PartiesField(label=gettext_lazy("Who promises, or is asked"))
    promisees = PartiesField(label=gettext_lazy("To whom, or for whom"))
    waiting_on = forms.ChoiceField(
        label=gettext_lazy("Waiting on"),
        required=False,
        choices=WaitingOn.choices,
    )
    priority = forms.ChoiceField(
        label=gettext_lazy("Priority"),
        choices=Priority.choices,
        initial=Priority.NORMAL,
    )
    about_agreement = RecordField(Agreement, label=gettext_lazy("About the agreement"))
    owner = RecordField(
        Officer,
        label=gettext_lazy("Officer in charge"),
        help_text=gettext_lazy("Left empty: who is in charge of the meeting."),
    )

    NEEDED: ClassVar[dict[str, Any]] = {
        "title": gettext_lazy("Say what it is."),
        "wording": gettext_lazy("Say how it was said."),
        "side": gettext_lazy("Say who is to do it."),
        "kind": gettext_lazy("Choose its type."),
        "sector": gettext_lazy("Choose its sector."),
    }
    MORE: ClassVar[tuple[str, ...]] = (
        "as_worded",
        "promisors",
        "promisees",
        "waiting_on",
        "about_agreement",
        "owner",
    )

    def __init__(self, *args: Anything, **options: Options) -> None:
        """Say nothing twice."""
        super().__init__(*args, **options)
        self.fields["due_date"].help_text = ""

    @property
    def has_more(self) -> bool:
        """Whether anything stands in the fields that are folded away."""
        wrong = self.is_bound and any(name in self.errors for name in self.MORE)
        return wrong or any(self[name].value() for name in self.MORE)

    def clean(self) -> dict[str, Any]:
        """Ask for what is missing, and look the parties up."""
        given: dict[str, Any] = super().clean() or {}
        for name, sentence in self.NEEDED.items():
            if not given.get(name) and name not in self.errors:
                self.add_error(name, sentence)
        for name in ("promisors", "promisees"):
            field: Any = self.fields[name]
            try:
                given[f"{name}_found"] = field.look_up(given.get(name, ""), self.finder)
            except ValidationError as error:
                self.add_error(name, error)
        if (
            given.get("side") == "named"
            and not given.get("promisors_found")
            and "promisors" not in self.errors
        ):
            self.add_error("promisors", _("Say who promises, or who is asked to."))
        return given

    def parties(
        self, home: Partner | None, foreign: Sequence[Partner]
    ) -> list[dict[str, Any]]:
        """Return both sides; ValidationError where the partners do not tell them."""
        given = self.cleaned_data
        if given["side"] == "named":
            return _sided(given["promisors_found"], given["promisees_found"])
        if home is None or not foreign:
            raise ValidationError(
                _("Name the partners of the meeting, or both sides here.")
            )
        ours = [{"partner": home}]
        theirs = [{"partner": partner} for partner in foreign]
        if given["side"] == "ours":
            return _sided(ours, theirs)
        if given["side"] == "theirs":
            return _sided(theirs, ours)
        return _sided([*ours, *theirs], [*ours, *theirs])

    def values(self) -> dict[str, Any]:
        """Return the fields of the commitment."""
        names = [
            "title",
            "wording",
            "kind",
            "sector",
            "due_date",
            "as_worded",
            "waiting_on",
            "priority",
            "about_agreement",
            "owner",
        ]
        return {name: self.cleaned_data[name] for name in names}


def _sided(
    promisors: Sequence[dict[str, Any]], promisees: Sequence[dict[str, Any]]
) -> list[dict[str, Any]]:
    return [
        *({"side": "promisor", **party} for party in promisors),
        *({"side": "promisee", **party} for party in promisees),
    ]


# What needs an instrument or a party is recorded on the agreement's own page.
_AT_A_MEETING = {
    rule.kind for rule in AGREEMENT if not (rule.needs_instrument or rule.needs_party)
}


class EventRow(EntryForm):
    """What happened to an agreement at the meeting."""

    agreement = RecordField(Agreement, own=True, label=gettext_lazy("Agreement"))
    kind = forms.ChoiceField(
        label=gettext_lazy("What happened"),
        required=False,
        choices=choices_with_blank(
            [
                choice
                for choice in AgreementEventKind.choices
                if choice[0] in _AT_A_MEETING
            ]
        ),
    )
    place = RecordField(Place, label=gettext_lazy("Where"))
    note = forms.CharField(label=gettext_lazy("Note"), required=False, max_length=2000)
    paragraph = paragraph_field()

    def clean(self) -> dict[str, Any]:
        """An agreement without an event, or the reverse, says nothing."""
        given: dict[str, Any] = super().clean() or {}
        for name, sentence in (
            ("agreement", _("Name the agreement.")),
            ("kind", _("Say what happened to it.")),
        ):
            if not given.get(name) and name not in self.errors:
                self.add_error(name, sentence)
        return given
