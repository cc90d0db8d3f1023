"""What the server says at a place, exactly: hovers, completions, outline, folding, colours, lenses."""

from __future__ import annotations

import re

import pytest

from ctmm_dsl import grammar
from ctmm_dsl.render.paragraphs import Line
from ctmm_dsl.server import words
from ctmm_dsl.server.colours import KIND_OF, PLAIN, coloured, kind_of
from ctmm_dsl.server.completion import completions
from ctmm_dsl.server.hover import hover
from ctmm_dsl.server.lenses import lenses
from ctmm_dsl.server.markdown import as_markdown, escaped, plain
from ctmm_dsl.server.outline import Item, folds, found, outline
from ctmm_dsl.server.texts import Buffer
from tests.server.conftest import Opened

# ---- hovers --------------------------------------------------------------------------------------------------------


def hovered(opened: Opened, name: str, needle: str, add: int = 0, language: str = "zh") -> str | None:
    project, path, offset = opened.at(name, needle, add)
    said = hover(project, opened.lexed, path, offset, language)
    return said.text if said else None


def test_a_clause_with_its_source_and_the_difference(opened: Opened) -> None:
    assert hovered(opened, "key.ctmm", "规划文件") == (
        "**K/1a**\n\n在𠮷城规划文件中提出数字化转型目标\n\n"
        "- 各级总分中所占（key-equal）  等级 1：100%，等级 2：50%\n"
        "- key 2026-draft  数字化转型  等级 1 基础级  key.ctmm:12\n"
        "- 来自 AR/1a（节选）\n"
        "  - 在𠮷城相关规划文件中提出数字化转型目标\n"
        "  - …在𠮷城\\[-相关-\\]规划文件中提…"
    )


def test_an_origin_shows_its_source_and_where_else_that_is_used(opened: Opened) -> None:
    said = hovered(opened, "key.ctmm", "AR/2a", 4, "en")
    assert said is not None
    assert said.startswith("**AR/2a**\n\n明确𠮷城牵头机构\n\n- of each level's score  level 2: 13.33%\n")
    assert "used by key:K/2a (merged)" in said.replace("（", " (").replace("）", ")")
    assert "→ rates  nothing" in said and "𠮷没有规划的指标" in said


def test_a_node_a_quantity_a_part_a_metric(opened: Opened) -> None:
    node = hovered(opened, "city.ctmm", "domain AR", 8)
    assert node is not None
    assert "- 占总分  40%" in node and "- 权重  40%" in node
    quantity = hovered(opened, "rates.ctmm", "/ homes", 4)
    assert quantity is not None
    assert (
        quantity.startswith("**homes 𠮷户数**\n\n")
        and "类别  数量（户），时点" in quantity
        and "范围  1 以上，整数" in quantity
    )
    assert hovered(opened, "rates.ctmm", "* b1", 3) == "**b1 𠮷照明率**\n\n= 有路灯的户数 ÷ 𠮷户数\n"
    assert hovered(opened, "city.ctmm", "classified_share >=", 3) == (
        "**classified_share 🏙️业务数据分类分级的比例**\n\n- 类别  占比\n- DF/2a  🏙️业务数据分类分级的比例 >= 50%"
    )


def test_what_is_mapped_to_an_empty_node_can_be_shown(opened: Opened) -> None:
    for name, old, new in (("rates.ctmm", "domain L1", "domain L2 空\n\ndomain L1"), ("city--rates.ctmm", "L1", "L2")):
        text = opened.text(name).replace(old, new)
        opened.project.put(Buffer("u", text).source(opened.path(name)))
    said = hovered(opened, "city.ctmm", "domain DF", 8)
    assert said is not None
    assert "→ rates:L2 空  相近" in said


def test_keywords_say_their_twins(opened: Opened) -> None:
    assert hovered(opened, "key.ctmm", "abridged", 2) == "`abridged` · `节选`\n\n只删去了一些字，没有增、改、换位"
    assert hovered(opened, "city.ctmm", "cumulative", 2, "en") == (
        "`cumulative` · `累计`\n\ncumulative: clauses of lower levels count too; own level: this level's alone"
    )


