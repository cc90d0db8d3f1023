"""formulas.tex and formulas.html: every calculation is there, in markup that real readers take, and no text is markup."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from ctmm_dsl.checks.spoken import decimal, percent
from ctmm_dsl.model import Calculation, Quantity, Standard
from ctmm_dsl.model import expression as model
from ctmm_dsl.model.expression import Expression, operands, read_by
from generators import formula_documents, formula_latex, formula_mathml, quoting
from generators.artefact import Edition
from generators.formula_layout import equations
from tests.generators.editions import edition_from, made
from tests.generators.hostile_formulas import HOSTILE, LABELS, label
from tests.generators.invented import EDITIONS, edition_named
from tests.generators.test_readable_formulas import calculation

MATHML = "{http://www.w3.org/1998/Math/MathML}"
XHTML = "{http://www.w3.org/1999/xhtml}"
CORE = {
    "math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "ms", "mfrac", "msqrt", "mroot", "mstyle", "merror", "mpadded", "mphantom",
    "msub", "msup", "msubsup", "munder", "mover", "munderover", "mmultiscripts", "mtable", "mtr", "mtd", "semantics", "annotation",
}  # fmt: skip
"""The elements of MathML Core (W3C, 2023)."""
CORE_ATTRIBUTES = {"display", "form", "fence", "separator", "stretchy", "class"}
HTML = {
    "html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "h4", "p", "code", "nav", "ol", "li", "a", "span", "div",
    "table", "thead", "tbody", "tr", "th", "td", "br",
}  # fmt: skip
HOSTILE_EDITION = "hostile formulas"
NAMES = (*EDITIONS, HOSTILE_EDITION)


@cache
def edition_of(name: str) -> Edition:
    return edition_from(HOSTILE) if name == HOSTILE_EDITION else edition_named(name)


def documents(name: str) -> list[tuple[Standard, str, str]]:
    """Each standard with formulas, its fragment and its page."""
    files = made(formula_documents.emit, edition_of(name))
    return [
        (standard, *(files[f"{standard.id}/formulas.{kind}"].data.decode("utf-8") for kind in ("tex", "html")))
        for standard in edition_of(name).model.standards
        if standard.formulas
    ]


def calculations(standard: Standard) -> list[tuple[str, Calculation]]:
    """Every calculation with the indicator that it belongs to, other readings included."""
    return [
        (node, one)
        for node, formula in standard.formulas.items()
        for one in (formula.calculation, *(reading.calculation for reading in formula.readings))
    ]


def figures(expression: Expression) -> list[str]:
    """Every number that stands in an expression."""
    match expression:
        case model.Number(value=value, percent=in_percent):
            return [percent(value) if in_percent else decimal(value)]
        case model.PerItem(points=points, most=most):
            return [decimal(one) for one in (points, most) if one is not None]
        case model.Tier(subject=subject, steps=steps, otherwise=otherwise):
            rows = [decimal(step.points) for step in steps] + ([] if otherwise is None else [decimal(otherwise)])
            bounds = [
                percent(value) if in_percent else decimal(value) for s in steps for _, value, in_percent in s.bounds
            ]
            return [*figures(subject), *rows, *bounds]
        case model.Checklist(entries=entries, most=most):
            found = [one for entry in entries for one in (entry.points, entry.most)]
            return [decimal(one) for one in (*found, most) if one is not None]
        case model.Choose(points=chosen):
            return [decimal(points) for points in chosen.values()]
    return [figure for operand in operands(expression) for figure in figures(operand)]


def labels(one: Calculation) -> set[str]:
    found: dict[str, Quantity] = {q.name: q for body in one.expressions() for q in read_by(body)}
    options = {option.label for quantity in found.values() for option in quantity.options}
    return {quantity.label for quantity in found.values()} | options | {part.label for part in one.parts}


@pytest.mark.parametrize("name", NAMES)
def test_every_standard_with_formulas_has_both(name: str) -> None:
    spec = edition_of(name)
    meant = {f"{one.id}/formulas.{kind}" for one in spec.model.standards if one.formulas for kind in ("tex", "html")}
    assert set(made(formula_documents.emit, spec)) == meant


# ---- the page --------------------------------------------------------------------------------------------------


def body_of(page: str) -> ElementTree.Element:
    return ElementTree.fromstring(page.removeprefix("<!DOCTYPE html>\n"))


@pytest.mark.parametrize("name", NAMES)
def test_the_page_is_well_formed_and_holds_nothing_but_tables_and_mathml_core(name: str) -> None:
    for _, _, page in documents(name):
        for element in body_of(page).iter():
            if element.tag.startswith(MATHML):
                assert element.tag.removeprefix(MATHML) in CORE
                assert set(element.attrib) <= CORE_ATTRIBUTES
            else:
                assert element.tag.removeprefix(XHTML) in HTML
                assert not [key for key in element.attrib if key.startswith("on") or key in ("src", "style")]


@pytest.mark.parametrize("name", NAMES)
def test_the_page_forbids_scripts_and_other_places(name: str) -> None:
    for _, _, page in documents(name):
        root = body_of(page)
        style = root.find(f".//{XHTML}style")
        policy = next(meta.get("content") for meta in root.iter(f"{XHTML}meta") if meta.get("http-equiv"))
        assert style is not None and style.text and policy
        digest = base64.b64encode(hashlib.sha256(style.text.encode("utf-8")).digest()).decode("ascii")
        assert policy.split("; ") == [
            "default-src 'none'", f"style-src 'sha256-{digest}'", "base-uri 'none'", "form-action 'none'",
        ]  # fmt: skip
        assert not re.search(r"url\(|@import", style.text)


@pytest.mark.parametrize("name", NAMES)
def test_every_link_leads_somewhere_on_the_page(name: str) -> None:
    for standard, _, page in documents(name):
        root = body_of(page)
        anchors = [element.get("id") for element in root.iter() if element.get("id")]
        assert len(set(anchors)) == len(anchors)
        assert set(anchors) >= {*standard.formulas, *(f"quantity:{one.name}" for one in standard.quantities)}
        for link in root.iter(f"{XHTML}a"):
            assert (link.get("href") or "").removeprefix("#") in anchors


@pytest.mark.parametrize("name", NAMES)
def test_no_label_and_no_figure_is_lost_in_mathml(name: str) -> None:
    for standard, _, _ in documents(name):
        for node, one in calculations(standard):
            root = ElementTree.fromstring(formula_mathml.aligned(equations(one)))
            words = "\n".join(element.text or "" for element in root.iter(f"{MATHML}mtext"))
            numbers = [element.text for element in root.iter(f"{MATHML}mn")]
            assert all(text in words for text in labels(one)), node
            for body in one.expressions():
                assert set(figures(body)) <= set(numbers), node


# ---- LaTeX -----------------------------------------------------------------------------------------------------

COMMANDS = {
    "par", "bigskip", "medskip", "noindent", "nobreak", "textbf", "quad", "text", "mathit", "begin", "end", "left", "right",
    "frac", "times", "geq", "leq", "min", "max",
    "textbackslash", "textasciicircum", "textasciitilde", "textless", "textgreater", "textbar", "char",
}  # fmt: skip
"""All that a fragment is made of; no text adds another."""


def balanced(latex: str) -> bool:
    depth = 0
    for sign in re.findall(r"(?<!\\)[{}]", latex.replace(r"\\", "")):
        depth += 1 if sign == "{" else -1
        if depth < 0:
            return False
    opened: list[str] = []
    for what, environment in re.findall(r"\\(begin|end)\{([a-z]+\*?)\}", latex):
        if what == "begin":
            opened.append(environment)
        elif not opened or opened.pop() != environment:
            return False
    fences = [len(re.findall(rf"\\{side}(?![a-z])", latex)) for side in ("left", "right")]
    return depth == 0 and not opened and fences[0] == fences[1]


def test_what_is_not_balanced_is_seen() -> None:
    assert balanced(r"\frac{a}{b \}} \\ \left( c \right) \leq \begin{cases} d \end{cases}")
    for broken in (r"\frac{a}{b", r"a}{b", r"\left( a", r"\begin{cases} \begin{aligned} \end{cases} \end{aligned}"):
        assert not balanced(broken), broken


@pytest.mark.parametrize("name", NAMES)
def test_latex_is_balanced_and_has_no_commands_but_ours(name: str) -> None:
    for _, fragment, _ in documents(name):
        lines = [line for line in fragment.split("\n") if not line.startswith("%")]
        found = "\n".join(lines)
        assert balanced(found)
        assert set(re.findall(r"\\([A-Za-z]+)", found)) <= COMMANDS
        assert not re.search(r"(?<!\\)[%#$~^]", found)


@pytest.mark.parametrize("name", NAMES)
def test_no_label_and_no_figure_is_lost_in_latex(name: str) -> None:
    for standard, fragment, _ in documents(name):
        for node, one in calculations(standard):
            found = formula_latex.aligned(equations(one))
            assert all(row.removesuffix(r" \\") in fragment for row in found.split("\n")), node
            assert all(quoting.latex(text) in found for text in labels(one)), node
            for body in one.expressions():
                assert all(quoting.latex(figure) in found for figure in figures(body)), node
        for node in standard.formulas:
            assert rf"\textbf{{{node}}}\quad {quoting.latex(standard.nodes[node].name)}" in fragment


ENGINE = shutil.which("xelatex") or shutil.which("lualatex")


@pytest.mark.skipif(ENGINE is None, reason="no LaTeX for Chinese is installed")
@pytest.mark.parametrize("name", NAMES)
def test_latex_compiles(name: str, tmp_path: Path) -> None:
    assert ENGINE
    for standard, fragment, _ in documents(name):
        (tmp_path / "formulas.tex").write_text(fragment, "utf-8")
        whole = (
            "\\documentclass{article}\n\\usepackage{amsmath}\n\\begin{document}\n\\input{formulas}\n\\end{document}\n"
        )
        (tmp_path / "whole.tex").write_text(whole, "utf-8")
        command = [ENGINE, "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "whole.tex"]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, errors="replace", timeout=120)
        assert done.returncode == 0, (standard.id, done.stdout[-2000:])


# ---- shapes ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("formula", "latex"),
    [
        ("a - (a - b)", r"\text{甲数} - \left( \text{甲数} - \text{乙数} \right)"),
        ("100 * a / b", r"100 \times \frac{\text{甲数}}{\text{乙数}}"),
        (
            "100 * a / b empty 100",
            r"\begin{cases} 100 \times \frac{\text{甲数}}{\text{乙数}}, & \text{乙数} > 0 \\ 100, & \text{乙数} = 0 \end{cases}",
        ),
        (
            "if yes then 20 else if a > 2 then 10 else 0",
            r"\begin{cases} 20, & \text{“已建成”为是} \\ 10, & \text{甲数} > 2 \\ 0, & \text{其余} \end{cases}",
        ),
        ("per a each 20 up to 100", r"\min\left( 100, 20 \times \text{甲数} \right)"),
        (
            "tier a\n  >= 90%  30\n  >= 80% < 90%  25\n  > 60% <= 70%  20\n  = 5  1\n  else  0",
            r"\begin{aligned} & \begin{cases} 30, & x \geq 90\% \\ 25, & 80\% \leq x < 90\% \\ 20, & 60\% < x \leq 70\% \\ "
            r"1, & x = 5 \\ 0, & \text{其余} \end{cases} "
            r"\\ & x = \text{甲数} \end{aligned}",
        ),
        (
            "checklist up to 60\n  gate yes  15\n  no  10\n  per a each 5 up to 20",
            r"\begin{aligned} & \left[ \text{已建成} \right] \\ & \times \min\left( 60, \begin{aligned} & 15 \times \left[ \text{已建成} "
            r"\right] \\ & + 10 \times \left[ \text{已停用} \right] \\ & + \min\left( 20, 5 \times \text{甲数} \right) \end{aligned} "
            r"\right) \end{aligned}",
        ),
        (
            "checklist\n  gate yes  15\n  no  10",
            r"\begin{aligned} & \left[ \text{已建成} \right] \\ & \times \left( \begin{aligned} & 15 \times \left[ \text{已建成} \right] "
            r"\\ & + 10 \times \left[ \text{已停用} \right] \end{aligned} \right) \end{aligned}",
        ),
        (
            "choose how\n  none  0\n  some  12.5",
            r"\begin{aligned} & \begin{cases} 0, & x = \text{“没有”} \\ 12.5, & x = \text{“有一些”} \end{cases} \\ & x = \text{怎样} "
            r"\end{aligned}",
        ),
    ],
)  # fmt: skip
def test_every_shape_in_latex(formula: str, latex: str) -> None:
    *_, score = equations(calculation(f"score = {formula}"))
    assert formula_latex.math(score.body) == latex


def test_a_letter_that_is_a_parts_name_stands_for_nothing_else() -> None:
    found = equations(calculation("let x = a / b\nlet y = tier rate\n  >= 1  5\n  else  0\nscore = 100 * x + y"))
    assert formula_latex.math(found[1].body).endswith(r"\\ & z = \text{完成率} \end{aligned}")
    assert [formula_latex.math(one.name) for one in found] == ["x", "y", r"\text{得分}"]


def test_names_of_parts_are_set_as_documents_set_them() -> None:
    assert formula_latex.symbol("b1") == "b_{1}"
    assert formula_latex.symbol("b2_app") == r"\mathit{b2\_app}"
    assert formula_mathml.symbol("b1") == "<msub><mi>b</mi><mn>1</mn></msub>"
    assert formula_mathml.symbol("grade") == "<mi>grade</mi>"


# ---- texts stay texts ------------------------------------------------------------------------------------------


def test_hostile_labels_are_seen_as_they_are() -> None:
    (standard, fragment, page), = documents(HOSTILE_EDITION)  # fmt: skip
    root = body_of(page)
    texts = {element.text for element in root.iter()}
    for name in LABELS:
        assert label(name) in texts
    assert root.findtext(f".//{XHTML}title") == f"{standard.name}：公式"
    assert "<script" not in page
    assert "<img" not in page
    assert "49" not in page + fragment


def test_latex_quotes_what_commands_and_ligatures_are_made_of() -> None:
    assert quoting.latex("\\input{x} 5% a_b #1 $x$ ~ ^ &\n\\x\u2028y\x00") == (
        r"\textbackslash{}input\{x\} 5\% a\_b \#1 \$x\$ \textasciitilde{} \textasciicircum{} \& \textbackslash{}x y "
    )
    assert quoting.latex("-- '' ?` ,, <> |\"") == (
        "-{}- '{}' ?{}{\\char96} ,{}, \\textless{}\\textgreater{} \\textbar{}{\\char34}"
    )


def test_xml_shows_what_it_cannot_hold_as_missing() -> None:
    assert (
        quoting.xml("<a & \"b\" 'c'>\x00\x0c\ufffe") == "&lt;a &amp; &quot;b&quot; &#x27;c&#x27;&gt;\ufffd\ufffd\ufffd"
    )
