"""Where clauses come from: the relation that the texts have, the source that was meant, the text of the source again.

In: a finding about an `@from`, and both texts. Out: that line with what holds between the two; it is held against the check before it is
offered.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ctmm_dsl import grammar
from ctmm_dsl.catalogue import references as codes
from ctmm_dsl.catalogue import text as unread
from ctmm_dsl.checks.references import likeliest_source, relation_faults
from ctmm_dsl.edits import Edit
from ctmm_dsl.findings import Finding, both
from ctmm_dsl.fixes.fix import Fix, at_end, change, put_in, take_out
from ctmm_dsl.fixes.found import clause_at, standard_at
from ctmm_dsl.fixes.lines import indentation, line_at, whole_lines, words_in
from ctmm_dsl.model import Clause, Origin, Standard
from ctmm_dsl.pipeline import Outcome
from ctmm_dsl.resolve.names import likeliest_of
from ctmm_dsl.source import Span
from ctmm_dsl.wording import fold, likeness, only_leaves_out


def relation_of(clause: Clause, source: Clause) -> str:
    """What a clause is to its source, by their texts and levels."""
    here, there = fold(clause.text), fold(source.text)
    if here == there:
        return "verbatim"
    if only_leaves_out(here, there):
        return "abridged"
    return "reworded" if clause.level == source.level else "moved"


def relation(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """The text of the source in place of a changed one; the source whose text it is; or the relation that the texts have."""
    held = _origin_at(finding.span, outcome)
    if held is None:
        return
    standard, clause, origin = held
    if finding.entry in (codes.VERBATIM_DIFFERS, codes.ABRIDGED_ADDS) and origin.clause and standard.superset:
        yield from _same_elsewhere(standard, clause, origin)
        if finding.entry is codes.VERBATIM_DIFFERS and clause.text_span.text == clause.text:
            words = both(f"改回 {origin.target} 的文字", f"take the text of {origin.target}")
            yield Fix(words, (Edit(clause.text_span, origin.clause.text),))
    if origin.clause:
        yield from _related(standard, clause, origin, origin.clause)


def _origin_at(span: Span, outcome: Outcome) -> tuple[Standard, Clause, Origin] | None:
    standard, held = standard_at(span, outcome), clause_at(span, outcome)
    for origin in held[2].origins if held else ():
        if standard and held and origin.span.holds(span):
            return standard, held[2], origin
    return None


def _related(standard: Standard, clause: Clause, origin: Origin, source: Clause) -> Iterator[Fix]:
    right = relation_of(clause, source)
    if right != origin.relation and not list(
        relation_faults(standard, clause, replace(origin, relation=right), source)
    ):
        yield _with_relation(origin, right)


def _with_relation(origin: Origin, right: str) -> Fix:
    word = words_in(origin.span)[-1]
    written = _as_beside(right, word.text)
    return Fix(both(f"改为 {written}", f"change to {written}"), (Edit(word, written),))


def _as_beside(relation: str, other: str) -> str:
    """A relation in the language that another word of its line is in."""
    words = grammar.english("RELATION").items()
    return next(word for word, latin in words if latin == relation and word.isascii() == other.lstrip("@＠").isascii())


def _same_elsewhere(standard: Standard, clause: Clause, origin: Origin) -> Iterator[Fix]:
    """Clauses of the whole with the very same words: then it is the label that is wrong."""
    assert standard.superset
    for other in standard.superset.clauses.values():
        if fold(other.text) == fold(clause.text):
            yield _from(clause, origin, other)


def _from(clause: Clause, origin: Origin, source: Clause) -> Fix:
    """The line with another source, and what the clause is to that."""
    target, word = words_in(origin.span)[1], words_in(origin.span)[-1]
    right = relation_of(clause, source)
    edits = [Edit(target, source.id)]
    if right != origin.relation and origin.relation != "merged":
        edits.append(Edit(word, _as_beside(right, word.text)))
    words = " ".join(edit.text for edit in edits)
    return Fix(both(f"来源改为 {words}", f"set the source to {words}"), tuple(edits))


def unknown(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """The clause that was meant: among those whose names are like it, or whose text is this one, those that are what is said. Where no such
    node is there, it is the node's name that is wrong, in all lines that name it."""
    held = _origin_at(finding.span, outcome)
    if held is None or held[0].superset is None:
        return
    standard, clause, origin = held
    known, nodes = held[0].superset.clauses, held[0].superset.nodes
    node = origin.target.partition("/")[0]
    if node not in nodes:
        meant = [name.partition("/")[0] for name in likeliest_of(origin.target, known)] or likeliest_of(node, nodes)
        yield from (_all_of(standard, node, near) for near in dict.fromkeys(meant))
    same = [name for name, other in known.items() if fold(other.text) == fold(clause.text)]
    for name in dict.fromkeys([*same, *likeliest_of(origin.target, known)]):
        if origin.relation == "merged" or not list(relation_faults(standard, clause, origin, known[name])):
            yield _from(clause, origin, known[name])


def _all_of(standard: Standard, node: str, near: str) -> Fix:
    """All sources of a node that is not there, as those of another one."""
    edits = []
    for origin in (origin for clause in standard.clauses.values() for origin in clause.origins):
        if origin.target.partition("/")[0] == node:
            place = words_in(origin.span)[1].find(node)
            edits.append(Edit(place, near))
    return Fix(both(f"{node} 改为 {near}", f"change {node} to {near}"), tuple(edits))


