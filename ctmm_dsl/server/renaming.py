"""One name in place of another, everywhere.

In: a project, a place and the new name. Out: edits, in several files where several name it; `Trouble`, said in both languages, where what
stands there has no name of its own, or the new one cannot be used. The identifiers of what stands below a node begin with the node's, so
they change with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from ctmm_dsl import grammar
from ctmm_dsl.edits import Edit
from ctmm_dsl.findings import Both, both
from ctmm_dsl.model import Standard
from ctmm_dsl.reading import Trouble
from ctmm_dsl.resolve.tree import fits
from ctmm_dsl.server.names import Occurrence, Symbol, unread_lines
from ctmm_dsl.server.projects import Project
from ctmm_dsl.source import Span

RESERVED = ("if", "then", "else", "and", "or", "not", "empty", "per", "each", "min", "max")
"""Words that are no names in a calculation."""

_IDENTIFIER = r"[A-Za-z0-9][A-Za-z0-9._-]*"
_NAME = r"[A-Za-z][A-Za-z0-9_]*"
_WORD = r"[A-Za-z][A-Za-z0-9_-]*"
_LETTERS = both("拉丁字母、数字、. _ -", "Latin letters, digits, `.`, `_` and `-`")
_SMALL = both("拉丁字母、数字和 _，以字母开头", "Latin letters, digits and `_`, and begins with a letter")
FORMS: dict[str, tuple[re.Pattern[str], Both]] = {
    "standard": (re.compile(_IDENTIFIER), _LETTERS),
    "node": (re.compile(_IDENTIFIER), _LETTERS),
    "column": (re.compile(_IDENTIFIER), _LETTERS),
    "quantity": (re.compile(_NAME), _SMALL),
    "part": (re.compile(_NAME), _SMALL),
    "option": (re.compile(_NAME), _SMALL),
    "metric": (re.compile(_WORD), both(f"{_SMALL['zh']}，也可有 -", f"{_SMALL['en']}; `-` may stand in it")),
    "reading": (re.compile(_WORD), both(f"{_SMALL['zh']}，也可有 -", f"{_SMALL['en']}; `-` may stand in it")),
    "document": (re.compile(r"[^\s](?:[^\n\r]*[^\s])?"), both("一行文字", "a text in one line")),
}
"""What can be renamed, how its names are written, and how that is said."""

NO_NAME = Trouble("这里没有可以改的名称", "there is no name here that can be changed")
LETTERED = Trouble(
    "条款的编号由所在的等级和次序决定，不能改名", "a clause is named by its level and its place, and cannot be renamed"
)


def renameable(project: Project, path: str, offset: int) -> Occurrence:
    """The name that stands at a place. Raises `Trouble` where there is none that can be changed."""
    found = [one for one in project.names.at(path, offset, project.paths) if one.span.start <= offset <= one.span.end]
    named = next((one for one in found if one.symbol.kind in FORMS), None)
    if named is None:
        raise LETTERED if any(one.symbol.kind == "clause" for one in found) else NO_NAME
    if not any(one.declares for one in project.names.found(named.symbol, project.paths)):
        raise Trouble(f"没有找到 {named.symbol.name} 的定义", f"nothing here declares {named.symbol.name}")
    return named


def rename(project: Project, path: str, offset: int, new: str) -> tuple[Edit, ...]:
    """The edits that give another name to what stands at a place."""
    symbol = renameable(project, path, offset).symbol
    new = new.strip()
    pattern, words = FORMS[symbol.kind]
    if not pattern.fullmatch(new):
        raise Trouble(f"“{new}”不能作名称：应为{words['zh']}", f"`{new}` is no name here: it is made of {words['en']}")
    if new == symbol.name:
        return ()
    changed = _with_those_below(project, symbol, new) if symbol.kind == "node" else {symbol: new}
    everywhere = project.names.all(project.paths)
    _is_free(project, changed, everywhere)
    _all_is_read(project, changed)
    return tuple(
        Edit(one.span, _written(one.symbol.kind, changed[one.symbol])) for one in everywhere if one.symbol in changed
    )


def _written(kind: str, name: str) -> str:
    """A name as it stands in a line: that of a document in quotes where it holds a blank or begins with one."""
    if kind == "document" and (re.search(r"\s", name) or name[0] in '"“'):
        return grammar.quoted(name)
    return name


def _with_those_below(project: Project, symbol: Symbol, new: str) -> dict[Symbol, str]:
    """A node and all below it whose identifiers begin with its own."""
    changed = {symbol: new}
    standard = project.outcome.model.standard(symbol.owner)
    path = next((path for path in standard.paths() if path[-1].id == symbol.name), None) if standard else None
    if path is None:
        return changed
    if len(path) > 1 and fits(symbol.name, path[-2].id) and not fits(new, path[-2].id):
        above = path[-2].id
        raise Trouble(
            f"{new} 与上级 {above} 不合：标识符以上级的开头",
            f"{new} does not fit {above}, its parent: it begins with that",
        )
    for node in path[-1].walk():
        if fits(node.id, symbol.name):
            changed[Symbol("node", symbol.owner, node.id)] = new + node.id[len(symbol.name) :]
    return changed


# ---- what stands in the way ----------------------------------------------------------------------------------------


def _is_free(project: Project, changed: Mapping[Symbol, str], everywhere: list[Occurrence]) -> None:
    declared = {one.symbol for one in everywhere if one.declares}
    for symbol, new in changed.items():
        rivals = {other for other in declared - set(changed) if other.name == new and _compete(symbol, other)}
        if symbol.kind == "standard":
            rivals = {other for other in declared if other.kind == "standard" and _same(other, new) and other != symbol}
            _not_reserved(new)
        if symbol.kind == "metric":
            rivals |= {other for other in declared if other.kind == "metric" and other.name == new and other != symbol
                       and _related(project, symbol.owner, other.owner)}  # fmt: skip
        if rivals:
            raise Trouble(f"已经有 {new} 了", f"there is a {new} already")
        if symbol.kind in ("quantity", "part", "option") and new in RESERVED:
            raise Trouble(f"{new} 是算式里的关键词", f"{new} is a keyword of calculations")


def _compete(one: Symbol, other: Symbol) -> bool:
    """Whether two things may not have one name."""
    if one.owner != other.owner:
        return False
    if {one.kind, other.kind} <= {"quantity", "part"}:
        return "quantity" in (one.kind, other.kind) or one.within == other.within
    return one.kind == other.kind and one.within == other.within


def _same(other: Symbol, new: str) -> bool:
    return other.name.casefold() == new.casefold()


def _not_reserved(new: str) -> None:
    if new.casefold() == "crosswalk" or "--" in new:
        raise Trouble(
            f"{new} 留作对照的名称", f"{new} is kept for crosswalks: none is called so, and `--` joins the ends of one"
        )


def _related(project: Project, one: str, other: str) -> bool:
    """Whether one of two standards is a part of the other, so that they share metrics."""
    return any(
        other in _owners(standard) if standard.id == one else one in _owners(standard)
        for standard in project.outcome.model.standards
        if standard.id in (one, other)
    )


def _owners(standard: Standard) -> Iterable[str]:
    return [above.id for above in standard.with_supersets()]


def _all_is_read(project: Project, changed: Mapping[Symbol, str]) -> None:
    """No line that could not be read names what is to be renamed: it would keep the old name."""
    names = "|".join(re.escape(symbol.name) for symbol in changed)
    named = re.compile(rf"(?<![\w.-])(?:{names})(?![\w-])")
    for line in _unread(project):
        if named.search(line.text):
            number = line.source.position(line.start).line
            name = line.source.path.rpartition("/")[2]
            raise Trouble(
                f"{name} 第 {number} 行读不懂，其中可能有这个名称；请先改正那一行",
                f"line {number} of {name} cannot be read and may hold the name: mend it first",
            )


def _unread(project: Project) -> Iterator[Span]:
    for path in project.paths:
        if project.tree(path).damaged:
            yield from unread_lines(project.tree(path))
