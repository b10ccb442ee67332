"""The dossiers beside the documents themselves, where those are at hand."""

import hashlib
import re
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings

from seeds.dossier.marked import read_marked

DOSSIERS = sorted((settings.BASE_DIR / "seeds" / "dossiers").glob("*.yaml"))
# The texts are not ours to publish; whoever has them keeps them beside the checkout.
TEXTS = sorted((settings.BASE_DIR.parent / "shared" / "seeds").glob("*.txt"))
LONGEST_RUN = 12

needs_texts = pytest.mark.skipif(
    not TEXTS, reason="NOT CHECKED for copied sentences: ../shared/seeds has no texts"
)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


@cache
def runs() -> frozenset[tuple[str, ...]]:
    """Every run of words that would be too long to be shared with a document."""
    return frozenset(
        tuple(said[start : start + LONGEST_RUN + 1])
        for path in TEXTS
        for said in [words(path.read_text(encoding="utf-8"))]
        for start in range(len(said) - LONGEST_RUN)
    )


def copied(text: str) -> str:
    """Return the first run of words that a text shares with a document."""
    said = words(text)
    for start in range(len(said) - LONGEST_RUN):
        run = tuple(said[start : start + LONGEST_RUN + 1])
        if run in runs():
            return " ".join(run)
    return ""


@needs_texts
def test_copied_sentence_is_found() -> None:
    said = TEXTS[0].read_text(encoding="utf-8").split()
    assert copied(" ".join(said[-60:])) != ""
    assert copied("nobody has ever written this sentence anywhere before now") == ""


@needs_texts
@pytest.mark.parametrize("path", DOSSIERS, ids=lambda path: path.stem)
def test_no_sentence_of_a_document_is_copied(path: Path) -> None:
    marked = read_marked(path, name=path.name)

    def texts(value: object, trail: tuple[str | int, ...]) -> list[str]:
        if isinstance(value, dict):
            items = list(value.items())
        elif isinstance(value, list):
            items = list(enumerate(value))
        elif trail == ("source", "title"):
            return []  # a citation's title is the document's
        else:
            run = copied(str(value))
            return [f"{path.name}:{marked.line(*trail)}: {run}"] if run else []
        return [told for name, item in items for told in texts(item, (*trail, name))]

    assert texts(marked.content, ()) == []


@needs_texts
def test_hashes_in_the_dossiers_are_those_of_the_texts() -> None:
    written = {
        content["source"]["sha256"]
        for path in DOSSIERS
        if "source" in (content := read_marked(path, name=path.name).content)
    }
    assert written == {hashlib.sha256(path.read_bytes()).hexdigest() for path in TEXTS}
