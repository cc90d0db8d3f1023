"""Random sound standards as text, assessments of them, hostile texts; and the scorer generated from a scheme, ready to call.

A standard is drawn with everything that may differ between standards: one to three layers, branches that stop early, levels, scale,
threshold, method, weights of its own or laid over it by a profile, lettered clauses or not. Its answers come from a seed, so that
hundreds of them cost one draw.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random
from string import ascii_lowercase
from types import ModuleType
from typing import Any

from hypothesis import strategies as st

from ctmm_dsl.model import Model, Scheme
from ctmm_dsl.pipeline import compile_sources
from ctmm_dsl.reading import find, read
from ctmm_dsl.scheme import schemes
from ctmm_dsl.source import BLANKS, decode
from generators.artefact import Edition
from generators.scorer import emit

SPEC = Path(__file__).parent.parent / "spec"

HOSTILE = (
    '=HYPERLINK("http://x.test","y")', "=1+1", "+1", "-1", "@SUM(A1)", "<script>alert(1)</script>", "</td>&amp;", "a|b|c",
    '"""', "'''", "\\", "\\n\\u0041\\N{DASH}", "%s %(x)d %", "{0} {what} {}", "{{ 7*7 }}", "{% raw %}", "{# #}", "${HOME}", "`id`",
    "# no comment", "a  # no comment either", "'; DROP TABLE x; --", "a,b;c\td", "*b* _i_ [l](u)", "1. x", "👩‍👩‍👧", "a\u0301", "ﷺ", "𠮷",
    "“弯”", "50%", "level 1", "__import__('os')", "]]>", "-->", "\u00a0", "NaN", "None", "\ufffd", "f\x07b",
)  # fmt: skip
"""Texts that mean something to some target, and to this language."""


# ---- standards -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Files:
    """The files of a drawn spec; the scheme `scored` is the one that is meant."""

    texts: tuple[str, ...]
    scored: str

    def compile(self) -> Scheme:
        """The scheme, checked: a drawn standard without a sound model is a fault of this module or of the compiler."""
        outcome = compile_sources(decode(f"{at}.ctmm", text.encode()) for at, text in enumerate(self.texts))
        errors = [f"{finding.code} {finding.span} {finding.message('en')}" for finding in outcome.findings]
        assert outcome.sound, "\n".join([*errors, *self.texts])
        return next(scheme for scheme in schemes(outcome.model) if scheme.id == self.scored)


def texts(*, quotable: bool = False) -> st.SearchStrategy[str]:
    """A text as an editor could leave it in one line; `quotable`: one that may stand in double quotes within a row."""
    drawn = st.one_of(
        st.sampled_from(HOSTILE),
        st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Zl", "Zp", "Co", "Cn")), max_size=12),
    )
    return drawn.map(lambda text: _one_line(text, quotable=quotable))


def _one_line(text: str, *, quotable: bool) -> str:
    text = "".join(" " if character in "\n\r\x07" else character for character in text)
    text = text.replace('"', "'") if quotable else text
    return text.strip(BLANKS).lstrip("@" + BLANKS)


@st.composite
def standards(draw: st.DrawFn) -> Files:
    """A sound standard, alone or with a profile that weighs it."""
    weighed = draw(st.booleans())
    levels = draw(st.integers(1, 6))
    tree = _Tree(draw, levels, weighed)
    tree.grow()
    name = _quoted(draw(texts()) + " 标准")
    head = [f"standard drawn {name}", f"  edition {draw(texts())}·1", "  layers 甲 / 乙 / 丙", ""]
    text = "\n".join([*head, *_levels_and_classes(draw, levels), *_scale_and_method(draw), *tree.lines]) + "\n"
    if weighed:
        return Files((text,), "drawn")
    rows = [f"  {node} {_percent(draw, weight)}" for node, weight in tree.roots]
    equal = ["  within domain equal", "  within subdomain equal"]
    return Files((text, "\n".join(["profile laid of drawn", "", "weights", *rows, *equal]) + "\n"), "laid")


