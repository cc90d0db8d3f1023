"""A spec that is edited says what it would say if all of it were read anew, after every edit."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from ctmm_dsl.checks import NARROW, WIDE, Rule, _alone
from ctmm_dsl.findings import Finding
from ctmm_dsl.pipeline import Outcome, compile_sources
from ctmm_dsl.reading import find, read, understand
from ctmm_dsl.source import Source
from ctmm_dsl.workspace import Workspace
from tests import strategies
from tests.language.cases import BAD, GOOD, read_case

SOURCES, _ = read(find([strategies.SPEC]))
PIECES = (
    "x",
    "数",
    "1",
    " ",
    "\n",
    "\n  ",
    "40%",
    "@see AR.1\n",
    "@from none\n",
    "level 2\n",
    "# ",
    '"',
    "item X 新 10%\n",
    "\u200b",
    "𠮷",
)


def said(finding: Finding) -> tuple[object, ...]:
    place = (finding.span.source.path, finding.span.start, finding.span.end)
    related = tuple((other.span.source.path, other.span.start, other.span.end) for other in finding.related)
    return finding.code, place, related, finding.message("zh"), finding.mark("en"), finding.help("en")


def all_of(outcome: Outcome) -> tuple[object, ...]:
    allowed = [(said(finding), repr(allow.span)) for finding, allow in outcome.allowed]
    return [said(finding) for finding in outcome.findings], allowed, len(outcome.model.documents())


def anew(workspace: Workspace) -> Outcome:
    return compile_sources(workspace.sources[path] for path in sorted(workspace.sources))


def edited(text: str, random: Random) -> str:
    """One slip of a hand: a piece put in, a stretch taken out, a line doubled, a block doubled, two lines swapped."""
    at = random.randrange(len(text))
    lines = text.split("\n")
    row = random.randrange(len(lines) - 1)
    match random.randrange(6):
        case 0 | 1:
            return text[:at] + random.choice(PIECES) + text[at:]
        case 2:
            return text[:at] + text[at + random.randrange(1, 40) :]
        case 3:
            lines.insert(row, lines[row])
        case 4:
            lines[row], lines[row + 1] = lines[row + 1], lines[row]
        case _:
            end = row + random.randrange(1, 12)
            lines[end:end] = lines[row:end]
    return "\n".join(lines)


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.path.rpartition("/")[2])
def test_edits_one_after_another(source: Source) -> None:
    random = Random(source.path.rpartition("/")[2])
    workspace = Workspace(SOURCES)
    assert all_of(workspace.outcome) == all_of(anew(workspace))
    for _ in range(3):
        text = workspace.sources[source.path].text
        workspace.update(Source(source.path, edited(text, random)))
        assert all_of(workspace.outcome) == all_of(anew(workspace))


def test_files_come_and_go() -> None:
    workspace = Workspace(SOURCES)
    for source in SOURCES:
        assert workspace.outcome
        workspace.remove(source.path)
        assert all_of(workspace.outcome) == all_of(anew(workspace))
    for source in reversed(SOURCES):
        workspace.update(source)
        assert all_of(workspace.outcome) == all_of(anew(workspace))


def test_an_edit_undone_is_as_if_it_had_never_been() -> None:
    workspace = Workspace(SOURCES)
    before = all_of(workspace.outcome)
    workspace.update(Source(SOURCES[5].path, "standard x\n"))
    assert all_of(workspace.outcome) != before
    workspace.update(SOURCES[5])
    assert all_of(workspace.outcome) == before


def test_only_what_changed_is_made_anew() -> None:
    workspace = Workspace(SOURCES)
    before = {document.span.source.path: document for document in workspace.outcome.model.documents()}
    source = workspace.sources[next(path for path in before if path.endswith("ctmm-key.ctmm"))]
    workspace.update(Source(source.path, source.text + "\n# 备注\n"))
    after = {document.span.source.path: document for document in workspace.outcome.model.documents()}
    anew = {path.rpartition("/")[2] for path in after if after[path] is not before[path]}
    rests_on_it = {path.rpartition("/")[2] for path in before if "ctmm-key--" in path or "ctmm-equal" in path}
    assert anew == rests_on_it | {"ctmm-key.ctmm"}


def sources_of(path: Path) -> list[Source]:
    understood = (understand(file.name, file.data) for file in read_case(path).files)
    return [source for source in understood if isinstance(source, Source)]


MODELS = [compile_sources(sources_of(path)).model for path in (*GOOD, *BAD)]


@pytest.mark.parametrize("rule", NARROW, ids=lambda rule: rule.__name__)
def test_narrow_rules_need_no_other_document(rule: Rule) -> None:
    """Asked of each document alone they say what they say of all together."""
    for model in MODELS:
        together = [said(finding) for finding in rule(model)]
        apart = [said(finding) for document in model.documents() for finding in rule(_alone(document))]
        assert sorted(map(repr, apart)) == sorted(map(repr, together))


TOGETHER = """standard all 整体标准
  edition 1
  layers 能力域
levels
  1 基础级
scale 条款满足程度
  full 完全满足 100
  none 不满足 0
method
  leaf mean of clauses, cumulative
  parent weighted sum
  reached score > 70
  climb one by one
metric items 事项数量 count
term 3.1 目录清单
  一份列出目录的文件。
term 3.2 数据资源
  可以利用的数据。
domain A 甲
  level 1
    - 建立数据资源目录
"""
PART = """standard part 部分标准
  edition 1
  layers 能力域
  subset-of all
  @see all:A
levels
  1 基础级
scale 条款满足程度
  full 完全满足 100
  none 不满足 0
method
  leaf mean of clauses, cumulative
  parent weighted sum
  reached score > 70
  climb one by one
domain A 甲
  level 1
    - 建立 3 个数据资源目录，列入目录清单
      @from all:A/1 reworded
      @metric items >= 3
"""
LENDER = (
    "standard lender 计分方法\n  edition 1\n  layers 能力域\n"
    + TOGETHER[TOGETHER.index("levels") : TOGETHER.index("metric")]
    + "domain A 甲\n"
)
CONCEPTS = (
    "standard notions 概念\n  edition 1\n  layers 能力域\nlevels\n  1 基础级\ndomain A 甲\n  level 1\n    - 建立目录\n"
)
LENT = "profile lent of notions\n  status 资料性\n  scoring lender\nweights\n  A 100%\n"
UNSCORED = "profile bare of notions\n  status 资料性\nweights\n  A 100%\n"


@pytest.mark.parametrize("rule", sorted(WIDE, key=lambda rule: rule.__name__), ids=lambda rule: rule.__name__)
def test_wide_rules_are_wide(rule: Rule) -> None:
    """Asked of each document alone they would say something else, so they are asked of all."""
    texts = {"all": TOGETHER, "part": PART, "lender": LENDER, "notions": CONCEPTS, "lent": LENT, "bare": UNSCORED}
    model = compile_sources(Source(f"{name}.ctmm", text) for name, text in texts.items()).model
    assert len(model.documents()) == len(texts)
    together = sorted(repr(said(finding)) for finding in rule(model))
    apart = sorted(repr(said(finding)) for document in model.documents() for finding in rule(_alone(document)))
    assert apart != together
