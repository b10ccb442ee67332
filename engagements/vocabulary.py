"""The field's own terms for what passes between partners."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class MeetingKind(models.TextChoices):
    """What sort of meeting it is."""

    SUMMIT = "summit", _("Summit")
    MINISTERIAL = "ministerial", _("Ministerial")
    JOINT_COMMITTEE = "joint_committee", _("Vice-ministerial or joint committee")
    WORKING_LEVEL = "working_level", _("Working level")
    AMBASSADORS = "ambassadors", _("With ambassadors")
    CALL = "call", _("Call")
    VISIT = "visit", _("Visit")
    FORUM = "forum", _("Forum or conference")
    INTERNAL = "internal", _("Internal")
    COURTESY_CALL = "courtesy_call", _("Courtesy call")
    NEGOTIATION = "negotiation", _("Negotiation round")
    CEREMONY = "ceremony", _("Ceremony")


class Level(models.TextChoices):
    """How high the meeting is."""

    LEADERS = "leaders", _("Heads of state or government")
    MINISTERS = "ministers", _("Ministers")
    VICE_MINISTERS = "vice_ministers", _("Vice ministers")
    SENIOR_OFFICIALS = "senior_officials", _("Senior officials")
    AMBASSADORS = "ambassadors", _("Ambassadors")
    WORKING = "working", _("Working level")
    UNKNOWN = "unknown", _("Not known")


class Mode(models.TextChoices):
    """How people met."""

    IN_PERSON = "in_person", _("In person")
    VIRTUAL = "virtual", _("Virtual")
    HYBRID = "hybrid", _("Hybrid")
    PHONE = "phone", _("By telephone")
    UNKNOWN = "unknown", _("Not known")


class MeetingStatus(models.TextChoices):
    """How far a meeting has come."""

    PROPOSED = "proposed", _("Proposed")
    SCHEDULED = "scheduled", _("Scheduled")
    HELD = "held", _("Held")
    POSTPONED = "postponed", _("Postponed")
    CANCELLED = "cancelled", _("Cancelled")


class ParentRelation(models.TextChoices):
    """How a meeting hangs on another."""

    INSIDE = "inside", _("Part of")
    MARGINS = "margins", _("On the margins of")


class PartnerRole(models.TextChoices):
    """In what capacity a partner takes part."""

    HOST = "host", _("Host")
    GUEST = "guest", _("Guest")
    MEMBER = "member", pgettext_lazy("at a meeting", "Member")
    OBSERVER = "observer", _("Observer")
    THIRD = "third", _("Third side")


class ParticipantRole(models.TextChoices):
    """What a participant does there."""

    HEAD = "head", _("Head of delegation")
    CO_CHAIR = "co_chair", _("Co-chair")
    CHAIR = "chair", _("Chair")
    MEMBER = "member", pgettext_lazy("at a meeting", "Member")
    HOST = "host", _("Host")
    WITNESS = "witness", _("Witness")
    SIGNATORY = "signatory", _("Signatory")


class Capacity(models.TextChoices):
    """In whose right a participant is there."""

    OWN = "own", _("In the post's own right")
    ACTING = "acting", _("Acting")
    STANDING_IN = "standing_in", _("Standing in for another post")


class InstrumentType(models.TextChoices):
    """What an agreement is called as an instrument."""

    TREATY = "treaty", _("Treaty")
    AGREEMENT = "agreement", pgettext_lazy("type of instrument", "Agreement")
    PROTOCOL = "protocol", _("Protocol")
    EXCHANGE_OF_NOTES = "exchange_of_notes", _("Exchange of notes")
    MOU = "mou", _("Memorandum of understanding")
    JOINT_STATEMENT = "joint_statement", _("Joint statement")
    JOINT_DECLARATION = "joint_declaration", _("Joint declaration")
    AGENCY_ARRANGEMENT = "agency_arrangement", _("Agency-to-agency arrangement")
    PLAN = "plan", _("Plan or programme")


class AgreementStatus(models.TextChoices):
    """Where an agreement stands; derived from its events."""

    NONE = "none", _("Nothing recorded yet")
    PROPOSED = "proposed", _("Proposed")
    NEGOTIATING = "negotiating", _("Under negotiation")
    CONCLUDED = "concluded", _("Text concluded")
    SIGNED = "signed", _("Signed, not in force")
    ADOPTED = "adopted", _("Adopted")
    PROVISIONAL = "provisional", _("Provisionally applied")
    IN_FORCE = "in_force", _("In force")
    SUSPENDED = "suspended", _("Suspended")
    TERMINATED = "terminated", _("Terminated")
    EXPIRED = "expired", _("Expired")
    SUPERSEDED = "superseded", _("Superseded")
    ABANDONED = "abandoned", _("Abandoned")


class AgreementEventKind(models.TextChoices):
    """What happens to an agreement."""

    PROPOSED = "proposed", _("Proposed")
    NEGOTIATION_OPENED = "negotiation_opened", _("Negotiation opened")
    ROUND_HELD = "round_held", _("Round held")
    CONCLUDED = "concluded", _("Concluded")
    INITIALLED = "initialled", _("Initialled")
    SIGNED = "signed", _("Signed")
    ADOPTED = "adopted", _("Adopted or issued")
    APPROVED = "approved", _("Approved, ratified or accepted")
    NOTES_EXCHANGED = "notes_exchanged", _("Notes exchanged")
    PROVISIONALLY_APPLIED = "provisionally_applied", _("Provisionally applied")
    IN_FORCE = "in_force", _("Entered into force")
    IN_FORCE_FOR_PARTY = "in_force_for_party", _("Entered into force for a party")
    AMENDED = "amended", _("Amended")
    SUSPENDED = "suspended", _("Suspended")
    RESUMED = "resumed", _("Resumed")
    DENOUNCED = "denounced", _("Denounced")
    TERMINATED = "terminated", _("Terminated")
    EXPIRED = "expired", _("Expired")
    SUPERSEDED = "superseded", _("Superseded")
    ABANDONED = "abandoned", _("Abandoned")


class AgreementLinkKind(models.TextChoices):
    """How one agreement bears on another."""

    UNDER = "under", _("Made under")
    AMENDS = "amends", _("Amends")
    SUPERSEDES = "supersedes", _("Supersedes")


class InitiativeKind(models.TextChoices):
    """What sort of undertaking it is."""

    POLICY = "policy", _("Policy")
    PROGRAMME = "programme", _("Programme")
    PROJECT = "project", _("Project")


class ActivityStatus(models.TextChoices):
    """IATI activity status, https://iatistandard.org codelist ActivityStatus 2.03."""

    PIPELINE = "1", _("Pipeline or identification")
    IMPLEMENTATION = "2", _("Implementation")
    FINALISATION = "3", _("Finalisation")
    CLOSED = "4", _("Closed")
    CANCELLED = "5", _("Cancelled")
    SUSPENDED = "6", _("Suspended")


