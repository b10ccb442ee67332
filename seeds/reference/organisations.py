"""Main organisations and groups: the only names here that are typed.

No maintained library carries international organisations with Korean names. Each
row's English name is the organisation's own, at the site named in the last
column; the Korean name is the one the Republic of Korea's foreign ministry uses
(mofa.go.kr), which for ASEAN, the EU and the UN is also theirs.
"""

from typing import NamedTuple

from seeds.reference.records import Kind, ReferencePartner, make_names


class OrganisationRow(NamedTuple):
    """One typed row: acronym, what it is, its names and who says so."""

    code: str
    kind: Kind
    english: str
    english_short: str
    korean: str
    korean_short: str
    authority: str


# A group has no legal personality or secretariat of its own making: it meets.
ORGANISATIONS = (
    OrganisationRow(
        "ADB", "organisation", "Asian Development Bank", "ADB",
        "아시아개발은행", "아시아개발은행", "adb.org",
    ),
    OrganisationRow(
        "AIIB", "organisation", "Asian Infrastructure Investment Bank", "AIIB",
        "아시아인프라투자은행", "아시아인프라투자은행", "aiib.org",
    ),
    OrganisationRow(
        "APEC", "group", "Asia-Pacific Economic Cooperation", "APEC",
        "아시아태평양경제협력체", "아태경제협력체", "apec.org",
    ),
    OrganisationRow(
        "ASEAN", "organisation", "Association of Southeast Asian Nations", "ASEAN",
        "동남아시아국가연합", "아세안", "asean.org",
    ),
    OrganisationRow(
        "AU", "organisation", "African Union", "AU",
        "아프리카연합", "아프리카연합", "au.int",
    ),
    OrganisationRow(
        "BRICS", "group", "BRICS", "BRICS",
        "브릭스", "브릭스", "the group's joint statements",
    ),
    OrganisationRow(
        "CA5", "group", "Central Asian five", "Central Asia",
        "중앙아시아 5개국", "중앙아시아", "Korea-Central Asia Cooperation Forum",
    ),
    OrganisationRow(
        "CIS", "organisation", "Commonwealth of Independent States", "CIS",
        "독립국가연합", "독립국가연합", "cis.minsk.by",
    ),
    OrganisationRow(
        "COE", "organisation", "Council of Europe", "CoE",
        "유럽평의회", "유럽평의회", "coe.int",
    ),
    OrganisationRow(
        "EAEU", "organisation", "Eurasian Economic Union", "EAEU",
        "유라시아경제연합", "유라시아경제연합", "eaeunion.org",
    ),
    OrganisationRow(
        "EU", "organisation", "European Union", "EU",
        "유럽연합", "유럽연합", "european-union.europa.eu",
    ),
    OrganisationRow(
        "G20", "group", "Group of Twenty", "G20",
        "주요 20개국", "주요 20개국", "the group's declarations",
    ),
    OrganisationRow(
        "G7", "group", "Group of Seven", "G7",
        "주요 7개국", "주요 7개국", "the group's declarations",
    ),
    OrganisationRow(
        "GGGI", "organisation", "Global Green Growth Institute", "GGGI",
        "글로벌녹색성장기구", "글로벌녹색성장기구", "gggi.org",
    ),
    OrganisationRow(
        "IAEA", "organisation", "International Atomic Energy Agency", "IAEA",
        "국제원자력기구", "국제원자력기구", "iaea.org",
    ),
    OrganisationRow(
        "IMF", "organisation", "International Monetary Fund", "IMF",
        "국제통화기금", "국제통화기금", "imf.org",
    ),
    OrganisationRow(
        "NATO", "organisation", "North Atlantic Treaty Organization", "NATO",
        "북대서양조약기구", "나토", "nato.int",
    ),
    OrganisationRow(
        "OECD", "organisation",
        "Organisation for Economic Co-operation and Development", "OECD",
        "경제협력개발기구", "경제협력개발기구", "oecd.org",
    ),
    OrganisationRow(
        "OSCE", "organisation",
        "Organization for Security and Co-operation in Europe", "OSCE",
        "유럽안보협력기구", "유럽안보협력기구", "osce.org",
    ),
    OrganisationRow(
        "SCO", "organisation", "Shanghai Cooperation Organisation", "SCO",
        "상하이협력기구", "상하이협력기구", "sectsco.org",
    ),
    OrganisationRow(
        "UN", "organisation", "United Nations", "UN",
        "국제연합", "유엔", "un.org",
    ),
    OrganisationRow(
        "UNESCO", "organisation",
        "United Nations Educational, Scientific and Cultural Organization", "UNESCO",
        "국제연합교육과학문화기구", "유네스코", "unesco.org",
    ),
    OrganisationRow(
        "WB", "organisation", "World Bank", "World Bank",
        "세계은행", "세계은행", "worldbank.org",
    ),
    OrganisationRow(
        "WHO", "organisation", "World Health Organization", "WHO",
        "세계보건기구", "세계보건기구", "who.int",
    ),
    OrganisationRow(
        "WTO", "organisation", "World Trade Organization", "WTO",
        "세계무역기구", "세계무역기구", "wto.org",
    ),
)  # fmt: skip


def organisations() -> tuple[ReferencePartner, ...]:
    """Return the typed organisations and groups as partners, ordered by code."""
    return tuple(_partner(row) for row in ORGANISATIONS)


def _partner(row: OrganisationRow) -> ReferencePartner:
    return ReferencePartner(
        code=row.code,
        kind=row.kind,
        alpha2="",
        alpha3="",
        numeric="",
        region="",
        names=(
            *make_names("en", official=row.english, short=row.english_short),
            *make_names("ko", official=row.korean, short=row.korean_short),
        ),
    )
