"""Every way to spoil a JSON value a little: a field too many, a field too few, another type. A closed schema refuses them all."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

Path = tuple[str | int, ...]


def places(value: Any, path: Path = ()) -> Iterator[Path]:
    """The path of every value within a value, itself included."""
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield from places(one, (*path, key))


def at(value: Any, path: Path) -> Any:
    for key in path:
        value = value[key]
    return value


def changed(value: Any, path: Path, new: Any) -> Any:
    """A copy with another value at a place."""
    if not path:
        return new
    whole = copy.deepcopy(value)
    at(whole, path[:-1])[path[-1]] = new
    return whole


def with_field(value: Any, path: Path, name: str, new: Any) -> Any:
    whole = copy.deepcopy(value)
    at(whole, path)[name] = new
    return whole


def without(value: Any, path: Path) -> Any:
    whole = copy.deepcopy(value)
    del at(whole, path[:-1])[path[-1]]
    return whole


def objects(value: Any) -> list[Path]:
    return [path for path in places(value) if isinstance(at(value, path), dict)]


def fields(value: Any) -> list[Path]:
    return [path for path in places(value) if path and isinstance(path[-1], str)]
