"""Spreadsheets of meetings."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, time
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from rapidfuzz import fuzz

from chancery.admin.sight import visible
from chancery.dates.edtf import PartialDate
from chancery.imports import readers
from chancery.imports.sheets import (
    CellFaultError,
    Column,
    RowFaultError,
    Sheet,
    Sitting,
    Twin,
    register,
)
from chancery.models import User
from engagements.actions.meetings import log_meeting
from engagements.models import Meeting, MeetingPartner, MeetingSeries, Participation
from engagements.vocabulary import Level, MeetingKind, MeetingStatus, Mode, PartnerRole
from engagements.workflow import MEETING
from partners.imports import (
    classification_column,
    desk_column,
    only_desk,
    read_partner,
)
from partners.models import Partner, Person, Place

# Two titles count as perhaps the same from this likeness on, of 100.
_LIKE = 75
# So many meetings of one time are compared.
_MOST_COMPARED = 200
# Fields of a row that are fields of the meeting as they are.
_PLAIN = (
    *("title", "kind", "level", "mode", "status", "series", "ordinal", "date"),
    *("time_zone", "place", "venue", "agenda", "summary", "outcome"),
    *("desk", "classification"),
)


read_partners = readers.several(read_partner)


def read_participant(cell: str, sitting: Sitting) -> Person | str:
    """Read somebody: a person by name or reference, else a description as it stands.

    A name that several people have is refused: it would not be known who was there.
    """
    found = readers.candidates(Person, ("name", "names__text"), cell, sitting.by)
    if len(found) > 1:
        raise CellFaultError(readers.unclear(cell, found))
    one: Person | str = found[0] if found else readers.text(200)(cell, sitting)
    return one


def read_status(cell: str, sitting: Sitting) -> str:
    """Read how far a meeting has come; it can begin as three of them only."""
    status: str = readers.choice(MeetingStatus)(cell, sitting)
    if status not in MEETING.initial:
        raise CellFaultError(
            _("A meeting is entered as proposed, scheduled or held; more is a step.")
        )
    return status


@register
class MeetingsSheet(Sheet):
    """Meetings with their partners and participants."""

    code = "meetings"
    label = __("meetings")
    help = __("One row for each meeting, with its partners and who was there.")
    makes = (Meeting, MeetingPartner, Participation)
    columns: ClassVar = (
        Column(
            "title",
            __("title"),
            readers.text(300),
            example=__("5th policy consultations"),
            is_required=True,
            also=("name", "회의명"),
        ),
        Column(
            "kind",
            __("kind"),
            readers.choice(MeetingKind),
            example=MeetingKind.WORKING_LEVEL.label,
            is_required=True,
            allowed=readers.labels(MeetingKind),
            is_offered=True,
            also=("type",),
        ),
        Column(
            "status",
            __("status"),
            read_status,
            help=__("Proposed, scheduled or held."),
            example=MeetingStatus.HELD.label,
            allowed=lambda _user: [
                status.label for status in MeetingStatus if status in MEETING.initial
            ],
            is_offered=True,
        ),
        Column(
            "date",
            __("date"),
            readers.partial_date,
            help=__("As far as it is known: 2023-06-26, 2023-06 or 2023."),
            example="2023-06-26",
            also=("day", "일자"),
        ),
        Column(
            "partners",
            __("partners"),
            read_partners,
            help=__("Names, ISO codes or references, separated by semicolons."),
            example="KR; MN",
            also=("partner", "countries", "country"),
        ),
        Column(
            "host",
            __("host"),
            read_partner,
            help=__("The partner who receives the others."),
            example="MN",
        ),
        Column(
            "place",
            __("place"),
            readers.related(Place, "name", "names__text"),
            help=__("A place that is entered already."),
            also=("city",),
        ),
        Column("venue", __("venue"), readers.related(Place, "name", "names__text")),
        Column(
            "starts_at",
            __("starts at"),
            readers.local_time,
            help=__("In the time of the place, such as 14:30."),
            also=("start", "time"),
        ),
        Column("ends_at", __("ends at"), readers.local_time, also=("end",)),
        Column(
            "time_zone",
            __("time zone of the place"),
            readers.time_zone,
            help=__("IANA name, e.g. Asia/Ulaanbaatar. The place's where it is empty."),
            also=("time zone", "timezone"),
        ),
        Column(
            "series",
            __("series"),
            readers.related(MeetingSeries, "name", "name_ko"),
            help=__("A series that is entered already."),
        ),
        Column(
            "ordinal",
            __("ordinal"),
            readers.whole_number,
            help=__("7 for the 7th session."),
            also=("no", "number"),
        ),
        Column(
            "level",
            __("level"),
            readers.choice(Level),
            allowed=readers.labels(Level),
        ),
        Column(
            "mode",
            __("mode"),
            readers.choice(Mode),
            allowed=readers.labels(Mode),
        ),
        Column(
            "participants",
            __("participants"),
            readers.several(read_participant),
            help=__(
                "Names of people entered already, or descriptions such as “Ambassador"
                " of Mongolia”, separated by semicolons."
            ),
        ),
        Column("agenda", __("agenda"), readers.text()),
        Column("summary", __("summary"), readers.text()),
        Column("outcome", __("outcome"), readers.text(), also=("results",)),
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
        """Offer the user's desk; most meetings that are typed up were held."""
        return {"desk": only_desk(user), "status": str(MeetingStatus.HELD.label)}

    def write(self, values: Mapping[str, Any], sitting: Sitting) -> Meeting:
        """Log the meeting."""
        refuse_reference(values, Meeting, sitting)
        fields = {name: values[name] for name in _PLAIN if name in values}
        fields |= _times(values)
        host: Partner | None = values.get("host")
        if host is not None:
            fields["host"] = host
        meeting = log_meeting(
            by=sitting.by,
            at=sitting.at,
            values=fields,
            partners=_partners(values),
            participants=[_participant(one) for one in values.get("participants", [])],
        )
        _made(sitting).add(meeting.pk)
        return meeting

    def twins(
        self, values: Mapping[str, Any], number: int, sitting: Sitting
    ) -> list[Twin]:
        """Return meetings of about that day with the same partners or such a title."""
        found = []
        rows: dict[Any, int] = sitting.known.setdefault("rows of meetings", {})
        wanted = frozenset(partner.pk for partner, _role in _partners(values))
        key = (values.get("date", ""), wanted, readers.folded(values["title"]))
        if key in rows:
            found.append(Twin(_("row %d of this file") % rows[key]))
        rows.setdefault(key, number)
        return [*found, *_entered(values, wanted, sitting)]


