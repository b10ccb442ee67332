"""The Korean catalogue is whole, sound and shown: no page is left in English."""

import re
from html.parser import HTMLParser
from importlib import import_module

import pytest
from babel.messages.catalog import Message
from django.contrib import admin
from django.db import models
from django.urls import reverse
from django.utils import translation

from chancery.catalogue import (
    as_mo,
    as_po,
    catalogue_path,
    read_catalogue,
    renewed,
    untranslated,
)
from chancery.imports.sheets import _SHEETS
from chancery.models import User
from partners.roles import Role
from tests.admin_builders import address, signed_in

KOREAN = {"accept-language": "ko"}
# What is written so in Korean as well.
LATIN = {"API", "Chancery", "English", "EDTF", "IATI", "SHA-256", "JavaScript"} | {
    "Ctrl",
    "Esc",
}
# Names that people gave, roles among them, and what Django calls a tick or a cross.
GIVEN = {"dana", *Role, "True", "False"}
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd%]|\{\w*\}")
_TAG = re.compile(r"</?[a-z][^>]*>")
_HANGUL = re.compile("[가-힣]")


def _pairs() -> list[tuple[str, str, Message]]:
    """Return every string with its translation; of plurals the form for many."""
    pairs = []
    for message in read_catalogue("ko"):
        if not message.id:
            continue
        text = message.id if isinstance(message.id, str) else message.id[-1]
        string = message.string
        korean = string if isinstance(string, str) else (string or [""])[0]
        pairs.append((text, korean, message))
    return pairs


def test_every_string_has_a_translation() -> None:
    assert untranslated(renewed("ko")) == []


def test_catalogue_has_the_strings_of_the_code_and_no_other() -> None:
    kept, current = read_catalogue("ko"), renewed("ko")
    assert {(one.id, one.context) for one in kept if one.id} == {
        (one.id, one.context) for one in current if one.id
    }
    assert (list(kept.obsolete), [one.id for one in kept if one.id and one.fuzzy]) == (
        [],
        [],
    )


def test_catalogue_is_written_as_the_command_writes_it() -> None:
    assert catalogue_path("ko").read_bytes() == as_po(renewed("ko"))


def test_compiled_catalogue_is_that_of_the_text() -> None:
    compiled = catalogue_path("ko").with_suffix(".mo").read_bytes()
    assert compiled == as_mo(read_catalogue("ko"))


@pytest.mark.parametrize("pattern", [_PLACEHOLDER, _TAG], ids=["placeholders", "tags"])
def test_translation_keeps_what_is_filled_in(pattern: re.Pattern[str]) -> None:
    differing = [
        text
        for text, korean, _message in _pairs()
        if sorted(pattern.findall(text)) != sorted(pattern.findall(korean))
    ]
    assert differing == []


def test_translation_is_korean() -> None:
    left = {
        text
        for text, korean, _message in _pairs()
        if not _HANGUL.search(korean) and re.search(r"[A-Za-z]{2}", text)
    }
    assert left == {"Chancery", "Chancery API", "SHA-256"}


def test_translation_leaves_no_particle_open_beside_what_is_filled_in() -> None:
    # 은/는, 이/가, 을/를 and 와/과 depend on the sound before them, which differs.
    open_ = re.compile(
        r"(?:%\(\w+\)s|%s|\{\w*\})[”’')]?(?:은|는|이|가|을|를|와|과|로|으로)(?![가-힣])"
    )
    assert [
        korean for _text, korean, _message in _pairs() if open_.search(korean)
    ] == []


class _Texts(HTMLParser):
    """Collects what a page shows, and the names of its controls."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: set[str] = set()
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in {"script", "style"}
        self.texts |= {
            value or ""
            for name, value in attrs
            if name in {"aria-label", "title", "placeholder", "alt"}
        }

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.texts.add(" ".join(data.split()))


def _english(page: bytes) -> set[str]:
    """Return what a page says in words of Latin letters alone."""
    parser = _Texts()
    parser.feed(page.decode())
    return {
        text
        for text in parser.texts
        if not _HANGUL.search(text)
        and text not in GIVEN
        and not re.fullmatch(r"[A-Z]{3}-[A-Z0-9-]+", text)
        and set(re.findall(r"[A-Za-z][A-Za-z0-9-]{2,}", text)) - LATIN
    }


def _models() -> list[type[models.Model]]:
    return sorted(admin.site._registry, key=lambda model: model._meta.label)  # noqa: SLF001 - no public way


@pytest.mark.parametrize("model", _models(), ids=lambda model: model._meta.label)
def test_pages_of_a_model_are_korean(model: type[models.Model], dana: User) -> None:
    client = signed_in(dana)
    found = set()
    for page in ("changelist", "add"):
        answer = client.get(address(model, page), headers=KOREAN)
        assert answer.status_code in {200, 403}
        found |= _english(answer.content)
    assert found == set()


@pytest.mark.parametrize("name", ["index", "login", "password_change"])
def test_pages_of_the_site_are_korean(name: str, dana: User) -> None:
    client = signed_in(dana)
    answer = client.get(reverse(f"admin:{name}"), headers=KOREAN, follow=True)
    assert _english(answer.content) == set()


def _choices() -> list[type[models.TextChoices]]:
    """Return every list of choices of the house's vocabularies."""
    found = {
        value
        for room in ("seeds", "partners", "engagements")
        for value in vars(import_module(f"{room}.vocabulary")).values()
        if isinstance(value, type) and issubclass(value, models.TextChoices)
    }
    return sorted(found - {models.TextChoices}, key=lambda choices: choices.__name__)


@pytest.mark.parametrize("choices", _choices(), ids=lambda choices: choices.__name__)
def test_choices_can_be_told_apart_in_korean(choices: type[models.TextChoices]) -> None:
    with translation.override("ko"):
        labels = [str(label) for label in choices.labels]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("code", sorted(_SHEETS))
def test_columns_of_an_import_can_be_told_apart_in_korean(code: str) -> None:
    with translation.override("ko"):
        labels = [str(column.label) for column in _SHEETS[code].columns]
    assert [label for label in labels if labels.count(label) > 1] == []
