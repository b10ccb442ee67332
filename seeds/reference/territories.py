"""States and territories: ISO codes from pycountry, names from three libraries.

Short names are CLDR's (through Babel), English official names country_converter's,
Korean official names those of the iso-codes project (the translations that
pycountry ships). The tables below choose between libraries where one is unfit for
a foreign ministry; only the Holy See's name is typed.
"""

import gettext
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pycountry
from babel import Locale

from seeds.reference.classifications import classifications
from seeds.reference.records import ReferencePartner, make_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from seeds.reference.records import Kind

# Non-members of the United Nations that are states here, each with its ground.
# Recognition is not asserted by this list: it is a step between two partners.
STATES_OUTSIDE_UN = {
    "VAT": "UN observer State since 1964",
    "PSE": "UN observer State, General Assembly resolution 67/19",
    "COK": "full treaty-making capacity, UN Secretary-General as depositary (1992)",
    "NIU": "full treaty-making capacity, UN Secretary-General as depositary (1994)",
}

# ISO codes of areas without a permanent population: nobody there to deal with.
UNPEOPLED = frozenset({"ATA", "ATF", "BVT", "HMD", "IOT", "SGS", "UMI"})

# ISO 3166-1 has no entry for Kosovo; CLDR and country_converter use these
# user-assigned codes, which are therefore not given out as ISO codes.
KOSOVO_ALPHA2, KOSOVO_CODE = "XK", "XKX"

# CLDR abbreviates and glosses for menus ("St.", "&", "Congo - Kinshasa",
# "Hong Kong SAR China", 콩고-킨샤사); ISO 3166-1 then has the plain name.
CLDR_MENU_FORM = {
    "en": re.compile(r"&|\bSt\.| - |\(|\bSAR\b"),
    "ko": re.compile(r"[(-]"),
}
# ISO names preferred to CLDR's although these look plain.
ISO_SHORT = {
    "en": frozenset(
        {
            "CPV",  # the name asked for by the state in 2013
            "FLK",  # ISO and the UN give both names of a disputed territory
            "PSE",  # CLDR names the territories, not the observer State
        }
    ),
    "ko": frozenset(
        {
            "FLK",
            "PSE",
            "ZAF",  # CLDR's 남아프리카 is also the region
        }
    ),
}
# country_converter's English official name is out of date (HUN) or departs from
# the spelling ISO and the UN use (NER, VNM).
ISO_OFFICIAL = frozenset({"HUN", "NER", "VNM"})
# Korean translations of iso-codes not fit for use; the state has none then.
KOREAN_OFFICIAL_REFUSED = {
    "BOL": "says union of states for plurinational state",
    "ERI": "says republic for state and spells the name otherwise than CLDR",
    "GBR": "means the British Empire",
    "GUY": "renders an earlier official name",
    "MMR": "renders an earlier official name",
    "OMN": "says Islamic kingdom for sultanate",
    "THA": "transliterates the English name",
    "URY": "says East Uruguay for eastern republic",
}
# CLDR's (for ZAF: iso-codes') Korean short name is already the official one.
KOREAN_SHORT_IS_OFFICIAL = frozenset({"KOR", "ZAF"})
# country_converter puts Nauru in Polynesia; UN M49 in Micronesia.
REGION_CORRECTED = {"NRU": "Micronesia"}
# The party to diplomatic relations is the Holy See, not the city that CLDR and
# country_converter name; Korean as in the name of the Korean embassy there.
HOLY_SEE = {"en": "Holy See", "ko": "교황청"}


@dataclass(frozen=True, slots=True)
class IsoEntry:
    """One ISO 3166-1 entry; texts absent in ISO are empty."""

    alpha2: str
    alpha3: str
    numeric: str
    name: str
    common_name: str
    official_name: str


def territories() -> tuple[ReferencePartner, ...]:
    """Return states and peopled territories, ordered by code."""
    partners = [_territory(entry) for entry in _iso_entries()]
    partners.append(_kosovo())
    return tuple(sorted(partners, key=lambda partner: partner.code))


