"""Reading the admin's pages as a browser does."""

from html.parser import HTMLParser
from typing import Any


class _Form(HTMLParser):
    """Collects what a browser would send of the form with an id that ends so."""

    def __init__(self, ending: str) -> None:
        super().__init__()
        self.ending = ending
        self.data: dict[str, str] = {}
        self._inside = False
        self._text: str | None = None
        self._select: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        name, value = found.get("name"), found.get("value") or ""
        if tag == "form":
            self._inside = (found.get("id") or "").endswith(self.ending)
        if self._inside and tag == "option" and self._select is not None:
            if "selected" in found or self._select not in self.data:
                self.data[self._select] = value
        elif self._inside and name is not None and "__prefix__" not in name:
            self._begin(tag, name, value, found)

    def _begin(
        self, tag: str, name: str, value: str, found: dict[str, str | None]
    ) -> None:
        if tag == "select":
            self._select = name
        elif tag == "textarea":
            self._text, self.data[name] = name, ""
        elif tag == "input" and found.get("type") in {"checkbox", "radio"}:
            if "checked" in found:
                self.data[name] = value if "value" in found else "on"
        elif tag == "input" and found.get("type") not in {"submit", "button"}:
            self.data[name] = value

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = False
        elif tag == "select":
            self._select = None
        elif tag == "textarea":
            self._text = None

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            # The first line break after the tag is the template's, not the text's.
            text = self.data[self._text] or data.removeprefix("\r\n").removeprefix("\n")
            self.data[self._text] = text


def form_data(response: Any) -> dict[str, str]:  # noqa: ANN401 - a test client's response
    """Return what saving would send if nothing on the page were touched."""
    form = _Form("_form")
    form.feed(response.content.decode())
    assert form.data, "there is no form to save on this page"
    return form.data


class _Stray(HTMLParser):
    """Collects what a strict content security policy would refuse."""

    def __init__(self) -> None:
        super().__init__()
        self.strays: list[str] = []
        self._in_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        self._in_script = tag == "script" and "src" not in names
        if tag == "style" or "style" in names:
            self.strays.append(f"<{tag} style>")
        self.strays += [f"<{tag} {name}>" for name in names if name.startswith("on")]
        for name in ("href", "src", "action"):
            address = (names.get(name) or "").strip().lower()
            if address.startswith(("javascript:", "http://", "https://", "//")):
                self.strays.append(f"<{tag} {name}={address}>")

    def handle_data(self, data: str) -> None:
        if self._in_script and data.strip():
            self.strays.append("<script> with text")
            self._in_script = False


def strays(response: Any) -> list[str]:  # noqa: ANN401 - as above
    """Return inline styles and scripts, and addresses that leave the house."""
    parser = _Stray()
    parser.feed(response.content.decode())
    return parser.strays


def errors(response: Any) -> list[str]:  # noqa: ANN401 - as above
    """Return every error that a page shows, of the main form and of its rows."""
    assert response.status_code == 200
    return [str(error) for group in response.context["errors"] for error in group]


def said(response: Any) -> list[str]:  # noqa: ANN401 - as above
    """Return the messages that a followed answer shows."""
    return [str(message) for message in response.context["messages"]]
