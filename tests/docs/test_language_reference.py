"""The language reference says what the compiler does: every example is compiled, every table is tried.

In: `docs/语言.md` and `docs/language.md`. An example is a block fenced as `ctmm`; a comment on the line before it may say
`file: NAME` (its name), `with: NAME` (it goes on after the example of that name), `beside: NAME …` (compiled together with those) and
`same: NAME` (it means the same as that one). An example fenced as `ctmm bad` is followed by what the terminal shows, exactly;
`python -m tests.docs.test_language_reference` writes that anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from ctmm_dsl import grammar, parser, syntax
from ctmm_dsl.assessment import Assessment
from ctmm_dsl.catalogue import CATALOGUE
from ctmm_dsl.expression.kinds import Kinds, spoken, unit_fault
from ctmm_dsl.findings import LANGUAGES
from ctmm_dsl.model import RELATIONS, Origin, Remark
from ctmm_dsl.model.expression import QUANTITY_KINDS
from ctmm_dsl.pipeline import Outcome, compile_sources
from ctmm_dsl.render import terminal
from ctmm_dsl.resolve import sizes
from ctmm_dsl.scheme import schemes
from ctmm_dsl.score import score
from ctmm_dsl.score.as_json import as_json
from ctmm_dsl.source import Source, Span, decode

DOCS = Path(__file__).parents[2] / "docs"
FILES = {"zh": "语言.md", "en": "language.md"}

_BLOCK = re.compile(
    r"(?m)^(?:<!-- (.*) -->\n)?```([^\n]*)\n((?:(?!```).*\n)*)```\n(?:\n```text\n((?:(?!```).*\n)*)```\n)?"
)
_HEADING = re.compile(r"(?m)^(#+) (.*)$")
_LINK = re.compile(r"\[[^\]]*\]\(([^)]+)\)")
_CODE = re.compile(r"CT\d{4}")
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")


@dataclass(frozen=True)
class Example:
    """A block of a document, with what the comment before it says."""

    section: str
    kind: str
    text: str
    said: str
    facts: tuple[tuple[str, str], ...]

    def fact(self, key: str) -> str:
        return dict(self.facts).get(key, "")

    @property
    def file(self) -> str:
        return self.fact("file") or "example.ctmm"


@cache
def document(language: str) -> str:
    return (DOCS / FILES[language]).read_text("utf-8")


@cache
def headings(language: str) -> tuple[tuple[str, str], ...]:
    """Level and title of each heading; what stands in a block is none."""
    return tuple(_HEADING.findall(_BLOCK.sub("", document(language))))


@cache
def sections(language: str) -> dict[str, str]:
    """The text under each heading, by the heading's number (empty before the first section)."""
    parts: dict[str, str] = {}
    number = ""
    in_block = False
    for line in document(language).splitlines(keepends=True):
        in_block ^= line.startswith("```")
        heading = None if in_block else _HEADING.match(line)
        if heading:
            number = heading.group(2).split()[0] if heading.group(1) != "#" else ""
        parts[number] = parts.get(number, "") + line
    return parts


@cache
def examples(language: str) -> tuple[Example, ...]:
    return tuple(
        Example(number, kind, text, said, tuple(_facts(comment)))
        for number, part in sections(language).items()
        for comment, kind, text, said in _BLOCK.findall(part)
    )


def _facts(comment: str) -> Iterator[tuple[str, str]]:
    for fact in filter(None, comment.split(", ")):
        key, value = fact.split(": ")
        assert key in ("file", "with", "beside", "same"), comment
        yield key, value


def named(name: str) -> Example:
    found = [example for example in examples("zh") if example.fact("file") == name and example.kind == "ctmm"]
    assert len(found) == 1, name
    return found[0]


def whole(example: Example) -> str:
    """An example as the file that it is, or that it completes."""
    before = example.fact("with")
    return f"{whole(named(before))}\n{example.text}" if before else example.text


def beside(example: Example) -> list[Source]:
    return [decode(name, whole(named(name)).encode()) for name in example.fact("beside").split()]