def kind_of(alpha3: str) -> "Kind":
    """State: a UN member, or one of STATES_OUTSIDE_UN; anything else is other."""
    is_member = bool(classifications()[alpha3]["UNmember"])
    return "state" if is_member or alpha3 in STATES_OUTSIDE_UN else "other"


def region_of(alpha3: str) -> str:
    """Return the UN M49 sub-region's English name."""
    return REGION_CORRECTED.get(alpha3) or classifications()[alpha3]["UNregion"]


def _iso_entries() -> "Iterator[IsoEntry]":
    for country in pycountry.countries:
        if country.alpha_3 not in UNPEOPLED:
            yield IsoEntry(
                alpha2=country.alpha_2,
                alpha3=country.alpha_3,
                numeric=country.numeric,
                name=country.name,
                common_name=getattr(country, "common_name", ""),
                official_name=getattr(country, "official_name", ""),
            )


def _territory(entry: IsoEntry) -> ReferencePartner:
    kind = kind_of(entry.alpha3)
    english, korean = _english_short(entry), _korean_short(entry)
    english_official = korean_official = ""
    # Official names of territories often carry a claim (ISO's own for Taiwan):
    # only states get one.
    if kind == "state":
        english_official = _english_official(entry)
        korean_official = _korean_official(
            entry, short=korean, has_long_form=english_official != english
        )
    return ReferencePartner(
        code=entry.alpha3,
        kind=kind,
        alpha2=entry.alpha2,
        alpha3=entry.alpha3,
        numeric=entry.numeric,
        region=region_of(entry.alpha3),
        names=(
            *make_names("en", official=english_official, short=english),
            *make_names("ko", official=korean_official, short=korean),
        ),
    )


def _kosovo() -> ReferencePartner:
    return ReferencePartner(
        code=KOSOVO_CODE,
        kind=kind_of(KOSOVO_CODE),
        alpha2="",
        alpha3="",
        numeric="",
        region=region_of(KOSOVO_CODE),
        names=(
            *make_names("en", official="", short=_cldr("en")[KOSOVO_ALPHA2]),
            *make_names("ko", official="", short=_cldr("ko")[KOSOVO_ALPHA2]),
        ),
    )


@cache
def _cldr(language: str) -> dict[str, str]:
    """CLDR territory names by alpha-2, with typewriter apostrophes as in ISO."""
    names = Locale(language).territories
    return {code: name.replace("\u2019", "'") for code, name in names.items()}


@cache
def _korean_iso() -> gettext.NullTranslations:
    return gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=["ko"])


def _plain_order(name: str) -> str:
    """Turn ISO's list order ("Congo, The Democratic Republic of the") around."""
    head, _, tail = name.partition(", ")
    if tail.endswith((" of", " of the")):
        return f"{tail.removeprefix('The ')} {head}"
    return name


def _english_short(entry: IsoEntry) -> str:
    if entry.alpha3 == "VAT":
        return HOLY_SEE["en"]
    name = _cldr("en")[entry.alpha2]
    if entry.alpha3 in ISO_SHORT["en"] or CLDR_MENU_FORM["en"].search(name):
        return entry.common_name or _plain_order(entry.name)
    return name


def _korean_short(entry: IsoEntry) -> str:
    if entry.alpha3 == "VAT":
        return HOLY_SEE["ko"]
    name = _cldr("ko")[entry.alpha2]
    if entry.alpha3 in ISO_SHORT["ko"] or CLDR_MENU_FORM["ko"].search(name):
        return _korean_iso().gettext(entry.name)
    return name


def _english_official(entry: IsoEntry) -> str:
    if entry.alpha3 == "VAT":
        return HOLY_SEE["en"]
    if entry.alpha3 in ISO_OFFICIAL:
        return entry.official_name
    return classifications()[entry.alpha3]["name_official"]


def _korean_official(entry: IsoEntry, *, short: str, has_long_form: bool) -> str:
    """Return the Korean official name, empty where the libraries have no good one."""
    if not has_long_form or entry.alpha3 in KOREAN_SHORT_IS_OFFICIAL:
        return short
    name = _korean_iso().gettext(entry.official_name or entry.name)
    # The short name again: the translator left the long form out.
    if name == short or entry.alpha3 in KOREAN_OFFICIAL_REFUSED:
        return ""
    return name
