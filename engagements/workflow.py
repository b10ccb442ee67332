"""The lifecycles of meetings, commitments and agreements: one table each.

Everything else is fed from here: the actions' checks, the rights of the roles, the
admin's buttons, the API's verbs and the triggers that refuse illegal jumps.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from chancery.workflow import Workflow, steps
from engagements.vocabulary import (
    OPEN_STATUSES,
    AgreementEventKind,
    AgreementStatus,
    CommitmentStatus,
    MeetingStatus,
)

P, S, H, D, C = (
    MeetingStatus.PROPOSED,
    MeetingStatus.SCHEDULED,
    MeetingStatus.HELD,
    MeetingStatus.POSTPONED,
    MeetingStatus.CANCELLED,
)
# fmt: off - tables read best as tables
MEETING = Workflow(
    model="engagements.Meeting",
    initial=frozenset({P, S, H}),
    # verb, label, from, to, permission, fields that must be there, reason asked
    steps=steps(
        [
            ("schedule", _("Schedule"), (P, D), S, "change_meeting", ("date",), False),
            (
                "hold",
                _("Record as held"),
                (P, S, D),
                H,
                "change_meeting",
                ("date",),
                False,
            ),
            ("postpone", _("Postpone"), (P, S), D, "change_meeting", (), True),
            ("cancel", _("Call off"), (P, S, D), C, "change_meeting", (), True),
            ("revive", _("Propose again"), (C,), P, "change_meeting", (), True),
            ("unhold", _("Undo 'held'"), (H,), S, "correct_meeting", (), True),
        ]
    ),
)
# fmt: on

NOTED, TODO, DOING, DONE, VERIFIED, PARTLY, LAPSED, WITHDRAWN, SUPERSEDED = (
    CommitmentStatus.NOTED,
    CommitmentStatus.NOT_STARTED,
    CommitmentStatus.IN_PROGRESS,
    CommitmentStatus.REPORTED_DONE,
    CommitmentStatus.FULFILLED,
    CommitmentStatus.PARTLY_FULFILLED,
    CommitmentStatus.LAPSED,
    CommitmentStatus.WITHDRAWN,
    CommitmentStatus.SUPERSEDED,
)
OPEN = OPEN_STATUSES
SETTLED = (VERIFIED, PARTLY, LAPSED, WITHDRAWN, SUPERSEDED)
ACCEPT, CHANGE = "accept_commitment", "change_commitment"
VERIFY, CLOSE = "verify_commitment", "close_commitment"
LIVE = (NOTED, *OPEN_STATUSES)
# fmt: off - tables read best as tables
COMMITMENT = Workflow(
    model="engagements.Commitment",
    initial=frozenset({NOTED, TODO}),
    steps=steps(
        [
            ("accept", _("Accept as tracked"), (NOTED,), TODO, ACCEPT, (), False),
            ("start", _("Start"), (TODO,), DOING, CHANGE, (), False),
            ("report_done", _("Report done"), (TODO, DOING), DONE, CHANGE, (), False),
            ("send_back", _("Send back"), (DONE,), DOING, VERIFY, (), True),
            ("verify", _("Verify as fulfilled"), (DONE,), VERIFIED, VERIFY, (), False),
            (
                "close_partly",
                _("Close as partly fulfilled"),
                OPEN,
                PARTLY,
                CLOSE,
                (),
                True,
            ),
            ("lapse", _("Close as lapsed"), LIVE, LAPSED, CLOSE, (), True),
            ("withdraw", _("Close as withdrawn"), LIVE, WITHDRAWN, CLOSE, (), True),
            ("supersede", _("Close as superseded"), LIVE, SUPERSEDED, CLOSE, (), True),
            ("reopen", _("Reopen"), SETTLED, DOING, CLOSE, (), True),
        ]
    ),
)
# fmt: on


@dataclass(frozen=True)
class EventRule:
    """What an event does to an agreement's status.

    ``target`` is None where the event leaves the status as it is.
    """

    kind: str
    sources: tuple[str, ...]
    target: str | None
    needs_instrument: bool = False
    needs_party: bool = False


K, A = AgreementEventKind, AgreementStatus
_BEFORE_TEXT = (A.NONE, A.PROPOSED, A.NEGOTIATING)
_LIVE = (A.IN_FORCE, A.PROVISIONAL, A.SUSPENDED, A.ADOPTED)
AGREEMENT: tuple[EventRule, ...] = (
    EventRule(K.PROPOSED, (A.NONE,), A.PROPOSED),
    EventRule(K.NEGOTIATION_OPENED, (A.NONE, A.PROPOSED), A.NEGOTIATING),
    EventRule(K.ROUND_HELD, (A.NONE, A.PROPOSED, A.NEGOTIATING), A.NEGOTIATING),
    EventRule(K.CONCLUDED, _BEFORE_TEXT, A.CONCLUDED),
    EventRule(K.INITIALLED, (*_BEFORE_TEXT, A.CONCLUDED), A.CONCLUDED),
    EventRule(K.SIGNED, (*_BEFORE_TEXT, A.CONCLUDED), A.SIGNED),
    EventRule(K.ADOPTED, (*_BEFORE_TEXT, A.CONCLUDED), A.ADOPTED),
    EventRule(
        K.APPROVED, (A.SIGNED, A.PROVISIONAL, A.IN_FORCE), None, needs_party=True
    ),
    EventRule(K.NOTES_EXCHANGED, (A.SIGNED, A.PROVISIONAL, A.IN_FORCE), None),
    EventRule(K.PROVISIONALLY_APPLIED, (A.SIGNED,), A.PROVISIONAL),
    EventRule(K.IN_FORCE, (A.SIGNED, A.PROVISIONAL), A.IN_FORCE),
    EventRule(
        K.IN_FORCE_FOR_PARTY,
        (A.SIGNED, A.PROVISIONAL, A.IN_FORCE),
        None,
        needs_party=True,
    ),
    EventRule(K.AMENDED, (A.SIGNED, *_LIVE), None),
    EventRule(K.SUSPENDED, (A.IN_FORCE, A.PROVISIONAL, A.ADOPTED), A.SUSPENDED),
    EventRule(K.RESUMED, (A.SUSPENDED,), A.IN_FORCE),
    EventRule(K.DENOUNCED, _LIVE, None, needs_instrument=True, needs_party=True),
    EventRule(K.TERMINATED, (A.SIGNED, *_LIVE), A.TERMINATED, needs_instrument=True),
    EventRule(K.EXPIRED, _LIVE, A.EXPIRED),
    EventRule(K.SUPERSEDED, (A.SIGNED, *_LIVE), A.SUPERSEDED),
    EventRule(
        K.ABANDONED, (A.PROPOSED, A.NEGOTIATING, A.CONCLUDED, A.SIGNED), A.ABANDONED
    ),
)


def event_rule(kind: str) -> EventRule:
    """Return the rule of an event; ``KeyError`` when there is no such event."""
    for rule in AGREEMENT:
        if rule.kind == kind:
            return rule
    raise KeyError(kind)


def kinds_from(status: str) -> tuple[str, ...]:
    """Return the events that may follow a status, in the table's order."""
    return tuple(rule.kind for rule in AGREEMENT if status in rule.sources)
