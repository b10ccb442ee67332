"""The rows of a made-up house: one partner in many, dates over ten years, few late."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from tests.bench.texts import Texts

PARTNERS: Final = 250
_NOW: Final = datetime(2026, 11, 22, 3, tzinfo=UTC)
_STATUSES: Final = (
    ["noted"] * 20
    + ["not_started"] * 10
    + ["in_progress"] * 15
    + ["reported_done"] * 5
    + ["fulfilled"] * 43
    + ["lapsed"] * 5
    + ["withdrawn"] * 2
)
_OPEN: Final = {"not_started", "in_progress", "reported_done"}
_WORDINGS: Final = ("agreed", "pledged", "offered", "proposed", "requested", "noted")
_KINDS: Final = ("exchange", "project", "development", "pending_issue", "multilateral")
_SECTORS: Final = ("political", "trade", "energy", "minerals", "digital", "health")
_MEETING_KINDS: Final = ("summit", "ministerial", "working_level", "visit", "call")

Row = dict[str, Any]


@dataclass(frozen=True)
class House:
    """The keys of what rows refer to; the home side comes first of the partners."""

    desks: list[int]
    officers: list[int]
    users: list[int]
    partners: list[int]
    size: int
    texts: Texts = field(default_factory=lambda: Texts(7))

    @property
    def meetings(self) -> int:
        """How many meetings there are."""
        return self.size // 10

    def meeting_rows(self) -> Iterator[Row]:
        """Yield the meetings, one in twenty still ahead."""
        random = self.texts.random
        for key in range(1, self.meetings + 1):
            is_ahead = key % 20 == 0
            yield {
                "id": key,
                "reference": f"MTG-{2010 + key % 17}-{key:07d}",
                "title": self._title(key),
                "kind": random.choice(_MEETING_KINDS),
                "status": "scheduled" if is_ahead else "held",
                "date": self._day(40, 700) if is_ahead else self._day(-4000, -1),
                "agenda": self.texts.english(20),
                "outcome": self.texts.korean(12),
                **self._kept(),
            }

    def commitment_rows(self) -> Iterator[Row]:
        """Yield the commitments, three in ten open, one in five of these late."""
        random = self.texts.random
        for key in range(1, self.size + 1):
            status = random.choice(_STATUSES)
            due = self._due(status)
            reporter, verifier = random.sample(self.users, 2)
            was_reported = status in {"reported_done", "fulfilled"}
            was_verified = status == "fulfilled"
            yield {
                "id": key,
                "reference": f"CMT-{2010 + key % 17}-{key:07d}",
                "title": self._title(key),
                "as_worded": f"{self.texts.english(10)} {self.texts.korean(6)}",
                "wording": random.choice(_WORDINGS),
                "kind": random.choice(_KINDS),
                "sector": random.choice(_SECTORS),
                "status": status,
                "waiting_on": random.choice(("", "us", "them"))
                if status in _OPEN
                else "",
                "due_date": due,
                "original_due_date": due,
                "origin_meeting_id": random.randint(1, self.meetings),
                "reported_at": _NOW if was_reported else None,
                "reported_by_id": reporter if was_reported else None,
                "verified_at": _NOW if was_verified else None,
                "verified_by_id": verifier if was_verified else None,
                "close_reason": "Overtaken"
                if status in {"lapsed", "withdrawn"}
                else "",
                **self._kept(),
            }

    def party_rows(self) -> Iterator[Row]:
        """Yield two sides for each commitment: we, and somebody else."""
        home, *others = self.partners
        for key in range(1, self.size + 1):
            is_ours, is_theirs = key % 2 == 0, key % 2 == 1 or key % 10 == 0
            for partner, promises in (
                (home, is_ours),
                (self._other(others), is_theirs),
            ):
                yield {
                    "commitment_id": key,
                    "side": "promisor" if promises else "promisee",
                    "partner_id": partner,
                }

    def meeting_partner_rows(self) -> Iterator[Row]:
        """Yield two partners for each meeting: we, and somebody else."""
        home, *others = self.partners
        for key in range(1, self.meetings + 1):
            for partner in (home, self._other(others)):
                yield {"meeting_id": key, "partner_id": partner}

    def mention_rows(self) -> Iterator[Row]:
        """Yield a mention for each fifth commitment."""
        for key in range(1, self.size // 5 + 1):
            yield {
                "reference": f"MEN-{key:07d}",
                "commitment_id": key * 5,
                "meeting_id": key % self.meetings + 1,
                "kind": "raised",
            }

    def _title(self, key: int) -> str:
        texts = self.texts
        return texts.korean(5) if key % 3 == 0 else texts.english(7)

    def _other(self, others: list[int]) -> int:
        """Return a partner; some are met far more often than others."""
        return others[int(len(others) * self.texts.random.random() ** 2)]

    def _due(self, status: str) -> str:
        random = self.texts.random
        if random.random() < 0.15:
            return ""
        if status not in _OPEN:
            return self._day(-3500, 400)
        return self._day(-200, -1) if random.random() < 0.2 else self._day(0, 900)

    def _day(self, first: int, last: int) -> str:
        day = _NOW + timedelta(days=self.texts.random.randint(first, last))
        return day.date().isoformat()

    def _kept(self) -> Row:
        random = self.texts.random
        made = _NOW - timedelta(minutes=random.randint(0, 4_000_000))
        return {
            "desk_id": random.choice(self.desks),
            "owner_id": random.choice(self.officers) if random.random() < 0.8 else None,
            "classification": random.choice((0, 0, 0, 0, 0, 0, 0, 1, 1, 2)),
            "created_at": made,
            "updated_at": made,
        }
