"""What a standard's text says is data in every target: one function a target, and nothing reaches a target past it.

In: any text. Out: the same text as a value of the target, whatever it contains.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable
from decimal import Decimal
from html import escape
from typing import Any

BOM = "\ufeff"
"""Before CSV, so that spreadsheets open Chinese text as UTF-8."""

_FORMULA = re.compile(r"^[\s]*[=+\-@|%＝＋－＠]")
_MARKDOWN = re.compile(r"[\\`*_\[\]<>|~$]|&(?=#?\w+;)")
_LINE_START = re.compile(r"^(\s*)(?=[#+\-])|^(\s*\d+)(?=[.)](?:\s|$))")
_LATEX = re.compile(r"[\\\\{}$&#^_~%<>|\"`]|([-',!?])(?=[-',`])|[\x00-\x1f\x7f-\x9f]")
_LATEX_WORDS = {
    "\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", "<": r"\textless{}",
    ">": r"\textgreater{}", "|": r"\textbar{}", '"': r"{\char34}", "`": r"{\char96}",
}  # fmt: skip
_NO_XML = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NO_SCRIPT = re.compile("[<>&\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
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
    """A text as a Python literal: in double quotes, or in single ones where that saves backslashes."""
    literal = (
        json.dumps(text, ensure_ascii=False)
        .replace("\x7f", "\\x7f")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )
    if text.count('"') <= text.count("'"):
        return literal
    return "'" + literal[1:-1].replace('\\"', '"').replace("'", "\\'") + "'"


def javascript(text: str) -> str:
    """A text as a JavaScript literal, also within a `<script>` of a page: no sign of it ends the script, the text or the line."""
    return _NO_SCRIPT.sub(lambda match: f"\\u{ord(match.group()):04x}", json.dumps(text, ensure_ascii=False))


def turtle(text: str) -> str:
    """A text as a Turtle literal (RDF 1.1 Turtle, 2.5.1)."""
    return json.dumps(text, ensure_ascii=False)


def latex(text: str) -> str:
    """A text as text of LaTeX, also within `\\text{}` or a comment: on one line, no command, no two characters joined to one."""
    return _LATEX.sub(_latex, _BREAK.sub(" ", text))


def _latex(match: re.Match[str]) -> str:
    sign = match.group()
    if match.group(1):  # as -- and '' would be; an empty group keeps them apart
        return sign + "{}"
    return _LATEX_WORDS.get(sign) or ("\\" + sign if sign.isprintable() else " ")


def xml(text: str) -> str:
    """A text as text of XML or HTML."""
    return escape(printable(text), quote=True)


def printable(text: str) -> str:
    """A text with characters that XML cannot hold (1.0, 2.2), lone surrogates among them, shown as one that is missing."""
    return _NO_XML.sub("\ufffd", text)


def json_bytes(value: Any) -> bytes:
    """A value as JSON, indented, in the order given, with a last line end. A `Decimal` keeps its digits."""
    return (_json(value, "\n") + "\n").encode("utf-8")


def _json(value: Any, edge: str) -> str:
    """`edge` is a line end and the indentation of what stands around the value."""
    inner = edge + "  "
    if isinstance(value, dict) and value:
        rows = (f"{json.dumps(name, ensure_ascii=False)}: {_json(one, inner)}" for name, one in value.items())
        return "{" + inner + f",{inner}".join(rows) + edge + "}"
    if isinstance(value, list | tuple) and value:
        return "[" + inner + f",{inner}".join(_json(one, inner) for one in value) + edge + "]"
    if isinstance(value, Decimal):
        return format(value, "f")
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
