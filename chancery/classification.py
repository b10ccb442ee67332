"""How secret a record is: an ordered scheme of levels with a ceiling for the site."""

from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from chancery.text import Text


@dataclass(frozen=True)
class Scheme:
    """Levels from least to most secret, as (code, label); stored as their place.

    ``ceiling`` is the code of the highest level that this installation may hold.
    """

    levels: tuple[tuple[str, Text], ...]
    ceiling: str

    def __post_init__(self) -> None:
        """Refuse a ceiling that the scheme does not have."""
        if self.ceiling not in self.codes:
            message = (
                f"CHANCERY_CLASSIFICATION_CEILING: no level {self.ceiling!r};"
                f" choose one of {', '.join(self.codes)}."
            )
            raise ImproperlyConfigured(message)

    @property
    def codes(self) -> tuple[str, ...]:
        """The levels' codes, least secret first."""
        return tuple(code for code, _label in self.levels)

    @property
    def ceiling_level(self) -> int:
        """The highest level that may be entered, as stored."""
        return self.level(self.ceiling)

    def level(self, code: str) -> int:
        """Return the stored number of a level; ``ValueError`` when there is none."""
        return self.codes.index(code)

    def code(self, level: int) -> str:
        """Return the code of a stored number."""
        return self.codes[level]

    def choices(self) -> list[tuple[int, Text]]:
        """Return what may be entered here: the levels up to the ceiling."""
        return [
            (level, label)
            for level, (_code, label) in enumerate(self.levels)
            if level <= self.ceiling_level
        ]


def scheme() -> Scheme:
    """Return the installation's scheme."""
    configured: Scheme = settings.CHANCERY_CLASSIFICATION
    return configured


def classification_choices() -> list[tuple[int, Text]]:
    """Return the choices of a classification field; a callable spares migrations."""
    return scheme().choices()
