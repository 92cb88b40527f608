"""A time limit around a call that gives its result piece by piece, and may never come back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Event, Thread
from time import monotonic
from typing import TypeVar

T = TypeVar("T")


class TooSlow(Exception):  # noqa: N818 - it says what was found, as our other errors do
    """The call was not done in time."""


@dataclass(frozen=True, slots=True)
class _End:
    """That nothing more comes, and what went wrong."""

    error: BaseException | None = None


def within(seconds: float, call: Callable[[], Iterable[T]]) -> Iterator[T]:
    """The pieces that a call gives, as long as they come in time; what it raises is raised here.

    A library's own time limits count from one byte to the next, so a server that sends one now and then holds them up for
    ever. The call is left to itself in a thread that does not keep the program from ending; where nobody waits for the
    pieces any more it ends at the next.

    Raises:
        TooSlow: the last piece did not come in time.
    """
    until = monotonic() + max(seconds, 0)
    pieces: SimpleQueue[T | _End] = SimpleQueue()
    left = Event()

    def run() -> None:
        try:
            for piece in call():
                if left.is_set():
                    return
                pieces.put(piece)
            pieces.put(_End())
        except BaseException as error:  # noqa: BLE001 - raised again where the pieces are waited for
            pieces.put(_End(error))

    Thread(target=run, daemon=True, name="model").start()
    try:
        while not isinstance(piece := _next(pieces, until - monotonic()), _End):
            yield piece
    finally:
        left.set()
    if piece.error is not None:
        raise piece.error


def _next(pieces: SimpleQueue[T], seconds: float) -> T:
    try:
        return pieces.get(timeout=max(seconds, 0))
    except Empty:
        raise TooSlow from None
