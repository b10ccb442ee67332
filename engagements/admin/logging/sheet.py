"""All that the page asks, as one sheet: shown, judged, and turned into one act."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.admin.choosing.picking import Finder
from chancery.admin.sight import sighted, visible
from chancery.admin.typed import Anything, Form
from chancery.admin.writing.saving import as_error
from chancery.models import User
from chancery.text import Text
from engagements.actions.logging import (
    Attendance,
    Document,
    Happening,
    Outcome,
    RefusedAt,
    log_whole_meeting,
)
from engagements.admin.logging.forms import MeetingForm, SourceForm
from engagements.admin.logging.people import ParticipantRow
from engagements.admin.logging.rows import EventRow, OutcomeRow, PartnerRow, rows_of
from engagements.duplicates import Draft, similar_meetings
from engagements.models import Meeting
from partners.models import Partner

PARTNERS = rows_of(
    PartnerRow, prefix="partners", extra=2, heading=gettext_lazy("Partner")
)
PARTICIPANTS = rows_of(
    ParticipantRow, prefix="participants", extra=2, heading=gettext_lazy("Participant")
)
OUTCOMES = rows_of(
    OutcomeRow, prefix="outcomes", extra=1, heading=gettext_lazy("Outcome")
)
EVENTS = rows_of(EventRow, prefix="events", extra=1, heading=gettext_lazy("Agreement"))


@dataclass(frozen=True)
class Problem:
    """What is wrong, and the box to go to."""

    where: Text
    text: str
    anchor: str


class Sheet:
    """The whole page: one meeting, its rows and its source."""

    def __init__(
        self,
        request: HttpRequest,
        data: Anything = None,
        initial: Mapping[str, Any] | None = None,
        *,
        quiet: bool = False,
    ) -> None:
        """Show ``initial``, or judge ``data``; ``quiet`` reads data without judging."""
        begin = initial or {}
        self.finder = Finder(request)
        own = {"finder": self.finder}
        self.main = MeetingForm(
            data, initial=begin.get("main"), prefix=None, quiet=quiet, **own
        )
        self.source = SourceForm(
            data, initial=begin.get("source"), prefix="source", quiet=quiet, **own
        )
        self.partners, self.participants, self.outcomes, self.events = (
            made(
                data,
                initial=begin.get(made.prefix_name),  # type: ignore[attr-defined]
                prefix=made.prefix_name,  # type: ignore[attr-defined]
                quiet=quiet,
                form_kwargs=own,
            )
            for made in (PARTNERS, PARTICIPANTS, OUTCOMES, EVENTS)
        )
        self.similar: list[Meeting] = []
        if data is not None:
            self.finder.preload(self._forms())

    @property
    def row_sets(self) -> tuple[Form, ...]:
        """The four kinds of rows."""
        return (self.partners, self.participants, self.outcomes, self.events)

    def _forms(self) -> Iterable[Form]:
        yield self.main
        yield self.source
        for rows in self.row_sets:
            yield from rows.forms

    def typed(self) -> dict[str, Any]:
        """Return what was sent, as something to begin a page with."""
        return {
            "main": self.main.typed(),
            "source": self.source.typed(),
            **{rows.prefix: rows.typed() for rows in self.row_sets},
        }

    def is_valid(self) -> bool:
        """Judge every part, then what depends on several."""
        parts = (self.main, self.source, *self.row_sets)
        is_good = all([part.is_valid() for part in parts])  # noqa: C419 - judge them all
        self._judge_paragraphs()
        if is_good:
            self._judge_sides()
        self._judge_similar()
        return is_good and not any(True for _problem in self.problems())

    def _judge_paragraphs(self) -> None:
        if self.source.errors or self.source.is_given:
            return
        for rows in self.row_sets[1:]:
            for row in rows.filled():
                if getattr(row, "cleaned_data", {}).get("paragraph"):
                    row.add_error("paragraph", _("Name its source below."))

    def _judge_sides(self) -> None:
        for row in self.outcomes.filled():
            try:
                row.found_parties = row.parties(self._home(), self._foreign())
            except ValidationError as error:
                row.add_error("side", error)

    def _judge_similar(self) -> None:
        """Look for the same meeting on record, and ask."""
        given = getattr(self.main, "cleaned_data", {})
        draft = Draft(
            title=given.get("title", ""),
            date=given.get("date", ""),
            partners=self._partners(),
            series=given.get("series"),
            ordinal=given.get("ordinal"),
        )
        self.similar = _named(similar_meetings(draft, user=self.finder.user), self)
        if self.similar and not given.get("is_another"):
            self.main.add_error(
                "is_another",
                _("This may be on record already. Open it, or say that it is another."),
            )

    def _partners(self) -> list[Partner]:
        rows = [getattr(row, "cleaned_data", {}) for row in self.partners.filled()]
        return [row["partner"] for row in rows if row.get("partner")]

    def _foreign(self) -> list[Partner]:
        return [partner for partner in self._partners() if not partner.is_home]

    def _home(self) -> Partner | None:
        if not hasattr(self, "_home_found"):
            self._home_found = (
                visible(Partner, self.finder.user).filter(is_home=True).first()
            )
        return self._home_found

    def problems(self) -> Iterable[Problem]:
        """Return everything that is wrong, in the page's order."""
        yield from _problems_of(self.main, "")
        for rows in self.row_sets:
            for error in rows.non_form_errors():
                yield Problem(rows.heading, str(error), f"{rows.prefix}-rows")
            counted = {id(form) for form in rows.filled()}
            for number, form in enumerate(rows.forms, start=1):
                if id(form) in counted:
                    yield from _problems_of(form, f"{rows.heading} {number}")
        yield from _problems_of(self.source, _("Source"))

    def log(self, *, by: User, at: datetime) -> Meeting:
        """Do it: write everything, or raise ``RefusedAt``."""
        given = self.source.cleaned_data
        main = self.main.values()
        document = None
        if self.source.is_given:
            new = {name: given[name] for name in SourceForm.NEW}
            document = Document(
                source=given["source"],
                values={**new, "language": given["language"] or "en"},
                paragraph=given["paragraph"],
            )
        return log_whole_meeting(
            by=by,
            at=at,
            values=main,
            partners=[
                (row.cleaned_data["partner"], row.cleaned_data["role"])
                for row in self.partners.filled()
            ],
            participants=[
                Attendance(row.values(), row.newcomer(), row.cleaned_data["paragraph"])
                for row in self.participants.filled()
            ],
            outcomes=[self._outcome(row, main) for row in self.outcomes.filled()],
            events=[
                Happening(
                    row.cleaned_data["agreement"],
                    {name: row.cleaned_data[name] for name in ("kind", "note")},
                    [place] if (place := row.cleaned_data["place"]) else [],
                    row.cleaned_data["paragraph"],
                )
                for row in self.events.filled()
            ],
            document=document,
        )

    def _outcome(self, row: Form, main: Mapping[str, Any]) -> Outcome:
        values = row.values()
        return Outcome(
            {
                **values,
                "desk": main["desk"],
                "owner": values["owner"] or main["owner"],
            },
            row.found_parties,
            row.cleaned_data["paragraph"],
        )

    def show(self, refused: Exception) -> None:
        """Put a refusal beside the row that met it."""
        form: Form = self.main
        if isinstance(refused, RefusedAt):
            by_part = {rows.prefix: rows for rows in self.row_sets}
            if refused.part in by_part:
                form = by_part[refused.part].filled()[refused.row]
            elif refused.part == "source":
                form = self.source
        add_refusal(form, as_error(refused))


