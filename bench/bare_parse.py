"""What parsing costs at the very least: lark, the grammar, and every block of the given files; no tree of our own, no meaning.

Run as a program, it is what a cold `ctmm check` is held against.
"""

from __future__ import annotations

import re
import sys
from itertools import pairwise
from pathlib import Path

from lark import Lark


def main(folder: str) -> None:
    grammar = (Path(__file__).parent.parent / "ctmm_dsl" / "grammar.lark").read_text("utf-8")
    parser = Lark(grammar, parser="lalr", lexer="contextual", maybe_placeholders=True)
    for file in sorted(Path(folder).rglob("*.ctmm")):
        text = file.read_text("utf-8")
        starts = [match.start() for match in re.finditer(r"(?m)^[^\s#]", text)]
        for start, end in pairwise([*starts, len(text)]):
            parser.parse(text[start:end])


if __name__ == "__main__":
    main(sys.argv[1])