def test_a_code_says_what_it_is_about(opened: Opened) -> None:
    path = opened.path("city.ctmm")
    text = opened.text("city.ctmm").replace("建立跨部门协同机制", "建立跨部门协同机制\n      @allow CT8005 “原文如此”")
    opened.project.put(Buffer("u", text).source(path))
    said = hovered(opened, "city.ctmm", "CT8005", 3, "en")
    assert said is not None and said.startswith("**CT8005** widths-mixed · advice")


def test_every_keyword_of_the_grammar_can_be_explained() -> None:
    for terminal, written in grammar.keywords().items():
        for word in written:
            pair = words.twins_at(terminal, word)
            assert pair and pair.english and pair.chinese, (terminal, word)
            said = words.says(terminal, pair)
            assert said and said["zh"] and said["en"], (terminal, word)


def test_every_terminal_of_the_grammar_is_a_keyword_has_a_kind_or_is_text() -> None:
    terminals = re.findall(r"(?m)^(_?[A-Z_]+)(?:\.-?\d+)?: /", grammar.text())
    known = {*grammar.keywords(), *words.PHRASES, *words.SAYS, *KIND_OF, *PLAIN, "_BLANK", "_NL", "REMARK"}
    assert not set(terminals) - known
    assert {*words.SAYS, *KIND_OF} - {"COMMENT"} <= set(terminals)


# ---- Markdown ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("*a* _b_ `c`", r"\*a\* \_b\_ \`c\`"),
        ("<b>x</b>", r"\<b>x\</b>"),
        ("[l](u)", r"\[l\](u)"),
        ("# no heading", r"\# no heading"),
        ("1. no list", r"1\. no list"),
        ("12) no list", r"12\) no list"),
        ("- no list", r"\- no list"),
        ("> x", r"\> x"),
        ("&amp; a & b", r"\&amp; a & b"),
        ("~~x~~", r"\~~x\~~"),
        ("a_b_c AR.1 50% = 1", "a_b_c AR.1 50% = 1"),
        ("===", r"\==="),
        ("a\\b", r"a\\b"),
    ],
)
def test_texts_are_no_markup_and_are_escaped_no_more_than_that(text: str, written: str) -> None:
    assert escaped(text) == written
    assert plain(written) == text


def test_lists_are_as_deep_as_lines_are_indented() -> None:
    lines = [Line(0, "一", "头"), Line(2, "a"), Line(6, "b", "x"), Line(2, "c"), Line(0, ""), Line(4, "d")]
    assert as_markdown(lines) == "**一**\n\n头\n\n- a\n  - b  x\n- c\n  - d"
    assert plain("**一**\n\n\\*a\\* `b`") == "一\n\n*a* b"


# ---- completions ---------------------------------------------------------------------------------------------------


def offered(opened: Opened, name: str, before: str, typed: str) -> list[tuple[str, str, str]]:
    """The offers after something was typed in front of a place."""
    project, path, at = opened.at(name, before)
    text = opened.text(name)
    project.put(Buffer("u", text[:at] + typed + text[at:]).source(path))
    return [(offer.text, offer.kind, offer.detail) for offer in completions(project, path, at + len(typed))]