def missing(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """The line that a clause lacks: the clause of the whole that is most like it, and what it is to that."""
    standard, held = standard_at(finding.span, outcome), clause_at(finding.span, outcome)
    source = likeliest_source(held[2], standard.superset) if held and standard and standard.superset else None
    if held and source:
        line = line_at(finding.span.source, finding.span.end)
        words = f"@from {source.id} {relation_of(held[2], source)}"
        own = line_at(finding.span.source, finding.span.start)
        yield put_in(at_end(line), f"\n{indentation(own)}  {words}", f"加一行 {words}", f"add the line {words}")


def incomplete(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """The relation that an `@from` ends without."""
    standard, clause, words = _unread(finding.span, outcome)
    source = standard.superset.clauses.get(words[1].text) if standard and standard.superset and words[1:] else None
    if clause and source and len(words) == 2:
        right = _as_beside(relation_of(clause, source), words[0].text)
        yield put_in(at_end(words[1]), f" {right}", f"补上 {right}", f"put in {right}")


def cut_off(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """The source that is meant by the beginning of one: the clause most like this one, of those that the words fit."""
    standard, clause, words = _unread(finding.span, outcome)
    if standard and standard.superset and clause and len(words) == 3 and words[1].start == finding.span.start:
        beginning, word = words[1].text, words[2].text
        fitting = [
            (likeness(clause.text, source.text), name)
            for name, source in standard.superset.clauses.items()
            if name.startswith(beginning) and relation_of(clause, source) == grammar.english("RELATION").get(word)
        ]
        if fitting:
            yield change(words[1], max(fitting)[1])


def _unread(span: Span, outcome: Outcome) -> tuple[Standard | None, Clause | None, list[Span]]:
    """An `@from` that could not be read: its standard, the clause above it, and its words."""
    words = words_in(line_at(span.source, span.start))
    standard = standard_at(span, outcome)
    if standard is None or words[0].text.replace("＠", "@") not in grammar.keywords()["_FROM"]:
        return None, None, []
    above = [clause for clause in standard.clauses.values() if clause.span.start < span.start]
    return standard, max(above, key=lambda clause: clause.span.start, default=None), words


def merged(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """A merged clause has several sources, all of them merged; one with a single source is something else."""
    held = clause_at(finding.span, outcome)
    standard = standard_at(finding.span, outcome)
    if held is None or standard is None:
        return
    origins = held[2].origins
    if len(origins) == 1 and origins[0].clause:
        yield from _related(standard, held[2], origins[0], origins[0].clause)
    elif any(origin.relation == "merged" for origin in origins):
        words = [words_in(origin.span)[-1] for origin in origins if origin.relation != "merged"]
        edits = tuple(Edit(word, _as_beside("merged", word.text)) for word in words)
        yield Fix(both(f"都改为 {edits[0].text}", f"change all to {edits[0].text}"), edits)


def nearer(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """The neighbour of the source that is more like the clause."""
    held = _origin_at(finding.span, outcome)
    if held and held[0].superset:
        other = held[0].superset.clauses.get(str(finding.words["other"]))
        if other:
            yield _from(held[1], held[2], other)


def twice(finding: Finding, _: Outcome) -> Iterator[Fix]:
    yield take_out([whole_lines(finding.span)], "删除重复的这一行", "delete this line, which stands twice")


def no_superset(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """The line that says of which standard this is a part, where one alone has all the clauses that are named."""
    standard = standard_at(finding.span, outcome)
    if standard is None:
        return
    named = [origin.target for clause in standard.clauses.values() for origin in clause.origins if origin.target]
    wholes = [
        one for one in outcome.model.standards if one is not standard and all(name in one.clauses for name in named)
    ]
    if len(wholes) == 1:
        words = f"subset-of {wholes[0].id}"
        place = at_end(line_at(standard.span.source, standard.span.start))
        yield put_in(place, f"\n  {words}", f"加一行 {words}", f"add the line {words}")


def pointed(finding: Finding, outcome: Outcome) -> Iterator[Fix]:
    """The nearest node or clause to the one that an `@see` names."""
    standard = next((document for document in _homes(finding.span, outcome)), None)
    if standard:
        for name in likeliest_of(str(finding.words["id"]), [*standard.nodes, *standard.clauses]):
            yield change(finding.span.find(str(finding.words["id"])), name)


def _homes(span: Span, outcome: Outcome) -> Iterator[Standard]:
    own = standard_at(span, outcome)
    if own:
        yield own
    yield from (one.standard for one in outcome.model.profiles if one.span.source is span.source)
    yield from (one.source for one in outcome.model.crosswalks if one.span.source is span.source)


FIXES = (
    (codes.VERBATIM_DIFFERS, relation),
    (codes.RELATION_TOO_WEAK, relation),
    (codes.ABRIDGED_ADDS, relation),
    (codes.NOT_MOVED, relation),
    (codes.MOVED_UNSAID, relation),
    (codes.MERGED_ALONE, merged),
    (codes.SOURCE_UNKNOWN, unknown),
    (codes.ORIGIN_MISSING, missing),
    (codes.NEARER_SOURCE, nearer),
    (codes.ORIGIN_TWICE, twice),
    (codes.NO_SUPERSET, no_superset),
    (codes.SEE_UNKNOWN, pointed),
    (unread.LINE_INCOMPLETE, incomplete),
    (unread.NOT_UNDERSTOOD, cut_off),
)
