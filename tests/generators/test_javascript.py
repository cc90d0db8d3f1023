"""Texts and code of JavaScript: a text comes out as it went in and ends neither its line, its quotes nor the script that it stands
in; names are free; lines are broken where they may be."""

from __future__ import annotations

import json
import re
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generators.expression_js import RESERVED
from generators.free_names import free_names, function_names
from generators.javascript_layout import Call, Cases, Joined, bracketed, lay, literal
from generators.python_layout import Code
from generators.quoting import javascript
from tests import strategies
from tests.referee import node

HOSTILE = (
    *strategies.HOSTILE, "</script>", "</SCRIPT >", "<!--", "-->", "]]>", "<script", "&lt;", "a\u2028b\u2029c", "\ud800",
    "\udc00\ud800", "𠮷", "\u202etxt", "\u200f", "\ufeff", "\x00", "\x7f", "\x85", "\\", "\\\"",
    "\n", "\r\n", "`${x}`", "*/", "//", "'", "__proto__",
)  # fmt: skip
UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufeff\x00-\x1f\x7f-\x9f]")
quick = settings(max_examples=300, derandomize=True, database=None, deadline=None)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts(text: str) -> None:
    assert json.loads(javascript(text)) == text and not UNSAFE.search(javascript(text))


@quick
@given(st.text(st.characters()))
def test_any_text(text: str) -> None:
    assert json.loads(javascript(text)) == text and not UNSAFE.search(javascript(text))


@node.needed
def test_javascript_reads_what_was_written() -> None:
    texts = ", ".join(map(javascript, HOSTILE))
    done = node.run("-e", f"console.log(JSON.stringify([{texts}]))")
    assert json.loads(done.stdout) == [*HOSTILE], done.stderr.decode()


def test_values() -> None:
    row = ("a", 1, Fraction(1), Fraction(-1, 2), None, True, Code("f"), (), ("x",))
    assert literal(row) == '["a", 1, 1n, ratio(-1n, 2n), null, true, f, [], ["x"]]'


def test_names_are_free() -> None:
    assert free_names(["sum", "sum_", "a", "class"], RESERVED) == {
        "sum": "sum__",
        "sum_": "sum_",
        "a": "a",
        "class": "class_",
    }
    assert function_names("points_of", ["A.1", "A-1"]) == {"A.1": "points_of_a_1", "A-1": "points_of_a_1_"}


@node.needed
def test_reserved_names_are_all_that_there_are() -> None:
    """Each of those that JavaScript has cannot be a parameter of a module's function."""
    ours = {"Map", "compare", "difference", "greatest", "least", "product", "quotient", "ratio", "sum", "undefined"}
    words = json.dumps(sorted(RESERVED - ours))
    code = (
        f"const free = {words}.filter((word) => {{ try {{ new Function(word, '\"use strict\";'); return word !== 'await'; }}"
        " catch { return false; } }); console.log(JSON.stringify(free));"
    )
    assert json.loads(node.run("-e", code).stdout) == []
    assert ours < RESERVED


def test_long_lines_are_broken() -> None:
    long = [f"quantity_with_a_long_name_{at}" for at in range(6)]
    call = Call("sum(", tuple(long), ")")
    inner = "".join(f"    {name},\n" for name in long)
    assert lay(call, 2, "const x = ", ";") == f"  const x = sum(\n{inner}  );"
    joined = Joined("&&", (long[0], bracketed(Joined("||", (long[1], long[2]))), *long[3:]))
    assert lay(joined, 2, "const x = ", ";").splitlines() == [
        "  const x =", f"    {long[0]}",
        f"    && ({long[1]} || {long[2]})", *(f"    && {name}" for name in long[3:5]), f"    && {long[5]};",
    ]  # fmt: skip
    cases = Cases(((long[0], long[1]), (long[2], long[3])), long[4])
    assert lay(cases, 2, "const x = ", ";").splitlines() == [
        "  const x =", f"    {long[0]} ? {long[1]}", f"    : {long[2]} ? {long[3]}", f"    : {long[4]};",
    ]  # fmt: skip
