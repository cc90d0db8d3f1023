"""Small random standards with a ladder, and cities that answer them: few enough clauses to try every set of answers.

In: a seed. Out: a scheme, with every kind of ladder, now and then a formula beside the clauses and a deduction; what a city reports.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from random import Random

from hypothesis import settings

from ctmm_dsl.assessment import Assessment
from ctmm_dsl.model import Scheme
from ctmm_dsl.score import Result, score
from tests.strategies import Files

MOST_CLAUSES = 9
quick = settings(max_examples=100, derandomize=True, database=None, deadline=None)


@cache
def standard(seed: int) -> Scheme:
    random = Random(seed)
    return Files(("\n".join(_lines(random)) + "\n",), "small").compile()


def _lines(random: Random) -> list[str]:
    levels = random.randint(1, 3)
    formula, deduction = random.random() < 0.4, random.random() < 0.3
    points = sorted(random.sample(range(0, 101, 5), random.randint(2, 4)), reverse=True)
    threshold = random.choice([*points[1:-1], random.randint(points[-1], points[0] - 1)])
    sign = ">" if threshold == points[-1] else random.choice((">", ">="))
    lines = ["standard small 小标准", "  edition 1", "  layers 域", "levels"]
    lines += [f"  {number} 级{number}" for number in range(1, levels + 1)]
    lines += ["scale 程度", *(f"  c{at} 答{at} {worth}" for at, worth in enumerate(points))]
    lines += ["method", f"  leaf mean of clauses, {random.choice(('cumulative', 'own level'))}"]
    lines += ["  leaf formula"] * (formula or deduction)
    lines += [f"  parent weighted sum{', less deductions' * deduction}", f"  reached score {sign} {threshold}"]
    lines += [f"  climb {random.choice(('one by one', 'any'))}"]
    leaves = random.randint(1, 3)
    weights = _weights(random, leaves + formula)
    count = 0
    for leaf in range(leaves):
        lines += ["", f"domain D{leaf} 域{leaf} {weights[leaf]}%"]
        for level in range(1, levels + 1):
            lines.append(f"  level {level}")
            left = MOST_CLAUSES - count - (leaves * levels - leaf * levels - level)
            for _ in range(random.randint(1, max(1, min(2, left)))):
                count += 1
                lines.append(f"    - 要求{count}")
    if formula:
        lines += ["", "quantity survey 得分 score over period", "", f"domain F 公式 {weights[-1]}%", "  score = survey"]
    if deduction:
        lines += [
            "",
            "quantity faults 事故 count 起 over period",
            "",
            "domain X 扣分",
            "  deduct = per faults each 2.5 up to 10",
        ]
    return lines


def _weights(random: Random, count: int) -> list[int]:
    cuts = sorted(random.sample(range(1, 20), count - 1))
    edges = [0, *cuts, 20]
    return [5 * (edges[at + 1] - edges[at]) for at in range(count)]


def city(scheme: Scheme, seed: int) -> Assessment:
    """A city that does well on some levels, mostly; these need not be the lowest."""
    random = Random(seed)
    assert scheme.scale
    rows = [answer.points for answer in scheme.scale.answers]
    good = {level.number for level in scheme.standard.levels if random.random() < 0.5}
    points = {
        clause.id: rows[0] if clause.level in good and random.random() < 0.7 else random.choice(rows)
        for clause in scheme.standard.clauses.values()
    }
    values = {"survey": Fraction(random.randint(0, 100)), "faults": Fraction(random.randint(0, 5))}
    return Assessment(points=points, values={name: values[name] for name in scheme.asked})


def answered(scheme: Scheme, city: Assessment, points: dict[str, Fraction]) -> Result:
    """What a city would be worth with other points for some clauses, by the referee."""
    return score(scheme, Assessment(points={**city.points, **points}, values=city.values))
