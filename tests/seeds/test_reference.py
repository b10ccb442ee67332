"""The reference partners: what the pinned libraries must yield, to the name."""

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import pytest

from seeds.reference import (
    ReferenceLibraryError,
    ReferenceName,
    ReferencePartner,
    reference_memberships,
    reference_partners,
)
from seeds.reference.classifications import read_table, table_path
from seeds.reference.organisations import ORGANISATIONS
from seeds.reference.territories import STATES_OUTSIDE_UN

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@cache
def by_code() -> dict[str, ReferencePartner]:
    return {partner.code: partner for partner in reference_partners()}


def members(group: str) -> dict[str, str]:
    """Member code to since."""
    return {
        membership.member_code: membership.since
        for membership in reference_memberships()
        if membership.group_code == group
    }


def codes_where(partners: "Iterable[ReferencePartner]", **wanted: str) -> set[str]:
    return {
        partner.code
        for partner in partners
        if all(getattr(partner, field) == value for field, value in wanted.items())
    }


def test_partners_count_by_kind() -> None:
    assert Counter(partner.kind for partner in reference_partners()) == {
        "state": 197,
        "other": 46,
        "organisation": 20,
        "group": 5,
    }


def test_codes_are_unique_and_in_order() -> None:
    codes = [partner.code for partner in reference_partners()]
    assert codes == sorted(set(codes))


def test_output_is_equal_on_two_calls() -> None:
    assert reference_partners() == reference_partners()
    assert reference_memberships() == reference_memberships()


def test_states_are_un_members_and_the_listed_few() -> None:
    states = codes_where(reference_partners(), kind="state")
    assert states - set(members("UN")) == {"COK", "NIU", "PSE", "VAT"}
    assert set(members("UN")) - states == set()
    assert set(STATES_OUTSIDE_UN) == {"COK", "NIU", "PSE", "VAT"}


def test_states_carry_three_iso_codes() -> None:
    wrong = [
        partner.code
        for partner in reference_partners()
        if partner.kind == "state"
        and not (
            re.fullmatch(r"[A-Z]{2}", partner.alpha2)
            and re.fullmatch(r"[A-Z]{3}", partner.alpha3)
            and re.fullmatch(r"\d{3}", partner.numeric)
            and partner.code == partner.alpha3
        )
    ]
    assert wrong == []


@pytest.mark.parametrize("field", ["alpha2", "alpha3", "numeric"])
def test_iso_codes_are_unique(field: str) -> None:
    codes = Counter(getattr(partner, field) for partner in reference_partners())
    without = codes.pop("")
    assert without == len(ORGANISATIONS) + 1  # Kosovo has no ISO entry.
    assert set(codes.values()) == {1}


@pytest.mark.parametrize(
    ("code", "alpha2", "numeric"),
    [("NOR", "NO", "578"), ("NAM", "NA", "516"), ("AFG", "AF", "004")],
)
def test_codes_like_no_and_na_stay_strings(
    code: str, alpha2: str, numeric: str
) -> None:
    partner = by_code()[code]
    assert (partner.alpha2, partner.alpha3, partner.numeric) == (alpha2, code, numeric)


def test_taiwan_and_kosovo_are_other_with_short_names_only() -> None:
    names = {code: by_code()[code].names for code in ("TWN", "XKX")}
    assert codes_where(reference_partners(), kind="state") & set(names) == set()
    assert names == {
        "TWN": (
            ReferenceName("Taiwan", "en", "Latn", "short"),
            ReferenceName("대만", "ko", "Hang", "short"),
        ),
        "XKX": (
            ReferenceName("Kosovo", "en", "Latn", "short"),
            ReferenceName("코소보", "ko", "Hang", "short"),
        ),
    }


def test_unpeopled_territories_are_left_out() -> None:
    unpeopled = {"ATA", "ATF", "BVT", "HMD", "IOT", "SGS", "UMI"}
    assert unpeopled & set(by_code()) == set()


def test_places_have_a_region_and_organisations_none() -> None:
    without = {partner.code for partner in reference_partners() if not partner.region}
    assert without == {row.code for row in ORGANISATIONS}


def test_regions_are_the_un_m49_subregions() -> None:
    assert {partner.region for partner in reference_partners()} == {
        "",
        "Australia and New Zealand",
        "Caribbean",
        "Central America",
        "Central Asia",
        "Eastern Africa",
        "Eastern Asia",
        "Eastern Europe",
        "Melanesia",
        "Micronesia",
        "Middle Africa",
        "Northern Africa",
        "Northern America",
        "Northern Europe",
        "Polynesia",
        "South America",
        "South-eastern Asia",
        "Southern Africa",
        "Southern Asia",
        "Southern Europe",
        "Western Africa",
        "Western Asia",
        "Western Europe",
    }


def test_region_of_nauru_is_corrected_to_micronesia() -> None:
    assert codes_where(reference_partners(), region="Micronesia") == {
        "FSM", "GUM", "KIR", "MHL", "MNP", "NRU", "PLW",
    }  # fmt: skip


def test_typed_organisations_stay_few_and_name_their_authority() -> None:
    assert len(ORGANISATIONS) == 25
    assert [row.code for row in ORGANISATIONS if not row.authority] == []


def test_missing_library_says_what_to_install() -> None:
    with pytest.raises(ReferenceLibraryError) as refused:
        table_path("no_such_library")
    assert str(refused.value) == (
        "no_such_library is not installed, and the reference partners are built from "
        "it: pip install -r requirements-dev.txt"
    )


def test_renamed_column_is_noticed(tmp_path: "Path") -> None:
    table = tmp_path / "country_data.tsv"
    header = (
        "name_short\tname_official\tISO3\tUNregion\tUNmember\tobsolete\tAPEC\tCIS\t"
        "CoE\tG7\tG20\tEU\tEU12\tEU15\tEU25\tEU27_2007\tEU27\n"
    )
    table.write_text(header, encoding="utf-8")
    with pytest.raises(ReferenceLibraryError) as refused:
        read_table(table)
    assert str(refused.value) == (
        "country_converter's table lacks EU28, OECD: install the version pinned in "
        "requirements-dev.txt"
    )


def test_absent_table_is_refused(tmp_path: "Path") -> None:
    with pytest.raises(ReferenceLibraryError, match=r"table cannot be read: .*absent"):
        read_table(tmp_path / "absent.tsv")
