"""What a page begins with, and what can be filled in from what was typed."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone

from chancery.admin import rights
from chancery.admin.choosing.picking import Finder, Picked, RecordField, understood
from chancery.admin.sight import visible
from chancery.admin.typed import Anything, Row
from chancery.scope import scope_of
from engagements.admin.logging.forms import MeetingForm
from engagements.admin.logging.proposals import days_of, proposal
from engagements.admin.logging.rows import MOST_ROWS
from engagements.admin.logging.sheet import Sheet
from engagements.models import Meeting, MeetingSeries
from engagements.readings import Reading, read_outcomes
from partners.admin.facts import said_of
from partners.models import Desk, Officer, Person, Place
from partners.posts_held import posts_held

# What an address may begin the page with; longer values are nobody's link.
_FROM_ADDRESS = frozenset(MeetingForm.base_fields) - {
    "token",
    "is_another",
    "proposed",
    "desk",
    "classification",
}
_LONGEST = 300


def begin(request: HttpRequest) -> dict[str, Any]:
    """Return an empty page's beginning: the user's own desk, and what a link says."""
    finder = Finder(request)
    main = _own(request)
    for name, value in request.GET.dict().items():
        if name in _FROM_ADDRESS and "\0" not in value and len(value) <= _LONGEST:
            field = MeetingForm.base_fields[name]
            main[name] = Picked(value) if isinstance(field, RecordField) else value
    return _with_proposal({"main": main}, finder)


def fill(typed: Sheet) -> dict[str, Any]:
    """Return what was typed, with all added that follows from it."""
    initial = typed.typed()
    initial = _with_proposal(initial, typed.finder)
    lines = str(initial["main"].get("outcome_lines", ""))
    readings = read_outcomes(lines)
    rows = initial.setdefault("outcomes", [])
    if readings and len(rows) + len(readings) <= MOST_ROWS:
        rows += [outcome_row(reading) for reading in readings]
        del initial["main"]["outcome_lines"]
    _fill_people(initial, typed.finder)
    _fill_zone(initial["main"], typed.finder)
    return initial


def outcome_row(reading: Reading) -> dict[str, Any]:
    """Return a line as a row, its proposals marked."""
    row: dict[str, Any] = {
        "title": reading.text[:_LONGEST],
        **reading.proposed,
        "proposed": ",".join(reading.proposed),
    }
    if len(reading.text) > _LONGEST:
        row["as_worded"] = reading.text
    if reading.paragraph is not None:
        row["paragraph"] = reading.paragraph
    return row


def chosen(finder: Finder, model: type[Any], picked: Anything) -> Row:
    """Return the record that a box holds, None where it holds none for certain."""
    if not isinstance(picked, Picked):
        return picked
    field = RecordField(model)
    field.look_with(finder)
    try:
        return field.clean(picked)
    except ValidationError:
        return None


def _own(request: HttpRequest) -> dict[str, Any]:
    """Return the user's desk and officer, and the level that the desk last used."""
    user = rights.user_of(request)
    own: dict[str, Any] = {}
    scope = scope_of(user)
    if len(scope.desk_ids) == 1:
        desk = visible(Desk, user).filter(pk__in=scope.desk_ids).first()
        if desk is not None:
            own["desk"] = desk.reference
    officer = Officer.objects.filter(user=user, archived_at=None).first()
    if officer is not None and visible(Officer, user).filter(pk=officer.pk).exists():
        own["owner"] = Picked(officer.reference)
    last = (
        Meeting.objects.editable_by(user)
        .order_by("-pk")
        .values_list("classification", flat=True)
        .first()
    )
    if last is not None:
        own["classification"] = last
    return own


def _with_proposal(initial: dict[str, Any], finder: Finder) -> dict[str, Any]:
    """Add what the series leads one to expect; what was typed stays."""
    main: dict[str, Any] = initial["main"]
    series = chosen(finder, MeetingSeries, main.get("series"))
    if series is None:
        return initial
    today = timezone.localdate()
    expected = proposal(
        series,
        finder=finder,
        date=understood(str(main.get("date", ""))),
        today=today,
    )
    ahead: dict[str, Any] = expected["main"]
    # These always hold something; the series knows better.
    replaced = {"classification", "level", "mode"}
    taken = {
        name: value
        for name, value in ahead.items()
        if name in replaced or not main.get(name)
    }
    names = [name for name in ahead["proposed"].split(",") if name in taken]
    initial["main"] = {**main, **taken, "proposed": ",".join(names)}
    for part in ("partners", "participants"):
        rows = initial.get(part) or []
        if all(row.get("proposed") == "row" for row in rows):
            initial[part] = expected[part]
    return initial


def _fill_people(initial: Mapping[str, Any], finder: Finder) -> None:
    """Fill in side and post of people who were chosen without."""
    rows = [row for row in initial.get("participants", []) if row.get("person")]
    people = {
        id(row): person
        for row in rows
        if (person := chosen(finder, Person, row["person"])) is not None
    }
    days = days_of(understood(str(initial["main"].get("date", ""))))
    today = timezone.localdate()
    earliest, latest = days or (today, today)
    held = posts_held(
        people.values(), user=finder.user, earliest=earliest, latest=latest
    )
    for row in rows:
        person = people.get(id(row))
        if person is None:
            continue
        if not row.get("partner") and person.partner is not None:
            row["partner"] = person.partner
        found = held.get(person.pk, [])
        if not row.get("post") and found:
            row["post"], row["said"] = found[0].post, said_of(found[0])


def _fill_zone(main: dict[str, Any], finder: Finder) -> None:
    place = chosen(finder, Place, main.get("place") or Picked())
    if place is not None and place.time_zone and not main.get("time_zone"):
        main["time_zone"] = place.time_zone
        main["proposed"] = ",".join(filter(None, [main.get("proposed"), "time_zone"]))
