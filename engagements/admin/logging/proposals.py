"""What a series leads one to expect of its next session, filled into the page."""

from datetime import date
from itertools import pairwise
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.admin.choosing.picking import Finder
from chancery.admin.sight import sighted, visible
from chancery.dates.edtf import EdtfError, PartialDate
from chancery.dates.words import in_words
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
from partners.models import Tenure
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
    """Return a number as English counts with it: 1st, 2nd, 11th."""
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
    rows = list(
        sighted(
            visible(Participation, finder.user).filter(meeting=last),
            finder.user,
            ["person__partner", "post__partner", "partner"],
        ).order_by("position", "pk")[:_MOST_PARTICIPANTS]
    )
    people = [row.person for row in rows if row.person is not None]
    earliest, latest = days_of(edtf) or (today, today)
    held = posts_held(people, user=finder.user, earliest=earliest, latest=latest)
    ended = _ended(rows, finder, earliest)
    found = []
    for row in rows:
        # One whom the user may not see looks like nobody.
        if row.person is None and row.post is None and not row.label:
            continue
        post, said = row.post, ""
        if row.person is not None:
            post, said = _post_now(row, held.get(row.person.pk, []), ended)
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


def _ended(
    rows: list[Participation], finder: Finder, before: date
) -> dict[tuple[int, int], str]:
    """Return, by person and post, when tenures of last time's posts ended."""
    tenures = (
        visible(Tenure, finder.user)
        .filter(
            person__in=[row.person_id for row in rows],
            post__in=[row.post_id for row in rows],
            archived_at=None,
            end_latest__lt=before,
        )
        .order_by("end_latest", "pk")
    )
    language = get_language() or "en"
    return {
        (one.person_id, one.post_id): in_words(one.end, language) for one in tenures
    }


def _post_now(
    row: Participation, held: list[Held], ended: dict[tuple[int, int], str]
) -> tuple[Any, str]:
    """Return the post to propose for somebody, and what to say of it."""
    best = next((one for one in held if one.post == row.post), None)
    if best is None or not best.is_certain:
        best = held[0] if held and (best is None or held[0].is_certain) else best
    if best is not None and (best.post == row.post or row.post is None):
        return best.post, said_of(best)
    post = best.post if best is not None else None
    if row.post is None:
        return post, _("No post on record that day.")
    end = ended.get((row.person_id or 0, row.post_id or 0))
    if end is not None:
        said = _("Was %(post)s last time; that ended %(end)s.")
        return post, said % {"post": row.post, "end": end}
    if post is None:
        return None, _("Was %s last time; no post on record that day.") % row.post
    return post, _("Was %s last time.") % row.post


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
