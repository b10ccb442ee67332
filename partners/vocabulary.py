"""The field's own terms for who there is to meet."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PartnerKind(models.TextChoices):
    """What sort of actor a partner is."""

    STATE = "state", pgettext_lazy("kind of partner", "State")
    ORGANISATION = "organisation", _("International organisation")
    GROUP = "group", _("Group or bloc")
    OTHER = "other", _("Other actor")


class NameForm(models.TextChoices):
    """What a name is good for."""

    OFFICIAL = "official", _("Official")
    SHORT = "short", _("Short")
    ALIAS = "alias", _("Also called")
    ABBREVIATION = "abbreviation", _("Abbreviation")
    FORMER = "former", _("Former")
    ORIGINAL = "original", _("In the original script")
    ROMANISED = "romanised", _("Romanised")


class MembershipRole(models.TextChoices):
    """How a partner belongs to a group."""

    MEMBER = "member", _("Member")
    OBSERVER = "observer", _("Observer")
    PARTNER = "partner", _("Dialogue partner")
    CANDIDATE = "candidate", _("Candidate")


class InstitutionKind(models.TextChoices):
    """What sort of body an institution is."""

    HEAD_OF_STATE = "head_of_state", _("Office of the head of state")
    GOVERNMENT = "government", _("Government or cabinet office")
    MINISTRY = "ministry", _("Ministry")
    AGENCY = "agency", _("Agency")
    LEGISLATURE = "legislature", _("Legislature")
    MISSION = "mission", _("Embassy or mission")
    COUNCIL = "council", _("Council or committee")
    SECRETARIAT = "secretariat", _("Secretariat")
    OTHER = "other", _("Other")


class NameOrder(models.TextChoices):
    """Which name comes first when the person's name is said in full."""

    FAMILY_FIRST = "family_first", _("Family name first")
    GIVEN_FIRST = "given_first", _("Given name first")


class PlaceKind(models.TextChoices):
    """How exact a place is."""

    CITY = "city", _("City or town")
    VENUE = "venue", _("Building or venue")
    REGION = "region", _("Region or site")


class TierKind(models.TextChoices):
    """What a step on the ladder does."""

    RUNG = "rung", _("Rung of the ladder")
    SUSPENSION = "suspension", _("Suspension or break")
    INTENTION = "intention", _("Declared intention")


class Measure(models.TextChoices):
    """What an indicator counts."""

    TRADE = "trade", _("Trade in goods")
    TRADE_RANK = "trade_rank", _("Rank as trading partner")
    INVESTMENT = "investment", _("Direct investment")
    INVESTMENT_STOCK = "investment_stock", _("Investment, accumulated")
    TRAVELLERS = "travellers", _("Travellers")
    COMMUNITY = "community", _("People of Korean descent or compatriots")
    ARSENAL = "arsenal", _("Weapons given up")
    RESOURCE_RANK = "resource_rank", _("Rank in natural resources")
    OTHER = "other", _("Other")


class Direction(models.TextChoices):
    """Which way an indicator runs between its two partners."""

    BOTH = "both", _("Both ways together")
    OUTWARD = "outward", _("From the first to the second")
    ONE = "one", _("Of the first alone")


class Exactness(models.TextChoices):
    """How exactly a figure was given."""

    EXACT = "exact", _("as given")
    ABOUT = "about", _("about")
    AT_LEAST = "at_least", _("at least")
    UP_TO = "up_to", _("up to")


class Digest(models.TextChoices):
    """How often an officer wants a summary by mail."""

    NONE = "none", _("Never")
    DAILY = "daily", _("Daily")
    WEEKLY = "weekly", _("Weekly")
