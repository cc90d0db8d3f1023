"""CT8…: one name for one thing, in all documents: nodes, levels, captions, prose, parts, crosswalks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ctmm_dsl.catalogue import wording as codes
from ctmm_dsl.checks.texts import prose, within
from ctmm_dsl.findings import Both, Finding, Related, both
from ctmm_dsl.model import Clause, Model, Node, Standard
from ctmm_dsl.source import Span

LEAST = 4
"""Of shorter names none can be told to be meant by another word."""
NAMED = both("它在这里命名", "it is named here")
NUMERALS = "一二三四五六七八九十"

_QUOTED = re.compile(r"[“「]([^“”「」]{2,20})[”」]")
_LEVEL = re.compile(rf"([{NUMERALS}])级[（(]([^）)，,]{{2,8}}级?)[）)]")
_LEVEL_AFTER = re.compile(rf"([^，,。；;、的在到为和与]{{2,8}}级)[（(]([{NUMERALS}])级[）)]")
_LEAD = re.compile(r"^.*(?:包括|包含|分为|划分为|涵盖|即|：|:)")
_TRAIL = re.compile(r"等.*$|[0-9共和及].*$")


def levels_named_alike(model: Model) -> Iterator[Finding]:
    """A level has the same name in a part as in the whole, and in prose."""
    for standard in model.standards:
        names = {level.number: level for level in standard.levels}
        above = {level.number: level for level in standard.superset.levels} if standard.superset else {}
        for number, level in names.items():
            if number in above and above[number].name != level.name:
                yield _differs(level.span.find(level.name), level.name, above[number].name, above[number].span)
        for text, span in prose(standard):
            if "级" not in text:
                continue
            said = [(match[1], *match.span(2)) for match in _LEVEL.finditer(text)]
            said += [(match[2], *match.span(1)) for match in _LEVEL_AFTER.finditer(text)]
            for numeral, start, end in said:
                named = names.get(NUMERALS.index(numeral) + 1)
                if named and not text[start:end].endswith(named.name):
                    yield _differs(within(text, span, start, end), text[start:end], named.name, named.span)


def nodes_named_alike(model: Model) -> Iterator[Finding]:
    """A node of a part whose clauses all come from one node of the whole has that node's name, where it has nearly that name; so has one
    with the same identifier."""
    for standard in model.standards:
        if not standard.superset:
            continue
        paths = {path[-1].id: path for path in standard.superset.paths()}
        for node in standard.walk():
            path = _home(paths, node) or paths.get(node.id, ())[-1:]
            names = {above.name for above in path} | {below.name for one in path[-1:] for below in one.walk()}
            near = [other for other in reversed(path) if node.name not in names and _near(node.name, other.name)]
            if near:
                yield _differs(node.name_span, node.name, near[0].name, near[0].name_span)


def _home(paths: dict[str, tuple[Node, ...]], node: Node) -> tuple[Node, ...]:
    """The path to the lowest node of the whole that all clauses of a part's node come from; empty where there is none."""
    sources = [origin.clause for clause in node.clauses() for origin in clause.origins if origin.clause]
    homes = [paths[home] for home in sorted({_owner(source) for source in sources}) if home in paths]
    shared: list[Node] = []
    for layer in zip(*homes, strict=False):
        if any(other is not layer[0] for other in layer):
            break
        shared.append(layer[0])
    return tuple(shared)


def _owner(clause: Clause) -> str:
    return clause.id.rpartition("/")[0]


def texts_name_alike(model: Model) -> Iterator[Finding]:
    """Captions, quotations and lists in prose, and the reasons of crosswalks call nodes, levels and classes by their names."""
    for standard in model.standards:
        names = _names(standard)
        groups = (standard.domains, *(domain.children for domain in standard.domains))
        siblings = [{node.name: node for node in group} for group in groups if len(group) > 2]
        for node in standard.walk():
            if node.caption and (quoted := _QUOTED.search(node.caption.text)) and quoted[1] not in names:
                yield _differs(node.caption.span.find(quoted[1]), quoted[1], node.name, node.name_span)
        for text, span in prose(standard):
            yield from _quotations(text, span, names)
            if text.count("、") >= 2:
                yield from _listed(text, span, siblings)
    for crosswalk in model.crosswalks:
        quoting = [row for row in crosswalk.rows if "“" in row.reason]
        names = _names(crosswalk.source) | _names(crosswalk.target) if quoting else {}
        for row in quoting:
            yield from _quotations(row.reason, row.span, names)


def _names(standard: Standard) -> dict[str, Span]:
    """The names that may be quoted, with their places: of nodes, levels, classes, terms, answers."""
    names: dict[str, Span] = {}
    for holder in standard.with_supersets():
        for node in holder.walk():
            names.setdefault(node.name, node.name_span)
        for level in holder.levels:
            names.setdefault(level.name, level.span)
        for city_class in holder.classes:
            names.setdefault(city_class.name, city_class.span)
        for term in holder.terms:
            names.setdefault(term.name, term.span)
        for answer in holder.scale.answers if holder.scale else ():
            names.setdefault(answer.label, answer.span)
    return names


def _quotations(text: str, span: Span, names: dict[str, Span]) -> Iterator[Finding]:
    for match in _QUOTED.finditer(text) if "“" in text or "「" in text else ():
        if match[1] not in names and (near := _nearest(match[1], names)):
            yield _differs(within(text, span, *match.span(1)), match[1], near, names[near])


def _listed(text: str, span: Span, siblings: list[dict[str, Node]]) -> Iterator[Finding]:
    """A list of siblings' names in prose of which one is not quite a name."""
    items = [_TRAIL.sub("", _LEAD.sub("", item.split("。")[0])) for item in text.split("、")]
    for names in siblings:
        missing = [name for name in names if name not in items and name not in text]
        if missing and sum(item in names for item in items) >= 2:
            for item in items:
                if item not in names and (near := _nearest(item, missing)):
                    at = text.find(item)
                    yield _differs(within(text, span, at, at + len(item)), item, near, names[near].name_span)


def _nearest(word: str, names: Iterable[str]) -> str:
    return next((name for name in names if _near(word, name)), "")


def _near(one: str, other: str) -> bool:
    """Whether one of two different names seems to be meant by the other: few characters are changed, or one ends in the other."""
    shorter, longer = sorted((len(one), len(other)))
    if one == other or shorter < LEAST or longer - shorter > max(longer // 3, 2):
        return False
    if (one.startswith(other) or other.startswith(one)) and longer - shorter <= 2:
        return True
    if not {one[at : at + 2] for at in range(len(one) - 1)} & {other[at : at + 2] for at in range(len(other) - 1)}:
        return False
    framed = shorter > LEAST and one[:2] == other[:2] and one[-1] == other[-1]
    return _distance(one, other) <= max(longer // 3, 2 * framed)


def _distance(one: str, other: str) -> int:
    """How many characters are to be put in, left out or changed to come from one name to the other."""
    row = list(range(len(other) + 1))
    for at, character in enumerate(one, 1):
        before, row[0] = row[0], at
        for to, wanted in enumerate(other, 1):
            before, row[to] = row[to], min(row[to] + 1, row[to - 1] + 1, before + (character != wanted))
    return row[-1]


def _differs(place: Span, here: str, there: str, named: Span, words: Both = NAMED) -> Finding:
    return codes.NAME_DIFFERS(place, Related(named, words), here=here, there=there)
