"""What a tree and its blocks are made of: identifiers, clause numbers, numbers of tables, levels, mottos, classes, layers, rules.

In: a finding about a number or an identifier. Out: the one that the order of the others leaves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ctmm_dsl.catalogue import structure as codes
from ctmm_dsl.edits import Edit
from ctmm_dsl.findings import Finding, both
from ctmm_dsl.fixes.fix import Fix, at_end, change, put_in, take_out
from ctmm_dsl.fixes.found import cells_of, nodes_at, standard_at
from ctmm_dsl.fixes.lines import content, line_at, whole_lines, with_all_under, words_in
from ctmm_dsl.model import CityClass, Node, Standard
from ctmm_dsl.pipeline import Outcome
from ctmm_dsl.resolve.reader import NUMERALS, plain
from ctmm_dsl.resolve.tree import fits
from ctmm_dsl.source import Span

_LAST_NUMBER = re.compile(r"[0-9]+(?=[^0-9]*$)")
_SEPARATORS = re.compile(r"[,，、;；|｜\\]|\s+")


# ---- identifiers and numbers -----------------------------------------------------------------------------------------


def identifier(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """The identifier that a node's place among its siblings leaves: one after that before it, under its parent's."""
    standard = standard_at(finding.span, outcome)
    for parent, children in _families(standard) if standard else ():
        for place, node in enumerate(children):
            if standard and node.id_span == finding.span:
                names = dict.fromkeys(_in_its_place(parent, children, place))
                yield from (change(node.id_span, name) for name in names if name not in standard.nodes)


def _families(standard: Standard) -> Iterator[tuple[Node | None, tuple[Node, ...]]]:
    yield None, standard.domains
    yield from ((node, node.children) for node in standard.walk())


def _in_its_place(parent: Node | None, children: tuple[Node, ...], place: int) -> Iterator[str]:
    if place and (parent is None or fits(children[place - 1].id, parent.id)):
        yield _next(children[place - 1].id)
    if parent:
        node, pattern = children[place], children[place - 1 if place else 1 : place or 2]
        rest = node.id.rpartition(".")[2]
        yield from (
            f"{parent.id}{one.id[len(parent.id) : -len(rest)]}{rest}" for one in pattern if fits(one.id, parent.id)
        )
        yield f"{parent.id}.{rest}"


def _next(name: str) -> str:
    """`AR.1` to `AR.2`, `表9` to `表10`."""
    return _LAST_NUMBER.sub(lambda match: str(int(match.group()) + 1), name)


def unlike_children(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """What the identifiers of all its children begin with."""
    standard = standard_at(finding.span, outcome)
    for node in standard.walk() if standard else ():
        if standard and node.id_span == finding.span:
            stems = {child.id[: max(child.id.rfind(sign) for sign in ".-")] for child in node.children}
            yield from (change(node.id_span, stem) for stem in stems if len(stems) == 1 and stem not in standard.nodes)


def place(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """A clause number that continues its parent's; where none of the children's does, the parent's as theirs have it."""
    for node in nodes_at(finding.span, outcome):
        for child in node.children:
            if child.span == finding.span and child.place and node.place:
                here, above = _line_of(child, child.place), _line_of(node, node.place)
                stem, _, last = child.place.rpartition(".")
                given = [
                    one.place for one in node.children if one is not child and one.place.startswith(f"{node.place}.")
                ]
                before = [
                    one.place for one in node.children if one.place in given and one.span.start < child.span.start
                ]
                own = [*map(_next, before[-1:]), f"{node.place}.{last}"]
                fixes = [*[(here, number) for number in own if number not in given][:1], (above, stem)]
                for span, number in fixes if given else reversed(fixes):
                    if span and number:
                        yield change(span, number)


def _line_of(node: Node, number: str) -> Span | None:
    """Where a node's clause number is written."""
    match = re.search(rf"(?m)^[ \t\u3000]+(?:clause|章条)[ \t\u3000]+({re.escape(number)})(?=\s)", node.extent.text)
    return (
        Span(node.span.source, node.extent.start + match.start(1), node.extent.start + match.end(1)) if match else None
    )


def number(finding: Finding, _: Outcome) -> Iterator[Fix]:
    """The number after the last; what stands twice word for word, taken out."""
    line = content(line_at(finding.span.source, finding.span.start))
    for first in finding.related:
        if line.text.split() == content(line_at(first.span.source, first.span.start)).text.split():
            yield take_out([with_all_under(finding.span)], "删除重复的这一行", "delete this line, which stands twice")
            return
    word = words_in(line)[1]
    if _LAST_NUMBER.search(word.text):
        yield change(word, _next(word.text))


# ---- levels ------------------------------------------------------------------------------------------------------------


