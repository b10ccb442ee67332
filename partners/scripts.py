"""In which script a name is written, told by its letters."""

import unicodedata
from typing import Final

# The first word of a letter's Unicode name; its ISO 15924 code, and the language where
# the script leaves no doubt, else BCP 47's "undetermined".
_SCRIPTS: Final = {
    "LATIN": ("Latn", "en"),
    "HANGUL": ("Hang", "ko"),
    "CYRILLIC": ("Cyrl", "und"),
    "CJK": ("Hani", "und"),
    "HIRAGANA": ("Jpan", "ja"),
    "KATAKANA": ("Jpan", "ja"),
    "MONGOLIAN": ("Mong", "mn"),
    "ARABIC": ("Arab", "und"),
    "DEVANAGARI": ("Deva", "und"),
    "ARMENIAN": ("Armn", "hy"),
    "GEORGIAN": ("Geor", "ka"),
    "GREEK": ("Grek", "el"),
    "HEBREW": ("Hebr", "he"),
    "THAI": ("Thai", "th"),
}
_UNKNOWN: Final = ("Zyyy", "und")


def script_of(text: str) -> tuple[str, str]:
    """Return the script (ISO 15924) and language (BCP 47) of a text's first letter."""
    for letter in text:
        if letter.isalpha():
            word = unicodedata.name(letter, "").partition(" ")[0]
            return _SCRIPTS.get(word, _UNKNOWN)
    return _UNKNOWN
