"""What is said of the thing under the cursor.

In: a project and a place. Out: Markdown, and the stretch that it is about. A name tells what stands there: text, source, mapping, figures,
weight; a keyword its twins and what it is for; a code its page. The texts of a standard are shown as they are: no sign in them is markup.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from ctmm_dsl.catalogue import entry
from ctmm_dsl.explain import pattern, read_page
from ctmm_dsl.expression.text import expression
from ctmm_dsl.model import Model, Node, Standard
from ctmm_dsl.render import entries, quantity_entry
from ctmm_dsl.render.paragraphs import Line
from ctmm_dsl.render.terminal import SEVERITY_WORDS
from ctmm_dsl.server import words
from ctmm_dsl.server.markdown import as_markdown, escaped
from ctmm_dsl.server.names import Symbol
from ctmm_dsl.server.projects import Project
from ctmm_dsl.server.things import described
from ctmm_dsl.server.tokens import Lexed, Token
from ctmm_dsl.server.worth import Worth, shown, worths
from ctmm_dsl.source import Span


@dataclass(frozen=True, slots=True)
class Said:
    """A text in Markdown about a stretch."""

    text: str
    span: Span


def hover(project: Project, lexed: Lexed, path: str, offset: int, language: str) -> Said | None:
    """What there is to say at a place."""
    source = project.source(path)
    found = project.names.at(path, offset, project.paths)
    named = [one for one in found if one.span.start <= offset <= one.span.end]
    named.sort(key=lambda one: one.symbol.kind != "clause" and not one.declares)
    for one in named:
        if text := about(project, one.symbol, language):
            return Said(text, one.span)
    token = lexed.at(path, source.text, offset)
    if token and (text := _of_keyword(source.text, token, language)):
        return Said(text, Span(source, token.start, token.end))
    for one in found:
        if one.line and (text := about(project, one.symbol, language)):
            return Said(text, one.line)
    return None


def about(project: Project, symbol: Symbol, language: str) -> str:
    """What there is to say of a thing; nothing where it is not there."""
    if symbol.kind == "code":
        return _of_code(symbol.name, language)
    model = project.outcome.model
    lines = list(_lines(model, symbol, language))
    return as_markdown(_without_folder(lines, project))


def _lines(model: Model, symbol: Symbol, language: str) -> Iterator[Line]:
    standard = model.standard(symbol.owner)
    if standard is None or symbol.kind == "standard":
        yield from described(model, symbol, language)
    elif symbol.kind in ("node", "clause"):
        yield from _of_tree(model, standard, symbol, language)
    elif symbol.kind == "quantity":
        quantity = next((one for one in standard.quantities if one.name == symbol.name), None)
        if quantity:
            yield from quantity_entry.quantity(model, standard, quantity, language)
    elif symbol.kind == "part":
        formula = standard.formulas.get(symbol.within)
        parts = [part for one in (formula.calculations if formula else ()) for part in one.parts]
        for part in dict.fromkeys(part for part in parts if part.name == symbol.name):
            yield Line(0, f"{part.name} {part.label}".rstrip(), "= " + expression(part.body, language))
    else:
        yield from described(model, symbol, language)


def _of_tree(model: Model, standard: Standard, symbol: Symbol, language: str) -> Iterator[Line]:
    name = symbol.name.partition("/")[0]
    path = next((path for path in standard.paths() if path[-1].id == name), None)
    if path is None:
        return
    if symbol.kind == "node":
        head, *rest = entries.node(model, standard, path, language)
        yield head
        yield from _weight(model, standard, path[-1], language)
        yield from rest
        return
    clause = next((one for one in path[-1].own_clauses if one.id == symbol.name), None)
    if clause:
        head, *rest = entries.clause(model, standard, path, clause, language)
        yield head
        yield from _shares(model, standard, clause.id, language)
        yield from rest


def _of_standard(model: Model, standard: Standard) -> Iterable[Worth]:
    return (one for one in worths(model) if one.scheme.standard is standard)


def _weight(model: Model, standard: Standard, node: Node, language: str) -> Iterator[Line]:
    for worth in _of_standard(model, standard):
        if node.id in worth.nodes:
            head = "占总分" if language == "zh" else "of the total"
            yield Line(2, head + worth.named[language], shown(worth.nodes[node.id]))


def _shares(model: Model, standard: Standard, clause: str, language: str) -> Iterator[Line]:
    for worth in _of_standard(model, standard):
        if levels := worth.clauses.get(clause):
            head = "各级总分中所占" if language == "zh" else "of each level's score"
            yield Line(2, head + worth.named[language], by_level(levels, language))


def by_level(levels: dict[int, Fraction], language: str) -> str:
    """A clause's weights, a level each."""
    word = "等级 " if language == "zh" else "level "
    return (" · " if language == "en" else "，").join(f"{word}{level}：{shown(part)}" if language == "zh" else
                                                      f"{word}{level}: {shown(part)}" for level, part in levels.items())  # fmt: skip


# ---- keywords and codes --------------------------------------------------------------------------------------------


def _of_keyword(text: str, token: Token, language: str) -> str:
    pair = words.twins_at(token.terminal, text[token.start : token.end])
    if pair is None or not pair.chinese:
        return ""
    said = words.says(token.terminal, pair)
    twins = " · ".join(f"`{word}`" for word in (pair.english, *pair.chinese) if word)
    return f"{twins}\n\n{escaped(said[language])}" if said else twins


def _of_code(code: str, language: str) -> str:
    """The head of a finding's page: what it says, and why."""
    known = entry(code)
    if known is None:
        return ""
    severity = SEVERITY_WORDS[known.severity][language]
    return f"**{code}** {known.slug} · {severity}\n\n> {escaped(pattern(known, language))}\n\n{read_page(code).why[language]}"


def _without_folder(lines: Iterable[Line], project: Project) -> Iterator[Line]:
    """Places as they are called within the project."""
    folder = f"{project.folder.as_posix()}/" if project.folder else ""
    short: Callable[[str], str] = lambda text: text.replace(folder, "") if folder else text  # noqa: E731
    return (Line(line.indent, short(line.head), short(line.text)) for line in lines)
