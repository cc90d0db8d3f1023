"""The published method, written down once more from the lines of the file alone, without the model: the referee gives the same figures.
And with another method in its place the same indicators give what that method says."""

from __future__ import annotations

import re
from fractions import Fraction
from random import Random

import pytest

from ctmm_dsl.assessment import Assessment
from ctmm_dsl.model import Scheme
from ctmm_dsl.pipeline import compile_sources
from ctmm_dsl.reading import find, read
from ctmm_dsl.scheme import schemes
from ctmm_dsl.score import score
from ctmm_dsl.source import Source
from tests import strategies

KEY = strategies.SPEC / "ctmm-key.ctmm"


def published() -> tuple[dict[str, list[tuple[str, int]]], dict[str, int], dict[str, int]]:
    """The key indicators from the lines of the file alone: of each sub-domain its clauses with their levels, and the weights of
    domains and sub-domains in per cent."""
    clauses: dict[str, list[tuple[str, int]]] = {}
    domains: dict[str, int] = {}
    subdomains: dict[str, int] = {}
    name, level, position = "", 0, 0
    for line in KEY.read_text("utf-8").splitlines():
        if heading := re.match(r"(domain|subdomain) (\S+) \S+ (\d+)%$", line):
            kind, name, weight = heading.groups()
            (domains if kind == "domain" else subdomains)[name] = int(weight)
        elif row := re.match(r"  level (\d)$", line):
            level, position = int(row.group(1)), 0
        elif line.startswith("    - "):
            clauses.setdefault(name, []).append((f"{name}/{level}{'abcdefghij'[position]}", level))
            position += 1
    return clauses, domains, subdomains


def published_level(answers: dict[str, str], *, cumulative: bool = True) -> tuple[int, list[Fraction]]:
    """重点指标及计算方法 三（一）–（五）: A, C, D, N and table 9, in that order; N of every level."""
    clauses, domains, subdomains = published()
    a_of = {"完全满足": 100, "大部分满足": 70, "部分满足": 50, "不满足": 0}
    n_of_levels = []
    for level in range(1, 6):
        n = Fraction(0)
        for domain, domain_weight in domains.items():
            d = Fraction(0)
            for subdomain, weight in subdomains.items():
                if subdomain.split(".")[0] == domain:
                    rows = [
                        a_of[answers[clause]]
                        for clause, of in clauses[subdomain]
                        if (of <= level if cumulative else of == level)
                    ]
                    c = Fraction(sum(rows), len(rows))
                    d += c * weight / 100
            n += d * domain_weight / 100
        n_of_levels.append(n)
    reached = 0
    for n in n_of_levels:
        if not 70 < n <= 100:
            break
        reached += 1
    return reached, n_of_levels


def key_answers(seed: int) -> dict[str, str]:
    """Answers by label, from the lines of the file alone; cities of every level."""
    random = Random(seed)
    stage, best = random.randint(0, 5), random.random()
    labels = ["完全满足", "大部分满足", "部分满足", "不满足"]
    given: dict[str, str] = {}
    for rows in published()[0].values():
        for clause, level in rows:
            usual = labels[0] if level <= stage else labels[3]
            given[clause] = usual if random.random() < (best if level <= stage else 0.7) else random.choice(labels)
    return given


SPREAD = "leaf     mean of clauses, cumulative"
REACHED = "reached  score > 70"
CLIMB = "climb    one by one"


def changed(*lines: tuple[str, str]) -> Scheme:
    """The key indicators as shipped, with lines of their method changed."""
    sources, _ = read(find([strategies.SPEC]))
    text = KEY.read_text("utf-8")
    for old, new in lines:
        assert text.count(f"  {old}\n") == 1
        text = text.replace(f"  {old}\n", f"  {new}\n")
    files = [Source(source.path, text) if source.path == KEY.as_posix() else source for source in sources]
    outcome = compile_sources(files)
    assert outcome.sound
    return next(scheme for scheme in schemes(outcome.model) if scheme.id == "ctmm-key")


def test_the_file_as_read_here_is_the_published_table() -> None:
    clauses, domains, subdomains = published()
    assert (len(domains), len(subdomains), sum(map(len, clauses.values()))) == (6, 20, 193)
    assert sum(domains.values()) == 100 and sum(subdomains.values()) == 600


def test_the_published_method_agrees() -> None:
    scheme = next(scheme for scheme in strategies.shipped() if scheme.id == "ctmm-key")
    levels = set()
    for seed in range(150):
        answers = key_answers(seed)
        result = score(scheme, Assessment(points=strategies.points(scheme, answers)))
        assert published_level(answers) == (result.level, [level.score for level in result.levels])
        levels.add(result.level)
    assert levels == {0, 1, 2, 3, 4, 5}


def test_own_level_counts_the_level_s_own_clauses_alone() -> None:
    scheme = changed((SPREAD, "leaf mean of clauses, own level"))
    scorer = strategies.scorer(scheme)
    different = 0
    for seed in range(60):
        answers = key_answers(seed)
        expected = published_level(answers, cumulative=False)
        result = score(scheme, Assessment(points=strategies.points(scheme, answers)))
        assert expected == (result.level, [level.score for level in result.levels])
        assert scorer.level(answers) == result.level
        different += expected != published_level(answers)
    assert different > 50


@pytest.mark.parametrize("spread", ["cumulative", "own level"])
@pytest.mark.parametrize("climb", ["one by one", "any"])
@pytest.mark.parametrize(("operator", "level"), [(">", 0), (">=", 5), ("＞", 0), ("≥", 5)])
def test_the_threshold_itself(operator: str, level: int, climb: str, spread: str) -> None:
    scheme = changed(
        (SPREAD, f"leaf mean of clauses, {spread}"),
        (REACHED, f"reached score {operator} 70"),
        (CLIMB, f"climb {climb}"),
    )
    mostly = dict.fromkeys(scheme.standard.clauses, "mostly")
    reported = Assessment(points=strategies.points(scheme, mostly))
    assert score(scheme, reported).level == strategies.scorer(scheme).level(mostly) == level


@pytest.mark.parametrize("spread", ["cumulative", "own level"])
@pytest.mark.parametrize(("climb", "level"), [("one by one", 0), ("any", 5)])
def test_a_missed_level_below(climb: str, level: int, spread: str) -> None:
    scheme = changed((SPREAD, f"leaf mean of clauses, {spread}"), (CLIMB, f"climb {climb}"))
    answers = {clause.id: "none" if clause.level == 1 else "full" for clause in scheme.standard.clauses.values()}
    result = score(scheme, Assessment(points=strategies.points(scheme, answers)))
    assert not result.levels[0].passes and result.levels[4].passes
    assert result.level == strategies.scorer(scheme).level(answers) == level
