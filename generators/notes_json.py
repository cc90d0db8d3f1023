"""What everything in a model has, as JSON: notes, allowances, exact numbers, lines.

In: values of the model. Out: plain data, in the form that `notes_schema` describes. Shared by all that write
the model.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from ctmm_dsl.model import Allow, Notes
from ctmm_dsl.source import Span

JSON = dict[str, Any]


def noted(notes: Notes, span: Span) -> JSON:
    """The fields at the end of everything that can have notes."""
    return {
        "remarks": [
            {"kind": row.kind, "text": row.text, "target": row.target or None, "line": line(row.span)}
            for row in notes.remarks
        ],
        "errata": [{"printed": row.printed, "reason": row.reason, "line": line(row.span)} for row in notes.errata],
        "line": line(span),
    }


def allows_json(allows: Sequence[Allow]) -> list[JSON]:
    return [
        {
            "code": allow.code,
            "reason": allow.reason,
            "first_line": line(allow.scope),
            "last_line": allow.scope.source.position(max(allow.scope.start, allow.scope.end - 1)).line,
            "line": line(allow.span),
        }
        for allow in allows
    ]


def exact(number: Fraction) -> str:
    """A number as text: an integer, or p/q in lowest terms."""
    return str(number)


def exact_or_none(number: Fraction | None) -> str | None:
    return None if number is None else exact(number)


def line(span: Span) -> int:
    """The line that a span begins in, 1-based."""
    return span.source.position(span.start).line
