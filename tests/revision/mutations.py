"""Editions as a drafting group could make them: random edits of a spec's lines.

In: texts. Out: texts with clauses and blocks edited, moved, split, merged, added, taken out, renumbered, reordered, and numbers changed.
What comes out need not be sound: an editor's file often is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

Lines = list[str]
Blocks = list[Lines]

WORDS = ("应", "宜", "全部", "并且", "不", "定期", "数据", "平台", "3个", "，", "；", " ", "~2", "a~~", "/")


def mutated(text: str, seed: int, times: int) -> str:
    """A text after so many edits; a seed names them."""
    random = Random(seed)
    blocks = [block.split("\n") for block in text.strip("\n").split("\n\n")]
    for _ in range(times):
        random.choice(EDITS)(blocks, random)
        blocks[:] = [block for block in blocks if block]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _entries(blocks: Blocks) -> list[tuple[Lines, int]]:
    """Where a clause, a descriptor, an option or a row stands."""
    return [(block, at) for block in blocks[1:] for at, line in enumerate(block) if at and line.startswith("  ")]


def _clauses(blocks: Blocks) -> list[tuple[Lines, int]]:
    return [(block, at) for block, at in _entries(blocks) if re.match(r" +(-|[a-z]\)) ", block[at])]


def _some(blocks: Blocks, random: Random) -> list[tuple[Lines, int]]:
    """Clauses, where there are any, or lines of all kinds."""
    return random.choice((_clauses(blocks), _entries(blocks))) or _entries(blocks)


def _text(blocks: Blocks, random: Random) -> None:
    """A word put into a line, or some characters taken out."""
    block, at = random.choice(_entries(blocks))
    line, place = block[at], random.randint(3, max(3, len(block[at])))
    block[at] = line[:place] + random.choice((random.choice(WORDS), "")) + line[place + random.randint(0, 2) :]


def _number(blocks: Blocks, random: Random) -> None:
    """Another number: a weight, a threshold, points, a figure."""
    places = [(block, at) for block in blocks for at, line in enumerate(block) if re.search(r"[0-9]", line)]
    if places:
        block, at = random.choice(places)
        found = random.choice(list(re.finditer(r"[0-9]+", block[at])))
        block[at] = block[at][: found.start()] + str(random.randint(0, 120)) + block[at][found.end() :]


def _take_out(blocks: Blocks, random: Random) -> None:
    block, at = random.choice(_entries(blocks))
    del block[at]


def _put_in(blocks: Blocks, random: Random) -> None:
    """A line doubled, or a clause of other words."""
    block, at = random.choice(_some(blocks, random))
    words = "".join(random.choice(WORDS) for _ in range(random.randint(1, 6)))
    block.insert(
        at + random.randint(0, 1), random.choice((block[at], re.sub(r"(?<=[-)] ).*", "有" + words, block[at])))
    )


def _move(blocks: Blocks, random: Random) -> None:
    """A clause to another place of its leaf or of another."""
    block, at = random.choice(_some(blocks, random))
    other, to = random.choice(_some(blocks, random))
    line = block[at]
    other.insert(to, line)
    del block[block.index(line) if other is not block else at + (to <= at)]


def _split(blocks: Blocks, random: Random) -> None:
    block, at = random.choice(_some(blocks, random))
    line = block[at]
    head = re.match(r" *(?:-|[a-z]\)) |", line)
    assert head
    middle = (len(head.group()) + len(line)) // 2
    block[at : at + 1] = [line[:middle], head.group() + line[middle:]]


def _merge(blocks: Blocks, random: Random) -> None:
    block, at = random.choice(_some(blocks, random))
    if at + 1 < len(block):
        block[at : at + 2] = [block[at] + "，" + re.sub(r"^ *(-|[a-z]\)) ", "", block[at + 1])]


def _block_out(blocks: Blocks, random: Random) -> None:
    if len(blocks) > 3:
        del blocks[random.randrange(1, len(blocks))]


def _block_moved(blocks: Blocks, random: Random) -> None:
    if len(blocks) > 3:
        block = blocks.pop(random.randrange(1, len(blocks)))
        blocks.insert(random.randint(1, len(blocks)), block)


def _block_doubled(blocks: Blocks, random: Random) -> None:
    block = random.choice(blocks[1:])
    blocks.insert(random.randint(1, len(blocks)), list(block))


def _renamed(blocks: Blocks, random: Random) -> None:
    """An identifier or name in a heading, everywhere or there alone."""
    block = random.choice(blocks)
    words = block[0].split()
    if len(words) > 1:
        old = random.choice(words[1:])
        new = old + random.choice(("1", "_x", "改"))
        for other in random.choice(([block], blocks)):
            other[:] = [line.replace(old, new) for line in other]


EDITS: tuple[Callable[[Blocks, Random], None], ...] = (
    _text, _number, _take_out, _put_in, _move, _split, _merge, _block_out, _block_moved, _block_doubled, _renamed,
)  # fmt: skip