@pytest.mark.parametrize(
    ("name", "before", "typed", "offers"),
    [
        ("key.ctmm", "@from AR/1a", "@from ", [("AR/1a", "clause", "在𠮷城相关规划文件中提出数字化转型目标"), ("none", "keyword", "无")]),
        ("key.ctmm", "@from AR/1a", "@from AR/1a 节", [("节选", "keyword", "abridged"), ("verbatim", "keyword", "逐字")]),
        ("key.ctmm", "@from AR/1a", "@see city:", [("city:DF", "node", "城市数字底座"), ("rates:L1", "node", "照明")]),
        ("key.ctmm", "@from AR/1a", "@", [("@from", "keyword", "@来自"), ("@来自", "keyword", "@from"), ("@allow", "snippet", "…")]),
        ("key.ctmm", "@from AR/1a", "@allow ", [("CT8005", "code", "widths-mixed")]),
        ("key.ctmm", "  subset-of", "  subset-of ", [("city", "standard", "𠮷城成熟度模型"), ("rates", "standard", "示例评价指标")]),
        ("key.ctmm", "  subset-of", "  版", [("版本", "keyword", "edition"), ("layers", "keyword", "层次")]),
        ("key.ctmm", "domain K", "", [("quantity", "snippet", "…"), ("能力域", "keyword", "domain · 一级指标 · 维度")]),
        ("city.ctmm", "  level 2", "  l", [("level 2", "keyword", "二级"), ("二级", "keyword", "level 2")]),
        ("city.ctmm", "@metric", "@metric ", [("classified_share", "metric", "🏙️业务数据分类分级的比例")]),
        ("city.ctmm", "mean of", "mean of clauses, ", [("cumulative", "keyword", "累计"), ("本级", "keyword", "own level")]),
        ("rates.ctmm", "100 * b1", "100*", [("b1", "part", "𠮷照明率"), ("homes", "quantity", "𠮷户数"), ("min", "keyword", "取小")]),
        ("rates.ctmm", "100 * b1", "若", [("若", "keyword", "if"), ("lit", "quantity", "有路灯的户数")]),
        ("rates.ctmm", "@within homes", "@within ", [("homes", "quantity", "𠮷户数")]),
        ("rates.ctmm", "count 户", "", [("占比", "keyword", "share"), ("amount", "keyword", "数值")]),
        ("rates.ctmm", "at point\n  range", "", [("over period", "keyword", "时段"), ("时点", "keyword", "at point")]),
        ("city--rates.ctmm", "  AR  none", "  ", [("AR", "node", "适数化改革"), ("DF", "node", "城市数字底座")]),
        ("city--rates.ctmm", "  AR  none", "  DF close ", [("L1", "node", "照明")]),
        ("city--rates.ctmm", "  AR  none", "  DF ", [("更宽", "keyword", "broad"), ("none", "keyword", "无")]),
        ("key-equal.ctmm", "key 等权", "", [("city", "standard", "𠮷城成熟度模型")]),
        ("key-equal.ctmm", "  K  100", "  within ", [("domain", "keyword", "能力域 · 一级指标 · 维度"), ("总体", "keyword", "total")]),
    ],
)  # fmt: skip
def test_what_may_stand_there_is_offered(
    opened: Opened, name: str, before: str, typed: str, offers: list[tuple[str, str, str]]
) -> None:
    found_here = offered(opened, name, before, typed)
    assert not [offer for offer in offers if offer not in found_here], found_here


@pytest.mark.parametrize(
    ("name", "before", "typed", "none"),
    [
        ("city.ctmm", "相关规划", "", ""),  # within a text
        ("city.ctmm", "domain AR", "# @from ", ""),
        ("key.ctmm", "  subset-of", "  @", "@from"),  # under a heading that it cannot be about
        ("city.ctmm", "domain AR", "", "weights"),  # a heading that a standard has no place for
        ("city.ctmm", "domain AR", "", "standard"),
        ("city.ctmm", "  level 2", "  ", "level 3"),
        ("rates.ctmm", "100 * b1", "100*zz", "and"),
    ],
)
def test_what_may_not_stand_there_is_not(opened: Opened, name: str, before: str, typed: str, none: str) -> None:
    found_here = [text for text, _, _ in offered(opened, name, before, typed)]
    assert none not in found_here if none else found_here == []


# ---- outline, search, folding --------------------------------------------------------------------------------------


def shown(items: list[Item]) -> list[object]:
    return [(item.name, shown(item.below)) if item.below else item.name for item in items]


def test_the_outline_is_the_tree(opened: Opened) -> None:
    tree = opened.project.tree(opened.path("city.ctmm"))
    assert shown(outline(tree)) == [
        "city 𠮷城成熟度模型",
        ("levels", ["1 基础级", "2 发展级"]),
        "条款满足程度",
        "method",
        "classified_share 🏙️业务数据分类分级的比例",
        (
            "AR 适数化改革",
            [
                ("level 1", ["a) 在𠮷城相关规划文件中提出数字化转型目标"]),
                ("level 2", ["a) 明确𠮷城牵头机构", "b) 建立跨部门协同机制"]),
            ],
        ),
        (
            "DF 城市数字底座",
            [
                ("level 1", ["- 建立𠮷𠮷数据资源目录"]),
                ("level 2", ["- 🏙️有序实施，50%及以上业务数据实现分类分级管理"]),
            ],
        ),
    ]
    rates = shown(outline(opened.project.tree(opened.path("rates.ctmm"))))
    assert rates[-1] == ("L1 照明", ["b1 𠮷照明率", "score"])