def compiled(example: Example, data: bytes | None = None) -> Outcome:
    own = decode(example.file, whole(example).encode() if data is None else data)
    return compile_sources([own, *beside(example)])


def meaning(value: object) -> Any:
    """A value of the model without its places in the text."""
    if isinstance(value, Span):
        return None
    if is_dataclass(value):
        return (type(value).__name__, *(meaning(getattr(value, entry.name)) for entry in fields(value)))
    if isinstance(value, tuple | list):
        return [meaning(one) for one in value]
    return {key: meaning(one) for key, one in value.items()} if isinstance(value, dict) else value


def every(kind: str, fact: str = "") -> list[Any]:
    """The examples of a kind (that state a fact), as the cases of a test."""
    return [
        pytest.param(example, id=f"{language}-{example.section}-{number}")
        for language in LANGUAGES
        for number, example in enumerate(examples(language))
        if example.kind == kind and (not fact or example.fact(fact))
    ]


# ---- the examples ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("example", every("ctmm"))
def test_an_example_is_sound(example: Example) -> None:
    assert terminal.render(compiled(example).findings, "en") == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_slip_is_answered_as_shown(language: str) -> None:
    assert [len(compiled(slip).findings) for slip in examples(language) if slip.kind == "ctmm bad"] == [1] * 5
    assert document(language) == answered(language)


def answered(language: str) -> str:
    """A document with what the compiler says today after each slip."""
    slips = iter([example for example in examples(language) if example.kind == "ctmm bad"])

    def answer(block: re.Match[str]) -> str:
        if block.group(2) != "ctmm bad":
            return block.group()
        said = terminal.render(compiled(next(slips)).findings, language)
        return f"{block.group()[: block.start(4) - block.start()]}{said}```\n"

    return _BLOCK.sub(answer, document(language))


@pytest.mark.parametrize("example", every("ctmm", "same"))
def test_twins_mean_the_same(example: Example) -> None:
    other = named(example.fact("same"))
    assert example.text != other.text
    assert meaning(compiled(example).model) == meaning(compiled(other).model)


HANDS: dict[str, Callable[[str], str]] = {
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "byte-order mark": lambda text: "\ufeff" + text,
    "tabs": lambda text: _indented(text, "\t"),
    "full-width blanks": lambda text: _indented(text, "\u3000"),
    "no-break blanks": lambda text: _indented(text, "\u00a0\u00a0"),
}


