"""The shapes in which reference data leaves this package."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["state", "organisation", "group", "other"]
Language = Literal["en", "ko"]
Script = Literal["Latn", "Hang"]
Form = Literal["official", "short"]

SCRIPT_OF: dict[Language, Script] = {"en": "Latn", "ko": "Hang"}


@dataclass(frozen=True, slots=True, order=True)
class ReferenceName:
    """One name of a partner: at most one for each language and form."""

    text: str
    language: Language
    script: Script  # ISO 15924
    form: Form


@dataclass(frozen=True, slots=True)
class ReferencePartner:
    """A partner as the libraries know it.

    ``code`` is the stable key: ISO 3166-1 alpha-3 for states and territories, an
    acronym for organisations and groups. The three ISO codes are empty where
    ISO 3166-1 assigns none; ``numeric`` keeps its leading zeros. ``region`` is the
    UN M49 sub-region in English, empty for what has no place.
    """

    code: str
    kind: Kind
    alpha2: str
    alpha3: str
    numeric: str
    region: str
    names: tuple[ReferenceName, ...]


@dataclass(frozen=True, slots=True, order=True)
class ReferenceMembership:
    """``member_code`` belongs to ``group_code`` since an EDTF date.

    ``since`` is empty where no source here dates the membership; the year alone
    is given where the library gives only that.
    """

    group_code: str
    member_code: str
    since: str


def make_names(
    language: Language, *, official: str, short: str
) -> tuple[ReferenceName, ...]:
    """Build the names of one language; an empty text makes no name."""
    texts: tuple[tuple[Form, str], ...] = (("official", official), ("short", short))
    return tuple(
        ReferenceName(text, language, SCRIPT_OF[language], form)
        for form, text in texts
        if text
    )
