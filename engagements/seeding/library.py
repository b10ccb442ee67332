"""Writing the reference partners, each with the library that it comes from."""

from collections.abc import Iterable
from datetime import datetime

from engagements.seeding.seeder import Seeder
from engagements.seeding.who import partner_reference, write_library_source
from partners.models import GroupMembership, Partner, PartnerName
from seeds.models import Source
from seeds.reference import ReferenceMembership, ReferencePartner
from seeds.reference.memberships import TYPED_MEMBERSHIPS
from seeds.vocabulary import SourceKind


def write_library(
    seeder: Seeder,
    partners: Iterable[ReferencePartner],
    memberships: Iterable[ReferenceMembership],
    *,
    at: datetime,
) -> None:
    """Write partners, their names and memberships, and cite where they come from."""
    sources = _sources(seeder, at)
    for entry in partners:
        partner = _write_partner(seeder, entry, at)
        cited = (
            {"iso": "iso_alpha3", "cldr": "short_name"}
            if entry.alpha3
            else {"cldr": "short_name"}
            if entry.region
            else {"own": ""}
        )
        if entry.region:
            cited["coco"] = "region"
        for key, field in cited.items():
            seeder.add_citation("partner", partner, sources[key], at=at, field=field)
    for membership in memberships:
        group, member = membership.group_code, membership.member_code
        reference = seeder.reference(
            f"membership {group} {member}", GroupMembership.prefix
        )
        row = seeder.add(
            GroupMembership,
            at=at,
            reference=reference,
            group=seeder.find("partner", group),
            member=seeder.find("partner", member),
            since=membership.since,
        )
        key = "own" if membership in TYPED_MEMBERSHIPS else "coco"
        seeder.add_citation("membership", row, sources[key], at=at)


def _write_partner(seeder: Seeder, entry: ReferencePartner, at: datetime) -> Partner:
    english = {name.form: name.text for name in entry.names if name.language == "en"}
    partner: Partner = seeder.add(
        Partner,
        at=at,
        reference=partner_reference(entry.code),
        kind=entry.kind,
        short_name=english["short"],
        official_name=english.get("official", ""),
        iso_alpha2=entry.alpha2 or None,
        iso_alpha3=entry.alpha3 or None,
        iso_numeric=entry.numeric or None,
        region=entry.region,
    )
    seeder.records["partner", entry.code] = partner
    for name in entry.names:
        seeder.add(
            PartnerName,
            at=at,
            partner=partner,
            text=name.text,
            language=name.language,
            script=name.script,
            form=name.form,
        )
    return partner


def _sources(seeder: Seeder, at: datetime) -> dict[str, Source]:
    """Write the libraries as sources. No version: what they say is what counts."""
    rows = {
        "iso": {
            "title": "ISO 3166-1 country codes",
            "publisher": "ISO, through the pycountry library",
            "kind": SourceKind.OFFICIAL,
            "url": "https://www.iso.org/iso-3166-country-codes.html",
            "note": "Codes; names where CLDR has only a menu form.",
        },
        "cldr": {
            "title": "Common Locale Data Repository: names of territories",
            "publisher": "Unicode Consortium, through the Babel library",
            "kind": SourceKind.OTHER,
            "url": "https://cldr.unicode.org/",
            "note": "Short names in English and Korean.",
        },
        "coco": {
            "title": "Classification of countries: regions and memberships",
            "publisher": "The country_converter library",
            "kind": SourceKind.OTHER,
            "note": "UN M49 sub-regions, English official names, members of groups.",
        },
        "own": {
            "title": "Names and members of organisations, from their own pages",
            "publisher": "Compiled for this installation",
            "kind": SourceKind.OTHER,
            "note": "For want of a library; each row's authority stands in"
            " seeds/reference.",
        },
    }
    return {
        key: write_library_source(seeder, f"library-{key}", at=at, **values)
        for key, values in rows.items()
    }