class _Tree:
    """A tree of one to three layers whose branches may stop early, as lines."""

    def __init__(self, draw: st.DrawFn, levels: int, weighed: bool) -> None:
        self.draw, self.levels, self.weighed = draw, levels, weighed
        self.lines: list[str] = []
        self.roots: list[tuple[str, Fraction]] = []
        self.count = 0

    def grow(self) -> None:
        weights = self._weights(self.draw(st.integers(1, 3)))
        for at, weight in enumerate(weights, 1):
            self.roots.append((f"D{at}", weight))
            self._node("domain", f"D{at}", weight)

    def _node(self, layer: str, name: str, weight: Fraction) -> None:
        self.count += 1
        written = f" {_percent(self.draw, weight)}" if self.weighed else ""
        self.lines += ["", f"{layer} {name} {_quoted(f'{self.draw(texts())} {self.count}')}{written}"]
        below = self._layers_below(layer)
        if not below:
            self._clauses()
        for at, (child, share) in enumerate(zip(below, self._weights(len(below)) if below else (), strict=True), 1):
            self._node(child, f"{name}.{at}", share)

    def _layers_below(self, layer: str) -> list[str]:
        """The layers of a node's children, all alike: none for a leaf; a domain's may be items."""
        if layer == "item" or self.count > 9 or self.draw(st.integers(0, 2)) == 0:
            return []
        child = "item" if layer == "subdomain" else self.draw(st.sampled_from(("subdomain", "item")))
        return [child] * self.draw(st.integers(1, 3))

    def _clauses(self) -> None:
        for level in range(1, self.levels + 1):
            count, lettered = self.draw(st.integers(1, 3)), self.draw(st.booleans())
            self.lines.append(f"  level {level}")
            for at in range(count):
                label = f"{ascii_lowercase[at]})" if lettered else "-"
                self.lines.append(f"    {label} 要求 {self.draw(texts())}")

    def _weights(self, count: int) -> list[Fraction]:
        """Parts of a whole that can be written as percentages."""
        whole = self.draw(st.sampled_from((100, 1000, 10000)))
        cuts = self.draw(st.lists(st.integers(1, whole - 1), min_size=count - 1, max_size=count - 1, unique=True))
        edges = [0, *sorted(cuts), whole]
        return [Fraction(after - before, whole) for before, after in pairwise(edges)]


def _levels_and_classes(draw: st.DrawFn, levels: int) -> list[str]:
    """The blocks of levels and of classes, or of none."""
    lines = [
        "levels",
        *(f"  {number} {_quoted(f'{draw(texts(quotable=True))}{number}')}" for number in range(1, levels + 1)),
    ]
    if draw(st.booleans()):
        ends = sorted({*draw(st.sets(st.integers(1, levels))), levels})
        starts = [1, *(end + 1 for end in ends[:-1])]
        lines += ["classes"]
        lines += [f"  类{last} {first}..{last}" for first, last in zip(starts, ends, strict=True)]
    return lines


def _scale_and_method(draw: st.DrawFn) -> list[str]:
    """A scale whose points fall, and a threshold that can be passed and missed: now and then just what an answer is worth."""
    tenths = sorted(draw(st.sets(st.integers(0, 1000), min_size=2, max_size=5)), reverse=True)
    points = [Fraction(number, 10) for number in tenths]
    lines = [f"scale {_quoted(draw(texts()) + '度')}"]
    for at, worth in enumerate(points):
        lines.append(f"  c{at} {_quoted(f'{draw(texts(quotable=True))}{at}')} {_decimal(worth)}")
    hundredths = draw(st.integers(tenths[-1] * 10, tenths[0] * 10 - 1))
    threshold = draw(st.sampled_from((Fraction(hundredths, 100), *points[1:])))
    compared = draw(st.sampled_from((">", ">=") if points[-1] < threshold < points[0] else (">",)))
    return [
        *lines,
        "method",
        f"  leaf mean of clauses, {draw(st.sampled_from(('cumulative', 'own level')))}",
        "  parent weighted sum",
        f"  reached score {compared} {_decimal(threshold)}",
        f"  climb {draw(st.sampled_from(('one by one', 'any')))}",
    ]


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _percent(draw: st.DrawFn, weight: Fraction) -> str:
    return _decimal(weight * 100) + draw(st.sampled_from(("%", "％", " %")))


