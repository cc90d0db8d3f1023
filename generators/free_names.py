"""Names for what is generated: no two alike, and none that the language, or the code around it, has a use for itself.

In: names of a standard. Out: for each of them a name that is free in the target.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable


def free_names(names: Iterable[str], reserved: Collection[str]) -> dict[str, str]:
    """Names of variables: one that is reserved gets an underscore behind it."""
    taken = set(reserved)
    mapped: dict[str, str] = {}
    for name in sorted(names, key=lambda name: (name in reserved, name)):
        free = name
        while free in taken:
            free += "_"
        taken.add(free)
        mapped[name] = free
    return mapped


def function_names(before: str, names: Iterable[str]) -> dict[str, str]:
    """Names of functions: what they are for, then what they are of, in plain letters."""
    taken: set[str] = set()
    mapped: dict[str, str] = {}
    for name in names:
        found = f"{before}_" + re.sub(r"[^a-z0-9]+", "_", name.lower())
        while found in taken:
            found += "_"
        taken.add(found)
        mapped[name] = found
    return mapped
