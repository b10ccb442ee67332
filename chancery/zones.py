"""Time zones by their IANA names."""

from datetime import MAXYEAR, MINYEAR, datetime
from functools import cache
from zoneinfo import available_timezones

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


@cache
def _known() -> frozenset[str]:
    return frozenset(available_timezones())


def validate_time_zone(name: str) -> None:
    """Refuse what is no IANA time zone, such as Seoul for Asia/Seoul."""
    if name not in _known():
        raise ValidationError(
            _("“%(name)s” is no time zone. Write one such as Asia/Ulaanbaatar."),
            code="time_zone",
            params={"name": name},
        )


def validate_instant(at: datetime) -> None:
    """Refuse an instant in the first or last year that there is.

    In some zones it is another year there, which no clock shows; PostgreSQL would keep
    it and nobody could read it back.
    """
    if at.year in {MINYEAR, MAXYEAR}:
        raise ValidationError(
            _("No clock can show a time in this year. Correct the date."),
            code="instant",
        )


def default_time_zone() -> str:
    """Return the installation's own zone."""
    return settings.TIME_ZONE
