"""What earlier loads put into this database, to tell whose a row is now."""

from collections.abc import Collection
from datetime import datetime

from engagements.seeding.layout import Key
from seeds.models import LoadedSeed


class Memory:
    """Digests of the rows that were loaded, by model and key."""

    def __init__(self) -> None:
        """Read what is known before this load."""
        self._digests: dict[str, dict[Key, str]] = {}
        for seed in LoadedSeed.objects.all():
            self._digests.setdefault(seed.model, {})[tuple(seed.key)] = seed.digest
        self._news: dict[tuple[str, Key], str] = {}

    def digest(self, label: str, key: Key) -> str | None:
        """Return what a row was when it was loaded, None if it never was."""
        return self._digests.get(label, {}).get(key)

    def note(self, label: str, key: Key, digest: str) -> None:
        """Remember a row as it is loaded now."""
        if self.digest(label, key) != digest:
            self._news[label, key] = digest

    def gone(self, label: str, keys: Collection[Key]) -> list[Key]:
        """Return the rows of earlier loads that the fixtures no longer have."""
        return [key for key in self._digests.get(label, {}) if key not in keys]

    def write(self, at: datetime) -> None:
        """Store what was noted."""
        LoadedSeed.objects.bulk_create(
            [
                LoadedSeed(model=label, key=list(key), digest=digest, loaded_at=at)
                for (label, key), digest in self._news.items()
            ],
            batch_size=1000,
            update_conflicts=True,
            unique_fields=["model", "key"],
            update_fields=["digest", "loaded_at"],
        )


def name_of(key: Key) -> str:
    """Return how a report names a row."""
    return " ".join(str(part) for part in key if part not in (None, ""))
