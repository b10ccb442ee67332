"""What all shapes are made of: the types of fields, citations and names."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    NonNegativeInt,
    PositiveInt,
    model_validator,
)

from chancery.dates.edtf import normalise

QUOTE_WORDS = 12


class Shape(BaseModel):
    """A mapping with known fields and no others.

    ``relations`` tells which fields name other records, and of what kind; the value
    of such a field is a key or a list of keys.
    """

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        str_strip_whitespace=True,
        hide_input_in_errors=True,
    )
    relations: ClassVar[dict[str, str]] = {}


def _short(quote: str) -> str:
    words = len(quote.split())
    if words > QUOTE_WORDS:
        raise ValueError(
            f"a quote has at most {QUOTE_WORDS} words, this one has {words}:"
            " shorten it, or say it in our own words"
        )
    return quote


def _in_full(partner: Any) -> Any:  # noqa: ANN401 - whatever the file holds
    """Let ``MNG`` stand for ``{partner: MNG}``."""
    return {"partner": partner} if isinstance(partner, str) else partner


Text = Annotated[str, Field(min_length=1)]
Edtf = Annotated[str, AfterValidator(normalise)]
Key = Annotated[
    str, Field(pattern=r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$", min_length=1, max_length=80)
]
Quote = Annotated[str, AfterValidator(_short)]
InFull = BeforeValidator(_in_full)


class Cite(Shape):
    """A place in the dossier's document that bears on a record."""

    paragraph: PositiveInt | None = None
    char_start: NonNegativeInt | None = None
    char_end: PositiveInt | None = None
    field: str = ""
    basis: Text = "stated"
    source_says: str = ""
    quote: Quote = ""
    note: str = ""


# At least one: no fact without the place where it is said.
Cites = Annotated[tuple[Cite, ...], Field(min_length=1)]


class Name(Shape):
    """One name of something, per language and script."""

    text: Text
    language: Text = "en"
    script: Text = "Latn"
    form: Text = "alias"
    since: Edtf = ""
    until: Edtf = ""


class Amount(Shape):
    """A sum of money."""

    value: Annotated[str, Field(pattern=r"^[0-9]+(\.[0-9]{1,2})?$")]
    currency: Text
    role: Text
    exactness: Text = "exact"


class Source(Shape):
    """The document that a dossier is about."""

    key: Key
    title: Text
    publisher: str = ""
    kind: Text
    language: Text = "en"
    url: str = ""
    published: Edtf = ""
    published_is_inferred: bool = False
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = None
    paragraphs: Literal["printed", "body"]
    accepted_on: Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), Edtf]
    note: str = ""


class Record(Shape):
    """A record of any kind: what it is and the key by which others name it."""

    kind: Text
    key: Key
    desk: Text | None = None
    classification: Text | None = None
    relations: ClassVar[dict[str, str]] = {"desk": "desk"}


class Cited(Record):
    """A record that stands on the dossier's document."""

    cite: Cites


class OneOf(Shape):
    """A mapping of which exactly one field is given."""

    @model_validator(mode="after")
    def _has_one(self) -> "OneOf":
        given = [name for name in type(self).model_fields if getattr(self, name)]
        if len(given) != 1:
            accepted = ", ".join(type(self).model_fields)
            raise ValueError(f"give exactly one of {accepted}")
        return self
