"""Search by words: what a row says is kept as words, what people type becomes a query.

    words = WordsField("title", "note")

    class Meta:
        indexes = [words_index()]

    rows.filter(words__finds=words_of("joint comm"))

PostgreSQL keeps the words in an index. What was typed is taken apart here, and only
letters and digits of it reach the database's query language, so nothing typed can be an
operator or an error there. "Simple" words: lower case, no endings cut off, any script.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Lookup, Value
from django.db.models.expressions import Func
from django.db.models.functions import Coalesce

# What stands between words. PostgreSQL's own parser would take "Seoul/Busan" for a file
# and "a.b" for a host, each one word, so it never sees these.
BETWEEN: Final = (
    "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
    "\u00a0\u00ab\u00b7\u00bb\u2010\u2011\u2012\u2013\u2014\u2018\u2019\u201c\u201d"
    "\u2022\u2026\u2212\u3001\u3002\u3008\u3009\u300a\u300b\u300c\u300d\u300e\u300f"
    "\u3010\u3011\u30fb\uff08\uff09\uff0c\uff0e\uff0f\uff1a\uff1b\uff5e"
)
# A longer text is found by its beginning; PostgreSQL refuses vectors above 1 MB.
_MOST_TEXT: Final = 100_000
# More than anybody types.
_MOST_WORDS: Final = 12
_LONGEST_WORD: Final = 60
_LONGEST_QUESTION: Final = 500

_PIECE = re.compile(r'["\u201c\u201d](?P<phrase>[^"\u201c\u201d]*)["\u201c\u201d]|\S+')
_HANGUL = re.compile(r"[\uac00-\ud7a3]")


@dataclass(frozen=True)
class Word:
    """One thing asked for: parts that stand one after another, mostly a single one.

    Where ``is_open``, the last part may go on: "comm" finds "committee". ``text`` is
    what was typed.
    """

    parts: tuple[str, ...]
    is_open: bool = False
    text: str = ""

    @property
    def query(self) -> str:
        """The word in the language of ``to_tsquery``."""
        parts = [f"'{part}'" for part in self.parts]
        if self.is_open:
            parts[-1] += ":*"
        return f"({' <-> '.join(parts)})"


def words_of(question: str) -> list[Word]:
    """Return what a question asks for, all of which is to be found.

    A quoted phrase is looked for as it stands. Otherwise the last word may be the
    beginning of one, since people are still typing it, and so may a Hangul word, since
    Korean puts its particles behind.
    """
    # Hangul that a system cut into its letters is put together again.
    typed = unicodedata.normalize("NFC", question[:_LONGEST_QUESTION])
    words: list[Word] = []
    is_last_open = False
    for piece in _PIECE.finditer(typed):
        is_phrase = piece["phrase"] is not None
        text = piece["phrase"] if is_phrase else piece[0]
        if parts := tuple(_parts(text)):
            is_open = not is_phrase and bool(_HANGUL.search(parts[-1]))
            words.append(Word(parts, is_open=is_open, text=text))
            is_last_open = not is_phrase
    if words and is_last_open:
        words[-1] = replace(words[-1], is_open=True)
    return words[:_MOST_WORDS]


def _parts(text: str) -> Iterator[str]:
    kept = (
        letter if letter.isalnum() or unicodedata.category(letter)[0] == "M" else " "
        for letter in text
    )
    for part in "".join(kept).split():
        yield part[:_LONGEST_WORD]


class _Words(Func):
    """SQL: the words of a text."""

    template = "to_tsvector('simple'::regconfig, %(expressions)s)"
    arity = 1


class _Spaced(Func):
    """SQL: the beginning of a text, with spaces for what stands between words."""

    function = "translate"
    template = f"translate(left(%(expressions)s, {_MOST_TEXT}), %(between)s)"

    def as_sql(self, compiler: Any, connection: Any, **context: Any) -> Any:  # type: ignore[override]  # noqa: ANN401 - Django's signature
        """Write the characters out, so that the index knows the expression again."""
        between = "'{}', '{}'".format(
            BETWEEN.replace("'", "''").replace("%", "%%"), " " * len(BETWEEN)
        )
        return super().as_sql(compiler, connection, between=between, **context)


class _Joined(Func):
    """SQL: texts in a row. ``Concat`` would ask the server's settings."""

    template = "(%(expressions)s)"
    arg_joiner = " || ' ' || "


class _Vector(models.Field):  # type: ignore[type-arg]
    """PostgreSQL's ``tsvector``, which is searched in and never read."""

    def db_type(self, connection: Any) -> str:  # noqa: ANN401, ARG002 - Django's signature
        return "tsvector"

    def select_format(self, compiler: Any, sql: str, params: Any) -> tuple[str, Any]:  # noqa: ANN401, ARG002 - Django's signature
        """Leave the value where it is."""
        return "NULL", []


class WordsField(models.GeneratedField):
    """The words of some of a row's texts, kept by PostgreSQL; only to search in.

    It is never read back: a query that loads rows gets NULL in its place, however the
    rows are loaded, for the words of a long text weigh more than the rest of the row.
    """

    db_returning = False  # type: ignore[assignment]

    def __init__(self, *sources: str, **options: Any) -> None:  # noqa: ANN401 - Django's options
        """Take the names of the texts."""
        self.sources = sources
        texts = [Coalesce(F(name), Value("")) for name in sources]
        options |= {"serialize": False}
        super().__init__(
            expression=_Words(_Spaced(_Joined(*texts))),
            output_field=_Vector(),
            db_persist=True,
            **options,
        )

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        """Name the sources in migrations; the rest follows from the class."""
        name, path, _args, options = super().deconstruct()
        for derived in ("expression", "output_field", "db_persist", "serialize"):
            options.pop(derived, None)
        return name, path, self.sources, options


@_Vector.register_lookup
class Finds(Lookup):
    """``words__finds=[Word, …]``: all the words stand in the row; none find none."""

    lookup_name = "finds"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> Any:  # noqa: ANN401 - Django's signature
        """Ask with the words' own query; it holds letters, digits and our operators."""
        column, params = self.process_lhs(compiler, connection)
        query = " & ".join(word.query for word in self.rhs)
        return f"{column} @@ to_tsquery('simple'::regconfig, %s)", [*params, query]


def words_index() -> GinIndex:
    """Return the index that a ``words`` field is searched through."""
    return GinIndex(fields=["words"], name="%(class)s_words")


def words_field(model: type[models.Model]) -> WordsField | None:
    """Return the field in which a model keeps its words, None where it keeps none."""
    for field in model._meta.concrete_fields:
        if isinstance(field, WordsField):
            return field
    return None
