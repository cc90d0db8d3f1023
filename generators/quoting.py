"""What a standard's text says is data in every target: one function a target, and nothing reaches a target past it.

In: any text. Out: the same text as a value of the target, whatever it contains.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable
from typing import Any

BOM = "\ufeff"
"""Before CSV, so that spreadsheets open Chinese text as UTF-8."""

_FORMULA = re.compile(r"^[\s]*[=+\-@|%＝＋－＠]")
_MARKDOWN = re.compile(r"[\\`*_\[\]<>|~$]|&(?=#?\w+;)")
_LINE_START = re.compile(r"^(\s*)(?=[#+\-])|^(\s*\d+)(?=[.)](?:\s|$))")
_BREAK = re.compile(r"\s*[\r\n\u2028\u2029\x0b\x0c]+\s*")


def markdown(text: str) -> str:
    """A text within a paragraph or a table's cell: on one line, none of it markup."""
    text = _BREAK.sub(" ", text)
    text = _MARKDOWN.sub(lambda match: "\\" + match.group(), text)
    return _LINE_START.sub(lambda match: match.group() + "\\", text)


def cell(text: str) -> str:
    """A text as a spreadsheet's cell: one that would be run as a formula is made text by an apostrophe (OWASP, CSV injection)."""
    return "'" + text if _FORMULA.match(text) else text


def csv_bytes(rows: Iterable[Iterable[str]]) -> bytes:
    """Rows as CSV (RFC 4180) in UTF-8 with a byte-order mark."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows([cell(value) for value in row] for row in rows)
    return (BOM + out.getvalue()).encode("utf-8")


def tsv(text: str) -> str:
    """A text as a field of a tab-separated file, in double quotes where it holds one (SSSOM/TSV, Quoting)."""
    text = cell(_BREAK.sub(" ", text).replace("\t", " "))
    return '"' + text.replace('"', '""') + '"' if '"' in text else text


def python(text: str) -> str:
    """A text as a Python literal in double quotes."""
    return (
        json.dumps(text, ensure_ascii=False)
        .replace("\x7f", "\\x7f")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )


def turtle(text: str) -> str:
    """A text as a Turtle literal (RDF 1.1 Turtle, 2.5.1)."""
    return json.dumps(text, ensure_ascii=False)


def json_bytes(value: Any) -> bytes:
    """A value as JSON, indented, in the order given, with a last line end."""
    return (json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode("utf-8")