def add_refusal(form: Form, error: ValidationError) -> None:
    """Show a refusal beside the boxes it names, else above the form."""
    by_field: dict[str, list[ValidationError]]
    by_field = getattr(error, "error_dict", None) or {"__all__": error.error_list}
    for name, errors in by_field.items():
        known = name if name in form.fields else None
        for one in errors:
            form.add_error(known, one.messages)


def _problems_of(form: Form, where: Text) -> Iterable[Problem]:
    for name, errors in form.errors.items():
        known = name in form.fields
        label = form.fields[name].label if known else ""
        anchor = form[name].id_for_label if known else _first_box(form)
        place = " · ".join(str(part) for part in (where, label) if part)
        for text in errors:
            yield Problem(place, str(text), anchor)


def _first_box(form: Form) -> str:
    first = next(field for field in form.visible_fields())
    return str(first.id_for_label)


def _named(rows: list[Meeting], sheet: Sheet) -> list[Meeting]:
    """Load what the list of meetings alike shows of each."""
    if not rows:
        return []
    keys = [row.pk for row in rows]
    user = sheet.finder.user
    found = sighted(
        visible(Meeting, user).filter(pk__in=keys),
        user,
        ["meeting_partners__partner", "place"],
    ).in_bulk(keys)
    return [found[key] for key in keys if key in found]
