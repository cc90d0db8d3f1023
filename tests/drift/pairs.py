"""A whole and a part of it, made from a few lines, for tests."""

from __future__ import annotations

from ctmm_dsl.drift import Drift, drift, parts
from ctmm_dsl.pipeline import Outcome, compile_sources
from ctmm_dsl.source import Source

HEAD = "  edition  2026\n  layers   能力域\n"
LEVELS = "\nlevels\n  1 基础级\n  2 发展级\n\n"
METRICS = "metric covered 覆盖比例 share\nmetric delay 响应天数 count\n\n"


def whole(*leaves: str) -> str:
    """A standard `full`; each leaf is the text below its heading."""
    nodes = "".join(f"domain L{at} 第{at}域\n{leaf}\n" for at, leaf in enumerate(leaves, 1))
    return f"standard full 整体标准\n{HEAD}{LEVELS}{METRICS}{nodes}"


def part(*leaves: str) -> str:
    """A standard `key`, a part of it."""
    nodes = "".join(f"domain K{at} 第{at}域\n{leaf}\n" for at, leaf in enumerate(leaves, 1))
    return f"standard key 部分标准\n{HEAD}  subset-of  full\n{LEVELS}{nodes}"


def leaf(first: str, second: str = "第二级的要求") -> str:
    """A leaf with a clause at each level; further lines belong to a clause."""
    return "".join(f"  level {level}\n{_clause(text)}" for level, text in ((1, first), (2, second)))


def _clause(text: str) -> str:
    said, *notes = text.split("\n")
    return f"    - {said}\n" + "".join(f"      {note}\n" for note in notes)


def compiled(*texts: str) -> Outcome:
    return compile_sources([Source(f"{at}.ctmm", text) for at, text in enumerate(texts)])


def drifted(source: str, clause: str, relation: str) -> Drift:
    """The drift of a part whose first clause comes from the first of the whole."""
    said, *notes = clause.split("\n")
    mine = "\n".join([said, *notes, f"@from L1/1a {relation}"])
    outcome = compiled(whole(leaf(source)), part(leaf(mine, "第二级的要求\n@from L1/2a verbatim")))
    return drift(parts(outcome.model)[0])