class AmountRole(models.TextChoices):
    """What a sum of money stands for."""

    PLEDGED = "pledged", _("Pledged")
    COMMITTED = "committed", _("Committed")
    DISBURSED = "disbursed", _("Disbursed")


class Wording(models.TextChoices):
    """The speech act, strongest first."""

    AGREED = "agreed", _("Decided or agreed")
    PLEDGED = "pledged", _("Pledged")
    OFFERED = "offered", _("Offered")
    ANNOUNCED = "announced", _("Announced")
    REAFFIRMED = "reaffirmed", _("Reaffirmed")
    PROPOSED = "proposed", _("Proposed")
    SUGGESTED = "suggested", _("Suggested")
    REQUESTED = "requested", _("Requested")
    CONSIDERING = "considering", _("Considering")
    HOPED = "hoped", _("Hoped")
    NOTED = "noted", _("Noted")


TRACKED_WORDINGS = frozenset({Wording.AGREED, Wording.PLEDGED, Wording.OFFERED})


class CommitmentStatus(models.TextChoices):
    """How a commitment stands."""

    NOTED = "noted", _("Noted, not tracked")
    NOT_STARTED = "not_started", _("Not started")
    IN_PROGRESS = "in_progress", _("In progress")
    REPORTED_DONE = "reported_done", _("Reported done")
    FULFILLED = "fulfilled", _("Fulfilled")
    PARTLY_FULFILLED = "partly_fulfilled", _("Partly fulfilled")
    LAPSED = "lapsed", _("Lapsed")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    SUPERSEDED = "superseded", _("Superseded")


