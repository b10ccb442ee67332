"""Real Chromium on a seeded Chancery that each test has to itself.

``world`` is a server on a fresh copy of the seeded database, with the demo's people;
``desk`` is a page of it on which the officer is logged in. Every page fails its test
when the browser reports a violated security policy, a script error or an answer of
500, whatever the test itself is about.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection, connections
from django.test import Client
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Response,
    ViewportSize,
    expect,
    sync_playwright,
)
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from chancery.models import User
from partners.demo import create_demo_users
from tests.builders import AT

DESKTOP = ViewportSize(width=1280, height=800)
PHONE = ViewportSize(width=390, height=844)
# A page on two busy cores is slow now and then; nothing waits this long if it works.
PATIENCE = 20_000
_AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the system's Chromium; without it these tests skip, but never in CI."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        reason = "there is no chromium: install it (Debian: apt install chromium)"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with pytest.MonkeyPatch.context() as patch:
        # Playwright keeps an event loop in this thread, and Django fears for it.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        with sync_playwright() as playwright:
            started = playwright.chromium.launch(
                executable_path=program, args=_ARGUMENTS
            )
            expect.set_options(timeout=PATIENCE)
            yield started
            started.close()


def _execute(statement: str) -> None:
    with connection._nodb_cursor() as cursor:  # noqa: SLF001 - as Django's own runner
        cursor.execute(statement)


def _move_to(name: str) -> None:
    """Let every connection made from now on be to another database."""
    connections.close_all()
    connection.settings_dict["NAME"] = name
    ContentType.objects.clear_cache()


@pytest.fixture(scope="session")
def _seeded(
    django_db_setup: None,  # noqa: ARG001 - makes the database
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[str]:
    """Make a database with the seeds and the demo's people, to be copied."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        own = str(connection.settings_dict["NAME"])
        seeded = f"{own}_seeded"
        patch.setattr(settings, "DEMO", True)
        connections.close_all()
        _execute(f'CREATE DATABASE "{seeded}" TEMPLATE "{_template()}"')
        _move_to(seeded)
        call_command("seed", verbosity=0)
        create_demo_users(today=AT.date())
        _move_to(own)
    yield seeded
    with django_db_blocker.unblock():
        _execute(f'DROP DATABASE IF EXISTS "{seeded}" WITH (FORCE)')


def _template() -> str:
    return str(connection.settings_dict["TEST"]["TEMPLATE"])


@pytest.fixture(scope="session")
def _server(django_db_blocker: DjangoDbBlocker) -> Iterator[LiveServer]:
    with django_db_blocker.unblock():
        server = LiveServer("127.0.0.1")
    yield server
    server.stop()


@dataclass
class World:
    """A running installation: its address, its browser and what went wrong in it."""

    url: str
    browser: Browser
    contexts: list[BrowserContext] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def login(
        self,
        username: str = "officer",
        *,
        viewport: ViewportSize = DESKTOP,
        scheme: str = "light",
        language: str = "en",
    ) -> Page:
        """Return a page in a browser of its own, in which somebody is logged in.

        ``username`` is officer, supervisor, reader or admin; "" logs nobody in.
        ``scheme`` is light or dark, ``language`` what the browser asks for.
        """
        context = self.browser.new_context(
            viewport=viewport,
            color_scheme="dark" if scheme == "dark" else "light",
            locale=language,
            base_url=self.url,
        )
        context.set_default_timeout(PATIENCE)
        self.contexts.append(context)
        if username:
            client = Client()
            client.force_login(User.objects.get(username=username))
            cookie = client.cookies[settings.SESSION_COOKIE_NAME]
            context.add_cookies(
                [{"name": cookie.key, "value": cookie.value, "url": self.url}]
            )
        context.on("page", self._watch)
        return context.new_page()

    def allow(self, words: str) -> None:
        """Forget faults that a test provokes on purpose, told by what they say."""
        self.faults[:] = [fault for fault in self.faults if words not in fault]

    def _watch(self, page: Page) -> None:
        def heard(message: ConsoleMessage) -> None:
            if message.type == "error":
                self.faults.append(f"{page.url}: {message.text}")

        def answered(response: Response) -> None:
            if response.status >= 500:
                self.faults.append(f"{response.url}: {response.status}")

        page.on("console", heard)
        page.on("response", answered)
        page.on("pageerror", lambda error: self.faults.append(f"{page.url}: {error}"))


@pytest.fixture
def world(
    browser: Browser,
    _seeded: str,
    _server: LiveServer,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[World]:
    """Return a server on a fresh copy of the seeds; the test fails on any fault."""
    own = str(connection.settings_dict["NAME"])
    copy = f"{own}_world"
    with django_db_blocker.unblock():
        _execute(f'DROP DATABASE IF EXISTS "{copy}" WITH (FORCE)')
        _execute(f'CREATE DATABASE "{copy}" TEMPLATE "{_seeded}"')
        _move_to(copy)
        made = World(_server.url, browser)
        try:
            yield made
            for context in made.contexts:
                context.close()
            assert made.faults == []
        finally:
            _move_to(own)
            _execute(f'DROP DATABASE IF EXISTS "{copy}" WITH (FORCE)')


@pytest.fixture
def desk(world: World) -> Page:
    """Return a page on which the officer of the Mongolia desk is logged in."""
    return world.login()


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], list[str]]:
    """Return a function that lists what shuts people out of a page."""
    script = _AXE.read_text(encoding="utf-8")

    def check(page: Page) -> list[str]:
        # Evaluated by the debugger, not by the page: the policy stays as it is. What
        # axe would load beforehand are style sheets, against that policy.
        page.evaluate(script)
        found: dict[str, Any] = page.evaluate(
            "() => axe.run(document, {resultTypes: ['violations'], preload: false})"
        )
        return [
            f"{page.url}: {rule['id']} ({rule['impact']}): {node['html'][:200]}"
            for rule in found["violations"]
            if rule["impact"] in {"serious", "critical"}
            for node in rule["nodes"]
        ]

    return check
