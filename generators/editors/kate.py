"""The language for Kate, KWrite, Qt Creator and whatever else takes KDE's syntax definitions.

In: the grammar's blocks, lines and words. Out: one XML file. Each word of a line has a context whose rules are the words that
may follow, so that colours follow the compiler's reading; folds follow the indentation.
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.editors.chains import places
from generators.editors.rules import REST, Block, Line, blocks, words_of_calculations
from generators.editors.textmate import HEADER
from generators.editors.words import BLANK, pattern, priority, role
from generators.quoting import xml

STYLES = {
    "heading": "dsKeyword",
    "mark": "dsBuiltIn",
    "note": "dsAnnotation",
    "level": "dsDataType",
    "label": "dsSpecialChar",
    "relation": "dsConstant",
    "option": "dsConstant",
    "kind": "dsDataType",
    "calculation": "dsControlFlow",
    "function": "dsFunction",
    "identifier": "dsVariable",
    "code": "dsConstant",
    "name": "dsAttribute",
    "string": "dsString",
    "number": "dsDecVal",
    "weight": "dsFloat",
    "unit": "dsExtension",
    "operator": "dsOperator",
    "bracket": "dsOperator",
    "pin": "dsInformation",
    "text": "dsNormal",
    "comment": "dsComment",
    "wrong": "dsError",
}
"""What a word is for, and the style that colour schemes know."""

_TAIL = rf"{BLANK}{{2,}}[#＃].*$"


def files() -> dict[str, bytes]:
    return {"kate/ctmm.xml": "\n".join([*_definition(), ""]).encode()}


def _definition() -> Iterator[str]:
    lines = dict.fromkeys(line for block in blocks() for line in block.lines)
    numbers = {line: number for number, line in enumerate(lines)}
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f"<!-- {HEADER} -->"
    yield (
        '<language name="CTMM" section="Markup" version="1" kateversion="5.79" extensions="*.ctmm" casesensitive="true"'
        ' author="" license="Apache-2.0">'
    )
    yield "<highlighting>"
    yield "<contexts>"
    yield from _context(
        "Start", "#stay", [_comment(), *_headings(""), _rule(r"[^\s#＃].*", "wrong", "#stay", first=True)]
    )
    for block in blocks():
        yield from _block(block, numbers)
    for line, number in numbers.items():
        yield from _chain(line, f"line{number}", "#pop")
    words = sorted(words_of_calculations(), key=lambda word: -priority(word))
    rules = [_rule(_TAIL, "comment", "#stay"), *(_rule(pattern(word), role(word), "#stay") for word in words)]
    yield from _context("calculation", "#pop", rules)
    yield "</contexts>"
    yield "<itemDatas>"
    for one, style in STYLES.items():
        yield f'<itemData name="{one}" defStyleNum="{style}"/>'
    yield "</itemDatas>"
    yield "</highlighting>"
    yield '<general><comments><comment name="singleLine" start="#"/></comments><folding indentationsensitive="true"/></general>'
    yield "</language>"


def _block(block: Block, numbers: dict[Line, int]) -> Iterator[str]:
    """The lines under a heading, the next heading, and the chain of this one."""
    ordered = sorted(block.lines, key=lambda line: -priority(line.mark))
    marks = [
        _rule(f"^{BLANK}+(?:{pattern(line.mark)})", role(line.mark), f"line{numbers[line]}-0") for line in ordered
    ]  # fmt: skip
    wrong = _rule(r"[^\s#＃].*", "wrong", "#stay", first=True)
    yield from _context(f"{block.name}", "#stay", [_comment(), *_headings("#pop!"), *marks, wrong])
    yield from _chain(block.heading, f"{block.name}", f"#pop!{block.name}")


def _headings(before: str) -> Iterator[str]:
    for block in blocks():
        yield _rule(pattern(block.heading.mark), "heading", f"{before}{block.name}-0", first=True)


def _chain(line: Line, name: str, end: str) -> Iterator[str]:
    """A context for each word of a line: what may follow it."""
    for at, place in enumerate(places(line)):
        rules = [_rule(_TAIL, "comment", "#stay")] if place.ends and place.terminal != "TEXT" else []
        for one in place.next:
            terminal = places(line)[one].terminal
            if terminal == REST:
                rules.append(_rule(".", "text", "#pop!calculation", ahead=True))
            else:
                rules.append(_rule(f"{BLANK}*(?:{pattern(terminal)})", role(terminal), f"#pop!{name}-{one}"))
        yield from _context(f"{name}-{at}", end, rules)


def _context(name: str, end: str, rules: list[str]) -> Iterator[str]:
    """What an editor is in the middle of; an empty line leaves a block as it is."""
    yield f'<context name="{name}" attribute="text" lineEndContext="{end}" lineEmptyContext="{end}">'
    yield from rules
    yield "</context>"


def _comment() -> str:
    return _rule(f"^{BLANK}*[#＃].*$", "comment", "#stay")


def _rule(expression: str, one: str, context: str, *, first: bool = False, ahead: bool = False) -> str:
    extra = (' column="0"' if first else "") + (' lookAhead="true"' if ahead else "")
    return f'<RegExpr attribute="{one}" context="{context}" String="{xml(_spelled(expression))}"{extra}/>'


def _spelled(expression: str) -> str:
    return expression.replace(r"\u3000", r"\x{3000}").replace(r"\u00a0", r"\x{a0}")