def _decimal(number: Fraction) -> str:
    hundredths = number * 100
    assert hundredths.denominator == 1
    return f"{int(hundredths) // 100}.{int(hundredths) % 100:02d}"


# ---- assessments ---------------------------------------------------------------------------------------------------


Mood = tuple[int, int]
"""How a city's answers fall: a seed, and how many of a hundred answers are the best, as far as the city has come."""


def moods() -> st.SearchStrategy[Mood]:
    return st.tuples(st.integers(0, 10**6), st.integers(0, 100))


def answers(scheme: Scheme, mood: Mood) -> dict[str, str]:
    """An answer to every clause, a code or a label. Up to some level the city does as its mood says, above it mostly badly."""
    seed, best = mood
    random = Random(seed)
    rows = scheme.scale.answers
    stage = random.randint(0, len(scheme.standard.levels))
    given: dict[str, str] = {}
    for clause in scheme.standard.clauses.values():
        usual, often = (rows[0], best) if clause.level <= stage else (rows[-1], 80)
        row = usual if random.randrange(100) < often else random.choice(rows)
        given[clause.id] = random.choice((row.code, row.label))
    return given


def assessment(scheme: Scheme, given: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A file's content around answers."""
    return {"standard": scheme.standard.id, "edition": scheme.standard.edition, **more, "answers": given}


def points(scheme: Scheme, given: dict[str, str]) -> dict[str, Fraction]:
    """What answers are worth."""
    worth = {word: row.points for row in scheme.scale.answers for word in (row.code, row.label)}
    return {clause: worth[answer] for clause, answer in given.items()}


def dressed(given: dict[str, str], seed: int) -> dict[str, Any]:
    """The same answers, some of them as objects with evidence and notes, as people write them."""
    random = Random(seed)
    forms: tuple[Any, ...] = (
        lambda answer: answer,
        lambda answer: {"answer": answer},
        lambda answer: {"note": "=1+1", "answer": answer, "evidence": ["红头文件", ""], "text": "…"},
    )
    return {clause: random.choice(forms)(answer) for clause, answer in given.items()}


def some_of(given: dict[str, Any], seed: int) -> dict[str, Any]:
    """The answers with some left out, given as null, or given without an answer."""
    random = Random(seed)
    missing = random.random()
    kept = {
        clause: answer if random.random() > missing else random.choice((None, {}, ...))
        for clause, answer in given.items()
    }
    return {clause: answer for clause, answer in kept.items() if answer is not ...}


# ---- the shipped spec, and scorers ------------------------------------------------------------------------------------


@cache
def shipped() -> tuple[Scheme, ...]:
    """Every scheme of the shipped spec."""
    sources, unread = read(find([SPEC]))
    outcome = compile_sources(sources)
    assert outcome.sound and not unread
    return schemes(outcome.model)


def scorer_text(scheme: Scheme) -> str:
    """The text of the scorer that is generated for a scheme."""
    model = Model((scheme.standard,), (scheme.profile,) if scheme.profile else (), ())
    (artefact,) = emit(Edition(model, (scheme,), (), "digest"))
    return artefact.data.decode()


def scorer(scheme: Scheme) -> Any:
    """The generated scorer as a module."""
    module = ModuleType("scorer")
    exec(compile(scorer_text(scheme), f"{scheme.id}/scorer.py", "exec"), module.__dict__)
    return module
