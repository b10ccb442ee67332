"""Text that is translated when it is shown."""

from typing import TYPE_CHECKING, Any, TypeAlias

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext

if TYPE_CHECKING:
    # The stubs' own name for what gettext_lazy returns; it does not exist at run time.
    from django.utils.functional import _StrPromise

Text: TypeAlias = "str | _StrPromise"


def label_of(field: "models.Field[Any, Any]") -> str:
    """Say a field's name in the active language, the ones that Django derives too."""
    return capfirst(gettext(str(field.verbose_name)))


def in_korean_or(text: str, korean: str) -> str:
    """Choose between a name and its Korean form, where the reader's language is that.

    Both stand in the same row, so naming it so asks the database for nothing more.
    """
    return korean if korean and (get_language() or "").startswith("ko") else text