def test_a_search_finds_by_any_word(opened: Opened) -> None:
    assert [words_ for _, words_ in found(opened.project, "牵头 机构")] == [
        "a) 明确𠮷城牵头机构",
        "- 明确𠮷城牵头机构，建立跨部门协同机制",
    ]
    assert [one.symbol.name for one, _ in found(opened.project, "HOMES")] == ["homes"]
    assert found(opened.project, "没有这个") == []


def test_blocks_levels_and_comments_fold(opened: Opened) -> None:
    path = opened.path("rates.ctmm")
    text = "# 一\n# 二\n" + opened.text("rates.ctmm")
    opened.project.put(Buffer("u", text).source(path))
    assert folds(opened.project.tree(path)) == [
        (0, 1, "comment"), (2, 4, "region"), (6, 8, "region"), (10, 11, "region"), (12, 13, "region"), (15, 17, "region"),
    ]  # fmt: skip


# ---- colours -------------------------------------------------------------------------------------------------------


def test_keywords_names_and_numbers_are_coloured_and_texts_are_plain(opened: Opened) -> None:
    path, text = opened.path("key.ctmm"), opened.text("key.ctmm") + "  # 备注\n"
    stretches = [(text[one.start : one.end], one.kind) for one in coloured(opened.lexed.of_file(path, text))]
    assert stretches[:4] == [
        ("standard", "keyword"),
        ("key", "class"),
        ("𠮷城重点指标", "string"),
        ("edition", "keyword"),
    ]
    assert stretches[-9:] == [
        ("@from", "decorator"), ("AR/2a", "class"), ("merged", "enumMember"), ("@from", "decorator"), ("AR/2b", "class"),
        ("merged", "enumMember"), ("@see", "decorator"), ("city:DF/1a", "class"), ("# 备注", "comment"),
    ]  # fmt: skip
    assert not [words_ for words_, _ in stretches if "规划文件" in words_ or "牵头机构" in words_]
    assert {kind_of(terminal) for terminal in grammar.keywords()} == {"keyword", "decorator", "enumMember"}


def test_a_line_that_cannot_be_read_costs_its_own_colours(opened: Opened) -> None:
    text = "domain A 甲\n  level 1\n    - 一\n  score = * 3\n  level 2\n    - 二\n"
    stretches = [(text[one.start : one.end], one.kind) for one in coloured(opened.lexed.of_file("x", text))]
    assert ("score", "keyword") in stretches and ("level 2", "keyword") in stretches


# ---- lenses --------------------------------------------------------------------------------------------------------


def test_lenses_say_sums_counts_and_shares(opened: Opened) -> None:
    said = {
        lens.span.text.split("\n")[0]: lens.words for lens in lenses(opened.project, opened.path("city.ctmm"), "zh")
    }
    assert said == {
        "standard city 𠮷城成熟度模型": "下级权重合计 100% ✓ · 条款 5 = 2 + 3",
        "domain AR 适数化改革 40%": "占总分 40% · 条款 3 = 1 + 2",
        "a) 在𠮷城相关规划文件中提出数字化转型目标": "占总分 等级 1：40%，等级 2：13.33%",
        "a) 明确𠮷城牵头机构": "占总分 等级 2：13.33%",
        "b) 建立跨部门协同机制": "占总分 等级 2：13.33%",
        "domain DF 城市数字底座 60%": "占总分 60% · 条款 2 = 1 + 1",
        "- 建立𠮷𠮷数据资源目录": "占总分 等级 1：60%，等级 2：30%",
        "- 🏙️有序实施，50%及以上业务数据实现分类分级管理": "占总分 等级 2：30%",
    }


def test_weights_that_do_not_sum_are_told_above_their_parent(opened: Opened) -> None:
    path = opened.path("city.ctmm")
    opened.project.put(Buffer("u", opened.text("city.ctmm").replace("60%", "55%")).source(path))
    assert lenses(opened.project, path, "en", clauses=False)[0].words == (
        "weights below sum to 95% ≠ 100% · clauses 5 = 2 + 3"
    )
