"""What a line about an outcome gives away: how it was said, what it is about.

These are proposals, shown as such beside the line; a person has the last word. Where
the words are not plain, nothing is proposed.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from engagements.vocabulary import CommitmentKind, Sector, Wording

K, S, W = CommitmentKind, Sector, Wording

# What proposes what: beginnings of words, English and Korean. Of several that a line
# has, the first in the line decides.
STEMS: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "wording": {
        W.AGREED: ("agreed", "agree ", "decided", "will hold", "합의", "결정"),
        W.PLEDGED: ("pledged", "promised", "committed to", "undertook", "약속"),
        W.OFFERED: ("offered", "offers", "제공"),
        W.ANNOUNCED: ("announced", "is planning", "plans to", "발표", "계획"),
        W.REAFFIRMED: ("reaffirmed", "reconfirmed", "reiterated", "재확인"),
        W.PROPOSED: ("proposed", "proposes", "제안"),
        W.SUGGESTED: ("suggested", "suggests", "suggesting"),
        W.REQUESTED: ("requested", "requests", "asked", "asks", "called on", "요청"),
        W.CONSIDERING: (
            "considering",
            "discussed",
            "explore",
            "review",
            "검토",
            "논의",
        ),
        W.HOPED: ("hoped", "hopes", "looked forward", "anticipated", "희망", "기대"),
        W.NOTED: ("noted", "appreciated", "welcomed", "took note", "평가", "환영"),
    },
    "sector": {
        S.KOREAN_PENINSULA: ("korean peninsula", "peninsula", "north korea", "한반도"),
        S.MINERALS: (
            "mineral",
            "rare metal",
            "supply chain",
            "mining",
            "광물",
            "공급망",
        ),
        S.TRADE: (
            "trade",
            "invest",
            "economic partnership",
            "epa",
            "fta",
            "무역",
            "투자",
        ),
        S.CONSULAR: ("visa", "consular", "nationals", "사증", "비자", "영사"),
        S.ENVIRONMENT: (
            "climate",
            "emission",
            "forest",
            "tree",
            "환경",
            "기후",
            "산림",
        ),
        S.INFRASTRUCTURE: (
            "new town",
            "city",
            "cities",
            "railway",
            "infrastr",
            "신도시",
        ),
        S.ENERGY: ("energy", "electric", "power plant", "에너지"),
        S.HEALTH: ("health", "hospital", "medic", "보건", "의료"),
        S.DIGITAL: ("digital", "satellite", "space", "science", "디지털", "과학"),
        S.CULTURE: ("cultur", "people-to-people", "educat", "student", "문화", "인적"),
        S.DEVELOPMENT: ("koica", "oda", "development cooperation", "개발협력"),
        S.REGIONAL: ("multilateral", "united nations", "regional", "다자"),
        S.INDUSTRY: ("industr", "manufactur", "산업"),
        S.POLITICAL: ("high-level", "visit", "security", "defence", "고위급", "안보"),
    },
    "kind": {
        K.AGREEMENT_FOLLOW_UP: (
            "negotiat",
            "agreement",
            "treaty",
            "epa",
            "협정",
            "협상",
        ),
        K.DEVELOPMENT: ("koica", "oda", "capacity", "training", "개발협력"),
        K.PROJECT: ("project", "build", "construct", "plant", "사업", "건설"),
        K.EXCHANGE: ("visit", "exchange", "meet", "talks", "consult", "방문", "교류"),
        K.MULTILATERAL: ("united nations", "multilateral", "peace", "다자", "평화"),
        K.PENDING_ISSUE: ("visa", "consular", "companies", "simplif", "비자", "영사"),
    },
}
# Both sides decide together, or look at something together; who asks or promises
# something has to be said.
TOGETHER: Final = frozenset({W.AGREED, W.REAFFIRMED, W.CONSIDERING, W.NOTED})
# "… ¶5" or "… #5" at the end of a line. Blanks before it are the text's: to look for
# them from each of many blanks would take hours.
_PARAGRAPH: Final = re.compile(r"[¶#]\s*(\d{1,4})$")
# The box that they are typed into takes no more.
_LONGEST: Final = 100_000
# A list's own marks at the beginning of a line.
_BULLET: Final = re.compile(r"^\s*(?:[-–—*•·○□▪]|\d{1,3}[.)])\s*")


@dataclass(frozen=True)
class Reading:
    """A line, what it proposes by field, and the paragraph that it names."""

    text: str
    proposed: dict[str, str] = field(default_factory=dict)
    paragraph: int | None = None


def read_outcome(line: str) -> Reading:
    """Read one line about an outcome."""
    text = _BULLET.sub("", line).strip()
    paragraph = None
    if found := _PARAGRAPH.search(text):
        text, paragraph = text[: found.start()].strip(), int(found[1])
    proposed = {}
    for name, stems in STEMS.items():
        if (value := _first(text, stems)) is not None:
            proposed[name] = str(value)
    if proposed.get("wording") in TOGETHER:
        proposed["side"] = "mutual"
    return Reading(text, proposed, paragraph)


def read_outcomes(text: str) -> list[Reading]:
    """Read a text line by line; empty lines are none, nor is a text beyond measure."""
    if len(text) > _LONGEST:
        return []
    readings = (read_outcome(line) for line in text.splitlines())
    return [reading for reading in readings if reading.text]


def _first(text: str, stems: dict[str, tuple[str, ...]]) -> str | None:
    places = [
        (found.start(), rank, value)
        for rank, (value, beginnings) in enumerate(stems.items())
        for beginning in beginnings
        # Not in the middle of a word; Korean stems stand where the word begins too.
        if (found := re.search(rf"(?<!\w){re.escape(beginning)}", text, re.IGNORECASE))
    ]
    return min(places)[2] if places else None
