"""What a series leads one to expect of its next session, filled into the page."""

from datetime import date
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _

from chancery.admin.picking import Finder
from chancery.admin.sight import sighted, visible
from chancery.dates.edtf import EdtfError, PartialDate
from engagements.models import (
    Meeting,
    MeetingPartner,
    MeetingSeries,
    Participation,
    SeriesParty,
)
from engagements.sessions import sessions
from engagements.vocabulary import MeetingStatus, PartnerRole
from partners.admin.facts import said_of
from partners.posts_held import Held, posts_held

# A big delegation; more rows than that are entered where they are needed.
_MOST_PARTICIPANTS = 60


def proposal(
    series: MeetingSeries, *, finder: Finder, date: str, today: date
) -> dict[str, Any]:
    """Return what to begin the page with: main fields, partners, participants.

    Everything in it is a proposal and named as such in ``proposed``. ``date`` is the
    new meeting's as far as it is known, '' where it is not: then posts are those held
    today.
    """
    past = _past(series, finder)
    last = past[0] if past else None
    number = sessions(series, user=finder.user, today=today).next_ordinal
    main: dict[str, Any] = {
        "ordinal": number,
        "title": title_of(series, number),
        "kind": series.kind,
    }
    if last is not None:
        main |= {"level": last.level, "mode": last.mode}
        main["classification"] = last.classification
    turn = _turn(past)
    if turn is not None:
        main |= {"place": turn.place, "host": turn.host, "time_zone": turn.time_zone}
    main = {name: value for name, value in main.items() if value not in (None, "")}
    main["proposed"] = ",".join(main)
    main["series"] = series
    return {
        "main": main,
        "partners": _partners(series, turn, finder),
        "participants": _participants(last, finder, date, today) if last else [],
    }


def title_of(series: MeetingSeries, number: int) -> str:
    """Return the title that the series' pattern gives a session, '' without one."""
    pattern = series.title_pattern
    # 제8차: Korean counts with a figure between two syllables.
    shown = str(number) if "제{ordinal}" in pattern else ordinal_words(number)
    return pattern.replace("{ordinal}", shown)


def ordinal_words(number: int) -> str:
    """Return 1st, 2nd, 3rd, 4th, 11th, 21st…"""
    teens = range(11, 14)
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in teens else ending}"


def _past(series: MeetingSeries, finder: Finder) -> list[Meeting]:
    """Return the sessions on record, the newest first."""
    rows = (
        visible(Meeting, finder.user)
        .filter(series=series, archived_at=None)
        .exclude(status=MeetingStatus.CANCELLED)
        .order_by("-ordinal", "-date_latest", "-pk")
    )
    return list(sighted(rows, finder.user, ["place__country", "host"])[:4])


def _turn(past: list[Meeting]) -> Meeting | None:
    """Return the session to take place and host from: whose turn it is.

    Where the last sessions changed places, the next goes where the last but one was;
    where they stayed, it stays; one session alone tells nothing.
    """
    placed = [row for row in past if row.place is not None]
    if len(placed) <= 1:
        return None
    changes = [one.place_id != other.place_id for one, other in pairwise(placed)]
    if all(changes):
        return placed[1]
    return placed[0] if not any(changes) else None


def _partners(
    series: MeetingSeries, turn: Meeting | None, finder: Finder
) -> list[dict[str, Any]]:
    rows: Any
    if turn is not None:
        rows = visible(MeetingPartner, finder.user).filter(meeting=turn)
    else:
        rows = visible(SeriesParty, finder.user).filter(series=series)
    found = sighted(rows.order_by("pk"), finder.user, ["partner"])
    return [
        {
            "partner": row.partner,
            "role": row.role or PartnerRole.MEMBER,
            "proposed": "row",
        }
        for row in found
    ]


def _participants(
    last: Meeting, finder: Finder, edtf: str, today: date
) -> list[dict[str, Any]]:
    rows = sighted(
        visible(Participation, finder.user).filter(meeting=last),
        finder.user,
        ["person__partner", "post__partner", "partner", "stands_in_for__partner"],
    ).order_by("position", "pk")[:_MOST_PARTICIPANTS]
    people = [row.person for row in rows if row.person is not None]
    earliest, latest = days_of(edtf) or (today, today)
    held = posts_held(people, user=finder.user, earliest=earliest, latest=latest)
    found = []
    for row in rows:
        if row.person is None and row.post is None and not row.label:
            continue
        post, said = row.post, ""
        if row.person is not None:
            post, said = _post_now(row, held.get(row.person.pk, []))
        found.append(
            {
                "person": row.person,
                "post": post,
                "partner": row.partner,
                "label": row.label,
                "role": row.role,
                "proposed": "row",
                "said": said,
            }
        )
    return found


def _post_now(row: Participation, held: list[Held]) -> tuple[Any, str]:
    """Return the post to propose for somebody, and what to say of it."""
    same = [one for one in held if one.post == row.post]
    if same and same[0].is_certain:
        return same[0].post, ""
    if held and held[0].is_certain:
        if row.post is None:
            return held[0].post, ""
        return held[0].post, _("Was %s last time.") % row.post
    if same or held:
        one = (same or held)[0]
        return one.post, said_of(one)
    if row.post is not None:
        return None, _("Was %s last time; no post on record that day.") % row.post
    return None, _("No post on record that day.")


def days_of(edtf: str) -> tuple[date, date] | None:
    """Return the first and last day a date can be, None where it cannot be placed."""
    try:
        parsed = PartialDate.parse(edtf)
    except EdtfError:
        return None
    earliest = parsed.earliest or parsed.latest
    latest = parsed.latest or parsed.earliest
    if earliest is None or latest is None:
        return None
    return earliest, latest
