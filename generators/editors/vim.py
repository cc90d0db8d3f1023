"""The language for Vim and Neovim: file type, colours, folds, indentation.

In: the grammar's blocks, lines and words. Out: files for a folder of the `runtimepath`. Each word of a line is an item that names those
which may follow (`nextgroup`), so that colours follow the compiler's reading; blocks are regions that fold. Of items that fit one place
Vim takes the one defined last, so what is tried first is written last.
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.editors.chains import places
from generators.editors.indents import opening
from generators.editors.rules import REST, Block, Line, blocks, words_of_calculations
from generators.editors.textmate import HEADER
from generators.editors.words import BLANK, atoms, pattern, priority, role

COLOURS = {
    "heading": "Statement",
    "mark": "Keyword",
    "note": "PreProc",
    "level": "Type",
    "label": "Special",
    "relation": "Constant",
    "option": "Constant",
    "kind": "Type",
    "calculation": "Conditional",
    "function": "Function",
    "identifier": "Identifier",
    "code": "Constant",
    "name": "Title",
    "string": "String",
    "number": "Number",
    "weight": "Number",
    "unit": "Type",
    "operator": "Operator",
    "bracket": "Delimiter",
    "pin": "Special",
    "comment": "Comment",
    "wrong": "Error",
}
"""What a word is for, and the group that colour schemes know."""

_OPENED = {"(?:": "", "(?=": "@=", "(?!": "@!", "(?<!": "@<!"}
_SPECIAL = "<>=@~&%/"
_CLASSES = {r"\s": " \\t\u3000\u00a0", r"\u3000": "\u3000", r"\u00a0": "\u00a0", r"\[": "["}


def files() -> dict[str, bytes]:
    made = {
        "ftdetect/ctmm.vim": ["autocmd BufNewFile,BufRead *.ctmm setfiletype ctmm"],
        "ftplugin/ctmm.vim": _plugin(),
        "indent/ctmm.vim": _indent(),
        "syntax/ctmm.vim": [*_syntax()],
    }
    return {f"vim/{path}": "\n".join([f'" {HEADER}', *lines, ""]).encode() for path, lines in made.items()}


def _plugin() -> list[str]:
    return [
        "if exists('b:did_ftplugin')",
        "  finish",
        "endif",
        "let b:did_ftplugin = 1",
        r"setlocal comments=:# commentstring=#\ %s",
        "setlocal expandtab shiftwidth=2 softtabstop=2",
        "setlocal iskeyword+=.,-,/,:",
        "setlocal foldmethod=syntax foldlevel=99",
        "setlocal suffixesadd=.ctmm",
        r"setlocal makeprg=ctmm\ check\ --format\ github",
        f"let &l:errorformat = '{_found()}'",
        "let b:undo_ftplugin = 'setlocal comments< commentstring< expandtab< shiftwidth< softtabstop< iskeyword<'",
        "  \\ . ' foldmethod< foldlevel< suffixesadd< makeprg< errorformat<'",
    ]


def _found() -> str:
    """How `:make` reads findings: as GitHub's annotations. Their columns count characters, which Vim cannot take: it counts bytes."""
    place = r" file=%f\,line=%l\,endLine=%*\d\,col=%*\d\,endColumn=%*\d\,title=%m"
    return ",".join(f"::{kind}{place}" for kind in ("%trror", "%tarning", "%totice")) + ",%-G%.%#"


def _indent() -> list[str]:
    return [
        "if exists('b:did_indent')",
        "  finish",
        "endif",
        "let b:did_indent = 1",
        "scriptencoding utf-8",
        "setlocal autoindent nosmartindent indentexpr=CtmmIndent() indentkeys=o,O",
        "let b:undo_indent = 'setlocal autoindent< smartindent< indentexpr< indentkeys<'",
        f"let s:opens = '{vim(opening())}'",
        "",
        "\" A line is indented as the one above, and deeper under what has lines of its own.",
        "function! CtmmIndent() abort",
        "  let l:above = prevnonblank(v:lnum - 1)",
        "  if l:above == 0",
        "    return 0",
        "  endif",
        "  return indent(l:above) + (getline(l:above) =~# s:opens ? shiftwidth() : 0)",
        "endfunction",
    ]  # fmt: skip


