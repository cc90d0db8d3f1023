"""Generated scorers: the level of many cities beside a loop written by hand, and a whole result.

The loop is what one would write who knows the key indicators and nothing else: it reads every answer once from the dict, adds up in
integers, and checks nothing. The scorer's `level` gives the same levels, and refuses what the loop would trip over.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from importlib.util import module_from_spec, spec_from_file_location
from math import lcm
from pathlib import Path
from random import Random
from typing import Any

from bench.measure import ROOT, Figure, in_turn, time_of
from ctmm_dsl.model import Clauses, Scheme
from ctmm_dsl.pipeline import compile_sources
from ctmm_dsl.reading import find, read
from ctmm_dsl.scheme import schemes

CITIES = 300
KEY = "ctmm-key"
Cities = list[dict[str, str]]


def figures(scorer_file: Path, times: int) -> Iterator[Figure]:
    scheme, scorer = _scheme(), loaded(scorer_file)
    by_hand = _loop(scheme)
    for what, best in (
        ("cities of every level", None),
        ("cities that reach the top", 97),
        ("cities that reach nothing", 20),
    ):
        cities = _cities(scheme, best)
        levels = [scorer.level(city) for city in cities]
        assert levels == [by_hand(city) for city in cities], (
            "the loop and the scorer are to be compared, so they must agree"
        )
        generated, hand = in_turn(times, _each(scorer.level, cities), _each(by_hand, cities))
        absolute = {"level()": generated * 1e6, "by hand": hand * 1e6}
        yield Figure(f"level of {what}, to a loop by hand", generated / hand, 3, absolute, "µs a city")
    cities = _cities(scheme, None)
    files = [{"standard": KEY, "edition": scheme.standard.edition, "answers": city} for city in cities]
    whole, level = in_turn(times, _each(scorer.score, files), _each(scorer.level, cities))
    yield Figure("a whole result, to the level alone", whole / level, None, {"score()": whole * 1e6}, "µs a city")


def _each(function: Callable[[Any], object], cities: list[Any]) -> Callable[[], float]:
    """What measures seconds a city."""

    def all_of_them() -> None:
        for city in cities:
            function(city)

    return lambda: time_of(all_of_them) / len(cities)


def _scheme() -> Scheme:
    sources, _ = read(find([ROOT / "spec"]))
    return next(scheme for scheme in schemes(compile_sources(sources).model) if scheme.id == KEY)


def loaded(file: Path) -> Any:
    spec = spec_from_file_location("scorer", file)
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _cities(scheme: Scheme, best: int | None) -> Cities:
    """Answers as they come out of JSON files: every text an object of its own. `best`: so many in a hundred are the best answer."""
    assert scheme.scale
    random = Random(1)
    codes = [answer.code for answer in scheme.scale.answers]
    cities: Cities = []
    for _ in range(CITIES):
        share, stage = (random.randrange(101), random.randrange(6)) if best is None else (best, 5)
        city = {
            clause.id: codes[0] if random.randrange(100) < share and clause.level <= stage else random.choice(codes)
            for clause in scheme.standard.clauses.values()
        }
        cities.append(json.loads(json.dumps(city)))
    return cities


def _loop(scheme: Scheme) -> Callable[[Mapping[str, str]], int]:
    """The loop by hand: A, C, D and N of every level in turn, over one denominator, running totals kept from level to level."""
    points = {"full": 100, "mostly": 70, "partly": 50, "none": 0}
    leaves = [
        (
            scheme.weights[domain.id] * scheme.weights[node.id],
            [[clause.id for clause in cell.clauses] for cell in leaf.cells],
        )
        for domain in scheme.standard.domains
        for node in domain.children
        if isinstance(leaf := node.leaf, Clauses)
    ]
    levels: list[tuple[int, list[tuple[int, list[str], int]], int]] = []
    for level in range(5):
        counts = [sum(len(cell) for cell in cells[: level + 1]) for _, cells in leaves]
        whole = 10_000 * lcm(*counts)
        rows = [
            (at, cells[level], int(weight * whole / count))
            for at, ((weight, cells), count) in enumerate(zip(leaves, counts, strict=True))
        ]
        levels.append((level + 1, rows, 70 * whole))
    nothing = [0] * len(leaves)

    def level_of(answers: Mapping[str, str]) -> int:
        reached, climbing = 0, True
        totals = nothing[:]
        for level, rows, least in levels:
            score = 0
            for at, clauses, share in rows:
                total = totals[at]
                for clause in clauses:
                    total += points[answers[clause]]
                totals[at] = total
                score += total * share
            climbing = climbing and score > least
            if climbing:
                reached = level
        return reached

    return level_of