def refuse_reference(
    values: Mapping[str, Any], model: type[Any], sitting: Sitting
) -> None:
    """Refuse a row that names a record: an import enters new ones only."""
    given = values.get("reference", "")
    if not given:
        return
    if visible(model, sitting.by).filter(reference=given).exists():
        raise RowFaultError(
            "reference",
            _("%s is entered already. Take the row out; change the record on its page.")
            % given,
        )
    raise RowFaultError(
        "reference",
        _("References are given when a record is entered. Leave the cell empty."),
    )


def _partners(values: Mapping[str, Any]) -> list[tuple[Partner, str]]:
    host: Partner | None = values.get("host")
    listed = {partner.pk: partner for partner in values.get("partners", [])}
    if host is not None:
        listed.setdefault(host.pk, host)
    other = PartnerRole.GUEST if host else PartnerRole.MEMBER
    return [
        (partner, str(PartnerRole.HOST if host and key == host.pk else other))
        for key, partner in listed.items()
    ]


def _participant(one: Person | str) -> dict[str, Any]:
    if isinstance(one, str):
        return {"label": one}
    return {"person": one, "partner": one.partner}


def _times(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the instants of a row, which need a day and a zone."""
    if "starts_at" not in values and "ends_at" not in values:
        return {}
    if "starts_at" not in values:
        raise RowFaultError("starts_at", _("Say when it starts as well."))
    place: Place | None = values.get("venue") or values.get("place")
    zone = values.get("time_zone") or (place.time_zone if place else "")
    if not zone:
        raise RowFaultError(
            "time_zone", _("A time of day needs the place's time zone.")
        )
    found = {"time_zone": zone}
    for name in ("starts_at", "ends_at"):
        if name in values:
            found[name] = _instant(values[name], values, ZoneInfo(zone))
    return found


def _instant(
    said: time | datetime, values: Mapping[str, Any], zone: ZoneInfo
) -> datetime:
    if isinstance(said, datetime):
        return said.replace(tzinfo=zone)
    text = values.get("date", "")
    day: date | None = PartialDate.parse(text).earliest if text else None
    if day is None or day.isoformat() != text:
        raise RowFaultError("date", _("A time of day needs the very day."))
    return datetime.combine(day, said, tzinfo=zone)


def _entered(
    values: Mapping[str, Any], wanted: frozenset[int], sitting: Sitting
) -> list[Twin]:
    text = values.get("date", "")
    key = ("meetings of", text)
    if key not in sitting.known:
        # Not what earlier rows of this very file have just made.
        made = _made(sitting)
        near = meetings_near(sitting.by, text)
        sitting.known[key] = [one for one in near if one.pk not in made]
    return [
        Twin(f"{one.title} · {one.date}", one.reference)
        for one in sitting.known[key]
        if is_alike(one, values["title"], wanted)
    ]


def meetings_near(user: User, edtf: str) -> list[Meeting]:
    """Return the visible meetings that may have been on that day, the oldest first."""
    day = PartialDate.parse(edtf) if edtf else None
    if day is None or day.earliest is None or day.latest is None:
        return []
    rows = visible(Meeting, user).filter(
        date_earliest__lte=day.latest, date_latest__gte=day.earliest, archived_at=None
    )
    return list(
        rows.prefetch_related("meeting_partners").order_by("pk")[:_MOST_COMPARED]
    )


def is_alike(meeting: Meeting, title: str, partners: Collection[int]) -> bool:
    """Tell whether a meeting has those very partners or such a title."""
    theirs = {item.partner_id for item in meeting.meeting_partners.all()}
    likeness = fuzz.token_set_ratio(
        readers.folded(meeting.title), readers.folded(title)
    )
    return (bool(partners) and set(partners) == theirs) or likeness >= _LIKE


def _made(sitting: Sitting) -> set[int]:
    """Return the keys of what this file has made so far."""
    made: set[int] = sitting.known.setdefault("made meetings", set())
    return made