def _syntax() -> Iterator[str]:
    lines = dict.fromkeys(line for block in blocks() for line in (block.heading, *block.lines))
    numbers = {line: number for number, line in enumerate(lines)}
    yield from ("if exists('b:current_syntax')", "  finish", "endif", "syntax case match", "scriptencoding utf-8", "")
    stray = vim(r"^[^\s#＃].*")
    yield f"syntax match ctmmWrong /{stray}/"
    for block in blocks():
        yield from _region(block, numbers)
    for line in sorted(lines, key=lambda line: (priority(line.mark), -numbers[line])):
        yield from _items(line, numbers[line], heading=any(line is block.heading for block in blocks()))
    yield from _calculation()
    yield f"syntax match ctmmComment /{vim(f'^{BLANK}*[#＃].*$')}/"
    yield f"syntax match ctmmComment_end /{vim(f'{BLANK}{{2,}}[#＃].*$')}/ contained"
    yield from _links(numbers)
    yield "syntax sync fromstart"
    yield "let b:current_syntax = 'ctmm'"


def _region(block: Block, numbers: dict[Line, int]) -> Iterator[str]:
    """A block, from its heading to the end of the line above the next one."""
    inside = ",".join(_group(line.mark, numbers[line], 0) for line in (block.heading, *block.lines))
    start, end = vim(f"^(?={pattern(block.heading.mark)})"), "\\v$%(\\n+[^ \\t\\n\u3000\u00a0#＃])@="
    yield f"syntax region ctmmBlock_{block.name} start=/{start}/ end=/{end}/ fold keepend contains=ctmmComment,{inside}"


def _items(line: Line, number: int, *, heading: bool) -> Iterator[str]:
    ordered = sorted(range(len(places(line))), key=lambda at: (priority(places(line)[at].terminal), -at))
    for at in ordered:
        place = places(line)[at]
        if place.terminal == REST:
            yield f"syntax match {_group(REST, number, at)} /\\v.*$/ contained contains=@ctmmCalculation"
            continue
        before = f"^{BLANK}+" if at == 0 and not heading else "" if at == 0 else f"{BLANK}*"
        follow = _next(line, number, at)
        goes_on = f" nextgroup={','.join(follow)}" if follow else ""
        word = vim(f"{before}(?:{pattern(place.terminal)})")
        yield f"syntax match {_group(place.terminal, number, at)} /{word}/ contained{goes_on}"


def _next(line: Line, number: int, at: int) -> list[str]:
    place = places(line)[at]
    follow = [_group(places(line)[one].terminal, number, one) for one in place.next]
    return [*follow, *(["ctmmComment_end"] if place.ends and place.terminal != "TEXT" else [])]


def _calculation() -> Iterator[str]:
    words = sorted(words_of_calculations(), key=priority)
    for word in words:
        yield f"syntax match {_group(word, 0, 0, 'calculation')} /{vim(pattern(word))}/ contained"
    inside = ",".join(["ctmmComment_end", *(_group(word, 0, 0, "calculation") for word in words)])
    yield f"syntax cluster ctmmCalculation contains={inside}"


def _links(numbers: dict[Line, int]) -> Iterator[str]:
    for one, colour in COLOURS.items():
        yield f"highlight default link ctmm{one.capitalize()} {colour}"
    yield "highlight default link ctmmComment_end ctmmComment"
    groups = {
        _group(place.terminal, number, at): place.terminal
        for line, number in numbers.items()
        for at, place in enumerate(places(line))
    }
    groups |= {_group(word, 0, 0, "calculation"): word for word in words_of_calculations()}
    for group, terminal in groups.items():
        if role(terminal) not in ("text", "rest"):
            yield f"highlight default link {group} ctmm{role(terminal).capitalize()}"


def _group(terminal: str, number: int, at: int, where: str = "") -> str:
    """The item of a word: its role, its line and its place there."""
    return f"ctmm{role(terminal).capitalize()}_{where + terminal.strip('_') if where else f'{number}_{at}'}"


def vim(expression: str) -> str:
    """A regular expression as Vim writes it, between slashes, with `\\v`."""
    made: list[str] = []
    closing: list[str] = []
    for atom in atoms(expression):
        if atom.startswith("("):
            made.append("%(")
            closing.append(_OPENED.get(atom, ""))
        elif atom == ")":
            made.append(")" + closing.pop())
        else:
            made.append(_atom(atom))
    return r"\v" + "".join(made)


def _atom(atom: str) -> str:
    if atom.startswith("["):
        for one, other in _CLASSES.items():
            atom = atom[:1] + atom[1:].replace(one, other)
        return atom.replace("/", r"\/")
    if atom.startswith(r"\u"):
        return chr(int(atom[2:], 16))
    if atom in (r"\s", r"\S", r"\w"):
        return {r"\s": "[ \\t\u3000\u00a0]", r"\S": "[^ \\t\u3000\u00a0]", r"\w": "[0-9A-Za-z_]"}[atom]
    return "\\" + atom if atom in _SPECIAL else atom
