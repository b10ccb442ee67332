"""Text that is translated when it is shown."""

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    # The stubs' own name for what gettext_lazy returns; it does not exist at run time.
    from django.utils.functional import _StrPromise

Text: TypeAlias = "str | _StrPromise"
