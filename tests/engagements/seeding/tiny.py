"""A house of two desks and one document, with something of every kind."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from django.db import connection

from engagements.seeding.build import (
    checked_dossiers,
    fixtures,
    group_fixture,
    write_records,
)
from engagements.seeding.register import Register
from seeds.reference import (
    ReferenceMembership,
    ReferencePartner,
    reference_partners,
)

HOUSE: Final = """\
records:
  - {kind: desk, key: north, code: north, name: North}
  - {kind: desk, key: steppe, code: steppe, name: Steppe, parent: north}
  - {kind: tier, key: ties, name: Diplomatic relations, rank: 1}
  - {kind: partner_update, of: KOR, is_home: true, desk: north}
  - {kind: partner_update, of: MNG, desk: steppe, names: [{text: Монгол, language: mn, script: Cyrl}]}
"""
TALKS: Final = """\
source:
  key: talks
  title: Talks in the steppe
  kind: press_release
  published: 2023-06-30
  paragraphs: body
  accepted_on: 2026-11-21
records:
  - kind: place
    key: hall
    name: Great Hall
    type: venue
    within: town
    cite: [{paragraph: 1}]
  - {kind: place, key: town, name: Town, country: MNG, cite: [{paragraph: 1}]}
  - {kind: institution, key: court, partner: MNG, name: Court, type: other, cite: [{paragraph: 1}]}
  - {kind: post, key: khan, partner: MNG, institution: court, title: Khan, cite: [{paragraph: 1}]}
  - kind: person
    key: bat
    name: Bat
    partner: MNG
    names: [{text: Бат, language: mn, script: Cyrl, form: original}]
    cite:
      - {paragraph: 1, quote: the Khan of all}
      - {field: names, basis: inferred, note: Common knowledge.}
  - {kind: tenure, key: bat-khan, person: bat, post: khan, start: 2020, cite: [{paragraph: 1}]}
  - kind: relation_step
    key: first
    first: KOR
    second: MNG
    tier: ties
    date: 1990-03
    basis_agreement: pact
    basis_meeting: summit
    cite: [{paragraph: 2, field: date, basis: inferred, source_says: long ago}]
  - {kind: indicator, key: horses, measure: other, first: MNG, direction: one, value: "3.5", unit: horses, cite: [{paragraph: 2}]}
  - {kind: partner, key: golden-horde, type: other, short_name: Golden Horde, cite: [{paragraph: 2}]}
  - {kind: membership, key: horde, group: golden-horde, member: MNG, since: 1240, cite: [{paragraph: 2}]}
  - kind: series
    key: talks
    name: Steppe Talks
    type: forum
    desk: steppe
    founding_agreement: pact
    parties: [KOR, {partner: MNG, role: host}]
    cite: [{paragraph: 3}]
  - kind: meeting
    key: summit
    title: First Steppe Talks
    type: forum
    level: leaders
    status: held
    series: talks
    ordinal: 1
    date: 2021-08-16
    place: town
    venue: hall
    host: MNG
    desk: steppe
    partners: [KOR, {partner: MNG, role: host}]
    participants:
      - {person: bat, post: khan, partner: MNG, role: head, cite: [{paragraph: 3}]}
      - {label: Two riders, partner: KOR, cite: [{paragraph: 3}]}
    cite: [{paragraph: 3}]
  - kind: meeting
    key: second
    title: Second Steppe Talks
    type: forum
    status: postponed
    date: 2022-05
    desk: steppe
    parent: summit
    parent_relation: margins
    partners: [KOR, MNG]
    steps: [{verb: postpone, reason: Snow., on: 2022-04-01}]
    cite: [{paragraph: 4}]
  - kind: agreement
    key: pact
    title: Pact of the Steppe
    instrument_type: treaty
    desk: steppe
    parties: [KOR, {partner: MNG, institution: court}]
    events:
      - {kind: signed, action_date: 2021-08-16, meeting: summit, places: [town, hall], cite: [{paragraph: 3}]}
      - {kind: in_force, action_date: 2022, cite: [{paragraph: 4}]}
    links: [{kind: under, other: charter}]
    procedure: [{step: signature, done_date: 2021-08-16}]
    cite: [{paragraph: 3}]
  - {kind: agreement, key: charter, title: Charter, instrument_type: plan, desk: steppe, parties: [MNG], cite: [{paragraph: 3}]}
  - kind: initiative
    key: wells
    name: Thousand Wells
    type: project
    desk: steppe
    owner_partner: KOR
    partners: [MNG]
    amounts: [{value: "5000000", currency: USD, role: pledged, exactness: up_to}]
    cite: [{paragraph: 5}]
  - kind: commitment
    key: dig
    title: Dig the wells
    wording: pledged
    type: project
    sector: infrastructure
    desk: steppe
    origin_meeting: summit
    origin_agreement: pact
    initiative: wells
    due_date: 2024
    promisors: [KOR]
    promisees: [MNG, {label: the herders}]
    institutions: [{institution: court, role: support}]
    amounts: [{value: "5000000", currency: USD, role: pledged}]
    mentions: [{meeting: second, kind: raised, cite: [{paragraph: 4}]}]
    successions: [{successor: drink, kind: split_into}]
    cite: [{paragraph: 5}, {paragraph: 5, field: due_date, basis: inferred}]
  - kind: commitment
    key: drink
    title: Share the water
    wording: hoped
    type: pending_issue
    sector: environment
    desk: steppe
    promisors: [MNG]
    cite: [{paragraph: 5}]
  - {kind: progress, key: dug, commitment: dig, date: 2023-06, health: on_track, done: Forty wells., cite: [{paragraph: 6}]}
  - {kind: citation, of: {partner: MNG}, cite: [{paragraph: 7}]}
"""
CODES: Final = ("CIS", "KOR", "MNG", "RUS")
MEMBERSHIPS: Final = (ReferenceMembership("CIS", "RUS", "1991"),)


def partners() -> list[ReferencePartner]:
    """Return the few reference partners that these documents need."""
    return [partner for partner in reference_partners() if partner.code in CODES]


def write_dossiers(folder: Path, *, house: str = HOUSE, talks: str = TALKS) -> Path:
    """Put the dossiers into a folder of their own."""
    dossiers = folder / "dossiers"
    dossiers.mkdir(exist_ok=True)
    (dossiers / "00-house.yaml").write_text(house, encoding="utf-8")
    (dossiers / "01-talks.yaml").write_text(talks, encoding="utf-8")
    return dossiers


def write(
    dossiers: Path,
    *,
    given: dict[str, str] | None = None,
    memberships: Iterable[ReferenceMembership] = MEMBERSHIPS,
) -> Register:
    """Write the dossiers of a folder into the test's database."""
    with connection.cursor() as cursor:
        # As in the scratch database.
        cursor.execute("SET LOCAL join_collapse_limit = 1")
    checked = checked_dossiers(dossiers, partners(), shown_as="dossiers")
    return write_records(checked, partners(), memberships, given=given or {})


def build(dossiers: Path, folder: Path, *, given: dict[str, str] | None = None) -> Path:
    """Build fixtures into a folder; what was written is the caller's to roll back."""
    folder.mkdir(exist_ok=True)
    groups = [("Reader", ["partners.view_partner", "partners.view_desk"])]
    files = fixtures(write(dossiers, given=given))
    for name, content in {**files, "groups.json": group_fixture(groups)}.items():
        (folder / name).write_bytes(content)
    return folder
