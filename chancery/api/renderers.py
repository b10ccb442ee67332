"""How data become bytes."""

from collections.abc import Mapping
from typing import Any

from rest_framework import renderers


class JsonRenderer(renderers.JSONRenderer):
    """JSON; what is bytes already passes as it is.

    A detail is rendered once, for its ETag and its body alike.
    """

    def render(
        self,
        data: Any,  # noqa: ANN401 - DRF's signature
        accepted_media_type: str | None = None,
        renderer_context: Mapping[str, Any] | None = None,
    ) -> bytes:
        """Return the body."""
        if isinstance(data, bytes):
            return data
        body: bytes = super().render(data, accepted_media_type, renderer_context)
        return body
