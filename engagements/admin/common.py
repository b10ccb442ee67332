"""What the pages of this room share: sections, tones, whose side, citations."""

from collections.abc import Iterable
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from chancery.admin.display import badge
from chancery.admin.inlines import PartInline
from chancery.admin.sections import Section
from engagements.models import CommitmentParty, EngagementsCitation
from engagements.vocabulary import Wording
from seeds.admin import CitationCards

MEETINGS = Section("meetings", gettext_lazy("Meetings"), 100)
COMMITMENTS = Section("commitments", gettext_lazy("Commitments"), 200)
AGREEMENTS = Section("agreements", gettext_lazy("Agreements"), 300)

MEETING_TONES = {
    "scheduled": "info",
    "held": "good",
    "postponed": "warn",
    "cancelled": "quiet",
}
COMMITMENT_TONES = {
    "noted": "quiet",
    "in_progress": "info",
    "reported_done": "warn",
    "fulfilled": "good",
    "partly_fulfilled": "good",
    "lapsed": "bad",
    "withdrawn": "quiet",
    "superseded": "quiet",
}
AGREEMENT_TONES = {
    "none": "quiet",
    "negotiating": "info",
    "concluded": "info",
    "signed": "warn",
    "adopted": "good",
    "provisional": "good",
    "in_force": "good",
    "suspended": "warn",
    "terminated": "bad",
    "expired": "quiet",
    "superseded": "quiet",
    "abandoned": "quiet",
}
HEALTH_TONES = {"on_track": "good", "at_risk": "warn", "delayed": "bad"}
DECISION_TONES = {"pending": "warn", "approved": "good", "refused": "bad"}
WORDING_TONES = {"agreed": "info", "pledged": "info", "offered": "info"}


class CitationInline(CitationCards):
    """Where a record of this room is said."""

    model = EngagementsCitation


class PartnerRows(PartInline):
    """Partners of a record, as rows."""

    new_rows = 2
    verbose_name = gettext_lazy("partner")
    verbose_name_plural = gettext_lazy("partners")


def joined(rows: Iterable[Any]) -> SafeString:
    """Return names in a line."""
    return format_html_join(", ", "{}", ((row,) for row in rows))


# More names than this are counted, not listed.
_MOST_NAMES = 3


def sides(rows: Iterable[CommitmentParty], wording: str) -> SafeString:
    """Return who promises, or is asked for, what to whom, in a line."""
    parties = list(rows)
    promisors = [str(party) for party in parties if party.side == "promisor"]
    promisees = [str(party) for party in parties if party.side == "promisee"]
    if not promisees:
        return _names(promisors)
    if set(promisors) == set(promisees):
        return format_html(_("{} together"), _names(promisors))
    if wording == Wording.REQUESTED:
        # Its "promisors" have promised nothing yet.
        return format_html(
            _("asked of {}, for {}"), _names(promisors), _names(promisees)
        )
    return format_html(
        '{} <span class="arrow" aria-label="{}">→</span> {}',
        _names(promisors),
        _("to"),
        _names(promisees),
    )


def _names(names: list[str]) -> SafeString:
    """Return names in a line; of many the first ones, all in the tooltip."""
    if len(names) <= _MOST_NAMES:
        return joined(names)
    return format_html(
        '<span title="{}">{} {}</span>',
        ", ".join(names),
        joined(names[: _MOST_NAMES - 1]),
        ngettext("and %d more", "and %d more", len(names) - _MOST_NAMES + 1)
        % (len(names) - _MOST_NAMES + 1),
    )


def overdue_badge() -> SafeString:
    """Return the mark of an open commitment whose last possible due day has passed."""
    return badge(_("Overdue"), "bad")
