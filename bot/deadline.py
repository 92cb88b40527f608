"""A time limit around a call that may never come back."""

from __future__ import annotations

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TypeVar

T = TypeVar("T")


class TooSlow(Exception):  # noqa: N818 - it says what was found, as our other errors do
    """The call was not done in time."""


def within(seconds: float, call: Callable[[], T]) -> T:
    """What a call gives, if it is done in time; what it raises is raised here.

    A library's own time limits count from one byte to the next, so a server that sends one now and then holds them up for
    ever. The call is left to itself in a thread that does not keep the program from ending.

    Raises:
        TooSlow: it was not done in time.
    """
    done: SimpleQueue[tuple[T | None, BaseException | None]] = SimpleQueue()

    def run() -> None:
        try:
            done.put((call(), None))
        except BaseException as error:  # noqa: BLE001 - raised again where the result is waited for
            done.put((None, error))

    Thread(target=run, daemon=True, name="model").start()
    try:
        result, error = done.get(timeout=max(seconds, 0))
    except Empty:
        raise TooSlow from None
    if error is not None:
        raise error
    return result  # type: ignore[return-value] # without an error there is a result
