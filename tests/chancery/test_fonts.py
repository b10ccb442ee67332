"""The typeface: in the house, whole, and with the letters that names are written in."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

SHEET = "chancery/css/fonts.css"


def _faces() -> list[tuple[str, list[tuple[int, int]]]]:
    """Return (address of the file, ranges of its signs) of each face."""
    found = []
    for body in re.findall(r"@font-face\{(.*?)\}", _text()):
        (address,) = re.findall(r'url\("(.*?)"\)', body)
        (signs,) = re.findall(r"unicode-range:(.*)", body)
        ranges = []
        for part in signs.split(","):
            first, _, last = part.removeprefix("U+").partition("-")
            ranges.append((int(first, 16), int(last or first, 16)))
        found.append((address, ranges))
    return found


def _text() -> str:
    path = finders.find(SHEET)
    assert isinstance(path, str)
    return Path(path).read_text(encoding="utf-8")


def test_sheet_and_folder_name_the_same_files() -> None:
    folder = Path(str(finders.find("chancery/fonts")))
    kept = {f"../fonts/{path.relative_to(folder)}" for path in folder.rglob("*.woff2")}
    assert {address for address, _ranges in _faces()} == kept


def test_each_typeface_comes_with_its_licence() -> None:
    folder = Path(str(finders.find("chancery/fonts")))
    for family in folder.iterdir():
        licence = (family / "LICENSE.txt").read_text(encoding="utf-8")
        assert "SIL Open Font License, Version 1.1" in licence


def test_nothing_is_loaded_from_elsewhere() -> None:
    assert re.findall(r"https?:|//", _text()) == []


@pytest.mark.parametrize(
    "text",
    [
        "Chancery",
        "대한민국 외교부",
        "힣",
        "Өвөрхангай, Улаанбаатар",
        "Қазақстан",
        "Muñoz",
    ],
)
def test_names_can_be_set_in_it(text: str) -> None:
    ranges = [one for _address, ranges in _faces() for one in ranges]
    missing = {
        sign
        for sign in text
        if not any(first <= ord(sign) <= last for first, last in ranges)
    }
    assert missing == set()


def test_font_is_served_as_a_font(client: Client) -> None:
    address = "/static/chancery/fonts/inter/inter-cyrillic-wght-normal.woff2"
    response = client.get(address)
    response.close()
    assert response.headers["Content-Type"] == "font/woff2"
