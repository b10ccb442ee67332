"""What a kind of spreadsheet holds: its columns, and what one row of it becomes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar

from django.db import models

from chancery import actions
from chancery.admin.rights import writes_for_a_desk
from chancery.models import User
from chancery.models.record import Record
from chancery.text import Text


class CellFaultError(ValueError):
    """A cell cannot be read; carries the sentence that says what to write instead."""


class RowFaultError(Exception):
    """A row does not fit together; names the column where to mend it, or none."""

    def __init__(self, column: str, text: str) -> None:
        """Keep the column's name and the sentence."""
        super().__init__(text)
        self.column = column
        self.text = text


@dataclass
class Sitting:
    """One going through one file: who acts, when, and what was looked up so far."""

    by: User
    at: datetime
    known: dict[Any, Any] = field(default_factory=dict)


Read = Callable[[str, Sitting], Any]


@dataclass(frozen=True)
class Column:
    """One column of a sheet.

    ``read`` turns the text of a cell into a value or raises CellFaultError. ``also``
    are further headings that mean this column. ``allowed`` lists what may stand in it,
    where that is a short list. ``is_offered`` asks on the page of columns what stands
    where a cell is empty.
    """

    name: str
    label: Text
    read: Read
    help: Text = ""
    example: Text = ""
    is_required: bool = False
    also: tuple[str, ...] = ()
    allowed: Callable[[User], Sequence[Text]] | None = None
    is_offered: bool = False


@dataclass(frozen=True)
class Twin:
    """A record, or an earlier row, that a row may be a second entry of."""

    text: str
    reference: str = ""


class Sheet:
    """A kind of spreadsheet; each room registers its own with ``register``."""

    code: ClassVar[str]
    label: ClassVar[Text]
    help: ClassVar[Text]
    # What a row makes; whoever imports may add all of these.
    makes: ClassVar[tuple[type[models.Model], ...]]
    columns: ClassVar[tuple[Column, ...]]

    def is_open_to(self, user: User) -> bool:
        """Tell whether the user may import such a sheet at all."""
        may = all(
            user.has_perm(actions.permission_of(model, "add")) for model in self.makes
        )
        return may and writes_for_a_desk(user)

    def column(self, name: str) -> Column:
        """Return a column by its name; KeyError when there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)

    def defaults(self, user: User) -> dict[str, str]:
        """Return what stands in empty cells unless the user says otherwise."""
        raise NotImplementedError

    def write(self, values: Mapping[str, Any], sitting: Sitting) -> Record:
        """Make the records of one row through actions; return the one to name."""
        raise NotImplementedError

    def twins(
        self, values: Mapping[str, Any], number: int, sitting: Sitting
    ) -> list[Twin]:
        """Return what the row may be a second entry of; remember it for later rows."""
        raise NotImplementedError


_SHEETS: dict[str, Sheet] = {}


def register(sheet: type[Sheet]) -> type[Sheet]:
    """Offer a sheet; class decorator."""
    _SHEETS[sheet.code] = sheet()
    return sheet


def sheets_for(user: User) -> list[Sheet]:
    """Return what the user may import, in the order of registration."""
    return [sheet for sheet in _SHEETS.values() if sheet.is_open_to(user)]


def sheet_for(code: str, user: User) -> Sheet | None:
    """Return a sheet that the user may import."""
    sheet = _SHEETS.get(code)
    return sheet if sheet is not None and sheet.is_open_to(user) else None


def label_of(code: str) -> Text:
    """Return what a kind of sheet is called, its code where it is no longer known."""
    return _SHEETS[code].label if code in _SHEETS else code


def sheet_that_makes(model: type[models.Model], user: User) -> Sheet | None:
    """Return the sheet whose rows become such records, where the user may import it."""
    for sheet in sheets_for(user):
        if sheet.makes[0] is model:
            return sheet
    return None
