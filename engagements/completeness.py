"""What a meeting's record should hold before it is called complete, as data."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from django.db.models import BooleanField, Exists, ExpressionWrapper, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from chancery.scope import AnyUser
from chancery.text import Text
from engagements.models import (
    EngagementsCitation,
    Meeting,
    MeetingPartner,
    Participation,
)
from engagements.open_items import not_dealt_with
from engagements.vocabulary import MeetingKind, MeetingStatus, Mode

_HELD: Final = frozenset({MeetingStatus.HELD})
_OVER: Final = frozenset({MeetingStatus.HELD, MeetingStatus.CANCELLED})
# The item that is mended on a page of its own, not on the meeting's.
OPEN_ITEMS: Final = "open_items"


@dataclass(frozen=True)
class Item:
    """One thing to see to.

    ``short`` names it in a word. ``lacking`` is the condition on meetings under which
    it is missing, as far as the user may know; ``anchor`` is the place on the meeting's
    page that mends it, '' where another page does; ``statuses`` are those of meetings
    of which it is asked.
    """

    key: str
    label: Text
    short: Text
    lacking: Callable[[AnyUser], Q]
    anchor: str
    statuses: frozenset[str] = _HELD

    def asked_and_lacking(self, user: AnyUser) -> Q:
        """Return the condition, for meetings of which it is asked."""
        return Q(status__in=self.statuses) & self.lacking(user)


def _date(_user: AnyUser) -> Q:
    return Q(date_latest=None) | ~Q(date_earliest=F("date_latest"))


def _place(_user: AnyUser) -> Q:
    return Q(place=None, venue=None) & ~Q(mode__in=[Mode.PHONE, Mode.VIRTUAL])


def _partners(_user: AnyUser) -> Q:
    two = MeetingPartner.objects.filter(
        meeting=OuterRef("pk"), meeting__meeting_partners__partner__gt=F("partner")
    )
    return ~Q(Exists(two)) & ~Q(kind=MeetingKind.INTERNAL)


def _people(_user: AnyUser) -> Q:
    there = Participation.objects.filter(
        meeting=OuterRef("meeting"), partner=OuterRef("partner")
    )
    alone = MeetingPartner.objects.filter(~Exists(there), meeting=OuterRef("pk"))
    anybody = Participation.objects.filter(meeting=OuterRef("pk"))
    return Q(Exists(alone)) | ~Q(Exists(anybody))


def _outcome(_user: AnyUser) -> Q:
    return Q(outcome="", summary="")


def _source(user: AnyUser) -> Q:
    cited = [
        EngagementsCitation.objects.visible_to(user).filter(**{path: OuterRef("pk")})
        for path in ("meeting", "mention__meeting", "participation__meeting")
    ]
    anywhere = Q()
    for places in cited:
        anywhere |= Q(Exists(places))
    return ~anywhere


def _owner(_user: AnyUser) -> Q:
    return Q(owner=None)


def _never(_user: AnyUser) -> Q:
    """Say nothing of open items, which are looked for one meeting at a time."""
    return Q(pk__in=[])


CHECKLIST: Final = (
    Item("date", _("Give the date to the day"), _("day"), _date, "id_date"),
    Item("place", _("Say where it took place"), _("place"), _place, "id_place"),
    Item(
        "partners",
        _("Name the partners on both sides"),
        _("partners"),
        _partners,
        "meeting_partners-group",
        _OVER,
    ),
    Item(
        "people",
        _("Name the head, or somebody, of each side"),
        _("people"),
        _people,
        "participations-group",
    ),
    Item(
        "outcome",
        _("Write the outcome or a summary"),
        _("outcome"),
        _outcome,
        "id_outcome",
    ),
    Item(
        "source", _("Cite at least one source"), _("source"), _source, "citations-group"
    ),
    Item(
        "owner",
        _("Say which officer is in charge"),
        _("officer"),
        _owner,
        "id_owner",
        _OVER,
    ),
    Item(OPEN_ITEMS, _("Go through the open items"), _("open items"), _never, ""),
)


def items_of(meeting: Meeting) -> list[Item]:
    """Return what is asked of a meeting, as it stands."""
    return [item for item in CHECKLIST if meeting.status in item.statuses]


def missing(meetings: Iterable[Meeting], user: AnyUser) -> dict[int, list[Item]]:
    """Return what each meeting's record lacks, by the meeting's key, in one query.

    Open items are left out: what is open between two partners takes long to find
    where they have much to do with each other. ``lacking`` knows of them.
    """
    keys = [meeting.pk for meeting in meetings]
    if not keys:
        return {}
    lacks = {
        f"lacks_{item.key}": ExpressionWrapper(
            item.asked_and_lacking(user), output_field=BooleanField()
        )
        for item in CHECKLIST
    }
    rows = Meeting.objects.visible_to(user).filter(pk__in=keys).annotate(**lacks)
    return {
        row["pk"]: [item for item in CHECKLIST if row[f"lacks_{item.key}"]]
        for row in rows.values("pk", *lacks)
    }


def lacking(meeting: Meeting, user: AnyUser) -> list[Item]:
    """Return all that one meeting's record lacks, open items included."""
    found = missing([meeting], user)[meeting.pk]
    for item in items_of(meeting):
        if item.key == OPEN_ITEMS and not_dealt_with(meeting, user).exists():
            found.append(item)
    return found
