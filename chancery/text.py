"""Text that is translated when it is shown."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    # The stubs' own name for what gettext_lazy returns; it does not exist at run time.
    Text = str | _StrPromise
else:
    Text = str
