"""What is asked of the database at most once while one request is answered."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

T = TypeVar("T")

_kept: ContextVar[dict[Hashable, Any] | None] = ContextVar("kept", default=None)


@contextmanager
def one_request() -> Iterator[None]:
    """Remember answers until the request is answered, and forget them then."""
    token = _kept.set({})
    try:
        yield
    finally:
        _kept.reset(token)


def once_a_request(key: Hashable, ask: Callable[[], T]) -> T | None:
    """Return the answer to a question, asked once; None outside of any request."""
    kept = _kept.get()
    if kept is None:
        return None
    if key not in kept:
        kept[key] = ask()
    answer: T = kept[key]
    return answer