def _indented(text: str, by: str) -> str:
    return re.sub("(?m)^(?:  )+", lambda blanks: by * (len(blanks.group()) // 2), text)


@pytest.mark.parametrize("hand", HANDS)
@pytest.mark.parametrize("example", every("ctmm"))
def test_what_an_editors_hand_does_changes_nothing(example: Example, hand: str) -> None:
    by_hand = compiled(example, HANDS[hand](whole(example)).encode())
    assert by_hand.findings == ()
    assert meaning(by_hand.model) == meaning(compiled(example).model)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_block_and_line_of_the_grammar_is_shown(language: str) -> None:
    blocks, lines = set(), set()
    for example in examples(language):
        for block in parser.parse(decode(example.file, whole(example).encode())).blocks:
            blocks.add(block.kind)
            lines |= {type(line) for line in syntax.every_line(block)}
    assert blocks == set(parser.BLOCKS)
    assert lines >= {*parser.LINES.values(), syntax.ExpectRow}


@pytest.mark.parametrize("example", every("ctmm"))
def test_a_remark_stands_where_it_is_kept(example: Example) -> None:
    written = re.findall(r"@(?:en|source|note|see \S+) (.*)", whole(example))
    assert sorted(written) == sorted(
        remark.text for remark in _all(compiled(example).model, Remark) if remark.text in written
    )


def _all(value: object, kind: type[Any]) -> list[Any]:
    """The values of a kind in a model, each place once."""
    found: dict[int, Any] = {}
    waiting = [value]
    seen: set[int] = set()
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        if isinstance(one, kind):
            found[id(one)] = one
        elif is_dataclass(one):
            waiting += [getattr(one, entry.name) for entry in fields(one)]
        elif isinstance(one, tuple):
            waiting += one
    return list(found.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_names_and_comments_are_read_as_told(language: str) -> None:
    told = [example for example in examples(language) if example.section in ("3.5", "3.6", "3.8")]
    by_section = {example.section: compiled(example).model.standards[0] for example in told}
    joined = by_section["3.5"].clauses["DF/1a"].text
    assert f"“{joined}”" in sections(language)["3.5"]
    assert by_section["3.6"].chapters[0].title == "附录 A（规范性）评分表"
    assert [node.name for node in by_section["3.6"].domains[1:]] == ["人工智能 ＋ 城市", "“一网通办”", '称 "底座" 者']
    assert [clause.text for clause in by_section["3.8"].clauses.values()] == [
        "编号以 # 开头的系统纳入统一管理",
        "明确职责分工",
        "建立协同机制",
    ]


def test_every_relation_is_shown() -> None:
    shown = {origin.relation for origin in _all(compiled(named("key.ctmm")).model, Origin)}
    assert shown == {*RELATIONS, "none"}


# ---- the tables --------------------------------------------------------------------------------------------------


def tables(language: str, section: str) -> list[list[list[str]]]:
    """The tables of a section: rows of cells, without the head and the rule under it."""
    found: list[list[list[str]]] = []
    for block in re.findall(r"(?m)(?:^\|.*\n)+", sections(language)[section]):
        rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in block.strip().splitlines()]
        found.append(rows[2:])
    return found


def _pairs(rows: list[list[str]]) -> list[tuple[str, ...]]:
    """Keywords with their twins, as the tables of section 9 have them: `domain` `能力域` `一级指标`."""
    return [tuple(re.findall("`([^`]+)`", part)) for _, cell in rows for part in re.split("[，,]", cell)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_of_keywords_is_the_grammars(language: str) -> None:
    keywords: list[tuple[str, ...]] = []
    for words in grammar.keywords().values():
        latin = [word for word in words if word.isascii()]
        chinese = [word for word in words if not word.isascii()]
        keywords += [(word, *chinese[at :: len(latin)]) for at, word in enumerate(latin)]
    assert set(_pairs(tables(language, "9")[0])) == set(keywords)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_of_phrases_is_the_grammars(language: str) -> None:
    terminals = {
        name: re.compile(pattern)
        for name, pattern in re.findall(r"(?m)^(_?[A-Z_]+)(?:\.-?\d+)?: /(.*)/$", grammar.text())
        if name not in grammar.keywords() and _spelt(pattern)
    }
    phrases = [phrase for pair in _pairs(tables(language, "9")[1]) for phrase in pair]
    matched = {phrase: [name for name in terminals if _is(terminals[name], phrase)] for phrase in phrases}
    assert all(matched.values()), matched
    assert {name for names in matched.values() for name in names} == set(terminals)
    words = {word for pattern in terminals.values() for word in _spelt(pattern.pattern)}
    assert all(any(word in phrase for phrase in phrases) for word in words), words


def _spelt(pattern: str) -> list[str]:
    """The Chinese words that a terminal reads; neither those of a class of signs nor what must not follow."""
    return _CHINESE.findall(re.sub(r"\[[^]]*\]|\(\?!(?:[^()]|\([^()]*\))*\)", "", pattern))


def _is(terminal: re.Pattern[str], phrase: str) -> bool:
    """Whether a terminal reads the whole phrase; what may have to follow it is tried."""
    return any(
        (match := terminal.match(phrase + rest)) and match.end() == len(phrase) for rest in ("\n", " 名称\n", " 20%\n")
    )


RELATED = {"equal": "建立统筹推进机制并明确职责", "shorter": "建立推进机制", "changed": "完善统筹推进的机制"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_relations_are_judged_as_the_table_says(language: str) -> None:
    rows = tables(language, "6.2")[1]
    cases = [(wording, level) for wording in RELATED for level in (1, 2)]
    assert len(rows) == len(cases)
    for (wording, level), (_, *cells) in zip(cases, rows, strict=True):
        for relation, cell in zip(("verbatim", "abridged", "reworded", "moved"), cells, strict=True):
            assert _judged(RELATED[wording], level, relation) == ([] if cell == "✓" else [cell]), (
                wording,
                level,
                relation,
            )


def _judged(text: str, level: int, relation: str) -> list[str]:
    """The codes that a clause gives which says that it comes from the first clause of level 1."""
    head = "standard {} 名\n  edition 1\n  layers 域\n{}levels\n  1 甲\n  2 乙\ndomain A 丙\n"
    clause = f"    - {text}\n      @from A/1a {relation}\n"
    other = "    - 组织年度考核\n      @from none 理由\n"
    lines = [clause, other] if level == 1 else [other, clause]
    part = head.format("part", "  subset-of whole\n") + "  level 1\n{}  level 2\n{}".format(*lines)
    full = head.format("whole", "") + f"  level 1\n    - {RELATED['equal']}\n  level 2\n    - 公开发布成果\n"
    outcome = compile_sources([decode("part.ctmm", part.encode()), decode("whole.ctmm", full.encode())])
    return [finding.code for finding in outcome.findings]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_method_scores_as_the_table_says(language: str) -> None:
    rows = tables(language, "4.5")[1]
    assert len(rows) == 5
    for row in rows:
        leaf, reached, climb, first, second, level = (cell.strip("`") for cell in row)
        text = whole(named("city.ctmm")).partition("method\n")[0] + (
            f"method\n  leaf mean of clauses, {leaf}\n  parent weighted sum\n  reached score {reached}\n  climb {climb}\n"
            "domain A 丙 100%\n  level 1\n    - 甲事\n    - 乙事\n  level 2\n    - 丙事\n    - 丁事\n"
        )
        (scheme,) = schemes(compile_sources([decode("method.ctmm", text.encode())]).model)
        points = {clause: Fraction(70 if "/1" in clause else 100) for clause in scheme.standard.clauses}
        assessment = Assessment(points=points)
        result = as_json(score(scheme, assessment), assessment)
        shown = [entry["score"]["shown"].lstrip("<>") for entry in result["levels"]]
        assert ([first, second], level) == (shown, str(result["level"])), row


@pytest.mark.parametrize("language", LANGUAGES)
def test_expressions_come_out_as_the_table_says(language: str) -> None:
    (rows,) = tables(language, "4.13")
    text = whole(named("rates.ctmm"))
    for written, comes_out in rows:
        line = f"  let tried = {written.strip('`')}\n  score = 100 * items_online"
        outcome = compile_sources([decode("tried.ctmm", text.replace("  score = 100 * items_online", line).encode())])
        found = {finding.code for finding in outcome.findings} - {"CT6004"}
        (part,) = outcome.model.standards[0].formulas["L1P1"].calculation.parts
        kind = spoken(Kinds().of(part.body))[language]
        assert (comes_out in ("有误", "a finding")) == ("CT6005" in found), written
        assert found or kind == comes_out, (written, kind)


@pytest.mark.parametrize("language", LANGUAGES)
def test_kinds_of_quantities_are_as_the_table_says(language: str) -> None:
    rows = tables(language, "4.10")[0]
    assert [row[0].strip("`") for row in rows] == list(QUANTITY_KINDS)
    for kind, _, span, unit in rows:
        for given in ("", " 个"):
            text = f"standard q 名\n  edition 1\n  layers 域\nquantity x 数 {kind.strip('`')}{given} at point\n"
            (quantity,) = compile_sources([decode("q.ctmm", text.encode())]).model.standards[0].quantities
            assert bool(unit_fault(quantity)) == (
                bool(given) if unit in ("没有", "none") else not given and unit in ("必写", "has one")
            )
        ends = [
            f"{100 * end if '%' in span else end}"
            for end in (quantity.interval.low, quantity.interval.high)
            if end is not None
        ]
        assert not quantity.numeric or re.findall(r"\d+", span) == ends


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_that_are_no_names_are_the_grammars(language: str) -> None:
    (reserved,) = re.findall(r"(?m)^IDENT.*?\(\?!\(\?:([a-z|]+)\)", grammar.text())
    (told,) = re.findall(r"(`if`.*`each`)", sections(language)["4.10"])
    assert sorted(re.findall("`([a-z]+)`", told)) == sorted(reserved.split("|"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sizes_are_the_compilers(language: str) -> None:
    assert all(f" {most} " in sections(language)["4.11"] for most in (sizes.DEEPEST, sizes.MOST, sizes.LONGEST))


FAULT = "（乙"
"""A bracket without a partner, which is CT8008."""

ALLOW = '@allow CT8008 "原文如此"'


@pytest.mark.parametrize(
    ("place", "standing"),
    [("none", 4), ("clause", 3), ("node", 2), ("section", 3), ("standard", 0)],
)
def test_an_allowance_reaches_as_far_as_the_table_says(place: str, standing: int) -> None:
    def note(at: str, indent: int) -> str:
        return " " * indent + ALLOW + "\n" if place == at else ""

    text = (
        f"standard x 名\n  edition 1\n  layers 域 / 项\n{note('standard', 2)}levels\n  1 甲\n"
        f"section 1 范围\n{note('section', 2)}  甲{FAULT}\n"
        f"domain A 丙\n{note('node', 2)}subdomain A.1 丁\n  level 1\n    - 甲{FAULT}丙\n{note('clause', 6)}    - 丁{FAULT}丁\n"
        f"domain B 戊\n  level 1\n    - 戊{FAULT}戊\n"
    )
    outcome = compile_sources([decode("x.ctmm", text.encode())])
    assert [finding.code for finding in outcome.findings] == ["CT8008"] * standing
    assert len(outcome.allowed) == 4 - standing


# ---- the two documents -------------------------------------------------------------------------------------------


def test_both_documents_have_the_same_sections() -> None:
    numbers = {
        language: [(marks, title.split()[0] if marks != "#" else "") for marks, title in headings(language)]
        for language in LANGUAGES
    }
    assert numbers["zh"] == numbers["en"]
    assert all(re.fullmatch(r"\d+(\.\d+)?", number) for marks, number in numbers["zh"] if marks != "#")


def test_both_documents_have_the_same_examples_and_codes() -> None:
    shown = [[(one.section, one.kind, one.facts, one.text) for one in examples(language)] for language in LANGUAGES]
    assert shown[0] == shown[1]
    codes = [
        {number: set(_CODE.findall(part)) for number, part in sections(language).items()} for language in LANGUAGES
    ]
    assert codes[0] == codes[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_block_is_an_example(language: str) -> None:
    assert {example.kind for example in examples(language)} == {"ctmm", "ctmm bad"}
    assert all(bool(example.said) == (example.kind == "ctmm bad") for example in examples(language))
    shown = sum(1 + bool(example.said) for example in examples(language))
    assert document(language).count("\n```") == 2 * shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_somewhere(language: str) -> None:
    titles = {one: {_slug(title) for _, title in headings(one)} for one in LANGUAGES}
    for target in _LINK.findall(document(language)):
        path, _, anchor = target.partition("#")
        assert (DOCS / path).exists() if path else anchor in titles[language], target


def _slug(title: str) -> str:
    """A heading's anchor, as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_exists_and_leads_to_its_page(language: str) -> None:
    text = document(language)
    assert set(_CODE.findall(text)) <= {entry.code for entry in CATALOGUE}
    assert all(target == f"findings/{code}.md" for code, target in re.findall(r"\[(CT\d+)\]\(([^)]*)\)", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_that_a_spec_can_give_is_told_of(language: str) -> None:
    told = set(re.findall(r"\[(CT\d+)\]", document(language)))
    spec = {entry.code for entry in CATALOGUE if entry.code[:3] != "CT9"}
    assert spec <= told, sorted(spec - told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_limits_are_the_parsers(language: str) -> None:
    assert f" {parser.MOST} " in sections(language)["3.5"]
    assert f" {parser.SLIPS_A_BLOCK} " in sections(language)["3.2"]


if __name__ == "__main__":
    for one in LANGUAGES:
        (DOCS / FILES[one]).write_text(answered(one), "utf-8")
