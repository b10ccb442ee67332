"""Reading single cells: text, choices, dates, times, numbers, other records."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, time
from functools import cache
from typing import Any, Final

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import override

from chancery.admin.sight import visible
from chancery.classification import classification_choices
from chancery.dates.reading import read as read_date
from chancery.imports.sheets import CellFaultError, Read, Sitting
from chancery.models import User
from chancery.text import Text
from chancery.zones import validate_time_zone

_YES: Final = {"yes", "y", "true", "1", "x", "예", "네", "o"}
_NO: Final = {"no", "n", "false", "0", "", "아니오", "아니요"}
_REFERENCE: Final = re.compile(r"[A-Z]{3}-[A-Z0-9]+(-[0-9]+)?")
_TIME: Final = re.compile(r"(\d{1,2}):(\d{2})(?::00)?")
# More candidates than this are not listed.
_MOST_NAMED: Final = 5
SEPARATOR: Final = ";"


def text(limit: int | None = None) -> Read:
    """Read text of at most so many characters."""

    def read(cell: str, _sitting: Sitting) -> str:
        if limit is not None and len(cell) > limit:
            raise CellFaultError(
                _("This is %(length)d characters long; at most %(limit)d fit.")
                % {"length": len(cell), "limit": limit}
            )
        return cell

    return read


def folded(word: str) -> str:
    """Return a word as it is compared: without case, marks and doubled blanks."""
    return " ".join(re.sub(r"[_*:–-]+", " ", word).split()).casefold()


def in_all_languages(label: Text) -> set[str]:
    """Return a label in each language of the installation, as it is compared."""
    found = set()
    for code, _name in settings.LANGUAGES:
        with override(code):
            found.add(folded(str(label)))
    return found


def choice(choices: type[models.TextChoices]) -> Read:
    """Read one of a list of choices, by its value or its label in any language."""
    return one_of(lambda: [(str(value), label) for value, label in choices.choices])


def classification() -> Read:
    """Read a level of the classification scheme."""
    return one_of(classification_choices)


def one_of(pairs: Callable[[], Iterable[tuple[Any, Text]]]) -> Read:
    """Read one of some values, named by itself or by its label in any language."""

    @cache
    def words() -> dict[str, Any]:
        found: dict[str, Any] = {}
        for value, label in pairs():
            found[folded(str(value))] = value
            for word in in_all_languages(label):
                found.setdefault(word, value)
        return found

    def read(cell: str, _sitting: Sitting) -> Any:  # noqa: ANN401 - a choice of any type
        try:
            return words()[folded(cell)]
        except KeyError:
            raise CellFaultError(
                _("“%(given)s” is none of the choices. Write one of: %(choices)s.")
                % {
                    "given": cell[:80],
                    "choices": ", ".join(str(label) for _value, label in pairs()),
                }
            ) from None

    return read


def labels(choices: type[models.TextChoices]) -> Callable[[User], Sequence[Text]]:
    """Return what may stand in a column of choices, for the template."""
    return lambda _user: [label for value, label in choices.choices if value]


def yes_no(cell: str, _sitting: Sitting) -> bool:
    """Read yes or no."""
    if folded(cell) in _YES:
        return True
    if folded(cell) in _NO:
        return False
    raise CellFaultError(_("“%s” is neither yes nor no.") % cell[:80])


def whole_number(cell: str, _sitting: Sitting) -> int:
    """Read a number such as 7."""
    if not re.fullmatch(r"[0-9]{1,5}", cell) or int(cell) > 32767:  # noqa: PLR2004 - the widest that a small integer column holds
        raise CellFaultError(_("“%s” is no whole number such as 7.") % cell[:80])
    return int(cell)


def partial_date(cell: str, _sitting: Sitting) -> str:
    """Read a date as people write it; what could be read two ways is asked."""
    found = read_date(cell)
    if found.choices:
        raise CellFaultError(
            _("“%(given)s” can be read in several ways. Write one of: %(choices)s.")
            % {"given": cell[:80], "choices": ", ".join(found.choices)}
        )
    if found.problem:
        raise CellFaultError(found.problem)
    return found.edtf


def local_time(cell: str, _sitting: Sitting) -> time | datetime:
    """Read a time of day, with its day where that is given too; of the place's zone."""
    try:
        if found := _TIME.fullmatch(cell):
            return time(int(found[1]), int(found[2]))
        return datetime.strptime(cell, "%Y-%m-%d %H:%M")  # noqa: DTZ007 - the zone is another cell's
    except ValueError:
        raise CellFaultError(
            _("“%s” is no time of day. Write 14:30, or 2023-06-26 14:30.") % cell[:80]
        ) from None


def time_zone(cell: str, _sitting: Sitting) -> str:
    """Read the name of a time zone."""
    try:
        validate_time_zone(cell)
    except ValidationError as error:
        raise CellFaultError(
            _("“%s” is no time zone. Write one such as Asia/Ulaanbaatar.") % cell[:80]
        ) from error
    return cell


def several(read: Read) -> Read:
    """Read a list, its entries separated by semicolons."""

    def read_all(cell: str, sitting: Sitting) -> list[Any]:
        entries = (entry.strip() for entry in re.split(r"[;\n]", cell))
        return [read(entry, sitting) for entry in entries if entry]

    return read_all


def related(model: type[models.Model], *names: str) -> Read:
    """Read another record by its reference or by one of its names, said exactly.

    ``names`` are the fields to look at, through relations too. Only what the user may
    see is found: a hidden record answers as one that is not there.
    """

    def read(cell: str, sitting: Sitting) -> Any:  # noqa: ANN401 - a row of the model
        key = (model, names, cell)
        if key not in sitting.known:
            sitting.known[key] = candidates(model, names, cell, sitting.by)
        found = sitting.known[key]
        if len(found) == 1:
            return found[0]
        raise CellFaultError(unclear(cell, found))

    return read


def candidates(
    model: type[models.Model], names: Sequence[str], cell: str, user: User
) -> list[Any]:
    """Return the records that a text may name: of some more than can be listed."""
    rows = visible(model, user)
    if hasattr(model, "archived_at"):
        rows = rows.filter(archived_at=None)
    if _REFERENCE.fullmatch(cell):
        named = list(rows.filter(reference=cell)[:1])
        if named:
            return named
    condition = Q()
    for name in names:
        condition |= Q(**{f"{name}__iexact": cell})
    keys = rows.filter(condition).values_list("pk", flat=True)
    return list(rows.filter(pk__in=keys.distinct()).order_by("pk")[: _MOST_NAMED + 1])


def unclear(cell: str, found: list[Any]) -> str:
    """Return why a text does not name one record; ``found`` are those it may name."""
    if not found:
        return (
            _(
                "“%s” is not known. Write the name as it stands in the lists, or the"
                " reference."
            )
            % cell[:80]
        )
    shown = ", ".join(f"{row} ({row.reference})" for row in found[:_MOST_NAMED])
    more = " …" if len(found) > _MOST_NAMED else ""
    return _("“%(given)s” may be any of: %(found)s. Write the reference.") % {
        "given": cell[:80],
        "found": shown + more,
    }


def listed(model: type[models.Model], field: str) -> Callable[[User], Sequence[Text]]:
    """Return the names of what may stand in a column, where they are few."""

    def names(user: User) -> Sequence[Text]:
        rows = visible(model, user).filter(archived_at=None).order_by(field)
        return list(rows.values_list(field, flat=True)[:500])

    return names