OPEN_STATUSES = (
    CommitmentStatus.NOT_STARTED,
    CommitmentStatus.IN_PROGRESS,
    CommitmentStatus.REPORTED_DONE,
)
SIDE_EXITS = (
    CommitmentStatus.PARTLY_FULFILLED,
    CommitmentStatus.LAPSED,
    CommitmentStatus.WITHDRAWN,
    CommitmentStatus.SUPERSEDED,
)


class CommitmentKind(models.TextChoices):
    """What sort of undertaking it is."""

    EXCHANGE = "exchange", _("Exchange or meeting")
    AGREEMENT_FOLLOW_UP = "agreement_follow_up", _("Agreement follow-up")
    PROJECT = "project", _("Bilateral project")
    DEVELOPMENT = "development", _("Development cooperation")
    PENDING_ISSUE = "pending_issue", _("Pending issue")
    MULTILATERAL = "multilateral", _("Multilateral")


class Sector(models.TextChoices):
    """What it is about."""

    POLITICAL = "political", _("Politics and security")
    KOREAN_PENINSULA = "korean_peninsula", _("Korean Peninsula")
    TRADE = "trade", _("Trade and investment")
    INDUSTRY = "industry", _("Industry and technology")
    DIGITAL = "digital", _("Digital, science and space")
    ENERGY = "energy", _("Energy")
    MINERALS = "minerals", _("Minerals and supply chains")
    INFRASTRUCTURE = "infrastructure", _("Infrastructure and cities")
    DEVELOPMENT = "development", _("Development cooperation")
    ENVIRONMENT = "environment", _("Environment and climate")
    HEALTH = "health", _("Health")
    CONSULAR = "consular", _("Consular and visas")
    CULTURE = "culture", _("Culture, people and education")
    REGIONAL = "regional", _("Regional and multilateral")


class Priority(models.TextChoices):
    """How much depends on it."""

    HIGH = "high", _("High")
    NORMAL = "normal", _("Normal")
    LOW = "low", _("Low")


class WaitingOn(models.TextChoices):
    """Whose move it is."""

    NOBODY = "", _("Nobody in particular")
    US = "us", _("Us")
    THEM = "them", _("Them")
    THIRD = "third", _("A third")


class Side(models.TextChoices):
    """Which end of a promise somebody stands at."""

    PROMISOR = "promisor", _("Promises")
    PROMISEE = "promisee", _("Is promised")


class InstitutionRole(models.TextChoices):
    """What an institution does for a commitment."""

    LEAD = "lead", _("Lead")
    SUPPORT = "support", _("Support")


class MentionKind(models.TextChoices):
    """How a commitment was spoken of at a meeting."""

    MADE = "made", _("Made")
    RAISED = "raised", _("Raised")
    REAFFIRMED = "reaffirmed", _("Reaffirmed")
    REVISED = "revised", _("Revised")
    REPORTED = "reported", _("Reported on")
    FULFILLED = "fulfilled", _("Declared fulfilled")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    # Nobody spoke of it, and the record says so: no point of the line.
    NOT_RAISED = "not_raised", _("Not raised")


# The kinds that are points of a line.
SPOKEN = tuple(kind for kind in MentionKind if kind != MentionKind.NOT_RAISED)


class SuccessionKind(models.TextChoices):
    """How one commitment came out of another."""

    REVISED_INTO = "revised_into", _("Revised into")
    SPLIT_INTO = "split_into", _("Split into")
    MERGED_INTO = "merged_into", _("Merged into")


class Health(models.TextChoices):
    """How it goes, as the officer reports it."""

    ON_TRACK = "on_track", _("On track")
    AT_RISK = "at_risk", _("At risk")
    DELAYED = "delayed", _("Delayed")


class Decision(models.TextChoices):
    """What a supervisor said to a request."""

    PENDING = "pending", _("Waiting for a decision")
    APPROVED = "approved", _("Approved")
    REFUSED = "refused", _("Refused")
