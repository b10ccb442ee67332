"""What the pages of this room share: sections, tones, whose side, citations."""

from collections.abc import Iterable
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.admin.display import badge
from chancery.admin.inlines import PartInline
from chancery.admin.sections import Section
from engagements.models import CommitmentParty, EngagementsCitation
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


def sides(rows: Iterable[CommitmentParty]) -> SafeString:
    """Return who promises what to whom in a line: ``Mongolia → Korea``."""
    parties = list(rows)
    promisors = joined(party for party in parties if party.side == "promisor")
    promisees = joined(party for party in parties if party.side == "promisee")
    if not promisees:
        return promisors
    return format_html(
        '{} <span class="arrow" aria-label="{}">→</span> {}',
        promisors,
        _("to"),
        promisees,
    )


def overdue_badge() -> SafeString:
    """Return the mark of an open commitment whose last possible due day has passed."""
    return badge(_("Overdue"), "bad")
