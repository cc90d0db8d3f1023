"""Whatever a file is while it is being typed, every question about every place has an answer and none ends in an exception."""

from __future__ import annotations

from contextlib import suppress
from random import Random

import pytest

from ctmm_dsl.reading import Trouble
from ctmm_dsl.server.colours import coloured
from ctmm_dsl.server.completion import completions
from ctmm_dsl.server.findings import by_file, message, page_of
from ctmm_dsl.server.formatting import formatting
from ctmm_dsl.server.hover import hover
from ctmm_dsl.server.lenses import lenses
from ctmm_dsl.server.outline import Item, folds, found, outline
from ctmm_dsl.server.pointing import same_thing
from ctmm_dsl.server.projects import Project
from ctmm_dsl.server.renaming import rename
from ctmm_dsl.server.texts import Buffer, place
from ctmm_dsl.server.tokens import Lexed
from tests.server.conftest import Opened
from tests.server.texts import FILES

PIECES = (
    "数", "𠮷", "🏙️", "a", "1", " ", "  ", "\n", "\n  ", "\n\n", "\t", "\u3000", "@", "＠", "@from ", "@see AR", '@allow CT3001 "x"',
    "#", '"', "“", "level 3", "三级", "- ", "a) ", "100%", "=", "＝", "(", "/", "b1", "min(", "if ", "\u2028", "\x00", "\ufeff", "\ud800",
    "\x0c", "standard x y", "domain Q 一 5%", "subdomain AR.1 二 50%", "quantity q 数 count 个 at point", "score = ", "rubric", "0%",
    "profile p of city 剖面", "crosswalk a -> b", "weights\n  within domain equal", "tier ", ">= 5 3", "AR/1a", "level", "let b1 = b1",
    "subset-of key",
)  # fmt: skip
"""What is typed, pasted and left half-done."""

STEPS = 12


def edited(text: str, random: Random) -> str:
    """A text with one more change: something put in, taken out, doubled or moved."""
    first, last = sorted(random.randrange(len(text) + 1) for _ in range(2))
    match random.randrange(5):
        case 0:
            return text[:first] + text[min(last, first + random.choice((1, 5, 200))) :]
        case 1:
            lines = text.split("\n")
            at = random.randrange(len(lines))
            return "\n".join([*lines[:at], *lines[at : at + 2] * random.choice((0, 2)), *lines[at + 2 :]])
        case _:
            return text[:first] + random.choice(PIECES) + text[first:]


@pytest.mark.parametrize("seed", range(14))
def test_every_question_has_an_answer(opened: Opened, seed: int) -> None:
    random = Random(seed)
    names = sorted(FILES)
    for _ in range(STEPS):
        name = random.choice(names)
        path = opened.path(name)
        opened.project.put(Buffer("u", edited(opened.text(name), random)).source(path))
        for language in ("zh", "en"):
            of_the_whole(opened.project, opened.lexed, path, language)
        for _ in range(6):
            of_a_place(opened.project, opened.lexed, path, random)


def of_the_whole(project: Project, lexed: Lexed, path: str, language: str) -> None:
    source = project.source(path)
    size = len(source.text)
    for findings in by_file(project.outcome).values():
        for finding in findings:
            assert message(finding, project, language) and page_of(finding, project).startswith("file:")
    before = 0
    for stretch in coloured(lexed.of_file(path, source.text)):
        assert before <= stretch.start < stretch.end <= size + 1
        before = stretch.end
    for item in outline(project.tree(path)):
        within(item)
    for first, last, _ in folds(project.tree(path)):
        assert 0 <= first < last < len(source.line_starts)
    for lens in lenses(project, path, language):
        assert lens.span.source.path == path and lens.words
    for edit in formatting(source):
        assert 0 <= edit.span.start <= edit.span.end <= size
    found(project, "数 a")


def within(item: Item) -> None:
    """An item's place lies in it, and so do all items below."""
    assert item.name
    assert item.extent.start <= item.place.start <= item.place.end <= item.extent.end
    for below in item.below:
        assert item.extent.start <= below.extent.start and below.extent.end <= item.extent.end
        within(below)


def of_a_place(project: Project, lexed: Lexed, path: str, random: Random) -> None:
    source = project.source(path)
    at = random.randrange(len(source.text) + 1)
    place(source, at)
    for language in ("zh", "en"):
        said = hover(project, lexed, path, at, language)
        assert said is None or said.text
    for offer in completions(project, path, at):
        assert offer.span.end == at and offer.text
    same_thing(project, path, at)
    with suppress(Trouble):
        assert all(edit.text for edit in rename(project, path, at, "zz9"))
