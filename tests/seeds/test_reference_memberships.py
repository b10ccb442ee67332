"""Memberships of the reference partners, as of the pinned libraries."""

import re
from collections import Counter

import pytest

from seeds.reference import reference_memberships, reference_partners
from seeds.reference.memberships import TYPED_MEMBERSHIPS
from seeds.reference.organisations import ORGANISATIONS

EDTF_YEAR_MONTH_OR_DAY = re.compile(r"(\d{4}(-\d{2}(-\d{2})?)?)?")


def members(group: str) -> dict[str, str]:
    """Member code to since."""
    return {
        membership.member_code: membership.since
        for membership in reference_memberships()
        if membership.group_code == group
    }


def test_memberships_count_by_group() -> None:
    assert Counter(each.group_code for each in reference_memberships()) == {
        "APEC": 21,
        "ASEAN": 11,
        "CA5": 5,
        "CIS": 9,
        "COE": 46,
        "EU": 27,
        "G20": 21,
        "G7": 7,
        "OECD": 38,
        "UN": 193,
    }


def test_memberships_are_unique_and_in_order() -> None:
    memberships = list(reference_memberships())
    pairs = [(each.group_code, each.member_code) for each in memberships]
    assert pairs == sorted(set(pairs))


def test_typed_memberships_are_asean_and_three_corrections() -> None:
    # Eleven of ASEAN, one correction to the CIS, two unions in the G20.
    assert len(TYPED_MEMBERSHIPS) == 14


def test_central_asian_five_are_the_un_subregion() -> None:
    assert members("CA5") == {"KAZ": "", "KGZ": "", "TJK": "", "TKM": "", "UZB": ""}


def test_asean_as_of_october_2025_is_eleven() -> None:
    assert members("ASEAN") == {
        "BRN": "1984-01-07",
        "IDN": "1967-08-08",
        "KHM": "1999-04-30",
        "LAO": "1997-07-23",
        "MMR": "1997-07-23",
        "MYS": "1967-08-08",
        "PHL": "1967-08-08",
        "SGP": "1967-08-08",
        "THA": "1967-08-08",
        "TLS": "2025-10-26",
        "VNM": "1995-07-28",
    }


def test_asean_lies_in_south_eastern_asia() -> None:
    region = {
        each.code
        for each in reference_partners()
        if each.region == "South-eastern Asia"
    }
    assert set(members("ASEAN")) == region


def test_g20_is_nineteen_states_and_two_unions() -> None:
    assert members("G20") == {
        "ARG": "", "AU": "2023-09", "AUS": "", "BRA": "", "CAN": "", "CHN": "",
        "DEU": "", "EU": "", "FRA": "", "GBR": "", "IDN": "", "IND": "", "ITA": "",
        "JPN": "", "KOR": "", "MEX": "", "RUS": "", "SAU": "", "TUR": "", "USA": "",
        "ZAF": "",
    }  # fmt: skip


def test_cis_has_kyrgyzstan_and_not_turkmenistan() -> None:
    assert set(members("CIS")) == {
        "ARM", "AZE", "BLR", "KAZ", "KGZ", "MDA", "RUS", "TJK", "UZB",
    }  # fmt: skip


def test_eu_accessions_fall_on_the_enlargements() -> None:
    assert Counter(members("EU").values()) == {
        "1993-11-01": 11,  # The twelve less the United Kingdom.
        "1995-01-01": 3,
        "2004-05-01": 10,
        "2007-01-01": 2,
        "2013-07-01": 1,
    }


@pytest.mark.parametrize(
    ("group", "member", "since"),
    [
        ("UN", "KOR", "1991"),
        ("UN", "PRK", "1991"),
        ("UN", "MNG", "1961"),
        ("UN", "KAZ", "1992"),
        ("OECD", "KOR", "1996"),
        ("OECD", "CRI", "2021"),
        ("EU", "HRV", "2013-07-01"),
        ("COE", "UKR", ""),
        ("APEC", "HKG", ""),
    ],
)
def test_membership_is_dated_as_far_as_known(
    group: str, member: str, since: str
) -> None:
    assert members(group)[member] == since


def test_memberships_join_known_partners_to_organisations_and_groups() -> None:
    known = {partner.code for partner in reference_partners()}
    groups = {row.code for row in ORGANISATIONS}
    strangers = [
        each
        for each in reference_memberships()
        if each.member_code not in known or each.group_code not in groups
    ]
    assert strangers == []


def test_membership_dates_are_edtf_or_empty() -> None:
    wrong = [
        each
        for each in reference_memberships()
        if not EDTF_YEAR_MONTH_OR_DAY.fullmatch(each.since)
    ]
    assert wrong == []
