"""Spreadsheets of commitments."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from rapidfuzz import fuzz

from chancery.admin.sight import visible
from chancery.imports import readers
from chancery.imports.sheets import (
    CellFaultError,
    Column,
    Sheet,
    Sitting,
    Twin,
    register,
)
from chancery.models import User
from engagements.actions.commitments import make_commitment
from engagements.imports.meetings import refuse_reference
from engagements.models import (
    Agreement,
    Commitment,
    CommitmentParty,
    Initiative,
    Meeting,
    Mention,
)
from engagements.vocabulary import CommitmentKind, Priority, Sector, WaitingOn, Wording
from partners.imports import classification_column, desk_column, only_desk, read_partner
from partners.models import Partner

_LIKE = 88
_MOST_COMPARED = 2_000
_PLAIN = (
    *("title", "wording", "as_worded", "conditions", "kind", "sector", "priority"),
    *("waiting_on", "origin_meeting", "about_agreement", "initiative", "due_date"),
    *("desk", "classification"),
)


def read_side(cell: str, sitting: Sitting) -> Partner | str:
    """Read who promises: a partner, or somebody else after a star: “*WTO members”."""
    if cell.startswith("*"):
        return str(readers.text(200)(cell[1:].strip(), sitting))
    try:
        partner: Partner = read_partner(cell, sitting)
    except CellFaultError as error:
        hint = _("For somebody who is no partner write a star first: “*%s”.")
        raise CellFaultError(f"{error} {hint % cell[:80]}") from error
    return partner


@register
class CommitmentsSheet(Sheet):
    """Commitments with who promises what to whom."""

    code = "commitments"
    label = __("commitments")
    help = __("One row for each promise, request or shared view, with both sides.")
    makes = (Commitment, CommitmentParty, Mention)
    columns: ClassVar = (
        Column(
            "title",
            __("what"),
            readers.text(300),
            help=__("In short."),
            example=__("Send experts for the training centre"),
            is_required=True,
            also=("title", "commitment", "이행사항"),
        ),
        Column(
            "promisors",
            __("who promises"),
            readers.several(read_side),
            help=__(
                "Or who is asked to. Names, ISO codes or references, separated by"
                " semicolons; a star before who is no partner: *the WTO."
            ),
            example="KR",
            is_required=True,
            also=("promisor", "by"),
        ),
        Column(
            "promisees",
            __("to whom"),
            readers.several(read_side),
            example="MN",
            also=("promisee", "to"),
        ),
        Column(
            "wording",
            __("wording"),
            readers.choice(Wording),
            help=__("How it was said, strongest first."),
            example=Wording.PLEDGED.label,
            is_required=True,
            allowed=readers.labels(Wording),
            is_offered=True,
        ),
        Column(
            "kind",
            __("type"),
            readers.choice(CommitmentKind),
            example=CommitmentKind.PROJECT.label,
            is_required=True,
            allowed=readers.labels(CommitmentKind),
            is_offered=True,
            also=("kind",),
        ),
        Column(
            "sector",
            __("sector"),
            readers.choice(Sector),
            example=Sector.CULTURE.label,
            is_required=True,
            allowed=readers.labels(Sector),
            is_offered=True,
        ),
        Column(
            "due_date",
            __("due"),
            readers.partial_date,
            help=__("As far as it is known: 2023-06-26, 2023-06 or 2023."),
            example="2027-06",
            also=("due date", "deadline", "기한"),
        ),
        Column(
            "origin_meeting",
            __("made at"),
            readers.related(Meeting, "title"),
            help=__("The reference or the exact title of a meeting entered already."),
            also=("meeting",),
        ),
        Column("as_worded", __("as worded"), readers.text(), also=("text", "quote")),
        Column("conditions", __("conditions"), readers.text()),
        Column(
            "priority",
            __("priority"),
            readers.choice(Priority),
            allowed=readers.labels(Priority),
        ),
        Column(
            "waiting_on",
            __("waiting on"),
            readers.choice(WaitingOn),
            allowed=readers.labels(WaitingOn),
        ),
        Column(
            "about_agreement",
            __("about the agreement"),
            readers.related(Agreement, "title", "short_title", "title_ko"),
        ),
        Column("initiative", __("initiative"), readers.related(Initiative, "name")),
        desk_column(),
        classification_column(),
        Column(
            "reference",
            __("reference"),
            readers.text(),
            help=__("Leave it empty: references are given when a record is entered."),
        ),
    )

    def defaults(self, user: User) -> dict[str, str]:
        """Offer the user's desk."""
        return {"desk": only_desk(user)}

    def write(self, values: Mapping[str, Any], sitting: Sitting) -> Commitment:
        """Make the commitment."""
        refuse_reference(values, Commitment, sitting)
        sides = (("promisor", "promisors"), ("promisee", "promisees"))
        return make_commitment(
            by=sitting.by,
            at=sitting.at,
            values={name: values[name] for name in _PLAIN if name in values},
            parties=[
                {"side": side, **_party(one)}
                for side, name in sides
                for one in dict.fromkeys(values.get(name, []))
            ],
        )

    def twins(
        self, values: Mapping[str, Any], number: int, sitting: Sitting
    ) -> list[Twin]:
        """Return commitments of the same promisor in such words."""
        rows: dict[Any, int] = sitting.known.setdefault("rows of commitments", {})
        title = readers.folded(values["title"])
        sides = frozenset(map(str, values["promisors"]))
        key = (title, sides, values.get("due_date", ""))
        if key in rows:
            return [Twin(_("row %d of this file") % rows[key])]
        rows[key] = number
        return [
            Twin(shown, reference)
            for partner in values["promisors"]
            if isinstance(partner, Partner)
            for words, shown, reference in _promised(partner, sitting)
            if fuzz.token_sort_ratio(words, title, score_cutoff=_LIKE)
        ][:3]


def _party(one: Partner | str) -> dict[str, Any]:
    return {"label": one} if isinstance(one, str) else {"partner": one}


def _promised(partner: Partner, sitting: Sitting) -> list[tuple[str, str, str]]:
    """Return what a partner has promised, as far as the user may see, read once."""
    key = ("promised by", partner.pk)
    if key not in sitting.known:
        rows = visible(Commitment, sitting.by).filter(
            parties__partner=partner, parties__side="promisor", archived_at=None
        )
        newest = rows.order_by("-pk").values_list("title", "reference")
        sitting.known[key] = [
            (readers.folded(title), title, reference)
            for title, reference in newest[:_MOST_COMPARED]
        ]
    known: list[tuple[str, str, str]] = sitting.known[key]
    return known
