"""In which language a person is answered.

What was chosen on a page comes first (a cookie until the browser is closed), then the
person's own language, kept in the session at log-in, then what the browser asks for.
Whose own language is which is answered by `settings.CHANCERY_LANGUAGE_OF`; a choice is
told to `settings.CHANCERY_KEEP_LANGUAGE`, so that the next log-in and mails follow it.
"""

from collections.abc import Awaitable
from typing import Final

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils import timezone, translation
from django.utils.module_loading import import_string

from chancery.memo import one_request
from chancery.models import User

_SESSION_KEY: Final = "chancery_language"


class LanguageMiddleware(LocaleMiddleware):
    """Django's own, and between cookie and browser the language of the session."""

    def __call__(
        self, request: HttpRequest
    ) -> HttpResponseBase | Awaitable[HttpResponseBase]:
        """Answer, and ask for the names in a language once on the way."""
        with one_request():
            return super().__call__(request)

    def process_request(self, request: HttpRequest) -> None:
        """Choose the language of the answer."""
        super().process_request(request)
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        # Without a session cookie there is nothing to ask the database for.
        if is_offered(chosen) or not request.session.session_key:
            return
        own = request.session.get(_SESSION_KEY)
        if own and is_offered(own):
            translation.activate(own)
            request.LANGUAGE_CODE = translation.get_language()


def is_offered(language: str | None) -> bool:
    """Whether the installation speaks a language."""
    return language in dict(settings.LANGUAGES)


def remember_at_login(request: HttpRequest) -> None:
    """Keep the language of who has just logged in."""
    assert isinstance(request.user, User)  # noqa: S101 - the only user model there is
    own = import_string(settings.CHANCERY_LANGUAGE_OF)(request.user)
    if own:
        request.session[_SESSION_KEY] = own


def choose(request: HttpRequest, language: str) -> None:
    """Keep a choice for the session and as the person's own."""
    request.session[_SESSION_KEY] = language
    import_string(settings.CHANCERY_KEEP_LANGUAGE)(
        by=request.user, at=timezone.now(), language=language
    )
