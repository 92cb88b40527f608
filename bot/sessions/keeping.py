"""Frozen dataclasses as JSON and back: what an answer is kept as. A field unknown here is left out, one that lacks takes its default."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import lru_cache
from types import UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")


class NotKept(ValueError):  # noqa: N818 - it says what was found
    """What was kept has another form than is known here."""


def plain(value: Any) -> Any:
    """A value as JSON holds it."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(plain(one) for one in value)
    if isinstance(value, (tuple, list)):
        return [plain(one) for one in value]
    return value


def restored(kind: type[T], value: Any) -> T:
    """A value of this type from what JSON held.

    Raises:
        NotKept: it has another form.
    """
    return cast("T", _restored(kind, value))


def _restored(kind: Any, value: Any) -> Any:
    if is_dataclass(kind):
        return _dataclass(kind, value)
    origin, of = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        if value is None and type(None) in of:
            return None
        return _restored(next(one for one in of if one is not type(None)), value)
    if origin in (tuple, frozenset) and isinstance(value, list):
        return origin(_restored(of[0], one) for one in value)
    if origin is Literal and value in of:
        return value
    if kind is date and isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError as fault:
            raise NotKept(f"{value!r} is no day") from fault
    if kind is float and isinstance(value, int | float):
        return float(value)
    if isinstance(kind, type) and isinstance(value, kind):
        return value
    raise NotKept(f"{value!r} is no {kind}")


def _dataclass(kind: Any, value: Any) -> Any:
    if not isinstance(value, Mapping):
        raise NotKept(f"{value!r} is no {kind.__name__}")
    hints = _hints(kind)
    given = {}
    for field in fields(kind):
        if field.name in value:
            given[field.name] = _restored(hints[field.name], value[field.name])
        elif field.default is MISSING and field.default_factory is MISSING:
            raise NotKept(f"{kind.__name__} lacks {field.name}")
    return kind(**given)


@lru_cache(maxsize=64)
def _hints(kind: Any) -> dict[str, Any]:
    """A dataclass's types, read without its own names: a field called `date` hides the type."""
    return get_type_hints(kind, vars(sys.modules[kind.__module__]), {})
