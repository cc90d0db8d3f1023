"""The few words in which our JSON Schemas (2020-12) are written: every object closed, every field required unless it is said otherwise.

In: the parts of a schema. Out: the schema, as data. Shared by the generators that describe their own JSON.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

EXACT = r"^-?(0|[1-9][0-9]*)(/([2-9]|[1-9][0-9]+))?$"
"""An exact number as text: an integer, or p/q in lowest terms."""

TEXT: Schema = {"type": "string"}
NAME: Schema = {"type": "string", "minLength": 1}
BOOLEAN: Schema = {"type": "boolean"}


def closed(description: str, properties: dict[str, Schema], optional: Iterable[str] = ()) -> Schema:
    """An object with these fields and no others; all of them are there but the optional ones."""
    left_out = set(optional)
    return {
        "description": description,
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in left_out],
        "additionalProperties": False,
    }


def listing(items: Schema, description: str = "", least: int = 0) -> Schema:
    """A list whose entries all have one shape."""
    told: Schema = {"description": description} if description else {}
    return {**told, "type": "array", "items": items, **({"minItems": least} if least else {})}


def told(schema: Schema, description: str) -> Schema:
    """The same schema with a word on what the field means."""
    return {**schema, "description": description}


def or_null(schema: Schema, description: str = "") -> Schema:
    """The same, or null where there is none."""
    said: Schema = {"description": description} if description else {}
    return {**said, "anyOf": [schema, {"type": "null"}]}


def whole(least: int, description: str = "") -> Schema:
    said: Schema = {"description": description} if description else {}
    return {**said, "type": "integer", "minimum": least}


def one_of(values: Iterable[str | int | None], description: str = "") -> Schema:
    """One of some values, each named once."""
    said: Schema = {"description": description} if description else {}
    return {**said, "enum": list(dict.fromkeys(values))}


def by_kind(shapes: dict[str, Schema], description: str = "") -> Schema:
    """An object of one of some shapes; its field `kind` says which. Only that one is tried, so that deep trees are judged quickly."""
    said: Schema = {"description": description} if description else {}
    return {
        **said,
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"enum": list(shapes)}},
        "allOf": [{"if": {"properties": {"kind": {"const": kind}}}, "then": shape} for kind, shape in shapes.items()],
    }


def ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}