def levels(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """Levels numbered in their order; or cells that changed places, put back."""
    standard = standard_at(finding.span, outcome)
    if standard is None:
        return
    if any(level.span == finding.span for level in standard.levels):
        spans = [level.span for level in standard.levels]
        yield from _numbered([words_in(span)[0] for span in spans], range(1, len(spans) + 1))
    node = next(nodes_at(finding.span, outcome), None)
    cells = cells_of(node) if node else ()
    if node and any(cell.span == finding.span for cell in cells):
        yield from _numbered([cell.span for cell in cells], [level.number for level in standard.levels][: len(cells)])
        stretches = [Span(cell.span.source, whole_lines(cell.span).start, 0) for cell in cells]
        ends = [*(span.start for span in stretches[1:]), _end(node)]
        whole = [Span(span.source, span.start, end) for span, end in zip(stretches, ends, strict=True)]
        ordered = [whole[place] for _, place in sorted((cell.level, place) for place, cell in enumerate(cells))]
        edits = [Edit(old, new.text) for old, new in zip(whole, ordered, strict=True) if old is not new]
        yield Fix(both("按等级次序重排这几级", "put the levels into their order"), tuple(edits))


def _end(node: Node) -> int:
    """Where the lines of a node end: before the blank lines that part it from the next heading."""
    text = node.extent.text
    return node.extent.start + len(text.rstrip()) + 1


def _numbered(spans: Sequence[Span], numbers: Sequence[int]) -> Iterator[Fix]:
    edits = []
    for span, wanted in zip(spans, numbers, strict=True):
        written = re.sub(r"[0-9]+", str(wanted), plain(span.text))
        if written[0] in NUMERALS and wanted <= len(NUMERALS):
            written = f"{NUMERALS[wanted - 1]}级"
        if written != plain(span.text):
            edits.append(Edit(span, written))
    if edits:
        words = "、".join(edit.text for edit in edits)
        yield Fix(both(f"依次改为 {words}", f"number them {words.replace('、', ', ')}"), tuple(edits))


def level(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """A level that is there twice, or is none, as the one that its node lacks."""
    standard, node = standard_at(finding.span, outcome), next(nodes_at(finding.span, outcome), None)
    if standard is None or node is None:
        return
    given = [cell.level for cell in cells_of(node)] or [motto.level for motto in node.mottos]
    lacking = [one.number for one in standard.levels if one.number not in given]
    if len(lacking) == 1:
        *_, last = words_in(finding.span)
        chinese = last.text.endswith("级") and lacking[0] <= len(NUMERALS)
        yield change(last, f"{NUMERALS[lacking[0] - 1]}级" if chinese else str(lacking[0]))


def motto(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """A second motto of a level, as that of the level that has none."""
    standard, node = standard_at(finding.span, outcome), next(nodes_at(finding.span, outcome), None)
    if standard and node:
        given = {one.level for one in node.mottos}
        lacking = [one.number for one in standard.levels if one.number not in given]
        if len(lacking) == 1:
            yield change(words_in(finding.span)[1], str(lacking[0]))
    same = [one for one in node.mottos if one.span.text == finding.span.text] if node else []
    if len(same) > 1:
        yield take_out([whole_lines(finding.span)], "删除重复的这一行", "delete this line, which stands twice")


def classes(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """The one end of a class's range by which every level belongs to one class."""
    standard = standard_at(finding.span, outcome)
    if standard is None:
        return
    numbers = [one.number for one in standard.levels]
    found = []
    for row in standard.classes:
        for first, last in [(one, row.last) for one in numbers] + [(row.first, one) for one in numbers]:
            if first > last:
                continue
            ranges = [(first, last) if one is row else (one.first, one.last) for one in standard.classes]
            if [one for low, high in ranges for one in range(low, high + 1)] == numbers:
                found.append((row, first, last))
    if len(found) == 1:
        yield _ranged(*found[0])


def _ranged(row: CityClass, first: int, last: int) -> Fix:
    return change(words_in(row.span)[-1], str(first) if first == last else f"{first}..{last}")


# ---- the rest ------------------------------------------------------------------------------------------------------------


def layers(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """Layers that are parted by another sign than a stroke."""
    standard = standard_at(finding.span, outcome)
    match = re.search(r"(?m)^[ \t\u3000]+(?:layers|层次)[ \t\u3000]+(.*\S)", standard.extent.text) if standard else None
    if match and standard:
        names = [name for name in _SEPARATORS.split(match[1]) if name and name not in "/／"]
        if len(names) == finding.words["found"]:
            yield change(Span(standard.span.source, match.start(1), match.end(1)), " / ".join(names))


def method(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """A rule of the method that can be said in one way only."""
    rules = {"parent": "parent weighted sum", "leaf formula": "leaf formula"}
    words = finding.words["rules"]
    missing = words["en"] if isinstance(words, dict) else ""
    line = line_at(finding.span.source, finding.span.start)
    if missing in rules:
        rule = rules[missing]
        yield put_in(at_end(line), f"\n  {rule}", f"加一行 {rule}", f"add the line {rule}")


FIXES = (
    (codes.DUPLICATE_IDENTIFIER, identifier),
    (codes.IDENTIFIER_DOES_NOT_FIT, identifier),
    (codes.UNLIKE_CHILDREN, unlike_children),
    (codes.PLACE_OUT_OF_ORDER, place),
    (codes.NUMBER_REPEATED, number),
    (codes.LEVELS_OUT_OF_ORDER, levels),
    (codes.LEVEL_REPEATED, level),
    (codes.LEVEL_UNKNOWN, level),
    (codes.MOTTO_REPEATED, motto),
    (codes.CLASSES_DO_NOT_COVER, classes),
    (codes.LAYERS_NOT_NAMED, layers),
    (codes.METHOD_INCOMPLETE, method),
)
