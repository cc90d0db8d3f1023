"""What a file says is what it said before it was laid out; the style is one; comments stay; texts stay."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctmm_dsl.edits import applied
from ctmm_dsl.format import edits, formatted
from ctmm_dsl.parser import parse
from ctmm_dsl.pipeline import Outcome, compile_sources
from ctmm_dsl.reading import find, read, understand
from ctmm_dsl.resolve import resolve
from ctmm_dsl.source import Source
from tests import strategies
from tests.format.hands import comments, laid_otherwise, with_comments
from tests.language.cases import BAD, GOOD, read_case

ROOT = Path(__file__).parents[2]
SHIPPED, _ = read(find([ROOT / "spec"]))
GOLDEN, _ = read(find([ROOT / "tests/golden"]))
SOUND, _ = read(find([ROOT / "tests/language/sound"]))
FILES = [*GOLDEN, *SOUND, *SHIPPED]
SEEDS = st.integers(0, 2**32)
some = settings(max_examples=25, derandomize=True, database=None, deadline=None)

_PLACE = re.compile(r"[^\s(=]+\.ctmm:[0-9]+:[0-9]+")


def name_of(source: Source) -> str:
    return Path(source.path).name


def said(sources: list[Source]) -> str:
    """All that the model holds, but for places."""
    model, _ = resolve([parse(source) for source in sources])
    return _PLACE.sub("@", repr(model))


def styled(source: Source, keywords: str | None = None) -> Source:
    """A source in the style, which is laid out once and for all."""
    text = formatted(source, keywords)
    assert text is not None
    made = Source(source.path, text)
    assert formatted(made, keywords) == text
    return made


@pytest.mark.parametrize("source", FILES, ids=name_of)
def test_a_file_says_what_it_said(source: Source) -> None:
    plain = styled(source)
    chinese = styled(source, "zh")
    english = styled(source, "en")
    assert len({said([one]) for one in (source, plain, chinese, english)}) == 1
    assert styled(chinese, "en") == english
    assert styled(english, "zh") == chinese


@pytest.mark.parametrize("source", FILES, ids=name_of)
@pytest.mark.parametrize("keywords", [None, "zh"])
def test_whatever_the_layout_the_style_is_one(source: Source, keywords: str | None) -> None:
    """Other indentation, blanks and full-width signs come to the very same text."""
    tidy = styled(source, keywords)
    for seed in range(2):
        untidy = Source(source.path, laid_otherwise(tidy.text, Random(seed)))
        assert untidy.text != tidy.text
        assert said([untidy]) == said([tidy])
        assert formatted(untidy) == tidy.text


@some
@given(st.sampled_from([*GOLDEN, *SOUND]), SEEDS)
def test_comments_stay_beside_their_lines(source: Source, seed: int) -> None:
    random = Random(seed)
    commented = laid_otherwise(with_comments(styled(source).text, random), random)
    before = Source(source.path, commented)
    after = styled(before)
    assert comments(after.text) == comments(commented)
    assert said([after]) == said([before])
    assert not re.search(r"\n\n\n|[ \t\u3000]\n|\A\n|\n\n\Z", after.text)


@some
@given(strategies.standards())
def test_any_standard_says_what_it_said(files: strategies.Files) -> None:
    for text in files.texts:
        source = Source("any.ctmm", text)
        assert said([styled(source)]) == said([source]) == said([styled(source, "zh")])


def findings_of(outcome: Outcome) -> list[tuple[str, str]]:
    return [(finding.code, finding.message("en")) for finding in outcome.findings]


@pytest.mark.parametrize("path", [*GOOD, *BAD], ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_cases_of_the_language(path: Path) -> None:
    """A file of which a line cannot be read stays; all others say the same, and what was found is found still."""
    files = [understand(file.name, file.data) for file in read_case(path).files if file.name.endswith(".ctmm")]
    sources = [file for file in files if isinstance(file, Source)]
    laid = []
    for source in sources:
        if parse(source).findings:
            assert formatted(source) is None
            assert edits(source) is None
            laid.append(source)
        else:
            laid.append(styled(source))
    before, after = compile_sources(sources), compile_sources(laid)
    assert sorted(findings_of(after)) == sorted(findings_of(before))
    assert said(laid) == said(sources)


@some
@given(st.sampled_from([*GOLDEN, *SOUND]), SEEDS)
def test_edits_make_the_style(source: Source, seed: int) -> None:
    untidy = Source(source.path, laid_otherwise(source.text, Random(seed)))
    changes = edits(untidy)
    assert changes is not None
    assert applied(untidy.text, changes) == formatted(untidy)
    assert edits(styled(untidy)) == []


ODD = (
    "standard x 示例\n\ndomain A 甲\n    - 条款\n      @note x\n          let b = x\n   # 一\n           # 二\n  # 三\n       # 四\n",
    "standard x 示例\n\ndomain A 甲\n  let b = x\n        score = tier b\n    > 1  2\n    else  1\n",
    "standard x 示例\n\ndomain A 甲\n  level 1\n      - 条款\n          level 2\n          - 条款\n     @allow CT8005 \"x\"\n",
)  # fmt: skip
"""Indentations that nobody means: comments between them, rows that stand no deeper than their head, a note of a level above."""


@pytest.mark.parametrize("text", ODD, ids=("comments", "rows", "note"))
def test_an_odd_indentation_is_laid_out_once_and_says_the_same(text: str) -> None:
    source = Source("odd.ctmm", text)
    assert not parse(source).findings
    assert said([styled(source)]) == said([source])
